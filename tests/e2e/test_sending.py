"""Approved replies on the wire: whatever breaks, each is taken at most once, and the console tells the truth."""

import email
import email.policy
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from email.message import EmailMessage
from itertools import count

import httpx2
import pytest
from starlette.testclient import TestClient

from tests.e2e.agents import Agent, a_session, lines
from tests.e2e.conftest import Shop, ended_with, eventually
from tests.e2e.letters import a_letter
from tests.servers.dovecot import Dovecot, free_port
from tests.servers.smtp_sink import SmtpSink
from triage import worker
from triage.app import App
from triage.store import review
from triage.store.engine import reading
from triage.web.site import make_site

NUMBERS = count(1)
SHORTLY = 2.0
"""Minutes after which a first failed try is made up for."""


@dataclass
class Office:
    """A shop with a way out, whose worker takes a round when told, and an agent at its console."""

    shop: Shop
    app: App
    agent: Agent
    sink: SmtpSink
    ahead: float = 0.0

    def round(self, *, minutes: float = 0.0) -> None:
        """What the worker does when something is due, some minutes after its last round: its clock never goes back."""
        self.ahead += minutes
        app = replace(self.app, now=lambda: self.app.now() + timedelta(minutes=self.ahead))
        assert worker.run(app, once=True) == 0

    def a_mail(self) -> tuple[EmailMessage, str]:
        """A customer's mail with its draft, and its ticket."""
        number = next(NUMBERS)
        mail = a_letter(
            sender=f"Lou {number} <lou{number}@customer.example>",
            subject=f"Nothing has come {number}",
            text=f"Order {30000 + number} should have been here last week and nothing has arrived. Where is it?",
        )
        self.shop.deliver(mail)
        self.round()
        with reading(self.app.engine) as conn:
            (row,) = review.queue(conn, review.Ask(view="all", query=str(mail["Subject"])))
        assert row.draft_state == "filed"
        return mail, row.public_id

    def approved(self) -> tuple[EmailMessage, str]:
        """A mail whose draft an agent approved; nothing has been sent yet."""
        mail, ticket = self.a_mail()
        assert self.agent.approve(ticket).status_code == 303
        return mail, ticket

    def taken(self, mail: EmailMessage) -> int:
        """How often the mail server took an answer to it."""
        parsed = [email.message_from_bytes(one.content, policy=email.policy.default) for one in self.sink.delivered]
        return sum(one["In-Reply-To"] == mail["Message-ID"] for one in parsed)

    def state(self, ticket: str) -> tuple[str, str]:
        """Status of the ticket and state of its last sending."""
        with reading(self.app.engine) as conn:
            row = review.ticket(conn, ticket)
            assert row is not None
            (last,) = review.outgoing_of(conn, row.id)[-1:]
        return row.status, last.state

    def page(self, ticket: str) -> str:
        """What the agent reads."""
        return self.agent.page(f"/tickets/{ticket}")

    def check_sent(self, mail: EmailMessage, ticket: str) -> None:
        """Sent once, known to be, and laid in order in the mailbox."""
        assert self.taken(mail) == 1
        assert self.state(ticket) == ("answered", "DONE")
        assert len(self.shop.answers_in("Sent", mail)) == 1
        assert self.shop.answers_in("Drafts", mail) == []
        assert "Sent to" in self.page(ticket)


@pytest.fixture(scope="module")
def server(_smtp_server: SmtpSink) -> SmtpSink:
    """The mail server of the module."""
    return _smtp_server


@pytest.fixture(scope="module")
def whole_office(dovecot: Dovecot, server: SmtpSink, module_home) -> Iterator[Office]:
    """One shop for all tests that need no process of their own; every test brings a customer of its own."""
    with opened(
        Shop(server=dovecot, user=dovecot.add_user(), home=module_home, smtp=server.settings), server
    ) as office:
        yield office


@pytest.fixture
def office(whole_office: Office, smtp_sink: SmtpSink) -> Office:
    """The same with a mail server in good health that took nothing yet."""
    assert whole_office.sink is smtp_sink
    return whole_office


@pytest.fixture
def fresh(shop: Shop, smtp_sink: SmtpSink) -> Iterator[Office]:
    """A shop of the test's own, for processes that die."""
    with opened(replace(shop, smtp=smtp_sink.settings), smtp_sink) as office:
        yield office


class opened(ExitStack):  # noqa: N801  # reads as the function that it stands in for
    """The App of a shop in this process with its console."""

    def __init__(self, shop: Shop, sink: SmtpSink) -> None:
        super().__init__()
        self._shop, self._sink = shop, sink

    def __enter__(self) -> Office:
        app = self._shop.app()
        self.callback(app.engine.dispose)
        client = self.enter_context(
            TestClient(make_site(app), base_url="http://console.example", follow_redirects=False)
        )
        return Office(shop=self._shop, app=app, agent=a_session(app, client), sink=self._sink)


PASSING = [
    ("ehlo", "drop"), ("mail", "451 4.3.0 busy"), ("mail", "drop"), ("rcpt", "450 4.2.1 later"), ("rcpt", "drop"),
    ("data", "421 4.3.2 going down"), ("data", "drop"), ("dot", "452 4.3.1 disk full"),
]  # fmt: skip


@pytest.mark.parametrize(("phase", "reply"), PASSING)
def test_a_fault_before_the_server_has_the_mail_is_made_up_for_once(office: Office, phase: str, reply: str):
    mail, ticket = office.approved()
    office.sink.replies[phase] = reply
    office.round()
    assert office.taken(mail) == 0
    assert office.state(ticket) == ("waiting", "READY")
    assert "Approved, waiting to be sent" in office.page(ticket)
    office.sink.replies.clear()
    office.round(minutes=SHORTLY)
    office.round(minutes=2 * SHORTLY)
    office.check_sent(mail, ticket)


@pytest.mark.parametrize(
    ("phase", "reply"), [("mail", "553 5.1.8 no"), ("rcpt", "550 5.1.1 no such user"), ("dot", "554 5.7.1 no")]
)
def test_a_refusal_is_told_with_its_evidence_and_the_reply_can_be_approved_again(
    office: Office, phase: str, reply: str
):
    mail, ticket = office.approved()
    office.sink.replies[phase] = reply
    office.round()
    assert office.taken(mail) == 0
    assert office.state(ticket)[1] == "FAILED"
    page = office.page(ticket)
    assert "Could not be sent" in page
    assert f"Phase {phase} The server said {reply[:3]}" in page
    office.sink.replies.clear()
    office.round(minutes=SHORTLY)
    assert office.taken(mail) == 0
    assert office.agent.approve(ticket).status_code == 303
    office.round(minutes=SHORTLY)
    office.check_sent(mail, ticket)


@pytest.mark.parametrize(("reply", "reached"), [("drop", 1), ("drop-before", 0)])
def test_a_silence_after_the_last_line_is_a_doubt_that_only_a_person_ends(office: Office, reply: str, reached: int):
    mail, ticket = office.approved()
    office.sink.replies["dot"] = reply
    office.round()
    office.sink.replies.clear()
    for minutes in (SHORTLY, 60, 3000):
        office.round(minutes=minutes)
    assert office.taken(mail) == reached
    assert office.state(ticket)[1] == "UNKNOWN"
    page = office.page(ticket)
    assert "Unknown whether it was delivered. The connection broke at the very end" in page
    assert "Because the server did not answer after the last line Phase dot" in page
    assert "Unknown whether it was delivered" in office.agent.page("/?view=person")
    assert office.agent.say_fate(ticket, delivered=bool(reached)).status_code == 303
    office.round(minutes=SHORTLY)
    assert office.taken(mail) == 1
    assert office.state(ticket) == ("answered", "DONE")


@pytest.mark.row(32)
def test_a_doubt_ends_by_itself_when_the_provider_files_the_reply_in_sent(office: Office):
    mail, ticket = office.approved()
    office.sink.replies["dot"] = "drop"
    office.round()
    office.sink.replies.clear()
    assert office.state(ticket)[1] == "UNKNOWN"
    assert "Looked for in Sent the id" in office.page(ticket)
    with office.shop.box() as box:
        box.append("Sent", office.sink.delivered[-1].content, flags=[b"\\Seen"])
    office.round(minutes=SHORTLY)
    assert office.state(ticket) == ("answered", "DONE")
    office.round(minutes=2 * SHORTLY)
    assert office.taken(mail) == 1
    assert len(office.shop.answers_in("Sent", mail)) == 1
    assert "It is not sent again by itself" not in office.page(ticket)


def test_while_the_mail_server_is_down_replies_wait_and_leave_once_when_it_is_back(office: Office):
    mail, ticket = office.approved()
    office.sink.stop()
    try:
        office.round()
        office.round(minutes=SHORTLY)
        assert office.state(ticket) == ("waiting", "READY")
    finally:
        office.sink.start()
    office.round(minutes=10)
    office.round(minutes=20)
    office.check_sent(mail, ticket)


def killed_at(office: Office, place: str) -> None:
    """The worker as a process that dies there."""
    with ended_with() as ended:
        process = ended(office.shop.start("worker", "--once", crash=place))
        assert process.wait(90) == -9, office.shop.said("worker")


@pytest.mark.row(32)
@pytest.mark.parametrize("place", ["K12", "K13", "K16"])
def test_a_worker_killed_where_nothing_is_in_doubt_goes_on_by_itself(fresh: Office, place: str):
    mail, ticket = fresh.approved()
    killed_at(fresh, place)
    assert fresh.taken(mail) == (1 if place == "K16" else 0)
    fresh.round()
    fresh.round(minutes=SHORTLY)
    fresh.check_sent(mail, ticket)


@pytest.mark.parametrize(("place", "reached"), [("K14", 0), ("K15", 1)])
def test_a_worker_killed_around_the_last_line_leaves_a_doubt_and_never_sends_again(
    fresh: Office, place: str, reached: int
):
    mail, ticket = fresh.approved()
    killed_at(fresh, place)
    assert fresh.taken(mail) == reached
    fresh.round()
    fresh.round(minutes=SHORTLY)
    assert fresh.taken(mail) == reached
    assert fresh.state(ticket)[1] == "UNKNOWN"
    page = fresh.page(ticket)
    assert "Unknown whether it was delivered" in page
    assert "Because the connection ended after the last line, before the server answered" in page
    listed = next(line for line in lines(fresh.shop.command("tickets", "--json")) if line["id"] == ticket)
    assert listed["status"] == "waiting"


def test_a_console_killed_after_the_click_has_the_click_and_the_same_form_sends_nothing_more(fresh: Office):
    mail, ticket = fresh.a_mail()
    with ended_with() as ended:
        port = free_port()
        process = ended(fresh.shop.start("console", "--port", str(port), crash="K11"))
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            assert eventually(lambda: _answers(client), seconds=90, every=0.3), fresh.shop.said("console")
            agent = a_session(fresh.app, client)
            form = agent.form(ticket)
            with pytest.raises(httpx2.TransportError):
                agent.send(ticket, form)
        assert process.wait(30) == -9
    again = fresh.agent.send(ticket, form)
    assert (again.status_code, again.headers["location"]) == (303, f"/tickets/{ticket}?done=sending")
    fresh.round()
    assert fresh.agent.send(ticket, form).status_code == 303
    fresh.round(minutes=SHORTLY)
    fresh.check_sent(mail, ticket)


def _answers(client: httpx2.Client) -> bool:
    try:
        return client.get("/healthz").status_code == 200
    except httpx2.TransportError:
        return False
