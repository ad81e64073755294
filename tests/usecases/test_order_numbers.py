"""Order numbers against the shop's orders: the sender's own win, slips are shown to agents, strangers' stay hidden."""

import pytest

from tests.fakes.shop import Shop
from tests.usecases.conversation import claims, draft, of_store, write
from triage.records import OrderRecord
from triage.store import orders
from triage.store.engine import writing
from triage.usecases.review import look

PARTS = ("subject", "text", "html", "template", "language")
DANA, EVE = "dana@inbox.example", "eve@else.example"


def orders_of(shop: Shop, **owners: str) -> Shop:
    """Import orders, each with its owner; an underscore stands for a hyphen."""
    records = {
        ("shop", number.replace("_", "-").lstrip("n")): OrderRecord(
            store="shop",
            number=number.replace("_", "-").lstrip("n"),
            customer_email=owner,
            facts={"status": "delivered", "delivered_at": "2026-02-27T10:00:00Z", "placed_at": "2026-02-20T10:00:00Z"},
        )
        for number, owner in owners.items()
    }
    with writing(shop.app.engine) as conn:
        orders.put(conn, records, shop.clock[0])
    return of_store(shop, "mila_mvmt")


def seen(shop: Shop) -> dict[int, str]:
    return dict(look(shop.app, shop.rows("tickets")[0]["public_id"]).meant)


def test_a_slip_for_an_order_of_the_sender_is_shown_to_the_agent_and_not_used(shop: Shop):
    orders_of(shop, n10482=DANA)
    write(shop, "The leggings of order 10428 came torn.", subject="Torn", first=True)
    (claim,) = claims(shop)
    assert (claim["order_number"], claim["owned"]) == ("10428", False)
    assert seen(shop) == {claim["id"]: "10482"}
    assert "10482" not in draft(shop)["text"]


def test_an_order_of_someone_else_is_never_offered(shop: Shop):
    orders_of(shop, n10482=EVE)
    write(shop, "The leggings of order 10428 came torn.", subject="Torn", first=True)
    assert seen(shop) == {}


@pytest.mark.parametrize("others", [{"n10428": EVE}, {"n10482": EVE}, {"n10482": DANA}])
def test_the_draft_is_the_same_to_the_octet_whatever_order_exists(shop: Shop, others: dict[str, str]):
    words = "The leggings of order 10428 came torn, photo attached."
    write(orders_of(shop), words, subject="Torn", first=True)
    write(orders_of(shop, **others), words, subject="Torn", first=True)
    without, beside = ({part: row[part] for part in PARTS} for row in shop.rows("drafts"))
    assert without == beside
    assert without["template"] == "mila_mvmt/damaged/neutral"


def test_the_senders_own_order_wins_over_a_number_that_is_not_known_to_be_theirs(shop: Shop):
    orders_of(shop, n10482=DANA)
    write(shop, "My order 10999 came torn, I think. Or it is 10482, I have two papers.", subject="Torn", first=True)
    assert claims(shop)[0]["order_number"] == "10482"
    assert shop.rows("messages")[0]["order_numbers"] == ["10482", "10999"]


def test_a_make_of_number_is_learnt_from_the_shops_own_orders(shop: Shop):
    orders_of(shop, KX1042_B=DANA, KX1043_B=EVE, KX1044_B=EVE)
    write(shop, "KX1042-B came torn.", subject="Torn", first=True)
    (claim,) = claims(shop)
    assert (claim["order_number"], claim["owned"]) == ("KX1042-B", True)
