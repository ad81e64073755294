"""Tables of phrases that are quick to ask: each pattern runs only where its stem occurs.

A line of a table is `stem/stem ~ pattern`, or one phrase that is both: no match of a pattern lacks all of its stems.
A line that starts with | goes on with the line before. Tables are asked of flat text: lower case, straight apostrophes,
one blank between words, no web addresses.
"""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(r"https?://\S{1,2000}")
_QUOTED_LINE = re.compile(r"(?m)^[ \t]{0,8}[>|].{0,2000}$")
# The head of a mail that was passed on or answered below the new text.
_OLDER = re.compile(
    r"(?mi)^[ \t*_]{0,8}(?:(?:from|von|de|da|absender|expéditeur|remitente|mittente)[ \t]{0,3}:[^\n]{0,200}@"
    r"|-{2,20}[ \t]{0,3}\w[^\n]{0,60}-{2,20}[ \t]{0,8}$)"
)
_MAX_CHARS = 6000


@dataclass(frozen=True, slots=True)
class Table:
    """Phrases of one meaning in six languages."""

    lines: tuple[tuple[str, re.Pattern[str]], ...]

    def matches(self, flat: str) -> bool:
        """Does any phrase occur in flat text?"""
        for stem, pattern in self.lines:  # noqa: SIM110 - asked of every mail: `any` takes twice as long
            if stem in flat and pattern.search(flat):
                return True
        return False

    def count(self, flat: str) -> int:
        """How many different phrases occur in flat text."""
        return len({pattern for stem, pattern in self.lines if stem in flat and pattern.search(flat)})


def table(text: str) -> Table:
    """A table from its lines."""
    lines = []
    for line in filter(None, (line.strip() for line in text.replace("\n|", "|").splitlines())):
        stems, tilde, words = line.partition(" ~ ")
        pattern = re.compile(words if tilde else re.escape(stems))
        lines += [(stem, pattern) for stem in (stems.split("/") if tilde else (stems,))]
    return Table(tuple(lines))


def flat(text: str) -> str:
    """Text as the tables want it, of bounded length."""
    plain = text[:_MAX_CHARS].lower().replace("\u2019", "'")
    if "http" in plain:
        plain = _ADDRESS.sub(" ", plain)
    return " ".join(plain.split())


def above_older(text: str) -> str:
    """What stands above an older mail and outside quote marks; the whole text where nothing does."""
    text = text[:_MAX_CHARS]
    if ">" in text or "|" in text:
        text = _QUOTED_LINE.sub("", text) if _QUOTED_LINE.sub("", text).strip() else text
    older = _OLDER.search(text)
    return text[: older.start()] if older and text[: older.start()].strip() else text
