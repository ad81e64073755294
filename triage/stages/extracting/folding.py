"""Text as the phrase tables know it: lower case, no accents, plain quotes, single blanks."""

import re
import unicodedata
from collections.abc import Iterable

QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "“": '"', "”": '"', "ß": "ss", "–": "-", "—": "-"}
)
BLANKS = re.compile(r"\s+")


def fold(text: str) -> str:
    """Folded twin of `text`; umlauts lose their dots (zurück -> zuruck)."""
    plain = unicodedata.normalize("NFKD", text.translate(QUOTES)).casefold()
    return BLANKS.sub(" ", "".join(mark for mark in plain if not unicodedata.combining(mark))).strip()


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for a list of phrases, each a regular expression over folded text, beginning at a word."""
    return re.compile(r"(?<![a-z0-9])(?:" + "|".join(phrases) + ")")


NEGATION = re.compile(
    r"(?:\b(?:not|no|don't|dont|didn't|never|without|instead of|rather than|kein|keine|keinen|nicht|ohne|statt|pas|sans|non|"
    r"senza|sin|nao|sem|ni|nor)\b|n't\b)[^.!?;,]{0,24}$"
)
WINDOW = 40


def affirmed(text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first match that no negation stands shortly before, within its clause."""
    for found in pattern.finditer(text):
        if not NEGATION.search(text[max(0, found.start() - WINDOW) : found.start()]):
            return found
    return None
