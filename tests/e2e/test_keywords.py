"""An agent corrects a label in the mail program, on real Dovecot: the row is kept and the draft follows."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.e2e.agents import a_session
from tests.e2e.conftest import Shop
from tests.e2e.test_elsewhere import Office
from tests.servers.dovecot import Dovecot
from tests.servers.smtp_sink import SmtpSink
from triage.store import confirmed
from triage.store.confirmed import Confirmed
from triage.store.engine import reading
from triage.web.site import make_site


@pytest.fixture
def office(dovecot: Dovecot, smtp_sink: SmtpSink, shop: Shop) -> Iterator[Office]:
    shop.smtp = smtp_sink.settings
    app = shop.app()
    mailbox = app.connect(app.settings.accounts[0])
    with TestClient(make_site(app), base_url="http://console.example", follow_redirects=False) as client:
        yield Office(shop=shop, app=app, mailbox=mailbox, agent=a_session(app, client), sink=smtp_sink)
    mailbox.close()
    app.engine.dispose()


def rows(office: Office) -> list[Confirmed]:
    with reading(office.app.engine) as conn:
        return confirmed.everything(conn)


def test_a_keyword_moved_in_the_mail_program_corrects_the_label(office: Office):
    mail, ticket = office.a_mail()
    office.round()
    assert rows(office) == []
    with office.shop.box() as box:
        box.select_folder("INBOX")
        (uid,) = box.search(["HEADER", "Message-ID", str(mail["Message-ID"])])
        flags = {flag.decode() for flag in box.get_flags([uid])[uid]}
        ours = sorted(flag for flag in flags if flag.startswith("triage_"))
        assert "$Triaged" in flags
        assert ours
        assert "triage_cancellation" not in ours
        box.remove_flags([uid], ours)
        box.add_flags([uid], ["triage_cancellation"])
    office.round()
    (row,) = rows(office)
    assert (row.labels, row.how, row.who) == (["cancellation"], "keyword", "mail program")
    assert {f"triage_{one['label']}" for one in row.guess} == set(ours)
    assert office.ticket(ticket).primary_label == "cancellation"
    assert len(office.shop.answers_in("Drafts", mail)) == 1
    office.round()
    assert rows(office) == [row]


def test_a_reply_approved_in_the_console_and_sent_confirms_its_label(office: Office):
    _, ticket = office.a_mail()
    assert office.agent.relabel(ticket, "size_question").status_code == 303
    assert office.agent.approve(ticket).status_code == 303
    office.round()
    (row,) = rows(office)
    assert (row.labels, row.how, row.who) == (["size_question"], "console", "mara")
