"""What goes wrong outside is one actionable line and the right exit code, in the commands as people run them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from imapclient import IMAPClient

from tests.servers.dovecot import PASSWORD, Dovecot, free_port

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("triage", "templates", "models", "run.py", "data/policies", "data/orders")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the product whose files a test may break."""
    home = tmp_path_factory.mktemp("checkout")
    for part in PARTS:
        source, target = ROOT / part, home / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return home


@pytest.fixture
def broken(checkout: Path):
    """Changes a file of the checkout (None: takes it away) and puts everything back after the test."""
    before: dict[Path, bytes | None] = {}

    def change(name: str, content: bytes | None) -> None:
        path = checkout / name
        before.setdefault(path, path.read_bytes() if path.exists() else None)
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)

    yield change
    for path, content in before.items():
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)


def run(checkout: Path, home: Path, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    environment = {key: value for key, value in os.environ.items() if not key.startswith("TRIAGE_")}
    environment |= {"TRIAGE_DATA_DIR": str(home), "TRIAGE_DATABASE_URL": f"sqlite:///{home}/triage.db"} | settings
    return subprocess.run(
        [sys.executable, str(checkout / "run.py"), *arguments],
        env=environment, capture_output=True, text=True, check=False, timeout=90, stdin=subprocess.DEVNULL, cwd=home,
    )  # fmt: skip


def complains(ran: "subprocess.CompletedProcess[str]", code: int, *words: str) -> None:
    lines = [line for line in ran.stderr.splitlines() if line.strip()]
    assert ran.returncode == code, ran.stdout + ran.stderr
    assert len(lines) == 1, ran.stderr
    assert "Traceback" not in ran.stderr
    for word in words:
        assert word.lower() in lines[0].lower(), lines[0]


def mailbox(server: Dovecot | None = None, **changes: str) -> dict[str, str]:
    settings = {
        "TRIAGE_STORE": "migems",
        "TRIAGE_IMAP_HOST": "127.0.0.1",
        "TRIAGE_IMAP_PORT": str(server.port if server else free_port()),
        "TRIAGE_IMAP_USER": "care",
        "TRIAGE_IMAP_PASSWORD": "secret",
        "TRIAGE_IMAP_SECURITY": "none",
        "TRIAGE_FROM_ADDRESS": "care@migems.example",
    }
    return settings | changes


def test_a_wrong_password_names_the_setting(checkout, tmp_path, dovecot):
    ran = run(checkout, tmp_path, "worker", "--once", **mailbox(dovecot, TRIAGE_IMAP_PASSWORD="not the password"))
    complains(ran, 1, "TRIAGE_IMAP_PASSWORD")
    assert "not the password" not in ran.stdout + ran.stderr


def test_an_unknown_host_is_named(checkout, tmp_path):
    settings = mailbox(TRIAGE_IMAP_HOST="no-such-host.invalid", TRIAGE_IMAP_SECURITY="tls")
    complains(run(checkout, tmp_path, "worker", "--once", **settings), 1, "no-such-host.invalid", "TRIAGE_IMAP_HOST")


def test_a_server_that_does_not_answer_is_named(checkout, tmp_path):
    complains(run(checkout, tmp_path, "worker", "--once", **mailbox()), 1, "127.0.0.1")


def test_a_certificate_that_nobody_vouches_for_is_refused(checkout, tmp_path, tls_dovecot):
    settings = mailbox(tls_dovecot, TRIAGE_IMAP_SECURITY="tls", TRIAGE_IMAP_PORT=str(tls_dovecot.tls_port))
    complains(run(checkout, tmp_path, "worker", "--once", **settings), 1, "certificate")


def test_a_mailbox_without_an_address_to_write_from_says_which_setting_gives_one(checkout, tmp_path, dovecot):
    settings = mailbox(dovecot, TRIAGE_IMAP_USER=dovecot.add_user(), TRIAGE_IMAP_PASSWORD=PASSWORD)
    del settings["TRIAGE_FROM_ADDRESS"]
    complains(run(checkout, tmp_path, "worker", "--once", **settings), 1, "TRIAGE_FROM_ADDRESS")


def test_no_mailbox_says_where_to_set_one(checkout, tmp_path):
    complains(run(checkout, tmp_path, "worker", "--once"), 2, ".env.example")


def test_a_malformed_env_file_names_its_line(checkout, tmp_path, broken):
    broken(".env", b"TRIAGE_STORE=migems\n!! not a setting\n")
    complains(run(checkout, tmp_path, "worker", "--once"), 2, ".env", "line 2")


def test_a_broken_pack_names_file_and_rule(checkout, tmp_path, broken):
    path = checkout / "data/policies/migems/pack.yaml"
    broken("data/policies/migems/pack.yaml", path.read_bytes() + b"\nno_such_key: 1\n")
    complains(run(checkout, tmp_path, "worker", "--once", **mailbox()), 2, "migems/pack.yaml", "no_such_key")


def test_a_missing_model_says_how_to_make_one(checkout, tmp_path, broken):
    broken("models/current", None)
    complains(run(checkout, tmp_path, "worker", "--once", **mailbox()), 2, "model train")


def test_a_changed_model_file_is_refused(checkout, tmp_path, broken):
    served = (checkout / "models/current").read_text().strip()
    name = f"models/{served}/classifier.skops"
    broken(name, (checkout / name).read_bytes() + b"x")
    complains(run(checkout, tmp_path, "worker", "--once", **mailbox()), 2, served)


def test_a_broken_template_names_file_and_line(checkout, tmp_path, broken):
    broken("templates/replies/common/approve.en.txt.j2", b"{% if %}")
    complains(run(checkout, tmp_path, "worker", "--once", **mailbox()), 2, "approve.en.txt.j2", "line 1")


@pytest.mark.parametrize(
    "arguments",
    [
        ("sla", "due", "--store", "nobody", "--received", "2026-03-01T00:00:00Z"),
        ("sla", "due", "--store", "migems", "--received", "yesterday"),
        ("sla", "due", "--store", "migems", "--received", "2026-03-01T00:00:00"),
        ("policy", "decide", "no-such-file.jsonl"),
        ("policy", "lint", "nobody"),
        ("inspect", "--store", "migems", "no-such-file.eml"),
        ("inspect", "--store", "nobody", "."),
        ("orders", "import", "no-such-file.jsonl"),
        ("model", "evaluate", "no-such-file.jsonl"),
        ("model", "promote", "no-such-model"),
        ("report", "--from", "2026-03-10", "--to", "2026-03-01", "--format", "json"),
    ],
    ids=" ".join,
)
def test_wrong_input_is_one_line_and_code_two(checkout, tmp_path, arguments):
    complains(run(checkout, tmp_path, *arguments), 2)


def test_a_folder_that_cannot_be_written_is_named(checkout, tmp_path):
    (tmp_path / "file").write_text("in the way")
    settings = {"TRIAGE_DATA_DIR": str(tmp_path / "file"), "TRIAGE_DATABASE_URL": f"sqlite:///{tmp_path}/file/x.db"}
    complains(run(checkout, tmp_path, "tickets", **settings), 2, "folder")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte; only root may make one."""
    place = tmp_path / "small"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if made.returncode != 0:
        assert os.environ.get("CI") != "true", "a small file system is needed and could not be made"
        pytest.skip("only root can make a small file system to fill up")
    yield place
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


def test_a_full_disk_is_one_line_and_nothing_is_lost_by_it(checkout, small_disk, dovecot):
    user = dovecot.add_user()
    box = IMAPClient("127.0.0.1", dovecot.port, ssl=False, timeout=30)
    box.login(user, PASSWORD)
    box.append("INBOX", b"From: a@inbox.example\r\nSubject: Long\r\n\r\n" + b"It is broken. " * 20_000)
    (small_disk / "ballast").write_bytes(b"x" * 500_000)
    settings = mailbox(dovecot, TRIAGE_IMAP_USER=user, TRIAGE_IMAP_PASSWORD=PASSWORD)
    complains(run(checkout, small_disk, "worker", "--once", **settings), 1, "room")
    (small_disk / "ballast").unlink()
    subprocess.run(["mount", "-o", "remount,size=256m", str(small_disk)], check=True)
    assert run(checkout, small_disk, "worker", "--once", **settings).returncode == 0
    assert len(run(checkout, small_disk, "tickets", **settings).stdout.splitlines()) == 1
    assert box.select_folder("Drafts", readonly=True)[b"EXISTS"] == 1
    box.logout()


def test_help_answers_at_once_without_the_heavy_libraries(checkout, tmp_path):
    program = "import sys; from triage.cli.main import build_parser; build_parser(); print(sorted(sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=checkout, capture_output=True, text=True, check=True, timeout=60
    )
    for heavy in ("sklearn", "alembic", "matplotlib", "fastapi", "sqlalchemy"):
        assert f"'{heavy}'" not in ran.stdout


def test_every_command_has_help(checkout, tmp_path):
    for command in (
        "worker",
        "console",
        "demo",
        "inspect",
        "orders",
        "policy",
        "model",
        "sla",
        "report",
        "tickets",
        "doctor",
        "user",
    ):
        assert run(checkout, tmp_path, command, "--help").returncode == 0
