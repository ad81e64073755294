"""Patterns asked of lower case find what (?i) finds."""

import re

import pytest

from triage.stages.extracting import number_words
from triage.stages.extracting.caseless import in_lower_case, lowered

TEXTS = [
    "ORDER Number 12345",
    "Bestellung Nr. 4711, STRASSE 5 und Straße 7",
    "İstanbul’da sipariş: Order N° 12345",
    "meine Beſtellung ORDER ıd 77",
    "COMMANDE Nº 20391, RÉFÉRENCE ÉTÉ",
    "\u212aAUF am 3. MÄRZ 2026 um 14:30",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_letter_stays_where_it_stood(text: str):
    assert len(lowered(text)) == len(text)


@pytest.mark.parametrize("text", TEXTS)
def test_lower_case_finds_what_any_case_finds(text: str):
    words = r"(?i)\b(?:order|bestellung|commande|référence|strasse|straße|märz|kauf|id)\b"
    assert [match.span() for match in in_lower_case(words).finditer(lowered(text))] == [
        match.span() for match in re.finditer(words, text)
    ]


def test_a_pattern_that_needs_a_capital_is_refused():
    with pytest.raises(ValueError, match="lower case"):
        in_lower_case(r"(?i)\b[A-Z]{2}\d")
    assert in_lower_case(r"(?i)\W\S\b\d").search(" x1") is None


@pytest.mark.parametrize("mask", [*number_words.MASKS, number_words.GLUED], ids=lambda mask: mask.pattern.pattern[:30])
def test_a_gate_is_open_wherever_its_pattern_matches(mask: number_words.Mask):
    texts = (
        "Call ME at TEL. 030 1234567, Order #12345 of MAY 5th, 2026",
        "WWW.Shop.Example/x1 KIM@Mail.example 5 Main Street, 12 RUE Haute",
        "Calle Mayor 12, HAUPTSTRASSE 7, Um 1430, ORDER12345 im MÄRZ 2026",
        "address TO 10115 LIVE at 77 on 3. JANUAR 2025",
    )
    hits = [text for text in texts if mask.pattern.search(text)]
    assert all(mask.gate is None or mask.gate.search(lowered(text)) for text in hits)
