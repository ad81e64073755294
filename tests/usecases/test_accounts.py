"""Console accounts and the list of tickets, as the command line uses them."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.builders import ClaimOf, a_ticket
from tests.fakes.shop import Shop, a_shop
from triage.errors import InputError
from triage.usecases.accounts import add_user
from triage.usecases.sessions import log_in, who
from triage.usecases.tickets import list_tickets, ticket_line

PASSWORD = "correct horse battery"


@pytest.fixture
def shop(engine: Engine, tmp_path: Path) -> Shop:
    return a_shop(engine, tmp_path)


def test_a_new_account_can_log_in(shop: Shop):
    assert add_user(shop.app, name=" mara ", role="manager", password=PASSWORD) is False
    session = who(shop.app, log_in(shop.app, name="mara", password=PASSWORD, address="127.0.0.1").token)
    assert session is not None
    assert (session.name, session.role) == ("mara", "manager")


def test_adding_a_known_name_changes_it_and_logs_it_out(shop: Shop):
    add_user(shop.app, name="mara", role="agent", password=PASSWORD)
    token = log_in(shop.app, name="mara", password=PASSWORD, address="127.0.0.1").token
    assert add_user(shop.app, name="mara", role="admin", password="another long password") is True
    assert who(shop.app, token) is None
    assert log_in(shop.app, name="mara", password=PASSWORD, address="127.0.0.1").token is None
    session = who(shop.app, log_in(shop.app, name="mara", password="another long password", address="127.0.0.1").token)
    assert session is not None
    assert session.role == "admin"


@pytest.mark.parametrize("password", ["", "short", "x" * 11, "x" * 129])
def test_passwords_have_12_to_128_characters(shop: Shop, password: str):
    with pytest.raises(InputError, match="characters"):
        add_user(shop.app, name="mara", role="agent", password=password)


def test_names_and_roles_have_to_make_sense(shop: Shop):
    for name in ("", "  ", "a\nb", "x" * 101):
        with pytest.raises(InputError):
            add_user(shop.app, name=name, role="agent", password=PASSWORD)
    with pytest.raises(InputError, match="role"):
        add_user(shop.app, name="mara", role="king", password=PASSWORD)


def test_the_list_holds_the_contracts_fields_for_every_ticket(shop: Shop):
    first = a_ticket(shop.app, claims=[ClaimOf(), ClaimOf(label="missing", order_number="A200")])
    robot = a_ticket(shop.app, claims=[], status="automatic", auto="spam")
    listed = list(list_tickets(shop.app))
    assert [one["id"] for one in listed] == [first, robot]
    assert set(listed[0]) == {
        "id", "store", "message_id", "received_at", "due_at", "status", "categories", "order_numbers", "decision",
        "draft_message_id",
    }  # fmt: skip
    assert listed[0]["categories"] == ["damaged", "missing"]
    assert listed[0]["order_numbers"] == ["A123", "A200"]
    assert listed[0]["decision"] == "needs_info"
    assert listed[0]["draft_message_id"].startswith("<t")
    assert listed[0]["due_at"].endswith("+00:00")
    assert (listed[1]["categories"], listed[1]["decision"], listed[1]["draft_message_id"]) == (["other"], None, None)


def test_more_tickets_than_a_page_are_listed_once_each(shop: Shop, monkeypatch):
    monkeypatch.setattr("triage.usecases.tickets.PAGE", 3)
    made = [a_ticket(shop.app) for _ in range(7)]
    assert [one["id"] for one in list_tickets(shop.app)] == made


def test_a_line_of_the_list_holds_no_words_of_people(shop: Shop):
    a_ticket(shop.app, subject="private", name="Ada", address="ada@mail.example")
    (line,) = [ticket_line(one) for one in list_tickets(shop.app)]
    assert all(word not in line for word in ("private", "Ada", "ada@"))
    assert "damaged" in line
    assert "A123" in line
