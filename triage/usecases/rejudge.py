"""A person says what a mail is about: the decision and the reply follow."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from triage.app import App
from triage.errors import Refused
from triage.loaders.settings import Account
from triage.pipeline import Judgement
from triage.records import Category, Claim, Draft, Extraction, History, Label, RawMail, Reading
from triage.store import drafts, events, messages
from triage.store.confirmed import CONSOLE
from triage.store.engine import reading, writing
from triage.store.events import NewEvent
from triage.store.messages import Message, StoredClaim
from triage.store.orders import ImportedOrders
from triage.store.tickets import Ticket
from triage.usecases.confirming import confirm
from triage.usecases.own import own_addresses
from triage.usecases.revising import answerable, bump, revise
from triage.usecases.saving import words_of


def relabel(app: App, public_id: str, claim_position: int, label: Label, user: str, *, how: str = CONSOLE) -> None:
    """Give one claim of the newest mail another label; its decision and the draft follow, as a new revision.

    The labels are kept to learn from. how: where it was said, see `store.confirmed`.

    What a person worded or took over stays theirs. Raises `Refused` when there is no such claim, or the ticket moved
    on meanwhile.
    """
    ticket, mail, old = newest_of(app, public_id)
    if claim_position not in range(len(old)):
        raise Refused("the newest mail has no such claim", fix="load the ticket again")
    account = app.settings.account(ticket.account)
    labels = [label.value if one.position == claim_position else one.label for one in old]
    judgement = _judge(app, account, ticket, mail, old, labels)
    now = app.now()
    with writing(app.engine) as conn:
        held = answerable(conn, public_id)
        if held.version != ticket.version:
            raise Refused("the ticket changed meanwhile", fix="look at it again")
        _change_claims(conn, old, judgement, claim_position, user)
        renew_draft(conn, app, account, held, mail, judgement.draft)
        bump(conn, held, {"primary_label": labels[0], "abstained": False})
        confirm(conn, mail.id, labels, who=user, how=how, now=now)
        data = {"position": claim_position, "from": old[claim_position].label, "to": label.value}
        events.add(conn, [NewEvent(ticket_id=held.id, kind=events.RELABELLED, at=now, actor=user, data=data)])


def newest_of(app: App, public_id: str) -> tuple[Ticket, Message, list[StoredClaim]]:
    """A ticket that can be answered, with its newest mail and that mail's claims. Raises `Refused` for any other."""
    with reading(app.engine) as conn:
        ticket = answerable(conn, public_id)
        mail = messages.last_in(conn, ticket.id)
        if mail is None:
            raise Refused("this ticket holds no mail", fix="look at its state again")
        return ticket, mail, messages.claims_of(conn, mail.id)


def _judge(
    app: App, account: Account, ticket: Ticket, mail: Message, old: Sequence[StoredClaim], labels: Sequence[str]
) -> Judgement:
    """Judge the mail again as if the classifier had said these labels, and had been sure."""
    if not app.blobs.path(mail.sha256).exists():
        raise Refused("the mail's file is not kept any more, so it cannot be judged again", fix="write the reply")
    raw = RawMail(
        raw=app.blobs.get(mail.sha256),
        received_at=mail.received_at,
        source=f"ticket/{ticket.public_id}",
        voucher=account.voucher,
    )
    view = app.read([raw], account.store, app.kit, own_addresses(app, account))[0]
    numbers = sorted({one.order_number for one in old if one.order_number is not None})
    with reading(app.engine) as conn:
        first, last = messages.times(conn, [ticket.id], before=mail.received_at).get(ticket.id, (None, None))
        replied = events.last_reply(conn, [ticket.id]).get(ticket.id)
    return app.judge(
        _relabelled(view, old, labels),
        account.store,
        app.kit,
        orders=ImportedOrders(engine=app.engine).lookup(account.store, numbers),
        history=History(first_reported_at=first, last_customer_mail_at=last, last_store_reply_at=replied),
        received_at=mail.received_at,
    )


def _relabelled(view: Reading, old: Sequence[StoredClaim], labels: Sequence[str]) -> Reading:
    claims = tuple(
        Claim(label=Label(label), order_number=one.order_number, facts=one.facts)
        for one, label in zip(old, labels, strict=True)
    )
    chances = {one.label: one.probability for one in view.understanding.categories}
    names = dict.fromkeys(claim.label for claim in claims)
    categories = tuple(Category(label=name, probability=chances.get(name, 1.0)) for name in names)
    return replace(
        view,
        quoted=(),  # what a person said is not read in the light of anything
        understanding=replace(view.understanding, categories=categories, abstained=False),
        extraction=Extraction(order_numbers=view.extraction.order_numbers, claims=claims),
    )


def _change_claims(
    conn: Connection, old: Sequence[StoredClaim], judgement: Judgement, position: int, user: str
) -> None:
    for one, judged in zip(old, judgement.claims, strict=True):
        values = {
            "label": judged.claim.label.value,
            "owned": judged.owned,
            "pack_version": judged.pack_version,
            "case": judged.case,
            "decision": judged.decision.to_json(),
        }
        messages.change_claim(conn, one.id, values | ({"label_by": user} if one.position == position else {}))


def renew_draft(
    conn: Connection, app: App, account: Account, ticket: Ticket, mail: Message, draft: Draft | None
) -> None:
    """Lay `draft` ready in the place of the bot's last one; what a person worded or took over is left alone."""
    live = drafts.live(conn, [ticket.id]).get(ticket.id)
    if draft is None or (live is not None and (live.state in ("human", "approved") or live.edited_by is not None)):
        return
    now = app.now()
    row = revise(conn, app, account, ticket, live, mail, words_of(draft), now)
    data = {"revision": row.revision}
    events.add(conn, [NewEvent(ticket_id=ticket.id, kind=events.DRAFTED, at=now, actor=events.BOT, data=data)])
