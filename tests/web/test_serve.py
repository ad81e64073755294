"""Starting and stopping, and what is shipped with the console."""

import os
import re
import signal
import socket
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import httpx2
import pytest

from tests.web.console import ROOT, Console
from triage.errors import OperatorError
from triage.web.pages import STATIC
from triage.web.serve import serve

PROGRAM = """
import sys
from pathlib import Path
from tests.web.console import a_console
from triage.store.engine import open_engine
from triage.store.migrate import upgrade
from triage.web.serve import serve
folder = Path(sys.argv[1])
engine = open_engine(f"sqlite:///{folder}/served.db")
upgrade(engine)
sys.exit(serve(a_console(engine, folder).app, host="127.0.0.1", port=0))
"""


def test_a_port_in_use_is_one_clear_error(console: Console):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OperatorError, match=f"port {port} of 127.0.0.1 is taken") as refused:
            serve(console.app, host="127.0.0.1", port=port)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(("host", "port"), [("no.such.host.example", 8000), ("192.0.2.1", 8000), ("127.0.0.1", 70000)])
def test_an_address_that_is_not_ours_is_one_clear_error(console: Console, host: str, port: int):
    with pytest.raises(OperatorError):
        serve(console.app, host=host, port=port)


def test_the_console_says_where_it_is_and_stops_cleanly_when_told_to(tmp_path: Path):
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert program.stdout is not None
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+/", program.stdout.readline())
        assert address is not None
        answer = httpx2.get(f"{address[0]}healthz", timeout=10, trust_env=False)
        assert answer.text == "ok\n"
        assert "server" not in answer.headers
        program.send_signal(signal.SIGTERM)
        _, complaints = program.communicate(timeout=20)
    finally:
        program.kill()
        program.communicate()
    assert (program.returncode, complaints) == (0, "")


def test_vendored_files_are_the_ones_that_were_noted():
    notes = (STATIC / "VENDORED.md").read_text(encoding="utf-8")
    for name, digest in re.findall(r"^\| `([^`]+)`.*`([0-9a-f]{64})` \|$", notes, re.MULTILINE):
        assert sha256((STATIC / name).read_bytes()).hexdigest() == digest
    assert "htmx.min.js" in notes


def test_static_files_are_kept_by_browsers_and_nothing_else_is_served(console: Console):
    page = console.get("/login").text
    for address in set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page)):
        answer = console.get(address)
        assert answer.status_code == 200, address
        assert "immutable" in answer.headers["cache-control"]
    for name in ("VENDORED.md", "../pages.py", "%2e%2e%2fpages.py", "htmx.LICENSE"):
        assert console.get(f"/static/{name}").status_code == 404
