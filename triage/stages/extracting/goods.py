"""The state of the goods and the parcel, and what is attached to show it."""

from collections.abc import Iterable, Sequence

from triage.records import Attachment, AttachmentKind, FactValue, Paper
from triage.stages.extracting.folding import fold
from triage.stages.extracting.lexicon import Sighting
from triage.stages.extracting.reasons import Topics

CONTRARIES = (
    ("unused", "used"),
    ("unworn", "worn"),
    ("unwashed", "washed"),
    ("tags_intact", "tags_missing"),
    ("hygiene_seal_intact", "hygiene_seal_missing"),
    ("original_packaging", "packaging_missing"),
    ("sealed", "seal_broken"),
)
CONDITIONS = (*(state for pair in CONTRARIES for state in pair), "tried_on", "stained", "altered")
LABEL_NAMES = ("label", "etikett", "etiquet", "etichett")
_PROOFS = """
    invoice receipt rechnung beleg quittung bon facture ticket factura recibo fattura ricevuta scontrino fatura comprov
    proof bestatigung confirmation order nachweis
"""
PROOF_NAMES = tuple(_PROOFS.split())


def condition(sightings: Iterable[Sighting]) -> list[str]:
    """States that the customer affirms; a label that a photo shows is no tag.

    Where a state and its contrary are seen, the fresh one holds: "I have never washed it" also reads "have washed it".
    """
    seen = [s for s in sightings if not s.denied]
    pictured = {s.sentence for s in seen if s.topic == "photo.label"}
    named = {
        s.topic.removeprefix("good.")
        for s in seen
        if s.topic.startswith("good.") and not (s.topic == "good.tags_intact" and s.sentence in pictured)
    }
    for fresh, spent in CONTRARIES:
        if fresh in named and spent in named:
            named.discard(spent)
    return [state for state in CONDITIONS if state in named]


def pictures(attachments: Iterable[Attachment]) -> tuple[bool, bool]:
    """Whether a photo and whether a video is attached."""
    kinds = {attachment.kind for attachment in attachments}
    return AttachmentKind.PHOTO in kinds, AttachmentKind.VIDEO in kinds


def shows_label(attachments: Iterable[Attachment], topics: Topics) -> bool:
    """True when the words or a photo's name say that the order number label is in the picture."""
    photos = [attachment for attachment in attachments if attachment.kind is AttachmentKind.PHOTO]
    return bool(photos) and ("photo.label" in topics or any(_is_named(photo, LABEL_NAMES) for photo in photos))


def proves_purchase(attachments: Sequence[Attachment], topics: Topics) -> bool:
    """True when a receipt or invoice is attached, by what it says, by its name or by the words."""
    if any(a.finding is not None and a.finding.paper in (Paper.INVOICE, Paper.RECEIPT) for a in attachments):
        return True
    papers = [a for a in attachments if a.kind in (AttachmentKind.DOCUMENT, AttachmentKind.PHOTO)]
    return bool(papers) and ("proof" in topics or any(_is_named(paper, PROOF_NAMES) for paper in papers))


def search_facts(topics: Topics) -> dict[str, FactValue]:
    """Whether the missing piece's label was found, and whether the packaging was searched, where told."""
    facts: dict[str, FactValue] = {}
    if "label.none" in topics:
        facts["label_found"] = False
    elif "label.found" in topics:
        facts["label_found"] = True
    if "searched" in topics:
        facts["package_searched"] = True
    return facts


def _is_named(attachment: Attachment, names: Iterable[str]) -> bool:
    words = fold((attachment.filename or "").replace("_", " ")).words
    return any(word.startswith(name) for word in words for name in names)
