"""Text as the phrase tables know it: plain lower-case words and a few marks, cut into sentences and paragraphs."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

MAX_LETTERS = 20_000
"""What a customer has to say stands well before this; a longer text is read to here."""

COMMA, STOP, QUESTION, PARAGRAPH = ",", ".", "?", "§"
SENTENCE_ENDS = frozenset({STOP, QUESTION, PARAGRAPH})
MARKS = SENTENCE_ENDS | {COMMA}

SHORTHAND = {
    "u": "you", "ur": "your", "nn": "non", "nich": "nicht", "ned": "nicht", "nix": "nichts",
    "vs": "vous", "tjs": "toujours",
    "jms": "jamais", "vcs": "voces", "q": "que", "jai": "ai", "thx": "thanks", "bestellnr": "bestellnummer",
}  # fmt: skip
"""What people type on a telephone, and what they mean by it."""

_SPELLINGS = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ß": "ss", "§": " ", "…": ".", "¿": " ", "¡": " "})
_PIECE = re.compile(
    r"[a-z0-9]+(?:'(?=t\b))?|\n[ \t\r]*\n\s*|(?<![.!?])[.!?]+(?=\s|$|[\"')*])|[?!,;:()\[\]]|(?<=\s)[-–—]+(?=\s)|\.{2,}"
)


@dataclass(frozen=True)
class Folded:
    """A text as words and marks. sentences: the number of the sentence that each word stands in."""

    words: tuple[str, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]

    @cached_property
    def line(self) -> str:
        """All words in one line, each followed by one blank."""
        return " ".join(self.words) + " " if self.words else ""

    @cached_property
    def asked(self) -> frozenset[int]:
        """The sentences that end in a question mark."""
        return frozenset(at for word, at in zip(self.words, self.sentences, strict=True) if word == QUESTION)


def fold_word(text: str) -> str:
    """Lower case without accents; umlauts lose their dots (zurück -> zuruck)."""
    plain = text.translate(_SPELLINGS).casefold()
    if plain.isascii():
        return plain
    return "".join(mark for mark in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(mark))


def fold(text: str) -> Folded:
    """Cut `text` into plain words and marks; apostrophes part words, but "didn't" becomes "didnt"."""
    words: list[str] = []
    sentences: list[int] = []
    paragraphs: list[int] = []
    sentence = paragraph = 0
    for piece in _PIECE.findall(fold_word(text[:MAX_LETTERS])):
        word = _mark(piece) if not piece[0].isalnum() else piece
        if word == "t" and words and words[-1].endswith("'"):
            words[-1] = words[-1][:-1] + "t"
            continue
        words.append(SHORTHAND.get(word, word))
        sentences.append(sentence)
        paragraphs.append(paragraph)
        if word in SENTENCE_ENDS:
            sentence += 1
            paragraph += word == PARAGRAPH
    return Folded(words=tuple(words), sentences=tuple(sentences), paragraphs=tuple(paragraphs))


def _mark(piece: str) -> str:
    if "\n" in piece:
        return PARAGRAPH
    if "?" in piece:
        return QUESTION
    return STOP if piece[0] in ".!" else COMMA
