"""Whether a mail states a complete postal address or a telephone number. Lines only, no guessing across them."""

import re

PHONE = re.compile(r"(?<![\w#-])\+?\(?\d[\d ()./-]{7,18}\d(?!\w)")
PHONE_WORD = re.compile(
    r"\b(?:tel|phone|call me|mobile|cell|whatsapp|telefon|handy|telephone|portable|telefono|movil|celular|cellulare|telefone|telemovel)",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"\b(?:\d{4,5}(?:-\d{3,4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{6})\b")
STREET = re.compile(
    r"(?:\b\d{1,5}[a-z]?,? (?:[^\W\d]|rue|avenue|via|calle)|[^\W\d]{3,}\.? \d{1,4}[a-z]?\b|\b(?:street|st\.|road|rd|ave|lane|drive|rue|via|calle|rua|platz|weg|strasse|straße)\b)",
    re.IGNORECASE,
)
MAX_LINES = 400


def states_phone(text: str) -> bool:
    """A number of 9 to 15 digits that a word for telephone introduces on its line, or that begins with +."""
    for line in text.splitlines()[:MAX_LINES]:
        for found in PHONE.finditer(line[:500]):
            digits = sum(mark.isdigit() for mark in found[0])
            if 9 <= digits <= 15 and (found[0].startswith("+") or PHONE_WORD.search(line[:500])):
                return True
    return False


def states_address(text: str) -> bool:
    """A street with a number and a postcode, on one line or on neighbouring ones."""
    lines = [line[:300] for line in text.splitlines() if line.strip()][:MAX_LINES]
    for number, line in enumerate(lines):
        place = POSTCODE.search(line)
        if place is None:
            continue
        around = [lines[number - 1] if number else "", line[: place.start()], line[place.end() :]]
        if any(STREET.search(part) and any(mark.isdigit() for mark in part) for part in around):
            return True
    return False
