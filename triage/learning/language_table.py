"""How often runs of letters occur in each language: py3langid's model, cut down to the six languages of the trade.

The whole model knows 142 languages and takes a second and 75 MB to load; the table beside this file holds what tells
ours apart and gives the same answers. `python -m triage.learning.language_source` makes it anew. The terms of those
who trained it (BSD, three clauses) stand in `language_table.LICENSE`.
"""

import math
import unicodedata
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MOST_KEPT = 50_000
TABLE = Path(__file__).with_name("language_table.npz")


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTable:
    """The model as an automaton over octets.

    steps: every known state * 256 + octet, ascending; states: the one that each leads to; falls: where a state goes on
    when it has no such step. features: what reaching a state counts for, -1 for nothing. weights: one row a feature,
    one column a language; priors: one each. met: the steps that texts took so far, falls included.
    """

    languages: Sequence[str]
    steps: Sequence[int]
    states: Sequence[int]
    falls: Sequence[int]
    features: Sequence[int]
    weights: NDArray[np.float32]
    priors: NDArray[np.float32]
    met: dict[int, int] = field(default_factory=dict, repr=False)

    def shares(self, text: str) -> dict[str, float]:
        """The share of each language in what speaks for any of them, highest first; alike when nothing speaks."""
        octets = _octets(text)
        seen = self._seen(octets)
        count = len(seen)
        if count:
            places = np.fromiter(seen.keys(), dtype=np.intp, count=count)
            often = np.log1p(np.fromiter(seen.values(), dtype=np.float32, count=count))
            scores = often @ self.weights[places] + self.priors
        else:
            scores = np.zeros(len(self.languages), dtype=np.float32)
        scores *= 1.0 / math.sqrt(len(octets) or 1)
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        return dict(sorted(zip(self.languages, chances.tolist(), strict=True), key=itemgetter(1), reverse=True))

    def _seen(self, octets: bytes) -> Counter[int]:
        """How often each feature occurs."""
        met, features = self.met, self.features
        state = 0
        reached: list[int] = []
        for octet in octets:
            key = state << 8 | octet
            following = met.get(key)
            state = self._after(key) if following is None else following
            reached.append(features[state])
        seen = Counter(reached)
        seen.pop(-1, None)
        return seen

    def _after(self, key: int) -> int:
        """The state that an octet leads to; kept, as texts go the same ways again and again."""
        state, octet = key >> 8, key & 255
        following = self._step(key)
        while following == 0 and state:
            state = self.falls[state]
            following = self._step(state << 8 | octet)
        if len(self.met) < MOST_KEPT:
            self.met[key] = following
        return following

    def _step(self, key: int) -> int:
        """Where a step leads, 0 (where texts begin) when there is none."""
        at = bisect_left(self.steps, key)
        return self.states[at] if at < len(self.steps) and self.steps[at] == key else 0


@cache
def language_table() -> LanguageTable:
    """The table, loaded at the first call."""
    with np.load(TABLE, allow_pickle=False) as stored:
        parents, octets = stored["parents"].astype(np.uint32), stored["octets"]
        keys = (parents << 8 | octets)[1:]
        order = np.argsort(keys)
        return LanguageTable(
            languages=stored["languages"].tolist(),
            steps=array("I", keys[order].tobytes()),
            states=array("I", (order + 1).astype(np.uint32).tobytes()),
            falls=array("I", stored["falls"].astype(np.uint32).tobytes()),
            features=array("i", stored["features"].astype(np.int32).tobytes()),
            weights=stored["weights"].astype(np.float32),
            priors=stored["priors"],
        )


def _octets(text: str) -> bytes:
    text = text.lower() if text.isupper() else text
    return unicodedata.normalize("NFC", text).encode("utf-8", errors="surrogatepass")
