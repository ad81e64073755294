"""The one place that speaks to mail-parser, which has no types and may raise anything on a hostile mail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime

import mailparser

from triage.stages.parsing.headers import first_id, ids_of

# Read once each from the first header of the name: repeated headers would change the library's types.
_READ = ("message-id", "in-reply-to", "references", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Ids and date of a mail."""

    message_id: str | None = None
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    date: datetime | None = None


class _Slim(mailparser.MailParser):  # type: ignore[misc]  # it has no types
    """Without the two dictionaries of everything that the library makes of each mail: nobody here reads them."""

    def _make_mail(self, complete: bool = True) -> dict[str, object]:  # noqa: ARG002  # the library's own form
        return {}


def read_envelope(headers: Mapping[str, Sequence[str]]) -> Envelope:
    """Ids and date of a mail, bounded by the callers' limits; never raises."""
    slim = {name: headers[name][0][:16384].replace("\r", "").replace("\n", " ") for name in _READ if headers.get(name)}
    message = Message()
    for name, value in slim.items():
        message[name] = value
    try:
        return _read(_Slim(message))
    except Exception:  # noqa: BLE001 - the door to a foreign parser: whatever it raises, the mail is still read
        return _by_hand(slim)


def _read(parsed: mailparser.MailParser) -> Envelope:
    return Envelope(
        message_id=first_id(_text(parsed.message_id)),
        in_reply_to=first_id(_text(parsed.in_reply_to)),
        references=ids_of(_text(parsed.references)),
        date=_utc(parsed.date) or _loose_date(_text(parsed.message["date"])),
    )


def _by_hand(slim: Mapping[str, str]) -> Envelope:
    """The same from the bare headers."""
    return Envelope(
        message_id=first_id(slim.get("message-id", "")),
        in_reply_to=first_id(slim.get("in-reply-to", "")),
        references=ids_of(slim.get("references", "")),
        date=_loose_date(slim.get("date", "")),
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
