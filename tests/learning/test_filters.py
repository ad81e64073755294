"""Filters over word vectors, and the table they stand on."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.learning.rows import few_rows
from triage.learning.classify import Model
from triage.learning.features import kind_of, read
from triage.learning.filter_training import learn_filters
from triage.learning.filters import INPUTS, inputs
from triage.learning.train import readings_of, truth_of
from triage.learning.word_vectors import UNKNOWN, word_vectors


def likeness(left: str, right: str) -> float:
    table = word_vectors()
    one, other = table.vectors(np.array([table.place_of(word) for word in (left, right)], dtype=np.int32))
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other)))


def test_words_of_like_meaning_lie_near_one_another_across_languages() -> None:
    for near, word, far in (
        ("kaputt", "broken", "address"),
        ("remboursement", "refund", "broken"),
        ("talla", "size", "refund"),
        ("annullare", "cancel", "size"),
    ):
        assert likeness(near, word) > likeness(near, far)


def test_a_word_that_is_not_listed_is_read_by_its_beginning() -> None:
    table = replace(word_vectors(), places={"flap": 7, "wob": 8})
    assert table.place_of("flapping") == 7
    assert table.place_of("wobbliness") == UNKNOWN


def test_gibberish_and_numbers_are_unknown() -> None:
    assert {word_vectors().place_of(form) for form in ("#money", "?", "qxzvkwj", "")} == {UNKNOWN}


def test_every_listed_word_belongs_to_a_kind() -> None:
    assert kind_of("broken")
    assert kind_of("#money") == ""


def test_the_listed_forms_are_sorted_and_each_once() -> None:
    assert all(left < right for left, right in pairwise(word_vectors().places))


def test_a_mail_without_words_is_one_row_of_zeros() -> None:
    assert inputs(read("", "", "en")).shape == (1, INPUTS)
    assert not inputs(read("", "", "en")).any()


@settings(max_examples=50)
@given(st.lists(st.text(alphabet="abc broken mug never came size ?!\n", max_size=80), min_size=1, max_size=6))
def test_what_stands_beside_a_mail_changes_nothing_for_it(small_model: Model, texts: list[str]) -> None:
    mails = [inputs(read("", text, "en")) for text in texts]
    together = small_model.filters.respond(mails)
    alone = np.vstack([small_model.filters.respond([mail]) for mail in mails])
    assert np.allclose(together, alone, atol=1e-4)


def test_filters_learn_what_tells_the_labels_apart_and_the_same_twice() -> None:
    rows = few_rows()
    readings, truth = readings_of(rows), truth_of(rows)
    learnt, again = learn_filters(readings, truth, 3), learn_filters(readings, truth, 3)
    assert np.array_equal(learnt.heard, again.heard)
    responses = learnt.filters.respond([inputs(reading) for reading in readings])
    scores = responses @ learnt.heard.T + learnt.bias
    assert (truth[np.arange(len(rows)), scores.argmax(axis=1)]).mean() > 0.9
