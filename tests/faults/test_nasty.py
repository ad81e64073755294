"""Ten thousand broken mails, every header in every number, hostile file names, and the replay of the fuzz seeds."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.fuzz.targets import TARGETS, tried
from tests.e2e.mailbag import mailbag
from tests.fakes.shop import NOON
from tests.stages.parsing.mails import built
from triage.loaders.kit import load_kit
from triage.mail.compose import UnsafeReplyError, compose_reply
from triage.pipeline import judge, read
from triage.records import UNREADABLE, Address, History, RawMail, Reading
from triage.store.blobs import Blobs
from triage.web.files import _download

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "benchmarks" / "fuzz" / "seeds"
ODD = (
    b"\n\n",
    b"\x00",
    b"\xff\xfe",
    b"=?utf-8?b?",
    b"=?x-none?q?=E9?=",
    b"\r",
    b"Content-Type: multipart/mixed; boundary=x\n",
    b"Content-Type: text/plain; charset=klingon\n",
    b"Content-Transfer-Encoding: base64\n",
    b"Date: Mon, 99 Foo 99999 99:99:99 +9999\n",
    b"From: <a@x.example>:<b@y.example>\n",
    b"From: undisclosed-recipients:;\n",
    b"Reply-To: =?utf-8?q?a=0ABcc:_x@y.example?= <q@z.example>\n",
    b"Subject: =?utf-8?q?a=0ABcc:_x@y.example?=\n",
    b"Auto-Submitted: auto-replied\n",
    b"Message-ID: " + b"<" * 2000 + b"\n",
    "\u202e\u0000\ud7ff".encode(),
)


@pytest.fixture(scope="module")
def kit():
    return load_kit(ROOT)


def whole_path(kit, raws: list[bytes]) -> list[Reading]:
    """Read and judged, and where there is a draft, its mail; nothing on the way may fail."""
    mails = [RawMail(raw=raw, received_at=NOON, source=str(at)) for at, raw in enumerate(raws)]
    readings = read(mails, "mila_mvmt", kit, frozenset({"help@shop.example"}))
    assert len(readings) == len(raws)
    for reading in readings:
        verdict = judge(reading, "mila_mvmt", kit, orders={}, history=History(), received_at=NOON)
        if verdict.draft is not None and reading.mail.sender.address:
            _composed(reading, verdict.draft.subject, verdict.draft.text)
    return readings


def _composed(reading: Reading, subject: str, text: str) -> None:
    try:
        compose_reply(
            sender=Address(name="Shop", address="help@shop.example"),
            to=reading.mail.sender,
            subject=subject,
            text=text,
            html="",
            message_id="<t1.d1.00000000000000000000000000000000@shop.example>",
            in_reply_to=reading.mail.message_id,
            references=reading.mail.references,
            date=NOON,
            draft_mark="mark",
        )
    except UnsafeReplyError:
        return  # refused aloud: the ticket then waits for a person


def broken(raw: bytes, chance: random.Random) -> bytes:
    """A mail after some accidents."""
    octets = bytearray(raw)
    for _ in range(chance.randrange(1, 10)):
        at = chance.randrange(len(octets) + 1) if chance.random() < 0.5 else chance.randrange(min(len(octets), 900) + 1)
        accident = chance.randrange(6)
        if accident == 0 and at < len(octets):
            octets[at] = chance.randrange(256)
        elif accident == 1:
            del octets[at : at + chance.randrange(80)]
        elif accident == 2:
            octets[at:at] = octets[: chance.randrange(400)]
        elif accident == 3:
            octets = octets[: max(1, len(octets) - chance.randrange(600))]
        elif accident == 4:
            line = octets.find(b"\n", at) + 1
            octets[line:line] = chance.choice(ODD)
        else:
            octets[at:at] = chance.choice(ODD)
    return bytes(octets)


@pytest.mark.row(17)
@pytest.mark.timeout(3600)
def test_every_broken_mail_is_read_and_judged_without_a_fault(kit, volume: Callable[[int], int], chance: random.Random):
    whole = [mail.raw for mail in mailbag(60)]
    for _ in range(volume(10_000) // 100):
        readings = whole_path(kit, [broken(chance.choice(whole), chance) for _ in range(100)])
        assert not [reading for reading in readings if UNREADABLE in reading.mail.problems]


NAMES = (
    *("From", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Reply-To", "Sender"),
    *("Return-Path", "Auto-Submitted", "Precedence", "List-Id", "List-Unsubscribe", "Content-Type", "X-Spam-Flag"),
    *("Content-Transfer-Encoding", "Content-Disposition", "MIME-Version", "Authentication-Results", "Received"),
)
VALID = {"From": b"Ann <ann@mail.example>", "Date": b"Mon, 2 Mar 2026 12:00:00 +0000", "Content-Type": b"text/plain"}


@pytest.mark.row(18)
@pytest.mark.timeout(1800)
def test_every_header_in_any_number_and_kind_is_read_and_judged(kit, volume: Callable[[int], int]):
    raws = []
    for name in NAMES:
        for count in (0, 1, 2, 50):
            for value in (VALID.get(name, b"<a@mail.example>"), b"", b"\x00", b"a" * 65536):
                raws.append((name.encode() + b": " + value + b"\n") * count + b"X-Last: 1\n\nIt came broken.")
    raws = raws[:: len(raws) // volume(len(raws))]
    readings = whole_path(kit, raws)
    assert not [reading for reading in readings if UNREADABLE in reading.mail.problems]


def hostile_names() -> list[str]:
    """Three hundred names of files that want to lie elsewhere, or to be something else."""
    stems = ("..", "/etc/passwd", "C:\\boot.ini", "a\x00.jpg", "\u202egpj.exe", "a\u200b.jpg", "CON", "nul.txt")
    more = ("a" * 4096, "~/.ssh/id", "-rf", "$(id)", "a;b", '"quoted"', "%2e%2e%2f", "a\r\nX-Evil: 1", ".", "")
    marks = ("{}", "../{}", "..\\{}", "{}/..", " {} ", "{}.", "{}\t", "/{}", "{}::$DATA", "./{}", "//{}", "{}\n")
    marks = (*marks, "{};", "é{}", "{}.jpg", "{}.jpg.exe", "\ufeff{}")
    return [mark.format(stem) for stem in (*stems, *more) for mark in marks][:306]


@pytest.mark.row(23)
def test_a_hostile_file_name_reaches_neither_the_disk_nor_a_header(kit, tmp_path: Path, volume: Callable[[int], int]):
    blobs, names = Blobs(tmp_path / "mail"), hostile_names()
    raws = []
    for name in names[:: len(names) // volume(len(names))]:
        mail = built("It came broken.")
        mail.add_attachment(f"content of {name!r}".encode(), maintype="image", subtype="jpeg")
        octets = mail.as_bytes()
        written = name.encode("utf-8", "surrogateescape").replace(b"\n", b"\n ").replace(b"\r", b"")
        octets = octets.replace(b"attachment", b'attachment; filename="' + written + b'"', 1)
        raws.append(octets)
    for reading in whole_path(kit, raws):
        blobs.put_many([file.content for file in reading.mail.attachments])
        for file in reading.mail.attachments:
            assert file.filename is None or not set(file.filename) & set('\\/:"\x00\r\n\u202e')
            disposition = _download(b"", file.filename or "attachment").headers["content-disposition"]
            assert disposition.startswith("attachment; filename=")
            assert disposition.isascii()
            assert not set(disposition) & set("\r\n\x00\\/")
    stored = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert stored
    assert all(set(path.name) <= set("0123456789abcdef") for path in stored)


@pytest.mark.row(17, 21)
@pytest.mark.parametrize("name", TARGETS)
def test_the_seeds_of_the_fuzzers_and_their_neighbours_break_no_promise(name: str, chance: random.Random):
    seeds = [path.read_bytes() for path in sorted((SEEDS / name).iterdir())]
    for seed in seeds:
        tried(name, seed)
    end = time.process_time() + 1.5
    while time.process_time() < end:
        tried(name, broken(chance.choice(seeds), chance))
