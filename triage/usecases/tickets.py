"""Tickets as a list, for people and programs."""

from collections.abc import Iterator, Mapping
from typing import Any

from triage.app import App
from triage.store import review
from triage.store.engine import reading

PAGE = 500


def list_tickets(app: App) -> Iterator[dict[str, Any]]:
    """Every ticket with the contract's fields, oldest first. message_id: of the mail that began it."""
    after = 0
    while True:
        with reading(app.engine) as conn:
            page = review.listing(conn, after_id=after, limit=PAGE)
            mails = review.mail_faces(conn, [row["id"] for row in page])
        if not page:
            return
        after = page[-1]["id"]
        for row in page:
            yield _line(row, mails.get(row["id"], []))


def _line(row: Mapping[str, Any], mails: list[review.MailFace]) -> dict[str, Any]:
    numbers = dict.fromkeys(number for mail in reversed(mails) for number in mail.order_numbers)
    labels = row["labels"].split(",") if row["labels"] else [row["primary_label"]]
    return {
        "id": row["public_id"],
        "store": row["store"],
        "message_id": mails[0].message_id if mails else None,
        "received_at": row["received_at"].isoformat(),
        "due_at": row["due_at"].isoformat(),
        "status": row["status"],
        "categories": list(dict.fromkeys(labels)),
        "order_numbers": list(numbers),
        "decision": row["decision"],
        "draft_message_id": row["draft_message_id"],
    }


def ticket_line(ticket: Mapping[str, Any]) -> str:
    """One aligned line: id, status, due, store, labels, order, decision. No words of people."""
    orders = ",".join(ticket["order_numbers"]) or "-"
    due = ticket["due_at"][:16].replace("T", " ")
    return (
        f"{ticket['id']:<10}  {ticket['status']:<11}  due {due}Z  {ticket['store']:<12}  "
        f"{','.join(ticket['categories']):<28}  {orders:<14}  {ticket['decision'] or '-'}"
    )
