"""One line of log a mail, and never a word of a customer in it."""

import io
import json
import sys

from tests.fakes.shop import a_mail, a_shop
from triage import logs
from triage.usecases.ingest import poll


def test_each_mail_is_one_line_of_ids_and_counts_without_a_word_of_its_own(engine, tmp_path, monkeypatch):
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    logs.configure(json_lines=True)
    shop = a_shop(engine, tmp_path)
    canaries = {
        "subject": "CANARYSUBJECT damaged",
        "text": "It came broken, CANARYTEXT.",
        "sender": "Canary Name <canary@mail.example>",
    }
    for number in (1, 2, 3):
        shop.server.deliver(a_mail(number, **canaries))
    poll(shop.app, shop.account, shop.mailbox)
    lines = [json.loads(line) for line in screen.getvalue().splitlines()]
    mails = [line for line in lines if line["event"] == "mail"]
    assert len(mails) == 3
    assert len({line["ticket"] for line in mails}) == 3
    assert "canary" not in screen.getvalue().casefold()
