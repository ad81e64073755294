"""The health page tells when the inbox was compared, and when a backup was made."""

from tests.fakes.shop import NOON
from tests.web.console import Console, words_of
from triage.store import jobs
from triage.store.engine import writing


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
