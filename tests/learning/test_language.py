"""The language of short and mixed texts."""

import json
from pathlib import Path

import pytest

from triage.learning.language import detect

TABLE = [json.loads(line) for line in (Path(__file__).parent / "languages.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", TABLE, ids=[f"{row['language']}-{place}" for place, row in enumerate(TABLE)])
def test_a_short_text_is_in_its_language(row):
    assert detect(row["text"]) == row["language"]


@pytest.mark.parametrize("text", ["", "10482", "Pedido 10482", "ok", "?!"])
def test_words_that_do_not_tell_are_in_the_language_to_be_expected(text):
    assert detect(text, default="es") == "es"


def test_only_languages_of_the_shop_are_told():
    assert detect("Mijn pakket is nog niet aangekomen", languages=["de", "en"]) in ("de", "en")
    assert detect("La mia tazza è arrivata rotta ieri mattina", languages=["es", "en"]) in ("es", "en")


def test_names_of_goods_do_not_tell_the_language():
    assert detect('Ist das "Too Cool For School Forever Young Tee" da?') == "de"
    assert detect("Me falta el Oversized Unisex Summer Hoodie") == "es"
