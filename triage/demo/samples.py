"""The sample mailbox, moved in time so that its newest mail has just come."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path

REFERENCE = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
"""The "now" for which the samples and the demo orders were written."""

HEADER_END = re.compile(rb"\r?\n\r?\n")
DATE_LINE = re.compile(rb"^(Date:[ \t]*)([^\r\n]+)", re.IGNORECASE | re.MULTILINE)
RECEIVED_TIME = re.compile(rb";([ \t\r\n]+)([A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One mail to lay into a folder of a store's mailbox. at: when it came, aware UTC. sent: the shop's own answer."""

    store: str
    sent: bool
    at: datetime
    raw: bytes = field(repr=False)


def deliveries(folder: Path, by: timedelta) -> Iterator[Delivery]:
    """Every sample mail and the earlier questions with their answers, moved by `by`, oldest first in each store."""
    for store in sorted(path.name for path in folder.iterdir() if path.is_dir() and path.name != "history"):
        mails = [_delivery(path, store, by, sent=False) for path in (folder / store).glob("*.eml")]
        mails += [_delivery(path, store, by, sent=False) for path in (folder / "history" / store).glob("*.eml")]
        mails += [_delivery(path, store, by, sent=True) for path in (folder / "history" / store / "sent").glob("*.eml")]
        yield from sorted(mails, key=lambda mail: mail.at)


def _delivery(path: Path, store: str, by: timedelta, *, sent: bool) -> Delivery:
    raw = path.read_bytes()
    end = HEADER_END.search(raw)
    head, rest = (raw, b"") if end is None else (raw[: end.start()], raw[end.start() :])
    found = DATE_LINE.search(head)
    at = _instant(found[2]) if found else REFERENCE
    head = DATE_LINE.sub(lambda line: line[1] + _moved(line[2], by), head)
    head = RECEIVED_TIME.sub(lambda stamp: b";" + stamp[1] + _moved(stamp[2], by), head)
    return Delivery(store=store, sent=sent, at=at + by, raw=head + rest)


def _instant(date: bytes) -> datetime:
    return parsedate_to_datetime(date.decode("ascii")).astimezone(UTC)


def _moved(date: bytes, by: timedelta) -> bytes:
    """The same time of day in the same zone, later."""
    moved = parsedate_to_datetime(date.decode("ascii")) + by
    return format_datetime(moved).encode("ascii")


def moved_orders(source: Path, target: Path, by: timedelta) -> None:
    """Write the demo orders with every time moved by `by`, in the same format."""
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                record["order"] = {name: _moved_value(name, value, by) for name, value in record["order"].items()}
                out.write(json.dumps(record, ensure_ascii=False) + "\n")


def _moved_value(name: str, value: object, by: timedelta) -> object:
    if name.endswith("_at") and isinstance(value, str):
        return (datetime.fromisoformat(value) + by).isoformat()
    return value
