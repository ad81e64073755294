"""Makes of order numbers, and slips of the finger."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.learning.numbers import learnt_patterns, mistyped, unnamed


def test_letters_stand_and_digits_are_counted():
    (pattern,) = learnt_patterns(["KX-1042-B", "KX-1043-B", "KX-98214-B"])
    assert re.fullmatch(pattern, "KX-5555-B")
    assert re.fullmatch(pattern, "KX-55555-B")
    assert not re.fullmatch(pattern, "KX-555-B")
    assert not re.fullmatch(pattern, "KX-5555-C")


def test_a_make_that_hardly_occurs_is_not_learnt():
    assert learnt_patterns(["KX1042", "KX1043", "10482", "10483", "10484"]) == learnt_patterns(
        ["10482", "10483", "10484"]
    )


def test_what_the_pack_names_already_is_not_learnt_again():
    learnt = learnt_patterns(["10482", "10483", "10484", "W-1", "W-204", "W-205", "W-206"])
    assert [re.fullmatch(one, "W-207") is not None for one in unnamed(learnt, [re.compile(r"\d{5}")])] == [True]


@given(st.lists(st.from_regex(r"[A-Z]{0,3}[0-9]{3,6}", fullmatch=True), min_size=3, max_size=3))
def test_whatever_is_learnt_takes_all_that_it_was_learnt_from(numbers):
    three = [numbers[0]] * 3
    (pattern,) = learnt_patterns(three)
    assert re.fullmatch(pattern, numbers[0])


@pytest.mark.parametrize("given_number", ["10428", "10483", "1048", "104822", "1082"])
def test_one_digit_off_or_two_swapped_is_offered(given_number):
    assert mistyped(given_number, ["10482", "20771"]) == "10482"


@pytest.mark.parametrize("given_number", ["10482", "10999", "MG10482", "84201", "A0482"])
def test_the_same_number_and_others_are_not(given_number):
    assert mistyped(given_number, ["10482", "20771"]) is None


def test_two_that_it_could_be_are_none():
    assert mistyped("10483", ["10482", "10484"]) is None


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_only_the_customers_own_orders_are_ever_offered(number, owned):
    assert mistyped(number, owned) in {None, *owned}
