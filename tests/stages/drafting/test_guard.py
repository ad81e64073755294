"""The guard: a letter whose figures and promises have no source is refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from triage.loaders.kit import load_packs, load_replies
from triage.loaders.replies import ReplyTemplates
from triage.policy.decision import Decision
from triage.records import Label, Span
from triage.stages.draft import Matter, compose
from triage.stages.drafting.guard import faults

ROOT = Path(__file__).resolve().parents[3]
PACK = load_packs(ROOT)["mila_mvmt"][0]
REPLIES = load_replies(ROOT)


def said(text, *tied, language="en"):
    spans = [Span(start=text.index(t), end=text.index(t) + len(t), kind="statement", key="x") for t in tied]
    return faults(text, spans, language)


@pytest.mark.parametrize(
    "words",
    [
        "You have 14 days.", "It costs € five.", "Write to help@other.example.", "See https://other.example/returns",
        "A full refund follows.", "Wir erstatten den Preis.", "Vous serez remboursé.", "Le haremos el reembolso.",
        "Riceverà un rimborso.", "Faremos o reembolso.", "A voucher is yours.", "Come on 3/4.",
    ],
)  # fmt: skip
def test_what_binds_the_shop_needs_a_source(words):
    assert said(words)
    assert not said(words, words)


@pytest.mark.parametrize("words", ["Hello {name},", "Hello None,", "Hello \ue000,"])
def test_a_place_left_open_is_refused(words):
    assert "unfilled place" in said(words)[0]


def test_two_languages_in_one_letter_are_refused():
    german = "Bitte senden Sie uns ein Foto des Artikels, damit wir den Schaden ansehen und Ihnen antworten können."
    assert "another language (de)" in said(f"thank you for writing to us.\n\n{german}")[0]
    assert not said(german, language="de")


def test_a_letter_of_the_shop_itself_passes_and_names_the_source_of_each_figure():
    decision = Decision(decision="deny", statements=("return.too_late",), deadline="2026-04-01", cites=("1. Returns",))
    letter = compose(
        [Matter(label=Label.OTHER, order_number="10482", decision=decision)], PACK, REPLIES, subject="Return"
    )
    assert letter.withheld == ()
    shown = {(span.kind, span.key): letter.text[span.start : span.end] for span in letter.spans}
    assert shown["figure", "return_days"] == "30 days"
    assert shown["fact", "deadline"] == "1 April 2026"
    assert shown["fact", "order_number"] == "10482"


def test_a_refused_letter_gives_way_to_the_holding_reply_and_says_why(tmp_path):
    words = (ROOT / "templates/replies/common").glob("*")
    (tmp_path / "common").mkdir()
    for path in words:
        (tmp_path / "common" / path.name).write_text(path.read_text())
    letter = tmp_path / "common/letter.en.txt.j2"
    letter.write_text(letter.read_text() + "\nP.S. 20 % off your next order\n")
    decision = Decision(decision="inform", statements=("ship.worldwide",))
    drafted = compose(
        [Matter(label=Label.OTHER, order_number=None, decision=decision)],
        replace(PACK, store="nowhere"),
        ReplyTemplates(tmp_path),
        subject="Shipping",
    )
    assert drafted.template.endswith("/holding")
    assert "20" not in drafted.text
    assert "nothing in the policy bears the figure or address `20`" in drafted.withheld
