"""A day at the console in a real browser."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Desk
from tests.builders import ClaimOf, a_ticket
from tests.fakes.shop import NOON, a_mail
from triage.usecases.accounts import add_user
from triage.usecases.ingest import poll

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"
TRAP = "http://trap.example"
HOSTILE = (
    f"<img src='{TRAP}/p.gif' onerror='top.hacked=1'><script>top.hacked=1</script><style>@import '{TRAP}/s.css';"
    f"body{{background:url({TRAP}/b)}}</style><link rel=preload href='{TRAP}/l' as=script><svg><image href='{TRAP}/i'/>"
    f"</svg><video src='{TRAP}/v'></video><iframe src='{TRAP}/f'></iframe><meta http-equiv=refresh content='0;{TRAP}'>"
    f"<a href='{TRAP}/link'>click me</a><p>Hello from the mail</p>"
)


@pytest.fixture
def mara(desk: Desk) -> Desk:
    """Mara, an agent."""
    add_user(desk.console.app, name="mara", role="agent", password=PASSWORD)
    return desk


def test_an_agent_logs_in_opens_the_most_urgent_ticket_edits_and_sends(mara: Desk):
    a_ticket(mara.console.app, subject="Not urgent")
    a_ticket(mara.console.app, subject="Urgent", received_at=NOON - timedelta(hours=47))
    mara.log_in("mara", PASSWORD)
    page = mara.page
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Urgent")
    page.get_by_label("Text").fill("Dear Ada,\n\nhere is your answer.\n")
    page.get_by_role("button", name="Approve and send").click()
    confirm = page.get_by_role("button", name="Send to ada@mail.example")
    expect(confirm).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("The reply is being sent")
    (wish,) = [row for row in mara.console.shop.rows("effects") if row["kind"] == "send"]
    draft = mara.console.shop.rows("drafts")[-1]
    assert (wish["draft_id"], draft["text"]) == (draft["id"], "Dear Ada,\n\nhere is your answer.\n")
    assert mara.faults == []


def test_leaving_words_that_were_not_saved_asks_first(mara: Desk):
    a_ticket(mara.console.app, subject="Half a letter")
    mara.log_in("mara", PASSWORD)
    page, asked = mara.page, []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Half a letter").click()
    with page.expect_response("**/remarks"):
        page.get_by_label("Text").press_sequentially("Dear Ada, we refund 40 EUR")
    page.wait_for_function("!document.querySelector('.htmx-request')")
    for way in (page.get_by_role("link", name="Mailboxes"), page.get_by_role("button", name="Log out")):
        with page.expect_event("dialog"):
            way.click(no_wait_after=True)
    assert asked == ["beforeunload", "beforeunload"]
    assert "we refund 40 EUR" in page.get_by_label("Text").input_value()
    page.get_by_role("button", name="Save to Drafts").click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    page.get_by_role("link", name="Mailboxes").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mailboxes")
    assert len(asked) == 2


def test_another_label_changes_decision_and_draft_in_place(mara: Desk):
    shop = mara.console.shop
    shop.server.deliver(a_mail(1, subject="damaged cup"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    mara.log_in("mara", PASSWORD)
    mara.page.get_by_role("link", name="damaged cup").click()
    mara.page.get_by_label("Label").select_option("missing")
    expect(mara.page.get_by_label("Text")).to_have_value("Dear Ada, about missing:-.")
    expect(mara.page.get_by_text("set by mara")).to_be_visible()
    assert mara.faults == []


def test_searching_while_typing_narrows_the_queue_and_its_address(mara: Desk):
    a_ticket(mara.console.app, subject="First", claims=[ClaimOf(order_number="MG20481")])
    a_ticket(mara.console.app, subject="Second", claims=[ClaimOf(order_number="MG30000")])
    mara.log_in("mara", PASSWORD)
    mara.page.keyboard.press("/")
    mara.page.keyboard.type("mg204", delay=20)
    expect(mara.page.get_by_role("link", name="Second")).to_have_count(0)
    expect(mara.page.get_by_role("link", name="First")).to_be_visible()
    expect(mara.page.locator("#total")).to_have_text("1 ticket matches")
    assert "q=mg204" in mara.page.url
    assert mara.faults == []


def test_a_refused_reply_tells_why_and_keeps_the_words(mara: Desk):
    ticket = a_ticket(mara.console.app)
    mara.log_in("mara", PASSWORD)
    mara.page.goto(f"{mara.home}/tickets/{ticket}")
    other = mara.context.new_page()
    other.goto(f"{mara.home}/tickets/{ticket}")
    other.get_by_label("Text").fill("Saved in the other window")
    other.get_by_role("button", name="Save to Drafts").click()
    expect(other.get_by_role("status")).to_contain_text("Saved")
    mara.page.get_by_label("Text").fill("My long letter")
    mara.page.get_by_role("button", name="Save to Drafts").click()
    expect(mara.page.locator("#refused")).to_contain_text("the draft changed after you read it")
    expect(mara.page.get_by_label("Text")).to_have_value("My long letter")
    expect(mara.page.get_by_text("Saved in the other window")).to_be_visible()


def test_a_hostile_mail_runs_nothing_and_loads_nothing(mara: Desk):
    ticket = a_ticket(mara.console.app, html=HOSTILE, subject="<script>top.hacked=1</script>", text=HOSTILE)
    mara.log_in("mara", PASSWORD)
    mara.page.goto(f"{mara.home}/tickets/{ticket}")
    mara.page.get_by_text("As the customer formatted it").click()
    frame = mara.page.frame_locator("iframe.mail")
    expect(frame.get_by_text("Hello from the mail")).to_be_visible()
    frame.get_by_text("click me").click(force=True)
    mara.page.wait_for_timeout(300)
    assert mara.page.evaluate("window.hacked") is None
    assert [address for address in mara.asked if not address.startswith(mara.home)] == []
    assert mara.faults == []


def test_everything_works_without_scripts(mara: Desk):
    a_ticket(mara.console.app, subject="Plain")
    plain = mara.context.browser.new_context(java_script_enabled=False)
    mara.context.close()
    mara.context, mara.page = plain, plain.new_page()
    mara.log_in("mara", PASSWORD)
    page = mara.page
    page.get_by_role("link", name="Plain").click()
    page.get_by_role("combobox", name="Label").select_option("missing")
    page.get_by_label("Text").fill("Without scripts")
    page.get_by_role("button", name="Approve and send").click()
    page.get_by_role("button", name="Back to editing").click()
    expect(page.get_by_label("Text")).to_have_value("Without scripts")
    page.get_by_role("button", name="Approve and send").click()
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("status")).to_contain_text("The reply is being sent")


def test_a_small_phone_needs_no_sideways_scrolling(mara: Desk):
    ticket = a_ticket(mara.console.app, subject="W" * 200, text="x" * 500)
    mara.log_in("mara", PASSWORD)
    mara.page.set_viewport_size({"width": 360, "height": 700})
    for path in ("/", f"/tickets/{ticket}", "/health"):
        mara.page.goto(mara.home + path)
        assert mara.page.evaluate("document.documentElement.scrollWidth") <= 360, path
    assert mara.faults == []


@pytest.mark.parametrize("width", [1600, 1280, 1000, 768, 360])
def test_nothing_in_the_queue_runs_into_its_neighbour(mara: Desk, width: int):
    for hours in (1, 47.5, 57.6, 71.99, 400):
        a_ticket(mara.console.app, subject="W" * 90, received_at=NOON - timedelta(hours=hours), abstained=True)
    mara.log_in("mara", PASSWORD)
    mara.page.set_viewport_size({"width": width, "height": 800})
    spilling = "[...document.querySelectorAll('.ticket > *')].filter(one => one.scrollWidth > one.clientWidth + 1)"
    assert mara.page.evaluate(f"{spilling}.map(one => one.outerHTML)") == []


def test_every_field_has_a_name_that_is_read_aloud(mara: Desk):
    ticket = a_ticket(mara.console.app)
    mara.page.goto(f"{mara.home}/login")
    nameless = "[...document.querySelectorAll('input:not([type=hidden]),select,textarea:not([hidden])')]"
    nameless += ".filter(one => !one.labels.length).map(one => one.outerHTML)"
    assert mara.page.evaluate(nameless) == []
    mara.log_in("mara", PASSWORD)
    for path in ("/", f"/tickets/{ticket}"):
        mara.page.goto(mara.home + path)
        assert mara.page.evaluate(nameless) == [], path
