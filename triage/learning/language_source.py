"""Makes the language table from the installed py3langid: `python -m triage.learning.language_source`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_DIR, MODEL_FILE
from py3langid.modelio import load_model

from triage.learning.concepts import LANGUAGES
from triage.learning.language_table import TABLE


def main() -> int:
    """Write the table beside the module that reads it."""
    arrays: dict[str, Any] = dict(cut_down(Path(MODEL_DIR) / MODEL_FILE))
    np.savez_compressed(TABLE, **arrays)
    sys.stdout.write(f"{TABLE.name}: {TABLE.stat().st_size} bytes\n")
    return 0


def cut_down(model: Path) -> dict[str, NDArray[Any]]:
    """The arrays of the table. Raises ValueError when the model is no automaton that falls back to suffixes."""
    weights, priors, languages, rows, row_of, features = load_model(model)
    following = np.asarray(rows).reshape(-1, 256)[np.asarray(row_of)]
    parents, octets, falls = _as_tree(following)
    again = following[falls]
    again[0] = 0
    again[parents[1:], octets[1:]] = np.arange(1, len(parents))
    if not np.array_equal(again, following):
        raise ValueError("this model cannot be written as a tree with falls")
    columns = [place for place, language in enumerate(languages) if language in LANGUAGES]
    return {
        "languages": np.array([languages[place] for place in columns]),
        "parents": parents.astype(np.uint32),
        "octets": octets.astype(np.uint8),
        "falls": falls.astype(np.uint32),
        "features": np.asarray(features, dtype=np.int32),
        "weights": weights[:, columns],
        "priors": priors[columns],
    }


def _as_tree(following: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Of each state: the one it hangs on, the octet that leads from there, and the state of its longest suffix."""
    parents, octets, falls = (np.zeros(len(following), dtype=np.int64) for _ in range(3))
    for states, before, by in _levels(following):
        parents[states], octets[states] = before, by
        falls[states] = np.where(before == 0, 0, following[falls[before], by])
    return parents, octets, falls


def _levels(following: NDArray[Any]) -> Iterator[tuple[NDArray[Any], NDArray[Any], NDArray[Any]]]:
    """States by their distance from the first, with the state before each and the octet between."""
    reached = np.zeros(len(following), dtype=bool)
    reached[0] = True
    level = np.array([0])
    while len(level):
        after = following[level].ravel()
        fresh = np.flatnonzero(~reached[after])
        states, first = np.unique(after[fresh], return_index=True)
        places = fresh[first]
        yield states, level[places // 256], places % 256
        reached[states] = True
        level = states


if __name__ == "__main__":
    sys.exit(main())
