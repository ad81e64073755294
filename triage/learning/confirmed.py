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
_SURE, _UNLIKELY = 0.7, 0.2
"""A row is contradicted when another label is at least this likely, and each given one less likely than that."""
_DOUBTFUL = 0.3
"""A row is doubtful when each given label is less likely than this."""
_SET_ASIDE_FROM = 0.4
_CHANCE = 0.05
"""Chance below which doubts are no accident. Not strict: a false alarm costs a look, a missed one a model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """contradicted: ids of rows whose labels speak against what all other senders' mails teach. senders: hands whose
    rows are not learnt from. doubtful, expected: share of the rows, and of the corpus, whose labels nobody else's mail
    supports. suspicious: more is doubted than chance explains, so that a person should look before anything serves.
    """

    rows: int
    contradicted: tuple[str, ...]
    senders: frozenset[str]
    doubtful: float
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
    """Compare labels with probabilities by models that knew no mail of the same sender.

    A shop's mail is a little harder than the corpus; hence it may be doubted half as often again, and contradicted
    twice as often.
    """
    against, doubtful = _against(rows, unseen)
    usual_against, usual_doubtful = (float(one.mean()) if len(one) else 0.0 for one in _against(corpus, unseen_corpus))
    mails = Counter(row.hand for row in rows)
    bad = Counter(row.hand for row, wrong in zip(rows, against, strict=True) if wrong)
    chance = min(
        at_least(int(doubtful.sum()), len(rows), max(1.5 * usual_doubtful, 0.05)),
        at_least(int(against.sum()), len(rows), 2 * usual_against + 0.01),
    )
    return Doubts(
        rows=len(rows),
        contradicted=tuple(row.id for row, wrong in zip(rows, against, strict=True) if wrong),
        senders=frozenset(hand for hand, count in bad.items() if count >= 2 and count >= _SET_ASIDE_FROM * mails[hand]),
        doubtful=float(doubtful.mean()) if len(rows) else 0.0,
        expected=usual_doubtful,
        suspicious=chance < _CHANCE,
    )


def _against(rows: Sequence[Row], unseen: Floats) -> tuple[Any, Any]:
    """Which rows are contradicted, and which are doubtful."""
    given = np.array([[label in row.labels for label in LABELS] for row in rows], dtype=bool).reshape(-1, len(LABELS))
    own = np.where(given, unseen, 0.0).max(axis=1, initial=0.0)
    other = np.where(given, 0.0, unseen).max(axis=1, initial=0.0)
    return (other >= _SURE) & (own < _UNLIKELY), own < _DOUBTFUL


def _words(row: Row) -> str:
    return " ".join(f"{row.subject}\n{row.body}".casefold().split())
