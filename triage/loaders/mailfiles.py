"""Mails from files: single .eml files, folders, mbox files and Maildirs, in a stable order."""

import mailbox
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from triage.errors import InputError
from triage.records import RawMail

MAILDIR_PARTS = ("cur", "new")
MBOX_START = b"From "


def read_paths(paths: Iterable[Path]) -> Iterator[RawMail]:
    """Every mail below the paths, in the order given, folders sorted by name. Raises InputError for a bad path."""
    for path in paths:
        if not path.exists():
            raise InputError(f"{path} is not there", fix="give an .eml file, a folder, an mbox file or a Maildir")
        yield from _read_folder(path) if path.is_dir() else _read_file(path)


def _read_folder(folder: Path) -> Iterator[RawMail]:
    """A Maildir's mails, else every mail file below."""
    if all((folder / part).is_dir() for part in MAILDIR_PARTS):
        for path in sorted((path for part in MAILDIR_PARTS for path in (folder / part).iterdir()), key=_by_name):
            if path.is_file():
                yield _whole(path)
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from _read_folder(path)
        elif path.suffix.lower() in (".eml", ".mbox", ".mbx"):
            yield from _read_file(path)


def _by_name(path: Path) -> str:
    """Maildir names start with the time of delivery."""
    return path.name


def _read_file(path: Path) -> Iterator[RawMail]:
    """An .eml is one mail, also when a mail program left its `From ` line on top; other files may be mboxes."""
    with _open(path) as stream:
        is_mbox = path.suffix.lower() != ".eml" and stream.read(len(MBOX_START)) == MBOX_START
    if not is_mbox:
        yield _whole(path)
        return
    box = mailbox.mbox(path, create=False)
    try:
        for key in box.iterkeys():
            yield RawMail(raw=box.get_bytes(key), received_at=_changed_at(path), source=f"{path}#{int(key) + 1}")
    finally:
        box.close()


def _whole(path: Path) -> RawMail:
    with _open(path) as stream:
        return RawMail(raw=stream.read(), received_at=_changed_at(path), source=str(path))


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as fault:
        raise InputError(f"cannot read {path}: {fault.strerror}", fix="correct its permissions") from fault


def _changed_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
