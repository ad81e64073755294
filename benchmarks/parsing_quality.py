"""How well mails are read: beside the standard library over a folder of mails, and against what was written.

    python -m benchmarks.parsing_quality FOLDER [--list]

FOLDER: .eml files, at any depth. Each is read by this project and by the standard library (`policy.default`), which is
the second opinion where it has one; --list prints every disagreement, to be read by a person. Then the answers of
`tests/stages/parsing/history` are cut down to their new words, long hostile texts are timed, and mails are counted by
the second of one core, mail-parser in the path of every one.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

from benchmarks.parse import mails_a_second, mixed_mail, plain_mail
from tests.stages.parsing.history import second, table, third
from tests.stages.parsing.history.score import score
from triage.records import ParsedMail, RawMail
from triage.stages.parse import parse
from triage.stages.parsing.markup import html_to_text

MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
WORD = re.compile(r"\w+")
UNREAD = ("could not be parsed", "mail is empty")


@dataclass(frozen=True)
class Opinion:
    """What the standard library makes of a mail. files: sizes of the decoded leaves that are no body."""

    subject: str
    sender: str
    body: str | None
    files: Counter[int]


def ours(raw: bytes) -> ParsedMail:
    """This project's reading."""
    return parse(RawMail(raw=raw, received_at=MOMENT, source="benchmark"))


def second_opinion(raw: bytes) -> Opinion | None:
    """The standard library's reading; None where it fails."""
    try:
        mail = message_from_bytes(raw, policy=policy.default)
        body = mail.get_body(("plain", "html"))
        text = None
        if body is not None:
            text = str(body.get_content())
            text = html_to_text(text) if body.get_content_type() == "text/html" else text
        sender = parseaddr(str(mail["from"] or ""))[1]
        return Opinion(str(mail["subject"] or ""), sender, text, Counter(map(len, _files(mail))))
    except Exception:  # noqa: BLE001  # its crashes are part of what is measured
        return None


def _files(mail: EmailMessage) -> Iterator[bytes]:
    stack = [mail]
    while stack:
        part = stack.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            stack.extend(part.iter_parts())
            continue
        is_text = part.get_content_type() in ("text/plain", "text/html", "text/enriched")
        if part is mail or (is_text and part.get_content_disposition() != "attachment" and not part.get_filename()):
            continue
        if part.get_content_maintype() == "message":
            yield b""
            continue
        payload = part.get_payload(decode=True)
        yield payload if isinstance(payload, bytes) else b""


def same_words(one: str, other: str) -> bool:
    """Token F1 of at least nine tenths."""
    a, b = Counter(WORD.findall(one.lower())), Counter(WORD.findall(other.lower()))
    return 2 * sum((a & b).values()) >= 0.9 * (sum(a.values()) + sum(b.values()))


def bare(text: str) -> str:
    """Without blanks and what is no letter of any script."""
    return "".join(WORD.findall(text.lower()))


def compare(path: Path, show: Callable[[str], None]) -> Counter[str]:
    """Points for one mail; what differs is shown."""
    raw, points = path.read_bytes(), Counter(["mails"])
    try:
        read = ours(raw)
    except Exception as fault:  # noqa: BLE001  # the very thing that is looked for
        show(f"CRASH {path.name}: {type(fault).__name__}")
        return points + Counter(["crashed"])
    if any(word in problem for problem in read.problems for word in UNREAD):
        points["unread"] += 1
        show(f"UNREAD {path.name}: {read.problems}")
    other = second_opinion(raw)
    if other is None:
        return points + Counter(["no second opinion"])
    checks = {
        "subject": bare(read.subject) == bare(other.subject),
        "from": read.sender.address.lower() == other.sender.lower(),
        "attachments": sum(other.files.values()) <= len(read.attachments),
        "body": other.body is None or same_words(read.full_text, other.body),
    }
    for name, agrees in checks.items():
        points[f"{name} agrees"] += agrees
        if not agrees:
            show(f"{name.upper()} {path.name}\n    ours   {_shown(read, name)}\n    stdlib {_told(other, name)}")
    return points + Counter(["compared"])


def _shown(read: ParsedMail, name: str) -> str:
    sizes = [file.size_bytes for file in read.attachments]
    return repr({"subject": read.subject, "from": read.sender, "attachments": sizes, "body": read.full_text}[name])[
        :300
    ]


def _told(other: Opinion, name: str) -> str:
    told = {"subject": other.subject, "from": other.sender, "attachments": dict(other.files), "body": other.body}
    return repr(told[name])[:300]


HOSTILE = {
    "From: lines": "From: a\n",
    "quotes": "> > > > a\n",
    "On ... wrote": "On Mon, 2 Mar 2026 at 10:02, Shop wrote:\n",
    "dashes": "-- \n",
    "blanks": " " * 40 + "\n",
    "one line of letters": "a",
    "one line of signs": ">",
    "legal notes": "This e-mail is confidential\n\n",
    "device lines": "Sent from my iPhone sent from my iPhone\n",
    "header words": "From: a\nDate: b\n\n",
    "colons": "a:",
    "brackets": "<",
    "links": "Outlook (https://aka.ms/a",
    "forward marks": "---------- Forwarded",
    "von gesendet": "von yahoo ",
}


def slowest(size: int = 1_000_000) -> tuple[str, float]:
    """The hostile text of a megabyte that took longest to read, and its seconds; the better of two runs."""
    times = {}
    for name, unit in HOSTILE.items():
        body = (unit * (size // len(unit) + 1))[:size]
        raw = b"From: a@mail.example\nContent-Type: text/plain\n\n" + body.encode()
        plain = b"From: a@mail.example\nContent-Type: text/plain\n\nshort\n"
        times[name] = min(_seconds(raw) for _ in range(2)) - _seconds(plain)
    name = max(times, key=lambda one: times[one])
    return name, times[name]


def _seconds(raw: bytes) -> float:
    start = time.process_time()
    ours(raw)
    return time.process_time() - start


def main(folder: Path, *, listing: bool) -> None:
    """Print every figure."""
    points: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.eml")):
        points += compare(path, print if listing else lambda _: None)
    print(f"{points['mails']} mails: {points['crashed']} crashed, {points['unread']} unread")
    for name in ("subject", "from", "attachments", "body"):
        share = 100 * points[f"{name} agrees"] / points["compared"]
        print(f"  {name:12} agrees with the standard library in {share:.1f} %")
    for name, rows in (("first", list(table.rows())), ("second", list(second.rows())), ("third", list(third.rows()))):
        scores = [score(row, ours(row.raw).text) for row in rows]
        shares = (sum(one.right for one in scores), sum(one.kept for one in scores), sum(one.clean for one in scores))
        right, kept, clean = (100 * share / len(rows) for share in shares)
        print(f"{len(rows)} answers ({name}): right {right:.1f} %, kept {kept:.1f} %, clean {clean:.1f} %")
    name, seconds = slowest()
    print(f"1 MB of text takes at most {seconds:.2f} s ({name})")
    for kind, make in (("plain", plain_mail), ("mixed", mixed_mail)):
        import random

        chance = random.Random(7)
        speed = mails_a_second(ours, [make(chance, number).as_bytes() for number in range(1000)])
        print(f"{kind} mails: {speed:.0f} a second")


if __name__ == "__main__":
    main(Path(sys.argv[1]), listing="--list" in sys.argv)
