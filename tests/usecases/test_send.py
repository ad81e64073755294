"""Approving and sending: one click, one reply, and a doubt is for a person."""

import email
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from tests.fakes.sender import FakeSender
from tests.fakes.shop import NOON, Shop, a_mail
from triage.errors import Refused
from triage.mail.outgoing import Outcome, SendResult
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.revising import save_edit
from triage.usecases.send import Approval, approve, resolve_unknown

LOST = SendResult(outcome=Outcome.UNKNOWN, phase="dot", reply="TimeoutError")
BUSY = SendResult(outcome=Outcome.RETRY, phase="rcpt", reply="451")
NO = SendResult(outcome=Outcome.REFUSED, phase="rcpt", reply="550")


def _drain(shop: Shop):
    return drain(shop.app, shop.account, shop.mailbox)


def _a_ticket(shop: Shop, number: int = 1, **mail: str) -> str:
    shop.server.deliver(a_mail(number, **mail), shop.clock[0])
    poll(shop.app, shop.account, shop.mailbox)
    _drain(shop)
    public_id: str = shop.rows("tickets")[-1]["public_id"]
    return public_id


def _approve(shop: Shop, public_id: str, **changes: object) -> Approval:
    draft = [row for row in shop.rows("drafts") if row["state"] != "retired"][-1]
    shown: dict[str, object] = {
        "draft_revision": draft["revision"],
        "text": draft["text"],
        "last_message_id": [row for row in shop.rows("messages") if row["direction"] == "in"][-1]["id"],
        "user": "mia",
        "idempotency_key": "form-1",
    }
    return approve(shop.app, public_id, **(shown | changes))


def _kinds(shop: Shop) -> list[str]:
    return [row["kind"] for row in shop.rows("events")]


def test_an_approved_reply_is_sent_once_and_the_clock_stops(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    assert _approve(sending_shop, ticket).sends
    at = sending_shop.later(hours=3)
    assert _drain(sending_shop).sent == 1
    _drain(sending_shop)
    assert len(sender.accepted) == 1
    (row,) = sending_shop.rows("tickets")
    assert (row["status"], row["answered_at"]) == ("answered", at)
    replied = sending_shop.rows("events")[-1]
    assert (replied["kind"], replied["at"], replied["actor"]) == ("replied", at, "mia")


def test_after_sending_a_copy_lies_in_sent_and_the_draft_is_gone(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    _drain(sending_shop)
    assert sending_shop.drafts() == []
    assert [mail.raw for mail in sending_shop.server.folders["Sent"].mails.values()] == sender.accepted


def test_a_sent_reply_is_dated_by_its_approval_and_the_same_at_every_try(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    approved_at = sending_shop.later(hours=20)
    _approve(sending_shop, ticket)
    sender.plan = [BUSY]
    _drain(sending_shop)
    sending_shop.later(hours=1)
    _drain(sending_shop)
    (raw,) = sender.accepted
    assert parsedate_to_datetime(email.message_from_bytes(raw)["Date"]) == approved_at
    assert sending_shop.drafts() == []


def test_a_provider_that_files_the_copy_itself_gets_no_second_one(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    send = sender.send

    def send_and_file(*args, **kwargs):
        result = send(*args, **kwargs)
        sending_shop.server.deliver(sender.accepted[0], NOON, folder="Sent")
        return result

    sender.send = send_and_file
    _drain(sending_shop)
    assert len(sending_shop.server.folders["Sent"].mails) == 1


def test_the_agents_words_are_what_is_sent(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    approval = _approve(sending_shop, ticket, text="We are sorry.\n\nMia <3")
    assert approval.revision == 2
    _drain(sending_shop)
    (raw,) = sender.accepted
    parts = [part.get_payload(decode=True) for part in email.message_from_bytes(raw).walk()]
    assert b"We are sorry.\n\nMia <3\n" in [part.replace(b"\r\n", b"\n") for part in parts if part]
    assert any(part and b"Mia &lt;3" in part for part in parts)
    assert sending_shop.drafts() == []


def test_the_same_form_twice_gives_the_same_answer_and_sends_once(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    assert _approve(sending_shop, ticket) == _approve(sending_shop, ticket)
    _drain(sending_shop)
    assert _approve(sending_shop, ticket, draft_revision=1).sends
    _drain(sending_shop)
    assert len(sender.accepted) == 1


def test_the_same_form_with_other_words_is_refused(sending_shop: Shop):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    with pytest.raises(Refused, match="other words"):
        _approve(sending_shop, ticket, text="else")


def test_a_second_form_on_an_approved_reply_is_refused(sending_shop: Shop):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    with pytest.raises(Refused, match="approved already"):
        _approve(sending_shop, ticket, idempotency_key="form-2")


def test_a_draft_that_changed_after_it_was_read_is_refused(sending_shop: Shop):
    ticket = _a_ticket(sending_shop)
    assert save_edit(sending_shop.app, ticket, draft_revision=1, text="Mine", user="ben") == 2
    with pytest.raises(Refused, match="changed after you read"):
        _approve(sending_shop, ticket, draft_revision=1)


def test_a_reply_is_refused_when_the_customer_wrote_again(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop, subject="unsure damaged")
    shown = sending_shop.rows("messages")[-1]["id"]
    _a_ticket(sending_shop, 2, in_reply_to="<m1@mail.example>")
    with pytest.raises(Refused, match="wrote again"):
        _approve(sending_shop, ticket, last_message_id=shown)
    _drain(sending_shop)
    assert sender.accepted == []


def test_automatic_mail_is_never_answered(sending_shop: Shop):
    ticket = _a_ticket(sending_shop, extra="X-Auto: bounce")
    with pytest.raises(Refused, match="automatic"):
        approve(
            sending_shop.app, ticket, draft_revision=0, text="Hi", last_message_id=1, user="mia", idempotency_key="k"
        )


def test_an_answered_ticket_is_not_answered_again(sending_shop: Shop):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    _drain(sending_shop)
    with pytest.raises(Refused, match="answered"):
        _approve(sending_shop, ticket, idempotency_key="form-2")


def test_a_reply_to_our_own_mailbox_is_refused(sending_shop: Shop):
    ticket = _a_ticket(sending_shop, sender="help@shop.example")
    with pytest.raises(Refused, match="our own mailbox"):
        _approve(sending_shop, ticket)


def test_a_connection_lost_after_the_last_line_is_never_sent_again_and_shown(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    sender.plan = [LOST]
    for _ in range(5):
        _drain(sending_shop)
        sending_shop.later(days=1)
    assert sender.calls == 1
    assert [row["state"] for row in sending_shop.rows("effects") if row["kind"] == "send"] == ["UNKNOWN"]
    assert "send_unknown" in _kinds(sending_shop)
    assert sending_shop.rows("tickets")[0]["answered_at"] is None


def test_a_crash_before_the_dot_is_tried_again(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    sender.dies = "before dot"
    with pytest.raises(KeyboardInterrupt):
        _drain(sending_shop)
    sender.dies = None
    assert _drain(sending_shop).sent == 1
    assert len(sender.accepted) == 1


def test_a_crash_after_the_dot_is_for_a_person(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    sender.dies = "after dot"
    with pytest.raises(KeyboardInterrupt):
        _drain(sending_shop)
    sender.dies = None
    assert _drain(sending_shop).sent == 0
    assert len(sender.accepted) == 1
    assert [row["state"] for row in sending_shop.rows("effects") if row["kind"] == "send"] == ["UNKNOWN"]


@pytest.mark.parametrize("delivered", [True, False])
def test_a_person_says_what_became_of_a_doubtful_reply(sending_shop: Shop, sender: FakeSender, delivered: bool):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    sender.plan = [LOST]
    _drain(sending_shop)
    assert resolve_unknown(sending_shop.app, ticket, delivered=delivered, user="mia") is not delivered
    (row,) = sending_shop.rows("tickets")
    assert row["status"] == ("answered" if delivered else "waiting")
    assert ("said_sent" if delivered else "said_unsent") in _kinds(sending_shop)
    assert _drain(sending_shop).sent == (0 if delivered else 1)
    assert _drain(sending_shop).sent == 0
    assert sending_shop.rows("tickets")[0]["status"] == "answered"


def test_a_reply_said_to_be_unsent_is_not_sent_again_when_the_customer_wrote_meanwhile(
    sending_shop: Shop, sender: FakeSender
):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    sender.plan = [LOST]
    _drain(sending_shop)
    sending_shop.server.deliver(
        a_mail(2, in_reply_to="<m1@mail.example>", text="Never mind."), sending_shop.later(hours=1)
    )
    poll(sending_shop.app, sending_shop.account, sending_shop.mailbox)
    assert not resolve_unknown(sending_shop.app, ticket, delivered=False, user="mia")
    assert _drain(sending_shop).sent == 0


def test_a_reply_found_in_sent_later_is_sent_after_all(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    sender.plan = [LOST]
    _drain(sending_shop)
    lost = [row for row in sending_shop.rows("effects") if row["kind"] == "send"][-1]
    assert lost["evidence"]["looked_in"] == "Sent"
    at = datetime.fromisoformat(lost["evidence"]["dot_at"])
    sending_shop.server.deliver(sending_shop.app.blobs.get(lost["evidence"]["sha256"]), at, folder="Sent")
    sending_shop.later(minutes=5)
    assert _drain(sending_shop).found == 1
    (row,) = sending_shop.rows("tickets")
    assert (row["status"], row["answered_at"]) == ("answered", at)
    assert [row["state"] for row in sending_shop.rows("effects") if row["kind"] == "send"] == ["DONE"]


def test_a_busy_server_is_tried_eight_times_ever_later_and_then_given_up(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    sender.plan = [BUSY] * 50
    for _ in range(48 * 3):
        _drain(sending_shop)
        sending_shop.later(minutes=20)
    for _ in range(3):
        sending_shop.later(days=1)
        _drain(sending_shop)
    assert sender.calls == 8
    assert [row["state"] for row in sending_shop.rows("effects") if row["kind"] == "send"] == ["FAILED"]
    assert "send_failed" in _kinds(sending_shop)


def test_a_reply_held_up_by_a_busy_server_is_sent_when_it_recovers(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    sender.plan = [BUSY, BUSY]
    assert _drain(sending_shop).sent == 0
    sending_shop.later(seconds=30)
    assert _drain(sending_shop).sent == 0
    assert sender.calls == 1
    sending_shop.later(hours=1)
    _drain(sending_shop)
    sending_shop.later(hours=1)
    assert _drain(sending_shop).sent == 1


def test_a_refused_recipient_is_told_at_once_and_the_draft_can_be_changed(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    sender.plan = [NO]
    _drain(sending_shop)
    assert "send_failed" in _kinds(sending_shop)
    assert _approve(sending_shop, ticket, idempotency_key="form-2").sends


def test_steps_after_sending_that_fail_never_send_again(sending_shop: Shop, sender: FakeSender):
    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    for _ in range(4):
        sending_shop.server.cut("append_sent")
    for _ in range(4):
        with pytest.raises(Exception, match="connection"):
            _drain(sending_shop)
        sending_shop.reconnect()
        sending_shop.later(hours=1)
    _drain(sending_shop)
    assert len(sender.accepted) == 1
    assert len(sending_shop.server.folders["Sent"].mails) == 1


def test_without_a_way_out_approving_leaves_the_agents_words_in_drafts_and_says_so(shop: Shop):
    ticket = _a_ticket(shop)
    approval = _approve(shop, ticket, text="My own words.")
    assert not approval.sends
    assert "Drafts" in approval.words
    _drain(shop)
    (raw,) = shop.drafts()
    assert b"My own words." in raw
    assert shop.rows("tickets")[0]["answered_at"] is None


def test_an_edit_is_filed_in_the_place_of_the_old_draft(shop: Shop):
    ticket = _a_ticket(shop)
    save_edit(shop.app, ticket, draft_revision=1, text="Second wording", user="mia")
    _drain(shop)
    (raw,) = shop.drafts()
    assert b"Second wording" in raw
    assert [(row["revision"], row["state"]) for row in shop.rows("drafts")] == [(1, "retired"), (2, "filed")]
    assert _kinds(shop)[-1] == "edited"


def test_the_promise_is_measured_to_the_moment_of_sending(sending_shop: Shop):
    from triage.sla.tally import waits_of
    from triage.store import events
    from triage.store.engine import reading

    ticket = _a_ticket(sending_shop)
    _approve(sending_shop, ticket)
    sending_shop.later(hours=5)
    _drain(sending_shop)
    with reading(sending_shop.app.engine) as conn:
        (wait,) = waits_of(events.of_tickets(conn))
    assert wait.answer_time() == timedelta(hours=5)
