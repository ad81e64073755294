"""Where each piece of a letter comes from: values are marked on their way into a template and found again after it.

The marks are characters for private use, which are taken out of everything else, so no mail can forge one.
"""

import re
from dataclasses import dataclass, field, replace

from triage.records import Span

_OPEN, _CLOSE = "\ue000", "\ue001"
_FIRST = 0xE100
"""Sources are numbered by one private character each, from here."""
_MOST = 0xF8FF - _FIRST
_MARKS = re.compile(f"({_OPEN}.|{_CLOSE})")
_PRIVATE = dict.fromkeys(range(0xE000, 0xF900))


@dataclass(slots=True)
class Marks:
    """The sources of one letter, numbered as they come."""

    _sources: list[Span] = field(default_factory=list)

    def mark(self, words: str, kind: str, key: str, cites: tuple[str, ...] = ()) -> str:
        """`words`, which may hold marked ones, marked as coming from there."""
        if len(self._sources) >= _MOST:
            raise OverflowError("a letter of more pieces than can be marked")
        self._sources.append(Span(start=0, end=0, kind=kind, key=key, cites=cites))
        return f"{_OPEN}{chr(_FIRST + len(self._sources) - 1)}{words}{_CLOSE}"

    def resolve(self, text: str) -> tuple[str, tuple[Span, ...]]:
        """The text without marks, and a span for each marked piece that is in it, by place."""
        plain: list[str] = []
        length = 0
        opened: list[tuple[int, int]] = []
        spans: list[Span] = []
        for piece in _MARKS.split(text):
            if piece[:1] == _OPEN:
                opened.append((ord(piece[1]) - _FIRST, length))
            elif piece == _CLOSE:
                number, start = opened.pop()
                spans.append(replace(self._sources[number], start=start, end=length))
            else:
                plain.append(piece)
                length += len(piece)
        return "".join(plain), tuple(sorted(spans, key=lambda span: (span.start, -span.end)))


def unmarked(words: str) -> str:
    """The words without marks, and without anything of a stranger's that could pass for one."""
    return words.translate(_PRIVATE)
