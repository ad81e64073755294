"""A private PostgreSQL server for one test run: loopback only, thrown away at the end."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def programs() -> Path | None:
    """Folder with `initdb` and `pg_ctl`, None when PostgreSQL is not installed."""
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve().parent] if on_path else []
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in found if (folder / "pg_ctl").exists()), None)


@contextmanager
def server() -> Iterator[str]:
    """Start PostgreSQL on a free port; gives the address of its empty database."""
    bin_folder = programs()
    if bin_folder is None:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL is not installed, and in CI it has to be")
        pytest.skip("PostgreSQL is not installed on this machine")
    with tempfile.TemporaryDirectory(prefix="triage-pg-", ignore_cleanup_errors=True) as name:
        home = Path(name)
        account = _account(home)
        _run(account, home, bin_folder / "initdb", "-D", home / "data", "-U", "triage", "-A", "trust", "-E", "UTF8")
        port = _free_port()
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={home}"
        options += " -c fsync=off -c full_page_writes=off"  # tests kill its clients, never the machine
        control = (bin_folder / "pg_ctl", "-D", home / "data", "-l", home / "server.log", "-w")
        _run(account, home, *control, "-o", options, "start")
        try:
            yield f"postgresql://triage@127.0.0.1:{port}/postgres"
        finally:
            _run(account, home, *control, "-m", "immediate", "stop")


def _account(home: Path) -> str | None:
    """PostgreSQL refuses to run as root: name another user then, and give the folder to it."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    name = "postgres" if "postgres" in names else "nobody"
    shutil.chown(home, name)
    home.chmod(0o700)
    return name


def _run(account: str | None, home: Path, *command: object) -> None:
    with (home / "start.log").open("ab") as log:
        subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=True,
            user=account,
            cwd=home,
            timeout=60,
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
