"""Stage 5, draft: judged claims and the shop's words -> one reply. Pure.

A letter is a frame in the store's voice around one paragraph a matter. Paragraphs hold what the pack states for the
decision and ask for what is missing; a customer's words never become ours. Each piece keeps its source, and the guard
reads the whole before anyone sees it: a letter that it refuses gives way to the holding reply, which grants nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from triage.kit import Replies
from triage.policy.decision import Decision
from triage.policy.pack import PolicyPack
from triage.policy.verdict import JudgedClaim
from triage.records import Claim, Draft, Label, Reading
from triage.stages.drafting.guard import faults
from triage.stages.drafting.layout import as_html, tidy
from triage.stages.drafting.marks import Marks, unmarked
from triage.stages.drafting.subject import first_name, reply_subject
from triage.stages.drafting.wording import Wording, locale_of, sentence

AFTERWARDS = ".then"
"""How the keys of statements end that say what follows once the customer has sent what is missing."""
TROUBLE = (Label.WRONG_ITEM, Label.DAMAGED, Label.MISSING, Label.LATE_REFUND)
_LOOKS_UP = "colleague"
"""The statement by which a pack hands a matter to a person; a letter says so once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One paragraph's worth: a label with its order and decision. owned: see `JudgedClaim`."""

    label: Label
    order_number: str | None
    decision: Decision
    owned: bool = True


def draft_reply(reading: Reading, claims: Sequence[JudgedClaim], pack: PolicyPack, replies: Replies) -> Draft | None:
    """The reply to one mail, in its language where the shop writes that; None when there is nobody to write to.

    A mail that the classifier is not sure of gets a holding reply, which promises a person's answer and nothing else.
    """
    if not reading.mail.sender.address:
        return None
    matters = [
        Matter(
            label=judged.claim.label,
            order_number=judged.claim.order_number,
            decision=judged.decision,
            owned=judged.owned,
        )
        for judged in claims
    ]
    countries = (judged.order.facts.get("country") for judged in claims if judged.order is not None)
    return compose(
        matters,
        pack,
        replies,
        subject=reading.mail.subject,
        name=first_name(reading.mail.sender.name),
        sure=not reading.understanding.abstained and all(_is_plain(judged.claim) for judged in claims),
        settled=reading.settled,
        language=reading.understanding.language,
        country=next((country for country in countries if isinstance(country, str)), None),
    )


def _is_plain(claim: Claim) -> bool:
    """Whether the words bear out what a wrong reply could not take back: orders are changed only when asked."""
    return claim.label is not Label.CANCELLATION or bool(claim.facts.get("wants"))


def compose(
    matters: Sequence[Matter],
    pack: PolicyPack,
    replies: Replies,
    *,
    subject: str,
    name: str = "",
    sure: bool = True,
    settled: bool = False,
    language: str | None = None,
    country: str | None = None,
) -> Draft:
    """One letter for one or several matters. subject: of the mail that is answered; "" gives the shop's own.

    language: the customer's; where the shop does not write it, or lacks a sentence in it, its first one is taken.
    country: the customer's, for the way of writing days; never guessed. settled: the customer wrote that it has come
    right, so a word of thanks is all there is to say.
    """
    spoken = _spoken(matters if sure else (), pack, replies, language)
    written = _letter(matters, subject, name, _wording(pack, replies, spoken, country), sure=sure, settled=settled)
    refused = faults(written.text, written.spans, spoken)
    if not refused:
        return written
    wording = _wording(pack, replies, spoken, country)
    held = _letter(matters, subject, "", wording, sure=False, withheld=refused)
    if not faults(held.text, held.spans, spoken):
        return held
    bare = tidy(unmarked(_render(wording, "holding", {"promise": ""})))  # the fault is in the frame itself
    return replace(held, text=bare, html=as_html(bare), spans=())


def _spoken(matters: Sequence[Matter], pack: PolicyPack, replies: Replies, wanted: str | None) -> str:
    """The language that the whole letter can be written in: never two in one letter."""
    keys = {key for matter in matters for key in matter.decision.statements}
    for language in (wanted or pack.languages[0], pack.languages[0]):
        written = language in pack.languages and replies.has("common/letter", language)
        if written and all(sentence(pack, replies, key, language) is not None for key in keys):
            return language
    return pack.languages[0]


def _wording(pack: PolicyPack, replies: Replies, language: str, country: str | None) -> Wording:
    return Wording(pack=pack, replies=replies, language=language, locale=locale_of(language, country), marks=Marks())


def _letter(
    matters: Sequence[Matter],
    subject: str,
    name: str,
    wording: Wording,
    *,
    sure: bool,
    settled: bool = False,
    withheld: tuple[str, ...] = (),
) -> Draft:
    if settled:
        paragraphs = [_render(wording, "settled", {}).strip()]
        kind = f"{Label.OTHER.value}/settled"
    elif sure and matters:
        paragraphs = _paragraphs(matters, wording)
        kind = f"{matters[0].label.value}/{matters[0].decision.decision if matters[0].owned else 'neutral'}"
    else:
        paragraphs = [_render(wording, "holding", {"promise": wording.promise()})]
        kind = f"{matters[0].label.value if matters else Label.OTHER.value}/holding"
    shop = wording.pack.name
    values = {
        "name": wording.marks.mark(unmarked(name), "name", "customer") if name else "",
        "paragraphs": paragraphs,
        "shop": shop,
        "sorry": any(matter.label in TROUBLE for matter in matters),
    }
    text, spans = wording.marks.resolve(tidy(_render(wording, "letter", values)))
    return Draft(
        subject=reply_subject(subject or _render(wording, "subject", {"shop": shop}).strip()),
        text=text,
        html=as_html(text),
        template=f"{wording.pack.store}/{kind}",
        language=wording.language,
        spans=spans,
        withheld=withheld,
    )


def _paragraphs(matters: Sequence[Matter], wording: Wording) -> list[str]:
    """A paragraph a matter; what two matters would both state is said once."""
    said: set[str] = set()
    paragraphs: list[str] = []
    for matter in matters:
        if matter.owned:
            paragraphs.append(_matter(matter, wording, said, several=len(matters) > 1))
        elif "neutral" not in said:
            said.add("neutral")
            paragraphs.append(_render(wording, "neutral", {"promise": wording.promise()}))
    return paragraphs


def _matter(matter: Matter, wording: Wording, said: set[str], *, several: bool) -> str:
    decision = matter.decision
    stated: dict[str, str] = {}
    for key in decision.statements:
        words = wording.statement(key, decision)
        if unmarked(words) not in said:
            said.add(unmarked(words))
            stated[key] = words
    asked = [fact for fact in decision.missing if _can_ask(fact, wording)]
    looked_up = len(asked) < len(decision.missing)
    if looked_up:  # who has the order open for other facts sees its date too
        asked = [fact for fact in asked if fact != "placed_at"]
    values = {
        "heading": _heading(matter, wording, several=several),
        "statements": [words for key, words in stated.items() if not key.endswith(AFTERWARDS)],
        "afterwards": [words for key, words in stated.items() if key.endswith(AFTERWARDS)],
        "asks": [wording.marks.mark(_render(wording, f"ask_{fact}", {}).strip(), "ask", fact) for fact in asked],
        "looked_up": looked_up,
        "colleague": _LOOKS_UP in stated or any(_hands_over(key, wording) for key in stated),
        "promise": wording.promise(),
    }
    return _render(wording, decision.decision, values).strip()


def _hands_over(key: str, wording: Wording) -> bool:
    """Whether a statement says by itself that a colleague takes over; read in the pack's own language."""
    return _LOOKS_UP in wording.pack.statements[key]


def _heading(matter: Matter, wording: Wording, *, several: bool) -> str:
    """What the paragraph is about; only said when a letter holds several matters or an order is known."""
    number = matter.order_number
    shown = wording.marks.mark(unmarked(number), "fact", "order_number") if number else ""
    values: Mapping[str, object] = {"label": matter.label.value, "order_number": shown, "several": several}
    words = _render(wording, "heading", values).strip()
    return wording.marks.mark(words, "matter", matter.label.value) if words else ""


def _can_ask(fact: str, wording: Wording) -> bool:
    """Whether a customer can give it: there are words to ask for it. The rest is looked up by the shop."""
    return any(wording.replies.has(f"{place}/ask_{fact}", wording.language) for place in (wording.pack.store, "common"))


def _render(wording: Wording, part: str, values: Mapping[str, object]) -> str:
    """The store's own version of a part, else the common one."""
    own = f"{wording.pack.store}/{part}"
    chosen = own if wording.replies.has(own, wording.language) else f"common/{part}"
    return wording.replies.render(chosen, wording.language, values)
