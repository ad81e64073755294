"""The newest refresh tokens on our disk: one file a mailbox, for this user alone, whole or not at all.

Beside each stands the mark of the first token, the one of the settings, from which it came. So a fresh token in the
settings is used at once, and two programs that still have different settings do not take each other's.
"""

import fcntl
import hashlib
import json
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from triage.errors import OperatorError, RetryLater

FAMILIES = 4
"""How many first tokens are remembered."""

LOCK_SECONDS = 45.0
"""Longer than whoever holds the lock may be kept waiting by a provider."""


def mark(first: str) -> str:
    """What a first token is known by in the file."""
    return hashlib.sha256(first.encode()).hexdigest()


def read(path: Path, first: str, where: str) -> str | None:
    """The newest token that came from `first`; None when none was kept. Raises `OperatorError` if it is unreadable."""
    try:
        return _families(path).get(mark(first))
    except OSError as fault:
        raise OperatorError(
            f"{where}: the kept refresh token cannot be read ({fault.strerror})",
            fix=f"let this user read and write tokens/{path.name} in the data folder",
        ) from fault


def write(path: Path, first: str, newest: str) -> None:
    """Keep the newest token that came from `first`: on the disk for good when this returns. Raises OSError.

    Only for who is `alone`.
    """
    families = {known: token for known, token in _families(path).items() if known != mark(first)}
    newer = dict([*families.items(), (mark(first), newest)][-FAMILIES:])
    for left in path.parent.glob(f".{path.name}.*"):  # of one who was killed here
        left.unlink(missing_ok=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(json.dumps(newer).encode())
            file.flush()
            os.fsync(file.fileno())
        fresh.rename(path)
    finally:
        fresh.unlink(missing_ok=True)
    _sync(path.parent)


def kept_at(path: Path, first: str, where: str) -> datetime | None:
    """When the newest token was stored, aware UTC; None when none was. Raises `OperatorError` if others may read it."""
    if read(path, first, where) is None:
        return None
    known = path.stat()
    if known.st_mode & 0o077:
        raise OperatorError(
            f"{where}: other users of this machine may read the kept refresh token",
            fix=f"chmod 600 tokens/{path.name} in the data folder",
        )
    return datetime.fromtimestamp(known.st_mtime, UTC)


@contextmanager
def alone(path: Path, where: str) -> Iterator[None]:
    """No other thread or program renews the token of this mailbox meanwhile.

    Makes the folder, so that a disk that takes nothing is noticed before a token is spent. Raises `RetryLater`.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path.with_suffix(".lock"), os.O_WRONLY | os.O_CREAT, 0o600)
    except OSError as fault:
        raise cannot_keep(where, fault) from fault
    with os.fdopen(descriptor, "wb") as file:
        _lock(file.fileno(), where)
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)  # a child may hold the file open too


def cannot_keep(where: str, fault: OSError) -> RetryLater:
    """The error for a disk that does not take the token."""
    return RetryLater(
        f"{where}: the refresh token cannot be kept ({fault.strerror})",
        fix="make room in the data folder and let this user write to its folder tokens/; it is tried again by itself",
    )


def _lock(descriptor: int, where: str) -> None:
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise RetryLater(
                    f"{where}: another program has been renewing the access token for too long",
                    fix="the worker tries again by itself",
                ) from None
        time.sleep(0.02)


def _families(path: Path) -> dict[str, str]:
    """Mark of the first token -> newest; a damaged file holds none."""
    try:
        found = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {known: token for known, token in pairs if isinstance(token, str) and token}


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
