"""What words mean: a point for each of some fifty thousand words in six languages, like words near one another.

What a mail says in words that no mail of the corpus holds is read by their neighbours. The table beside this file was
made from the sentence encoder that `word_vectors_source` names; its terms (Apache-2.0) stand in
`word_vectors.LICENSE`.
"""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TABLE = Path(__file__).with_name("word_vectors.npz")
UNKNOWN = 0
"""The place of every word that the table does not hold: a vector of zeros."""
_SHORTEST_STEM = 4
_LENGTH = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class WordVectors:
    """places: folded form -> row. steps: one row a word, in small whole steps; scale: the length of a step.

    kinds: to which group each word belongs. digest: sha256 of the file; a model serves only with the table that it was
    trained with.
    """

    places: Mapping[str, int]
    steps: NDArray[np.int8]
    scale: np.float32
    kinds: NDArray[np.uint16]
    digest: str

    def vectors(self, places: NDArray[np.int32]) -> NDArray[np.float32]:
        """The vectors in these rows, along one more axis; all of one length but that of `UNKNOWN`."""
        return self.steps[places].astype(np.float32) * self.scale

    def place_of(self, form: str) -> int:
        """The row of a folded form, or of the word that makes up most of its beginning; `UNKNOWN` when none does."""
        place = self.places.get(form)
        if place is not None:
            return place
        if not form.isalpha():
            return UNKNOWN
        shortest = max(_SHORTEST_STEM, (len(form) + 1) // 2)
        stems = (form[:length] for length in range(len(form) - 1, shortest - 1, -1))
        return next((self.places[stem] for stem in stems if stem in self.places), UNKNOWN)


@cache
def word_vectors() -> WordVectors:
    """The table, loaded at the first call."""
    octets = TABLE.read_bytes()
    with np.load(io.BytesIO(octets), allow_pickle=False) as stored:
        forms = stored["forms"].tobytes().decode().split("\n")
        known = stored["vectors"]
        return WordVectors(
            places={form: place for place, form in enumerate(forms, 1)},
            steps=np.vstack([np.zeros((1, known.shape[1]), dtype=np.int8), known]),
            scale=np.float32(stored["scale"] * _LENGTH),
            kinds=np.concatenate([np.zeros(1, dtype=np.uint16), stored["kinds"]]),
            digest=hashlib.sha256(octets).hexdigest(),
        )
