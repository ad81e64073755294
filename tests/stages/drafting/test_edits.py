"""An agent's wording read again: remarks where a figure, a promise or an address has no source, and only there."""

from pathlib import Path

import pytest

from triage.loaders.kit import load_packs, load_replies
from triage.policy.decision import Decision
from triage.records import Label
from triage.stages.draft import Matter, compose
from triage.stages.drafting.edits import Verdict, reread

ROOT = Path(__file__).resolve().parents[3]
PACKS = {store: versions[0] for store, versions in load_packs(ROOT).items()}
PACK = PACKS["mila_mvmt"]
OTHERS = [pack for store, pack in PACKS.items() if store != "mila_mvmt"]
CLAUSE = "1. What is your Return Policy?"
DENIED = Verdict(decision="deny", remedies=(), cites=(CLAUSE,), because="sent after the last day")
LETTER = compose(
    [
        Matter(
            label=Label.OTHER,
            order_number="10482",
            decision=Decision(decision="deny", statements=("return.too_late",), deadline="2026-04-01", cites=(CLAUSE,)),
        )
    ],
    PACK,
    load_replies(ROOT),
    subject="Return",
)


def remarks(text, *verdicts):
    return reread(text, LETTER.text, LETTER.spans, verdicts or (DENIED,), PACK, OTHERS)


def test_the_prepared_letter_itself_gives_no_remark():
    assert remarks(LETTER.text) == []


def test_a_changed_figure_is_remarked_on_with_its_clause():
    changed = LETTER.text.replace("30 days", "45 days")
    (found,) = remarks(changed)
    assert found.kind == "figure"
    assert changed[found.start : found.end] == "45"
    assert "30 days" in found.what
    assert CLAUSE in found.cites


def test_a_changed_date_is_remarked_on():
    assert [one.kind for one in remarks(LETTER.text.replace("1 April", "9 April"))] == ["figure"]


@pytest.mark.parametrize(
    "sentence",
    [
        "We will refund you in full.", "Wir erstatten Ihnen den Betrag.", "Nous allons vous rembourser.",
        "Le haremos el reembolso hoy.", "La rimborseremo oggi.", "Vamos fazer o reembolso hoje.",
    ],
)  # fmt: skip
def test_a_refund_promised_against_a_refusal_is_remarked_on(sentence):
    (found,) = remarks(f"{LETTER.text}\n{sentence}")
    assert found.kind == "promise"
    assert found.cites == (CLAUSE,)
    assert "sent after the last day" in found.what


@pytest.mark.parametrize(
    "sentence",
    [
        "We cannot refund this.",
        "If it is approved, we refund you.",
        "Thank you for your patience.",
        "Liebe Grüße aus Bonn.",
    ],
)
def test_what_promises_nothing_new_is_left_alone(sentence):
    assert remarks(f"{LETTER.text}\n{sentence}") == []


def test_a_remedy_that_was_granted_may_be_named_and_not_refused():
    granted = Verdict(decision="approve", remedies=("exchange", "store_credit"), cites=(CLAUSE,))
    assert remarks(f"{LETTER.text}\nWe gladly exchange it.", granted) == []
    (found,) = remarks(f"{LETTER.text}\nWe do not exchange it.", granted)
    assert found.kind == "refusal"


def test_another_shops_name_or_address_is_remarked_on():
    (named,) = remarks(f"{LETTER.text}\nYour Milisima Studio team")
    assert "another shop" in named.what
    (unknown,) = remarks(f"{LETTER.text}\nWrite to help@elsewhere.example.")
    assert unknown.kind == "address"


def test_the_shops_own_address_is_no_remark():
    assert remarks(f"{LETTER.text}\nOr write to support@milamvmt.com.") == []
