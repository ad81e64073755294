"""A shop at work for a browser to look at: a mailbox, worker and console as processes, and an agent's browser."""

import email
import email.policy
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import httpx2
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.e2e.agents import Agent, a_session, lines
from tests.e2e.conftest import Shop, ended_with, eventually
from tests.e2e.letters import a_letter
from tests.servers.dovecot import Dovecot, free_port
from tests.servers.smtp_sink import SmtpSink
from triage.app import App, build_app
from triage.store import review
from triage.store.engine import reading
from triage.usecases.accounts import add_user

PASSWORD = "correct horse battery"
PATIENCE = 30.0
expect.set_options(timeout=PATIENCE * 1000)


@dataclass
class Day:
    """A shop that is at work: a worker and a console as processes of their own."""

    shop: Shop
    app: App
    sink: SmtpSink
    home: str
    clients: ExitStack

    def ticket(self, mail: EmailMessage) -> str:
        """The ticket that a customer's mail began, once the worker has it with its draft filed."""
        found: list[str] = []

        def filed() -> bool:
            with reading(self.app.engine) as conn:
                rows = review.queue(conn, review.Ask(view="all", query=str(mail["Subject"]), page_size=500))
            found[:] = [row.public_id for row in rows if row.draft_state == "filed"]
            return len(found) == 1

        assert eventually(filed, seconds=PATIENCE), self.shop.said("worker")
        return found[0]

    def deliver(self, sender: str, subject: str, text: str, **more: object) -> tuple[EmailMessage, str]:
        """A further mail and its ticket."""
        mail = self.shop.deliver(a_letter(sender=sender, subject=subject, text=text, **more))
        return mail, self.ticket(mail)

    def accepted(self, mail: EmailMessage) -> list[EmailMessage]:
        """What the mail server took as answers to a mail."""
        taken = [email.message_from_bytes(one.content, policy=email.policy.default) for one in self.sink.delivered]
        return [one for one in taken if one["In-Reply-To"] == mail["Message-ID"]]

    def agent(self, name: str = "mara", role: str = "agent") -> Agent:
        """Somebody at the console, in a session of their own."""
        return a_session(self.app, self.visitor().client, name=name, role=role)

    def visitor(self) -> Agent:
        """Somebody who is not logged in."""
        return Agent(self.clients.enter_context(httpx2.Client(base_url=self.home, timeout=60)))

    def listed(self, ticket: str) -> dict[str, object]:
        """What `run.py tickets --json` says of a ticket."""
        return next(line for line in lines(self.shop.command("tickets", "--json")) if line["id"] == ticket)


def an_order(number: str, customer: str, **of_item: object) -> str:
    """One line of order facts: delivered five days ago. of_item: more that is known of its article."""

    def ago(days: int) -> str:
        return (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")

    item = {"title": "Flow Legging", "kind": "apparel", "size": "M", "personalized": False, "final_sale": False,
            "discount_percent": 0, "sale": False, "gift": False, **of_item}  # fmt: skip
    order = {"number": number, "status": "delivered", "placed_at": ago(12), "fulfilled_at": ago(9),
             "shipped_at": ago(9), "delivered_at": ago(5), "payment": "card", "channel": "direct", "country": "US",
             "items": [item]}  # fmt: skip
    return json.dumps({"store": "mila_mvmt", "customer_email": customer, "order": order})


@contextmanager
def a_day(
    dovecot: Dovecot, sink: SmtpSink, home: Path, mails: Mapping[int, EmailMessage], orders: Sequence[str]
) -> Iterator[Day]:
    """The mails wait (by their age in hours), the orders are known, worker and console run, an agent has an account,
    and a draft of each mail is filed."""
    sink.reset()
    shop = Shop(server=dovecot, user=dovecot.add_user(), home=home, smtp=sink.settings)
    for hours, mail in mails.items():
        shop.deliver(mail, hours_ago=hours)
    table = home / "orders.jsonl"
    table.write_text("\n".join(orders))
    shop.command("orders", "import", str(table))
    port = free_port()
    with ended_with() as ended, ExitStack() as clients:
        ended(shop.start("worker"))
        ended(shop.start("console", "--port", str(port)))
        app = build_app(shop.settings(), with_kit=False)
        add_user(app, name="mara", role="agent", password=PASSWORD)
        day = Day(shop=shop, app=app, sink=sink, home=f"http://127.0.0.1:{port}", clients=clients)
        assert eventually(lambda: len(shop.drafts()) == len(mails), seconds=90), shop.said("worker")
        assert eventually(lambda: _answers(day.home), seconds=90), shop.said("console")
        yield day
    app.engine.dispose()


def _answers(home: str) -> bool:
    try:
        return httpx2.get(f"{home}/healthz").status_code == 200
    except httpx2.TransportError:
        return False


@dataclass
class Desk:
    """An agent's browser. faults: what it complained of; asked: every address that it wanted."""

    home: str
    context: BrowserContext
    page: Page
    faults: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Note whatever goes wrong and wherever a request goes."""
        self.page.on(
            "console", lambda said: self.faults.append(said.text) if said.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.faults.append(f"dialog {dialog.message}"), dialog.dismiss()))
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("requestfailed", self.note_failure)
        self.context.on(
            "response", lambda got: self.faults.append(f"{got.status} {got.url}") if got.status >= 400 else None
        )

    def note_failure(self, request: Request) -> None:
        """A request that the browser itself dropped, because its page was left, is no fault of the console."""
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed {request.url}: {request.failure}")

    def log_in(self, name: str) -> None:
        """Come in by the front door."""
        self.page.goto(self.home)
        self.page.get_by_label("Name").fill(name)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Log in").click()
        expect(self.page.get_by_role("heading", name="Queue")).to_be_visible()

    def check_clean(self) -> None:
        """No complaint, and not one request to anywhere but the console."""
        assert self.faults == []
        assert [address for address in self.asked if not address.startswith(f"{self.home}/")] == []


@contextmanager
def a_desk(day: Day, chromium: Browser) -> Iterator[Desk]:
    """A fresh browser session of nobody yet."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE * 1000)
    made = Desk(home=day.home, context=context, page=context.new_page())
    made.listen()
    yield made
    context.close()
