"""The one place that speaks to mail-parser, which has no types and may raise anything on a hostile mail."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime

import mailparser

from triage.stages.parsing.headers import first_id, ids_of, values_of

# Read once each from the first header of the name: repeated headers would change the library's types.
_READ = ("message-id", "in-reply-to", "references", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Ids and date of a mail; `defects` are short names of what the library found wrong with them."""

    message_id: str | None = None
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    date: datetime | None = None
    defects: tuple[str, ...] = ()


def read_envelope(message: Message) -> Envelope:
    """Ids, date and defects of `message`, bounded by the callers' limits; never raises."""
    slim = Message()
    for name in _READ:
        values = values_of(message, name)
        if values:
            slim[name] = values[0][:16384].replace("\r", "").replace("\n", " ")
    try:
        return _read(mailparser.MailParser(slim))
    except Exception:  # noqa: BLE001 - the door to a foreign parser: whatever it raises, the mail is still read
        return _by_hand(slim)


def _read(parsed: mailparser.MailParser) -> Envelope:
    return Envelope(
        message_id=first_id(_text(parsed.message_id)),
        in_reply_to=first_id(_text(parsed.in_reply_to)),
        references=ids_of(_text(parsed.references)),
        date=_utc(parsed.date) or _loose_date(_text(parsed.message["date"])),
        defects=tuple(sorted(str(name) for name in parsed.defects_categories)),
    )


def _by_hand(slim: Message) -> Envelope:
    """The same from the bare headers."""
    return Envelope(
        message_id=first_id(_text(slim["message-id"])),
        in_reply_to=first_id(_text(slim["in-reply-to"])),
        references=ids_of(_text(slim["references"])),
        date=_loose_date(_text(slim["date"])),
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _utc(moment: object) -> datetime | None:
    """Aware UTC; the library means UTC where it gives no zone."""
    if not isinstance(moment, datetime):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _loose_date(value: str) -> datetime | None:
    """Dates outside the standard that can still be told: ISO 8601, no zone, other order."""
    if not value:
        return None
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            return _utc(read(value.strip()[:100]))
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
