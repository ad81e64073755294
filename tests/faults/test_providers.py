"""The habits of the great providers, and mails, log-ins and folders that a server makes trouble about."""

import contextlib
import email
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from imapclient import IMAPClient

from tests.fakes.shop import NOON
from tests.faults.conftest import FULL
from tests.faults.service import Service, letter, until
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.lying import LyingServer
from tests.servers.providers import DOVECOT, GMAIL, MICROSOFT, MINIMAL, PROFILES, YAHOO, Habits
from tests.servers.proxy import FaultProxy
from triage import worker
from triage.errors import OperatorError
from triage.loaders.settings import Account
from triage.mail.imap import connect
from triage.mail.mailbox import Throttled
from triage.mail.patience import PATIENCE
from triage.mail.rest import LOGIN_SECONDS, Gate, asked_rest
from triage.usecases import landing
from triage.usecases.doctor import mailbox_in_words
from triage.usecases.nightly import reconcile_all

DRAFTS = {"gmail": "[Gmail]/Entwürfe", "yahoo": "Draft"}


@pytest.fixture
def serve() -> Iterator[Callable[[Habits], LyingServer]]:
    """Starts servers of some kind and stops them after the test."""
    started: list[LyingServer] = []

    def start(habits: Habits) -> LyingServer:
        server = LyingServer(habits=habits)
        server.start()
        started.append(server)
        return server

    yield start
    for server in started:
        server.stop()


Serve = Callable[[Habits], LyingServer]


@pytest.mark.row(27, 31)
@pytest.mark.parametrize("profile", PROFILES)
def test_every_provider_gets_a_ticket_and_a_draft_for_each_mail_and_no_second_one(
    serve: Serve, tmp_path: Path, volume: Callable[[int], int], profile: str
):
    server, mails = serve(PROFILES[profile]), volume(300)
    account = server.account()
    for number in range(mails):
        server.deliver(account.user, letter(number))
    service = Service(tmp_path, (account,))
    for _ in range(2):
        service.look()
        folder = server.box(account.user)[DRAFTS.get(profile, "Drafts")]
        service.check(mails, [mail.raw for mail in folder.mails.values()])
    reconcile_all(service.app)
    service.look()
    assert len(service.shop.rows("tickets")) == mails
    keywords = {flag for mail in server.box(account.user)["INBOX"].mails.values() for flag in mail.flags}
    assert ("$Triaged" in keywords) is (profile == "dovecot")
    assert not {"EXPUNGE", "STORE", "UID COPY"} & set(server.heard)


@pytest.mark.row(27)
@pytest.mark.parametrize("profile", PROFILES)
def test_an_append_whose_answer_is_lost_leaves_one_draft_with_every_provider(
    serve: Serve, tmp_path: Path, profile: str
):
    server = serve(PROFILES[profile])
    account = server.account()
    lost: list[str] = []

    def hang_up(command: str) -> bool:
        if command != "APPEND" or lost:
            return False
        lost.append(command)
        return True

    server.lies.lose = hang_up
    folder = server.box(account.user)
    server.deliver(account.user, letter(0))
    with Service(tmp_path, (account,), PATIENCE.shortened(40), lambda _: 0.05) as service:
        until(lambda: service.rounds[account.name] > 0 and not service.app_waits(), 30)
    assert lost
    service.check(1, [mail.raw for mail in folder[DRAFTS.get(profile, "Drafts")].mails.values()])


@pytest.mark.row(27)
def test_where_headers_cannot_be_searched_only_those_since_the_attempt_are_read(serve: Serve):
    server = serve(YAHOO)
    account = server.account()
    sent = server.box(account.user)["Sent"]
    for number in range(50):
        sent.add(letter(number), NOON)
    mailbox = connect(account)
    server.lies.answer = lambda command, words: "BAD too much" if "1:" in words and "HEADER" in words else None
    found = mailbox.find_message_ids("Sent", ["<m49@mail.example>", "<m3@mail.example>"], from_uid=45)
    assert found == {"<m49@mail.example>": [50], "<m3@mail.example>": []}
    mailbox.close()


@pytest.mark.row(9)
@pytest.mark.parametrize("lie", ["no", "garbage", "stall", "cut", "empty"])
def test_one_mail_that_is_not_handed_out_holds_up_no_other_and_is_shown_to_people(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lie: str
):
    server = serve(YAHOO)
    account = server.account(poll_seconds=600.0)
    for number in range(100):
        server.deliver(account.user, letter(number))
    server.lies.uids = {50: lie}
    faster = 1 if FULL else 20
    monkeypatch.setattr(landing, "RETRY_AFTER", landing.RETRY_AFTER / faster)
    monkeypatch.setattr(worker, "EFFECTS_SECONDS", worker.EFFECTS_SECONDS / faster)
    started = time.monotonic()
    with Service(tmp_path, (account,), PATIENCE.shortened(faster), lambda failures: 1.5 * failures / faster) as service:
        others = until(lambda: len(service.message_ids()) >= 99 or len(service.shop.rows("tickets")) >= 99, 60)
        until(lambda: any(row["status"] == "quarantined" for row in service.shop.rows("tickets")), 60)
    visible = time.monotonic() - started
    assert others <= 99
    assert visible <= 60
    assert len(service.shop.rows("tickets")) == 100
    assert server.fetched["INBOX", 50] <= 3
    assert max(server.fetched.values()) <= 3


@pytest.mark.row(10)
@pytest.mark.parametrize("lie", ["no", "empty"])
def test_a_poison_mail_is_asked_for_three_times_in_a_day_and_every_mail_has_an_outcome(
    serve: Serve, tmp_path: Path, volume: Callable[[int], int], lie: str
):
    server = serve(YAHOO)
    account = server.account()
    clock = [datetime.now(UTC).replace(microsecond=0)]
    service = Service(tmp_path, (account,))
    service.shop.app = replace(service.app, now=lambda: clock[0])
    for number in range(10):
        server.deliver(account.user, letter(number))
    server.lies.uids = {4: lie}
    looks = volume(24 * 12)
    for _ in range(looks):
        service.look()
        clock[0] += timedelta(days=1) / looks
    assert server.fetched["INBOX", 4] <= 3
    assert all(count <= 2 for (_, uid), count in server.fetched.items() if uid != 4)
    outcomes = {row["uid"]: row["outcome"] for row in service.shop.rows("ledger") if row["folder"] == "INBOX"}
    assert outcomes == dict.fromkeys(range(1, 11), "triaged") | {4: "quarantined"}


@pytest.mark.row(10)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_look_into_a_box_of_a_hundred_thousand_mails_moves_five_kilobytes_at_most(
    serve: Serve, tmp_path: Path, volume: Callable[[int], int], profile: str
):
    server = serve(PROFILES[profile])
    proxy = FaultProxy(target=server.port)
    proxy.start()
    account = server.account(port=proxy.port, since=timedelta(0))
    server.box(account.user)["INBOX"].made_up = volume(100_000)
    service = Service(tmp_path, (account,))
    service.look()
    mailbox = service.connect(account)
    service.round(mailbox)
    before = proxy.up.passed + proxy.down.passed
    service.round(mailbox)
    moved = proxy.up.passed + proxy.down.passed - before
    mailbox.close()
    proxy.stop()
    assert 0 < moved <= 5_000
    assert service.shop.rows("tickets") == []


@pytest.mark.row(1, 10)
def test_an_hour_of_waiting_costs_less_than_twenty_kilobytes(dovecot: Dovecot):
    proxy = FaultProxy(target=dovecot.port)
    proxy.start()
    mailbox = connect(dovecot.account(port=proxy.port), PATIENCE.shortened(40))
    mailbox.select("INBOX")
    mailbox.uids_above(0)
    before = proxy.up.passed + proxy.down.passed
    assert not mailbox.idle(3.0)
    beats = 3.0 / (PATIENCE.heartbeat / 40)
    moved = proxy.up.passed + proxy.down.passed - before
    mailbox.close()
    proxy.stop()
    assert 0 < moved / beats * (3600 / PATIENCE.heartbeat) <= 20_000


THROTTLED = "NO Request is throttled. Suggested Backoff Time: 92415 milliseconds"


@pytest.mark.row(16)
@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (THROTTLED, 92.415),
        ("BAD Request is throttled. Suggested Backoff Time: 5 seconds", 5.0),
        ("NO [ALERT] Too many simultaneous connections. (Failure)", 60.0),
        ("NO [LIMIT] slow down", 60.0),
        ("Suggested Backoff Time: 999999999999 milliseconds", 86_400.0),
        ("NO [OVERQUOTA] the mailbox is full", None),
    ],
)
def test_what_a_server_says_of_rest_is_understood(answer: str, seconds: float | None):
    assert asked_rest(answer) == seconds


@pytest.mark.row(16)
def test_a_host_that_asked_for_rest_gets_it_and_then_one_log_in_a_minute_from_all_mailboxes_together():
    clock = [1000.0]
    gate = Gate(clock=lambda: clock[0])
    gate.enter("a", "here")
    gate.heard("a", Throttled("busy", fix="-", wait_seconds=300.0))
    gate.enter("b", "another host")
    tries: list[float] = []
    while clock[0] < 1000 + 3600:
        clock[0] += 1.0
        for _ in range(3):  # mailboxes
            with contextlib.suppress(Throttled):
                gate.enter("a", "here")
                tries.append(clock[0])
    assert tries[0] >= 1300
    wary = [at for at in tries if at < 1300 + 600]
    assert all(later - earlier >= LOGIN_SECONDS for earlier, later in pairwise(wary))
    assert len(wary) == 10


@pytest.mark.row(16)
@pytest.mark.parametrize("command", ["LOGIN", "SELECT", "UID SEARCH", "UID FETCH", "IDLE"])
def test_a_throttled_service_waits_as_long_as_it_was_asked_to_on_one_connection(
    serve: Serve, tmp_path: Path, command: str
):
    server = serve(MICROSOFT)
    account = server.account()
    said: list[float] = []
    logins: list[float] = []

    def throttle(name: str, words: str) -> str | None:
        if name == "LOGIN":
            logins.append(time.monotonic())
        if name != command or len(said) == 3:
            return None
        said.append(time.monotonic())
        return "NO Request is throttled. Suggested Backoff Time: 400 milliseconds"

    server.lies.answer = throttle
    server.deliver(account.user, letter(0))
    gate = Gate(clock=lambda: time.monotonic() * 200)  # its minute is 0.3 seconds
    with Service(tmp_path, (account,), PATIENCE, lambda _: 0.01, gate) as service:
        until(lambda: len(said) == 3 and service.has(0) and service.words[-1][1] == "ok", 30)
    assert server.most_open <= 2
    pauses = [min((at - end for at in logins if at > end), default=0.4) for end in said]
    assert min(pauses) >= 0.4


@pytest.mark.row(31)
@pytest.mark.parametrize(
    ("names", "drafts"),
    [
        ({"Entwürfe": ""}, "Entwürfe"),
        ({"Entwürfe": r"\Drafts", "Drafts": ""}, "Entwürfe"),
        ({"INBOX/Drafts": ""}, "INBOX/Drafts"),
        ({"[Gmail]": r"\Noselect", "[Gmail]/Brouillons": r"\Drafts"}, "[Gmail]/Brouillons"),
        ({"Archive/Drafts": ""}, "Drafts"),
        ({}, "Drafts"),
        ({"Old": r"\Drafts \NonExistent", "Utkast": ""}, "Utkast"),
        ({"Work": r"\Noselect", "Work/Entwürfe": r"\Drafts"}, "Work/Entwürfe"),
        ({"Templates": r"\Drafts", "Drafts": r"\Drafts"}, "Drafts"),
    ],
)
def test_drafts_go_where_people_look_for_them(serve: Serve, names: dict[str, str], drafts: str):
    server = serve(replace(MINIMAL, folders=tuple(names.items())))
    mailbox = connect(server.account())
    assert mailbox.drafts() == drafts
    mailbox.append_drafts(drafts, [letter(1)])
    assert mailbox.select(drafts).exists == 1
    mailbox.close()


@pytest.mark.row(31)
@pytest.mark.parametrize(
    "names",
    [{"A": r"\Drafts", "B": r"\Drafts"}, {"Drafts": "", "Entwürfe": ""}, {"Drafts": r"\Drafts", "Draft": r"\Drafts"}],
)
def test_a_guess_between_two_drafts_folders_is_refused_with_one_line_and_no_mail_is_laid_anywhere(
    serve: Serve, tmp_path: Path, names: dict[str, str]
):
    server = serve(replace(MINIMAL, folders=tuple(names.items())))
    account = server.account()
    server.deliver(account.user, letter(1))
    service = Service(tmp_path, (account,))
    with pytest.raises(OperatorError, match="TRIAGE_IMAP_DRAFTS") as refused:
        service.look()
    assert str(refused.value).count("\n") == 0
    assert all(name in str(refused.value) for name in names)
    assert "APPEND" not in server.heard
    assert len(service.shop.rows("tickets")) == 1
    chosen = replace(account, drafts=sorted(names)[0])
    service.look(chosen)
    assert server.box(account.user)[sorted(names)[0]].exists == 1


@pytest.mark.row(31)
@pytest.mark.parametrize("name", ["Entwürfe", "INBOX.Drafts", "Brouillons"])
def test_a_real_server_with_a_folder_of_such_a_name_gets_no_second_one(bare_dovecot: Dovecot, name: str):
    account = bare_dovecot.account()
    with IMAPClient("127.0.0.1", bare_dovecot.port, ssl=False, timeout=30) as box:
        box.login(account.user, PASSWORD)
        box.create_folder(name)
    mailbox = connect(account)
    assert mailbox.drafts() == name
    mailbox.close()


@pytest.mark.row(31)
def test_a_drafts_folder_that_can_only_hold_folders_is_a_persons_matter(serve: Serve):
    server = serve(replace(MINIMAL, folders=(("Drafts", r"\Noselect \HasChildren"), ("Drafts/2024", ""))))
    mailbox = connect(server.account())
    with pytest.raises(OperatorError, match="TRIAGE_IMAP_DRAFTS"):
        mailbox.drafts()
    mailbox.close()


@pytest.mark.row(27)
def test_gmail_that_gives_an_old_copy_back_has_still_one_draft(serve: Serve):
    server = serve(GMAIL)
    mailbox = connect(server.account())
    folder = mailbox.drafts()
    (first,) = mailbox.append_drafts(folder, [letter(1)])
    (again,) = mailbox.append_drafts(folder, [letter(1)])
    assert first == again
    message_id = str(email.message_from_bytes(letter(1))["Message-ID"])
    assert mailbox.find_message_ids(folder, [message_id], from_uid=50) == {message_id: [first.uid]}
    mailbox.close()


@pytest.mark.row(16)
def test_a_server_that_declines_keywords_it_promised_stops_nothing(serve: Serve, tmp_path: Path):
    server = serve(replace(DOVECOT, knows_keywords=False))
    account: Account = server.account()
    server.deliver(account.user, letter(0))
    service = Service(tmp_path, (account,))
    service.look()
    service.look()
    service.check(1, [mail.raw for mail in server.box(account.user)["Drafts"].mails.values()])


@pytest.mark.row(31)
@pytest.mark.parametrize(
    ("profile", "words"),
    [
        ("gmail", ("no keywords", "HEADER search", "APPENDUID", "IDLE")),
        ("microsoft", ("no keywords", "HEADER search", "APPENDUID", "IDLE")),
        ("yahoo", ("no keywords", "reading headers", "APPENDUID", "IDLE")),
        ("dovecot", ("marked by keywords", "HEADER search", "APPENDUID", "IDLE")),
        ("minimal", ("no keywords", "HEADER search", "a search", "only flagged", "polling")),
    ],
)
def test_the_doctor_tells_what_the_server_can_and_the_way_chosen(serve: Serve, profile: str, words: tuple[str, ...]):
    detail = mailbox_in_words(serve(PROFILES[profile]).account())
    assert [word for word in words if word not in detail] == []
    assert f"drafts go to {DRAFTS.get(profile, 'Drafts')}" in detail
