"""Which order, which words and which pictures belong to which claim of a mail."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from triage.records import Evidence, Label
from triage.stages.extracting.folding import COMMA, Folded, fold
from triage.stages.extracting.lexicon import Sighting
from triage.stages.extracting.places import number_places, owners_of

MAX_CLAIMS = 5
SPREAD = 0.4
"""How much of a label's words an order may lack and still be taken, so that each matter has its own."""
SPEAKS_FOR: Mapping[Label, tuple[str, ...]] = {
    Label.WRONG_ITEM: ("wrong", "quantity"),
    Label.DAMAGED: ("fault.specific", "fault.generic", "fault.function"),
    Label.MISSING: ("absent", "not_arrived", "lost", "marked_delivered"),
    Label.LATE_REFUND: ("money.late",),
    Label.CANCELLATION: ("want.cancel", "want.change"),
    Label.SIZE_QUESTION: ("size.words", "ask.size_method"),
    Label.OTHER: (
        "changed_mind",
        "poor_fit",
        "ask.return_form",
        "ask.delivery_time",
        "ask.order_status",
        "ask.invoice",
    ),
}
GOODS = frozenset({Label.WRONG_ITEM, Label.DAMAGED, Label.MISSING})
LIST_WORDS = frozenset(
    [
        "and",
        "und",
        "et",
        "y",
        "e",
        "or",
        "plus",
        "also",
        "as",
        "well",
        "the",
        "order",
        "orders",
        "number",
        "numbers",
        "no",
        "nr",
        "n",
    ]
) | {COMMA}


@dataclass(frozen=True, slots=True)
class Matter:
    """One claim before its facts are read: its label and order, and which sightings speak of it."""

    label: Label
    order_number: str | None
    sightings: tuple[Sighting, ...]


def divide(
    labels: Sequence[Label],
    numbers: Sequence[str],
    text: Folded,
    sightings: Sequence[Sighting],
    evidence: Sequence[Evidence],
) -> list[Matter]:
    """One matter a label, each with the order that the words for it stand nearest to; one label can concern several."""
    places = number_places(numbers, text)
    spoken = _voices(labels, text, sightings, evidence)
    if len(labels) == 1:
        orders = _listed_with(labels[0], spoken, places, text) or list(numbers[:1])
        return [Matter(labels[0], order, tuple(sightings)) for order in orders] or [
            Matter(labels[0], None, tuple(sightings))
        ]
    owners = owners_of(places, text)
    votes = {label: _votes(spoken[label], owners) for label in labels}
    chosen = _assigned(labels, numbers, votes)
    return [Matter(label, chosen[label], _own(label, chosen, spoken, owners, text, sightings)) for label in labels]


def _voices(
    labels: Sequence[Label], text: Folded, sightings: Sequence[Sighting], evidence: Sequence[Evidence]
) -> dict[Label, list[int]]:
    """Places of the words that speak for each label."""
    spoken: dict[Label, list[int]] = {label: [] for label in labels}
    for label in labels:
        topics = SPEAKS_FOR[label]
        spoken[label] = [s.at for s in sightings if s.topic in topics and not s.denied]
    for proof in evidence:
        if proof.label in spoken and proof.weight > 0:
            spoken[proof.label] += _phrase_places(proof.phrase, text)
    return spoken


def _phrase_places(phrase: str, text: Folded) -> list[int]:
    words = fold(phrase).words
    if not words:
        return []
    return [at for at in range(len(text.words) - len(words) + 1) if text.words[at : at + len(words)] == words][:3]


def _votes(voices: Sequence[int], owners: Sequence[str | None]) -> Counter[str]:
    """How many of a label's words stand with each order."""
    found = (owners[at] for at in voices)
    return Counter(owner for owner in found if owner is not None)


def _assigned(
    labels: Sequence[Label], numbers: Sequence[str], votes: Mapping[Label, Counter[str]]
) -> dict[Label, str | None]:
    """An order for each label: where most of its words stand, and rather not one that another label has taken."""
    chosen: dict[Label, str | None] = {}
    for label in sorted(labels, key=lambda one: -_lead(votes[one])):
        total = sum(votes[label].values()) or 1
        taken = set(chosen.values())
        weighed = {
            number: votes[label][number] / total + (SPREAD if number not in taken and votes[label][number] else 0.0)
            for number in numbers
        }
        if not votes[label] and len(numbers) >= len(labels):  # no word tells: each matter has an order of its own
            weighed = {number: float(number not in taken) for number in numbers}
        chosen[label] = max(numbers, key=lambda number: weighed[number], default=None)
    return chosen


def _lead(votes: Counter[str]) -> float:
    """How clearly one order stands out, 0.0 to 1.0."""
    ranked = [count for _, count in votes.most_common(2)]
    return (ranked[0] - (ranked[1] if len(ranked) > 1 else 0)) / sum(votes.values()) if ranked else 0.0


def _own(
    label: Label,
    chosen: Mapping[Label, str | None],
    spoken: Mapping[Label, Sequence[int]],
    owners: Sequence[str | None],
    text: Folded,
    sightings: Sequence[Sighting],
) -> tuple[Sighting, ...]:
    """Sightings of this claim: those of its order and its sentences, and those that no other claim has to itself."""
    strangers = {order for other, order in chosen.items() if other is not label} - {chosen[label]}
    voices: dict[int, set[Label]] = defaultdict(set)
    for other, places in spoken.items():
        for at in places:
            voices[text.sentences[at]].add(other)
    return tuple(
        s
        for s in sightings
        if owners[s.at] not in strangers and (label in voices[s.sentence] or _is_shared(s, label, voices[s.sentence]))
    )


def _is_shared(sighting: Sighting, label: Label, voices: set[Label]) -> bool:
    """Wishes are for all goods that a mail complains of; money owed and orders to be stopped keep to themselves."""
    if not voices:
        return True
    if voices == {Label.SIZE_QUESTION}:
        return sighting.topic.startswith(("want.change", "change.", "request"))
    return label in GOODS and voices <= GOODS and sighting.topic.startswith(("want.", "request"))


def _listed_with(
    label: Label, spoken: Mapping[Label, Sequence[int]], places: Mapping[int, str], text: Folded
) -> list[str]:
    """Orders named in one list in a sentence that speaks for the label; empty when there is no such list."""
    sentences = {text.sentences[at] for at in spoken[label]}
    listed: list[str] = []
    for first, second in pairwise(sorted(places)):
        between = text.words[first + 1 : second]
        if text.sentences[first] in sentences and all(word in LIST_WORDS for word in between):
            listed += [places[first], places[second]]
    orders = list(dict.fromkeys(listed))[:MAX_CLAIMS]
    return orders if len(orders) > 1 else []
