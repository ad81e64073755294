"""A backup that is proven by putting it back: one moment of the database, the mails, the key; whole or not at all."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from triage.app import App
from triage.crashpoints import crashpoint
from triage.errors import InputError, OperatorError, TriageError
from triage.store import copying, jobs
from triage.store.blobs import Blobs
from triage.store.engine import writing

MANIFEST = "manifest.json"
DATABASE = "database"
KEY = "secret.key"
KEPT = ("policies/kept",)
LEFT_OUT = (
    "passwords, OAuth tokens, settings (.env, triage.toml), logs, copies of the database made before upgrades, "
    "and classifiers trained here (models/)"
)
PIECE = 1 << 20


class BackupError(TriageError):
    """A backup could not be made or does not hold what it says (exit 1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that was put back and found whole. counts: rows by table."""

    folder: Path
    files: int
    size_bytes: int
    counts: dict[str, int]


def backup(app: App, out: Path | None = None) -> Backup:
    """Copy everything into a new folder below `out` while others work on, put it back elsewhere, and compare.

    out: default: `backups/` in the data folder. The folder gets its name once it is proven: one without `.part` is
    whole. Raises `BackupError` when it is not.
    """
    parent = out or app.settings.data_dir / "backups"
    name = f"backup-{app.now():%Y%m%dT%H%M%SZ}"
    if (parent / name).exists():
        raise BackupError(f"{parent / name} is there already", fix="wait a second and run it again")
    try:
        parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _clear(parent)
        part = Path(tempfile.mkdtemp(prefix=f"{name}.", suffix=".part", dir=parent))
        made = _make(app, part)
        _prove(part)
        _sync(part)
        crashpoint("K18end")
        part.rename(parent / name)
        _sync(parent)
    except OSError as fault:
        raise BackupError(
            f"the backup could not be written: {fault.strerror}", fix=f"make room in {parent} or give --out"
        ) from fault
    with writing(app.engine) as conn:
        jobs.note(conn, "backup", name, {"files": made.files, "bytes": made.size_bytes}, app.now())
    return Backup(folder=parent / name, files=made.files, size_bytes=made.size_bytes, counts=made.counts)


def verify(folder: Path) -> dict[str, Any]:
    """The manifest of a backup whose every file is as it was written. Raises `InputError` for anything else."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text())
        for name, sha256 in manifest["files"].items():
            if _digest(folder / name) != sha256:
                raise InputError(f"{name} in the backup was changed or damaged", fix="take another backup")
    except (OSError, ValueError, KeyError) as fault:
        raise InputError(
            f"{folder} is no whole backup ({type(fault).__name__})", fix="name a folder that `run.py backup` made"
        ) from fault
    return manifest


def _make(app: App, part: Path) -> Backup:
    """Everything and the manifest, written into `part`."""
    with app.blobs.in_use():
        # Octets come before the row that names them and go after it: while none goes, the rows decide.
        copying.dump(app.engine, app.settings.database_url, part / DATABASE)
        crashpoint("K18")
        wanted, counts = copying.look_into(app.engine, part / DATABASE)
        files = dict(_copy_blobs(app.blobs, sorted(wanted), part / "mail"))
    files |= _copy_rest(app, part)
    files[DATABASE] = _digest(part / DATABASE)
    size = sum((part / name).stat().st_size for name in files)
    manifest = {
        "made_at": app.now().isoformat(),
        "kind": app.engine.dialect.name,
        "counts": counts,
        "files": files,
        "left_out": LEFT_OUT,
    }
    _write(part / MANIFEST, json.dumps(manifest, indent=1).encode())
    return Backup(folder=part, files=len(files), size_bytes=size, counts=counts)


def _copy_blobs(blobs: Blobs, names: list[str], to: Path) -> Iterator[tuple[str, str]]:
    """Hard links where the disk lets us, for these files never change; else copies."""
    for name in names:
        final = to / name[:2] / name
        final.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(blobs.path(name), final)
        except FileNotFoundError:
            raise BackupError(
                f"mail file {name[:12]} is missing in the data folder", fix="restore it from an earlier backup"
            ) from None
        except OSError:
            shutil.copyfile(blobs.path(name), final)
        yield f"mail/{name[:2]}/{name}", name


def _copy_rest(app: App, part: Path) -> dict[str, str]:
    """The key and the packs that decided earlier mails."""
    data = app.settings.data_dir
    found = [data / KEY, *(path for kept in KEPT for path in (data / kept).rglob("*"))]
    files: dict[str, str] = {}
    for path in found:
        if path.is_file() and not path.is_symlink():
            name = str(path.relative_to(data))
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            _write(part / name, path.read_bytes())
            files[name] = _digest(part / name)
    return files


def _prove(part: Path) -> None:
    """Put it back into a scratch place: every file, the database's own check, and the counts."""
    manifest = verify(part)
    with tempfile.TemporaryDirectory(prefix="proof.", dir=part) as scratch:
        faults = copying.check(part / DATABASE, manifest["kind"], manifest["counts"], Path(scratch))
    if faults:
        raise BackupError(
            f"the backup does not hold what was backed up: {faults[0]}", fix="look at the disk, try again"
        )


def _clear(parent: Path) -> None:
    """Remove what killed backups left behind, a day later."""
    before = datetime.now().timestamp() - 86400  # noqa: DTZ005  # compared with times of files
    for path in parent.glob("backup-*.part"):
        if path.stat().st_mtime < before:
            shutil.rmtree(path, ignore_errors=True)


def _digest(path: Path) -> str:
    seen = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            seen.update(piece)
    return seen.hexdigest()


def _write(path: Path, octets: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(octets)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Everything below reaches the disk before the folder gets its name."""
    os.sync()
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def require_empty(data_dir: Path) -> None:
    """Raise `OperatorError` unless a data folder holds neither mails nor a database."""
    for name in ("triage.db", "mail", "instance.json"):
        path = data_dir / name
        if path.exists() and not (path.is_dir() and not any(path.iterdir())):
            raise OperatorError(
                f"the data folder holds {name} already", fix="move it away, or set another TRIAGE_DATA_DIR"
            )
