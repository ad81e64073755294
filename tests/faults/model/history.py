"""Histories of several workers, each written by its own worker, checked afterwards without asking any of them.

A line: the moment, the worker, `invoke`, `ok` or `unknown`, the effect and its key. Lines are appended by one system
call each, so that a kill leaves whole lines.
"""

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from triage.mail.outgoing import SendResult


@dataclass(frozen=True)
class Line:
    """One line of a history. at: nanoseconds of a clock that all processes of a machine share."""

    at: int
    worker: str
    what: str
    effect: str
    key: str


@dataclass
class Diary:
    """Where one worker writes down what it does to the world, before and after."""

    path: Path

    def write(self, what: str, effect: str, keys: Iterable[str]) -> None:
        words = "".join(f"{time.monotonic_ns()} {os.getpid()} {what} {effect} {key}\n" for key in keys)
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, words.encode())
        finally:
            os.close(handle)


@dataclass
class NotedSender:
    """A way out whose worker keeps a diary. takes: hands a mail to the world; returns its Message-ID."""

    diary: Diary
    takes: Callable[[bytes], str]
    of: Callable[[bytes], str]

    def send(self, sender: str, recipient: str, mail: bytes, *, before_dot: Callable[[], None]) -> SendResult:
        from triage.mail.outgoing import Outcome

        self.diary.write("invoke", "send", [self.of(mail)])
        before_dot()
        self.diary.write("dot", "send", [self.of(mail)])
        time.sleep(0.01)
        self.takes(mail)
        self.diary.write("ok", "send", [self.of(mail)])
        return SendResult(outcome=Outcome.ACCEPTED, phase="dot", reply="250")


def read(folder: Path) -> list[Line]:
    """Every worker's lines, in the order of time."""
    rows = [row.split() for path in folder.glob("*.diary") for row in path.read_text().splitlines()]
    lines = [Line(int(at), worker, what, effect, key) for at, worker, what, effect, key in rows]
    return sorted(lines, key=lambda line: line.at)


def doubles(lines: Sequence[Line]) -> list[str]:
    """Keys whose effect may have happened twice: the last line left a worker more than once."""
    dots: dict[str, int] = defaultdict(int)
    for line in lines:
        dots[line.key] += line.what == "dot"
    return [key for key, times in dots.items() if times > 1]


def overlapping(lines: Sequence[Line]) -> list[str]:
    """Keys that two workers had between last line and answer at once, which no order of calls explains."""
    held: dict[str, str] = {}
    found: list[str] = []
    for line in lines:
        if line.what == "dot":
            if held.get(line.key, line.worker) != line.worker:
                found.append(line.key)
            held[line.key] = line.worker
        elif line.what == "ok":
            held.pop(line.key, None)
    return found
