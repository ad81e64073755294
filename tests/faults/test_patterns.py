"""Every pattern of the product: twice the text takes about twice the time, whatever the text repeats."""

import ast
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import triage
from tests.faults.patterns import all_patterns, patterns_within_functions, pumps
from triage.errors import OperatorError
from triage.policy.pack import parse_pack

PACK = Path(triage.__file__).parents[1] / "data" / "policies" / "mila_mvmt" / "pack.yaml"
GENERIC = ("a", "1", " ", "-", "_", ".", "<", "> ", "=?", "\n", "\t", "a ", "1 ", "a.", "a@", ": ", "é")
LENGTHS = (24, 32, 64, 256, 1024, 4096, 8192)
MOST_SECONDS = 0.1
MOST_GROWTH = 3.0
AT_START = frozenset(
    {
        # Asked only whether a text begins with them (match, fullmatch), mostly on one clean line.
        "triage.learning.words._DAY",
        "triage.learning.words._MEASURE",
        "triage.learning.words._MONEY",
        "triage.stages.drafting.wording._RANGE",
        "triage.stages.extract.BOOK",  # asked where a word begins, about a few words from there
        "triage.stages.parsing.automatic._SECOND_HAND",
        "triage.stages.parsing.automatic_content._ANSWERED",
        "triage.stages.parsing.automatic_content._PASSED_ON",
        "triage.stages.parsing.body.FORWARD_SUBJECT",
        "triage.stages.parsing.body._REPLY_SUBJECT",
        "triage.stages.parsing.cutter._RULE_LINE",
        "triage.stages.parsing.limits._HEADER_LINE",
        "triage.usecases.own.ADDRESS",
    }
)
CAPPED = {
    # The longest text that they are asked about: an address, a line, the words before a number.
    "triage.stages.extracting.number_words.JOINED_BEFORE": 60,
    "triage.stages.parsing.automatic_content.NO_REPLY": 320,
    "triage.stages.parsing.automatic_phrases.ROBOT": 320,
    "triage.stages.parsing.phrases.CLOSING": 200,
}

PUT_TOGETHER = {
    "learning.explanation.place_of 0": "words of a lexicon, escaped, with blanks between them",
    "policy.pack.pattern 0": "a shop's own pattern: it was tried by policy.linear when its pack was loaded",
    "stages.extracting.caseless.in_lower_case 0": "patterns that modules hold, found by all_patterns",
    "stages.extracting.number_words._mask 0": "patterns that its module holds, found by all_patterns",
    "stages.extracting.lexicon._drawer 0": "patterns of the lexicon, which a module holds and all_patterns finds",
    "stages.extracting.lexicon._drawer 1": "one of these patterns",
    "stages.extracting.order_numbers._shape 0": "of bounded parts around a shop's prefix; tests of numbers time it",
    "stages.extracting.order_numbers._shape 2": "a shop's own pattern, tried when its pack was loaded",
    "stages.parsing.automatic_tables.table 0": "stems of a table that a module holds, found by all_patterns",
    "web.sheet.pieces 0": "a phrase, escaped",
}
"""Patterns that are made at work, and why none of them can be slow."""


def seconds(pattern: re.Pattern[Any], text: str, *, at_start: bool) -> float:
    asked: Any = text.encode("utf-8", "surrogatepass") if isinstance(pattern.pattern, bytes) else text
    start = time.thread_time()
    if at_start:
        pattern.match(asked)
    else:
        for _ in pattern.finditer(asked):
            pass
    return time.thread_time() - start


def slow_text(name: str, pattern: re.Pattern[Any]) -> str | None:
    """What slows a pattern down more than its length explains."""
    place = name.split(" ")[0]
    for before, piece in [*pumps(pattern)[:8], *(("", piece) for piece in GENERIC)]:
        spent = 0.0
        for length in LENGTHS:
            if length > CAPPED.get(place, length):
                break
            text = before + piece * max(1, length // len(piece)) + "\x01"
            last, spent = spent, seconds(pattern, text, at_start=place in AT_START)
            if spent > 0.005:
                spent = min(spent, *(seconds(pattern, text, at_start=place in AT_START) for _ in range(2)))
            steep = length == 8192 and 0.005 < spent > MOST_GROWTH * last > 0
            if spent > MOST_SECONDS or steep:
                return f"{before!r} + {piece!r} * {length}: {spent:.3f} s, half of it {last:.3f} s"
    return None


@pytest.mark.row(21)
@pytest.mark.timeout(1800)
def test_every_pattern_takes_time_in_proportion_to_its_text(volume: Callable[[int], int]):
    patterns = all_patterns()
    assert len(patterns) > 1000
    chosen = list(patterns.items())[:: len(patterns) // volume(len(patterns))]
    slow = {name: words for name, pattern in chosen if (words := slow_text(name, pattern)) is not None}
    assert slow == {}


def _parsed(words: str) -> ast.expr:
    return ast.parse(words, mode="eval").body


@pytest.mark.row(21)
def test_a_pattern_within_a_function_is_as_quick_or_is_put_together_of_quick_parts():
    within = patterns_within_functions()
    literal = {name: node.value for name, words in within.items() if isinstance(node := _parsed(words), ast.Constant)}
    assert within.keys() - literal.keys() == PUT_TOGETHER.keys()
    slow = {name: words for name, written in literal.items() if (words := slow_text(name, re.compile(written)))}
    assert slow == {}


@pytest.mark.row(21)
@pytest.mark.parametrize(
    "pattern", [r"(a+)+$", r"(\d+)*-", r"\d+-\d+X", r".*.*=x", r"(x|xx)+y", r"(\w+\s?)+!", r"(?:[A-Z]+\d*)+#"]
)
def test_a_pack_whose_pattern_some_mails_would_keep_busy_does_not_load(pattern: str):
    text = re.sub(r"(?m)^order_number: .*$", lambda _: f"order_number: ['{pattern}']", PACK.read_text())
    with pytest.raises(OperatorError, match="busy for ever"):
        parse_pack(text, "pack.yaml")


@pytest.mark.row(21)
@pytest.mark.parametrize("words", ["order", "my order", "view", "view this", "you are", "This is an auto"])
def test_a_megabyte_of_blanks_behind_words_is_read_in_a_fifth_of_a_second_each(words: str):
    from triage.stages.parsing.automatic_phrases import BECAUSE
    from triage.stages.parsing.customer_words import CUSTOMER_ORDER

    text = words + "\n" * 1_000_000
    assert all(seconds(pattern, text, at_start=False) < 0.2 for pattern in (BECAUSE, CUSTOMER_ORDER))
