"""What holds for every route of the console, also for those that are added tomorrow."""

import re
from html import unescape

import pytest
from fastapi.routing import APIRoute
from sqlalchemy import func, select

from tests.builders import ClaimOf, File, a_ticket
from tests.web.console import Console
from triage.store.engine import reading, writing
from triage.store.schema import drafts, effects, events, tickets
from triage.store.schema_service import users
from triage.usecases.accounts import add_user
from triage.web import site
from triage.web.access import PUBLIC, RANKS

VALUES = {"row": "1", "name": "days", "form": "csv", "message_row": "1", "attachment_row": "1"}
ROLES = ("nobody", *RANKS)
PASSWORD = "correct horse battery"
ACTIVE = ("text/html", "image/svg+xml", "application/xml", "text/xml", "application/xhtml+xml", "text/javascript",
          "application/pdf", "application/x-shockwave-flash", "multipart/x-mixed-replace", "text/xsl")  # fmt: skip
ENDINGS = ("page.html", "drawing.svg", "feed.xml", "script.js", "macro.hta")
PAYLOADS = (
    "{{7777*7}}",
    "{% for a in b %}x{% endfor %}",
    "{{''.__class__.__mro__}}",
    "${7777*7}",
    "#{7777*7}",
    "<%= 7777*7 %>",
    "{{config}}",
    "{{self._TemplateReference__context}}",
    "{#x#}",
    "%(passwd)s",
    "{0.__class__}",
    "{{cycler.__init__.__globals__.os.popen('id').read()}}",
    "{{'a'*9999999999}}",
    "[[${7777*7}]]",
    "{{",
)


def _changing() -> list[tuple[str, APIRoute]]:
    return [
        (method, route)
        for route in site.every_route()
        for method in sorted(route.methods - {"GET", "HEAD"})
        if site.role_of(route) != PUBLIC
    ]


def _place(route: APIRoute, ticket: str) -> str:
    path = route.path.replace("{public_id}", ticket)
    return re.sub(r"{([a-z_]+)}", lambda found: VALUES.get(found[1], "1"), path)


def _state(console: Console) -> list[object]:
    with reading(console.app.engine) as conn:
        counts = [conn.execute(select(func.count()).select_from(table)).scalar() for table in (events, drafts, effects)]
        return [*counts, conn.execute(select(tickets.c.status, tickets.c.version)).all()]


def test_every_route_that_changes_something_refuses_a_form_that_is_not_its_own(console: Console):
    ticket = a_ticket(console.app)
    console.become("admin")
    before = _state(console)
    form = {"text": "x", "do": "save", "revision": "1", "last_mail": "1", "version": "1", "label": "missing"}
    routes = _changing()
    assert len(routes) >= 11
    for method, route in routes:
        place = _place(route, ticket)
        for token in ({}, {"csrf": ""}, {"csrf": "csrf-agent-person"}, {"csrf": console.csrf[:-1]}):
            answer = console.client.request(method, place, data=form | token)
            assert answer.status_code == 403, (place, token)
        for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
            data = form | {"csrf": console.csrf}
            assert console.client.request(method, place, data=data, headers=headers).status_code == 403, place
        json = console.client.request(method, place, json=form | {"csrf": console.csrf})
        assert json.status_code in (400, 403), place
    assert _state(console) == before


@pytest.mark.parametrize("role", ROLES)
def test_every_route_lets_in_those_it_is_for_and_nobody_else(console: Console, role: str):
    ticket = a_ticket(console.app, html="<p>x</p>", files=[File(content=b"x")])
    if role != "nobody":
        console.become(role)
    rank = RANKS.get(role, 0)
    for route in site.every_route():
        needed = site.role_of(route)
        if needed == PUBLIC or "GET" not in route.methods:
            continue
        answer = console.get(_place(route, ticket))
        sent_away = answer.status_code == 303 and answer.headers["location"].startswith("/login")
        if rank == 0:
            assert sent_away, route.path
        elif rank < RANKS[needed]:
            assert answer.status_code == 403, route.path
        else:
            assert not sent_away, route.path
            assert answer.status_code != 403, route.path


@pytest.mark.parametrize("role", ROLES[1:])
def test_every_change_is_refused_to_those_it_is_not_for_even_with_their_own_token(console: Console, role: str):
    ticket = a_ticket(console.app)
    console.become(role)
    for method, route in _changing():
        if RANKS[role] < RANKS[site.role_of(route)]:
            answer = console.client.request(method, _place(route, ticket), data={"csrf": console.csrf})
            assert answer.status_code == 403, route.path


@pytest.mark.parametrize("role", ROLES)
def test_every_route_answers_with_the_headers_that_keep_a_page_apart(console: Console, role: str):
    ticket = a_ticket(console.app, html="<p>x</p>", files=[File(content=b"x")])
    if role != "nobody":
        console.become(role)
    for route in site.every_route():
        for method in sorted(route.methods):
            headers = console.client.request(method, _place(route, ticket)).headers
            assert "default-src 'none'" in headers["content-security-policy"], route.path
            assert "unsafe-eval" not in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff", route.path
            assert "set-cookie" not in headers or "httponly" in headers["set-cookie"].lower()
            assert "server" not in headers


def test_a_session_that_somebody_planted_is_not_the_one_that_a_log_in_gives(console: Console):
    add_user(console.app, name="mara", role="agent", password=PASSWORD)
    console.client.cookies.set("sid", "planted")
    page = console.get("/login")
    form = console.fields("/login", "/login") if page.status_code == 200 else {}
    answer = console.client.post("/login", data=form | {"name": "mara", "password": PASSWORD})
    given = answer.cookies["sid"]
    assert given != "planted"
    console.client.cookies.clear()
    console.client.cookies.set("sid", "planted")
    assert console.get("/").status_code == 303
    console.client.cookies.clear()
    console.client.cookies.set("sid", given)
    assert console.get("/").status_code == 200


def test_a_role_that_was_taken_away_is_gone_at_the_next_click(console: Console):
    console.become("manager")
    assert console.get("/reports").status_code == 200
    with writing(console.app.engine) as conn:
        conn.execute(users.update().values(role="agent"))
    assert console.get("/reports").status_code == 403


@pytest.mark.parametrize("kind", ACTIVE)
def test_no_kind_of_file_is_ever_opened_in_the_console(console: Console, kind: str):
    files = [
        File(content=b"<script>alert(1)</script>", filename=name, content_type=kind, kind="other") for name in ENDINGS
    ]
    ticket = a_ticket(console.app, files=files)
    console.become("agent")
    for row in range(1, len(files) + 1):
        answer = console.get(f"/tickets/{ticket}/files/{row}")
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment; ")
        assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
        assert console.get(f"/tickets/{ticket}/files/{row}/small").status_code == 404


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_that_look_like_a_template_are_shown_as_they_are(console: Console, payload: str):
    claim = ClaimOf(order_number=payload)
    ticket = a_ticket(console.app, subject=payload, text=payload, name=payload, draft=payload, claims=[claim])
    console.become("agent")
    for path in ("/", f"/tickets/{ticket}"):
        shown = unescape(console.get(path).text)
        assert payload in shown
        assert "54439" not in shown


def test_a_subject_of_a_megabyte_leaves_a_page_that_can_be_read(console: Console):
    ticket = a_ticket(console.app, subject="\x1b[31m" + "x" * 1_000_000 + "\n\u202e")
    console.become("agent")
    for path in ("/", f"/tickets/{ticket}"):
        assert console.get(path).status_code == 200
