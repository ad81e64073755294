"""The guard: nothing that binds the shop leaves without a source.

A letter is refused when a number, an address, an amount or a word that grants something stands outside every span, when
a variable was left open, or when a paragraph is in another language than the letter.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from triage.learning.language import detect
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
_OF_THE_CASE = ("fact", "name")
_ENOUGH_WORDS = 12
"""A paragraph shorter than this does not show its language surely: names and order numbers weigh too much."""


def faults(text: str, spans: Sequence[Span], language: str) -> tuple[str, ...]:
    """Why this letter may not leave, in words for the agents; empty when it may."""
    return tuple(dict.fromkeys((*_open(text), *_untied(text, spans), *_foreign(text, spans, language))))


def _open(text: str) -> Iterator[str]:
    for found in _LEFT_OPEN.finditer(text):
        yield f"the letter holds an unfilled place: `{found[0]}`"


def _untied(text: str, spans: Sequence[Span]) -> Iterator[str]:
    patterns = [(_FIGURE, "figure or address"), (_GRANTS, "promise")]
    if any(sign in text for sign in _ADDRESS_SIGNS):
        patterns.append((_ADDRESS, "figure or address"))
    for pattern, what in patterns:
        for found in pattern.finditer(text):
            if not any(span.start <= found.start() and found.end() <= span.end for span in spans):
                yield f"nothing in the policy bears the {what} `{found[0]}`"


def _foreign(text: str, spans: Sequence[Span], language: str) -> Iterator[str]:
    for paragraph in _without_facts(text, spans).split("\n\n"):
        if len(paragraph.split()) >= _ENOUGH_WORDS and (found := _language(paragraph, language)) != language:
            yield f"a paragraph is in another language ({found}) than the letter ({language})"


def _without_facts(text: str, spans: Sequence[Span]) -> str:
    """What varies from mail to mail tells no language; without it letters repeat, and are looked at once."""
    kept, end = [], 0
    for span in spans:
        if span.kind in _OF_THE_CASE and span.start >= end:
            kept.append(text[end : span.start])
            end = span.end
    return "".join((*kept, text[end:]))


@lru_cache(maxsize=4096)
def _language(paragraph: str, default: str) -> str:
    return detect(paragraph, default=default)
