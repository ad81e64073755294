"""A console to look at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.served import served
from tests.web.console import Console, a_console
from triage.store.engine import open_engine
from triage.store.migrate import upgrade


@dataclass
class Desk:
    """An agent's browser at a console. faults: what the browser complained of; asked: addresses it wanted."""

    console: Console
    home: str
    context: BrowserContext
    page: Page
    faults: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Note complaints and requests of a page."""
        page.on("console", lambda message: self.faults.append(message.text) if message.type != "log" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def log_in(self, name: str, password: str) -> None:
        """Come in by the front door."""
        self.page.goto(self.home)
        self.page.get_by_label("Name").fill(name)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Log in").click()
        self.page.wait_for_selector("#queue")


@pytest.fixture
def desk(chromium: Browser, tmp_path: Path) -> Iterator[Desk]:
    """A browser at a console whose approved replies are sent."""
    engine = open_engine(f"sqlite:///{tmp_path}/browser.db")
    upgrade(engine)
    console = a_console(engine, tmp_path, sender=lambda _: object())
    context = chromium.new_context(viewport={"width": 1280, "height": 860})
    with served(console.app) as home:
        desk = Desk(console=console, home=home, context=context, page=context.new_page())
        desk.listen(desk.page)
        yield desk
        context.close()
    engine.dispose()
