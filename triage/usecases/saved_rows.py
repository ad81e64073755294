"""What a triaged mail becomes in the tables. Pure."""

from collections.abc import Sequence
from typing import Any

from triage.loaders.settings import Account
from triage.records import Attachment, ParsedMail
from triage.store import messages, tickets
from triage.usecases.triaging import Triaged

EVIDENCE = ("width", "height", "clarity", "taken", "picture_hash", "mirrored_hash", "pages", "paper", "problem")
"""Fields of a finding that are kept."""


def ticket_row(account: Account, one: Triaged) -> tickets.NewTicket:
    """The ticket that a mail begins."""
    mail, view = one.reading.mail, one.reading.understanding
    return tickets.NewTicket(
        public_id=one.thread.public_id,
        account=account.name,
        store=account.store,
        subject=mail.subject,
        customer_name=mail.sender.shown_name,
        customer_address=mail.sender.key[:320],
        status="open" if mail.auto is None else "automatic",
        auto=mail.auto.value if mail.auto is not None else None,
        language=view.language[:8],
        primary_label=view.primary.value,
        abstained=view.abstained,
        received_at=one.received_at,
        due_at=one.judgement.due_at,
        related=one.thread.related,
    )


def message_row(account: Account, one: Triaged, ticket_id: int) -> dict[str, Any]:
    """The row of the mail itself."""
    mail, view = one.reading.mail, one.reading.understanding
    return {
        "ticket_id": ticket_id,
        "account": account.name,
        "sha256": one.landed.sha256,
        "direction": "in",
        "message_id": mail.message_id,
        "in_reply_to": mail.in_reply_to,
        "references": list(mail.references),
        "subject": mail.subject,
        "sender_name": mail.sender.name,
        "sender_address": mail.sender.address[:320],
        "reply_to": mail.reply_to.address[:320] if mail.reply_to is not None else None,
        "sent_at": mail.date,
        "received_at": one.received_at,
        "text": mail.text,
        "full_text": mail.full_text,
        "html": mail.html,
        "auto": mail.auto.value if mail.auto is not None else None,
        "problems": list(mail.problems),
        "categories": [{"label": c.label.value, "probability": c.probability} for c in view.categories],
        "evidence": [{"label": e.label.value, "phrase": e.phrase, "weight": e.weight} for e in view.evidence],
        "abstained": view.abstained,
        "language": view.language[:8],
        "order_numbers": list(one.reading.extraction.order_numbers),
        "model_version": view.model_version[:100],
        "trust": trust_of(mail),
    }


def trust_of(mail: ParsedMail) -> str | None:
    """What is known of the sender, as it is stored."""
    if not mail.one_author:
        return messages.UNCLEAR
    if mail.vouched is None:
        return None
    return messages.VOUCHED if mail.vouched else messages.UNVOUCHED


def attachment_rows(one: Triaged, message: int) -> list[dict[str, Any]]:
    """Rows of its attachments. message: row of the mail."""
    seen = one.reading.extraction.seen or ((),) * len(one.reading.mail.attachments)
    return [
        {
            "message_id": message,
            "position": position,
            "filename": part.filename,
            "content_type": part.content_type[:255],
            "size_bytes": part.size_bytes,
            "sha256": part.sha256,
            "kind": part.kind.value,
            "evidence": _evidence(part, numbers),
        }
        for position, (part, numbers) in enumerate(zip(one.reading.mail.attachments, seen, strict=True))
    ]


def _evidence(part: Attachment, numbers: Sequence[str]) -> dict[str, Any] | None:
    """What was seen in an attachment, without the words that were read in it."""
    found = part.finding
    if found is None:
        return None
    known = {name: getattr(found, name) for name in EVIDENCE}
    return {name: value for name, value in known.items() if value is not None} | {"numbers": list(numbers)}


def claim_rows(one: Triaged, message: int, rows: dict[str, int]) -> list[dict[str, Any]]:
    """Rows of its claims. message: row of the mail; rows: of tickets, by public id."""
    chances = {category.label: category.probability for category in one.reading.understanding.categories}
    return [
        {
            "message_id": message,
            "ticket_id": rows[one.thread.public_id],
            "position": position,
            "label": judged.claim.label.value,
            "label_by": None,
            "probability": chances.get(judged.claim.label, 0.0),
            "order_number": judged.claim.order_number,
            "facts": judged.claim.facts,
            "owned": judged.owned,
            "pack_version": judged.pack_version,
            "case": judged.case,
            "decision": judged.decision.to_json(),
        }
        for position, judged in enumerate(one.judgement.claims)
    ]
