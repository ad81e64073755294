"""A reader whose parser can be harmed: mails that name a harm do it. Runs in the child, in place of the real one."""

import hashlib
import os
import re
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from triage.reader.serving import serve
from triage.records import ParsedMail, RawMail


def spin() -> None:
    while True:
        pass


def swallow() -> None:
    while True:
        try:
            spin()
        except BaseException:  # noqa: BLE001, S112  # foreign callbacks do such things
            continue


def _backtrack() -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")


def _beyond_python() -> None:
    hashlib.pbkdf2_hmac("sha256", b"", b"", 2**31 - 1)


def _doze() -> None:
    while True:
        time.sleep(0.02)
        sum(range(20_000))  # always a little at work, never done


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _hoard() -> None:
    kept = []
    while True:
        kept.append(b"x" * 10_000_000)


HARMS = {
    "spins": spin,
    "swallows": swallow,
    "backtracks": _backtrack,
    "beyond": _beyond_python,
    "sleeps": lambda: time.sleep(3600),
    "dies": _die,
    "hoards": _hoard,
}
DOZES = {"dozes": _doze}
"""Takes so little of the processor that only the clock on the wall can tell."""


def harmed(control: Connection, root: Path, kept: Path | None) -> None:
    """`serve`, with a parser that does what a mail's X-Harm header says."""
    import triage.stages.parse as stage

    sound = stage._parse

    def parse(raw: bytes, *others: Any) -> ParsedMail:
        found = re.search(rb"(?m)^X-Harm: (\w+)", raw)
        if found:
            (HARMS | DOZES)[found[1].decode()]()
        return sound(raw, *others)

    stage._parse = parse
    serve(control, root, kept)


def a_harmful(mail: RawMail, harm: str) -> RawMail:
    """The same mail, but it does harm to who parses it."""
    return RawMail(raw=f"X-Harm: {harm}\r\n".encode() + mail.raw, received_at=mail.received_at, source=mail.source)
