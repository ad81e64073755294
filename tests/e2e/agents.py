"""A person at the console by plain HTTP: reads pages, fills forms in, sends them."""

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from httpx2 import Client, Response

from tests.web.console import form_fields, words_of
from triage.app import App
from triage.store import sessions, users
from triage.store.engine import writing
from triage.usecases.sessions import digest


@dataclass
class Agent:
    """One session at a console that follows no redirects."""

    client: Client

    def log_in(self, name: str, password: str) -> Response:
        """By the front door."""
        form = form_fields(self.client.get("/login").text, "/login")
        return self.client.post("/login", data=form | {"name": name, "password": password})

    def page(self, path: str) -> str:
        """The words of a page."""
        answer = self.client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return words_of(html.unescape(answer.text))

    def form(self, ticket: str) -> dict[str, str]:
        """The reply's form of a ticket, ready to be sent: as the page `Send this reply?` holds it."""
        path = f"/tickets/{ticket}"
        writing_it = form_fields(self.client.get(path).text, f"{path}/reply")
        checked = self.client.post(f"{path}/reply", data=writing_it | {"do": "check"})
        return form_fields(checked.text, f"{path}/reply")

    def send(self, ticket: str, form: Mapping[str, str]) -> Response:
        """Press `Send to ...`."""
        return self.client.post(f"/tickets/{ticket}/reply", data={**form, "do": "send"})

    def approve(self, ticket: str, text: str | None = None) -> Response:
        """Read, perhaps reword, and send."""
        form = self.form(ticket)
        return self.send(ticket, form if text is None else form | {"text": text})

    def save(self, ticket: str, form: Mapping[str, str]) -> Response:
        """Press `Save to Drafts`."""
        return self.client.post(f"/tickets/{ticket}/reply", data={**form, "do": "save"})

    def relabel(self, ticket: str, label: str) -> Response:
        """Choose another label for the first claim."""
        path = f"/tickets/{ticket}"
        form = form_fields(self.client.get(path).text, f"{path}/label")
        return self.client.post(f"{path}/label", data=form | {"label": label})

    def say_fate(self, ticket: str, *, delivered: bool) -> Response:
        """Tell what became of a reply of unknown fate."""
        path = f"/tickets/{ticket}"
        form = form_fields(self.client.get(path).text, f"{path}/fate")
        said = form | {"delivered": "yes" if delivered else "no"}
        sure = form_fields(self.client.post(f"{path}/fate", data=said).text, f"{path}/fate")
        return self.client.post(f"{path}/fate", data=sure | said)


def refusal(answer: Response) -> str:
    """Why the console did not do it, as the agent reads it."""
    found = re.search(r'<div[^>]*id="refused"[^>]*>(.*?)</div>', answer.text, re.DOTALL)
    return html.unescape(words_of(found[1])) if found else ""


def a_session(app: App, client: Client, *, name: str = "mara", role: str = "agent") -> Agent:
    """A person who is logged in already: the session is written into the store, the password never asked for."""
    now, token = app.now(), f"token-{name}-{id(client)}"
    with writing(app.engine) as conn:
        if users.by_name(conn, name) is None:
            users.add(conn, name=name, role=role, password_hash="-", now=now)
        user = users.by_name(conn, name)
        assert user is not None
        sessions.add(conn, token_sha256=digest(token), user_id=user.id, csrf=f"csrf-{name}", now=now)
    client.cookies.set("sid", token)
    return Agent(client)


def lines(output: str) -> list[dict[str, Any]]:
    """JSON lines as a command prints them."""
    return [json.loads(line) for line in output.splitlines()]
