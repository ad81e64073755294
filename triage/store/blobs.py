"""Octets that must not be lost: files named by their sha256, written once, never changed."""

import ctypes
import fcntl
import hashlib
import os
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from triage.crashpoints import crashpoint
from triage.errors import OperatorError, RetryLater

RESERVE_BYTES = 64 * 1024 * 1024
SYNCED_EACH = 4
HEX = 64

_SYNCFS: Callable[[int], int] | None = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
"""Linux only; elsewhere each file is synced by itself."""


class Blobs:
    """A folder of content-addressed files, `ab/abcd...`; what `put` returned survives a power cut."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, sha256: str) -> Path:
        """Where these octets lie, or would lie."""
        return self.root / sha256[:2] / sha256

    def get(self, sha256: str) -> bytes:
        """The octets. Raises `OperatorError` when they are gone or were changed."""
        try:
            octets = self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise _lost(sha256, "is missing from") from None
        if hashlib.sha256(octets).hexdigest() != sha256:
            raise _lost(sha256, "was damaged in")
        return octets

    def put(self, octets: bytes) -> str:
        """Keep octets durably; returns their sha256."""
        return self.put_many([octets])[0]

    def put_many(self, many: Sequence[bytes]) -> list[str]:
        """Keep a batch durably, in order: all of them, or `RetryLater` and none half-written."""
        names = [hashlib.sha256(octets).hexdigest() for octets in many]
        wanted = dict(zip(names, many, strict=True))
        fresh = {name: octets for name, octets in wanted.items() if not self.path(name).exists()}
        spooled: list[tuple[Path, Path]] = []
        try:
            for name, octets in fresh.items():
                spooled.append((self._place(name), self.path(name)))
                spooled[-1][0].write_bytes(octets)
            crashpoint("K1")
            self._sync([path for path, _ in spooled])
            crashpoint("K2")
            for path, final in spooled:
                path.rename(final)
            # Folders of octets already there too: whoever put them may have died before syncing theirs.
            self._sync(sorted({self.path(name).parent for name in wanted}))
        except OSError as fault:
            for path, _ in spooled:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
            raise _full(self.root, fault) from fault
        return names

    def remove(self, names: Iterable[str]) -> None:
        """Forget octets; those already gone are no error."""
        for name in names:
            self.path(name).unlink(missing_ok=True)

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Around putting octets and naming them in the database: nobody removes any meanwhile."""
        with self._locked(fcntl.LOCK_SH):
            yield

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Around removing octets that nothing names: nobody puts and names them anew meanwhile."""
        with self._locked(fcntl.LOCK_EX):
            yield

    def names(self) -> Iterator[str]:
        """Every sha256 there is."""
        yield from (path.name for path in self.root.glob("[0-9a-f][0-9a-f]/[0-9a-f]*") if len(path.name) == HEX)

    def stale(self, older_than_seconds: float) -> Iterator[str]:
        """Those put longer ago; half-written leftovers of that age are removed on the way."""
        before = time.time() - older_than_seconds
        for path in self.root.glob("[0-9a-f][0-9a-f]/.*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    path.unlink()
        for name in self.names():
            with suppress(FileNotFoundError):
                if self.path(name).stat().st_mtime < before:
                    yield name

    @contextmanager
    def _locked(self, how: int) -> Iterator[None]:
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / ".lock").open("ab") as file:
            fcntl.flock(file, how)
            yield

    def require_room(self, size_bytes: int) -> None:
        """Raise `RetryLater` unless twice `size_bytes` and a reserve of 64 MB are free."""
        self.root.mkdir(parents=True, exist_ok=True)
        disk = os.statvfs(self.root)
        free = disk.f_bavail * disk.f_frsize
        if free < 2 * size_bytes + RESERVE_BYTES:
            raise RetryLater(
                f"only {free // 1_000_000} MB are free in {self.root}, too few to take in new mail safely",
                fix="make room on that disk; mail waits on the server until then",
            )

    def _place(self, name: str) -> Path:
        """A file next to the final one, for the time until it is durable."""
        folder = self.root / name[:2]
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            _sync_each([self.root])
        return folder / f".{name}.{secrets.token_hex(4)}"

    def _sync(self, paths: Sequence[Path]) -> None:
        """Make files or folders durable; many by one call for the whole disk, which waits once and not each time."""
        if len(paths) > SYNCED_EACH and _SYNCFS is not None:
            _sync_disk(self.root, _SYNCFS)
        else:
            _sync_each(paths)


def _sync_each(paths: Iterable[Path]) -> None:
    for path in paths:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sync_disk(root: Path, syncfs: Callable[[int], int]) -> None:
    handle = os.open(root, os.O_RDONLY)
    try:
        if syncfs(handle) != 0:
            raise OSError(ctypes.get_errno(), "the disk did not take the data")
    finally:
        os.close(handle)


def _full(root: Path, fault: OSError) -> RetryLater:
    return RetryLater(
        f"mail cannot be kept in {root}: {fault.strerror or type(fault).__name__}",
        fix="make room on that disk or mend its rights; nothing was lost, it is tried again",
    )


def _lost(sha256: str, how: str) -> OperatorError:
    return OperatorError(f"blob {sha256[:12]} {how} the data folder", fix="restore the data folder from its backup")
