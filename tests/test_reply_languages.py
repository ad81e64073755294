"""The replies in every language that the shops write: all said, nothing more, and nothing left in English."""

import re
from functools import lru_cache
from pathlib import Path

import pytest

from triage.learning.language import detect
from triage.loaders.kit import load_packs, load_replies
from triage.policy.decision import Decision
from triage.records import Label
from triage.stages.draft import Matter, compose
from triage.stages.drafting.wording import SLOT
from triage.usecases.gallery import pictures_of

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "templates" / "replies"
PACKS = {store: versions[0] for store, versions in load_packs(ROOT).items()}
REPLIES = load_replies(ROOT)
FOUND = sorted({path.name.split(".")[1] for path in FOLDER.glob("common/letter.*.txt.j2")} - {"en"})
EVERYWHERE = [(store, language) for store in sorted(PACKS) for language in FOUND]
LONG_WORDS = 12
"""A sentence from this length on shows its language; in shorter ones names weigh too much."""
ADDRESSED = {
    "de": (r"\b(?:du|dich|dir|dein\w*)\b", r"\b(?:Ihnen|Ihr\w*)\b"),
    "fr": (r"\b(?:tu|toi|ton|ta|tes)\b", r"\b(?:vous|votre|vos)\b"),
}
"""The familiar and the polite words for a customer, where a language has words that mean nothing else."""

DAY_LED = {"de": ("am ", "zum ", "dem ", "der "), "fr": ("le ", "au ")}
"""What may stand before a day such as `1. April 2026` or `1er avril 2026`, where a language needs an article there."""


def parts(folder, language):
    ending = f".{language}.txt.j2"
    return {path.name.removesuffix(ending) for path in (FOLDER / folder).glob(f"*{ending}")}


def slots(words):
    return {found[1] for found in SLOT.finditer(words)}


@lru_cache
def pictures(store):
    return tuple(pictures_of(ROOT, PACKS[store], REPLIES, FOUND))


def letters(store, language):
    return [(picture.situation, picture.letters[language]) for picture in pictures(store)]


def unlike_any_case(store, language):
    """Letters that the worked cases do not bring about: of several matters, to a stranger, and while unsure."""
    opened = Decision(decision="review", statements=("colleague",))
    asked = Decision(decision="needs_info", missing=("order_number", "address", "photo"))
    every = [Matter(label=label, order_number="10482", decision=opened) for label in Label]
    for number in (None, "10482"):
        every += [Matter(label=label, order_number=number, decision=asked) for label in Label]
    stranger = Matter(label=Label.MISSING, order_number="10482", decision=opened, owned=False)
    for matters, sure in ((every, True), ([*every, stranger], True), ([stranger], True), (every, False), ([], False)):
        yield compose(matters, PACKS[store], REPLIES, subject="", name="Dana", sure=sure, language=language)


@pytest.mark.parametrize(("store", "language"), EVERYWHERE)
def test_every_statement_of_the_pack_is_there_and_no_other(store, language):
    assert set(REPLIES.translated(store, language)) == set(PACKS[store].statements)


@pytest.mark.parametrize(("store", "language"), EVERYWHERE)
def test_a_statement_has_the_places_and_the_bare_figures_of_the_english_one(store, language):
    for key, words in REPLIES.translated(store, language).items():
        english = PACKS[store].statements[key]
        assert slots(words) == slots(english), key
        assert re.findall(r"\d+", SLOT.sub("", words)) == re.findall(r"\d+", SLOT.sub("", english)), key


@pytest.mark.parametrize(("store", "language"), EVERYWHERE)
def test_a_bare_figure_is_followed_by_its_unit(store, language):
    units = REPLIES.units(language)
    for key, words in REPLIES.translated(store, language).items():
        for found in SLOT.finditer(words):
            if found[2]:
                forms = units[PACKS[store].stated[found[1]].unit]
                assert words[found.end() :].lstrip().startswith(tuple(forms)), key


@pytest.mark.parametrize("language", FOUND)
def test_every_unit_of_the_packs_has_its_words(language):
    used = {figure.unit for pack in PACKS.values() for figure in pack.stated.values()} - {"%", ""}
    assert used <= set(REPLIES.units(language))


@pytest.mark.parametrize("language", FOUND)
@pytest.mark.parametrize("folder", ["common", *sorted(PACKS)])
def test_every_part_that_exists_in_english_exists_in_the_language(folder, language):
    assert parts(folder, "en") <= parts(folder, language)


@pytest.mark.parametrize(("store", "language"), EVERYWHERE)
def test_no_long_sentence_is_left_in_english(store, language):
    for key, words in REPLIES.translated(store, language).items():
        plain = SLOT.sub("", words)
        if len(plain.split()) >= LONG_WORDS:
            assert detect(plain, default=language) != "en", key


@pytest.mark.parametrize(("store", "language"), EVERYWHERE)
def test_the_letters_of_the_gallery_are_written_in_the_language(store, language):
    assert [situation for situation, letter in letters(store, language) if letter.language != language] == []


@pytest.mark.parametrize(("store", "language"), EVERYWHERE)
def test_the_guard_holds_back_no_letter(store, language):
    written = [letter for _, letter in letters(store, language)]
    for letter in (*written, *unlike_any_case(store, language)):
        assert letter.withheld == (), letter.text


@pytest.mark.parametrize(("store", "language"), [one for one in EVERYWHERE if one[1] in ADDRESSED])
def test_a_store_keeps_one_form_of_address(store, language):
    written = [letter for _, letter in letters(store, language)]
    text = "\n".join(letter.subject + letter.text for letter in (*written, *unlike_any_case(store, language)))
    forms = [form for form in ADDRESSED[language] if re.search(form, text)]
    assert len(forms) == 1


@pytest.mark.parametrize(("store", "language"), [one for one in EVERYWHERE if one[1] in DAY_LED])
def test_a_day_stands_after_a_word_that_leads_a_day(store, language):
    for key, words in REPLIES.translated(store, language).items():
        for found in SLOT.finditer(words):
            if found[1] not in PACKS[store].stated:
                assert words[: found.start()].endswith(DAY_LED[language]), key
