"""The guard: nothing that binds the shop leaves without a source.

A letter is refused when a number, an address, an amount or a word that grants something stands outside every span, when
a variable was left open, or when a paragraph is in another language than the letter.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from triage.learning.common_words import COMMON_WORDS, common_share
from triage.learning.words import words_of
from triage.records import Span

_FIGURE = re.compile(r"\d+(?:[.,:/-]\d+)*|[€$£¥]")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|\b(?:https?://|www\.)\S+", re.IGNORECASE)
_ADDRESS_SIGNS = ("@", "://", "www.")
_GRANTS = re.compile(
    r"\b(?:refund|replac|reimburs|voucher|discount|compensat|guarante|free of charge|store credit"
    r"|r[üu]ckerstatt|erstatt|ersatz|gutschein|gutschrift|rabatt|garantier|kostenlos|entschädig"
    r"|rembours|remplac|bon d'achat|remise|gratuit|garanti|dédommag|indemnis"
    r"|reembols|reemplaz|cupón|descuento|gratis|garantiz|indemniz|compensac"
    r"|rimbors|sostitu|buono|sconto|gratuit|garanti|risarc"
    r"|substitu|vale|desconto|grátis|garant|indeniz)\w*",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(r"[{}]|\bNone\b|\bundefined\b|[\ue000-\uf8ff]")
_NEED_A_SOURCE = ((_FIGURE, "figure or address"), (_GRANTS, "promise"), (_ADDRESS, "figure or address"))
_PLAINLY = 0.15
"""By how much of the words another language has to be ahead: related ones share many."""
_OF_THE_CASE = ("fact", "name")
_ENOUGH_WORDS = 12
"""A paragraph shorter than this does not show its language surely: names and order numbers weigh too much."""


def faults(text: str, spans: Sequence[Span], language: str) -> tuple[str, ...]:
    """Why this letter may not leave, in words for the agents; empty when it may."""
    frame, words = _without(text, spans), _without(text, [span for span in spans if span.kind in _OF_THE_CASE])
    return tuple(dict.fromkeys((*_open(text), *_untied(frame), *_foreign(words, language))))


def _without(text: str, spans: Sequence[Span]) -> str:
    """The text with a NUL in the place of each span: what is left has no source. It repeats from letter to letter."""
    kept, end = [], 0
    for span in spans:
        if span.start >= end:
            kept.append(text[end : span.start])
            end = span.end
    return "\0".join((*kept, text[end:]))


def _open(text: str) -> Iterator[str]:
    for found in _LEFT_OPEN.finditer(text):
        yield f"the letter holds an unfilled place: `{found[0]}`"


@lru_cache(maxsize=4096)
def _untied(frame: str) -> tuple[str, ...]:
    found = [(pattern, what) for pattern, what in _NEED_A_SOURCE if pattern is not _ADDRESS or _may_hold_address(frame)]
    return tuple(
        f"nothing in the policy bears the {what} `{one[0]}`"
        for pattern, what in found
        for one in pattern.finditer(frame)
    )


def _may_hold_address(frame: str) -> bool:
    return any(sign in frame for sign in _ADDRESS_SIGNS)


@lru_cache(maxsize=4096)
def _foreign(text: str, language: str) -> tuple[str, ...]:
    paragraphs = (_forms(paragraph) for paragraph in text.split("\n\n"))
    found = (_other(forms, language) for forms in paragraphs if len(forms) >= _ENOUGH_WORDS)
    return tuple(
        f"a paragraph is in another language ({other}) than the letter ({language})" for other in found if other
    )


def _forms(paragraph: str) -> list[str]:
    return [word.form for word in words_of(paragraph) if word.form.isalpha()]


def _other(forms: Sequence[str], language: str) -> str:
    """The language that these words plainly belong to more than to `language`; "" when there is none."""
    own = common_share(forms, language)
    best = max(COMMON_WORDS, key=lambda name: common_share(forms, name))
    return best if common_share(forms, best) >= own + _PLAINLY else ""
