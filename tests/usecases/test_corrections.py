"""Keywords that agents set and unset in their mail program are their word on the label."""

import logging

import pytest

from tests.fakes.shop import Shop, a_mail
from triage.records import Label
from triage.usecases.corrections import watch_keywords
from triage.usecases.effects import drain
from triage.usecases.ingest import poll
from triage.usecases.rejudge import relabel


@pytest.fixture(autouse=True)
def _logged(caplog: pytest.LogCaptureFixture) -> None:
    """Every line is made, as where the worker runs: one that cannot be made is a fault."""
    caplog.set_level(logging.INFO)


@pytest.fixture
def flags(shop: Shop) -> set[str]:
    """The flags of a mail that was triaged as damaged, to be changed as an agent would."""
    shop.server.deliver(a_mail(1), shop.clock[0])
    poll(shop.app, shop.account, shop.mailbox)
    drain(shop.app, shop.account, shop.mailbox)
    mail = shop.server.folders["INBOX"].mails[1]
    assert mail.flags == {"$Triaged", "triage_damaged"}
    return mail.flags


def look(shop: Shop) -> int:
    return watch_keywords(shop.app, shop.account, shop.mailbox)


def test_keywords_as_we_set_them_say_nothing(shop: Shop, flags: set[str]):
    assert look(shop) == 0
    assert shop.rows("confirmed") == []


def test_a_moved_keyword_is_a_row_and_the_ticket_follows(shop: Shop, flags: set[str]):
    flags -= {"triage_damaged"}
    assert look(shop) == 0
    flags |= {"Triage_Missing"}
    assert look(shop) == 1
    assert look(shop) == 0
    (row,) = shop.rows("confirmed")
    assert (row["labels"], row["who"], row["how"]) == (["missing"], "mail program", "keyword")
    assert row["guess"][0]["label"] == "damaged"
    assert shop.rows("tickets")[0]["primary_label"] == "missing"
    assert "missing" in shop.rows("drafts")[-1]["text"]


def test_a_second_keyword_adds_a_label_and_taking_it_off_takes_it_back(shop: Shop, flags: set[str]):
    flags |= {"triage_missing"}
    assert look(shop) == 1
    assert shop.rows("confirmed")[0]["labels"] == ["damaged", "missing"]
    flags -= {"triage_missing"}
    assert look(shop) == 1
    assert shop.rows("confirmed")[0]["labels"] == ["damaged"]


def test_the_old_keyword_does_not_undo_what_the_console_said(shop: Shop, flags: set[str]):
    relabel(shop.app, shop.rows("tickets")[0]["public_id"], 0, Label.OTHER, "mia")
    assert look(shop) == 0
    assert shop.rows("confirmed")[0]["labels"] == ["other"]


def test_keywords_of_the_agents_own_are_not_ours(shop: Shop, flags: set[str]):
    flags |= {"$Label1", "triage_nonsense", "\\Flagged"}
    assert look(shop) == 0


def test_a_mail_that_lost_all_our_keywords_says_nothing(shop: Shop, flags: set[str]):
    flags.clear()
    flags.add("triage_missing")
    assert look(shop) == 0


def test_a_folder_that_keeps_no_keywords_or_was_numbered_anew_says_nothing(shop: Shop, flags: set[str]):
    flags |= {"triage_missing"}
    shop.server.keywords = False
    assert look(shop) == 0
    shop.server.keywords = True
    shop.server.reset_uidvalidity("INBOX")
    assert look(shop) == 0
