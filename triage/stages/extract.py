"""Stage 3, extract: a parsed mail and its labels -> order numbers and claims with their facts. Pure."""

import re
from collections.abc import Sequence

from triage.records import AttachmentKind, Claim, Extraction, Facts, Label, ParsedMail, Understanding
from triage.stages.extracting.book import BOOK
from triage.stages.extracting.claims import divide
from triage.stages.extracting.days import told_facts
from triage.stages.extracting.facts import read_facts
from triage.stages.extracting.folding import Folded, fold
from triage.stages.extracting.lexicon import Sighting
from triage.stages.extracting.order_numbers import find_order_numbers, numbers_seen
from triage.stages.extracting.shared import read_mail
from triage.stages.extracting.wishes import REMEDIES

BODY_WORDS = 6
TITLE_WISHES = frozenset(f"want.{remedy}" for remedy in REMEDIES)
REPLY = re.compile(r"^\s*(?:re|aw|antw|wg|fwd?|tr|rv|res|enc|sv|rif|r|i)\s?(?:\[\d+\])?\s?:", re.IGNORECASE)


def extract(mail: ParsedMail, view: Understanding, order_patterns: Sequence[str]) -> Extraction:
    """Collect order numbers, best first, and one claim a label, primary first; automatic mail has no claims.

    order_patterns: what the shop's order numbers look like. Facts are read from the new text, the subject unless it
    is an answer's, and the attachments; what is not plainly there stays unknown.
    """
    numbers = find_order_numbers(mail, order_patterns)
    if mail.auto is not None:
        return Extraction(order_numbers=numbers, claims=())
    seen = tuple(numbers_seen(attachment, order_patterns) for attachment in mail.attachments)
    text = fold(new_words(mail))
    sightings = without_title_wishes(BOOK.find(text), text)
    labels = list(dict.fromkeys(category.label for category in view.categories))
    matters = divide(labels, numbers, text, sightings, view.evidence)
    reading = read_mail(mail, text, sightings, numbers, shows_number=_shows_number(mail, seen))
    claims = tuple(
        Claim(
            label=matter.label,
            order_number=matter.order_number,
            facts=read_facts(matter, matters, reading),
            told=_told(mail, matter.label, view.language) if len(matters) == 1 else {},
        )
        for matter in matters
    )
    return Extraction(order_numbers=numbers, claims=claims, seen=seen)


def _shows_number(mail: ParsedMail, seen: Sequence[tuple[str, ...]]) -> bool:
    """Does an order number stand in one of the photos?"""
    return any(
        numbers and attachment.kind is AttachmentKind.PHOTO
        for attachment, numbers in zip(mail.attachments, seen, strict=True)
    )


def _told(mail: ParsedMail, label: Label, language: str) -> Facts:
    """Days are counted from the mail's own date; of several matters nobody knows which one a day belongs to."""
    return told_facts(mail.text, label, language, mail.date) if mail.date is not None else {}


def without_title_wishes(sightings: Sequence[Sighting], text: Folded) -> list[Sighting]:
    """Leave out remedies that stand in the subject, the first paragraph: subjects can mislead, the body wins."""
    title = sum(paragraph == 0 for paragraph in text.paragraphs)
    if len(text.words) - title < BODY_WORDS:
        return list(sightings)
    return [s for s in sightings if s.paragraph != 0 or s.topic not in TITLE_WISHES]


def new_words(mail: ParsedMail) -> str:
    """What the customer says now: the text, after the subject's paragraph, empty if taken over from an earlier mail."""
    if REPLY.match(mail.subject) and mail.text.strip():
        return f"\n\n{mail.text}"
    return f"{mail.subject}\n\n{mail.text}"
