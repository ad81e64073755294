"""Mails that the machine cannot read become tickets that a person can: silence is the only forbidden outcome."""

import logging
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from triage.app import App
from triage.errors import Refused
from triage.loaders.settings import Account
from triage.records import Label
from triage.sla.clock import Promise, due_at
from triage.store import effects, events, ledger, messages, tickets
from triage.store.engine import writing
from triage.store.events import NewEvent
from triage.store.ledger import Landed
from triage.usecases.saving import keywords

log = logging.getLogger(__name__)

TRIES = 3


def quarantine(app: App, account: Account, one: Landed, why: str) -> int:
    """Make a visible ticket of a mail that cannot be triaged, with its raw source; 1, or 0 when it is settled.

    why: a sentence for people, without words of the mail. The promise to the customer runs as for any mail.
    """
    from triage.stages.parsing.source import beginning  # few processes ever need it

    now = app.now()
    received_at = min(one.internal_at, now)
    promise = Promise(hours=app.kit.pack(account.store).sla_hours)
    with writing(app.engine) as conn:
        if not ledger.still_landed(conn, [one.id]):
            return 0
        known = messages.known_digests(conn, account.name, [one.sha256]).get(one.sha256)
        if known is None:
            source = beginning(app.blobs.get(one.sha256))
            known = _ticket(conn, account, one, why, source, received_at, due_at(received_at, promise))
            effects.wish(conn, [keywords(account.name, one, ["$Triaged", "triage_quarantined"], now)], now)
        ledger.settle(
            conn, [ledger.Outcome(id=one.id, outcome="quarantined", message_id=known, tries=one.tries + TRIES)]
        )
    log.warning("a mail was quarantined", extra={"ledger": one.id})
    return 1


def release(app: App, public_id: str) -> None:
    """Let a quarantined mail begin anew at the next poll, once what stopped it is mended.

    Its makeshift ticket goes; the one it becomes counts from the same moment. Raises `Refused` for any other ticket.
    """
    with writing(app.engine) as conn:
        ticket = tickets.locked(conn, public_id)
        mail = messages.last_in(conn, ticket.id) if ticket is not None else None
        if ticket is None or mail is None or ticket.status != "quarantined":
            raise Refused("this ticket holds no quarantined mail", fix="look at its state again")
        ledger.release(conn, mail.id)
        tickets.drop(conn, ticket.id)
    log.info("a quarantined mail was released", extra={"ticket": ticket.id})


def _ticket(
    conn: Connection, account: Account, one: Landed, why: str, source: str, received_at: datetime, due: datetime
) -> int:
    """Ticket and message of a mail of which nothing is known but its octets; returns the message's row."""
    new = tickets.NewTicket(
        public_id=tickets.new_public_id(),
        account=account.name,
        store=account.store,
        subject="(mail that could not be read)",
        customer_name="",
        customer_address="",
        status="quarantined",
        auto=None,
        language="",
        primary_label=Label.OTHER.value,
        abstained=True,
        received_at=received_at,
        due_at=due,
    )
    row = tickets.add(conn, [new])[0]
    message = messages.add(conn, [_message(account, one, row, why, source, received_at)])[0]
    events.add(
        conn,
        [
            events.received(row, received_at, due, message),
            NewEvent(ticket_id=row, kind=events.QUARANTINED, at=received_at, actor=events.BOT, data={"why": why}),
        ],
    )
    return message


def _message(
    account: Account, one: Landed, ticket_id: int, why: str, source: str, received_at: datetime
) -> dict[str, Any]:
    return {
        **messages.NOTHING_READ,
        "ticket_id": ticket_id,
        "account": account.name,
        "sha256": one.sha256,
        "direction": "in",
        "message_id": None,
        "subject": "",
        "sent_at": None,
        "received_at": received_at,
        "text": "",
        "full_text": source,
        "html": "",
        "problems": [why],
        "abstained": True,
        "language": "",
    }
