"""Patterns for letters in either case, asked of lower case: Python's own (?i) takes three times as long for many words.

It looks at every alternative letter by letter, where a pattern of certain letters is passed over at the first.
"""

import re

_ANY_CASE = "(?i)"
_ESCAPED = re.compile(r"\\[A-Z]")
_ALIKE = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s"})
"""Letters that (?i) takes for others, and lower case does not; each is one letter again."""


def lowered(text: str) -> str:
    """Lower case, every letter where it stood; a pattern of `in_lower_case` finds in it what one with (?i) finds."""
    return text.lower() if text.isascii() else text.translate(_ALIKE).lower()


def in_lower_case(pattern: str) -> re.Pattern[str]:
    """The pattern for `lowered` text, with or without (?i) before it. Raises ValueError where it needs a capital."""
    plain = pattern.removeprefix(_ANY_CASE)
    if any(mark.isupper() for mark in _ESCAPED.sub("", plain)) or _ANY_CASE in plain:
        raise ValueError(f"not all in lower case: {pattern[:60]}")
    return re.compile(plain)
