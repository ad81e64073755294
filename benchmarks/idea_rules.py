"""Keyword rules over the trade's ideas, nothing learnt: what the classifier has to beat.

A label is named when all ideas of one of its rules occur in subject or text; `other` when none is.
"""

from collections.abc import Sequence

from triage.learning.concepts import Idea, ideas_in
from triage.learning.words import words_of
from triage.records import Label

RULES: dict[Label, tuple[frozenset[str], ...]] = {
    Label.WRONG_ITEM: tuple(
        map(frozenset, ({"MIXUP"}, {"NOT_ORDERED"}, {"WRONG", "CAME"}, {"WRONG", "YOU_SENT"}, {"INSTEAD", "CAME"}))
    ),
    Label.DAMAGED: tuple(map(frozenset, ({"BROKEN"}, {"NO_WORK"}))),
    Label.MISSING: tuple(map(frozenset, ({"NO_COME"}, {"MARKED"}, {"LOST"}, {"SHORT"}, {"OVERDUE", "PARCEL"}))),
    Label.LATE_REFUND: tuple(
        map(frozenset, ({"REFUND", "OWED"}, {"REFUND", "APPROVED"}, {"REFUND", "WAIT"}, {"REFUND", "STILL"}))
    ),
    Label.CANCELLATION: tuple(map(frozenset, ({"CANCEL"}, {"CHANGE", "BEFORE_SHIP"}, {"CHANGE", "ADDRESS"}))),
    Label.SIZE_QUESTION: tuple(map(frozenset, ({"SIZE", "WHICH"}, {"BODY", "WHICH"}, {"MEASURE", "SIZE"}))),
}


def labels_by_rule(subject: str, text: str, language: str) -> Sequence[Label]:
    """The labels that the rules name, in the order in which their ideas first occur; never empty."""
    ideas = [idea.name for part in (subject, text) for idea in _ideas(part, language)]
    first = {name: place for place, name in reversed(list(enumerate(ideas)))}
    starts = {
        label: min(min(first[idea] for idea in rule) for rule in hits)
        for label, rules in RULES.items()
        if (hits := [rule for rule in rules if rule <= first.keys()])
    }
    return sorted(starts, key=lambda label: starts[label]) or [Label.OTHER]


def _ideas(text: str, language: str) -> list[Idea]:
    return ideas_in([word.form for word in words_of(text)], language)
