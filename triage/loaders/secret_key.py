"""The key that signs console sessions and our own Message-IDs."""

import os
import secrets
from pathlib import Path

from triage.errors import SettingsError


def secret_key(given: str | None, data_dir: Path) -> bytes:
    """The given key, else the one in the data folder, generated once and readable by this user alone."""
    if given is not None:
        if len(given) < 16:
            raise SettingsError("TRIAGE_SECRET_KEY is shorter than 16 characters", fix="use a long random value")
        return given.encode()
    path = data_dir / "secret.key"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _write_key(path)
        return path.read_bytes().strip()
    except OSError as fault:
        raise SettingsError(
            f"cannot keep {path.name} in the data folder: {fault.strerror}",
            fix="make TRIAGE_DATA_DIR a folder this user can write to, or set TRIAGE_SECRET_KEY",
        ) from fault


def _write_key(path: Path) -> None:
    """Create the key file whole or not at all, even when two processes start at once."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(descriptor, secrets.token_hex(32).encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    finally:
        fresh.unlink()
