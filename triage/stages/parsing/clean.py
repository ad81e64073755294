"""Strings that are safe to store, show and send on: no CR, NUL, control or direction-changing characters."""

import re

_HIDDEN = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb"
_IN_TEXT = re.compile(f"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f{_HIDDEN}]")
_IN_LINE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_HIDDEN}]")
_BREAKS = re.compile("\r\n?|[\x0c\u2028\u2029]")
_BLANKS = re.compile(r"\s+")


def clean_text(text: str) -> str:
    """Text of many lines: line breaks become LF, tabs stay, control and direction characters go."""
    return _IN_TEXT.sub("", _BREAKS.sub("\n", _valid(text)))


def clean_line(text: str) -> str:
    """Text of one line: every run of white space becomes one blank, control and direction characters go."""
    return _BLANKS.sub(" ", _IN_LINE.sub("", _valid(text))).strip()


def _valid(text: str) -> str:
    """Valid Unicode: lone surrogates become question marks."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8")
