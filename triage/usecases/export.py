"""A person's data, to hand to them: what they wrote and were written, their files, and what was made of it."""

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection

from triage.app import App
from triage.errors import InputError, OperatorError
from triage.mail.masking import SOMEBODY, masked_mail, masked_text
from triage.store import events, exporting
from triage.store.engine import reading
from triage.usecases.erase import find, plain_address

ACTORS = (events.BOT, events.CUSTOMER, events.MAIL_PROGRAM)
FROM_LINE = re.compile(rb"^(>*From )", re.MULTILINE)


@dataclass(slots=True, kw_only=True)
class Exported:
    """What was written, counted. missing: octets that were not kept any more. waiting: mails not triaged yet."""

    folder: Path
    tickets: int = 0
    mails: int = 0
    files: int = 0
    orders: int = 0
    missing: int = 0
    waiting: int = 0


def export(app: App, customer: str, *, out: Path | None = None) -> Exported:
    """Write all data of one address into a new folder: `person.json`, `mails.mbox`, `attachments/`.

    Other people's names and addresses are masked, agents are called that. The folder is readable by this user alone.
    Raises `InputError` when there is nothing, or when the folder holds something already.
    """
    address = plain_address(customer)
    person = find(app, address)
    with reading(app.engine) as conn:
        orders = exporting.orders_of(conn, address)
    if not (person.traces.tickets or person.traces.messages or orders or person.waiting):
        raise InputError("nothing is kept about this address", fix="check how it is written; case does not matter")
    folder = _folder(out or Path(f"export-{re.sub(r'[^a-z0-9.-]+', '_', address)}-{app.now():%Y%m%dT%H%M%S}"))
    done = Exported(folder=folder, orders=len(orders), waiting=len(person.waiting))
    known = frozenset({address} | _shops_own(app))
    with reading(app.engine) as conn, _new(folder / "mails.mbox") as box:
        told = {
            "address": address,
            "exported_at": app.now().isoformat(),
            "tickets": list(_tickets(conn, sorted(person.traces.tickets), known)),
            "mails": list(_mails(app, conn, sorted(person.traces.messages), known, box, done)),
            "orders": [_plain(one) for one in orders],
        }
        for _, digest in person.waiting:
            _into_box(app, box, digest, None, known, done)
    done.tickets = len(person.traces.tickets)
    with _new(folder / "person.json") as file:
        file.write(json.dumps(told, ensure_ascii=False, indent=1, default=str).encode("utf-8", "replace"))
    return done


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        if any(path.iterdir()):
            raise InputError(f"{path} holds something already", fix="give another --out")
        (path / "attachments").mkdir(mode=0o700)
    except OSError as fault:
        raise OperatorError(f"{path} cannot be made ({fault.strerror})", fix="give another --out") from fault
    return path


def _new(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _shops_own(app: App) -> set[str]:
    """The shop's addresses are no third party's."""
    given = [address for account in app.settings.accounts for address in (account.user, account.from_address)]
    return {address.lower() for address in given if "@" in address}


def _tickets(conn: Connection, ids: Sequence[int], known: frozenset[str]) -> Iterator[dict[str, Any]]:
    for page in exporting.pages(ids):
        parts = {name: _by(rows, "ticket_id") for name, rows in exporting.ticket_parts(conn, page).items()}
        for ticket in exporting.tickets_with(conn, page):
            row = ticket.pop("id")
            happened = [
                one | {"actor": one["actor"] if one["actor"] in ACTORS else "agent"} for one in parts["events"][row]
            ]
            yield _masked(ticket | {"events": happened, "drafts": parts["drafts"][row]}, known)


def _mails(
    app: App, conn: Connection, ids: Sequence[int], known: frozenset[str], box: BinaryIO, done: Exported
) -> Iterator[dict[str, Any]]:
    for page in exporting.pages(ids):
        parts = {name: _by(rows, "message_id") for name, rows in exporting.mail_parts(conn, page).items()}
        names = {one["id"]: one["public_id"] for one in exporting.tickets_with(conn, _tickets_in(conn, page))}
        for mail in exporting.mails_of(conn, page):
            row = mail.pop("id")
            files = [_file(app, row, one, done) for one in parts["attachments"][row]]
            _into_box(app, box, mail["sha256"], mail["received_at"], known, done)
            if mail["sender_address"].lower() not in known | {""}:
                mail["sender_name"] = SOMEBODY
            told = mail | {"ticket": names.get(mail.pop("ticket_id")), "attachments": files}
            yield _masked(told | {"claims": parts["claims"][row], "confirmed": parts["confirmed"][row]}, known)


def _tickets_in(conn: Connection, page: Sequence[int]) -> list[int]:
    return sorted({one["ticket_id"] for one in exporting.mails_of(conn, page)})


def _by(rows: Iterable[dict[str, Any]], key: str) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row.pop(key)].append(row)
    return found


def _file(app: App, mail: int, one: dict[str, Any], done: Exported) -> dict[str, Any]:
    """Write one attachment; its row with the name that it has in the folder, None when it is not kept any more."""
    name = f"{mail}-{one['position']}-{re.sub(r'[^A-Za-z0-9._-]', '_', one['filename'] or 'unnamed')[-80:]}"
    octets = _octets(app, one["sha256"])
    if octets is None:
        done.missing += 1
        return one | {"file": None}
    with _new(done.folder / "attachments" / name) as file:
        file.write(octets)
    done.files += 1
    return one | {"file": f"attachments/{name}"}


def _octets(app: App, digest: str) -> bytes | None:
    return app.blobs.get(digest) if app.blobs.path(digest).exists() else None


def _into_box(app: App, box: BinaryIO, digest: str, at: datetime | None, known: frozenset[str], done: Exported) -> None:
    """Append one mail to the mbox file, other people masked."""
    octets = _octets(app, digest)
    if octets is None:
        done.missing += 1
        return
    text = masked_mail(octets, known).replace(b"\r\n", b"\n")
    moment = f"{at or app.now():%a %b %d %H:%M:%S %Y}".encode()
    box.write(b"From MAILER-DAEMON " + moment + b"\n" + FROM_LINE.sub(rb">\1", text).rstrip(b"\n") + b"\n\n")
    done.mails += 1


def _masked(value: Any, known: frozenset[str]) -> Any:
    """The same data with other people's addresses masked in every text."""
    if isinstance(value, str):
        return masked_text(value, known)
    if isinstance(value, Mapping):
        return {key: one if key == "message_id" else _masked(one, known) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(one, known) for one in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in row.items()}
