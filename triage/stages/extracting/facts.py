"""The facts of one claim: the `message` object of a policy case. What is not plainly there is left out."""

from collections.abc import Sequence

from triage.records import FactValue, Label
from triage.stages.extracting.claims import Matter
from triage.stages.extracting.goods import condition, pictures, proves_purchase, search_facts, shows_label
from triage.stages.extracting.phrases.empty import EMPTY_WORDS
from triage.stages.extracting.questions import asks, steps_done
from triage.stages.extracting.reasons import Topics, affirmed, fault_since, on_arrival, reason, received
from triage.stages.extracting.shared import MailReading
from triage.stages.extracting.wishes import change_of, wants

SHOWN = (Label.DAMAGED, Label.WRONG_ITEM)
CLAIMED = frozenset({Label.DAMAGED, Label.WRONG_ITEM, Label.MISSING})
ADDRESSED = CLAIMED | {Label.CANCELLATION}
GOODS_AT_HAND = frozenset({Label.DAMAGED, Label.WRONG_ITEM, Label.OTHER})
BARE_WORDS = 3
"""A complaint with fewer telling words says that something is wrong, not what ..."""
PLAIN_WORDS = 1
"""... unless one of them is plain: a hole, a crack, green instead of blue."""


def read_facts(matter: Matter, matters: Sequence[Matter], mail: MailReading) -> dict[str, FactValue]:
    """Facts by the contract's names, in its order."""
    topics = affirmed(matter.sightings) | on_arrival(matter.sightings)
    facts: dict[str, FactValue] = {}
    resized = matter.label is Label.CANCELLATION and any(other.label is Label.SIZE_QUESTION for other in matters)
    wanted = wants(matter.label, matter.sightings, mail.text) or (["change"] if resized else [])
    _put(facts, "wants", wanted)
    if "change" in wanted:
        _put(facts, "change_of", change_of(matter.sightings) or (["size"] if resized else []))
    _put(facts, "reason", reason(matter.label, topics))
    if matter.label is Label.DAMAGED:
        _put(facts, "fault_since", fault_since(topics))
    if matter.label in GOODS_AT_HAND:
        _put(facts, "condition", condition(matter.sightings))
    if matter.label is Label.OTHER and (whole := topics & {"whole_set", "part_of_set"}) and len(whole) == 1:
        facts["whole_set"] = "whole_set" in whole
    _put(facts, "asks", asks(matter.label, matter.sightings, topics, mail.wished, mail.text.asked))
    if received(matter.label, topics) is not None:
        facts["received"] = received(matter.label, topics)
    facts |= _shown(matter, matters, mail, topics)
    facts |= _stated(matter, mail, topics, wanted)
    _put(facts, "steps_done", steps_done(matter.label, topics))
    return facts


def _shown(matter: Matter, matters: Sequence[Matter], mail: MailReading, topics: Topics) -> dict[str, FactValue]:
    photo, video = pictures(mail.attachments) if _pictures_belong(matter, matters) else (False, False)
    facts: dict[str, FactValue] = {"has_photo": photo, "has_video": video}
    if photo and (mail.shows_number or shows_label(mail.attachments, topics)):
        facts["photo_shows_label"] = True
    if matter.label is Label.MISSING:
        facts |= search_facts(topics)
    return facts


def _pictures_belong(matter: Matter, matters: Sequence[Matter]) -> bool:
    """Pictures belong to claims whose words speak of them; unspoken ones to faults and mix-ups, else to the first."""
    if len(matters) == 1:
        return True
    spoken = [other for other in matters if any(s.topic == "photo" for s in other.sightings)]
    shown = [other for other in matters if other.label in SHOWN]
    owners = [other for other in spoken if other in shown] or shown or spoken or [matters[0]]
    return matter in owners


def _stated(matter: Matter, mail: MailReading, topics: Topics, wanted: Sequence[str]) -> dict[str, FactValue]:
    facts: dict[str, FactValue] = {}
    if (
        matter.label in CLAIMED
        or "change" in wanted
        or (matter.label is Label.OTHER and topics & {"fault.arrival", "fault.shade"})
    ):
        facts["states_description"] = _describes(matter, mail, topics, wanted)
    if mail.address and matter.label in ADDRESSED:
        facts["states_address"] = True
    if mail.phone and matter.label in ADDRESSED:
        facts["states_phone"] = True
    if proves_purchase(mail.attachments, topics):
        facts["has_proof_of_purchase"] = True
    return facts


def _describes(matter: Matter, mail: MailReading, topics: Topics, wanted: Sequence[str]) -> bool:
    words = len({word for word in mail.text.words if len(word) > 2 and not word.isdigit()} - EMPTY_WORDS)
    if matter.label is Label.CANCELLATION:
        return "change" in wanted and words >= BARE_WORDS
    if topics & {"fault.specific", "fault.function", "quantity"}:
        return words >= PLAIN_WORDS
    return words >= BARE_WORDS


def _put(facts: dict[str, FactValue], name: str, value: list[str] | str | None) -> None:
    if value:
        facts[name] = list(value) if isinstance(value, list) else value
