"""The queue: who waits longest, and finding a ticket."""

import re
import time
from datetime import timedelta

from tests.builders import ClaimOf, a_ticket, many_tickets
from tests.fakes.shop import NOON
from tests.web.console import Console, words_of
from triage.store import health
from triage.store.engine import writing


def _subjects(page: str) -> list[str]:
    return re.findall(r'class="subject"[^>]*>([^<]*)<', page)


def test_the_most_urgent_ticket_comes_first_with_its_time_in_words(console: Console):
    a_ticket(console.app, subject="calm", received_at=NOON - timedelta(hours=1))
    a_ticket(console.app, subject="overdue", received_at=NOON - timedelta(hours=50))
    a_ticket(console.app, subject="soon", received_at=NOON - timedelta(hours=46, minutes=30))
    page = console.become("agent").get("/").text
    assert _subjects(page) == ["overdue", "soon", "calm"]
    words = words_of(page)
    assert all(part in words for part in ("overdue by 2 h", "1 h 30 min left", "1 d 23 h left"))


def test_a_line_says_who_what_which_order_and_what_is_ready(console: Console):
    a_ticket(console.app, claims=[ClaimOf(), ClaimOf(label="missing", decision="approve")])
    words = words_of(console.become("agent").get("/").text)
    for part in ("Ada Lind", "A123", "Damaged", "Missing", "Ask for details", "Draft ready"):
        assert part in words


def test_each_view_holds_its_own_tickets(console: Console):
    a_ticket(console.app, subject="plain")
    a_ticket(console.app, subject="unsure", abstained=True)
    a_ticket(console.app, subject="silent policy", claims=[ClaimOf(decision="review")])
    a_ticket(console.app, subject="unreadable", status="quarantined", claims=[], draft=None)
    a_ticket(console.app, subject="robot", status="automatic", auto="auto_reply", claims=[])
    a_ticket(console.app, subject="done", status="answered")
    a_ticket(console.app, subject="ended", status="closed", abstained=True)
    console.become("agent")
    found = {view: set(_subjects(console.get(f"/?view={view}").text)) for view in ("open", "person", "automatic")}
    assert found["person"] == {"unsure", "silent policy", "unreadable"}
    assert found["open"] == found["person"] | {"plain"}
    assert found["automatic"] == {"robot"}
    assert set(_subjects(console.get("/?view=answered").text)) == {"done", "ended"}
    assert len(_subjects(console.get("/?view=all").text)) == 7


def test_a_ticket_is_found_by_order_customer_subject_or_its_own_name(console: Console):
    mine = a_ticket(console.app, subject="Broken 100%", name="Björn", claims=[ClaimOf(order_number="MG20481")])
    a_ticket(console.app, subject="Other", name="Ada", address="ada@mail.example")
    console.become("agent")
    for words in ("mg20481", "#MG 20481", "Björn", "bjö", "100%", "broken", mine):
        assert _subjects(console.get("/", params={"q": words}).text) == ["Broken 100%"], words
    for words in ("%", "_", "' OR 1=1 --", "\0", "x" * 5000):
        assert len(_subjects(console.get("/", params={"q": words}).text)) in (0, 1, 2)
    assert _subjects(console.get("/", params={"q": "_____"}).text) == []


def test_store_and_label_narrow_the_queue(console: Console):
    a_ticket(console.app, subject="a", store="migems")
    a_ticket(console.app, subject="b", store="milisima", claims=[ClaimOf(label="missing")])
    console.become("agent")
    assert _subjects(console.get("/?store=migems").text) == ["a"]
    assert _subjects(console.get("/?label=missing").text) == ["b"]
    assert _subjects(console.get("/?store=migems&label=missing").text) == []


def test_a_relabelled_mail_is_found_under_its_newest_mails_labels_only(console: Console):
    a_ticket(console.app, subject="a", claims=[ClaimOf(label="damaged")])
    assert _subjects(console.become("agent").get("/?label=wrong_item").text) == []


def test_nonsense_in_the_address_is_taken_for_nothing(console: Console):
    a_ticket(console.app)
    console.become("agent")
    for query in ("page=0", "page=-1", "page=x", "page=²", "view=nope", "label=nope"):
        assert len(_subjects(console.get(f"/?{query}").text)) == 1, query
    assert console.get("/?page=99999999999999999999").status_code == 200


def test_an_empty_queue_says_so_kindly(console: Console):
    console.become("agent")
    assert "Nobody is waiting." in console.get("/").text
    assert "No ticket matches." in console.get("/?q=nothing").text


def test_a_mailbox_in_trouble_is_told_on_every_page(console: Console):
    with writing(console.app.engine) as conn:
        health.note(conn, "main", "broken", "log-in refused by the server", NOON)
    console.become("agent")
    for path in ("/", "/health", f"/tickets/{a_ticket(console.app)}"):
        assert "log-in refused by the server" in console.get(path).text
    console.client.cookies.clear()
    assert "refused" not in console.get("/login").text


def test_a_thousand_tickets_are_paged_in_one_statement_each_and_fast(console: Console):
    many_tickets(console.app, 1000)
    console.become("agent")
    console.get("/")
    began = time.perf_counter()
    first = console.get("/").text
    assert time.perf_counter() - began < 1.5
    last = console.get("/?page=20").text
    assert (len(_subjects(first)), len(_subjects(last))) == (50, 50)
    assert not set(_subjects(first)) & set(_subjects(last))
    assert "Page 1 of 20" in words_of(first)


def test_the_health_page_tells_whether_the_classifier_drifts(console: Console):
    console.become("agent")
    page = console.get("/health").text
    assert "Classifier" in page
    assert "handed over: nothing to count yet" in page
    assert "No alarm" in page
