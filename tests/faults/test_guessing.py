"""Row 51: nobody learns from our letters whose an order is, or if there is one; and who keeps asking is stopped."""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.shop import NOON, SHOP, Shop
from tests.faults.shops import deliver, give_orders, letter, real_shop
from tests.usecases.conversation import the_kit
from triage.pipeline import judge, read
from triage.records import History, OrderRecord, RawMail, Voucher
from triage.store.orders import ImportedOrders
from triage.usecases.review import look
from triage.web.sheet import make_sheet

EVE, ANN = "eve@evil.example", "ann@mail.example"
FACTS = {
    "placed_at": "2026-02-10T09:00:00+00:00",
    "fulfilled_at": "2026-02-12T09:00:00+00:00",
    "shipped_at": "2026-02-12T10:00:00+00:00",
    "delivered_at": "2026-02-27T09:00:00+00:00",
    "payment": "card",
    "country": "DE",
    "items": [{"kind": "homeware", "personalized": False, "discount_percent": 0, "sale": False, "gift": False}],
}


def an_order(number: str, owner: str = ANN) -> OrderRecord:
    return OrderRecord(store="shop", number=number, customer_email=owner, facts=FACTS)


def asks(number: str, serial: int, sender: str = EVE, *, subject: str = "my order") -> bytes:
    return letter(
        f"From: Eve <{sender}>", f"To: {SHOP}", f"Subject: {subject}", f"Message-ID: <g{serial}@evil.example>",
        text=f"My order {number} never arrived, it was due a week ago. Where is my parcel?",
    )  # fmt: skip


@pytest.mark.row(51)
def test_ten_thousand_guesses_learn_nothing_from_the_letters_or_the_time(
    tmp_path: Path, chance: random.Random, volume: Callable[[int], int]
):
    shop, kit = real_shop(tmp_path), the_kit()
    kit = replace(kit, packs={"shop": kit.packs["milliretro"]})
    numbers = chance.sample(range(100_000, 999_999), volume(10_000))
    theirs = {f"MR{number}" for number in numbers[::2]}
    give_orders(shop.app, [an_order(number) for number in sorted(theirs)])
    source = ImportedOrders(engine=shop.app.engine)
    letters: set[tuple[str, str, str, str]] = set()
    took: dict[bool, list[float]] = {True: [], False: []}
    for start in range(0, len(numbers), 200):
        mails = [
            RawMail(raw=asks(f"MR{number}", serial), received_at=NOON, source="-")
            for serial, number in enumerate(numbers[start : start + 200])
        ]
        for number, view in zip(numbers[start : start + 200], read(mails, "shop", kit, frozenset()), strict=True):
            assert view.extraction.order_numbers == (f"MR{number}",)
            began = time.perf_counter()
            orders = source.lookup("shop", [f"MR{number}"])
            verdict = judge(view, "shop", kit, orders=orders, history=History(), received_at=NOON)
            took[bool(orders)].append(time.perf_counter() - began)
            assert verdict.draft is not None
            letters.add((verdict.draft.subject, verdict.draft.text, verdict.draft.html, verdict.draft.template))
    assert len(letters) == 1
    medians = {there: statistics.median(times) for there, times in took.items()}
    assert 0.8 < medians[True] / medians[False] < 1.25, medians


@pytest.mark.row(51)
def test_a_foreign_an_unknown_and_an_unproven_order_get_the_same_letter(tmp_path: Path):
    shop = real_shop(tmp_path, voucher=Voucher(authserv_id="mx.shop.example"))
    give_orders(shop.app, [an_order("MR2001"), an_order("MR2002", EVE), an_order("MR2004", EVE)])
    word = b"Authentication-Results: mx.shop.example; dmarc=pass header.from=evil.example\n"
    deliver(shop, word + asks("MR2001", 1), asks("MR2002", 2), asks("MR2003", 3), word + asks("MR2004", 4))
    foreign, unproven, unknown, own = ((row["subject"], row["text"], row["html"]) for row in shop.rows("drafts"))
    assert foreign == unproven == unknown
    assert "MR2004" in own[1]


def tell(shop: Shop, row: int) -> tuple[bool, bool]:
    """Whether a ticket has a draft, and whether its page raises the alarm."""
    view = look(shop.app, shop.rows("tickets")[row]["public_id"])
    return view.draft is not None, make_sheet(shop.app, view, text=None, key="k").guessing


@pytest.mark.row(51)
@pytest.mark.parametrize("at_once", [True, False])
def test_the_sixth_foreign_number_within_a_day_ends_the_drafts_and_raises_the_alarm(tmp_path: Path, at_once: bool):
    shop = real_shop(tmp_path)
    give_orders(shop.app, [an_order(f"MR300{number}") for number in range(0, 9, 2)])
    mails = [asks(f"MR300{number}", number) for number in range(8)]
    for batch in [mails] if at_once else [[mail] for mail in mails]:
        deliver(shop, *batch)
    assert [tell(shop, row) for row in range(8)] == [(True, False)] * 5 + [(False, True)] * 3
    assert [row["abstained"] for row in shop.rows("tickets")][5:] == [True] * 3
    deliver(shop, asks("a cup", 9), asks("MR3001", 10, ANN))
    assert [tell(shop, row) for row in (8, 9)] == [(False, True), (True, False)]
    shop.later(hours=25)
    deliver(shop, asks("MR3003", 11))
    assert tell(shop, 10) == (True, False)


@pytest.mark.row(51)
def test_the_same_number_again_and_again_is_one_number_and_own_orders_are_none(tmp_path: Path):
    shop = real_shop(tmp_path)
    give_orders(shop.app, [an_order(f"MR400{number}", EVE) for number in range(9)])
    deliver(shop, *(asks("MR5001", number) for number in range(8)))
    deliver(shop, *(asks(f"MR400{number}", 20 + number) for number in range(8)))
    assert {tell(shop, row) for row in range(16)} == {(True, False)}


@pytest.mark.row(51)
def test_nobody_is_silenced_by_mails_in_their_name_that_nobody_vouches_for(tmp_path: Path):
    shop = real_shop(tmp_path, voucher=Voucher(authserv_id="mx.shop.example"))
    deliver(shop, *(asks(f"MR600{number}", number) for number in range(8)))
    word = b"Authentication-Results: mx.shop.example; dmarc=pass header.from=evil.example\n"
    shop.later(minutes=5)
    deliver(shop, word + asks("MR6009", 9))
    assert [tell(shop, row) for row in (7, 8)] == [(False, True), (True, False)]
