"""What the policy shows an agent: readings to choose from, remarks on typing, sources, the customer's language."""

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import eventually
from tests.e2e.letters import a_letter
from tests.e2e.shop_day import PATIENCE, Day, Desk, a_day, a_desk, an_order
from tests.servers.dovecot import Dovecot
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.browser

MONEY = a_letter(
    sender="Ada Lind <ada@customer.example>",
    subject="Money back please",
    text="Hello,\n\nI changed my mind about the leggings of order 10891. They are unworn, unwashed and the tags are on."
    " I want to return them and get my money back, a refund only please, no exchange and no store credit.\n\nAda",
    hours_ago=9,
)
TORN = a_letter(
    sender="Ben Ode <ben@customer.example>",
    subject="A torn seam",
    text="Hello,\n\nmy order 10892 arrived damaged: the seam is torn open. I would like a replacement.\n\nBen",
    hours_ago=7,
)
GERMAN = a_letter(
    sender="Dora Ems <dora@customer.example>",
    subject="Falsche Farbe geliefert",
    text="Guten Tag,\n\nich habe schwarze Leggings bestellt und blaue bekommen. Die Bestellung ist 10893."
    " Bitte schicken Sie mir die richtigen.\n\nMit freundlichen Grüßen\nDora Ems",
    hours_ago=5,
)
FRENCH = a_letter(
    sender="Eva Fort <eva@customer.example>",
    subject="Remboursement en attente",
    text="Bonjour,\n\nvous avez confirmé le remboursement de ma commande 10894 il y a trois semaines et je n'ai"
    " toujours rien reçu sur mon compte.\n\nCordialement,\nEva Fort",
    hours_ago=3,
)
MAILS = {9: MONEY, 7: TORN, 5: GERMAN, 3: FRENCH}
CUSTOMERS = {"10891": "ada", "10892": "ben", "10893": "dora", "10894": "eva"}
UNFOUNDED = {
    "You have 44 days for it.": "`44` was not in the prepared reply",
    "We will refund you in full.": "promises: refund, which the decision",
    "Write to boss@elsewhere.example instead.": "`boss@elsewhere.example` is not an address",
}
"""What an agent may type, with the remark on it."""


@pytest.fixture(scope="module")
def day(dovecot: Dovecot, _smtp_server: SmtpSink, module_home: Path) -> Iterator[Day]:
    """Four customers have written about orders that are known, two of them not in English."""
    known = [an_order(number, f"{name}@customer.example", exchanged_before=False) for number, name in CUSTOMERS.items()]
    with a_day(dovecot, _smtp_server, module_home, MAILS, known) as day:
        yield day


@pytest.fixture
def desk(day: Day, chromium: Browser) -> Iterator[Desk]:
    """A fresh browser session of nobody yet."""
    with a_desk(day, chromium) as desk:
        yield desk


def at_ticket(day: Day, desk: Desk, mail: EmailMessage) -> None:
    """Mara at the ticket of a mail."""
    ticket = day.ticket(mail)
    desk.log_in("mara")
    desk.page.goto(f"{desk.home}/tickets/{ticket}")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text(str(mail["Subject"]))


def drafts_of(day: Day, mail: EmailMessage) -> list[str]:
    """What lies in Drafts as an answer to a mail."""
    bodies = [one.get_body(("plain",)) for one in day.shop.answers_in("Drafts", mail)]
    return [body.get_content().replace("\r\n", "\n").strip() for body in bodies if body is not None]


def test_a_contradiction_of_the_page_is_two_letters_and_one_key_decides(day: Day, desk: Desk):
    at_ticket(day, desk, MONEY)
    page = desk.page
    sides = page.get_by_role("group", name="Readings of the policy").locator("form.reading")
    expect(sides).to_have_count(2)
    expect(sides.nth(0)).to_contain_text("exchange or store credit")
    expect(sides.nth(1)).to_contain_text("exchange or refund")
    expect(page.locator("section.claim .claimhead")).to_contain_text("A person decides")
    before = page.get_by_label("Text").input_value()
    page.keyboard.press("2")
    expect(page.get_by_text("Read by mara as: Refund policy: exchange or refund.")).to_be_visible()
    expect(page.locator("section.claim .claimhead")).to_contain_text("Approve")
    expect(sides).to_have_count(0)
    after = page.get_by_label("Text").input_value()
    assert after != before
    assert "refund" in after
    assert eventually(lambda: drafts_of(day, MONEY) == [after.strip()], seconds=PATIENCE), day.shop.said("worker")
    desk.check_clean()


def test_words_without_a_source_are_remarked_on_while_they_are_typed(day: Day, desk: Desk):
    at_ticket(day, desk, TORN)
    page, remarks = desk.page, desk.page.locator("#remarks").get_by_role("listitem")
    expect(remarks).to_have_count(0)
    page.evaluate("window.same_page = true")
    prepared = page.get_by_label("Text").input_value()
    for typed, remark in UNFOUNDED.items():
        page.get_by_label("Text").press("Control+End")
        page.get_by_label("Text").press_sequentially(f"\n{typed}\n")
        expect(remarks).to_contain_text([remark])
        assert typed in page.get_by_label("Text").input_value()
        page.get_by_label("Text").fill(prepared)
        expect(remarks).to_have_count(0)
    assert page.evaluate("window.same_page")
    desk.check_clean()


def with_a_remark(day: Day, desk: Desk) -> Page:
    """A ticket at which the agent has typed words that have no source."""
    at_ticket(day, desk, TORN)
    text = desk.page.get_by_label("Text")
    text.press("Control+End")
    text.press_sequentially("\nYou have 44 days for it.\n")
    expect(desk.page.locator("#remarks").get_by_role("listitem")).to_contain_text("44")
    return desk.page


def test_words_with_a_remark_are_not_taken_for_saved_ones(day: Day, desk: Desk):
    page = with_a_remark(day, desk)
    with page.expect_event("dialog"):
        page.get_by_role("link", name="Queue").first.click(no_wait_after=True)
    assert "You have 44 days for it." in page.get_by_label("Text").input_value()
    assert desk.faults == ["dialog "]


def test_a_remark_holds_nothing_up(day: Day, desk: Desk):
    page = with_a_remark(day, desk)
    page.get_by_role("button", name="Approve and send").click()
    expect(page.locator(".remarks")).to_contain_text("44")
    page.get_by_role("button", name="Send to ben@customer.example").click()
    expect(page.get_by_role("status").filter(has_text="The reply is being sent")).to_be_visible()
    assert eventually(lambda: len(day.accepted(TORN)) == 1, seconds=PATIENCE), day.shop.said("worker")
    body = day.accepted(TORN)[0].get_body(("plain",))
    assert body is not None
    assert "You have 44 days for it." in body.get_content()
    desk.check_clean()


def test_where_the_words_come_from_names_the_sentence_and_its_section(day: Day, desk: Desk):
    at_ticket(day, desk, MONEY)
    page = desk.page
    sources = page.locator("details.sources")
    expect(sources.locator("li").first).to_be_hidden()
    sources.get_by_text("Where its words come from").click()
    expect(sources.locator("li").first).to_be_visible()
    sentence = sources.locator("li").filter(has_text="sentence of the policy").first
    said = sentence.locator("q").inner_text()
    assert said in page.get_by_label("Text").input_value()
    expect(sentence.locator("cite").first).to_have_text("1. What is your Return Policy?")
    desk.check_clean()


@pytest.mark.parametrize(
    ("mail", "greeting", "closing"),
    [(GERMAN, "Hallo Dora", "Liebe Grüße"), (FRENCH, "Bonjour Eva", "Bien à vous")],
    ids=["german", "french"],
)
def test_a_customer_is_answered_in_their_language_in_the_page_and_in_drafts(
    day: Day, desk: Desk, mail: EmailMessage, greeting: str, closing: str
):
    at_ticket(day, desk, mail)
    text = desk.page.get_by_label("Text").input_value().strip()
    assert text.startswith(greeting)
    assert closing in text
    assert drafts_of(day, mail) == [text]
    desk.check_clean()
