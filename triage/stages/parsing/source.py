"""The source of a mail as people may look at it, however broken it is."""

from triage.stages.parsing.charset import decoded
from triage.stages.parsing.clean import clean_text

BEGINNING_BYTES = 64 * 1024


def beginning(raw: bytes) -> str:
    """The first 64 kB of a mail's source as text that is safe to store and to show."""
    return clean_text(decoded(raw[:BEGINNING_BYTES], None, guess=False)[0])
