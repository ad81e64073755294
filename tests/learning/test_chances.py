"""Chances and intervals against what can be counted out by hand."""

import math

from hypothesis import given
from hypothesis import strategies as st

from triage.learning.chances import as_different, at_least, at_most, interval
from triage.records import Label

SHARES = st.floats(0.01, 0.99)


def test_a_fair_coin_counted_out():
    assert math.isclose(at_least(8, 10, 0.5), 56 / 1024)
    assert math.isclose(at_most(2, 10, 0.5), 56 / 1024)


@given(st.integers(1, 400), st.data(), SHARES)
def test_more_or_fewer_is_everything(count: int, data: st.DataObject, share: float):
    hits = data.draw(st.integers(1, count))
    assert math.isclose(at_least(hits, count, share) + at_most(hits - 1, count, share), 1.0, abs_tol=1e-6)


def test_what_cannot_happen_has_no_chance():
    assert at_least(1, 10, 0.0) == 0.0
    assert at_least(0, 10, 0.0) == 1.0
    assert at_least(3, 10, 1.0) == 1.0


@given(st.integers(0, 5000), st.data())
def test_an_interval_holds_what_was_seen(count: int, data: st.DataObject):
    hits = data.draw(st.integers(0, count))
    low, high = interval(hits, count)
    assert 0.0 <= low <= (hits / count if count else 0.5) <= high <= 1.0


def test_no_mistake_in_sixty_is_not_no_risk():
    low, high = interval(0, 60)
    assert low == 0.0
    assert 0.05 < high < 0.07


def test_the_same_mix_is_no_difference_and_another_is():
    even = {label.value: 1 / 7 for label in Label}
    assert as_different({label.value: 100 for label in Label}, even, 10_000) == 1.0
    tilted = {label.value: 160 if label is Label.OTHER else 90 for label in Label}
    assert as_different(tilted, even, 100_000) < 0.001
    assert as_different(tilted, even, 100) > 0.05
    assert as_different({label.value: 0 for label in Label}, even, 10) == 1.0
