"""Drafts in the mailbox: one each, in their thread, and never over a person's words."""

import email
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from tests.fakes.mailbox import FakeMailbox, Folder
from tests.fakes.shop import NOON, Shop, a_mail
from triage.errors import RetryLater
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.send import approve


def _drain(shop: Shop):
    return drain(shop.app, shop.account, shop.mailbox)


def _deliver_and_poll(shop: Shop, *mails: bytes) -> None:
    for mail in mails:
        shop.server.deliver(mail, shop.clock[0])
    poll(shop.app, shop.account, shop.mailbox)


def _states(shop: Shop) -> list[str]:
    return [row["state"] for row in shop.rows("drafts")]


def test_a_draft_lies_in_drafts_threaded_under_the_customers_mail(shop: Shop):
    _deliver_and_poll(shop, a_mail(1, references="<m0@mail.example>"))
    report = _drain(shop)
    assert (report.filed, report.marked) == (1, 1)
    (raw,) = shop.drafts()
    draft = email.message_from_bytes(raw)
    assert draft["In-Reply-To"] == "<m1@mail.example>"
    assert draft["References"].split() == ["<m0@mail.example>", "<m1@mail.example>"]
    (row,) = shop.rows("drafts")
    assert (row["state"], row["folder"], row["uid"], row["sha256"]) == ("filed", "Drafts", 1, sha256(raw).hexdigest())


def test_the_customers_mail_gets_keywords_where_the_folder_keeps_them(shop: Shop):
    _deliver_and_poll(shop, a_mail(1, subject="damaged"))
    _drain(shop)
    assert shop.server.folders["INBOX"].mails[1].flags == {"$Triaged", "triage_damaged"}


def test_a_folder_without_keywords_is_no_fault(shop: Shop):
    shop.server.keywords = False
    _deliver_and_poll(shop, a_mail(1))
    assert _drain(shop).marked == 0
    assert {row["state"] for row in shop.rows("effects")} == {"DONE"}


def test_many_drafts_are_filed_in_one_call(shop: Shop):
    _deliver_and_poll(shop, *[a_mail(number) for number in range(150)])
    assert _drain(shop).filed == 150
    assert shop.server.calls.count("append_drafts") == 1
    assert len(shop.drafts()) == 150


def test_draining_twice_files_once(shop: Shop):
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    assert not _drain(shop)
    assert len(shop.drafts()) == 1


@pytest.mark.parametrize("after", [False, True])
def test_a_connection_lost_around_append_leaves_one_draft_each(shop: Shop, after: bool):
    _deliver_and_poll(shop, *[a_mail(number) for number in range(20)])
    shop.server.cut("append_drafts", after=after)
    with pytest.raises(RetryLater):
        _drain(shop)
    shop.reconnect()
    report = _drain(shop)
    assert (report.filed, report.adopted) == ((0, 20) if after else (0, 0))
    assert len(shop.drafts()) == (20 if after else 0)
    shop.later(seconds=31)
    assert _drain(shop).filed == (0 if after else 20)
    assert len({email.message_from_bytes(raw)["Message-ID"] for raw in shop.drafts()}) == len(shop.drafts()) == 20
    assert set(_states(shop)) == {"filed"}


def test_a_crash_around_append_leaves_one_draft_each(shop: Shop):
    _deliver_and_poll(shop, a_mail(1), a_mail(2))

    class Died(BaseException):
        pass

    append = FakeMailbox._append
    calls = []

    def append_and_die(self, folder, mail, flag):
        place = append(self, folder, mail, flag)
        calls.append(place)
        if len(calls) == 2:
            raise Died
        return place

    FakeMailbox._append = append_and_die
    try:
        with pytest.raises(Died):
            _drain(shop)
    finally:
        FakeMailbox._append = append
    shop.reconnect()
    assert _drain(shop).adopted == 2
    assert len(shop.drafts()) == 2


def _in_doubt(shop: Shop) -> bytes:
    """A draft that reached the server, whose answer was lost; taken out of Drafts again, as a person would."""
    _deliver_and_poll(shop, a_mail(1))
    shop.server.cut("append_drafts", after=True)
    with pytest.raises(RetryLater):
        _drain(shop)
    ((uid, mail),) = shop.server.folders["Drafts"].mails.items()
    del shop.server.folders["Drafts"].mails[uid]
    shop.reconnect()
    return mail.raw


@pytest.mark.row(27)
@pytest.mark.parametrize("folder", ["Sent", "Trash"])
def test_a_draft_already_sent_or_thrown_away_by_an_agent_is_not_appended_again(shop: Shop, folder: str):
    shop.server.deliver(_in_doubt(shop), NOON, folder=folder)
    for _ in range(3):
        assert _drain(shop).filed == 0
        shop.later(seconds=31)
    assert shop.drafts() == []
    assert _states(shop) == ["planned"]


@pytest.mark.row(27)
def test_a_draft_thrown_away_before_its_filing_was_known_can_still_be_approved(sending_shop: Shop):
    shop = sending_shop
    shop.server.deliver(_in_doubt(shop), NOON, folder="Trash")
    _drain(shop)
    (ticket,), (draft,), (mail,) = shop.rows("tickets"), shop.rows("drafts"), shop.rows("messages")
    assert ticket["status"] == "open"
    approve(
        shop.app,
        ticket["public_id"],
        draft_revision=draft["revision"],
        text=draft["text"],
        last_message_id=mail["id"],
        user="ada",
        idempotency_key="k",
    )
    assert _drain(shop).sent == 1


@pytest.mark.row(27)
def test_what_is_in_doubt_is_appended_again_after_two_looks_half_a_minute_apart_and_holds_up_nobody(shop: Shop):
    _in_doubt(shop)
    _deliver_and_poll(shop, a_mail(2))
    assert _drain(shop).filed == 1
    shop.later(seconds=29)
    assert _drain(shop).filed == 0
    assert "find_message_ids" not in shop.server.calls[-3:]
    shop.later(seconds=2)
    assert _drain(shop).filed == 1
    assert len(shop.drafts()) == 2


@pytest.mark.row(27)
def test_a_call_that_ends_late_at_the_server_is_found_by_the_second_look(shop: Shop):
    raw = _in_doubt(shop)
    _drain(shop)
    shop.server.deliver(raw, NOON, folder="Drafts")
    shop.later(seconds=31)
    report = _drain(shop)
    assert (report.filed, report.adopted) == (0, 1)
    assert len(shop.drafts()) == 1


@pytest.mark.row(27)
def test_a_call_that_ends_late_after_its_draft_was_retired_is_taken_out(shop: Shop):
    raw = _in_doubt(shop)
    _deliver_and_poll(shop, a_mail(2, in_reply_to="<m1@mail.example>"))
    _drain(shop)
    shop.server.deliver(raw, NOON, folder="Drafts")
    shop.later(seconds=31)
    _drain(shop)
    assert len(shop.drafts()) == 1
    assert _states(shop) == ["retired", "filed"]


@pytest.mark.row(27)
def test_a_second_doubt_takes_two_looks_again(shop: Shop):
    _in_doubt(shop)
    _drain(shop)
    shop.later(seconds=31)
    shop.server.cut("append_drafts")
    with pytest.raises(RetryLater):
        _drain(shop)
    shop.reconnect()
    assert _drain(shop).filed == 0
    shop.later(seconds=31)
    assert _drain(shop).filed == 1
    assert len(shop.drafts()) == 1


def test_a_server_that_names_no_uid_still_gets_one_draft(shop: Shop):
    shop.server.uidplus = False
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    _drain(shop)
    assert len(shop.drafts()) == 1


def test_a_further_mail_takes_the_old_draft_out_and_files_the_new_one(shop: Shop):
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    _deliver_and_poll(shop, a_mail(2, subject="missing", in_reply_to="<m1@mail.example>"))
    report = _drain(shop)
    assert (report.filed, report.removed, report.human) == (1, 1, 0)
    (raw,) = shop.drafts()
    assert b"missing" in raw
    assert _states(shop) == ["retired", "filed"]


def test_a_draft_that_a_person_changed_is_theirs_and_stays(shop: Shop):
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    shop.server.folders["Drafts"].mails[1].raw += b"One more word.\r\n"
    _deliver_and_poll(shop, a_mail(2, in_reply_to="<m1@mail.example>"))
    report = _drain(shop)
    assert (report.removed, report.human) == (0, 1)
    assert _states(shop) == ["human", "filed"]
    assert any(raw.endswith(b"One more word.\r\n") for raw in shop.drafts())


def test_a_draft_that_a_person_saved_under_another_uid_is_theirs_and_stays(shop: Shop):
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    drafts = shop.server.folders["Drafts"]
    drafts.add(drafts.mails.pop(1).raw + b"!", NOON)
    _deliver_and_poll(shop, a_mail(2, in_reply_to="<m1@mail.example>"))
    assert _drain(shop).human == 1
    assert len(drafts.mails) == 2


def test_a_draft_that_is_gone_is_not_missed(shop: Shop):
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    shop.server.folders["Drafts"].mails.clear()
    _deliver_and_poll(shop, a_mail(2, in_reply_to="<m1@mail.example>"))
    report = _drain(shop)
    assert (report.removed, report.human, report.filed) == (0, 0, 1)


def test_a_draft_retired_before_it_was_filed_never_reaches_the_mailbox(shop: Shop):
    _deliver_and_poll(shop, a_mail(1))
    _deliver_and_poll(shop, a_mail(2, in_reply_to="<m1@mail.example>"))
    assert _drain(shop).filed == 1
    assert len(shop.drafts()) == 1


def test_foreign_drafts_are_never_touched(shop: Shop):
    for number in range(5):
        shop.server.folders["Drafts"].add(b"Subject: mine\r\n\r\n%d" % number, NOON, ["\\Deleted"])
    before = dict(shop.server.folders["Drafts"].mails)
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    _deliver_and_poll(shop, a_mail(2, in_reply_to="<m1@mail.example>"))
    _drain(shop)
    assert {uid: mail for uid, mail in shop.server.folders["Drafts"].mails.items() if uid in before} == before


def test_a_drafts_folder_numbered_anew_does_not_lead_to_the_wrong_mail(shop: Shop):
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    ours = shop.server.folders["Drafts"].mails.pop(1)
    shop.server.folders["Drafts"].uidvalidity += 1
    shop.server.folders["Drafts"].uidnext = 1
    shop.server.folders["Drafts"].add(b"Subject: mine\r\n\r\nforeign", NOON)
    shop.server.folders["Drafts"].add(ours.raw, NOON)
    _deliver_and_poll(shop, a_mail(2, in_reply_to="<m1@mail.example>"))
    assert _drain(shop).removed == 1
    assert b"Subject: mine\r\n\r\nforeign" in shop.drafts()


def test_a_reply_that_cannot_be_composed_stays_in_the_console_and_stops_no_other(shop: Shop):
    _deliver_and_poll(shop, a_mail(1, sender="<a@b@c,d>"), a_mail(2))
    report = _drain(shop)
    assert report.filed + report.failed == len(shop.rows("drafts"))
    assert report.filed >= 1


def test_a_worker_that_overslept_its_lease_changes_nothing(shop: Shop):
    from triage.store import effects
    from triage.store.engine import writing
    from triage.usecases.outbox import take

    _deliver_and_poll(shop, a_mail(1))
    slow = take(shop.app, shop.account, ["file_draft"], limit=10)
    shop.later(minutes=11)
    fast = take(shop.app, shop.account, ["file_draft"], limit=10)
    with writing(shop.app.engine) as conn:
        assert effects.attempt(conn, slow, {"uidnext": 1}, now=shop.clock[0]) == []
        assert len(effects.attempt(conn, fast, {"uidnext": 1}, now=shop.clock[0])) == 1


def test_what_is_taken_by_one_worker_is_not_given_to_another(shop: Shop):
    from triage.usecases.outbox import take

    _deliver_and_poll(shop, a_mail(1), a_mail(2))
    first = take(shop.app, shop.account, ["file_draft"], limit=1)
    second = take(shop.app, shop.account, ["file_draft"], limit=10)
    assert len(first) == len(second) == 1
    assert {one.id for one in first}.isdisjoint({one.id for one in second})


def test_due_times_do_not_move_while_drafts_are_filed(shop: Shop):
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    assert shop.rows("tickets")[0]["due_at"] == NOON + timedelta(hours=48)


def test_a_draft_that_a_person_changed_while_its_filing_was_in_doubt_is_theirs(shop: Shop):
    changed = _in_doubt(shop) + b"One more word.\r\n"
    shop.server.deliver(changed, NOON, folder="Drafts")
    assert _drain(shop).adopted == 1
    assert _states(shop) == ["human"]
    assert shop.drafts() == [changed]


def test_of_two_copies_of_one_draft_the_first_stays(shop: Shop):
    raw = _in_doubt(shop)
    shop.server.deliver(raw, NOON, folder="Drafts")
    shop.server.deliver(raw, NOON, folder="Drafts")
    assert _drain(shop).adopted == 1
    (row,) = shop.rows("drafts")
    assert list(shop.server.folders["Drafts"].mails) == [row["uid"]]


def test_our_copy_beside_a_persons_version_stays_until_the_reply_was_sent(shop: Shop):
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    mine = shop.server.folders["Drafts"].mails[1].raw
    shop.server.deliver(mine + b"!", NOON, folder="Drafts")
    _deliver_and_poll(shop, a_mail(2, in_reply_to="<m1@mail.example>"))
    report = _drain(shop)
    assert (report.removed, report.human) == (0, 1)
    assert {mine, mine + b"!"} < set(shop.drafts())


def test_a_folder_numbered_anew_between_looking_and_removing_loses_nothing(shop: Shop):
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    _deliver_and_poll(shop, a_mail(2, in_reply_to="<m1@mail.example>"))

    def numbered_anew(mailbox: FakeMailbox) -> None:
        folder = shop.server.folders["Drafts"]
        folder.uidvalidity += 1
        folder.mails[1].raw = b"Subject: mine\r\n\r\nforeign"

    shop.server.before["remove"] = numbered_anew
    _drain(shop)
    assert b"Subject: mine\r\n\r\nforeign" in shop.drafts()


def test_a_server_that_keeps_drafts_in_a_form_of_its_own_lets_them_be_taken_out_again(shop: Shop):
    shop.server.reform = lambda raw: raw.replace(b"Subject:", b"Thread-Topic: x\r\nSubject:", 1)
    _deliver_and_poll(shop, a_mail(1), a_mail(2))
    _drain(shop)
    _deliver_and_poll(shop, a_mail(3, in_reply_to="<m1@mail.example>"))
    report = _drain(shop)
    assert (report.filed, report.removed, report.human) == (1, 1, 0)
    assert len(shop.drafts()) == 2


@pytest.mark.row(29)
def test_a_server_that_tells_a_wrong_uid_makes_nobodys_draft_ours(shop: Shop):
    theirs = b"From: mia@shop.example\r\nSubject: mine\r\nMessage-ID: <mine@shop.example>\r\n\r\nNot yet done.\r\n"
    uid = shop.server.folders.setdefault("Drafts", Folder()).add(theirs, NOON, ["\\Draft"])
    append = shop.mailbox.append_drafts
    shop.mailbox.append_drafts = lambda *given: [replace(place, uid=uid) for place in append(*given)]
    _deliver_and_poll(shop, a_mail(1))
    _drain(shop)
    _deliver_and_poll(shop, a_mail(2, references="<m1@mail.example>"))
    _drain(shop)
    assert theirs in shop.drafts()
    assert sha256(theirs).hexdigest() not in {row["sha256"] for row in shop.rows("drafts")}


@pytest.mark.row(27)
@pytest.mark.parametrize("stored", range(6))
def test_many_drafts_of_which_only_the_first_were_stored_are_one_each(shop: Shop, stored: int):
    _deliver_and_poll(shop, *[a_mail(number) for number in range(5)])
    taken: list[bytes] = []

    def breaks(raw: bytes) -> bytes:
        if len(taken) == stored:
            raise RetryLater("the connection broke", fix="connect again")
        taken.append(raw)
        return raw

    shop.server.reform = breaks
    if stored < 5:
        with pytest.raises(RetryLater):
            _drain(shop)
    else:
        _drain(shop)
    shop.server.reform = bytes
    shop.reconnect()
    assert _drain(shop).adopted == (stored if stored < 5 else 0)
    shop.later(seconds=31)
    _drain(shop)
    ids = [email.message_from_bytes(raw)["Message-ID"] for raw in shop.drafts()]
    assert len(ids) == len(set(ids)) == 5
    assert set(_states(shop)) == {"filed"}


@pytest.mark.row(27)
@pytest.mark.parametrize("archived", [False, True])
def test_a_server_that_resurrects_old_mails_by_their_id_holds_one_draft_each(shop: Shop, archived: bool):
    shop.server.resurrects = True
    _deliver_and_poll(shop, a_mail(1), a_mail(2))
    shop.server.cut("append_drafts", after=True)
    with pytest.raises(RetryLater):
        _drain(shop)
    if archived:
        shop.server.folders["Drafts"].mails.clear()
    shop.reconnect()
    for _ in range(3):
        _drain(shop)
        shop.later(seconds=31)
    ids = [email.message_from_bytes(raw)["Message-ID"] for raw in shop.drafts()]
    assert len(ids) == len(set(ids)) == 2
    _deliver_and_poll(shop, a_mail(3, in_reply_to="<m1@mail.example>"))
    report = _drain(shop)
    assert (report.removed, report.human) == (1, 0)
    assert len(shop.drafts()) == 2
