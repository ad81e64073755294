"""Stage 3: orders, claims and the laws that hold for any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stages.extracting.mails import NUMBERS, a_mail, claim, extracted, understood
from triage.policy.vocabulary import MESSAGE
from triage.records import Auto, Evidence, Label
from triage.stages.extract import extract

LABELS = [label.value for label in Label]


def orders(extraction):
    return [(one.label.value, one.order_number) for one in extraction.claims]


def test_automatic_mail_has_order_numbers_and_no_claims():
    mail = a_mail("I am away. Order 10482", auto=Auto.AUTO_REPLY)
    found = extract(mail, understood(["other"]), NUMBERS)
    assert found.order_numbers == ("10482",)
    assert found.claims == ()


def test_one_order_serves_every_claim():
    found = extracted("Order 10482: the cup is cracked, and one spoon is missing.", "damaged", "missing")
    assert orders(found) == [("damaged", "10482"), ("missing", "10482")]


def test_each_claim_gets_the_order_that_its_words_stand_with():
    found = extracted(
        "I still wait for the refund for 10781. Please also cancel 10822, ordered last night.",
        "late_refund",
        "cancellation",
    )
    assert orders(found) == [("late_refund", "10781"), ("cancellation", "10822")]


def test_a_verb_before_its_order_does_not_take_the_order_before():
    found = extracted(
        "Da die Erstattung für 10849 aussteht, muss ich die Bestellung 10896 stornieren.", "late_refund", "cancellation"
    )
    assert orders(found) == [("late_refund", "10849"), ("cancellation", "10896")]
    assert found.claims[1].facts["wants"] == ["cancel"]


def test_evidence_ties_a_label_to_an_order_where_the_phrases_are_silent():
    text = "10781 is oddly zubbly. 10822 is quite flimmerish."
    evidence = [
        Evidence(label=Label.DAMAGED, phrase="flimmerish", weight=2.0),
        Evidence(label=Label.WRONG_ITEM, phrase="oddly zubbly", weight=1.5),
    ]
    found = extract(a_mail(text), understood(["damaged", "wrong_item"], evidence), NUMBERS)
    assert orders(found) == [("damaged", "10822"), ("wrong_item", "10781")]


def test_orders_listed_with_one_wish_are_one_claim_each():
    found = extracted("Please cancel 10824 and 10825.", "cancellation")
    assert orders(found) == [("cancellation", "10824"), ("cancellation", "10825")]


def test_two_orders_told_of_apart_are_one_claim():
    text = "I ended up with two identical orders, 10824 and 10825. Keep the first, get rid of 10825 please."
    assert len(extracted(text, "cancellation").claims) == 1


def test_a_list_of_many_orders_gives_five_claims_at_most():
    text = "Please cancel " + ", ".join(str(10800 + at) for at in range(9)) + "."
    assert len(extracted(text, "cancellation").claims) == 5


def test_pictures_belong_to_the_claim_that_they_show():
    found = extracted("The cup of 10482 is cracked. One spoon is missing.", "damaged", "missing", files=["cup.jpg"])
    assert [one.facts["has_photo"] for one in found.claims] == [True, False]


def test_a_logo_is_no_photo():
    assert claim("The cup is cracked.", "damaged", files=["logo.png"]).facts["has_photo"] is False


def test_quoted_history_states_no_facts():
    facts = extracted("Any news?", "missing", history="> I want a refund, the vase arrived cracked").claims[0].facts
    assert "wants" not in facts


@pytest.mark.parametrize(
    "text",
    [
        "The ring is cracked. I don't want a refund.",
        "Der Ring ist gerissen. Eine Erstattung möchte ich nicht.",
        "La bague est fendue. Je ne veux pas de remboursement.",
        "El anillo está rayado. No quiero reembolso.",
        "L'anello è graffiato. Non voglio il rimborso.",
        "O anel está riscado. Não quero reembolso.",
    ],
)
def test_a_refused_remedy_is_not_wanted(text):
    assert "wants" not in claim(text, "damaged").facts


def test_a_subject_does_not_ask_for_a_remedy_that_the_body_drops():
    found = claim("I would rather have the right cushion, the one here is grey.", "wrong_item", subject="Refund?")
    assert found.facts["wants"] == ["replacement"]


def test_a_subject_alone_says_what_is_wanted():
    assert claim("", "cancellation", subject="Please cancel order 10482").facts["wants"] == ["cancel"]


def test_an_order_number_is_neither_postcode_nor_telephone():
    facts = claim("My phone order 203655512 is cracked, 7 Mill Street.", "damaged").facts
    assert "states_address" not in facts
    assert "states_phone" not in facts


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=400), label=st.sampled_from(LABELS))
def test_any_text_gives_only_facts_of_the_closed_list(text, label):
    for one in extracted(text, label).claims:
        for name, value in one.facts.items():
            allowed = MESSAGE[name].values
            assert not allowed or set(value if isinstance(value, list) else [value]) <= set(allowed)


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="refund cancel 10482 10483 not . , ? \n", max_size=300))
def test_every_label_has_its_claim_and_every_claim_a_known_order(text):
    found = extracted(text, "damaged", "cancellation", "missing")
    assert [one.label.value for one in found.claims] == ["damaged", "cancellation", "missing"]
    assert {one.order_number for one in found.claims} <= {*found.order_numbers, None}


@pytest.mark.parametrize(
    "unit",
    [
        "please refund me not ",
        "cancel 10482 ",
        "a ",
        "\n \t",
        "' - , ",
        "12 Mill Street EX1 4TT\n",
        "no no arrived the ",
    ],
)
def test_twice_the_text_takes_no_more_than_about_twice_the_time(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        extracted(text, "damaged", "cancellation")
        return time.process_time() - start

    seconds(20_000)
    assert seconds(1_000_000) <= 0.5 + 3 * seconds(500_000)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("MR2911 arrived with a broken cup and MR2912 never arrived.", {"damaged": "MR2911", "missing": "MR2912"}),
        (
            "Please cancel MR2913. Also, the refund for MR2914 has still not come.",
            {"cancellation": "MR2913", "late_refund": "MR2914"},
        ),
        ("Die Tasse aus MR2911 ist zerbrochen. Bei MR2912 fehlt ein Teil.", {"damaged": "MR2911", "missing": "MR2912"}),
        (
            "La commande MR2911 est arrivée cassée ; pour la MR2912, vous avez envoyé la mauvaise couleur.",
            {"damaged": "MR2911", "wrong_item": "MR2912"},
        ),
        (
            "El pedido MR2911 llegó roto. Además quiero cancelar el MR2912.",
            {"damaged": "MR2911", "cancellation": "MR2912"},
        ),
        (
            "L'ordine MR2911 non è mai arrivato e per MR2912 aspetto ancora il rimborso.",
            {"missing": "MR2911", "late_refund": "MR2912"},
        ),
        ("O MR2911 veio errado e o MR2912 veio quebrado.", {"wrong_item": "MR2911", "damaged": "MR2912"}),
        (
            "Two things: refund for MR2911 (returned in April) is late, and MR2912 came with one pin short.",
            {"late_refund": "MR2911", "missing": "MR2912"},
        ),
        (
            "MR2911: broken. MR2912: missing. MR2913: please cancel.",
            {"damaged": "MR2911", "missing": "MR2912", "cancellation": "MR2913"},
        ),
    ],
)
def test_each_matter_has_its_own_order(text: str, claims: dict[str, str]):
    assert {one.label.value: one.order_number for one in extracted(text, *claims).claims} == claims
