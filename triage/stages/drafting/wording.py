"""Figures, days and sentences as the reader's language writes them.

In a sentence `{name}` stands for a figure with its unit, `{name.value}` for the figure alone, where the grammar of the
language bends the unit. Days are written as the customer's country writes them (CLDR, through Babel).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import format_percent

from triage.kit import Replies
from triage.policy.decision import Decision
from triage.policy.pack import PolicyPack
from triage.policy.schema import StatedForm
from triage.stages.drafting.marks import Marks

SLOT = re.compile(r"\{(\w+)(\.value)?\}")
_RANGE = re.compile(r"(\d+)-(\d+)")
RANGE = "range"
"""The entry of a language's units that stands between the two ends of a range."""
_HOME = {"en": "GB"}
"""The country whose customs hold for a language where the customer's is not known, if not the largest one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one letter is worded. locale: such as `de_AT`, for days."""

    pack: PolicyPack
    replies: Replies
    language: str
    locale: str
    marks: Marks

    def statement(self, key: str, decision: Decision) -> str:
        """One sentence of the pack, filled and marked. Raises LookupError where this language has none."""
        words = sentence(self.pack, self.replies, key, self.language)
        if words is None:
            raise LookupError(f"no sentence `{key}` in {self.language}")
        days = dict(decision.days)
        filled = SLOT.sub(lambda slot: self._filled(slot[1], bool(slot[2]), decision, days), words)
        return self.marks.mark(filled, "statement", key, decision.cites)

    def _filled(self, name: str, bare: bool, decision: Decision, days: Mapping[str, date]) -> str:
        figure = self.pack.stated.get(name)
        if figure is not None:
            words = self._value(figure) if bare else self.figure(figure)
            return self.marks.mark(words, "figure", name, figure.cites)
        if name == "deadline":
            return self.marks.mark(shown_moment(decision.deadline or "", self.locale), "fact", name, decision.cites)
        return self.marks.mark(shown_day(days[name], self.locale), "fact", name)

    def figure(self, figure: StatedForm) -> str:
        """A figure of the document with its unit."""
        if figure.unit == "%":
            return format_percent(float(figure.value) / 100, locale=self.locale)
        forms = self.replies.units(self.language).get(figure.unit, (figure.unit,))
        return f"{self._value(figure)} {forms[0]}".strip()

    def _value(self, figure: StatedForm) -> str:
        """`5-10` as the language says it: 5 to 10, 5 bis 10; as written where it keeps the dash."""
        found = _RANGE.fullmatch(str(figure.value))
        between = self.replies.units(self.language).get(RANGE)
        return f"{found[1]} {between[0]} {found[2]}" if found is not None and between else str(figure.value)

    def promise(self) -> str:
        """The reply time that the shop itself publishes, as words; "" when it publishes none."""
        stated = self.pack.stated.get("reply_hours")
        return self.marks.mark(self.figure(stated), "promise", "reply_hours", stated.cites) if stated else ""


def sentence(pack: PolicyPack, replies: Replies, key: str, language: str) -> str | None:
    """A statement as written: in the pack for its own language, beside the templates for the others."""
    if language == pack.languages[0]:
        return pack.statements.get(key)
    return replies.sentence(pack.store, key, language)


@lru_cache(maxsize=256)
def locale_of(language: str, country: str | None) -> str:
    """The locale of a reader, such as `de_AT`; that of the language's home where the pair is not known."""
    for territory in (country, _HOME.get(language)):
        name = f"{language}_{territory}"
        if territory is None or not territory.isalpha():
            continue
        try:
            Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        return name
    return language


def shown_moment(deadline: str, locale: str) -> str:
    """The contract's deadline as a reader expects it: `1 April 2026`, or `10 June 2026, 14:00 UTC`."""
    if "T" not in deadline:
        return shown_day(date.fromisoformat(deadline), locale)
    at = datetime.fromisoformat(deadline)
    return f"{shown_day(at.date(), locale)}, {format_time(at, 'short', locale=locale)} UTC"


@lru_cache(maxsize=1024)
def shown_day(day: date, locale: str) -> str:
    """A day in words and figures."""
    words = format_date(day, "long", locale=locale)
    # CLDR's pattern has no ordinal for the first of the month, which French alone of ours writes.
    return f"1er{words[1:]}" if locale.startswith("fr") and day.day == 1 else words
