"""Fixtures for real servers; each is started once a test session and stopped by its own pid."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.servers import dovecot as dovecot_server
from tests.servers.chromium import running_chromium
from tests.servers.dovecot import Dovecot
from tests.servers.pymap import Pymap
from tests.servers.smtp_sink import SmtpSink

WITHOUT_DOVECOT = (
    "Dovecot is not installed: the checks against a real IMAP server are left out; those against pymap and the fake "
    "still run. To have them: apt-get install dovecot-imapd"
)


@pytest.fixture(scope="session")
def server_home() -> Iterator[Path]:
    """A folder that the mail user of Dovecot can enter; on memory where there is some, because disks may be slow."""
    memory = Path("/dev/shm")
    home = Path(tempfile.mkdtemp(prefix="triage-test-", dir=memory if memory.is_dir() else None))
    home.chmod(0o755)
    yield home
    shutil.rmtree(home, ignore_errors=True)


def running(home: Path, **kind: object) -> Iterator[Dovecot]:
    """A Dovecot of the caller's own, killed in the end."""
    if not dovecot_server.installed() or os.geteuid() != 0:
        if os.environ.get("CI") == "true":
            pytest.fail(WITHOUT_DOVECOT)
        pytest.skip(WITHOUT_DOVECOT)
    server = Dovecot(home=home, **kind)
    server.prepare()
    server.start()
    yield server
    server.kill()  # its mails are thrown away


@pytest.fixture(scope="session")
def dovecot(server_home: Path) -> Iterator[Dovecot]:
    """Dovecot with every extension, in plain text on loopback."""
    yield from running(server_home / "dovecot")


@pytest.fixture(scope="session")
def tls_dovecot(server_home: Path) -> Iterator[Dovecot]:
    """Dovecot with TLS and STARTTLS and a certificate that only `ca_file` vouches for."""
    yield from running(server_home / "dovecot-tls", tls=True)


@pytest.fixture(scope="session")
def bare_dovecot(server_home: Path) -> Iterator[Dovecot]:
    """Dovecot that claims to know nothing but IMAP4rev1, without special folders."""
    yield from running(server_home / "dovecot-bare", special_folders=False, capabilities="IMAP4rev1")


@pytest.fixture(scope="session")
def pymap() -> Iterator[Pymap]:
    """The demo's IMAP server."""
    server = Pymap()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def _smtp_server() -> Iterator[SmtpSink]:
    sink = SmtpSink()
    sink.start()
    yield sink
    sink.stop()


@pytest.fixture
def smtp_sink(_smtp_server: SmtpSink) -> Iterator[SmtpSink]:
    """An SMTP server that records what it takes; without mails and faults at the start of each test."""
    _smtp_server.reset()
    yield _smtp_server
    _smtp_server.reset()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for the tests of one module: while it runs, its thread can run no other asyncio loop."""
    yield from running_chromium()
