"""Tickets as the worker leaves them, written through the store; only what a test cares about has to be named."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import count
from typing import Any

from sqlalchemy import Connection

from triage.app import App
from triage.store import drafts, events, messages, tickets
from triage.store.engine import writing
from triage.store.events import NewEvent
from triage.usecases.own import new_message_id

SERIAL = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """An attachment of a ticket's mail."""

    content: bytes
    filename: str | None = "photo.jpg"
    content_type: str = "image/jpeg"
    kind: str = "photo"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOf:
    """One claim with its decision."""

    label: str = "damaged"
    order_number: str | None = "A123"
    decision: str = "needs_info"
    probability: float = 0.93
    owned: bool = True
    order: dict[str, Any] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)
    case: dict[str, Any] | None = None
    pack_version: str = "v1"


PARTS: dict[str, Any] = {
    "store": None,
    "subject": "My bracelet arrived broken",
    "text": "Hello, the clasp snapped when I opened the box.",
    "full_text": None,
    "html": "",
    "name": "Ada Lind",
    "address": "ada@mail.example",
    "reply_to": None,
    "received_at": None,
    "hours": 48.0,
    "status": "open",
    "auto": None,
    "abstained": False,
    "draft": "Dear Ada,\n\nplease send us a photo that shows the problem.\n\nThe Shop\n",
    "draft_state": "filed",
    "spans": (),
    "withheld": (),
    "problems": (),
}


def a_ticket(app: App, *, claims: Sequence[ClaimOf] = (ClaimOf(),), files: Sequence[File] = (), **given: Any) -> str:
    """One ticket with one mail, its claims and a draft; returns its public id. given: see `PARTS`."""
    if unknown := given.keys() - PARTS.keys():
        raise TypeError(f"a ticket has no {sorted(unknown)}")
    part, serial = PARTS | given, next(SERIAL)
    app.blobs.put(_source(part, serial))
    for file in files:
        app.blobs.put(file.content)
    with writing(app.engine) as conn:
        return _write(conn, app, part, serial, claims, files)


def many_tickets(app: App, number: int) -> None:
    """A queue of `number` tickets, each due a few minutes after the one before; their mails' octets are not kept."""
    began = app.now() - timedelta(hours=49)
    labels = ("damaged", "wrong_item", "missing", "late_refund", "cancellation", "size_question")
    with writing(app.engine) as conn:
        for place in range(number):
            part = PARTS | {"subject": f"Question {place}", "received_at": began + timedelta(minutes=3 * place)}
            claim = ClaimOf(label=labels[place % 6], order_number=f"A{1000 + place}")
            _write(conn, app, part, next(SERIAL), [claim], [])


def _write(
    conn: Connection, app: App, part: dict[str, Any], serial: int, claims: Sequence[ClaimOf], files: Sequence[File]
) -> str:
    account = app.settings.accounts[0]
    received: datetime = part["received_at"] or app.now() - timedelta(hours=1)
    due = received + timedelta(hours=part["hours"])
    new = _ticket(account.name, part["store"] or account.store, part, claims, received, due)
    (ticket,) = tickets.add(conn, [new])
    digest = sha256(_source(part, serial)).hexdigest()
    (message,) = messages.add(conn, [_message(account.name, ticket, part, claims, received, digest, serial)])
    messages.add_claims(conn, [_claim(one, ticket, message, at, account.store) for at, one in enumerate(claims)])
    messages.add_attachments(conn, [_file(file, message, at) for at, file in enumerate(files)])
    events.add(conn, [events.received(ticket, received, due if part["auto"] is None else None, message)])
    if part["draft"] is not None and part["auto"] is None:
        (draft,) = drafts.add(conn, [_draft(app, part, ticket, message, new.public_id, received)])
        drafts.change(conn, draft, when=["planned"], values={"state": part["draft_state"]})
        made = NewEvent(ticket_id=ticket, kind="drafted", at=received, actor="bot", data={"revision": 1})
        events.add(conn, [made])
    return new.public_id


def _ticket(
    account: str, store: str, part: dict[str, Any], claims: Sequence[ClaimOf], received: datetime, due: datetime
) -> tickets.NewTicket:
    return tickets.NewTicket(
        public_id=tickets.new_public_id(),
        account=account,
        store=store,
        subject=part["subject"],
        customer_name=part["name"],
        customer_address=part["address"],
        status=part["status"],
        auto=part["auto"],
        language="en",
        primary_label=claims[0].label if claims else "other",
        abstained=part["abstained"],
        received_at=received,
        due_at=due,
    )


def _source(part: dict[str, Any], serial: int) -> bytes:
    return f"From: {part['address']}\r\nX-Number: {serial}\r\n\r\n{part['text']}\r\n".encode("utf-8", "replace")


def _message(
    account: str, ticket: int, part: dict[str, Any], claims: Sequence[ClaimOf], received: datetime, digest: str, at: int
) -> dict[str, Any]:
    return {
        "ticket_id": ticket,
        "account": account,
        "sha256": digest,
        "direction": "in",
        "message_id": f"<m{at}@mail.example>",
        "in_reply_to": None,
        "references": [],
        "subject": part["subject"],
        "sender_name": part["name"],
        "sender_address": part["address"],
        "reply_to": part["reply_to"],
        "sent_at": received,
        "received_at": received,
        "text": part["text"],
        "full_text": part["full_text"] or part["text"],
        "html": part["html"],
        "auto": part["auto"],
        "problems": list(part["problems"]),
        "categories": [{"label": one.label, "probability": one.probability} for one in claims],
        "evidence": [{"label": one.label, "phrase": "clasp snapped", "weight": 1.8} for one in claims],
        "abstained": part["abstained"],
        "language": "en",
        "order_numbers": [one.order_number for one in claims if one.order_number],
        "model_version": "test",
    }


def _claim(one: ClaimOf, ticket: int, message: int, position: int, store: str) -> dict[str, Any]:
    decision = {
        "decision": one.decision,
        "remedies": [],
        "missing": ["photo"] if one.decision == "needs_info" else [],
        "deadline": None,
        "cites": ["Damaged or Defective Items"],
        "conflicts": [],
        "trace": [{"rule": "damaged.window", "outcome": "met", "because": "reported 1 day after delivery, within 7"}],
    }
    order = ({"number": one.order_number} | one.order) if one.order_number else {}
    return {
        "message_id": message,
        "ticket_id": ticket,
        "position": position,
        "label": one.label,
        "label_by": None,
        "probability": one.probability,
        "order_number": one.order_number,
        "facts": {"has_photo": False},
        "owned": one.owned,
        "pack_version": one.pack_version,
        "case": one.case
        or {"store": store, "category": one.label, "order": order, "message": {"has_photo": False}, "case": {}},
        "decision": decision | one.more,
    }


def _file(file: File, message: int, position: int) -> dict[str, Any]:
    return {
        "message_id": message,
        "position": position,
        "filename": file.filename,
        "content_type": file.content_type,
        "size_bytes": len(file.content),
        "sha256": sha256(file.content).hexdigest(),
        "kind": file.kind,
    }


def _draft(app: App, part: dict[str, Any], ticket: int, message: int, public_id: str, now: datetime) -> dict[str, Any]:
    return {
        "ticket_id": ticket,
        "answers_id": message,
        "revision": 1,
        "message_id": new_message_id(app, app.settings.accounts[0], public_id, 1),
        "to_name": part["name"],
        "to_address": part["address"],
        "subject": f"Re: {part['subject']}",
        "text": part["draft"],
        "html": "",
        "template": "shop/damaged/needs_info",
        "language": "en",
        "created_at": now,
        "edited_by": None,
        "spans": list(part["spans"]),
        "withheld": list(part["withheld"]),
    }
