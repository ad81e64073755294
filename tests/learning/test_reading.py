"""What a model makes of mails: batches, evidence, thresholds, words and ideas."""

import time
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.learning.classify import LABELS, Model
from triage.learning.concepts import LANGUAGES, ideas_in
from triage.learning.corpus import Row
from triage.learning.language import detect
from triage.learning.reader import TrainedClassifier
from triage.learning.verdict import judge, name_labels
from triage.learning.words import words_of
from triage.records import Label
from triage.usecases.learn import mail_of

TEXTS = (
    "The mug arrived broken in three pieces",
    "Please cancel my order before it ships. Which size should I take then?",
    "Mein Paket ist nie angekommen",
    "",
    "!!!",
)


def row(body: str, *labels: Label) -> Row:
    return Row(id="r", subject="", body=body, labels=labels or (Label.OTHER,), language=None, hand="h", auto=False)


def test_a_batch_answers_as_each_mail_alone(small_model: Model) -> None:
    classifier = TrainedClassifier(version="one", model=small_model)
    mails = [mail_of(row(text)) for text in TEXTS]
    assert classifier.understand(mails, ["en"]) == [classifier.understand([mail], ["en"])[0] for mail in mails]


def test_no_mails_give_no_answers(small_model: Model) -> None:
    assert TrainedClassifier(version="one", model=small_model).understand([], ["en"]) == []


def test_evidence_is_quoted_from_the_mail(small_model: Model) -> None:
    text = "Hello, the mug arrived broken in three pieces."
    answer = TrainedClassifier(version="one", model=small_model).understand([mail_of(row(text))], ["en"])[0]
    assert answer.primary is Label.DAMAGED
    assert answer.evidence
    assert all(piece.phrase in text and piece.weight > 0 for piece in answer.evidence)


def test_a_quote_neither_begins_nor_ends_with_a_hollow_word(small_model: Model) -> None:
    text = "The mug and the lid arrived broken in three pieces, and the box was wet."
    answer = TrainedClassifier(version="one", model=small_model).understand([mail_of(row(text))], ["en"])[0]
    words = [piece.phrase.lower().split() for piece in answer.evidence]
    assert words
    assert all({phrase[0], phrase[-1]}.isdisjoint({"and", "the", "in", "was", "a", "of"}) for phrase in words)


def test_evidence_speaks_for_labels_that_are_named(small_model: Model) -> None:
    classifier = TrainedClassifier(version="one", model=small_model)
    for answer in classifier.understand([mail_of(row(text)) for text in TEXTS], ["en"]):
        assert {piece.label for piece in answer.evidence} <= {category.label for category in answer.categories}


def test_a_wordless_mail_goes_to_a_person(small_model: Model) -> None:
    answer = TrainedClassifier(version="one", model=small_model).understand([mail_of(row(""))], ["de", "en"])[0]
    assert answer.abstained
    assert answer.language == "de"


@given(st.lists(st.floats(0, 1), min_size=len(LABELS), max_size=len(LABELS)))
def test_a_label_set_is_never_empty_and_likeliest_first(chances: list[float]) -> None:
    named = name_labels(np.array(chances), np.full(len(LABELS), 0.5))
    assert named
    assert [chances[place] for place in named] == sorted((chances[place] for place in named), reverse=True)


@given(st.lists(st.floats(0, 1), min_size=len(LABELS), max_size=len(LABELS)))
def test_every_label_at_its_threshold_is_named(chances: list[float]) -> None:
    matters = {place for place in range(len(LABELS) - 1) if chances[place] >= 0.5}
    assert matters <= set(name_labels(np.array(chances), np.full(len(LABELS), 0.5)))


@given(st.lists(st.floats(0, 1), min_size=len(LABELS), max_size=len(LABELS)))
def test_certainty_is_a_probability(chances: list[float]) -> None:
    verdict = judge(np.array(chances), np.full(len(LABELS), 0.5), np.array([0.1, 1.0, -1.0, 0.5, -0.2]))
    assert 0.0 <= verdict.certainty <= 1.0


@given(st.text(max_size=300))
def test_words_stand_where_they_say(text: str) -> None:
    whole = unicodedata.normalize("NFC", text)
    places = [(word.start, word.end) for word in words_of(text)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(whole) for start, end in places)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_ideas_never_overlap(text: str, language: str) -> None:
    forms = [word.form for word in words_of(text)]
    ideas = ideas_in(forms, language)
    edges = [edge for idea in ideas for edge in (idea.first, idea.last)]
    assert edges == sorted(edges)
    assert all(idea.first < idea.last <= len(forms) for idea in ideas)


@pytest.mark.parametrize(
    ("text", "language", "idea"),
    [
        ("it never arrived", "en", "NO_COME"),
        ("Paket ist nie angekommen", "de", "NO_COME"),
        ("je n'ai jamais reçu mon colis", "fr", "NO_COME"),
        ("no me ha llegado", "es", "NO_COME"),
        ("non è mai arrivato", "it", "NO_COME"),
        ("ainda não chegou", "pt", "NO_COME"),
        ("bitte stornieren", "de", "CANCEL"),
        ("kaputtgegangen", "de", "BROKEN"),
        ("I changed my mind", "en", "CHANGE_MIND"),
        ("passt leider nicht", "de", "POOR_FIT"),
        ("it was entirely my own doing", "en", "OWN_FAULT"),
        ("quelle taille prendre", "fr", "WHICH"),
    ],
)
def test_the_same_idea_is_found_in_every_language(text: str, language: str, idea: str) -> None:
    assert idea in {found.name for found in ideas_in([word.form for word in words_of(text)], language)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Where is my parcel?", "en"),
        ("Wo ist mein Paket?", "de"),
        ("Où est mon colis ?", "fr"),
        ("¿Dónde está mi paquete?", "es"),
        ("Dov'è il mio pacco?", "it"),
        ("Onde está a minha encomenda?", "pt"),
        ("cancel pls 10960", "en"),
        ("Danke", "de"),
    ],
)
def test_the_language_of_a_few_words_is_seen(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_text_without_words_is_in_the_shops_language() -> None:
    assert detect("12345 ???", default="it") == "it"


def test_a_megabyte_is_read_in_a_fifth_of_a_second(small_model: Model) -> None:
    classifier = TrainedClassifier(version="one", model=small_model)
    for text in ("a" * 1_000_000, "not " * 250_000, "1,1" * 300_000, "$1 " * 300_000, "é\u0301" * 300_000):
        times = []
        for _ in range(3):  # a collection of the test run's own garbage may fall into one of them
            started = time.process_time()
            classifier.understand([mail_of(row(text))], ["en"])
            times.append(time.process_time() - started)
        assert min(times) < 0.2
