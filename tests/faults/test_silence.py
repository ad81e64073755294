"""Servers that fall silent, hang up, answer by halves or are away: the service comes back by itself, mail and all."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from imapclient import IMAPClient

from tests.fakes.shop import judge
from tests.faults.conftest import FULL
from tests.faults.service import Service, letter, until
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.lying import LyingServer
from tests.servers.plugin import running
from tests.servers.providers import DOVECOT, MINIMAL
from tests.servers.proxy import FaultProxy
from triage.errors import RetryLater
from triage.loaders.settings import Account
from triage.mail.imap import connect
from triage.mail.patience import PATIENCE, Patience
from triage.worker import pause_seconds

SHORT = PATIENCE.shortened(40)
"""Every limit a fortieth of the real one."""
SLACK = 0.0 if FULL else 4.0
"""Seconds more, on a machine that does other things too."""
LINES = {"IDLE": DOVECOT, "FETCH": DOVECOT, "APPEND": DOVECOT, "NOOP": MINIMAL}


def soon(failures: int) -> float:
    """Pauses after failures that a test can wait for."""
    return 0.05


class Line:
    """A service behind a proxy that swallows everything, both ways, from a moment in one state of the session on."""

    def __init__(self, state: str, folder: Path, patience: Patience) -> None:
        self.state = state
        folder.mkdir(exist_ok=True)
        self.server = LyingServer(habits=LINES[state])
        self.server.start()
        self.proxy = FaultProxy(target=self.server.port)
        self.proxy.start()
        account = self.server.account(port=self.proxy.port, poll_seconds=60.0)
        self.user = account.user
        self.service = Service(folder, (account,), patience, soon)
        self.delivered = 0
        self.armed = False
        self.server.lies.answer = self.answer

    def answer(self, command: str, words: str) -> None:
        """The server's own moment: the command has come, its answer will not."""
        if self.armed and (f" {command} {words}".count(self.pattern)):
            self.armed = False
            self.proxy.black_hole()

    @property
    def pattern(self) -> str:
        return {"IDLE": "-", "FETCH": "BODY.PEEK[])", "APPEND": " APPEND ", "NOOP": " NOOP "}[self.state]

    def deliver(self) -> None:
        self.server.deliver(self.user, letter(self.delivered))
        self.delivered += 1

    def silence(self) -> tuple[float, float]:
        """One silence: seconds until it was noticed, and until a mail that came meanwhile is a ticket."""
        if self.state == "IDLE":
            until(lambda: self.server.heard[-1:] == ["IDLE"], 20)
            self.proxy.black_hole()
        else:
            self.armed = True
        connections = self.proxy.accepted
        if self.state in {"FETCH", "APPEND"}:
            self.deliver()
        if self.state == "NOOP":
            until(lambda: not self.armed, 100)
        self.deliver()
        started = time.monotonic()
        noticed = until(lambda: self.proxy.accepted > connections, 100)
        until(lambda: self.service.has(*range(self.delivered)), 100)
        return noticed, time.monotonic() - started

    def stop(self) -> None:
        self.proxy.stop()
        self.server.stop()


@pytest.mark.row(1)
@pytest.mark.parametrize("state", LINES)
def test_a_line_that_went_dead_in_silence_is_noticed_and_no_mail_waits_for_long(
    tmp_path: Path, volume: Callable[[int], int], state: str
):
    line = Line(state, tmp_path, SHORT)
    with line.service:
        line.deliver()
        until(lambda: line.service.has(0), 20)
        spans = [line.silence() for _ in range(volume(50))]
    line.server.lies.answer = lambda command, words: None
    line.service.look()
    line.stop()
    worst_notice, worst_ticket = (max(span) for span in zip(*spans, strict=True))
    assert worst_notice <= 60 / 40 + max(SLACK, 2.0)
    assert worst_ticket <= 90 / 40 + max(SLACK, 2.0)
    line.service.check(line.delivered, [mail.raw for mail in line.server.box(line.user)["Drafts"].mails.values()])


@pytest.mark.row(1)
def test_with_the_limits_of_every_day_a_dead_line_is_noticed_within_a_minute_in_every_state(tmp_path: Path):
    faster = 1 if FULL else 60
    lines = [Line(state, tmp_path / state, PATIENCE.shortened(faster)) for state in LINES]

    def spans(line: Line) -> tuple[float, float]:
        with line.service:
            line.deliver()
            until(lambda: line.service.has(0), 20)
            return line.silence()

    with ThreadPoolExecutor(len(lines)) as pool:
        found = dict(zip(LINES, pool.map(spans, lines), strict=True))
    for line in lines:
        line.stop()
    print(found)  # noqa: T201  # what `make faults` shows with -s
    assert max(noticed for noticed, _ in found.values()) <= 60 / faster + SLACK
    assert max(ticket for _, ticket in found.values()) <= 90 / faster + SLACK


@pytest.fixture
def own_dovecot(server_home: Path) -> Iterator[Dovecot]:
    """A server that the test may stop."""
    yield from running(server_home / f"own-{time.monotonic_ns()}")


def _put(account: Account, raw: bytes) -> None:
    with IMAPClient(account.host, account.port, ssl=False, timeout=30) as box:
        box.login(account.user, PASSWORD)
        box.append("INBOX", raw, msg_time=datetime.now(UTC))


@pytest.mark.row(2)
def test_kicked_out_of_waiting_it_waits_again_within_five_seconds(
    dovecot: Dovecot, tmp_path: Path, volume: Callable[[int], int]
):
    account = dovecot.account(poll_seconds=600.0)
    kicks, worst = volume(100), 0.0
    with Service(tmp_path, (account,), pause=soon) as service:
        until(lambda: service.rounds[account.name] > 0, 20)
        for number in range(kicks):
            rounds = service.rounds[account.name]
            dovecot.kill(account.user)
            worst = max(worst, until(lambda at=rounds: service.rounds[account.name] > at, 20))
            _put(account, letter(number))
            worst = max(worst, until(lambda at=number: service.has(at), 20))
    assert worst <= 5
    assert len(service.message_ids()) == kicks


def _whole_session(account: Account, patience: Patience) -> list[bytes | None]:
    """Everything a round asks, once; the mails it saw."""
    mailbox = connect(account, patience)
    try:
        drafts = mailbox.drafts()
        mailbox.sent()
        mailbox.select("INBOX")
        uids = mailbox.uids_above(0)
        mailbox.oldest(3)
        mailbox.envelopes(uids)
        mails = [mail.raw for mail in mailbox.fetch(uids)]
        mailbox.add_keywords(uids, ["$Triaged"])
        mailbox.find_message_ids(drafts, ["<m1@mail.example>"])
        mailbox.select("INBOX")
        mailbox.idle(0.0)
        return mails
    finally:
        mailbox.close()


@pytest.mark.row(3)
@pytest.mark.parametrize("end", ["close", "silence"])
def test_an_answer_cut_at_any_octet_is_for_later_and_never_another_mail(
    tmp_path: Path, volume: Callable[[int], int], end: str
):
    server = LyingServer()
    server.lies.idle = (b"* OK Still here\r\n", b"* 2 EX", b"ISTS\r\n")
    server.start()
    proxy = FaultProxy(target=server.port)
    proxy.start()
    account = server.account(port=proxy.port)
    mails = [letter(1), letter(2)]
    for raw in mails:
        server.deliver(account.user, raw)
    hasty = Patience(connect=0.2, read=0.2, stall=0.2, single=0.2, heartbeat=0.2, answer=0.2, quiet=9.0)
    patience = PATIENCE if end == "close" else hasty
    assert _whole_session(account, PATIENCE) == mails
    whole = proxy.told
    step = 2000 // volume(2000) * (1 if end == "close" else 10)
    outcomes = set()
    proxy.stall = end == "silence"
    for proxy.cut_at in range(0, whole, step):
        try:
            assert _whole_session(account, patience) == mails
            outcomes.add("whole")
        except RetryLater:
            outcomes.add("later")
    proxy.stop()
    server.stop()
    assert "later" in outcomes
    assert whole > 1500


@pytest.mark.row(3)
def test_lines_in_pieces_while_waiting_end_no_service(tmp_path: Path):
    server = LyingServer()
    server.start()
    account = server.account()
    with Service(tmp_path, (account,), SHORT, soon) as service:
        odd = (b"* OK Still here\r\n", b"* OK Sti", b"* \xff\r\n", b"* BYE so long\r\n", b"+ what\r\n")
        for number, said in enumerate(odd):
            server.lies.idle = (said,)
            server.deliver(account.user, letter(number))
            until(lambda at=number: service.has(at), 20)
        assert service.words[-1][1] in {"ok", "waiting"}
    server.stop()


@pytest.mark.row(4)
@pytest.mark.timeout(5400)
def test_a_server_that_is_stopped_and_started_again_finds_the_same_process_waiting(
    own_dovecot: Dovecot, tmp_path: Path, volume: Callable[[int], int]
):
    account, stops = own_dovecot.account(poll_seconds=2.0), volume(20)
    away, pause = (120.0, pause_seconds) if FULL else (0.5, lambda failures: min(2.0, 0.1 * 2**failures))
    longest_pause = 150.0 if FULL else 2.0
    with Service(tmp_path, (account,), pause=pause) as service:
        for number in range(stops):
            _put(account, letter(number))
            until(lambda at=number: service.has(at), 20)
            own_dovecot.kill()
            until(lambda: service.words[-1:] == [(account.name, "waiting")], 20)
            time.sleep(away)
            own_dovecot.start()
            _put(account, letter(1000 + number))
            until(lambda at=1000 + number: service.has(at), longest_pause + 20)
            until(lambda: service.words[-1] == (account.name, "ok"), 20)
    assert len(service.shop.rows("tickets")) == 2 * stops
    assert service.message_ids().most_common(1)[0][1] == 1


@pytest.mark.row(5)
def test_a_server_that_hangs_up_while_mails_are_judged_costs_nothing(tmp_path: Path, volume: Callable[[int], int]):
    server, mails = LyingServer(), volume(500)
    server.lies.inactive = 5.0 if FULL else 0.3
    thinking = 60.0 if FULL else 1.0
    server.start()
    account = server.account()
    for number in range(mails):
        server.deliver(account.user, letter(number))
    slept: list[float] = []

    def slowly(*arguments: object, **more: object) -> object:
        if not slept:
            slept.append(thinking)
            time.sleep(thinking)
        return judge(*arguments, **more)

    quiet = replace(PATIENCE, quiet=server.lies.inactive / 2)
    with Service(tmp_path, (account,), quiet, parts={"judge": slowly}) as service:
        until(lambda: service.rounds[account.name] > 0, 100)
    assert {state for _, state in service.words} == {"ok"}
    assert slept == [thinking]
    service.check(mails, [mail.raw for mail in server.box(account.user)["Drafts"].mails.values()])
    server.stop()
