"""Agents who work in their own mail program: what they send stops the clock, what they change is theirs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from email.message import EmailMessage
from itertools import count

import pytest
from starlette.testclient import TestClient

from tests.e2e.agents import Agent, a_session, refusal
from tests.e2e.conftest import Shop
from tests.e2e.letters import a_letter, octets
from tests.servers.dovecot import Dovecot
from tests.servers.smtp_sink import SmtpSink
from triage import worker
from triage.app import App
from triage.mail.mailbox import Mailbox
from triage.store import review
from triage.store.engine import reading
from triage.store.tickets import Ticket
from triage.web.site import make_site

SUPPORT = "MILA MVMT <support@shop.example>"
NUMBERS = count(1)


@dataclass
class Office:
    """A shop whose worker takes a round when told, and an agent at its console."""

    shop: Shop
    app: App
    mailbox: Mailbox
    agent: Agent
    sink: SmtpSink
    ahead: timedelta = timedelta(0)

    def round(self, *, minutes: float = 0.0) -> None:
        """What the worker does when something is due, some minutes later; its clock never steps back."""
        self.ahead += timedelta(minutes=minutes)
        app = replace(self.app, now=lambda: self.app.now() + self.ahead)
        worker.look_and_act(app, app.settings.accounts[0], self.mailbox)

    def a_mail(self, subject: str = "Where is my parcel") -> tuple[EmailMessage, str]:
        """A customer's mail two hours ago, with its draft in Drafts; and its ticket."""
        number = next(NUMBERS)
        mail = a_letter(
            sender=f"Kim {number} <kim{number}@customer.example>",
            subject=f"{subject} {number}",
            text=f"Order {20000 + number} should have been here last week and nothing has arrived. Where is it?",
            hours_ago=2,
        )
        self.shop.deliver(mail, hours_ago=2)
        self.round()
        assert len(self.shop.answers_in("Drafts", mail)) == 1
        with reading(self.app.engine) as conn:
            (row,) = review.queue(conn, review.Ask(view="all", query=str(mail["Subject"])))
        return mail, row.public_id

    def ticket(self, public_id: str) -> Ticket:
        """The ticket as it stands."""
        with reading(self.app.engine) as conn:
            found = review.ticket(conn, public_id)
        assert found is not None
        return found

    def take_out_of_drafts(self, mail: EmailMessage) -> EmailMessage:
        """Do what a mail program does when a draft is opened and sent: the draft goes, its words are in hand."""
        (uid,) = [uid for uid, one in self.shop.mails("Drafts").items() if one["In-Reply-To"] == mail["Message-ID"]]
        draft = self.shop.mails("Drafts")[uid]
        with self.shop.box() as box:
            box.select_folder("Drafts")
            box.delete_messages([uid])
            box.uid_expunge([uid])
        return draft


@pytest.fixture(scope="module")
def office(dovecot: Dovecot, _smtp_server: SmtpSink, module_home) -> Iterator[Office]:
    """One shop for all of these tests; every test brings a customer of its own."""
    _smtp_server.reset()
    shop = Shop(server=dovecot, user=dovecot.add_user(), home=module_home, smtp=_smtp_server.settings)
    app = shop.app()
    mailbox = app.connect(app.settings.accounts[0])
    with TestClient(make_site(app), base_url="http://console.example", follow_redirects=False) as client:
        yield Office(shop=shop, app=app, mailbox=mailbox, agent=a_session(app, client), sink=_smtp_server)
    mailbox.close()
    app.engine.dispose()


def an_answer(mail: EmailMessage, **more: str) -> EmailMessage:
    """An agent's own mail to the customer, not yet threaded."""
    return a_letter(sender=SUPPORT, to=str(mail["From"]), text="We are sorry and look into it.", **more)


def check_answered(office: Office, mail: EmailMessage, public_id: str) -> None:
    """The clock stands, no draft is left, and nobody can answer a second time."""
    ticket = office.ticket(public_id)
    assert ticket.status == "answered"
    assert ticket.answered_at is not None
    assert office.shop.answers_in("Drafts", mail) == []
    page = office.agent.page(f"/tickets/{public_id}")
    assert "Reply sent mail program" in page
    assert "Approve and send" not in page
    before = len(office.sink.delivered)
    office.round()
    assert len(office.sink.delivered) == before


@pytest.mark.row(30)
def test_a_draft_sent_from_the_mail_program_stops_the_clock_and_cannot_be_approved_any_more(office: Office):
    mail, ticket = office.a_mail()
    form = office.agent.form(ticket)
    draft = office.take_out_of_drafts(mail)
    office.shop.deliver(draft, folder="Sent")
    office.round()
    check_answered(office, mail, ticket)
    refused = office.agent.send(ticket, form)
    assert refused.status_code == 409
    assert "this ticket is answered or closed already. Look at what was answered." in refusal(refused)


@pytest.mark.row(30)
def test_an_own_reply_stops_the_clock_and_takes_the_draft_back(office: Office):
    mail, ticket = office.a_mail()
    form = office.agent.form(ticket)
    answer = an_answer(mail, subject=f"Re: {mail['Subject']}", answers=str(mail["Message-ID"]))
    office.shop.deliver(answer, folder="Sent")
    office.round()
    check_answered(office, mail, ticket)
    assert office.agent.send(ticket, form).status_code == 409
    assert "We are sorry and look into it." in office.agent.page(f"/tickets/{ticket}")


@pytest.mark.row(30)
def test_a_reply_from_a_phone_without_references_is_known_by_customer_and_subject(office: Office):
    mail, ticket = office.a_mail("Broken zip")
    other, untouched = office.a_mail("Another matter")
    form = office.agent.form(ticket)
    office.shop.deliver(an_answer(mail, subject=f"Re: {mail['Subject']}"), folder="Sent")
    office.round()
    check_answered(office, mail, ticket)
    assert office.agent.send(ticket, form).status_code == 409
    assert office.ticket(untouched).status == "open"
    assert len(office.shop.answers_in("Drafts", other)) == 1


@pytest.mark.row(30)
def test_an_approved_reply_that_still_waits_is_not_sent_after_an_answer_from_elsewhere(office: Office):
    mail, ticket = office.a_mail()
    office.sink.reset()
    office.sink.replies["mail"] = "451 4.3.0 try again later"
    assert office.agent.approve(ticket).status_code == 303
    office.round()
    office.sink.replies.clear()
    office.shop.deliver(an_answer(mail, subject="Your parcel", answers=str(mail["Message-ID"])), folder="Sent")
    office.round(minutes=2)
    assert office.sink.delivered == []
    check_answered(office, mail, ticket)


def edited(draft: EmailMessage, *, name: str | None) -> bytes:
    """The draft as a mail program keeps it after an agent worked on it. name: a Message-ID of the program's own."""
    if name is not None:
        del draft["Message-ID"]
        draft["Message-ID"] = name
    return octets(draft).replace(b"\r\n\r\n", b"\r\n\r\nWords of the agent, half finished\r\n", 1)


def put_back(office: Office, changed: bytes) -> None:
    with office.shop.box() as box:
        box.append("Drafts", changed, flags=[rb"\Draft"])


def lies_in_drafts(office: Office, changed: bytes) -> bool:
    """Whether exactly these octets are there."""
    with office.shop.box() as box:
        box.select_folder("Drafts", readonly=True)
        found = box.fetch(box.search("ALL"), ["BODY.PEEK[]"])
        return [data[b"BODY[]"] for data in found.values()].count(changed) == 1


NAMES = pytest.mark.parametrize("name", [None, "<own-id@mail-program.example>"], ids=["same id", "new id"])


@NAMES
def test_a_draft_edited_in_the_mail_program_is_never_touched_when_the_customer_writes_again(office: Office, name):
    mail, ticket = office.a_mail()
    changed = edited(office.take_out_of_drafts(mail), name=name)
    put_back(office, changed)
    office.round()
    again = a_letter(
        sender=str(mail["From"]),
        subject=f"Re: {mail['Subject']}",
        text="Any news on my order? It still has not arrived.",
        answers=str(mail["Message-ID"]),
    )
    office.shop.deliver(again)
    office.round()
    office.round()
    assert lies_in_drafts(office, changed)
    assert office.ticket(ticket).status == "open"


@NAMES
def test_a_draft_edited_in_the_mail_program_is_never_touched_when_the_label_changes(office: Office, name):
    mail, ticket = office.a_mail()
    changed = edited(office.take_out_of_drafts(mail), name=name)
    put_back(office, changed)
    office.round()
    assert office.agent.relabel(ticket, "size_question").status_code == 303
    office.round()
    office.round()
    assert lies_in_drafts(office, changed)


@NAMES
def test_a_draft_that_a_colleague_edits_in_the_mail_program_cannot_be_approved_in_the_console(office: Office, name):
    mail, ticket = office.a_mail()
    form = office.agent.form(ticket)
    changed = edited(office.take_out_of_drafts(mail), name=name)
    put_back(office, changed)
    office.round()
    refused = office.agent.send(ticket, form)
    assert refused.status_code == 409
    assert "this draft was changed in the mail program. Send it from there" in refusal(refused)
    assert "Someone changed this draft in the mail program" in office.agent.page(f"/tickets/{ticket}")
    assert office.agent.save(ticket, office.agent.form(ticket) | {"text": "Own words instead"}).status_code == 303
    assert office.agent.approve(ticket).status_code == 303
    office.sink.reset()
    office.round()
    assert len(office.sink.delivered) == 1
    assert lies_in_drafts(office, changed)


def test_a_draft_that_only_moved_or_was_deleted_can_still_be_approved(office: Office):
    for moves in (True, False):
        mail, ticket = office.a_mail()
        with office.shop.box() as box:
            box.select_folder("Drafts")
            (uid,) = box.search(["HEADER", "IN-REPLY-TO", str(mail["Message-ID"])])
            if moves:
                box.copy([uid], "Drafts")
            box.delete_messages([uid])
            box.uid_expunge([uid])
        office.round()
        office.sink.reset()
        assert office.agent.approve(ticket).status_code == 303
        office.round()
        assert len(office.sink.delivered) == 1
        assert office.shop.answers_in("Drafts", mail) == []
