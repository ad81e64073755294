"""What a ticket's page shows, prepared from what is stored. Pure but for one question: is there a way out?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from triage.app import App
from triage.loaders.settings import SettingsError
from triage.records import address_key
from triage.stages.drafting.edits import Remark
from triage.store.messages import StoredClaim
from triage.store.review import Outgoing, StoredEvent
from triage.usecases import choosing, departing, way_out
from triage.usecases.rereading import remarks
from triage.usecases.review import TicketView
from triage.web import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """The reply being worked on.

    changed: its words are the agent's and not saved yet. stored: the draft's own ones beside them.
    """

    revision: int
    last_mail: int
    to_name: str
    to_address: str
    subject: str
    text: str
    changed: bool
    stored: str | None
    state: str
    edited_by: str | None
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One reading of the policy to choose. words: the sentences that the reply would hold."""

    clause: str
    decision: str
    remedies: Sequence[str]
    missing: Sequence[str]
    words: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSheet:
    """One claim as shown.

    facts: of its order, as (name, value); heard: read from the mail; readings: of the policy, to choose from.
    """

    claim: StoredClaim
    evidence: Sequence[str]
    facts: Sequence[tuple[str, str]]
    heard: Sequence[tuple[str, str]]
    missing: Sequence[str]
    decision: Mapping[str, Any]
    readings: Sequence[Option]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A piece of the prepared reply and what bears it. cites: headings of the shop's document."""

    words: str
    what: str
    cites: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Why an approved reply has not left. until: when it is tried again; None where a person has to let it go."""

    why: str
    until: datetime | None
    tries: int
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The page of one ticket.

    editor: None where nothing can be answered. kept: words of the agent that could not be used. diverts: where a
    differing Reply-To points. sends: an approved reply leaves from here. unsettled: sends whose fate is unknown or
    that failed, with evidence. held: why an approved reply waits. left_over: what should have followed a sent reply and
    did not yet. wrote: the customer's words in pieces, with whether a piece spoke
    for a label. remarks: on an agent's wording. sources: where the bot's words come from. happened: the
    timeline, newest first. undelivered: the last reply came back. guessing: the sender asks about many orders that
    are not known to be theirs.
    """

    editor: Editor | None
    kept: str | None
    claims: Sequence[ClaimSheet]
    diverts: str | None
    sends: bool
    unsettled: Sequence[Outgoing]
    held: Held | None
    left_over: Sequence[Outgoing]
    wrote: Sequence[tuple[str, bool]]
    remarks: Sequence[Remark]
    sources: Sequence[Source]
    happened: Sequence[tuple[StoredEvent, str]]
    undelivered: StoredEvent | None
    guessing: bool


def make_sheet(app: App, view: TicketView, *, text: object, key: str) -> Sheet:
    """Prepare a page. text: the agent's own words from a form, None to show the stored draft."""
    own = text if isinstance(text, str) else None
    editor = _editor(view, own, key) if _answerable(view) else None
    return Sheet(
        editor=editor,
        kept=own if editor is None else None,
        claims=[_claim(app, claim, view) for claim in view.claims],
        diverts=_diverts(view),
        sends=_sends(app, view.ticket.account),
        unsettled=_unsettled(view),
        held=_held(app, view),
        left_over=_left_over(view),
        wrote=_wrote(view),
        remarks=remarks(app, view, editor.text) if editor is not None else (),
        sources=list(_sources(view)),
        happened=[(event, _detail(event)) for event in reversed(view.events)],
        undelivered=_undelivered(view),
        guessing=any(event.kind == "guessing" for event in view.events),
    )


def _undelivered(view: TicketView) -> StoredEvent | None:
    """The report that the last reply reached nobody, until another one went out."""
    told = [event for event in view.events if event.kind in ("undelivered", "replied")]
    return told[-1] if told and told[-1].kind == "undelivered" else None


def _unsettled(view: TicketView) -> list[Outgoing]:
    """The last send, when its fate is unknown or it failed and nobody was answered since."""
    last = [one for one in view.outgoing if one.kind == "send"][-1:]
    waits = view.ticket.status in ("open", "waiting")
    return [one for one in last if one.state == "UNKNOWN" or (one.state == "FAILED" and waits)]


def _held(app: App, view: TicketView) -> Held | None:
    """Only what has been looked at once and could not leave, or waits for longer than it should."""
    for one in [one for one in view.outgoing if one.kind == "send" and one.state == "READY"][-1:]:
        standing = way_out.standing(app)
        account = view.ticket.account
        why = way_out.why_of(one.state, one.evidence, one.tries, away=account in standing.away)
        if why is None or why == way_out.QUEUED:
            return None
        asks = why in (departing.STOPPED, departing.OLD)
        return Held(
            why=why,
            until=None if asks else one.due_at,
            tries=one.tries,
            others=sum(group.number for group in standing.waiting if (group.account, group.why) == (account, why)),
        )
    return None


def _left_over(view: TicketView) -> list[Outgoing]:
    """Consequences of a sent reply that were tried in vain."""
    if not any(one.kind == "send" and one.state == "DONE" for one in view.outgoing):
        return []
    after = [one for one in view.outgoing if one.kind in words.LEFT_OVER and one.state != "DONE"]
    return [one for one in after if one.tries or one.state == "FAILED"]


def _answerable(view: TicketView) -> bool:
    open_to_answer = view.ticket.status in ("open", "waiting") and view.ticket.answered_at is None
    return open_to_answer and view.newest is not None and (view.draft is None or view.draft.state != "approved")


def _editor(view: TicketView, own: str | None, key: str) -> Editor | None:
    mail, draft = view.newest, view.draft
    if mail is None:
        return None
    stored = draft.text if draft is not None else ""
    changed = own is not None and own != stored
    return Editor(
        revision=draft.revision if draft is not None else 0,
        last_mail=mail.id,
        to_name=draft.to_name if draft is not None else mail.sender_name,
        to_address=draft.to_address if draft is not None else mail.sender_address,
        subject=draft.subject if draft is not None else f"Re: {mail.subject}",
        text=stored if own is None else own,
        changed=changed,
        stored=stored if changed and stored else None,
        state=draft.state if draft is not None else "",
        edited_by=draft.edited_by if draft is not None else None,
        key=key,
    )


def _claim(app: App, claim: StoredClaim, view: TicketView) -> ClaimSheet:
    evidence = (
        [str(one["phrase"]) for one in view.newest.evidence if one["label"] == claim.label] if view.newest else []
    )
    order = claim.case.get("order", {})
    return ClaimSheet(
        claim=claim,
        evidence=list(dict.fromkeys(evidence))[:6],
        facts=list(_flat(order)) if isinstance(order, Mapping) and claim.owned else [],
        heard=list(_flat(claim.facts)),
        missing=[words.MISSING.get(name, words.plain(name)) for name in claim.decision.get("missing", [])],
        decision=claim.decision,
        readings=list(_options(app, claim, view)) if _answerable(view) else [],
    )


def _options(app: App, claim: StoredClaim, view: TicketView) -> Iterator[Option]:
    for one in choosing.offered(app, view.ticket.store, claim):
        yield Option(
            clause=one.clause,
            decision=one.decision.decision,
            remedies=[words.plain(remedy) for remedy in one.decision.remedies],
            missing=[words.MISSING.get(name, words.plain(name)) for name in one.decision.missing],
            words=choosing.sentences(app, view.ticket.store, claim, one),
        )


def _flat(facts: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Facts as (name, value) lines; items are numbered, lists joined."""
    for name, value in facts.items():
        shown = f"{before}{words.plain(str(name))}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{shown}: ")
        elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
            for number, one in enumerate(value, 1):
                yield from _flat(
                    one if isinstance(one, Mapping) else {"": one}, f"{shown.removesuffix('s')} {number}: "
                )
        else:
            yield shown, _value(value)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "did not happen"
    if isinstance(value, list):
        return ", ".join(words.plain(str(one)) for one in value) or "none"
    text = str(value)
    return f"{text[:10]}, {text[11:16]}" if len(text) > 18 and text[4:5] == "-" and text[10:11] == "T" else text


def _wrote(view: TicketView) -> list[tuple[str, bool]]:
    """The newest mail's words, cut where a phrase begins or ends by which its label was recognised."""
    if view.newest is None:
        return []
    shown = {claim.label for claim in view.claims if not claim.label_by}
    phrases = [str(one["phrase"]) for one in view.newest.evidence if one["label"] in shown]
    return pieces(view.newest.text, phrases)


def pieces(text: str, phrases: Sequence[str]) -> list[tuple[str, bool]]:
    """`text` in pieces, True for the first place of each phrase; one that is not there or overlaps is left out."""
    places: list[tuple[int, int]] = []
    for phrase in phrases:
        found = re.search(re.escape(phrase), text, re.IGNORECASE) if phrase else None
        if found is not None and all(found.end() <= start or end <= found.start() for start, end in places):
            places.append(found.span())
    cut, done = [], 0
    for start, end in sorted(places):
        cut += [(text[done:start], False), (text[start:end], True)]
        done = end
    return [(piece, marked) for piece, marked in (*cut, (text[done:], False)) if piece]


def _sources(view: TicketView) -> Iterator[Source]:
    """The sentences and figures of the bot's reply, each once, while that reply is the one being worked on."""
    draft = view.draft
    if draft is None:
        return
    for span in draft.spans:
        if span["kind"] in ("statement", "promise") or (span["kind"] == "fact" and span["key"] != "order_number"):
            said = draft.text[span["start"] : span["end"]]
            yield Source(words=said, what=words.SOURCES[span["kind"]], cites=span["cites"])


def _diverts(view: TicketView) -> str | None:
    mail = view.newest
    if mail is None or not mail.reply_to or address_key(mail.reply_to) == address_key(mail.sender_address):
        return None
    return mail.reply_to


def _sends(app: App, account: str) -> bool:
    try:
        return app.sender(app.settings.account(account)) is not None
    except SettingsError:
        return False


def evidence(of: Outgoing) -> list[tuple[str, str]]:
    """What is known of a send, as (name, value)."""
    known = of.evidence
    said = "Instead of an answer" if of.state == "UNKNOWN" else "The server said"
    lines = [("Because", known.get("why")), ("Phase", known.get("phase")), (said, known.get("reply"))]
    if of.state == "UNKNOWN":
        lines += [("Phase", "dot") for _ in range("phase" not in known)]
        lines += [("Last line left", _at(known.get("dot_at"))), ("Looked for in Sent", _looked(known))]
    elif "found_in_sent" in known:
        lines.append(("Found", "in the Sent folder"))
    if "delivered" in known:
        lines.append(
            ("Found out by", f"{known.get('said_by')}: {'delivered' if known['delivered'] else 'not delivered'}")
        )
    return [(name, str(value)) for name, value in lines if value]


def _at(told: object) -> str | None:
    return words.moment(datetime.fromisoformat(str(told))) if told else None


def _looked(known: Mapping[str, Any]) -> str:
    """What a look into the Sent folder showed of a reply of unknown fate."""
    if "looked_at" not in known:
        return "not yet; it is done within a minute or two"
    if known.get("looked_in") is None:
        return "there is no Sent folder to look into"
    times = f", {known['looks']} times" if known["looks"] > 1 else ""
    return f"the id {known['looked_for']}, last {_at(known['looked_at'])}{times}: not there"


def _detail(event: StoredEvent) -> str:
    """What an event's data says to a person."""
    data = event.data
    if "from" in data and "to" in data:
        return f"from {words.LABELS.get(data['from'], data['from'])} to {words.LABELS.get(data['to'], data['to'])}"
    if "why" in data:
        return str(data["why"])
    return f"revision {data['revision']}" if "revision" in data else ""
