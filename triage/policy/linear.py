"""Is a pattern safe to run on strangers' text? Twice the text may take twice the time, not four times."""

import re
import time
from collections.abc import Iterator
from itertools import product

MOST_SECONDS = 0.02
"""What a text of this length may take at most: a thousand times what a plain pattern takes."""
MOST_GROWTH = 3.0
"""Twice the text, at most so many times the time. Two would be exact; the rest is for a busy machine."""
_LENGTHS = (*range(8, 40, 4), 64, 128, 256, 512, 1024, 2048)
"""Small steps first, so that even time that doubles with every letter is seen before it lasts."""
_NOTICED_SECONDS = 0.001
_WORDS = re.compile(r"[^\W_]{2,40}")
_CLASSES = ("a", "A", "1", " ", "-", "_", ".", "#", "\n", "ü")
_ENDS = ("", "\x00")


def slow_on(pattern: re.Pattern[str]) -> str | None:
    """What a text has to repeat for this pattern to take more than linear time; None when nothing was found.

    It tries what the pattern is made of, alone and in pairs: some hundredths of a second in all, and never long.
    """
    return next((piece for piece in _pieces(pattern.pattern) for end in _ENDS if _is_slow(pattern, piece, end)), None)


def _pieces(words: str) -> Iterator[str]:
    own = dict.fromkeys([*_WORDS.findall(words), *(mark for mark in words if not mark.isalnum())])
    yield from _CLASSES
    yield from list(own)[:20]
    yield from ("".join(pair) for pair in product(_CLASSES[:5], repeat=2) if pair[0] != pair[1])


def _is_slow(pattern: re.Pattern[str], piece: str, end: str) -> bool:
    before = 0.0
    for length in _LENGTHS:
        text = piece * max(1, length // len(piece)) + end
        spent = _seconds(pattern, text)
        if spent > _NOTICED_SECONDS:
            # The best of several: another program may have had the processor.
            spent = min(spent, *(_seconds(pattern, text) for _ in range(3)))
        if spent > MOST_SECONDS or (spent > _NOTICED_SECONDS and 0 < MOST_GROWTH * before < spent):
            return True
        before = spent
    return False


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.thread_time()
    for _ in pattern.finditer(text):
        pass
    return time.thread_time() - start
