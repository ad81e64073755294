"""An older backup put back, or a database lost: the mailbox tells what happened since, and nothing leaves twice."""

import json
import os
import shutil
import signal
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from tests.fakes.shop import NOON, Shop, a_mail, a_shop
from tests.faults.conftest import QUICK
from tests.faults.world import World
from triage.errors import InputError, OperatorError, Refused
from triage.mail.imap import connect
from triage.store import copying, migrate
from triage.store.engine import open_engine, writing
from triage.usecases import instance
from triage.usecases.backup import MANIFEST, backup, verify
from triage.usecases.ingest import poll
from triage.usecases.rebuild import rebuild
from triage.usecases.restore import put_back
from triage.usecases.send import approve
from triage.worker import look_and_act


@dataclass
class Round(World):
    """A world whose worker makes the product's own rounds."""

    def work(self) -> None:
        shop = self.shop()
        mailbox = connect(self.account)
        look_and_act(shop.app, self.account, mailbox)

    def approve(self, numbers: range) -> None:
        """Agents approve the replies to these mails, as they are."""
        shop = self.shop()
        mails = {row["id"]: row for row in shop.rows("messages") if row["direction"] == "in"}
        names = {row["id"]: row["public_id"] for row in shop.rows("tickets")}
        wanted = {f"<m{number}@mail.example>" for number in numbers}
        for draft in shop.rows("drafts"):
            if mails[draft["answers_id"]]["message_id"] in wanted:
                approve(
                    shop.app,
                    names[draft["ticket_id"]],
                    draft_revision=draft["revision"],
                    text=draft["text"],
                    last_message_id=draft["answers_id"],
                    user="mia",
                    idempotency_key=f"form {draft['id']}",
                )
        shop.app.engine.dispose()

    def lose_database(self) -> None:
        """Empty the database and everything on the disk but what was noted of sent mail and the backups."""
        if make_url(self.url).get_backend_name() == "sqlite":
            for path in self.folder.glob("triage.db*"):
                path.unlink()
        else:
            engine = open_engine(self.url)
            with writing(engine) as conn:
                conn.execute(text("DROP SCHEMA public CASCADE"))
                conn.execute(text("CREATE SCHEMA public"))
            engine.dispose()
        shutil.rmtree(self.folder / "mail")
        (self.folder / "instance.json").unlink(missing_ok=True)

    def sent_ids(self) -> list[str]:
        return self.ids("Sent")


@pytest.fixture
def rounds(world: World) -> Round:
    return Round(url=world.url, folder=world.folder, account=world.account)


@pytest.fixture
def shop(engine: Engine, tmp_path: Path) -> Shop:
    return a_shop(engine, tmp_path, since=None)


def _mails(first: int, last: int) -> list[bytes]:
    return [a_mail(number, subject="damaged cup", sender=f"c{number}@mail.example") for number in range(first, last)]


def _restore(rounds: Round, folder: Path) -> int:
    shop = rounds.shop()
    shop.app.engine.dispose()
    settings = replace(shop.app.settings, database_url=rounds.url)
    put_back(settings, folder)
    shop = rounds.shop()
    migrate.upgrade(shop.app.engine)
    held = instance.adopt(shop.app)
    shop.app.engine.dispose()
    return held


@QUICK
@pytest.mark.row(64)
@pytest.mark.slow
def test_after_an_older_backup_was_put_back_nothing_is_sent_or_drafted_twice(
    rounds: Round, volume: Callable[[int], int]
):
    half, whole = volume(250), volume(500)
    rounds.deliver(_mails(0, half))
    assert rounds.run() == 0
    rounds.approve(range(half // 5))
    shop = rounds.shop()
    made = backup(replace(shop.app, settings=replace(shop.app.settings, database_url=rounds.url)))
    shop.app.engine.dispose()
    assert rounds.run() == 0
    rounds.deliver(_mails(half, whole))
    assert rounds.run() == 0
    rounds.approve(range(half // 5, half // 2))
    rounds.approve(range(half, half + half // 4))
    assert rounds.run() == 0
    sent, drafts = Counter(rounds.outbox.accepted()), Counter(rounds.drafts())
    assert len(sent) == half // 2 + half // 4
    rounds.lose_database()
    assert _restore(rounds, made.folder) == half // 5
    for _ in range(3):
        assert rounds.run() == 0
    assert Counter(rounds.outbox.accepted()) == sent
    assert Counter(rounds.sent_ids()) == sent
    assert Counter(rounds.drafts()) == drafts
    shop = rounds.shop()
    met = Counter(row["message_id"] for row in shop.rows("messages") if row["direction"] == "in")
    assert met == Counter(f"<m{number}@mail.example>" for number in range(whole))
    assert Counter(row["status"] for row in shop.rows("tickets")) == {
        "answered": len(sent),
        "open": whole - len(sent),
    }
    assert {row["state"] for row in shop.rows("effects") if row["kind"] == "send"} == {"DONE"}
    assert {row["message_id"] for row in shop.rows("drafts") if row["state"] in ("filed", "human")} == set(drafts)
    shop.app.engine.dispose()


@QUICK
@pytest.mark.row(64)
def test_a_lost_database_comes_back_from_the_mailbox_alone(rounds: Round):
    rounds.deliver(_mails(0, 12))
    assert rounds.run() == 0
    rounds.approve(range(4))
    assert rounds.run() == 0
    sent, drafts = Counter(rounds.outbox.accepted()), Counter(rounds.drafts())
    before = rounds.shop()
    names = {row["subject"] + row["customer_address"]: row["public_id"] for row in before.rows("tickets")}
    before.app.engine.dispose()
    rounds.lose_database()
    shop = rounds.shop()
    migrate.upgrade(shop.app.engine)
    assert rebuild(shop.app, None)[rounds.account.name]["triaged"] == 12
    assert Counter(rounds.outbox.accepted()) == sent
    assert Counter(rounds.drafts()) == drafts
    assert {row["subject"] + row["customer_address"]: row["public_id"] for row in shop.rows("tickets")} == names
    assert Counter(row["status"] for row in shop.rows("tickets")) == {"answered": 4, "open": 8}
    with pytest.raises(Refused, match="not empty"):
        rebuild(shop.app)
    shop.app.engine.dispose()
    assert rounds.run() == 0
    assert Counter(rounds.drafts()) == drafts


@QUICK
def test_a_later_reply_never_takes_an_id_that_one_in_the_mailbox_bears(rounds: Round):
    rounds.deliver(_mails(0, 1))
    assert rounds.run() == 0
    rounds.approve(range(1))
    assert rounds.run() == 0
    first = rounds.sent_ids()
    rounds.lose_database()
    shop = rounds.shop()
    migrate.upgrade(shop.app.engine)
    rebuild(shop.app, None)
    shop.app.engine.dispose()
    rounds.deliver([a_mail(7, subject="damaged again", sender="c0@mail.example", in_reply_to=first[0])])
    assert rounds.run() == 0
    (draft,) = rounds.drafts()
    assert ".d2." in draft
    shop = rounds.shop()
    assert len(shop.rows("tickets")) == 1
    shop.app.engine.dispose()


def test_a_reply_reworded_after_the_backup_belongs_to_its_ticket_as_a_persons(rounds: Round):
    from triage.usecases.revising import save_edit

    rounds.deliver(_mails(0, 1))
    assert rounds.run() == 0
    shop = rounds.shop()
    made = backup(replace(shop.app, settings=replace(shop.app.settings, database_url=rounds.url)))
    (ticket,) = shop.rows("tickets")
    save_edit(shop.app, ticket["public_id"], draft_revision=1, text="Dear Ada, sorry.", user="mia")
    shop.app.engine.dispose()
    assert rounds.run() == 0
    drafts = rounds.drafts()
    assert [".d2." in one for one in drafts] == [True]
    rounds.lose_database()
    _restore(rounds, made.folder)
    assert rounds.run() == 0
    assert rounds.drafts() == drafts
    shop = rounds.shop()
    old, new = shop.rows("drafts")
    assert (old["state"], new["state"], new["text"].strip()) == ("retired", "human", "Dear Ada, sorry.")
    shop.app.engine.dispose()


def test_a_backup_taken_while_others_write_is_whole(shop: Shop):
    if shop.app.engine.dialect.name == "postgresql" and shutil.which("pg_dump") is None:
        pytest.fail("pg_dump belongs to the PostgreSQL that these tests run on")
    for number in range(60):
        shop.server.deliver(a_mail(number, extra=f"X-Photo: p{number}"), NOON)
    writer = threading.Thread(target=poll, args=(shop.app, shop.account, shop.mailbox))
    writer.start()
    url = shop.app.engine.url.render_as_string(hide_password=False)
    app = replace(shop.app, settings=replace(shop.app.settings, database_url=url))
    made = [backup(replace(app, now=lambda at=at: at)) for at in (NOON, shop.later(seconds=5))]
    writer.join()
    for one in made:
        manifest = verify(one.folder)
        assert set(manifest["counts"]) >= {"tickets", "ledger", "effects"}
        assert one.folder.stat().st_mode & 0o077 == 0
        if shop.app.engine.dialect.name == "sqlite":
            assert copying.check(one.folder / "database", "sqlite", {"tickets": 10_000}, shop.app.blobs.root) != []


@QUICK
@pytest.mark.row(12)
@pytest.mark.parametrize("point", ["K18", "K18end"])
def test_a_backup_killed_in_the_middle_leaves_nothing_that_looks_whole(world: World, point: str):
    world.deliver(_mails(0, 3))
    assert world.run() == 0
    child = os.fork()
    if child == 0:
        os.environ["TRIAGE_CRASH"] = point
        shop = world.shop()
        backup(replace(shop.app, settings=replace(shop.app.settings, database_url=world.url)))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    left = list((world.folder / "backups").iterdir())
    assert [path.suffix for path in left] == [".part"]
    if point == "K18":
        with pytest.raises(InputError, match="no whole backup"):
            verify(left[0])
    shop = world.shop()
    made = backup(replace(shop.app, settings=replace(shop.app.settings, database_url=world.url)))
    assert verify(made.folder)["counts"]["tickets"] == 3
    shop.app.engine.dispose()


def test_a_damaged_backup_is_not_put_back(shop: Shop, tmp_path: Path):
    shop.server.deliver(a_mail(1), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    url = shop.app.engine.url.render_as_string(hide_password=False)
    settings = replace(shop.app.settings, database_url=url)
    made = backup(replace(shop.app, settings=settings), tmp_path / "elsewhere")
    (mail,) = (made.folder / "mail").rglob("*/" + "?" * 64)
    octets = mail.read_bytes()
    mail.unlink()
    mail.write_bytes(octets + b"!")
    with pytest.raises(InputError, match="changed or damaged"):
        put_back(replace(settings, data_dir=tmp_path / "new"), made.folder)
    mail.write_bytes(octets)
    with pytest.raises(OperatorError, match="holds"):
        put_back(settings, made.folder)
    assert json.loads((made.folder / MANIFEST).read_text())["left_out"]


@QUICK
def test_the_secrets_of_the_settings_are_not_in_a_backup(shop: Shop):
    url = shop.app.engine.url.render_as_string(hide_password=False)
    account = replace(shop.account, password="canarypassword")
    settings = replace(shop.app.settings, database_url=url, accounts=(account,))
    made = backup(replace(shop.app, settings=settings))
    assert not any(b"canarypassword" in path.read_bytes() for path in made.folder.rglob("*") if path.is_file())
