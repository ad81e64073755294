"""What a stranger, a forged form or a hostile mail can do: nothing."""

import re

import pytest
from fastapi import APIRouter
from sqlalchemy import select

from tests.builders import ClaimOf, File, a_ticket
from tests.web.console import Console
from triage.store.engine import reading
from triage.store.schema import events
from triage.web import site
from triage.web.access import PUBLIC
from triage.web.headers import MAIL_POLICY, PAGE_POLICY

HOSTILE = "</title><script>alert('x')</script>\"'><img src=x onerror=alert(1)>"
PUBLIC_PATHS = {"/login", "/healthz", "/static/{name}", "/favicon.ico"}
CHANGES = ("/logout", "/tickets/{id}/reply", "/tickets/{id}/label", "/tickets/{id}/close", "/tickets/{id}/reopen",
           "/tickets/{id}/retry", "/tickets/{id}/fate", "/tickets/{id}/release", "/sending/release", "/sending/stop",
           "/sending/go-on")  # fmt: skip


def test_every_route_says_who_may_use_it():
    roles = {route.path: site.role_of(route) for route in site.every_route()}
    assert {path for path, role in roles.items() if role == PUBLIC} == PUBLIC_PATHS
    assert {path for path, role in roles.items() if role == "manager"} == {
        "/reports",
        "/reports/chart/{name}.svg",
        "/reports/download/{form}",
    }
    assert {path for path, role in roles.items() if role == "admin"} == {"/sending/stop", "/sending/go-on"}
    assert set(roles.values()) == {PUBLIC, "agent", "manager", "admin"}


def test_a_route_that_does_not_say_it_stops_the_console():
    router = APIRouter()

    @router.get("/open")
    def open_door() -> str:
        return "come in"

    with pytest.raises(LookupError, match="/open"):
        site.role_of(router.routes[0])


def test_nobody_sees_anything_without_logging_in(console: Console):
    ticket = a_ticket(console.app, files=[File(content=b"x")])
    paths = [
        route.path.replace("{public_id}", ticket).replace("{row}", "1")
        for route in site.every_route()
        if "GET" in route.methods and route.path not in PUBLIC_PATHS
    ]
    assert len(paths) > 8
    for path in paths:
        answer = console.get(path.replace("{name}", "days").replace("{form}", "csv"))
        assert answer.status_code == 303, path
        assert answer.headers["location"].startswith("/login")
        assert "clasp" not in answer.text


def test_agents_do_not_see_the_managers_pages(console: Console):
    console.become("agent")
    for path in ("/reports", "/reports/chart/days.svg", "/reports/download/csv"):
        assert console.get(path).status_code == 403
    assert "/reports" not in console.get("/").text


def test_managers_and_admins_do_what_agents_do(console: Console):
    for role in ("manager", "admin"):
        console.become(role)
        assert (console.get("/").status_code, console.get("/reports").status_code) == (200, 200)


@pytest.mark.parametrize("path", CHANGES)
def test_no_form_works_without_its_token(console: Console, path: str):
    ticket = a_ticket(console.app)
    console.become("agent")
    there = path.replace("{id}", ticket)
    form = {"text": "x", "do": "save", "revision": "1", "last_mail": "1", "version": "1", "label": "missing"}
    before = _history(console)
    assert console.client.post(there, data=form).status_code == 403
    assert console.client.post(there, data=form | {"csrf": "guessed"}).status_code == 403
    assert console.get("/").status_code == 200
    assert _history(console) == before


@pytest.mark.parametrize("path", CHANGES)
def test_no_form_works_from_another_site_even_with_the_token(console: Console, path: str):
    ticket = a_ticket(console.app)
    console.become("agent")
    before = _history(console)
    for headers in (
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ):
        answer = console.post(path.replace("{id}", ticket), {"version": "1"}, headers=headers)
        assert answer.status_code == 403, headers
    assert _history(console) == before


def test_reading_never_changes_anything(console: Console):
    ticket = a_ticket(console.app, files=[File(content=b"x")])
    console.become("manager")
    before = _history(console)
    for route in site.every_route():
        if "GET" in route.methods:
            console.get(route.path.replace("{public_id}", ticket).replace("{row}", "1").replace("{name}", "days"))
    assert _history(console) == before


def test_every_answer_carries_the_headers(console: Console):
    ticket = a_ticket(console.app)
    console.become("manager")
    for path in ("/", "/login", f"/tickets/{ticket}", "/tickets/none", "/nowhere", "/reports", "/health", "/healthz"):
        headers = console.get(path).headers
        assert headers["content-security-policy"] == PAGE_POLICY, path
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["referrer-policy"] == "same-origin"
        assert "server" not in headers


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere():
    assert "default-src 'none'" in PAGE_POLICY
    assert "unsafe" not in PAGE_POLICY
    assert "http" not in PAGE_POLICY


def test_pages_hold_no_inline_script_style_or_handler(console: Console):
    ticket = a_ticket(console.app, html="<p>x</p>", files=[File(content=b"x")])
    console.become("manager")
    for path in ("/", "/login", f"/tickets/{ticket}", "/reports", "/health", "/nowhere"):
        page = console.get(path).text
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?! src=)", page), path


@pytest.mark.parametrize("where", ["subject", "text", "name", "full_text", "reply_to", "draft"])
def test_what_a_stranger_writes_is_only_ever_shown(console: Console, where: str):
    ticket = a_ticket(console.app, **{where: HOSTILE})
    console.become("agent")
    for page in (console.get("/").text, console.get(f"/tickets/{ticket}").text):
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_a_search_is_shown_again_as_words(console: Console):
    page = console.become("agent").get("/", params={"q": HOSTILE}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_labels_orders_and_reasons_are_shown_as_words(console: Console):
    claim = ClaimOf(
        order_number=HOSTILE,
        order={"payment": HOSTILE, "items": [{"kind": HOSTILE}]},
        more={"cites": [HOSTILE], "conflicts": [HOSTILE], "trace": [{"rule": HOSTILE, "outcome": "", "because": ""}]},
    )
    page = console.become("agent").get(f"/tickets/{a_ticket(console.app, claims=[claim])}").text
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    "name", ["evil.html", "a.svg", "x.xml", 'q"uo\r\nte: x.js', "../../etc/passwd", "ü\u202egpj.exe"]
)
def test_an_attachment_is_always_a_download_of_plain_octets(console: Console, name: str):
    file = File(content=b"<script>alert(1)</script>", filename=name, content_type="text/html", kind="document")
    ticket = a_ticket(console.app, files=[file])
    answer = console.become("agent").get(f"/tickets/{ticket}/files/1")
    assert answer.content == file.content
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "\r" not in answer.headers["content-disposition"]


def test_only_pictures_get_a_small_copy_and_it_is_drawn_anew(console: Console):
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (900, 600), "red").save(out, "PNG")
    files = [
        File(content=out.getvalue() + b"<script>trailing</script>", filename="a.png"),
        File(content=b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", filename="b.jpg"),
    ]
    ticket = a_ticket(console.app, files=files)
    console.become("agent")
    small = console.get(f"/tickets/{ticket}/files/1/small")
    assert small.headers["content-type"] == "image/jpeg"
    assert b"trailing" not in small.content
    assert Image.open(BytesIO(small.content)).size == (480, 320)
    assert console.get(f"/tickets/{ticket}/files/2/small").status_code == 404


def test_files_and_mails_of_another_ticket_are_not_there(console: Console):
    mine, other = a_ticket(console.app), a_ticket(console.app, files=[File(content=b"secret")])
    console.become("agent")
    assert console.get(f"/tickets/{other}/files/1").status_code == 200
    assert console.get(f"/tickets/{mine}/files/1").status_code == 404
    assert console.get(f"/tickets/{mine}/mails/2/source").status_code == 404
    assert console.get(f"/tickets/{mine}/mails/2/html").status_code == 404


def test_the_mails_html_comes_in_a_cage(console: Console):
    html = (
        "<style>body{background:url(http://evil.example/a)}</style><script>alert(1)</script>"
        '<p onclick="x()" style="position:fixed">Hello</p><img src="http://evil.example/p.gif">'
        '<a href="http://xn--pypal-4ve.example@evil.example/x">bank</a><a href="javascript:alert(1)">y</a>'
        '<form action="http://evil.example"><input name="p"></form><svg><feImage href="http://evil.example"/></svg>'
        "<iframe src='//evil.example'></iframe><base href='//evil.example'><meta http-equiv=refresh content='0'>"
    )
    ticket = a_ticket(console.app, html=html)
    console.become("agent")
    answer = console.get(f"/tickets/{ticket}/mails/1/html")
    assert answer.headers["content-security-policy"] == MAIL_POLICY
    assert answer.headers["referrer-policy"] == "no-referrer"
    body = answer.text.partition("<body>")[2]
    assert "Hello" in body
    for bad in ("script", "onclick", "style", "<img", "<form", "<svg", "<iframe", "<base", "<meta", "javascript:", "@"):
        assert bad not in body.replace("left out: nothing is ever loaded", "")
    assert 'href="http://evil.example/x"' in body
    assert 'sandbox=""' in console.get(f"/tickets/{ticket}").text


def test_a_form_of_two_megabytes_is_not_even_read(console: Console):
    console.become("agent")
    assert console.post("/tickets/x/reply", {"text": "x" * 2_000_000}).status_code == 413


def test_a_fault_of_ours_shows_no_traceback_and_logs_no_words(console: Console, monkeypatch, caplog):
    def broken(*_: object) -> None:
        raise ValueError("ada@mail.example wrote secrets")

    console.become("agent")
    monkeypatch.setattr("triage.usecases.review.queue", broken)
    answer = console.get("/")
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert "secrets" not in answer.text + caplog.text
    assert "a page failed" in caplog.text


def test_the_machines_page_tells_nothing(console: Console):
    a_ticket(console.app)
    assert console.get("/healthz").text == "ok\n"


def _history(console: Console) -> int:
    with reading(console.app.engine) as conn:
        return len(conn.execute(select(events.c.id)).all())
