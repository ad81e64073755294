"""Stage 3, extract: a parsed mail and its labels -> order numbers and claims with their facts. Pure."""

import re
from collections.abc import Sequence

from triage.records import AttachmentKind, Claim, Extraction, ParsedMail, Understanding


def extract(mail: ParsedMail, view: Understanding, order_patterns: Sequence[str]) -> Extraction:
    """Order numbers best first, and one claim a label."""
    text = f"{mail.subject}\n{mail.text}"
    found = [hit.upper() for pattern in order_patterns for hit in re.findall(pattern, text)]
    numbers = tuple(dict.fromkeys(found))
    photo = any(attachment.kind is AttachmentKind.PHOTO for attachment in mail.attachments)
    claims = tuple(
        Claim(label=one.label, order_number=numbers[0] if numbers else None, facts={"has_photo": photo})
        for one in view.categories
    )
    return Extraction(order_numbers=numbers, claims=() if mail.auto else claims)
