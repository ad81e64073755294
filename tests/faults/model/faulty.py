"""A mailbox and a way out at which anything can happen at any command, to be told beforehand."""

import email
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.fakes.mailbox import FakeMailbox, FakeServer
from triage.mail.outgoing import Outcome, SendResult


class Crash(BaseException):  # it ends a process, as SIGKILL does: nothing may catch it
    """The process ends here: what was committed stays, and nothing else happens."""


@dataclass
class Accident:
    """Something that happens `commands` commands from now, before that command acts or, `late`, after it acted."""

    commands: int
    late: bool
    strikes: Callable[["Session"], None]


@dataclass
class Server(FakeServer):
    """A server that many sessions share; `accident` is met by whichever session comes first."""

    accident: Accident | None = None

    def connect(self) -> "Session":
        return Session(self)

    def met(self, session: "Session", *, late: bool) -> None:
        """A command begins, or ends; asked by the session."""
        accident = self.accident
        if accident is None:
            return
        if not late:
            accident.commands -= 1
        if accident.commands <= 0 and accident.late is late:
            self.accident = None
            accident.strikes(session)


class Session(FakeMailbox):
    """One session on a `Server`."""

    server: Server

    def cut(self) -> None:
        """The connection breaks here."""
        self._die()

    def _begin(self, method: str) -> None:
        super()._begin(method)
        self.server.met(self, late=False)

    def _end(self, method: str) -> None:
        super()._end(method)
        self.server.met(self, late=True)

    def idle(self, timeout_seconds: float, stop: Callable[[], bool] = bool) -> bool:
        self._begin("idle")
        return self._has_news()


WAYS = ("accepts", "lost after", "lost before", "later", "refuses", "no answer", "dies in data", "dies after dot")


@dataclass
class WayOut:
    """A mail server that takes replies. accepted: what it took, whatever it said. plan: how the next ones go.

    lost after: it took the mail, and its answer was lost. lost before: it did not take it, and nobody can tell.
    meanwhile: called once, at the `overtaken` moment: before the dot is marked, or after.
    """

    accepted: list[bytes] = field(default_factory=list)
    plan: list[str] = field(default_factory=list)
    overtaken: str = ""
    meanwhile: Callable[[], None] = lambda: None

    def send(self, sender: str, recipient: str, mail: bytes, *, before_dot: Callable[[], None]) -> SendResult:
        way = self.plan.pop(0) if self.plan else "accepts"
        if way == "no answer":
            return SendResult(outcome=Outcome.RETRY, phase="connect", reply="timed out")
        if way == "dies in data":
            raise Crash
        self._pass("before the dot")
        before_dot()
        self._pass("after the dot")
        if way == "refuses":
            return SendResult(outcome=Outcome.REFUSED, phase="dot", reply="550")
        if way == "later":
            return SendResult(outcome=Outcome.RETRY, phase="dot", reply="451")
        if way != "lost before":
            self.accepted.append(mail)
        if way == "dies after dot":
            raise Crash
        if way in ("lost before", "lost after"):
            return SendResult(outcome=Outcome.UNKNOWN, phase="dot", reply="")
        return SendResult(outcome=Outcome.ACCEPTED, phase="dot", reply="250")

    def ids(self) -> list[str]:
        """Message-IDs of what was taken, in order."""
        return [message_id(mail) for mail in self.accepted]

    def _pass(self, moment: str) -> None:
        if self.overtaken == moment:
            self.overtaken = ""
            self.meanwhile()


def message_id(raw: bytes) -> str:
    """The Message-ID of a mail, "" when it has none."""
    return str(email.message_from_bytes(raw).get("Message-ID", "")).strip()


def raws(server: FakeServer, folder: str) -> Sequence[bytes]:
    """Every mail of a folder, as it lies there."""
    return [mail.raw for mail in server.folders[folder].mails.values()] if folder in server.folders else []
