"""Is this the installation that speaks for the shop, or a copy of it? A copy reads, and does nothing to the world.

A data folder is a copy when its instance file is another file than the one that was written (its inode differs) and it
lies elsewhere too (another machine or path). So a container that starts anew on its volume, a new host name or a moved
folder is no copy. The same place with another file is a folder put back by hand: what was about to leave is held then,
as after `restore`.
"""

import hashlib
import json
import os
import secrets
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from triage.app import App
from triage.errors import OperatorError
from triage.store import instance
from triage.store.engine import reading, writing
from triage.store.instance import Instance

FILE = "instance.json"
MACHINE_ID = Path("/etc/machine-id")


class CopyError(OperatorError):
    """This is a copy of an installation: it must not send, file or remove anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the instance file says, and whether it is the very file that was written."""

    name: str
    original: bool


def require_ours(app: App) -> None:
    """Return when this installation may act on the world; binds a new one to its place.

    Raises `CopyError` for a copy.
    """
    with reading(app.engine) as conn:
        row = instance.get(conn)
    mark = _read(app.settings.data_dir)
    if row is None:
        _bind(app, mark)
        return
    here = place(app.settings.data_dir)
    if mark is not None and mark.name == row.name and mark.original:
        _follow(app, row, here)
        return
    if not _same(row.place, here) or (mark is not None and mark.name != row.name):
        raise _copy(row)
    _put_back(app, here)


def acts(app: App) -> bool:
    """Whether this installation may act on the world."""
    try:
        require_ours(app)
    except CopyError:
        return False
    return True


def adopt(app: App) -> int:
    """From now on this is the installation that acts; how many replies are held, as the other may have sent them."""
    now = app.now()
    with writing(app.engine) as conn:
        name = _write(app.settings.data_dir, secrets.token_hex(16))
        instance.bind_first(conn, name, place(app.settings.data_dir), now)
        instance.move(conn, name, place(app.settings.data_dir), now)
        return instance.begin_generation(conn, now)


def standing(app: App) -> str:
    """In one line: whose installation this is and what it may do."""
    try:
        require_ours(app)
    except CopyError as fault:
        return str(fault)
    with reading(app.engine) as conn:
        row = instance.get(conn)
    return f"installation {row.name[:8]}, generation {row.generation}: sends and files" if row is not None else "new"


def place(data_dir: Path) -> dict[str, str]:
    """Where a data folder lies: host name, a hash that tells machines apart, path."""
    with suppress(OSError):
        identity = MACHINE_ID.read_text().strip()
        return _place(identity, data_dir)
    return _place("", data_dir)


def _place(identity: str, data_dir: Path) -> dict[str, str]:
    host = socket.gethostname()
    machine = hashlib.sha256(f"triage\0{identity}\0{host}".encode()).hexdigest()[:16]
    return {"host": host, "machine": machine, "folder": str(data_dir.resolve())}


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return (one.get("machine"), one.get("folder")) == (other.get("machine"), other.get("folder"))


def _bind(app: App, mark: Mark | None) -> None:
    """A database that nobody used yet becomes this installation's."""
    if mark is not None and mark.original:
        name = mark.name
    else:
        name = _write(app.settings.data_dir, secrets.token_hex(16), only_first=mark is None)
    with writing(app.engine) as conn:
        instance.bind_first(conn, name, place(app.settings.data_dir), app.now())
        row = instance.get(conn)
    if row is not None and row.name != name:
        raise _copy(row)


def _follow(app: App, row: Instance, here: Mapping[str, str]) -> None:
    """The folder was moved on its machine."""
    if row.place.get("machine") == here["machine"] and row.place.get("folder") != here["folder"]:
        with writing(app.engine) as conn:
            instance.move(conn, row.name, here, app.now())


def _put_back(app: App, here: Mapping[str, str]) -> None:
    """Somebody put a folder back at its place: it may be older than what was sent since."""
    with writing(app.engine) as conn:
        name = _write(app.settings.data_dir, secrets.token_hex(16))
        instance.move(conn, name, here, app.now())
        instance.begin_generation(conn, app.now())


def _read(data_dir: Path) -> Mark | None:
    try:
        with (data_dir / FILE).open(encoding="utf-8") as file:
            said = json.load(file)
            return Mark(name=str(said["name"]), original=said["inode"] == os.fstat(file.fileno()).st_ino)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise OperatorError(
            f"{FILE} in the data folder cannot be read ({type(fault).__name__})",
            fix="mend its rights, or remove it and run `run.py instance adopt`",
        ) from fault


def _write(data_dir: Path, name: str, *, only_first: bool = False) -> str:
    """Write the file whole or not at all; returns the name that it holds then.

    only_first: when another process wrote it meanwhile, theirs stands.
    """
    fresh = data_dir / f".{FILE}.{secrets.token_hex(4)}"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(handle, json.dumps({"name": name, "inode": os.fstat(handle).st_ino}).encode())
            os.fsync(handle)
        finally:
            os.close(handle)
        if only_first:
            return _link(fresh, data_dir, name)
        fresh.rename(data_dir / FILE)
    except OSError as fault:
        raise OperatorError(
            f"the data folder cannot hold {FILE}: {fault.strerror}", fix="make it a folder this user can write to"
        ) from fault
    return name


def _link(fresh: Path, data_dir: Path, name: str) -> str:
    try:
        os.link(fresh, data_dir / FILE)
    except FileExistsError:
        there = _read(data_dir)
        return there.name if there is not None else name
    finally:
        fresh.unlink()
    return name


def _copy(row: Instance) -> CopyError:
    where = f"{row.place.get('host')}:{row.place.get('folder')}"
    return CopyError(
        f"this is a copy of the installation at {where}, so it only reads: nothing is sent, filed or removed",
        fix="stop the other one for good and run `run.py instance adopt` here, or keep this as a copy",
    )
