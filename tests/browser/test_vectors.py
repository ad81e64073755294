"""More than 1,500 hostile mails in a real browser: no script runs, and nothing is asked of the network."""

import random

import pytest

from tests.browser.conftest import Desk
from tests.browser.vectors import RUN, TRAP, vectors
from tests.builders import a_ticket
from tests.faults.conftest import FULL, SEED
from triage.usecases.accounts import add_user

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"
TOGETHER = 5
"""Vectors a mail where not all are tried; under `make faults` each has a mail of its own."""


@pytest.mark.timeout(1200)
def test_no_vector_runs_anything_or_asks_for_anything(desk: Desk):
    every = list(vectors())
    assert len(every) > 1_500
    random.Random(SEED).shuffle(every)
    chosen = every if FULL else every[:60]
    add_user(desk.console.app, name="mara", role="agent", password=PASSWORD)
    desk.log_in("mara", PASSWORD)
    size = 1 if FULL else TOGETHER
    for start in range(0, len(chosen), size):
        part = chosen[start : start + size]
        _look_at(desk, "".join(part), part[0])
    assert [address for address in desk.asked if not address.startswith(desk.home)] == []


def _look_at(desk: Desk, html: str, words: str) -> None:
    ticket = a_ticket(desk.console.app, html=html, subject=words, text=words, name=words, draft=words, full_text=html)
    desk.page.goto(f"{desk.home}/tickets/{ticket}")
    mail = desk.context.new_page()
    desk.listen(mail)
    mail.goto(f"{desk.home}/tickets/{ticket}/mails/{_newest_row(desk)}/html")
    for page in (desk.page, mail):
        assert page.evaluate("window.hacked") is None, html
        assert page.evaluate("document.querySelectorAll('script:not([src^=\"/static/\"])').length") == 0, html
    mail.close()
    trapped = [address for address in desk.asked if TRAP.removeprefix("http:") in address]
    assert trapped == [], html


def _newest_row(desk: Desk) -> int:
    return int(desk.console.shop.rows("messages")[-1]["id"])


def test_a_script_that_did_run_would_be_noticed(desk: Desk):
    desk.page.set_content(f"<script>{RUN}</script><img src='{TRAP}/i.gif'>")
    desk.page.wait_for_timeout(100)
    assert desk.page.evaluate("window.hacked") == 1
    assert f"{TRAP}/i.gif" in desk.asked
