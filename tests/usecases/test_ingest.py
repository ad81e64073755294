"""From the inbox to tickets: each mail once, whatever happens on the way."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from tests.fakes.shop import NOON, SHOP, Shop, a_mail, a_shop, counting, read
from triage.errors import OperatorError, Refused, RetryLater
from triage.store import health
from triage.store.engine import reading
from triage.usecases import ingest
from triage.usecases.ingest import poll
from triage.usecases.own import new_message_id
from triage.usecases.quarantine import release


@pytest.fixture
def shop(engine: Engine, tmp_path) -> Shop:
    return a_shop(engine, tmp_path)


def _poll(shop: Shop):
    return poll(shop.app, shop.account, shop.mailbox)


def _outcomes(shop: Shop) -> list[str]:
    return [row["outcome"] for row in shop.rows("ledger")]


def test_a_mail_becomes_a_ticket_with_message_claim_draft_event_and_wishes(shop: Shop):
    shop.server.deliver(a_mail(subject="damaged cup", text="Order A123"), NOON)
    report = _poll(shop)
    assert (report.landed, report.triaged, report.drafts) == (1, 1, 1)
    (ticket,) = shop.rows("tickets")
    assert (ticket["status"], ticket["primary_label"], ticket["customer_address"]) == (
        "open",
        "damaged",
        "ada@mail.example",
    )
    assert ticket["due_at"] == NOON + timedelta(hours=48)
    assert [row["label"] for row in shop.rows("claims")] == ["damaged"]
    assert [(row["kind"], row["actor"]) for row in shop.rows("events")] == [
        ("received", "customer"),
        ("drafted", "bot"),
    ]
    assert [row["kind"] for row in shop.rows("effects")] == ["file_draft", "keywords"]
    (draft,) = shop.rows("drafts")
    assert (draft["revision"], draft["state"], draft["to_address"]) == (1, "planned", "ada@mail.example")


def test_the_octets_are_kept_as_they_came(shop: Shop):
    raw = a_mail(text="Ümläute \N{GRINNING FACE}")
    shop.server.deliver(raw, NOON)
    _poll(shop)
    (row,) = shop.rows("ledger")
    assert shop.app.blobs.get(row["sha256"]) == raw


def test_nothing_in_the_customers_mailbox_is_changed_by_taking_mail_in(shop: Shop):
    shop.server.deliver(a_mail(), NOON)
    _poll(shop)
    assert [mail.flags for mail in shop.server.folders["INBOX"].mails.values()] == [set()]


def test_a_second_look_finds_nothing_new_and_fetches_nothing(shop: Shop):
    shop.server.deliver(a_mail(), NOON)
    _poll(shop)
    shop.server.calls.clear()
    assert _poll(shop).triaged == 0
    assert "fetch" not in shop.server.calls
    assert len(shop.rows("tickets")) == 1


def test_mails_older_than_the_first_look_are_recorded_and_not_triaged(shop: Shop):
    for age in (49, 200):
        shop.server.deliver(a_mail(age), NOON - timedelta(hours=age))
    shop.server.deliver(a_mail(1), NOON - timedelta(hours=47))
    report = _poll(shop)
    assert (report.recorded_before, report.triaged) == (2, 1)
    assert _outcomes(shop) == ["before", "before", "triaged"]


def test_an_old_mail_moved_in_after_the_first_look_becomes_a_ticket(shop: Shop):
    _poll(shop)
    shop.server.deliver(a_mail(), NOON - timedelta(days=730))
    assert _poll(shop).triaged == 1


def test_looking_back_without_limit_takes_every_mail(engine: Engine, tmp_path):
    shop = a_shop(engine, tmp_path, since=None)
    shop.server.deliver(a_mail(), NOON - timedelta(days=3650))
    assert _poll(shop).triaged == 1


def test_a_thousand_mails_are_fetched_in_pages_and_read_in_batches(engine: Engine, tmp_path):
    counted, sizes = counting(read)
    shop = a_shop(engine, tmp_path, read=counted)
    for number in range(450):
        shop.server.deliver(a_mail(number), NOON)
    report = _poll(shop)
    assert (report.landed, report.triaged) == (450, 450)
    assert sizes == [100, 100, 100, 100, 50]
    assert len({row["public_id"] for row in shop.rows("tickets")}) == 450


def test_a_connection_that_breaks_halfway_loses_nothing_and_doubles_nothing(shop: Shop):
    for number in range(30):
        shop.server.deliver(a_mail(number), NOON)
    fetched: list[object] = []

    def break_at_ten(mailbox) -> None:
        fetched.append(1)
        if len(fetched) == 10:
            mailbox._die()

    shop.server.before["fetch"] = break_at_ten
    with pytest.raises(RetryLater):
        _poll(shop)
    assert len(shop.rows("tickets")) == 9
    shop.reconnect()
    _poll(shop)
    assert sorted(row["message_id"] for row in shop.rows("messages")) == sorted(
        f"<m{number}@mail.example>" for number in range(30)
    )
    assert set(_outcomes(shop)) == {"triaged"}


def test_a_mail_that_vanished_is_noted_and_stops_nothing(shop: Shop):
    gone = shop.server.deliver(a_mail(1), NOON)
    shop.server.deliver(a_mail(2), NOON)

    def expunge(mailbox) -> None:
        shop.server.folders["INBOX"].mails.pop(gone, None)

    shop.server.before["fetch"] = expunge
    report = _poll(shop)
    assert (report.vanished, report.triaged) == (1, 1)
    assert _outcomes(shop) == ["vanished", "triaged"]


def test_a_mail_that_the_server_refuses_becomes_a_visible_ticket_after_three_tries(shop: Shop):
    bad = shop.server.deliver(a_mail(1), NOON)
    shop.server.deliver(a_mail(2), NOON)
    shop.server.refused.add(bad)
    for _ in range(5):
        _poll(shop)
        shop.later(seconds=5)
    assert sorted(row["status"] for row in shop.rows("tickets")) == ["open", "quarantined"]
    assert sorted(_outcomes(shop)) == ["quarantined", "triaged"]
    shop.server.calls.clear()
    _poll(shop)
    assert "fetch" not in shop.server.calls


def test_a_mail_that_is_refused_once_is_triaged_at_the_next_look(shop: Shop):
    bad = shop.server.deliver(a_mail(1), NOON)
    shop.server.refused.add(bad)
    _poll(shop)
    shop.server.refused.clear()
    shop.later(seconds=5)
    assert _poll(shop).triaged == 1
    assert _outcomes(shop) == ["triaged"]


def test_a_poison_mail_is_quarantined_with_its_source_and_stops_no_other(shop: Shop):
    for number in range(20):
        shop.server.deliver(a_mail(number, subject="poison" if number == 7 else "missing"), NOON)
    report = _poll(shop)
    assert (report.triaged, report.quarantined) == (19, 1)
    (bad,) = [row for row in shop.rows("tickets") if row["status"] == "quarantined"]
    (message,) = [row for row in shop.rows("messages") if row["ticket_id"] == bad["id"]]
    assert b"X-Number: 7\r\n" in shop.app.blobs.get(message["sha256"])
    assert "PoisonError" in message["problems"][0]


def test_a_poison_mail_is_read_three_times_and_never_again(engine: Engine, tmp_path):
    counted, sizes = counting(read)
    shop = a_shop(engine, tmp_path, read=counted)
    shop.server.deliver(a_mail(1, subject="poison"), NOON)
    for _ in range(4):
        _poll(shop)
    assert sizes == [1, 1, 1]
    assert len(shop.rows("tickets")) == 1


def test_a_mail_that_cannot_be_judged_is_quarantined(engine: Engine, tmp_path):
    def judge(*args, **kwargs):
        raise ZeroDivisionError

    shop = a_shop(engine, tmp_path, judge=judge)
    shop.server.deliver(a_mail(1), NOON)
    assert _poll(shop).quarantined == 1


def test_a_quarantined_mail_is_triaged_once_its_fault_is_mended(engine: Engine, tmp_path):
    broken = [True, True]

    def fragile(*args, **kwargs):
        if broken:
            raise ZeroDivisionError
        return read(*args, **kwargs)

    shop = a_shop(engine, tmp_path, read=fragile)
    shop.server.deliver(a_mail(1), NOON)
    for _ in range(2):
        assert _poll(shop).quarantined == 1
        (parked,) = shop.rows("tickets")
        release(shop.app, parked["public_id"])
        broken.pop()
    shop.later(hours=7)
    assert _poll(shop).triaged == 1
    (ticket,) = shop.rows("tickets")
    assert (ticket["status"], ticket["due_at"]) == ("open", NOON + timedelta(hours=48))
    with pytest.raises(Refused):
        release(shop.app, ticket["public_id"])


def test_automatic_mail_gets_a_ticket_but_no_draft(shop: Shop):
    shop.server.deliver(a_mail(extra="X-Auto: newsletter"), NOON)
    _poll(shop)
    (ticket,) = shop.rows("tickets")
    assert (ticket["status"], ticket["auto"]) == ("automatic", "newsletter")
    assert shop.rows("drafts") == []


def test_a_date_in_the_future_does_not_give_the_shop_more_time(shop: Shop):
    shop.server.deliver(a_mail(), NOON + timedelta(days=20))
    _poll(shop)
    assert shop.rows("tickets")[0]["due_at"] == NOON + timedelta(hours=48)


def test_attachments_lie_in_the_blob_store(shop: Shop):
    shop.server.deliver(a_mail(extra="X-Photo: cracked"), NOON)
    _poll(shop)
    (message,) = shop.rows("messages")
    with reading(shop.app.engine) as conn:
        from sqlalchemy import select

        from triage.store.schema import attachments

        row = conn.execute(select(attachments)).mappings().one()
    assert row["message_id"] == message["id"]
    assert shop.app.blobs.get(row["sha256"]) == b"cracked"


def test_the_same_octets_twice_are_one_ticket(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    shop.server.deliver(a_mail(1), NOON)
    assert _poll(shop).triaged == 1
    shop.server.deliver(a_mail(1), NOON)
    assert _poll(shop).triaged == 0
    assert _outcomes(shop) == ["triaged", "moved", "moved"]
    assert len({row["message_id"] for row in shop.rows("ledger")}) == 1


def test_mails_that_share_a_message_id_are_all_kept(shop: Shop):
    for number in range(3):
        shop.server.deliver(a_mail(number, message_id="<same@mail.example>", sender=f"p{number}@mail.example"), NOON)
    assert _poll(shop).triaged == 3
    assert len(shop.rows("tickets")) == 3


def test_a_message_id_of_any_length_is_kept(shop: Shop):
    shop.server.deliver(a_mail(1, message_id=f"<{'x' * 9000}@mail.example>"), NOON)
    assert _poll(shop).triaged == 1


def test_a_folder_numbered_anew_gives_tickets_for_new_mails_only(shop: Shop):
    for number in range(40):
        shop.server.deliver(a_mail(number), NOON - timedelta(hours=number * 2))
    _poll(shop)
    tickets = len(shop.rows("tickets"))
    shop.server.reset_uidvalidity("INBOX")
    for number in range(40, 45):
        shop.server.deliver(a_mail(number), NOON - timedelta(days=400))
    _poll(shop)
    assert len(shop.rows("tickets")) == tickets + 5
    assert _poll(shop).landed == 0


def test_another_mailbox_behind_the_same_settings_is_not_taken_for_the_old_one(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    _poll(shop)
    shop.server.folders["INBOX"].mails.clear()
    shop.server.folders["INBOX"].uidnext = 1
    shop.server.deliver(a_mail(2), NOON)
    poll(shop.app, replace(shop.account, host="other.shop.example"), shop.mailbox)
    assert len(shop.rows("tickets")) == 2


def test_a_server_without_uidvalidity_is_refused_and_the_health_line_says_why(shop: Shop):
    shop.server.folders["INBOX"].uidvalidity = 0
    shop.server.deliver(a_mail(), NOON)
    with pytest.raises(OperatorError, match="UIDVALIDITY"):
        _poll(shop)
    with reading(shop.app.engine) as conn:
        found = health.get(conn, "main")
    assert found is not None
    assert found.state == "broken"
    assert shop.rows("tickets") == []


def test_a_crash_after_landing_is_caught_up_from_disk_alone(shop: Shop, monkeypatch):
    shop.server.deliver(a_mail(), NOON)
    monkeypatch.setattr(ingest, "_triage_all", lambda *_: ingest.PollReport())
    _poll(shop)
    assert _outcomes(shop) == ["landed"]
    monkeypatch.undo()
    shop.server.calls.clear()
    assert _poll(shop).triaged == 1
    assert "fetch" not in shop.server.calls


def test_a_full_disk_stops_taking_in_and_loses_nothing(shop: Shop, monkeypatch):
    shop.server.deliver(a_mail(), NOON)

    def full(_size: int) -> None:
        raise RetryLater("only 3 MB are free", fix="make room")

    monkeypatch.setattr(shop.app.blobs, "require_room", full)
    with pytest.raises(RetryLater):
        _poll(shop)
    assert shop.rows("ledger") == []
    monkeypatch.undo()
    assert _poll(shop).triaged == 1


# Conversations


def test_a_further_mail_of_the_customer_joins_the_ticket_and_renews_the_draft(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    _poll(shop)
    shop.later(hours=1)
    shop.server.deliver(a_mail(2, subject="Re: missing cup", in_reply_to="<m1@mail.example>"), shop.clock[0])
    _poll(shop)
    (ticket,) = shop.rows("tickets")
    assert ticket["due_at"] == NOON + timedelta(hours=48)
    assert [(row["revision"], row["state"]) for row in shop.rows("drafts")] == [(1, "retired"), (2, "planned")]
    assert [row["kind"] for row in shop.rows("effects")].count("retire_draft") == 1


def test_two_mails_of_one_conversation_in_one_batch_are_one_ticket_with_one_draft(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    shop.server.deliver(a_mail(2, references="<m0@mail.example> <m1@mail.example>"), NOON)
    _poll(shop)
    assert len(shop.rows("tickets")) == 1
    (draft,) = shop.rows("drafts")
    assert draft["answers_id"] == shop.rows("messages")[1]["id"]


def test_a_stranger_who_names_anothers_mail_gets_a_ticket_of_their_own(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    _poll(shop)
    (draft,) = shop.rows("drafts")
    shop.server.deliver(a_mail(2, sender="eve@mail.example", in_reply_to="<m1@mail.example>"), NOON)
    shop.server.deliver(a_mail(3, sender="eve@mail.example", in_reply_to=draft["message_id"]), NOON)
    _poll(shop)
    assert len({row["ticket_id"] for row in shop.rows("messages")}) == 3


def test_an_answer_to_our_own_mail_joins_its_ticket_without_any_other_header(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    _poll(shop)
    (ticket,) = shop.rows("tickets")
    own = new_message_id(shop.app, shop.account, ticket["public_id"], 1)
    shop.server.deliver(a_mail(2, sender="ADA@Mail.example", in_reply_to=own), NOON)
    _poll(shop)
    assert len(shop.rows("tickets")) == 1


def test_a_forged_id_of_ours_opens_no_ticket(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    _poll(shop)
    (ticket,) = shop.rows("tickets")
    forged = f"<t{ticket['public_id']}.d1.{'0' * 32}@shop.example>"
    shop.server.deliver(a_mail(2, in_reply_to=forged), NOON)
    _poll(shop)
    assert len(shop.rows("tickets")) == 2


def test_an_answered_ticket_is_opened_again_by_a_further_mail_with_a_new_promise(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    _poll(shop)
    from sqlalchemy import update

    from triage.store.engine import writing
    from triage.store.schema import tickets

    with writing(shop.app.engine) as conn:
        conn.execute(update(tickets).values(status="answered", answered_at=NOON))
    later = shop.later(days=5)
    shop.server.deliver(a_mail(2, in_reply_to="<m1@mail.example>"), later)
    _poll(shop)
    (ticket,) = shop.rows("tickets")
    assert (ticket["status"], ticket["answered_at"], ticket["due_at"]) == ("open", None, later + timedelta(hours=48))
    assert "reopened" in [row["kind"] for row in shop.rows("events")]


def test_what_went_before_is_told_to_the_judge(shop: Shop):
    shop.server.deliver(a_mail(1), NOON)
    _poll(shop)
    shop.server.deliver(a_mail(2, in_reply_to="<m1@mail.example>"), NOON)
    _poll(shop)
    assert [row["case"]["first"] for row in shop.rows("claims")] == ["None", str(NOON)]


def test_our_own_address_is_told_to_the_reader(engine: Engine, tmp_path):
    told = []

    def listening(mails, store, kit, own_addresses):
        told.append(own_addresses)
        return read(mails, store, kit, own_addresses)

    shop = a_shop(engine, tmp_path, read=listening)
    shop.server.deliver(a_mail(), NOON)
    _poll(shop)
    assert told == [frozenset({SHOP})]
