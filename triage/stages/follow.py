"""Stage 3b, follow: a reply read in the light of the matter that its conversation is about. Pure.

What the new mail says clearly wins. Where it says little it stays with the open matter, fills what was missing there,
or ends it; facts once told are carried on, and nothing that lies before the shop is asked for again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from triage.records import (
    Category,
    Claim,
    Extraction,
    Facts,
    FactValue,
    History,
    Label,
    OpenClaim,
    ParsedMail,
    Reading,
    Understanding,
)
from triage.stages.extracting.book import BOOK
from triage.stages.extracting.folding import fold
from triage.stages.extracting.goods import CONTRARIES
from triage.stages.extracting.turns import GOODS, Turn, read_turn

ONCE_SHOWN = (
    "has_photo",
    "has_video",
    "photo_shows_label",
    "states_description",
    "states_address",
    "states_phone",
    "has_proof_of_purchase",
    "package_searched",
)
"""What holds for the conversation as soon as one mail has brought it."""
GATHERED = ("steps_done", "change_of")
MAX_CLAIMS = 5
MAX_QUOTED = 20_000
BARE_QUOTE = 3
SHORT_WORDS = 8
BRIEF = 25
VAGUE = ("not_arrived", ["refund_status"], ["size_choice"])
"""What the words of a label say anyway; it does not take the place of something more exact."""

Extract = Callable[[ParsedMail, Understanding], Extraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One claim of a conversation after its newest mail. fresh: the mail itself speaks of it."""

    claim: Claim
    probability: float


def follow(reading: Reading, history: History, extract: Extract) -> Reading:
    """The reading of a mail that continues a conversation; the same reading where nothing went before.

    extract: reads claims for given labels off a mail.
    """
    if reading.mail.auto is not None:
        return reading
    reading = _in_its_language(reading, history)
    before = history.claims or reading.quoted
    if not before:
        return reading
    text = fold(f"\n\n{reading.mail.text}")
    turn = read_turn(
        reading.mail,
        text,
        BOOK.find(text),
        reading.understanding.categories,
        frozenset(one.claim.label for one in before),
    )
    if turn.settled:
        return _settled(reading, before)
    if turn.thanks and (history.answered or not history.claims):
        return _with(reading, [_other(before)], abstained=True)
    told = extract(replace(reading.mail, full_text=reading.mail.text), _relabelled(reading.understanding, turn, before))
    if not turn.own and not _continues(reading, turn, before, told):
        return replace(reading, understanding=replace(reading.understanding, abstained=True))
    joined = _joined(reading, history, turn, before, told)
    return joined if history.claims else _without_blanks(joined)


def _without_blanks(reading: Reading) -> Reading:
    """What a reply does not describe may stand in the mails that it quotes, which nobody here has read for facts."""
    claims = tuple(
        replace(
            one, facts={name: fact for name, fact in one.facts.items() if (name, fact) != ("states_description", False)}
        )
        for one in reading.extraction.claims
    )
    return replace(reading, extraction=replace(reading.extraction, claims=claims))


def _in_its_language(reading: Reading, history: History) -> Reading:
    """A few words are in the language of the conversation unless they tell otherwise."""
    if history.language is None or len(reading.mail.text.split()) >= SHORT_WORDS:
        return reading
    # Its library takes memory and a fifth of a second to load, which a worker without such mails never needs.
    from triage.learning.language import detect

    language = detect(reading.mail.text, default=history.language)
    return replace(reading, understanding=replace(reading.understanding, language=language))


def _settled(reading: Reading, before: Sequence[OpenClaim]) -> Reading:
    return replace(_with(reading, [_other(before)], abstained=False), settled=True)


def _other(before: Sequence[OpenClaim]) -> _Found:
    return _Found(claim=Claim(label=Label.OTHER, order_number=before[0].claim.order_number, facts={}), probability=1.0)


def _relabelled(view: Understanding, turn: Turn, before: Sequence[OpenClaim]) -> Understanding:
    labels = dict.fromkeys((*turn.own, *(one.claim.label for one in before)))
    return replace(view, categories=tuple(Category(label=label, probability=1.0) for label in labels))


def _continues(reading: Reading, turn: Turn, before: Sequence[OpenClaim], told: Extraction) -> bool:
    """Whether a mail without a matter of its own is about the open one, rather than about something else."""
    named = {one.label for one in reading.understanding.categories}
    known = {one.claim.label for one in before}
    few = len(reading.mail.text.split()) <= BRIEF
    return few or turn.carries or bool(told.order_numbers) or bool(named & known)


def _joined(reading: Reading, history: History, turn: Turn, before: Sequence[OpenClaim], told: Extraction) -> Reading:
    chances = {one.label: one.probability for one in reading.understanding.categories}
    news = [one for one in told.claims if one.label in turn.own]
    found = [_Found(claim=one, probability=chances.get(one.label, 0.5)) for one in news]
    kept = [] if turn.own and (history.answered or not history.claims) else list(before)
    if turn.came and set(turn.own) & set(GOODS):
        kept = [one for one in kept if one.claim.label is not Label.MISSING]
    fresh = _fresh_numbers(told, before)
    found = [replace(one, claim=_continued(one.claim, before, fresh, turn)) for one in found]
    for one in kept:
        if any(_is_same(mine.claim, one.claim) for mine in found):
            continue
        found.append(_carried(one, told, [] if turn.own else fresh, alone=len(before) == 1))
    abstained = _is_unsure(reading, history, turn, brought=bool(fresh) or _brings(told, before))
    return _with(reading, found[:MAX_CLAIMS], abstained=abstained)


def _brings(told: Extraction, before: Sequence[OpenClaim]) -> bool:
    """Whether the mail tells a fact of an open matter that nobody told before."""
    known = {one.claim.label: one.claim.facts for one in before}
    return any(
        bool(fact) and fact not in VAGUE and known[claim.label].get(name) != fact
        for claim in told.claims
        for name, fact in claim.facts.items()
        if claim.label in known and name != "states_description"
    )


def _is_unsure(reading: Reading, history: History, turn: Turn, *, brought: bool) -> bool:
    """A mail of its own matter is as sure as the classifier is; one that only continues has to bring something."""
    if turn.own and set(turn.own) <= {one.claim.label for one in history.claims}:
        return history.unsure
    if turn.own:
        surely = set(turn.own) <= {one.label for one in reading.understanding.categories}
        return reading.understanding.abstained or not surely
    waits = turn.thanks and bool(history.claims)
    return history.unsure or not (turn.carries or brought or waits)


def _fresh_numbers(told: Extraction, before: Sequence[OpenClaim]) -> list[str]:
    known = {one.claim.order_number for one in before}
    return [number for number in told.order_numbers if number not in known]


def _is_same(mine: Claim, other: Claim) -> bool:
    return mine.label is other.label and mine.order_number == other.order_number


def _continued(claim: Claim, before: Sequence[OpenClaim], fresh: Sequence[str], turn: Turn) -> Claim:
    """A claim that the mail makes, with what was told of the same matter before."""
    same = [one for one in before if one.claim.label is claim.label]
    for one in same:
        number = one.claim.order_number
        given = claim.order_number if claim.order_number in fresh else None
        if given is not None and number is not None and one.owned and turn.more:
            continue
        return Claim(
            label=claim.label,
            order_number=given or number,
            facts=merged(one.claim.facts, claim.facts),
            told={**one.claim.told, **claim.told},
        )
    numbers = {one.claim.order_number for one in before}
    number = claim.order_number or (numbers.pop() if len(numbers) == 1 else None)
    return replace(claim, order_number=number)


def _carried(one: OpenClaim, told: Extraction, fresh: Sequence[str], *, alone: bool) -> _Found:
    """An open claim with what the mail adds to it."""
    mine = [claim for claim in told.claims if claim.label is one.claim.label]
    exact = [claim for claim in mine if claim.order_number == one.claim.order_number]
    facts = merged(one.claim.facts, (exact or mine)[0].facts) if mine else one.claim.facts
    number = one.claim.order_number
    if fresh and (number is None or alone):
        number = fresh[0]
    told_days = {**(mine[0].told if mine else {}), **one.claim.told}
    carried = Claim(label=one.claim.label, order_number=number, facts=facts, told=told_days)
    return _Found(claim=carried, probability=one.probability)


def merged(old: Facts, new: Facts) -> dict[str, FactValue]:
    """Facts of a claim after a further mail: what it tells holds, what it leaves out or cannot take back stays."""
    facts: dict[str, FactValue] = dict(old)
    for name, value in new.items():
        before = old.get(name)
        if name in ONCE_SHOWN and before is True:
            continue
        if name in GATHERED and isinstance(before, list) and isinstance(value, list):
            facts[name] = [*before, *(one for one in value if one not in before)]
        elif name == "condition" and isinstance(before, list) and isinstance(value, list):
            facts[name] = _conditions(before, value)
        elif not before or value not in VAGUE:
            facts[name] = value
    return facts


def _conditions(old: Sequence[FactValue], new: Sequence[FactValue]) -> list[FactValue]:
    gone = {second if first in new else first for first, second in CONTRARIES if first in new or second in new}
    return [*(one for one in old if one not in gone and one not in new), *new]


def _with(reading: Reading, found: Sequence[_Found], *, abstained: bool) -> Reading:
    chances: dict[Label, float] = {}
    for one in found:
        chances.setdefault(one.claim.label, one.probability)
    numbers = [*reading.extraction.order_numbers, *(one.claim.order_number for one in found)]
    return replace(
        reading,
        understanding=replace(
            reading.understanding,
            categories=tuple(Category(label=label, probability=chance) for label, chance in chances.items()),
            abstained=abstained,
        ),
        extraction=Extraction(
            order_numbers=tuple(dict.fromkeys(number for number in numbers if number is not None)),
            claims=tuple(one.claim for one in found),
        ),
    )


def quoted_mail(reading: Reading) -> ParsedMail | None:
    """The history that a reply quotes, as a mail of its own; None where there is none, or no need of it.

    Of several quoted mails the oldest is taken where quote marks tell it: that is the customer's own.
    """
    mail, view = reading.mail, reading.understanding
    few = len(mail.text.split()) <= BRIEF
    if mail.auto is not None or mail.full_text == mail.text or not (few or view.abstained):
        return None
    own = {line.strip() for line in mail.text.splitlines()}
    lines = [line for line in mail.full_text[:MAX_QUOTED].splitlines() if line.strip() not in own]
    bare = [_unquoted(line) for line in lines]
    deepest = max((depth for depth, _ in bare), default=0)
    oldest = [line for depth, line in bare if depth == deepest]
    told = deepest > 1 and len(" ".join(oldest).split()) >= BARE_QUOTE
    words = "\n".join(oldest if told else [line for _, line in bare])
    if len(words.split()) < BARE_QUOTE:
        return None
    return replace(mail, text=words, full_text=words, attachments=())


def _unquoted(line: str) -> tuple[int, str]:
    """How deep a line is quoted, and the line without its marks."""
    rest = line.lstrip("> \t")
    return line[: len(line) - len(rest)].count(">"), rest
