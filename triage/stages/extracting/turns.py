"""What a reply does with the matter of its conversation, read off its own words. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile

from triage.records import AttachmentKind, Category, Label, ParsedMail
from triage.stages.extracting.folding import MARKS, Folded
from triage.stages.extracting.lexicon import Sighting
from triage.stages.extracting.phrases.speech import SPEECH
from triage.stages.extracting.phrases.turns import MONEY_STEMS, PARCEL_WORDS

SPOKEN: dict[Label, frozenset[str]] = {
    Label.DAMAGED: frozenset({"fault.specific", "fault.generic", "fault.function"}),
    Label.WRONG_ITEM: frozenset({"wrong", "quantity"}),
    Label.MISSING: frozenset({"absent", "lost", "marked_delivered", "not_arrived"}),
    Label.LATE_REFUND: frozenset({"money.late"}),
    Label.CANCELLATION: frozenset({"want.cancel", "want.change"}),
    Label.SIZE_QUESTION: frozenset({"size.choice", "ask.size_method"}),
}
ON_ITS_WAY = frozenset({"lost", "marked_delivered", "not_arrived"})
GOODS = (Label.DAMAGED, Label.WRONG_ITEM)
BRIEF_WORDS = 25
"""A mail that ends a matter says little else."""
BARE_WORDS = 5
"""So few words are a thank-you, a yes or a no; they tell nothing of a matter."""
SURE_OTHER = 0.8
OTHER_QUESTIONS = frozenset(
    f"ask.{name}"
    for name in (
        "invoice",
        "shipping_cost",
        "shipping_destination",
        "delivery_time",
        "return_form",
        "return_shipping_cost",
        "return_eligibility",
        "return_code_validity",
    )
)


@dataclass(frozen=True, slots=True)
class Turn:
    """own: labels of matters that the mail itself brings up, primary first. settled: it ends what was open.

    carries: it brings something for an open matter: words that tell of it, files, numbers.
    more: it sets a further matter beside the open one. came: what was awaited is there.
    """

    own: tuple[Label, ...]
    settled: bool
    thanks: bool
    carries: bool
    more: bool
    came: bool


def read_turn(
    mail: ParsedMail,
    text: Folded,
    sightings: Sequence[Sighting],
    categories: Sequence[Category],
    before: Collection[Label],
) -> Turn:
    """Read the new text of a reply. before: the labels of the open matters."""
    topics = frozenset(s.topic for s in sightings if not s.denied)
    own = _own(text, topics, categories, before)
    settled = not own and _settles(text, topics, sightings)
    shown = any(part.kind in (AttachmentKind.PHOTO, AttachmentKind.VIDEO) for part in mail.attachments)
    words = sum(word not in MARKS for word in text.words)
    thanked = "turn.thanks" in topics and "turn.still" not in topics
    told = topics & {name for names in SPOKEN.values() for name in names} or any(
        topic.startswith(("step.", "searched", "label.", "good.", "turn.still", "fault.")) for topic in topics
    )
    return Turn(
        own=own,
        settled=settled,
        thanks=not own and words <= BARE_WORDS and "turn.thanks" in topics and not shown and not told,
        carries=shown
        or (bool(told) and not thanked)
        or (Label.SIZE_QUESTION in before and _measures(text))
        or any(topic.startswith("want.") for topic in topics),
        more="turn.more" in topics,
        came="received" in topics or "turn.settled" in topics,
    )


def _measures(text: Folded) -> bool:
    """Measures of a body come as numbers."""
    return any(word[0].isdigit() for word in text.words)


def _own(
    text: Folded, topics: Collection[str], categories: Sequence[Category], before: Collection[Label]
) -> tuple[Label, ...]:
    """Labels that the mail would have without its conversation too: named by the classifier and borne out by words."""
    named = [one.label for one in categories]
    found = [label for label in named if label in SPOKEN and _is_borne_out(label, text, topics, before)]
    if set(before) <= {Label.OTHER} and len(text.words) > BARE_WORDS:
        found = [label for label in named if label is not Label.OTHER]
    if "received" in topics and not set(found) & set(GOODS):
        faults = [label for label in GOODS if label not in before and SPOKEN[label] & frozenset(topics)]
        found += [] if Label.MISSING in found else faults[:1]
    asked = frozenset(topics) & OTHER_QUESTIONS
    if not found and asked and text.asked and named[0] is Label.OTHER and categories[0].probability >= SURE_OTHER:
        return (Label.OTHER,)
    return tuple(found)


def _is_borne_out(label: Label, text: Folded, topics: Collection[str], before: Collection[Label]) -> bool:
    spoken = SPOKEN[label] & frozenset(topics)
    if not spoken:
        return False
    if label is Label.LATE_REFUND:
        return Label.LATE_REFUND in before or ("turn.still" in topics and _names_money(text))
    if label is Label.MISSING and spoken <= ON_ITS_WAY and label not in before:
        return not PARCEL_WORDS.isdisjoint(text.words) and not _names_money(text)
    if label is Label.CANCELLATION and "want.cancel" not in topics:
        return any(topic.startswith("change.") for topic in topics)
    return True


def _names_money(text: Folded) -> bool:
    return any(word.startswith(MONEY_STEMS) for word in text.words)


def _is_negated(text: Folded, at: int) -> bool:
    """A negation in the rest of the clause: "it is not resolved"."""
    rest = takewhile(lambda word: word not in MARKS, text.words[at:])
    return any(word in SPEECH.negations for word in rest)


def _settles(text: Folded, topics: Collection[str], sightings: Sequence[Sighting]) -> bool:
    """True for a few words that say it has come right, with nothing asked, wished or still amiss."""
    if text.asked or len(text.words) > BRIEF_WORDS:
        return False
    right = any(s.topic == "turn.settled" and not s.denied and not _is_negated(text, s.at) for s in sightings)
    if not right and "turn.over" not in topics:
        return False
    amiss = ON_ITS_WAY | SPOKEN[Label.DAMAGED] | {"absent", "turn.still", "quantity", "money.part"}
    wished = "request" in topics and any(topic.startswith("want.") for topic in topics)
    return amiss.isdisjoint(topics) and not wished
