"""An erased person is gone from every file of ours, does not come back, and the reports still add up."""

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, text

from tests.fakes.shop import NOON, Shop, a_mail, a_shop
from tests.faults.conftest import QUICK
from tests.faults.world import World
from triage.errors import InputError, Refused, RetryLater
from triage.store import copies, events
from triage.store.engine import reading, writing
from triage.store.schema import ledger, orders
from triage.store.tickets import Ticket
from triage.usecases.backup import backup
from triage.usecases.effects import drain
from triage.usecases.erase import erase
from triage.usecases.export import export
from triage.usecases.ingest import poll
from triage.usecases.report import as_json, make_report
from triage.usecases.retention import keep_in_time
from triage.usecases.review import close, look, reopen
from triage.usecases.revising import save_edit
from triage.usecases.send import approve
from triage.usecases.tickets import list_tickets

# The order number stands by itself: ids made by chance hold its four signs now and then.
CANARIES = re.compile(rb"(?i)canary(?:name|address|subject|body|file|quoted)|(?<![0-9a-f])A777(?![0-9a-f])")

SQLITE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""Only a SQLite database is copied before an upgrade."""


@pytest.fixture
def shop(engine: Engine, tmp_path: Path) -> Shop:
    """A shop on each kind of database."""
    return a_shop(engine, tmp_path, since=None)


def _canary_mail(number: int) -> bytes:
    return a_mail(
        number,
        subject=f"canarysubject damaged {number}",
        text="canarybody came broken, order A777",
        sender=f"canaryname <canaryaddress{number % 2}@Mail.example>",
        extra=f"X-Photo: canaryfile{number}",
    )


def _traces(shop: Shop, *folders: Path) -> list[str]:
    """Files, and tables of a database that is no file, in which any canary stands."""
    shop.app.engine.dispose()
    found = [
        str(path)
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and CANARIES.search(path.read_bytes())
    ]
    if shop.app.engine.dialect.name == "postgresql":
        with reading(shop.app.engine) as conn:
            for (table,) in conn.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).all():
                query = text(f'SELECT t::text FROM "{table}" t')  # noqa: S608  # a table of the test's own database
                rows = "\n".join(str(row) for row in conn.execute(query))
                found += [table] if CANARIES.search(rows.encode()) else []
    return found


def _order(shop: Shop) -> None:
    facts = {"number": "A777", "note": "canaryquoted"}
    row = {"store": "shop", "number": "A777", "customer_email": "canaryaddress1@mail.example", "facts": facts}
    with writing(shop.app.engine) as conn:
        row |= {"imported_at": NOON}
        conn.execute(insert(orders), [row, row | {"number": "A778", "customer_email": "canaryaddress0@mail.example"}])


@pytest.mark.row(14)
def test_of_an_erased_person_no_word_is_left_in_any_file_and_none_of_our_drafts_in_the_mailbox(
    world: World, tmp_path: Path
):
    world.deliver([*(_canary_mail(number) for number in range(6)), a_mail(50), a_mail(51, sender="b@mail.example")])
    shop = world.shop()
    _order(shop)
    assert world.run() == 0
    assert _traces(shop, world.folder, tmp_path)
    assert len(world.drafts()) == 8
    erased = [erase(shop.app, f"Canary <CANARYADDRESS{number}@mail.EXAMPLE>") for number in (0, 1)]
    assert [one.tickets for one in erased] == [3, 3]
    assert sum(one.drafts_removed for one in erased) == 6
    assert sum(one.orders for one in erased) == 2
    assert _traces(shop, world.folder, tmp_path) == []
    assert len(world.drafts()) == 2
    assert world.run() == 0
    assert _traces(shop, world.folder, tmp_path) == []
    assert {row["status"] for row in shop.rows("tickets")} == {"open", "erased"}
    shop.app.engine.dispose()


@SQLITE
@pytest.mark.row(14, 67)
def test_copies_of_the_database_made_before_upgrades_go_with_the_first_who_is_erased(shop: Shop, tmp_path: Path):
    shop.server.deliver(_canary_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    copy = _upgraded(shop)
    cut = copy.with_name(f".{copy.name.split(copies.SUFFIX)[0]}.copying")
    cut.write_bytes(b"canarybody, half a copy")
    assert {str(copy), str(cut)} <= set(_traces(shop, tmp_path))
    assert erase(shop.app, "canaryaddress1@mail.example", dry_run=True).copies == 1
    assert copy.exists()
    assert erase(shop.app, "canaryaddress1@mail.example").copies == 1
    assert _traces(shop, tmp_path) == []
    assert erase(shop.app, "canaryaddress1@mail.example").copies == 0


@SQLITE
@pytest.mark.row(14, 67)
def test_a_copy_goes_also_when_the_person_stands_in_it_alone(shop: Shop, tmp_path: Path):
    shop.server.deliver(_canary_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    copy = _upgraded(shop)
    octets = copy.read_bytes()
    erase(shop.app, "canaryaddress1@mail.example")
    copy.write_bytes(octets)
    assert not erase(shop.app, "canaryaddress1@mail.example").found
    assert _traces(shop, tmp_path) == []


@SQLITE
@pytest.mark.row(67)
def test_copies_before_upgrades_go_in_time_and_neither_export_nor_backup_takes_them(shop: Shop, tmp_path: Path):
    shop.server.deliver(_canary_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    copy = _upgraded(shop)
    url = shop.app.engine.url.render_as_string(hide_password=False)
    made = backup(replace(shop.app, settings=replace(shop.app.settings, database_url=url)), tmp_path / "backups").folder
    export(shop.app, "canaryaddress1@mail.example", out=tmp_path / "export")
    taken = [path.name for folder in (made, tmp_path / "export") for path in folder.rglob("*")]
    assert not [name for name in taken if copies.SUFFIX in name]
    os.utime(copy, (NOON.timestamp(), NOON.timestamp()))
    shop.later(days=179)
    assert (keep_in_time(shop.app).copies, copy.exists()) == (0, True)
    shop.later(days=2)
    assert (keep_in_time(shop.app).copies, copy.exists()) == (1, False)


def _upgraded(shop: Shop) -> Path:
    """The copy that an upgrade makes of the database as it is."""
    with writing(shop.app.engine):
        copy = copies.keep_copy(shop.app.engine, "0010")
    assert copy is not None
    return copy


@QUICK
@pytest.mark.row(14)
def test_erased_tickets_come_back_neither_in_ten_polls_nor_after_the_folder_was_numbered_anew(
    shop: Shop, volume: Callable[[int], int]
):
    wanted = volume(100)
    for number in range(wanted + 5):
        shop.server.deliver(a_mail(number, sender=f"c{number}@mail.example"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    for number in range(wanted):
        assert erase(shop.app, f"c{number}@mail.example").tickets == 1
    for _ in range(10):
        poll(shop.app, shop.account, shop.mailbox)
        drain(shop.app, shop.account, shop.mailbox)
    shop.server.reset_uidvalidity("INBOX")
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    assert len(shop.rows("messages")) == 5
    assert len(shop.drafts()) == 5
    assert len(list(shop.app.blobs.names())) == 5
    tombs = {row["sha256"] for row in shop.rows("ledger") if row["outcome"] == "erased"}
    assert len(tombs) == wanted
    assert not any(shop.app.blobs.path(tomb).exists() for tomb in tombs)


def test_an_erased_mail_is_known_again_although_nothing_of_it_but_a_keyed_hash_is_kept(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    (before,) = shop.rows("ledger")
    erase(shop.app, "ada@mail.example")
    (after,) = shop.rows("ledger")
    assert after["sha256"] not in (None, before["sha256"])
    assert (after["internal_at"], after["size_bytes"], after["message_id"]) == (None, None, None)


@QUICK
def test_totals_of_past_reports_are_the_same_after_an_erasure(shop: Shop):
    for number in range(6):
        shop.server.deliver(a_mail(number, sender=f"c{number % 2}@mail.example"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    shop.later(hours=60)
    for row in shop.rows("tickets"):
        close(shop.app, row["public_id"], user="mia", version=row["version"])
    days = {"first": NOON.date(), "last": NOON.date()}
    before = as_json(make_report(shop.app, **days))
    erase(shop.app, "c1@mail.example")
    assert as_json(make_report(shop.app, **days)) == before


@pytest.mark.row(14)
def test_reports_keep_their_figures_when_open_overdue_and_half_answered_matters_are_erased(shop: Shop):
    for number in range(6):
        shop.server.deliver(a_mail(number, sender=f"c{number % 2}@mail.example"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    rows = shop.rows("tickets")
    _answered_but_for_its_last_mail(shop, rows[1])
    shop.later(hours=60)
    close(shop.app, rows[3]["public_id"], user="mia", version=rows[3]["version"])
    days = {"first": NOON.date(), "last": NOON.date()}
    before = as_json(make_report(shop.app, **days))
    assert before["overall"]["broken"] == 5
    assert erase(shop.app, "c1@mail.example").tickets == 3
    after = as_json(make_report(shop.app, **days))
    assert sum(before.pop("backlog_by_age").values()) == sum(after.pop("backlog_by_age").values()) + 2
    assert before.pop("overdue_now") == after.pop("overdue_now") + 2
    gone = {row["public_id"] for row in rows[1::2]}
    assert {one["ticket"] for one in after["breaches"] if one["status"] == "erased"} == gone - {rows[3]["public_id"]}
    for told in (before, after):
        told["breaches"] = [{**one, "status": ""} for one in told["breaches"]]
    assert after == before
    shop.later(days=400)
    assert as_json(make_report(shop.app, **days))["overall"] == before["overall"]


def _answered_but_for_its_last_mail(shop: Shop, ticket: dict[str, object]) -> None:
    """A second mail came while the reply to the first was on its way: the customer goes on waiting for an answer."""
    (mail,) = [row["id"] for row in shop.rows("messages") if row["ticket_id"] == ticket["id"]]
    came, left = NOON + timedelta(minutes=5), NOON + timedelta(minutes=6)
    with writing(shop.app.engine) as conn:
        second = events.received(ticket["id"], came, came + timedelta(hours=48), mail + 1000)
        reply = events.NewEvent(
            ticket_id=ticket["id"], kind=events.REPLIED, at=left, actor="mia", data={"leaves": [mail + 1000]}
        )
        events.add(conn, [second, reply])


def test_octets_that_another_mail_needs_stay(shop: Shop):
    shop.server.deliver(a_mail(1, extra="X-Photo: the same"), NOON)
    shop.server.deliver(a_mail(2, sender="b@mail.example", extra="X-Photo: the same"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    assert erase(shop.app, "ada@mail.example").files == 1
    assert erase(shop.app, "b@mail.example").files == 2
    assert list(shop.app.blobs.names()) == []


def test_a_dry_run_counts_the_same_and_changes_nothing(shop: Shop):
    for number in (1, 2):
        shop.server.deliver(a_mail(number, extra="X-Photo: f"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    rows = shop.rows("messages"), shop.rows("tickets"), shop.drafts()
    told = erase(shop.app, "ada@mail.example", dry_run=True)
    assert (shop.rows("messages"), shop.rows("tickets"), shop.drafts()) == rows
    done = erase(shop.app, "ada@mail.example")
    assert replace(done, drafts_removed=0, files=0) == replace(told, files=0)
    assert (told.tickets, told.messages, told.attachments, done.drafts_removed) == (2, 2, 2, 2)
    assert not erase(shop.app, "ada@mail.example").found


def test_mails_that_nobody_read_yet_are_erased_too(shop: Shop):
    shop.server.deliver(a_mail(1, subject="poison"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    assert erase(shop.app, "ada@mail.example").tickets == 1
    assert [row["status"] for row in shop.rows("tickets")] == ["erased"]
    assert list(shop.app.blobs.names()) == []


@QUICK
def test_a_draft_that_a_person_changed_is_left_and_told(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    (mail,) = shop.server.folders["Drafts"].mails.values()
    mail.raw += b"and more"
    done = erase(shop.app, "ada@mail.example")
    assert (done.drafts_removed, done.drafts_left, len(shop.drafts())) == (0, 1, 1)


@QUICK
def test_when_the_mailbox_cannot_be_reached_nothing_is_erased(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    shop.server.cut("find_message_ids")
    with pytest.raises(RetryLater):
        erase(shop.app, "ada@mail.example")
    assert [row["status"] for row in shop.rows("tickets")] == ["open"]
    assert erase(shop.app, "ada@mail.example").drafts_removed == 1


@QUICK
def test_a_customer_who_answers_after_the_erasure_gets_a_new_ticket(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    (draft,) = shop.rows("drafts")
    erase(shop.app, "ada@mail.example")
    shop.server.deliver(a_mail(2, in_reply_to=draft["message_id"]), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    assert [row["status"] for row in shop.rows("tickets")] == ["erased", "open"]


@QUICK
def test_an_answer_in_sent_does_not_bring_an_erased_ticket_back(world: World):
    world.deliver([a_mail(1, sender="c@mail.example")])
    assert world.run() == 0
    shop = world.shop()
    (ticket,), (draft,) = shop.rows("tickets"), shop.rows("drafts")
    approve(
        shop.app,
        ticket["public_id"],
        draft_revision=1,
        text=draft["text"],
        last_message_id=draft["answers_id"],
        user="mia",
        idempotency_key="once",
    )
    assert world.run() == 0
    assert erase(shop.app, "c@mail.example").messages == 2
    with writing(shop.app.engine) as conn:
        conn.execute(text("UPDATE folders SET last_uid = 0 WHERE folder = 'Sent'"))
        conn.execute(ledger.delete().where(ledger.c.folder == "Sent"))
    assert world.run() == 0
    assert shop.rows("messages") == []
    shop.app.engine.dispose()


@QUICK
def test_what_is_no_address_is_refused(shop: Shop):
    with pytest.raises(InputError, match="no address"):
        erase(shop.app, "everybody")


@pytest.mark.row(14)
def test_a_customer_who_answers_after_the_erasure_meets_nothing_of_what_was_known(shop: Shop):
    shop.server.deliver(_canary_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    (draft,) = shop.rows("drafts")
    erase(shop.app, "canaryaddress1@mail.example")
    shop.later(hours=2)
    mail = a_mail(2, sender="<canaryaddress1@mail.example>", in_reply_to=draft["message_id"], text="And now? A777")
    shop.server.deliver(mail, shop.app.now())
    poll(shop.app, shop.account, shop.mailbox)
    old, new = shop.rows("tickets")
    assert (old["status"], old["subject"], old["customer_address"]) == ("erased", "", "")
    assert (new["status"], new["related"], new["subject"]) == ("open", None, "damaged cup")
    assert [row["case"]["first"] for row in shop.rows("claims")] == ["None"]
    assert "canarysubject" not in repr(shop.rows("drafts"))
    faces = {one["id"]: one for one in list_tickets(shop.app)}
    assert set(faces) == {old["public_id"], new["public_id"]}
    assert json.dumps(faces)
    assert "canary" not in json.dumps(faces[old["public_id"]])
    view = look(shop.app, old["public_id"])
    assert (view.newest, view.earlier, view.draft, view.sent) == (None, [], None, [])
    assert "canary" not in repr(view)
    for status in ("reopen", "edit"):
        with pytest.raises(Refused):
            _try(shop, status, view.ticket)


def _try(shop: Shop, what: str, ticket: Ticket) -> None:
    if what == "reopen":
        reopen(shop.app, ticket.public_id, version=ticket.version, user="mia")
    save_edit(shop.app, ticket.public_id, draft_revision=1, text="Dear", user="mia")


@QUICK
def test_a_report_of_today_counts_an_open_matter_that_was_erased_as_closed(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    erase(shop.app, "ada@mail.example")
    report = make_report(shop.app, first=NOON.date(), last=NOON.date())
    assert (report.overall.waits, report.overall.closed, sum(report.backlog.values())) == (1, 1, 0)
    assert json.dumps(as_json(report))


@QUICK
def test_erasing_twice_at_once_or_after_a_while_is_no_fault(shop: Shop):
    shop.server.deliver(a_mail(1), datetime.now(UTC) - timedelta(hours=1))
    poll(shop.app, shop.account, shop.mailbox)
    assert erase(shop.app, "ada@mail.example").found
    assert not erase(shop.app, "ada@mail.example").found
