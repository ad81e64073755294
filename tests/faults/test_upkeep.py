"""What is due once a night is done once a night; what is old goes and nothing else; a copy keeps its hands off."""

import email
import os
import shutil
import signal
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from imapclient import IMAPClient
from sqlalchemy import Engine, select

from tests.fakes.sender import FakeSender
from tests.fakes.shop import NOON, Shop, a_mail, a_shop
from tests.faults.conftest import QUICK
from tests.faults.world import World
from triage import logs
from triage.errors import OperatorError
from triage.loaders.keeping import Keeping, parse_keeping
from triage.mail.imap import connect
from triage.store import jobs
from triage.store.engine import reading, writing
from triage.store.schema_service import jobs as jobs_table
from triage.usecases import instance
from triage.usecases.backup import backup
from triage.usecases.doctor import installation_in_words, upkeep_in_words
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.instance import CopyError
from triage.usecases.nightly import NIGHTLY, night_of, once, run_due
from triage.usecases.reconcile import reconcile
from triage.usecases.report import as_json, make_report
from triage.usecases.retention import keep_in_time
from triage.usecases.review import close
from triage.usecases.send import approve
from triage.worker import look_and_act


@pytest.fixture
def shop(engine: Engine, tmp_path: Path) -> Shop:
    return a_shop(engine, tmp_path / "data", since=None)


def _jobs(shop: Shop) -> list[dict]:
    with reading(shop.app.engine) as conn:
        return [dict(row) for row in conn.execute(select(jobs_table).order_by(jobs_table.c.period)).mappings()]


# --- row 57: the night ---


@QUICK
@pytest.mark.row(57)
def test_four_schedulers_over_a_month_do_each_nights_work_once(shop: Shop):
    runs: list[str] = []
    days = 30
    work = (("report", lambda app: runs.append(night_of(app.now()))), ("sweep", lambda _: None))
    for _ in range(days * 4):
        now = shop.later(hours=6)
        start = threading.Barrier(4)

        def tick(now: datetime = now, start: threading.Barrier = start) -> None:
            start.wait()
            run_due(replace(shop.app, now=lambda: now), work)

        threads = [threading.Thread(target=tick) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert set(Counter(runs).values()) == {1}
    assert days <= len(runs) <= days + 1
    done = [row for row in _jobs(shop) if row["done_at"] is not None]
    assert Counter(row["kind"] for row in done) == {"report": len(runs), "sweep": len(runs)}


@QUICK
@pytest.mark.row(57)
def test_schedulers_that_are_killed_in_the_middle_of_the_night_still_leave_one_result_a_night(
    shop: Shop, volume: Callable[[int], int]
):
    nights = volume(30)
    shop.app.engine.dispose()
    shop.later(hours=1)
    for number in range(nights):
        for hours, crash in ((15, "K18night"), (3, "K18told"), (3, ""), (3, "K18night")):
            now = shop.later(hours=hours)
            child = os.fork()
            if child == 0:
                os.environ["TRIAGE_CRASH"] = crash
                run_due(replace(shop.app, now=lambda now=now: now), [("report", lambda _: {"told": True})])
                os._exit(0)
            _, status = os.waitpid(child, 0)
            assert os.WIFEXITED(status) or os.WTERMSIG(status) == signal.SIGKILL, number
    found = _jobs(shop)
    assert [row["detail"] for row in found] == [{"told": True}] * nights
    assert all(row["fence"] == 3 for row in found)


@pytest.mark.row(57)
def test_a_worker_that_overslept_its_lease_does_not_overwrite_what_came_after_it(shop: Shop):
    now = shop.app.now()
    with writing(shop.app.engine) as conn:
        slow = jobs.claim(conn, "report", "2026-03-02", now=now, lease_until=now)
        quick = jobs.claim(conn, "report", "2026-03-02", now=now, lease_until=now + timedelta(hours=1))
        assert slow is not None
        assert quick is not None
        assert jobs.claim(conn, "report", "2026-03-02", now=now, lease_until=now) is None
        assert jobs.finish(conn, quick, {"by": "quick"}, now)
        assert not jobs.finish(conn, slow, {"by": "slow"}, now)
        assert jobs.last(conn, "report").detail == {"by": "quick"}


@QUICK
def test_work_that_failed_is_tried_again_in_an_hour_and_stops_no_other(shop: Shop):
    tries: list[datetime] = []

    def fails(app) -> None:
        tries.append(app.now())
        if len(tries) < 3:
            raise OSError("the disk is away")

    for _ in range(30):
        try:
            run_due(shop.app, [("bad", fails), ("good", lambda _: None)])
        except OSError:
            assert len(tries) < 3
        shop.later(minutes=10)
    assert [later - first for first, later in pairwise(tries)] == [timedelta(hours=1)] * 2
    assert not once(shop.app, "good", lambda _: None)


@pytest.mark.row(56, 57)
@pytest.mark.parametrize("happened", ["killed", "failed"])
def test_work_begun_under_a_clock_years_ahead_is_done_once_the_clock_is_right_again(shop: Shop, happened: str):
    now = shop.app.now()
    with writing(shop.app.engine) as conn:
        job = jobs.claim(conn, "report", night_of(now), now=now, lease_until=now + timedelta(days=3653))
        assert job is not None
        if happened == "failed":
            jobs.give_back(conn, job, now + timedelta(days=3653))
    runs: list[datetime] = []
    for _ in range(14):
        run_due(shop.app, [("report", lambda app: runs.append(app.now()))])
        shop.later(minutes=10)
    assert runs == [now + timedelta(hours=2)]


@pytest.mark.row(56, 57)
def test_what_was_done_under_a_clock_years_ahead_does_not_stay_the_last_that_was_done(shop: Shop):
    ahead = replace(shop.app, now=lambda: NOON + timedelta(days=3653))
    assert once(ahead, "report", lambda _: {"by": "the future"})
    assert once(shop.app, "report", lambda _: {"by": "today"})
    with reading(shop.app.engine) as conn:
        last = jobs.last(conn, "report")
    assert last is not None
    assert (last.detail, last.done_at) == ({"by": "today"}, NOON)


@pytest.mark.row(56)
def test_a_clock_that_is_ten_years_ahead_for_a_day_has_nothing_thrown_away(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    (row,) = shop.rows("tickets")
    close(shop.app, row["public_id"], user="mia", version=row["version"])
    work = [one for one in NIGHTLY if one[0] == "retention"]
    ahead = replace(shop.app, now=lambda: NOON + timedelta(days=3653))
    assert run_due(shop.app, work) == 1
    assert run_due(ahead, work) == 1
    shop.later(days=1)
    assert run_due(shop.app, work) == 1
    assert [row["status"] for row in shop.rows("tickets")] == ["closed"]
    assert len(list(shop.app.blobs.names())) == 1
    shop.later(days=3653)
    assert (run_due(shop.app, work), len(shop.rows("messages"))) == (1, 1)
    shop.later(days=1)
    assert (run_due(shop.app, work), len(shop.rows("messages"))) == (1, 0)


# --- row 11: the second look ---


@QUICK
@pytest.mark.row(11)
def test_an_old_read_mail_moved_into_the_inbox_is_a_ticket_at_the_next_poll(world: World):
    world.deliver([a_mail(1)])
    assert world.run() == 0
    client = IMAPClient(world.account.host, world.account.port, ssl=False)
    client.login(world.account.user, world.account.password)
    old = datetime.now(UTC) - timedelta(days=730)
    client.create_folder("Spam")
    client.append("Spam", a_mail(2), (b"\\Seen",), old)
    client.select_folder("Spam")
    client.copy([1], "INBOX")
    client.logout()
    assert world.run() == 0
    world_shop = world.shop()
    assert sorted(row["message_id"] for row in world_shop.rows("messages")) == [
        "<m1@mail.example>",
        "<m2@mail.example>",
    ]
    world_shop.app.engine.dispose()


@QUICK
@pytest.mark.row(11)
def test_every_mail_of_the_inbox_is_in_one_state_and_the_states_add_up(world: World):
    world.deliver([a_mail(number, subject="poison" if number == 3 else "damaged") for number in range(8)])
    world.deliver([a_mail(1, subject="damaged")])
    assert world.run() == 0
    world.deliver([a_mail(20)])
    shop = world.shop()
    mailbox = connect(world.account)
    mailbox.remove("INBOX", 1)
    mailbox.remove("Drafts", 2)
    found = reconcile(shop.app, world.account, mailbox)
    assert found.states == {"moved": 1, "new": 1, "quarantined": 1, "triaged": 6}
    assert (found.on_server, found.gone, found.unexplained, found.missing) == (9, 1, 0, 0)
    assert (found.drafts_gone, found.alarm) == (1, "")
    with writing(shop.app.engine) as conn:
        conn.exec_driver_sql("UPDATE ledger SET outcome = 'vanished' WHERE uid = 2")
        conn.exec_driver_sql("DELETE FROM ledger WHERE uid = 5")
    again = reconcile(shop.app, world.account, mailbox, file_again=True)
    assert (again.missing, again.unexplained, again.filed_again) == (1, 0, 1)
    assert "missed" in again.alarm
    assert sum(again.states.values()) == again.on_server == 9
    mailbox.close()
    assert world.run() == 0
    mailbox = connect(world.account)
    last = reconcile(shop.app, world.account, mailbox)
    mailbox.close()
    assert (last.missing, last.drafts_gone) == (0, 0)
    assert last.states == {"moved": 3, "quarantined": 1, "triaged": 5}
    shop.app.engine.dispose()


# --- retention ---


def test_after_two_years_only_what_may_be_kept_is_left_and_reports_keep_their_totals(shop: Shop):
    for number in range(6):
        shop.server.deliver(a_mail(number, sender=f"canary{number}@mail.example", extra=f"X-Photo: p{number}"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    shop.later(hours=1)
    for row in shop.rows("tickets")[:4]:
        close(shop.app, row["public_id"], user="mia", version=row["version"])
    day = {"first": NOON.date(), "last": NOON.date()}
    shop.later(days=181)
    before = as_json(make_report(shop.app, **day))
    done = keep_in_time(shop.app)
    assert (done.mails, done.tickets, done.files) == (4, 0, 8)
    assert sum(row["purged_at"] is not None for row in shop.rows("messages")) == 4
    shop.later(days=365 * 2)
    done = keep_in_time(shop.app)
    assert (done.mails, done.tickets) == (0, 4)
    assert [row["customer_address"] for row in shop.rows("tickets")] == [
        *[""] * 4,
        "canary4@mail.example",
        "canary5@mail.example",
    ]
    assert len(list(shop.app.blobs.names())) == 4
    after = as_json(make_report(shop.app, **day))
    assert after["overall"]["waits"] == before["overall"]["waits"] == 6
    assert after["overall"]["closed_without_reply"] == before["overall"]["closed_without_reply"] == 4
    assert keep_in_time(shop.app).tickets == 0


@QUICK
def test_what_went_in_time_does_not_come_back_from_the_mailbox(shop: Shop):
    for number in range(3):
        shop.server.deliver(a_mail(number), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    for row in shop.rows("tickets"):
        close(shop.app, row["public_id"], user="mia", version=row["version"])
    shop.later(days=200)
    assert keep_in_time(shop.app).files == 3
    shop.server.reset_uidvalidity("INBOX")
    assert poll(shop.app, shop.account, shop.mailbox).triaged == 0
    assert list(shop.app.blobs.names()) == []
    shop.later(days=600)
    assert keep_in_time(shop.app).tickets == 3
    shop.server.reset_uidvalidity("INBOX")
    assert poll(shop.app, shop.account, shop.mailbox).triaged == 0
    assert shop.rows("messages") == []


@QUICK
def test_nothing_goes_where_the_settings_say_for_ever(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    (row,) = shop.rows("tickets")
    close(shop.app, row["public_id"], user="mia", version=row["version"])
    shop.later(days=10_000)
    for_ever = Keeping(raw_days=0, ticket_days=0, log_days=0)
    done = keep_in_time(replace(shop.app, settings=replace(shop.app.settings, keeping=for_ever)))
    assert (done.mails, done.tickets, done.files, done.log_files) == (0, 0, 0, 0)


def test_log_lines_go_with_the_day_that_they_were_written_on(tmp_path: Path):
    for number, day in enumerate(("2026-01-30", "2026-01-20", "2026-01-01"), 1):
        (tmp_path / f"worker.log.{number}").write_text(f'{{"event": "mail", "at": "{day}T03:00:00Z"}}\n')
    (tmp_path / "worker.log").write_text('{"at": "2026-01-01T00:00:00Z"}\n')
    assert logs.forget_before(tmp_path, datetime(2026, 1, 21, tzinfo=UTC)) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["worker.log", "worker.log.1"]


def test_a_log_file_is_turned_over_when_its_first_line_is_a_day_old(tmp_path: Path):
    (tmp_path / "worker.log").write_text('{"at": "2026-01-01T00:00:00Z"}\n')
    file = logs._File(tmp_path / "worker.log", maxBytes=10**6, backupCount=3, encoding="utf-8", delay=True)
    import logging

    file.emit(logging.LogRecord("triage", logging.INFO, "", 1, "now", None, None))
    file.emit(logging.LogRecord("triage", logging.INFO, "", 1, "again", None, None))
    file.close()
    assert (tmp_path / "worker.log").read_text() == "now\nagain\n"
    assert (tmp_path / "worker.log.1").exists()


@pytest.mark.parametrize("value", ["-1", "a year", "1.5", "123456"])
def test_a_time_to_keep_that_is_no_number_of_days_is_refused(value: str):
    with pytest.raises(OperatorError, match="TRIAGE_KEEP_RAW_DAYS"):
        parse_keeping({"TRIAGE_KEEP_RAW_DAYS": value})


# --- row 65: copies ---


def _copied(shop: Shop, to: Path, sender: FakeSender) -> Shop:
    """The same database and a copy of the data folder, started elsewhere."""
    shutil.copytree(shop.app.settings.data_dir, to)
    other = a_shop(shop.app.engine, to, since=None, sender=lambda _: sender)
    other.server = shop.server
    other.app = replace(other.app, connect=lambda _: shop.server.connect())
    other.reconnect()
    return other


@QUICK
@pytest.mark.row(65)
def test_a_copy_of_an_installation_reads_and_does_nothing_to_the_world_and_says_why(shop: Shop, tmp_path: Path):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    sender = FakeSender()
    copy = _copied(shop, tmp_path / "staging", sender)
    (ticket,), (draft,) = shop.rows("tickets"), shop.rows("drafts")
    approve(
        copy.app,
        ticket["public_id"],
        draft_revision=1,
        text=draft["text"],
        last_message_id=draft["answers_id"],
        user="mia",
        idempotency_key="form",
    )
    copy.server.deliver(a_mail(2), NOON)
    before = len(copy.drafts())
    with pytest.raises(CopyError) as told:
        look_and_act(copy.app, copy.account, copy.mailbox)
    assert "copy of the installation at" in str(told.value)
    assert "instance adopt" in str(told.value)
    assert "\n" not in str(told.value)
    assert len(copy.rows("tickets")) == 2
    assert (len(copy.drafts()), sender.accepted) == (before, [])
    look_and_act(shop.app, shop.account, shop.mailbox)
    assert len(shop.drafts()) == 2


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.row(65)
def test_the_doctor_says_of_a_copy_that_it_is_one_and_when_the_last_backup_was(shop: Shop, url: str, tmp_path: Path):
    settings = replace(shop.app.settings, database_url=url)
    assert "sends and files" in installation_in_words(settings)
    words = upkeep_in_words(settings)
    assert "no backup was made so far" in words
    assert "not compared with our list yet" in words
    long_ago = datetime.now(UTC) - timedelta(days=3, hours=1)
    shop.clock[0] = long_ago
    once(shop.app, "reconcile", lambda _: {"main": {"alarm": "2 mails had been missed"}})
    backup(replace(shop.app, settings=settings, now=lambda: datetime.now(UTC)))
    words = upkeep_in_words(settings)
    assert f"last backup {datetime.now(UTC):%Y-%m}" in words
    assert f"inbox compared with our list {long_ago:%Y-%m-%d %H:%M} UTC (3 days ago); 2 mails had been missed" in words
    copy = shutil.copytree(settings.data_dir, tmp_path / "staging")
    with pytest.raises(CopyError, match="copy of the installation at") as told:
        installation_in_words(replace(settings, data_dir=copy))
    assert "instance adopt" in told.value.fix


@QUICK
@pytest.mark.row(65)
def test_a_copy_that_takes_over_asks_a_person_about_replies_that_the_other_may_have_sent(shop: Shop, tmp_path: Path):
    shop.server.deliver(a_mail(1), NOON)
    look_and_act(shop.app, shop.account, shop.mailbox)
    (ticket,), (draft,) = shop.rows("tickets"), shop.rows("drafts")
    sender = FakeSender()
    copy = _copied(shop, tmp_path / "new", sender)
    approve(
        copy.app,
        ticket["public_id"],
        draft_revision=1,
        text=draft["text"],
        last_message_id=draft["answers_id"],
        user="mia",
        idempotency_key="form",
    )
    assert instance.adopt(copy.app) == 1
    look_and_act(copy.app, copy.account, copy.mailbox)
    assert sender.accepted == []
    assert [row["state"] for row in copy.rows("effects") if row["kind"] == "send"] == ["UNKNOWN"]
    assert "sends and files" in instance.standing(copy.app)


@QUICK
@pytest.mark.row(65)
@pytest.mark.parametrize("change", ["nothing", "host", "moved", "both"])
def test_a_restart_a_new_host_name_or_a_moved_folder_is_no_copy(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
):
    instance.require_ours(shop.app)
    folder = shop.app.settings.data_dir
    if change in ("host", "both"):
        monkeypatch.setattr("socket.gethostname", lambda: "another-container")
    if change in ("moved", "both"):
        folder = folder.rename(tmp_path / "moved")
    instance.require_ours(replace(shop.app, settings=replace(shop.app.settings, data_dir=folder)))


@QUICK
@pytest.mark.row(65)
def test_a_copy_on_another_machine_at_the_same_path_is_one(shop: Shop, monkeypatch: pytest.MonkeyPatch):
    instance.require_ours(shop.app)
    path = shop.app.settings.data_dir / instance.FILE
    octets = path.read_bytes()
    path.rename(path.with_name("kept"))
    path.write_bytes(octets)
    monkeypatch.setattr("socket.gethostname", lambda: "staging")
    assert not instance.acts(shop.app)


@pytest.mark.row(65, 64)
def test_a_folder_put_back_by_hand_at_its_place_holds_what_was_about_to_leave(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    instance.require_ours(shop.app)
    path = shop.app.settings.data_dir / instance.FILE
    octets = path.read_bytes()
    path.rename(path.with_name("kept"))
    path.write_bytes(octets)
    assert instance.acts(shop.app)
    (effect,) = [row for row in shop.rows("effects") if row["kind"] == "file_draft"]
    assert effect["evidence"] == {"restored": True}
    look_and_act(shop.app, shop.account, shop.mailbox)
    assert shop.drafts() == []
    shop.later(minutes=1)
    look_and_act(shop.app, shop.account, shop.mailbox)
    assert len(shop.drafts()) == 1
    assert email.message_from_bytes(shop.drafts()[0])["Message-ID"]


@pytest.mark.row(65)
def test_two_workers_that_start_at_once_bind_one_installation(shop: Shop):
    faults: list[Exception] = []
    start = threading.Barrier(6)

    def bind() -> None:
        start.wait()
        try:
            instance.require_ours(shop.app)
        except Exception as fault:  # noqa: BLE001  # a thread: the test looks at what was raised
            faults.append(fault)

    threads = [threading.Thread(target=bind) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert instance.acts(shop.app)
