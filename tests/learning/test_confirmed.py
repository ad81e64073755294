"""What a shop's mail may add, and what of it is doubted."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from triage.learning.classify import LABELS
from triage.learning.confirmed import MOST_OF_A_SENDER, SHARE, doubts, within_limits
from triage.learning.corpus import Row
from triage.records import Label


def a_row(number: int, sender: str = "", label: Label = Label.DAMAGED) -> Row:
    return Row(
        id=str(number),
        subject="",
        body=f"mail of words {number} {number * 7} {number * 11}",
        labels=(label,),
        language="en",
        hand=sender or f"sender {number}",
        auto=False,
    )


CORPUS = [a_row(number) for number in range(1000, 1400)]


def certain(rows: list[Row], *, lies: set[int] = frozenset()) -> np.ndarray:
    """Probabilities of models that are sure of `damaged`, or of `missing` for the mails of `lies`."""
    unseen = np.full((len(rows), len(LABELS)), 0.01)
    for place in range(len(rows)):
        unseen[place, LABELS.index(Label.MISSING if place in lies else Label.DAMAGED)] = 0.97
    return unseen


@given(st.lists(st.integers(0, 30), max_size=300))
def test_no_sender_and_no_shop_counts_for_more_than_its_share(senders: list[int]):
    rows = [a_row(number, f"s{sender}") for number, sender in enumerate(senders)]
    kept = within_limits(rows, CORPUS, ())
    assert len(kept) <= SHARE * (len(CORPUS) + len(kept)) + 1
    assert all(sum(row.hand == one for row in kept) <= MOST_OF_A_SENDER for one in {row.hand for row in kept})


def test_the_newest_rows_are_kept():
    rows = [a_row(number, "eve") for number in range(30)]
    assert [row.id for row in within_limits(rows, CORPUS, ())] == [str(number) for number in range(MOST_OF_A_SENDER)]


def test_one_text_counts_once_and_not_at_all_when_people_disagree():
    twin = replace(a_row(1), id="twin", hand="another")
    assert [row.id for row in within_limits([a_row(1), twin], CORPUS, ())] == ["1"]
    assert within_limits([a_row(1), replace(twin, labels=(Label.MISSING,))], CORPUS, ()) == ()


def test_mail_like_the_locked_test_is_not_learnt_from():
    assert within_limits([a_row(1)], CORPUS, [replace(a_row(1), id="locked")]) == ()


def test_a_sender_whom_all_others_contradict_is_set_aside():
    rows = [a_row(number, f"s{number // 4}") for number in range(40)]
    found = doubts(rows, certain(rows, lies={0, 1, 2}), CORPUS, certain(CORPUS))
    assert found.senders == {"s0"}
    assert found.contradicted == ("0", "1", "2")


def test_a_single_slip_sets_nobody_aside():
    rows = [a_row(number, f"s{number // 4}") for number in range(40)]
    found = doubts(rows, certain(rows, lies={5}), CORPUS, certain(CORPUS))
    assert (found.senders, found.suspicious) == (frozenset(), False)


def test_many_contradictions_are_suspicious_whoever_they_are_from():
    rows = [a_row(number) for number in range(100)]
    found = doubts(rows, certain(rows, lies=set(range(20))), CORPUS, certain(CORPUS))
    assert (found.senders, found.suspicious) == (frozenset(), True)
