"""Order numbers: a table in six languages, and laws."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stages.parsing.mails import parsed
from triage.loaders.kit import load_packs
from triage.stages.extracting.order_numbers import find_order_numbers

SHAPES = {
    "mila_mvmt": [r"(?<![\w-])\d{5}(?:-[A-Z0-9]{1,2})?(?![\w-])"],
    "milliretro": [r"MR\s?\d{4}"],
    "milisima": [r"(?<![\w-])\d{4}(?:-[A-Z0-9]{1,2})?(?![\w-])"],
    "marketplace": [r"\d{9}"],
    "migems": [r"(?:MG\s?)?\d{5}"],
    "": [],
}
TABLE = [json.loads(line) for line in (Path(__file__).parent / "order_numbers.jsonl").read_text("utf-8").splitlines()]


def found(row):
    mail = parsed(row["subject"], row["text"], history=row["history"], filenames=tuple(row["filenames"]))
    return list(find_order_numbers(mail, SHAPES[row["store"]]))


@pytest.mark.parametrize("row", TABLE, ids=[row["id"] for row in TABLE])
def test_the_order_numbers_of_the_table_are_found_in_order(row):
    assert found(row) == row["expected"]


def test_a_postcode_below_a_street_is_no_order():
    mail = parsed("pedido 10915", "La dirección correcta es:\n\nCalle del Molino 41\n31099 Villaejemplo\n")
    assert find_order_numbers(mail, SHAPES["mila_mvmt"]) == ("10915",)


def test_a_compiled_pattern_serves_as_well():
    assert find_order_numbers(parsed(text="MR2640 broke"), [re.compile(r"MR\d{4}")]) == ("MR2640",)


@given(st.text(), st.text())
@settings(max_examples=200, deadline=None)
def test_numbers_are_upper_case_without_blanks_and_each_once(subject, text):
    numbers = find_order_numbers(parsed(subject, text), SHAPES["migems"])
    assert len(numbers) == len(set(numbers))
    assert all(number == number.upper() and not re.search(r"[\s#]", number) for number in numbers)


@given(st.integers(10000, 99999))
def test_a_number_called_an_order_is_always_found(number):
    assert find_order_numbers(parsed(text=f"My order {number} broke."), SHAPES["mila_mvmt"]) == (str(number),)


@pytest.mark.parametrize(
    "piece", ["12345, ", "1 ", "order no. # ", "MG ", "+1 234 ", "1,111", "12 Abc Def ", "AB12345-", "1\n12345 Ab\n"]
)
def test_a_megabyte_of_anything_is_searched_in_a_moment(piece):
    mail = parsed(text=piece * (1_000_000 // len(piece)))
    start = time.process_time()
    find_order_numbers(mail, SHAPES["migems"])
    assert time.process_time() - start < 1


BY_PACK = [
    json.loads(line) for line in (Path(__file__).parent / "order_numbers_by_pack.jsonl").read_text("utf-8").splitlines()
]
PACKS = load_packs(Path(__file__).parents[3])


@pytest.mark.parametrize("row", BY_PACK, ids=[row["id"] for row in BY_PACK])
def test_the_order_numbers_of_each_shop_are_found_by_its_pack(row):
    patterns = PACKS[row["store"]][0].order_number_patterns if row["store"] else ()
    assert list(find_order_numbers(parsed(row["subject"], row["text"]), patterns)) == row["expected"]
