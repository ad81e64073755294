"""A person chooses between two readings of the shop's document; decision and reply follow the one chosen."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from triage.app import App
from triage.errors import Refused
from triage.policy.evaluate import decide
from triage.policy.facts import read_case
from triage.policy.pack import PolicyPack
from triage.policy.readings import SideReading, readings_of
from triage.records import Draft, Label
from triage.stages.draft import Matter, compose
from triage.stages.drafting.marks import Marks, unmarked
from triage.stages.drafting.subject import first_name
from triage.stages.drafting.wording import Wording, locale_of
from triage.store import events, messages
from triage.store.engine import writing
from triage.store.events import NewEvent
from triage.store.messages import Message, StoredClaim
from triage.store.tickets import Ticket
from triage.usecases.rejudge import newest_of, renew_draft
from triage.usecases.revising import answerable, bump


def offered(app: App, store: str, claim: StoredClaim) -> tuple[SideReading, ...]:
    """The readings that a claim leaves open, by the pack that decided it; none once that pack is gone."""
    pack = _pack_of(app, store, claim)
    if pack is None or claim.decision.get("decision") != "review" or not claim.owned:
        return ()
    return readings_of(pack, read_case(claim.case))


def sentences(app: App, store: str, claim: StoredClaim, side: SideReading) -> list[str]:
    """What a reply by this reading would state, in the language of the pack."""
    pack = _pack_of(app, store, claim)
    if pack is None:
        return []
    locale = locale_of(pack.languages[0], None)
    wording = Wording(pack=pack, replies=app.kit.replies, language=pack.languages[0], locale=locale, marks=Marks())
    return [unmarked(wording.statement(key, side.decision)) for key in side.decision.statements]


def choose(app: App, public_id: str, claim_position: int, clause: str, user: str) -> None:
    """Decide one claim of the newest mail by the reading that rests on `clause`; the draft follows.

    What a person worded or took over stays theirs. Raises `Refused` when that reading is not open any more.
    """
    ticket, mail, claims = newest_of(app, public_id)
    chosen = next((one for one in claims if one.position == claim_position), None)
    options = {one.clause: one for one in offered(app, ticket.store, chosen)} if chosen is not None else {}
    if chosen is None or clause not in options:
        raise Refused("this reading is not open any more", fix="look at the ticket again")
    decided = {**options[clause].decision.to_json(), "reading": clause, "reading_by": user}
    draft = _letter(app, ticket, mail, claims, chosen, options[clause])
    now = app.now()
    with writing(app.engine) as conn:
        held = answerable(conn, public_id)
        if held.version != ticket.version:
            raise Refused("the ticket changed meanwhile", fix="look at it again")
        messages.change_claim(conn, chosen.id, {"decision": decided})
        renew_draft(conn, app, app.settings.account(ticket.account), held, mail, draft)
        bump(conn, held, {"abstained": False})
        _tell(conn, held, claim_position, clause, user, now)


def _tell(conn: Connection, ticket: Ticket, position: int, clause: str, user: str, now: datetime) -> None:
    data = {"position": position, "why": clause}
    events.add(conn, [NewEvent(ticket_id=ticket.id, kind=events.CHOSEN, at=now, actor=user, data=data)])


def _letter(
    app: App, ticket: Ticket, mail: Message, claims: Sequence[StoredClaim], chosen: StoredClaim, side: SideReading
) -> Draft:
    pack = app.kit.packs[ticket.store][0]
    matters = []
    for claim in claims:
        by = _pack_of(app, ticket.store, claim) or pack
        decision = side.decision if claim.id == chosen.id else decide(by, read_case(claim.case))
        matters.append(
            Matter(label=Label(claim.label), order_number=claim.order_number, decision=decision, owned=claim.owned)
        )
    country = chosen.case.get("order", {}).get("country")
    return compose(
        matters,
        _pack_of(app, ticket.store, chosen) or pack,
        app.kit.replies,
        subject=mail.subject,
        name=first_name(mail.sender_name),
        language=ticket.language,
        country=country if isinstance(country, str) and chosen.owned else None,
    )


def _pack_of(app: App, store: str, claim: StoredClaim) -> PolicyPack | None:
    return next((pack for pack in app.kit.packs.get(store, ()) if pack.pack_version == claim.pack_version), None)
