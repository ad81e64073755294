"""Approving replies: nothing leaves without a click, and one click sends one reply."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

from triage.app import App
from triage.crashpoints import crashpoint
from triage.errors import Refused
from triage.loaders.settings import Account
from triage.records import address_key
from triage.store import drafts, effects, events, messages
from triage.store.drafts import StoredDraft
from triage.store.effects import Effect, NewEffect
from triage.store.engine import writing
from triage.store.events import NewEvent
from triage.store.tickets import Ticket
from triage.usecases.own import own_addresses, shop_addresses
from triage.usecases.replied import note_replied
from triage.usecases.revising import answerable, bump, newest, revise


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """What approving did. sends: the reply is on its way; else it lies in Drafts, to be sent from the mail program."""

    public_id: str
    revision: int
    sends: bool

    @property
    def words(self) -> str:
        """One sentence for the agent."""
        if self.sends:
            return "Approved: the reply is being sent."
        return "Approved: no way out is configured, so the reply lies in Drafts; send it from your mail program."


def approve(
    app: App,
    public_id: str,
    *,
    draft_revision: int,
    text: str,
    last_message_id: int,
    user: str,
    idempotency_key: str,
) -> Approval:
    """Approve a reply as an agent saw it, perhaps reworded; in one transaction with the wish to send it.

    draft_revision: the draft that was shown (0: none, the words are the agent's own). last_message_id: row of the
    customer's newest mail that was shown. idempotency_key: one a form; the same again gives the same answer and
    sends nothing more. Raises `Refused` when anything is not as it was shown.
    """
    stamp = {"idempotency_key": idempotency_key, "user": user, "text_sha256": _digest(text)}
    now = app.now()
    with writing(app.engine) as conn:
        before = _before(conn, public_id, stamp)
        if before is not None:
            return before
        ticket = answerable(conn, public_id)
        account = app.settings.account(ticket.account)
        answers = messages.last_in(conn, ticket.id)
        if answers is None or answers.id != last_message_id:
            raise Refused("the customer wrote again after you read this ticket", fix="read the new mail, then decide")
        old = newest(conn, ticket, draft_revision)
        if old is not None and old.state == "human":
            raise Refused(
                "this draft was changed in the mail program", fix="send it from there, or save your own words"
            )
        _refuse_nowhere(app, account, old.to_address if old is not None else answers.sender_address)
        sends = app.sender(account) is not None
        draft = old
        if old is None or old.text != text or old.answers_id != answers.id:
            draft = revise(
                conn, app, account, ticket, old, answers, {"text": text, "edited_by": user}, now, filed=not sends
            )
        if draft is None:
            raise Refused("there is no draft to approve", fix="write a reply first")
        _approve(conn, account, ticket, draft, stamp, now, sends=sends)
    crashpoint("K11")
    return Approval(public_id=public_id, revision=draft.revision, sends=sends)


def resolve_unknown(app: App, public_id: str, *, delivered: bool, user: str) -> bool:
    """A person says whether a reply of unknown fate was sent; if not, the same is sent again at once.

    True when it is on its way again; its draft lies ready instead when the customer wrote again meanwhile. Raises
    `Refused` when there is no such reply.
    """
    now = app.now()
    with writing(app.engine) as conn:
        ticket = answerable(conn, public_id)
        one = effects.unknown_of(conn, ticket.id)
        draft = drafts.by_ids(conn, [one.draft_id]).get(one.draft_id) if one is not None and one.draft_id else None
        if one is None or draft is None:
            raise Refused("no reply of this ticket is of unknown fate", fix="look at its state again")
        state = effects.DONE if delivered else effects.FAILED
        said = {"said_by": user, "delivered": delivered, "said_at": now.isoformat()}
        effects.close_unknown(conn, one, state, said, now=now)
        kind = events.SAID_SENT if delivered else events.SAID_UNSENT
        data = {"revision": draft.revision}
        events.add(conn, [NewEvent(ticket_id=ticket.id, kind=kind, at=now, actor=user, data=data)])
        if delivered:
            at = datetime.fromisoformat(one.evidence["dot_at"]) if "dot_at" in one.evidence else now
            note_replied(conn, ticket, draft, at=at, actor=user, raw_sha256=one.evidence.get("sha256"))
            return False
        drafts.reopen(conn, draft.id)
        last = messages.last_in(conn, ticket.id)
        again = drafts.by_ids(conn, [draft.id])[draft.id]
        if last is None or last.id != draft.answers_id or app.sender(app.settings.account(ticket.account)) is None:
            bump(conn, ticket, {"status": "open"})
            return False
        stamp = {"idempotency_key": f"again:{one.id}", "user": user, "text_sha256": _digest(draft.text)}
        _approve(conn, app.settings.account(ticket.account), ticket, again, stamp, now, sends=True)
        return True


def _approve(
    conn: Connection,
    account: Account,
    ticket: Ticket,
    draft: StoredDraft,
    stamp: dict[str, Any],
    now: datetime,
    *,
    sends: bool,
) -> None:
    data = {"revision": draft.revision, "sends": sends}
    events.add(conn, [NewEvent(ticket_id=ticket.id, kind=events.APPROVED, at=now, actor=stamp["user"], data=data)])
    bump(conn, ticket, {"status": "waiting"})
    if sends:
        drafts.change(conn, draft.id, when=("planned", "filed"), values={"state": "approved"})
    number = effects.count_of(conn, draft.id, ("send", "approval"))
    wish = NewEffect(
        kind="send" if sends else "approval",
        key=f"send:{draft.id}:{number}",
        account=account.name,
        due_at=now,
        ticket_id=ticket.id,
        draft_id=draft.id,
        payload={**stamp, "revision": draft.revision, "sends": sends, "approved_at": now.isoformat()},
    )
    effects.wish(conn, [wish], now, state=effects.READY if sends else effects.DONE)


def _before(conn: Connection, public_id: str, stamp: dict[str, Any]) -> Approval | None:
    """The answer that this form got before; refuses a key that was used for something else."""
    for one in effects.approvals_of(conn, public_id):
        if one.payload["idempotency_key"] == stamp["idempotency_key"]:
            if any(one.payload[name] != value for name, value in stamp.items()):
                raise Refused("this form was sent before with other words", fix="load the ticket again")
            return _answer(public_id, one)
    return None


def _answer(public_id: str, one: Effect) -> Approval:
    return Approval(public_id=public_id, revision=one.payload["revision"], sends=one.payload["sends"])


def _refuse_nowhere(app: App, account: Account, address: str) -> None:
    if not address:
        raise Refused("the mail names no address to answer to", fix="answer in the mail program")
    if address.lower() in own_addresses(app, account) or address_key(address) in shop_addresses(app):
        raise Refused("the reply would go to our own mailbox", fix="close the ticket")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
