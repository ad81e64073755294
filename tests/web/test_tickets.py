"""One ticket: reading, answering, correcting, and what happens when two people do it at once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ClaimOf, File, a_ticket
from tests.fakes.shop import a_mail
from tests.web.console import Console, form_fields, words_of
from triage.records import OrderRecord
from triage.store import effects, orders
from triage.store.engine import writing
from triage.usecases.ingest import poll
from triage.web.sheet import pieces


def _rows(console: Console, table: str) -> list[dict]:
    return console.shop.rows(table)


def _form(console: Console, ticket: str, action: str = "reply") -> dict[str, str]:
    return console.fields(f"/tickets/{ticket}", f"/tickets/{ticket}/{action}")


def _check(console: Console, ticket: str, **changes: str) -> dict[str, str]:
    """The second step of approving: the form that shows what will go where."""
    page = console.client.post(f"/tickets/{ticket}/reply", data=_form(console, ticket) | {"do": "check"} | changes)
    assert page.status_code == 200
    return form_fields(page.text, f"/tickets/{ticket}/reply") | {"do": "send"}


def _send(console: Console, ticket: str, form: dict[str, str]):
    return console.client.post(f"/tickets/{ticket}/reply", data=form)


def test_a_ticket_shows_what_the_customer_wrote_and_what_was_made_of_it(console: Console):
    claim = ClaimOf(
        order={"delivered_at": "2026-03-01T10:00:00Z", "items": [{"kind": "bracelet", "sale": False}]},
        more={"remedies": ["store_credit"], "deadline": "2026-03-11", "conflicts": ["7 days here, 14 days there"]},
    )
    ticket = a_ticket(console.app, claims=[claim], files=[File(content=b"12", filename="a.jpg")], problems=["no date"])
    words = words_of(console.become("agent").get(f"/tickets/{ticket}").text)
    for part in (
        "the clasp snapped when I opened the box",
        "clasp snapped",
        "93 % sure",
        "a.jpg",
        "photo · 2 bytes",
        "delivered at 2026-03-01, 10:00",
        "item 1: kind bracelet",
        "store credit",
        "2026-03-11",
        "a photo",
        "Damaged or Defective Items",
        "7 days here, 14 days there",
        "reported 1 day after delivery, within 7",
        "no date",
        "Draft prepared",
        "Mail came in",
        "please send us a photo",
    ):
        assert part in words, part


def test_a_differing_reply_to_is_shown_as_a_warning(console: Console):
    ticket = a_ticket(console.app, reply_to="thief@evil.example")
    page = console.become("agent").get(f"/tickets/{ticket}").text
    assert "thief@evil.example" in page.partition('class="note bad"')[2]
    same = a_ticket(console.app, reply_to="ADA@mail.example")
    assert 'class="note bad"' not in console.get(f"/tickets/{same}").text


def test_approving_asks_first_and_names_the_recipient(sending: Console):
    ticket = a_ticket(sending.app)
    sending.become("agent")
    page = sending.client.post(f"/tickets/{ticket}/reply", data=_form(sending, ticket) | {"do": "check"})
    assert "Send to ada@mail.example" in page.text
    assert _rows(sending, "effects") == []


def test_an_approved_reply_waits_to_be_sent_with_the_agents_words(sending: Console):
    ticket = a_ticket(sending.app)
    sending.become("agent", "mara")
    answer = _send(sending, ticket, _check(sending, ticket, text="Dear Ada,\r\n\r\nhere is your answer.\r\n"))
    assert answer.headers["location"] == f"/tickets/{ticket}?done=sending"
    (effect,) = [row for row in _rows(sending, "effects") if row["kind"] == "send"]
    draft = _rows(sending, "drafts")[-1]
    assert (effect["state"], effect["draft_id"]) == ("READY", draft["id"])
    assert (draft["text"], draft["edited_by"]) == ("Dear Ada,\n\nhere is your answer.\n", "mara")
    assert "being sent" in sending.get(f"/tickets/{ticket}").text


def test_an_unchanged_draft_is_approved_as_it_is(sending: Console):
    ticket = a_ticket(sending.app, draft="\nLine one\n\n  indented <b>&amp;\n")
    sending.become("agent")
    _send(sending, ticket, _check(sending, ticket))
    (draft,) = _rows(sending, "drafts")
    assert (draft["revision"], draft["state"], draft["edited_by"]) == (1, "approved", None)


def test_without_a_way_out_the_approved_reply_stays_in_drafts(console: Console):
    ticket = a_ticket(console.app)
    console.become("agent")
    assert "No way out is configured" in console.get(f"/tickets/{ticket}").text
    assert _send(console, ticket, _check(console, ticket)).headers["location"].endswith("done=approved")
    assert [row["kind"] for row in _rows(console, "effects") if row["state"] == "READY" and row["kind"] == "send"] == []


def test_a_double_click_sends_one_reply(sending: Console):
    ticket = a_ticket(sending.app)
    sending.become("agent")
    form = _check(sending, ticket)
    first, second = _send(sending, ticket, form), _send(sending, ticket, form)
    assert (first.status_code, second.status_code) == (303, 303)
    assert len([row for row in _rows(sending, "effects") if row["kind"] == "send"]) == 1


def test_two_agents_who_approve_send_one_reply_and_the_second_is_told(sending: Console):
    ticket = a_ticket(sending.app)
    sending.become("agent", "mara")
    hers = _check(sending, ticket)
    sending.become("agent", "anton")
    his = _check(sending, ticket, text="My own words, hours of work")
    sending.become("agent", "mara")
    assert _send(sending, ticket, hers).status_code == 303
    sending.become("agent", "anton")
    late = _send(sending, ticket, his)
    assert late.status_code == 409
    words = words_of(late.text)
    assert "Not done" in words
    assert "Reply approved, by mara" in words
    assert "My own words, hours of work" in words
    assert len([row for row in _rows(sending, "effects") if row["kind"] == "send"]) == 1


def test_a_mail_that_came_after_reading_stops_the_reply_and_keeps_the_words(sending: Console):
    sending.shop.server.deliver(a_mail(1, subject="damaged cup", message_id="<one@mail.example>"), sending.app.now())
    poll(sending.app, sending.shop.account, sending.shop.mailbox)
    ticket = _rows(sending, "tickets")[0]["public_id"]
    sending.become("agent")
    form = _check(sending, ticket, text="Words before the new mail")
    again = a_mail(2, subject="Re: damaged cup", text="wait, I found it", in_reply_to="<one@mail.example>")
    sending.shop.server.deliver(again, sending.shop.later(minutes=5))
    poll(sending.app, sending.shop.account, sending.shop.mailbox)
    answer = _send(sending, ticket, form)
    assert answer.status_code == 409
    assert "Words before the new mail" in answer.text
    assert "wait, I found it" in answer.text
    assert [row for row in _rows(sending, "effects") if row["kind"] == "send"] == []


def test_after_a_refusal_the_form_carries_what_is_true_now(sending: Console):
    ticket = a_ticket(sending.app)
    sending.become("agent", "mara")
    stale = _form(sending, ticket) | {"do": "save", "text": "mine"}
    sending.become("agent", "anton")
    _send(sending, ticket, _form(sending, ticket) | {"do": "save", "text": "his"})
    sending.become("agent", "mara")
    refused = sending.client.post(f"/tickets/{ticket}/reply", data=stale | {"csrf": "csrf-mara"})
    assert refused.status_code == 409
    renewed = form_fields(refused.text, f"/tickets/{ticket}/reply")
    assert (renewed["text"], renewed["revision"]) == ("mine", "2")
    assert _send(sending, ticket, renewed | {"do": "save"}).status_code == 303


def test_saving_keeps_the_words_as_a_new_revision(console: Console):
    ticket = a_ticket(console.app)
    console.become("agent", "mara")
    answer = _send(console, ticket, _form(console, ticket) | {"do": "save", "text": "Better words"})
    assert answer.headers["location"].endswith("done=saved")
    page = console.get(f"/tickets/{ticket}").text
    assert "Better words" in page
    assert "last changed by mara" in page


def test_an_empty_reply_is_never_sent_or_saved(sending: Console):
    ticket = a_ticket(sending.app)
    sending.become("agent")
    for do in ("save", "send"):
        form = _form(sending, ticket) | {"do": do, "text": " \r\n ", "key": "k"}
        assert _send(sending, ticket, form).status_code == 409
    assert len(_rows(sending, "drafts")) == 1


def test_a_ticket_without_a_draft_can_still_be_answered(sending: Console):
    ticket = a_ticket(sending.app, draft=None)
    sending.become("agent")
    assert _send(sending, ticket, _check(sending, ticket, text="Hello\n")).status_code == 303
    (draft,) = _rows(sending, "drafts")
    assert (draft["text"], draft["state"]) == ("Hello\n", "approved")


def test_another_label_brings_another_decision_and_draft(console: Console):
    console.shop.server.deliver(a_mail(1, subject="damaged cup"), console.app.now())
    poll(console.app, console.shop.account, console.shop.mailbox)
    ticket = _rows(console, "tickets")[0]["public_id"]
    console.become("agent", "mara")
    answer = console.post(f"/tickets/{ticket}/label", {"position": "0", "label": "missing"})
    assert answer.headers["location"].endswith("done=relabelled")
    (claim,) = _rows(console, "claims")
    assert (claim["label"], claim["label_by"]) == ("missing", "mara")
    page = console.get(f"/tickets/{ticket}").text
    assert "set by mara" in page
    assert "about missing" in page
    assert "from Damaged to Missing" in page


def test_words_being_written_survive_a_change_of_label(console: Console):
    console.shop.server.deliver(a_mail(1, subject="damaged cup"), console.app.now())
    poll(console.app, console.shop.account, console.shop.mailbox)
    ticket = _rows(console, "tickets")[0]["public_id"]
    console.become("agent")
    answer = console.post(f"/tickets/{ticket}/label", {"position": "0", "label": "missing", "text": "half a letter"})
    assert form_fields(answer.text, f"/tickets/{ticket}/reply")["text"] == "half a letter"
    assert "about missing" in answer.text


@pytest.mark.parametrize("form", [{"position": "0", "label": "nonsense"}, {"label": "missing"}, {"position": "x"}])
def test_a_label_form_that_is_not_complete_changes_nothing(console: Console, form: dict[str, str]):
    ticket = a_ticket(console.app)
    console.become("agent")
    assert console.post(f"/tickets/{ticket}/label", form).status_code == 400
    assert _rows(console, "claims")[0]["label_by"] is None


def test_closing_without_a_reply_takes_the_draft_back_and_is_told_in_the_timeline(console: Console):
    ticket = a_ticket(console.app)
    console.become("agent", "mara")
    console.client.post(f"/tickets/{ticket}/close", data=_form(console, ticket, "close"))
    assert (_rows(console, "tickets")[0]["status"], _rows(console, "drafts")[0]["state"]) == ("closed", "retired")
    assert _rows(console, "events")[-1]["kind"] == "closed"
    assert "Closed without reply" in words_of(console.get(f"/tickets/{ticket}").text)


def test_a_closed_ticket_can_be_opened_again_and_answered(sending: Console):
    ticket = a_ticket(sending.app)
    sending.become("agent")
    sending.client.post(f"/tickets/{ticket}/close", data=_form(sending, ticket, "close"))
    sending.client.post(f"/tickets/{ticket}/reopen", data=_form(sending, ticket, "reopen"))
    assert _rows(sending, "tickets")[0]["status"] == "open"
    assert _send(sending, ticket, _check(sending, ticket, text="After all\n")).status_code == 303


def test_a_page_from_before_a_change_closes_nothing(console: Console):
    ticket = a_ticket(console.app)
    console.become("agent")
    stale = _form(console, ticket, "close")
    _send(console, ticket, _form(console, ticket) | {"do": "save", "text": "meanwhile"})
    answer = console.client.post(f"/tickets/{ticket}/close", data=stale)
    assert answer.status_code == 409
    assert "changed while you looked at it" in answer.text
    assert _rows(console, "tickets")[0]["status"] == "open"


def test_a_reply_of_unknown_fate_shows_its_evidence_and_waits_for_a_person(sending: Console):
    ticket = _unknown(sending)
    words = words_of(sending.get(f"/tickets/{ticket}").text)
    assert "Unknown whether it was delivered" in words
    assert "the server did not answer after the last line" in words
    assert ticket in sending.get("/?view=person").text
    asked = sending.client.post(f"/tickets/{ticket}/fate", data=_form(sending, ticket, "fate") | {"delivered": "yes"})
    assert "Sure that it was sent?" in words_of(asked.text)
    assert _rows(sending, "tickets")[0]["status"] == "waiting"
    sure = form_fields(asked.text, f"/tickets/{ticket}/fate") | {"delivered": "yes"}
    sending.client.post(f"/tickets/{ticket}/fate", data=sure)
    assert _rows(sending, "tickets")[0]["status"] == "answered"
    assert "Unknown whether" not in sending.get(f"/tickets/{ticket}").text


def test_a_reply_said_to_be_unsent_goes_again_after_a_second_click_and_the_timeline_tells_who_said_it(sending: Console):
    ticket = _unknown(sending)
    path = f"/tickets/{ticket}/fate"
    asked = sending.client.post(path, data=_form(sending, ticket, "fate") | {"delivered": "no"})
    assert "the customer gets it twice" in words_of(asked.text)
    back = sending.client.post(path, data=form_fields(asked.text, path) | {"delivered": "back"})
    assert "It was not sent, send again…" in words_of(back.text)
    said = sending.client.post(path, data=form_fields(asked.text, path) | {"delivered": "no"})
    assert said.headers["location"].endswith("done=again")
    page = words_of(sending.get(f"/tickets/{ticket}").text)
    assert "Said that the reply was not sent" in page
    assert "Approved, being sent" in page
    sends = [row["state"] for row in _rows(sending, "effects") if row["kind"] == "send"]
    assert sends == ["FAILED", "READY"]


def test_a_reply_that_is_on_its_way_cannot_be_closed_away(sending: Console):
    ticket = a_ticket(sending.app)
    sending.become("agent")
    form = _form(sending, ticket, "close")
    _send(sending, ticket, _check(sending, ticket))
    assert sending.client.post(f"/tickets/{ticket}/close", data=form).status_code == 409


def test_an_unreadable_mail_offers_its_source_and_another_try(console: Console):
    raw = a_mail(1, subject="poison")
    console.shop.server.deliver(raw, console.app.now())
    for _ in range(3):
        poll(console.app, console.shop.account, console.shop.mailbox)
    (row,) = _rows(console, "tickets")
    assert row["status"] == "quarantined"
    console.become("agent")
    page = console.get(f"/tickets/{row['public_id']}").text
    assert "could not be read" in page
    assert "The beginning of its source" in page
    assert "X-Number: 1" in page
    assert console.get(f"/tickets/{row['public_id']}/mails/1/source").content == raw
    assert console.post(f"/tickets/{row['public_id']}/retry").status_code == 303
    healed = _healed(console)
    poll(healed, console.shop.account, console.shop.mailbox)
    (after,) = _rows(console, "tickets")
    assert (after["status"], after["subject"]) == ("open", "poison")
    assert after["received_at"] == row["received_at"]


def test_only_an_unreadable_mail_is_tried_again(console: Console):
    ticket = a_ticket(console.app)
    console.become("agent")
    assert console.post(f"/tickets/{ticket}/retry").status_code == 409
    assert len(_rows(console, "tickets")) == 1


def test_automatic_mail_says_why_it_has_no_reply(console: Console):
    ticket = a_ticket(console.app, status="automatic", auto="newsletter", claims=[], draft=None)
    words = words_of(console.become("agent").get(f"/tickets/{ticket}").text)
    assert "This is a newsletter" in words
    assert "Approve" not in words


def test_a_draft_changed_in_the_mail_program_is_left_to_it(sending: Console):
    ticket = a_ticket(sending.app, draft_state="human")
    sending.become("agent")
    assert "changed this draft in the mail program" in sending.get(f"/tickets/{ticket}").text
    assert _send(sending, ticket, _check(sending, ticket)).status_code == 409


def test_a_ticket_that_does_not_exist_is_not_there_for_any_verb(console: Console):
    console.become("agent")
    for path in ("", "/files/1", "/mails/1/html", "/mails/1/source", "/files/x"):
        assert console.get(f"/tickets/nothing{path}").status_code == 404
    for path in ("/close", "/reopen"):
        assert console.post(f"/tickets/nothing{path}", {"version": "1"}).status_code == 404


def _healed(console: Console):
    """The same shop with steps that can read the mail after all."""
    from tests.fakes import shop

    def read(mails, store, kit, own):
        calm = [replace(mail, raw=mail.raw.replace(b"poison", b"gentle")) for mail in mails]
        views = shop.read(calm, store, kit, own)
        return [replace(view, mail=replace(view.mail, subject="poison")) for view in views]

    return replace(console.app, read=read)


def _unknown(console: Console) -> str:
    """A ticket whose reply was cut off at the very end."""
    ticket = a_ticket(console.app)
    console.become("agent")
    _send(console, ticket, _check(console, ticket))
    with writing(console.app.engine) as conn:
        (one,) = effects.claim(conn, "main", ["send"], now=console.app.now(), lease_until=console.app.now(), limit=1)
        (one,) = effects.attempt(conn, [one], {"dot": True}, now=console.app.now())
        why = {"why": "the server did not answer after the last line", "phase": "dot"}
        effects.settle(conn, [(one, effects.UNKNOWN, why)], now=console.app.now())
    return ticket


SAID = {"start": 11, "end": 60, "kind": "statement", "key": "ask", "cites": ["Damaged or Defective Items"]}


def test_a_figure_that_an_agent_puts_in_is_remarked_on_and_holds_nothing_up(sending: Console):
    ticket = a_ticket(sending.app, spans=[SAID])
    sending.become("agent")
    form = _form(sending, ticket)
    text = form["text"] + "You have 14 days.\n"
    part = sending.client.post(f"/tickets/{ticket}/remarks", data=form | {"text": text})
    assert "`14` was not in the prepared reply" in words_of(part.text)
    assert "<html" not in part.text
    checked = sending.client.post(f"/tickets/{ticket}/reply", data=form | {"do": "check", "text": text})
    assert "`14` was not in the prepared reply" in words_of(checked.text)
    assert _send(sending, ticket, _check(sending, ticket, text=text)).status_code == 303


def test_the_prepared_words_give_no_remark_and_show_where_they_come_from(sending: Console):
    ticket = a_ticket(sending.app, spans=[SAID])
    sending.become("agent")
    page = sending.client.get(f"/tickets/{ticket}").text
    assert "Look at this again" not in page
    assert "sentence of the policy" in page.partition("Where its words come from")[2]


def test_why_a_fuller_reply_was_held_back_is_shown(console: Console):
    why = "nothing in the policy bears the promise `refund`"
    ticket = a_ticket(console.app, withheld=[why])
    assert why in words_of(console.become("agent").get(f"/tickets/{ticket}").text)


def test_remarks_are_for_agents_and_need_the_token_of_the_form(sending: Console):
    ticket = a_ticket(sending.app, spans=[SAID])
    sending.become("agent")
    assert sending.client.post(f"/tickets/{ticket}/remarks", data={"text": "x"}).status_code == 403


def test_a_slip_for_an_order_of_the_customer_is_pointed_out(console: Console):
    theirs = OrderRecord(store="shop", number="A132", customer_email="ada@mail.example", facts={})
    with writing(console.app.engine) as conn:
        orders.put(conn, {("shop", "A132"): theirs}, console.app.now())
    ticket = a_ticket(console.app, claims=[ClaimOf(order_number="A123", owned=False)])
    words = words_of(console.become("agent").get(f"/tickets/{ticket}").text)
    assert "Did they mean A132" in words


def test_orders_of_others_are_never_pointed_out(console: Console):
    foreign = OrderRecord(store="shop", number="A132", customer_email="eve@else.example", facts={})
    with writing(console.app.engine) as conn:
        orders.put(conn, {("shop", "A132"): foreign}, console.app.now())
    ticket = a_ticket(console.app, claims=[ClaimOf(order_number="A123", owned=False)])
    words = words_of(console.become("agent").get(f"/tickets/{ticket}").text)
    assert "A132" not in words


def test_the_phrases_that_told_the_label_are_marked_where_they_stand(console: Console):
    ticket = a_ticket(console.app)
    page = console.become("agent").get(f"/tickets/{ticket}").text
    assert "Hello, the <mark>clasp snapped</mark> when I opened the box." in page


@given(st.text(alphabet="ab <", max_size=30), st.lists(st.text(alphabet="ab <", max_size=4), max_size=5))
def test_marking_changes_no_letter(text, phrases):
    assert "".join(piece for piece, _ in pieces(text, phrases)) == text
