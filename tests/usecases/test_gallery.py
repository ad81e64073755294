"""The gallery: every reply on one page, none held back, none twice."""

from pathlib import Path

import pytest

from triage.errors import OperatorError
from triage.loaders.kit import load_packs, load_replies
from triage.usecases.gallery import gallery, pictures_of

ROOT = Path(__file__).resolve().parents[2]
PACKS = load_packs(ROOT)
REPLIES = load_replies(ROOT)


@pytest.mark.parametrize("store", sorted(PACKS))
def test_the_guard_holds_back_no_reply_of_the_shops_in_any_language(store):
    pack = PACKS[store][0]
    pictures = list(pictures_of(ROOT, pack, REPLIES, pack.languages))
    held = [
        (picture.situation, language, letter.withheld)
        for picture in pictures
        for language, letter in picture.letters.items()
        if letter.withheld
    ]
    assert held == []
    assert {picture.decision.decision for picture in pictures} == {"approve", "deny", "needs_info", "inform", "review"}


def test_a_situation_that_says_the_same_is_shown_once():
    pictures = list(pictures_of(ROOT, PACKS["migems"][0], REPLIES, ["en"]))
    said = [(one.decision.decision, one.decision.statements, one.decision.missing) for one in pictures]
    assert len(said) == len(set(said))


def test_the_page_shows_the_stores_that_were_asked_for():
    page = gallery(ROOT, ["milisima"], ["en"])
    assert "Milisima Studio" in page
    assert "MIGEMS" not in page


def test_an_unknown_store_is_named_with_the_known_ones():
    with pytest.raises(OperatorError, match="no store 'nowhere'"):
        gallery(ROOT, ["nowhere"])
