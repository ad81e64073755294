"""Rows 49, 51 and 63: nothing of an order is in a draft for somebody who is not known to be its owner, in any shop."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.stages.parsing.mails import NOON, read
from tests.usecases.conversation import the_kit
from triage.pipeline import judge
from triage.records import (
    Address,
    Category,
    Claim,
    Extraction,
    History,
    Label,
    OrderRecord,
    ParsedMail,
    Reading,
    Understanding,
)

ANN, EVE = "ann@mail.example", "eve@evil.example"
NUMBER = "ZQ90817"
MAIL = read(f"From: Ann <{ANN}>\nSubject: my order\n\nIt is about {NUMBER}, as I told you.")
KINDS = [
    "accessory",
    "apparel",
    "appliance",
    "bracelet",
    "card",
    "earrings",
    "electronics",
    "homeware",
    "print",
    "ring",
]
WANTS = ["refund", "replacement", "exchange", "cancel", "change", "compensation"]


def some_order(chance: random.Random) -> OrderRecord:
    """An order whose dates differ from all others."""
    day = {name: f"2026-02-{chance.randrange(1, 28):02}T{chance.randrange(24):02}:00:00+00:00" for name in
           ("placed_at", "fulfilled_at", "shipped_at", "delivered_at")}  # fmt: skip
    item = {"kind": chance.choice(KINDS), "personalized": chance.random() < 0.3, "sale": chance.random() < 0.3,
            "discount_percent": chance.choice([0, 40, 75]), "gift": chance.random() < 0.3}  # fmt: skip
    facts = dict(chance.sample(sorted(day.items()), chance.randrange(1, 5)))
    more = {
        "items": [item],
        "payment": chance.choice(["card", "paypal"]),
        "country": chance.choice(["US", "DE", "JP"]),
    }
    return OrderRecord(store="-", number=NUMBER, customer_email=ANN, facts=facts | more)


def about(mail: ParsedMail, label: Label, chance: random.Random) -> Reading:
    """A sure reading of the mail: one claim about the order."""
    facts = {"wants": [chance.choice(WANTS)], "has_photo": chance.random() < 0.5, "states_description": True}
    return Reading(
        mail=mail,
        understanding=Understanding(
            categories=(Category(label=label, probability=0.95),),
            abstained=False,
            evidence=(),
            language=chance.choice(["en", "de", "fr", "es", "it"]),
            model_version="-",
        ),
        extraction=Extraction(order_numbers=(NUMBER,), claims=(Claim(label=label, order_number=NUMBER, facts=facts),)),
    )


@pytest.mark.row(49, 51, 63)
@pytest.mark.parametrize(
    "mail",
    [
        replace(MAIL, vouched=False),
        replace(MAIL, one_author=False),
        replace(MAIL, one_author=False, vouched=True),
        replace(MAIL, sender=Address(name="Ann", address=EVE)),
        replace(MAIL, sender=Address(name="Ann", address=EVE), vouched=True),
        replace(MAIL, sender=Address(name="Ann", address="\u212ann@mail.example")),
        replace(MAIL, reply_to=Address(name="Ann", address=EVE), vouched=True),
        replace(MAIL, sender=Address(name="Ann", address="")),
    ],
    ids=["unvouched", "authors", "vouched authors", "stranger", "vouched stranger", "look-alike", "diverted", "nobody"],
)
def test_the_draft_is_that_of_an_order_which_nobody_ever_placed(
    mail: ParsedMail, chance: random.Random, volume: Callable[[int], int]
):
    kit = the_kit()
    for number in range(volume(1000)):
        store = sorted(kit.packs)[number % len(kit.packs)]
        label = list(Label)[number % len(Label)]
        view, order = about(mail, label, chance), some_order(chance)
        drafts = [
            judge(view, store, kit, orders=orders, history=History(), received_at=NOON)
            for orders in ({NUMBER: order}, {NUMBER: some_order(chance)}, {})
        ]
        assert drafts[0].draft == drafts[1].draft == drafts[2].draft
        assert [one.case for one in drafts[0].claims] == [one.case for one in drafts[2].claims]
        if drafts[0].draft is not None:
            assert NUMBER not in drafts[0].draft.text
            assert not [span for span in drafts[0].draft.spans if span.kind == "fact"]


@pytest.mark.row(49)
def test_the_owner_does_get_what_the_order_says():
    kit, chance = the_kit(), random.Random(5)
    told = 0
    for store in sorted(kit.packs):
        for label in Label:
            view = about(replace(MAIL, vouched=True), label, chance)
            found = judge(view, store, kit, orders={NUMBER: some_order(chance)}, history=History(), received_at=NOON)
            told += found.draft is not None and NUMBER in found.draft.text
    assert told > len(kit.packs)
