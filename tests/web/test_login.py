"""Coming and going: sessions, throttling, forged forms."""

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from tests.web.console import Console, form_fields
from triage.store.engine import reading
from triage.store.schema_service import login_failures, sessions, users
from triage.usecases import accounts
from triage.usecases.accounts import add_user
from triage.web.login import TOO_OFTEN, WRONG

PASSWORD = "correct horse battery"
REAL = accounts.HASHER


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch) -> None:
    """The same hash with little work in it: these tests log in some hundred times."""
    monkeypatch.setattr(accounts, "HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


def _try(console: Console, password: str = PASSWORD, name: str = "mara", **more):
    fields = form_fields(console.get("/login").text, "/login")
    return console.client.post("/login", data=fields | {"name": name, "password": password} | more)


def _mara(console: Console) -> Console:
    add_user(console.app, name="mara", role="agent", password=PASSWORD)
    return console


def test_the_right_password_leads_to_the_queue(console: Console):
    answer = _try(_mara(console))
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert console.get("/").status_code == 200


def test_the_cookie_is_hidden_from_scripts_and_other_sites_and_kept_only_as_a_hash(console: Console):
    cookie = _try(_mara(console)).headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=43200"))
    token = cookie.partition("=")[2].partition(";")[0]
    with reading(console.app.engine) as conn:
        kept = conn.execute(select(sessions.c.token_sha256)).scalar_one()
    assert len(token) >= 43
    assert token not in kept


def test_over_https_the_cookie_is_secure_and_bound_to_the_host(console: Console):
    console.client.base_url = "https://console.example"
    cookie = _try(_mara(console)).headers["set-cookie"]
    assert cookie.startswith("__Host-sid=")
    assert "Secure" in cookie


def test_each_log_in_is_a_new_session(console: Console):
    first = _try(_mara(console)).cookies["sid"]
    console.client.cookies.delete("sid")
    assert _try(console).cookies["sid"] != first


def test_a_wrong_password_and_an_unknown_name_read_the_same(console: Console):
    wrong = _try(_mara(console), password="wrong horse battery")
    unknown = _try(console, name="nobody")
    assert wrong.status_code == unknown.status_code == 401
    assert WRONG in wrong.text
    assert wrong.text.replace("mara", "-") == unknown.text.replace("nobody", "-")


def test_after_five_failures_a_name_is_tried_once_a_minute(console: Console):
    _mara(console)
    assert [_try(console, password="wrong").status_code for _ in range(6)] == [401] * 5 + [429]
    blocked = _try(console)
    assert blocked.status_code == 429
    assert TOO_OFTEN in blocked.text
    console.shop.later(seconds=61)
    assert _try(console).status_code == 303


def test_names_that_do_not_exist_are_throttled_alike(console: Console):
    assert [_try(console, name="ghost", password="x").status_code for _ in range(6)] == [401] * 5 + [429]


def test_one_address_gets_twenty_tries_a_minute_over_all_names(console: Console):
    answers = [_try(console, name=f"n{number}", password="x").status_code for number in range(21)]
    assert answers == [401] * 20 + [429]


def test_getting_in_forgives_what_failed_before(console: Console):
    _mara(console)
    _try(console, password="wrong")
    _try(console)
    with reading(console.app.engine) as conn:
        assert conn.execute(select(login_failures)).all() == []


def test_a_session_ends_after_thirty_quiet_minutes(console: Console):
    console.become("agent")
    console.shop.later(minutes=29)
    assert console.get("/").status_code == 200
    console.shop.later(minutes=29)
    assert console.get("/").status_code == 200
    console.shop.later(minutes=31)
    assert console.get("/").headers["location"] == "/login"


def test_a_session_ends_after_twelve_hours_however_busy(console: Console):
    console.become("agent")
    for _ in range(24):
        console.shop.later(minutes=29)
        assert console.get("/").status_code == 200
    console.shop.later(minutes=29)
    assert console.get("/").status_code == 303


def test_logging_out_ends_every_session_of_the_person(console: Console):
    _mara(console)
    first = _try(console).cookies["sid"]
    console.client.cookies.delete("sid")
    second = _try(console).cookies["sid"]
    console.client.cookies.set("sid", first)
    page = console.get("/")
    console.client.post("/logout", data=form_fields(page.text, "/logout"))
    for token in (first, second):
        console.client.cookies.set("sid", token)
        assert console.get("/").status_code == 303


def test_a_person_who_was_shut_out_is_out_at_once(console: Console):
    console.become("agent")
    from triage.store.engine import writing

    with writing(console.app.engine) as conn:
        conn.execute(users.update().values(active=False))
    assert console.get("/").status_code == 303


def test_the_log_in_leads_back_to_where_one_wanted_to_go(console: Console):
    _mara(console)
    there = console.get("/tickets/abc?done=saved").headers["location"]
    assert there == "/login?next=%2Ftickets%2Fabc%3Fdone%3Dsaved"
    assert _try(console, next="/tickets/abc?done=saved").headers["location"] == "/tickets/abc?done=saved"


def test_the_log_in_never_leads_to_another_site(console: Console):
    _mara(console)
    for there in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/\tx"):
        assert _try(console, next=there).headers["location"] == "/"
        console.client.cookies.delete("sid")


def test_the_log_in_form_of_another_browser_is_refused(console: Console):
    fields = form_fields(_mara(console).get("/login").text, "/login")
    console.client.cookies.clear()
    console.client.cookies.set("visitor", "someone-else")
    answer = console.client.post("/login", data=fields | {"name": "mara", "password": PASSWORD})
    assert answer.status_code == 403


def test_passwords_are_kept_as_argon2id_with_enough_memory(console: Console, monkeypatch):
    monkeypatch.setattr(accounts, "HASHER", REAL)
    _mara(console)
    with reading(console.app.engine) as conn:
        kept = conn.execute(select(users.c.password_hash)).scalar_one()
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=1$")


def test_a_password_under_older_parameters_is_hashed_anew_at_log_in(console: Console, monkeypatch):
    _mara(console)
    monkeypatch.setattr(accounts, "HASHER", PasswordHasher(time_cost=2, memory_cost=64, parallelism=1))
    _try(console)
    with reading(console.app.engine) as conn:
        assert "t=2" in conn.execute(select(users.c.password_hash)).scalar_one()
