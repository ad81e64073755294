"""Octets that must not be lost: files named by their sha256, written once, never changed."""

import hashlib
import os
import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from triage.errors import OperatorError, RetryLater
from triage.store.crashpoints import crashpoint

RESERVE_BYTES = 64 * 1024 * 1024


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
        """Keep a batch durably, in order; each folder touched is synced once. All are kept or `RetryLater`."""
        names = [hashlib.sha256(octets).hexdigest() for octets in many]
        wanted = dict(zip(names, many, strict=True))
        fresh = {name: octets for name, octets in wanted.items() if not self.path(name).exists()}
        waiting: list[tuple[Path, Path]] = []
        try:
            for name, octets in fresh.items():
                waiting.append((self._spool(name, octets), self.path(name)))
            if fresh:
                crashpoint("K2")
            for spooled, final in waiting:
                spooled.rename(final)
            # Folders of octets already there too: whoever put them may have died before syncing theirs.
            _sync_folders({self.path(name).parent for name in wanted})
        except OSError as fault:
            for spooled, _ in waiting:
                with suppress(OSError):
                    spooled.unlink(missing_ok=True)
            raise _full(self.root, fault) from fault
        return names

    def remove(self, names: Iterable[str]) -> None:
        """Forget octets; those already gone are no error."""
        for name in names:
            self.path(name).unlink(missing_ok=True)

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

    def _spool(self, name: str, octets: bytes) -> Path:
        folder = self.root / name[:2]
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            _sync_folders([self.root])
        spooled = folder / f".{name}.{secrets.token_hex(4)}"
        try:
            with spooled.open("xb") as file:
                file.write(octets)
                file.flush()
                crashpoint("K1")
                os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                spooled.unlink(missing_ok=True)
            raise
        return spooled


def _sync_folders(folders: Iterable[Path]) -> None:
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _full(root: Path, fault: OSError) -> RetryLater:
    return RetryLater(
        f"mail cannot be kept in {root}: {fault.strerror or type(fault).__name__}",
        fix="make room on that disk or mend its rights; nothing was lost, it is tried again",
    )


def _lost(sha256: str, how: str) -> OperatorError:
    return OperatorError(f"blob {sha256[:12]} {how} the data folder", fix="restore the data folder from its backup")
