"""Which remedies a mail asks for, and what a wished change concerns."""

from collections.abc import Iterable, Mapping

from triage.records import Label
from triage.stages.extracting.folding import Folded
from triage.stages.extracting.lexicon import Sighting

REMEDIES = ("refund", "exchange", "store_credit", "replacement", "compensation")
ASKED_FOR: Mapping[Label, tuple[str, ...]] = {
    Label.WRONG_ITEM: REMEDIES,
    Label.DAMAGED: REMEDIES,
    Label.MISSING: ("refund", "replacement", "store_credit", "compensation"),
    Label.OTHER: ("refund", "exchange", "store_credit", "compensation"),
    Label.CANCELLATION: ("refund",),
}
CHANGES = ("size", "quantity", "personalization", "shipping_address", "contact_details", "product")
TERSE_WORDS = 6
"""In so short a sentence a remedy that is named is asked for."""


def wants(label: Label, sightings: Iterable[Sighting], text: Folded) -> list[str]:
    """Remedies in the order of the contract; a remedy only told of, asked about or refused is not asked for."""
    seen = list(sightings)
    wished = wished_sentences(seen, text)
    asked = ASKED_FOR.get(label, ())
    found = [remedy for remedy in asked if _is_asked(f"want.{remedy}", seen, wished, general=label is Label.OTHER)]
    return _alterations(seen, wished) + found if label is Label.CANCELLATION else found


def change_of(sightings: Iterable[Sighting]) -> list[str]:
    """What the order is to be altered in: named in a sentence that speaks of the change, or beside one."""
    seen = list(sightings)
    spoken = [s for s in seen if s.topic.startswith("change.")]
    altered = {s.sentence for s in seen if s.topic == "want.change" and not s.denied}
    for near in (altered, {sentence + 1 for sentence in altered}, {sentence - 1 for sentence in altered}):
        named = {s.topic.removeprefix("change.") for s in spoken if s.sentence in near}
        if named:
            break
    else:
        named = {s.topic.removeprefix("change.") for s in spoken}
        named = named if len(named) == 1 else set()
    if {"personalization", "size"} <= named and not any(s.topic == "size.words" for s in seen):
        named.discard("size")  # "M" is a word to engrave then
    return [name for name in CHANGES if name in named]


def wished_sentences(sightings: Iterable[Sighting], text: Folded) -> set[int]:
    """Sentences that carry a request, and very short ones, which need no verb for it."""
    lengths: dict[int, int] = {}
    for sentence in text.sentences:
        lengths[sentence] = lengths.get(sentence, 0) + 1
    terse = {sentence for sentence, length in lengths.items() if length <= TERSE_WORDS}
    return terse | {s.sentence for s in sightings if s.topic == "request"}


def _is_asked(topic: str, seen: list[Sighting], wished: set[int], *, general: bool) -> bool:
    others = _others(topic, seen)
    told = {s.sentence for s in seen if s.topic == "told" or (general and s.topic == "supposed")}
    return any(
        s.topic == topic and not s.denied and s.sentence in wished and s.sentence not in told and s.at not in others
        for s in seen
    )


def _others(topic: str, seen: list[Sighting]) -> set[int]:
    """Places where the same words mean something else: papers instead of goods, part of the money instead of all."""
    if topic == "want.replacement":
        return {s.at + step for s in seen if s.topic == "not_goods" for step in (-3, -2, -1, 0, 1)}
    if topic == "want.refund":
        return {s.at + step for s in seen if s.topic == "want.compensation" for step in (0, 1)}
    return set()


def _alterations(seen: list[Sighting], wished: set[int]) -> list[str]:
    cancel = any(s.topic == "want.cancel" and not s.denied for s in seen)
    changed = any(s.topic == "want.change" and not s.denied and (s.sentence in wished or not cancel) for s in seen)
    wrong_data = any(s.topic == "wrong_data" for s in seen)
    concerned = wrong_data or any(s.topic.startswith("change.") for s in seen)
    found = ["cancel"] if cancel else []
    if changed and concerned:
        found.append("change")
    return found
