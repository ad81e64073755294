"""A console in a test: the real site on SQLite, a client, and people who are logged in already."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from httpx2 import Response
from sqlalchemy import Engine
from starlette.testclient import TestClient

from tests.fakes.shop import KEY, SHOP, Shop, a_shop
from triage.app import App
from triage.loaders.settings import Account, Settings
from triage.store import sessions, users
from triage.store.engine import writing
from triage.usecases.sessions import digest
from triage.web.site import make_site

ROOT = Path(__file__).resolve().parents[2]
HOME = "http://console.example"


@dataclass
class Console:
    """A console with its shop. `client` follows no redirects and is nobody until `become`."""

    shop: Shop
    client: TestClient
    csrf: str = ""

    @property
    def app(self) -> App:
        """The App behind it."""
        return self.shop.app

    def become(self, role: str, name: str | None = None) -> "Console":
        """Be a person of that role from now on."""
        who = name or f"{role}-person"
        now = self.app.now()
        with writing(self.app.engine) as conn:
            if users.by_name(conn, who) is None:
                users.add(conn, name=who, role=role, password_hash="-", now=now)
            user = users.by_name(conn, who)
            assert user is not None
            if sessions.get(conn, digest(f"token-{who}")) is None:
                sessions.add(conn, token_sha256=digest(f"token-{who}"), user_id=user.id, csrf=f"csrf-{who}", now=now)
        self.client.cookies.set("sid", f"token-{who}")
        self.csrf = f"csrf-{who}"
        return self

    def get(self, path: str, **more: Any) -> Response:
        """One page."""
        return self.client.get(path, **more)

    def post(self, path: str, form: Mapping[str, object] | None = None, **more: Any) -> Response:
        """Send a form with the token that the page would have held."""
        return self.client.post(path, data={"csrf": self.csrf} | dict(form or {}), **more)

    def fields(self, path: str, action: str) -> dict[str, str]:
        """What the form with that action on that page holds, hidden fields and text alike."""
        return form_fields(self.get(path).text, action)


def a_console(engine: Engine, folder: Path, **kind: Any) -> Console:
    """A console on this database. kind: fields of the App."""
    account = Account(name="main", store="shop", host="imap.shop.example", port=993, user=SHOP, password="-")
    settings = Settings(database_url="", data_dir=folder, accounts=(account,), secret_key=KEY, root=ROOT)
    shop = a_shop(engine, folder, **({"settings": settings} | kind))
    return Console(shop=shop, client=TestClient(make_site(shop.app), base_url=HOME, follow_redirects=False))


class _Forms(HTMLParser):
    """Fields of the forms of a page, by their action."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self.inside: dict[str, str] | None = None
        self.area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = self.forms.setdefault(given.get("action", ""), {})
        elif self.inside is not None and tag == "input" and "name" in given:
            self.inside[given["name"]] = given.get("value", "")
        elif self.inside is not None and tag == "textarea":
            self.area = given["name"]
            self.inside[self.area] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.area is not None and self.inside is not None:
            self.inside[self.area] = self.inside[self.area].removeprefix("\n")
            self.area = None
        elif tag == "form":
            self.inside = None

    def handle_data(self, data: str) -> None:
        if self.area is not None and self.inside is not None:
            self.inside[self.area] += data


def form_fields(html: str, action: str) -> dict[str, str]:
    """Fields of one form of a page."""
    parser = _Forms()
    parser.feed(html)
    return parser.forms[action]


def words_of(html: str) -> str:
    """A page's text without its tags, blanks folded."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
