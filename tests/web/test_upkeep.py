"""What the console says of upkeep: the last comparison and backup, and tickets of which only numbers are left."""

from tests.fakes.shop import NOON, a_mail
from tests.web.console import Console, words_of
from triage.store import jobs
from triage.store.engine import writing
from triage.usecases.erase import erase
from triage.usecases.ingest import poll


def test_a_shop_without_a_backup_is_told_so(console: Console):
    words = words_of(console.become("agent").get("/health").text)
    assert "No backup was made so far" in words
    assert "was not compared with our list yet" in words


def test_the_last_comparison_and_backup_are_told_with_their_alarms(console: Console):
    found = {"on_server": 812, "alarm": "3 mails had been missed; they were taken in now", "drafts_gone": 2}
    with writing(console.app.engine) as conn:
        jobs.note(conn, "reconcile", "2026-03-01", {"main": found}, NOON)
        jobs.note(conn, "backup", "backup-1", {"files": 4711}, NOON)
        jobs.note(conn, "retention", "2026-03-01", {"mails": 5, "tickets": 6}, NOON)
    words = words_of(console.become("agent").get("/health").text)
    for part in (
        "main: 812 mails on the server",
        "3 mails had been missed",
        "2 of our replies",
        "4711 files",
        "6 tickets",
    ):
        assert part in words


def test_the_page_of_an_erased_ticket_shows_numbers_only_and_every_link_to_it_leads_there(console: Console):
    shop = console.shop
    shop.server.deliver(a_mail(1, subject="canary damaged", sender="Canary <canary@mail.example>"), NOON)
    poll(shop.app, shop.account, shop.mailbox)
    (ticket,) = shop.rows("tickets")
    name = ticket["public_id"]
    shop.later(hours=60)
    erase(shop.app, "canary@mail.example")
    page = console.become("manager").get(f"/tickets/{name}")
    words = words_of(page.text)
    assert page.status_code == 200
    assert "canary" not in page.text.casefold()
    assert "only the numbers that reports count are left" in words
    assert "The customer's data was erased" in words.replace("&#39;", "'")
    assert "Open again" not in words
    report = console.get(f"/reports?from={NOON.date()}&to={NOON.date()}").text
    assert f'href="/tickets/{name}"' in report
    assert "erased" in words_of(report)
    assert "0 of 1 decided waits" in words_of(report)
    for path in ("/?view=all", "/reports/download/json", "/reports/download/csv", "/reports/download/html"):
        answer = console.get(path)
        assert answer.status_code == 200
        assert "canary" not in answer.text.casefold()
    assert console.post(f"/tickets/{name}/reopen", {"version": ticket["version"] + 1}).status_code in (303, 409)
    assert [row["status"] for row in shop.rows("tickets")] == ["erased"]
