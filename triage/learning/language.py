"""The language of a text."""

import re
from collections.abc import Sequence

from triage.learning.common_words import COMMON_WORDS, common_share
from triage.learning.language_table import language_table
from triage.learning.words import composed, words_of

_SHORT_WORDS = 8
_ENOUGH_CHARACTERS = 200
"""A language shows itself in a few sentences."""
_CLOSE = 0.06
"""Evidence by which a few words have to speak for another language than the one to be expected."""
_FEWEST_WORDS = 2
_QUOTED = re.compile(r"[\"“”«»„][^\"“”«»„\n]{1,60}[\"“”«»„]")
_CAPITALS = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][\w'’-]{1,20}(?: [A-ZÀ-Þ][\w'’-]{1,20}){1,5}")
_SURE_FROM = 0.30
"""Evidence from which a guess stands: six languages alike give 0.17 each, one known word of four adds 0.25."""


def detect(text: str, *, subject: str = "", default: str = "en", languages: Sequence[str] = ()) -> str:
    """ISO 639-1 code of what the customer wrote; `default` where the words do not tell.

    languages: those that the shop writes in; none: the six of the trade. A text of a few words is read together with
    its subject. Names of goods, in quotes or capitals, are in the shop's language, not the customer's.
    """
    if default in COMMON_WORDS and list(languages) == [default]:
        return default  # a shop of one language: whatever the words say, there is nothing to choose from
    text = _without_names(text[:_ENOUGH_CHARACTERS])
    forms = _plain_words(text)
    if len(forms) < _SHORT_WORDS:
        text = f"{subject}\n{text}"
        forms = _plain_words(text)
    if not forms:
        return default
    shares = language_table().shares(composed(text))
    spoken = [name for name in shares if not languages or name in languages] or list(shares)
    evidence = {name: shares[name] + common_share(forms, name) for name in spoken}
    best = max(evidence, key=lambda name: (evidence[name], name == default))
    close = len(forms) < _SHORT_WORDS and evidence[best] - evidence.get(default, 0.0) < _CLOSE
    return default if close or evidence[best] < _SURE_FROM else best


def _without_names(text: str) -> str:
    """Leave out quoted names and runs of capitalised words within a sentence, if enough is left to judge by."""
    rest = _CAPITALS.sub(" ", _QUOTED.sub(" ", text))
    return rest if len(rest.split()) >= _FEWEST_WORDS else text


def _plain_words(text: str) -> list[str]:
    return [word.form for word in words_of(text) if word.form.isalpha()]
