"""How well new words were found: right, kept, clean."""

import re
from collections import Counter
from dataclasses import dataclass

from tests.stages.parsing.history.table import Row

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Score:
    """right: token F1 of at least nine tenths. kept: no word of the customer is gone. clean: no older line is left."""

    right: bool
    kept: bool
    clean: bool


def score(row: Row, found: str) -> Score:
    """Compare what was found with what was written."""
    wanted, got = Counter(words(row.new)), Counter(words(found))
    common = sum((wanted & got).values())
    total = sum(wanted.values()) + sum(got.values())
    flat = " ".join(words(found))
    return Score(
        right=2 * common >= 0.9 * total,
        kept=not wanted - got,
        clean=not any(" ".join(words(line)) in flat for line in row.old),
    )


def words(text: str) -> list[str]:
    """Words in lower case."""
    return WORD.findall(text.lower())
