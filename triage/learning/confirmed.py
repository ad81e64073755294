"""What a shop's own confirmed mail may add to the corpus, and which of it is not believed. Pure.

Three guards stand between a wrong label and the model: nobody's mails count for much, the whole shop's count for a
fifth at most, and a sender whose labels contradict what everybody else's mails teach is set aside.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from triage.learning.chances import at_least
from triage.learning.classify import LABELS, Floats
from triage.learning.corpus import Row, near_duplicates

MOST_OF_A_SENDER = 10
SHARE = 0.2
"""The most that confirmed mail may be of all that is learnt from."""
_SURE = 0.9
"""Probability of another label from which a given one counts as contradicted ..."""
_UNLIKELY = 0.1
"""... when each given one is less likely than this."""
_SET_ASIDE_FROM = 0.4
_NOISE = 0.001
_ANY_SHOP = 0.03
"""Contradicted share that no shop has to explain: people slip, and its mail is not the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """contradicted: ids of rows whose labels speak against what all other senders' mails teach. senders: hands whose
    rows are not learnt from. expected: share of the corpus that is contradicted in the same way. suspicious: more is
    contradicted than chance explains, so that a person should look before anything is promoted.
    """

    rows: int
    contradicted: tuple[str, ...]
    senders: frozenset[str]
    expected: float
    suspicious: bool


def within_limits(rows: Sequence[Row], corpus: Sequence[Row], locked: Sequence[Row]) -> tuple[Row, ...]:
    """The rows that may be learnt from, newest first as given: each text once, few of one sender, few in all.

    A text that was given different labels is nobody's word, and what resembles the locked test would spoil it.
    """
    most = int(len(corpus) * SHARE / (1 - SHARE))
    alike = {row.id for row in near_duplicates(rows, locked)}
    told: dict[str, set[tuple[str, ...]]] = {}
    for row in rows:
        told.setdefault(_words(row), set()).add(tuple(sorted(row.labels)))
    kept: list[Row] = []
    seen: set[str] = set()
    of_sender: Counter[str] = Counter()
    for row in rows:
        words = _words(row)
        if row.id in alike or words in seen or len(told[words]) > 1 or of_sender[row.hand] >= MOST_OF_A_SENDER:
            continue
        seen.add(words)
        of_sender[row.hand] += 1
        kept.append(row)
    return tuple(kept[:most])


def doubts(rows: Sequence[Row], unseen: Floats, corpus: Sequence[Row], unseen_corpus: Floats) -> Doubts:
    """Compare labels with probabilities by models that knew no mail of the same sender."""
    against = contradicted(rows, unseen)
    expected = float(contradicted(corpus, unseen_corpus).mean()) if len(corpus) else 0.0
    allowed = max(3 * expected, _ANY_SHOP)
    mails = Counter(row.hand for row in rows)
    bad = Counter(row.hand for row, wrong in zip(rows, against, strict=True) if wrong)
    return Doubts(
        rows=len(rows),
        contradicted=tuple(row.id for row, wrong in zip(rows, against, strict=True) if wrong),
        senders=frozenset(hand for hand, count in bad.items() if count >= 2 and count >= _SET_ASIDE_FROM * mails[hand]),
        expected=expected,
        suspicious=at_least(int(against.sum()), len(rows), allowed) < _NOISE,
    )


def contradicted(rows: Sequence[Row], unseen: Floats) -> Any:
    """Rows whose every label is held unlikely while another is held certain."""
    given = np.array([[label in row.labels for label in LABELS] for row in rows], dtype=bool).reshape(-1, len(LABELS))
    own = np.where(given, unseen, 0.0).max(axis=1, initial=0.0)
    other = np.where(given, 0.0, unseen).max(axis=1, initial=0.0)
    return (other >= _SURE) & (own < _UNLIKELY)


def _words(row: Row) -> str:
    return " ".join(f"{row.subject}\n{row.body}".casefold().split())
