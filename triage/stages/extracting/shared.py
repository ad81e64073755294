"""What all claims of one mail have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

from triage.records import Attachment, ParsedMail
from triage.stages.extracting.contact import states_address, states_phone
from triage.stages.extracting.folding import Folded
from triage.stages.extracting.lexicon import Sighting
from triage.stages.extracting.wishes import wished_sentences


@dataclass(frozen=True, slots=True)
class MailReading:
    """A mail's words, its attachments, and what holds for each of its claims.

    shows_number: an order number was read in a photo.
    """

    text: Folded
    sightings: Sequence[Sighting]
    attachments: tuple[Attachment, ...]
    wished: set[int]
    address: bool
    phone: bool
    shows_number: bool


def read_mail(
    mail: ParsedMail,
    text: Folded,
    sightings: Sequence[Sighting],
    numbers: Sequence[str],
    *,
    shows_number: bool = False,
) -> MailReading:
    """Read once what every claim needs."""
    return MailReading(
        text=text,
        sightings=sightings,
        attachments=mail.attachments,
        wished=wished_sentences(sightings, text),
        address=states_address(mail.text, numbers),
        phone=states_phone(mail.text, numbers),
        shows_number=shows_number,
    )
