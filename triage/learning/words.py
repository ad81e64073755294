"""Text to words: folded, with their places, the same way for six languages."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"[$£€]\s?\d[\d.,]{0,12}|\d[\d.,]{0,12}\s?(?:[$£€]|(?:euros?|eur|usd|gbp|dollars?|pounds|quid|bucks|reais)\b)"
    r"|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?!\d)|[^\W_]+|[?!]"
)
_MONEY = re.compile(r"[$£€]\s?[\d.,]+|[\d.,]+\s?(?:[$£€]|euros?|eur|usd|gbp|dollars?|pounds|quid|bucks|reais)")
_ORDER_LIKE = re.compile(r"[a-z]{0,4}\d{4,}[a-z]?")
_MEASURE = re.compile(r"\d+(?:cm|mm|in|inch|kg|lbs?|ft|m|g|x\d+)")
_DAY = re.compile(r"\d+(?:st|nd|rd|th|er|o|a)")
_LONGEST_TEXT = 6_000
"""Characters of one mail that are looked at; nobody states a matter later than that."""
_LONGEST_WORD = 40


class Word(NamedTuple):
    """One word of a text: its folded form, and where it stands in the text as written."""

    form: str
    start: int
    end: int


@lru_cache(maxsize=1_024)
def words_of(text: str) -> tuple[Word, ...]:
    """Every word, number, question and exclamation mark, in order.

    Forms are lower case without accents; numbers go by their kind: `#money`, `#date`, `#order`, `#measure`, `#day`,
    `#n`, `#mixed`.
    Offsets count in the NFC form of `text`.
    """
    return tuple([Word(_form(match[0]), *match.span()) for match in _WORD.finditer(composed(text))])


def composed(text: str) -> str:
    """The part of a text that is looked at, accents joined to their letters."""
    return unicodedata.normalize("NFC", text[:_LONGEST_TEXT])


@lru_cache(maxsize=200_000)
def _form(word: str) -> str:
    folded = fold(word[:_LONGEST_WORD])
    if not any(char.isdigit() for char in folded):
        return folded
    if not folded.isalnum() or _MONEY.fullmatch(folded):
        return "#money" if _MONEY.fullmatch(folded) else "#date"
    kinds = ((_MEASURE, "#measure"), (_ORDER_LIKE, "#order"), (_DAY, "#day"))
    named = next((name for pattern, name in kinds if pattern.fullmatch(folded)), None)
    return named or ("#n" if folded.isdigit() else "#mixed")


def fold(text: str) -> str:
    """Lower case without accents; ß is ss."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))
