"""What is our own: addresses and ids, whatever a shop publishes."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine

from tests.fakes.shop import Shop, a_shop
from triage.errors import OperatorError
from triage.usecases.own import from_address, new_message_id, own_addresses, own_ticket


@pytest.mark.parametrize(
    ("contact", "user", "domain"),
    [
        ("help@shop.example", "x", "shop.example"),
        ("https://shop.example/contact", "help@mail.example", "mail.example"),
        ("help@\u00e4pfel.example", "x", "xn--pfel-koa.example"),
        ("help@..example", "x", "localhost"),
    ],
)
def test_ids_are_made_whatever_a_shop_publishes(shop: Shop, contact: str, user: str, domain: str):
    pack = SimpleNamespace(contact=contact, name="The Shop", sla_hours=48.0)
    app = replace(shop.app, kit=SimpleNamespace(pack=lambda store: pack))
    made = new_message_id(app, replace(shop.account, user=user), "abc", 3)
    assert made.endswith(f"@{domain}>")
    assert own_ticket(app, made) == "abc"


def test_a_mailbox_without_any_address_says_what_to_set(shop: Shop):
    pack = SimpleNamespace(contact="the form on our page", name="The Shop", sla_hours=48.0)
    app = replace(shop.app, kit=SimpleNamespace(pack=lambda store: pack))
    with pytest.raises(OperatorError, match="TRIAGE_FROM_ADDRESS"):
        from_address(app, replace(shop.account, user="user"))


def test_another_shops_key_makes_other_ids(shop: Shop, engine: Engine, tmp_path):
    other = a_shop(engine, tmp_path)
    stranger = replace(other.app, settings=replace(other.app.settings, secret_key=b"x" * 32))
    assert own_ticket(shop.app, new_message_id(stranger, shop.account, "abc", 1)) is None


def test_replies_are_from_the_configured_address(shop: Shop):
    account = replace(shop.account, from_address="Care@Shop.example", from_name="Care")
    assert (from_address(shop.app, account).name, from_address(shop.app, account).address) == (
        "Care",
        "Care@Shop.example",
    )
    assert own_addresses(shop.app, account) == {"care@shop.example", "help@shop.example"}
