"""Whether a mail states a complete postal address or a telephone number. Line by line, no guessing across them."""

import re
from collections.abc import Collection, Iterator
from itertools import islice

from triage.stages.extracting.caseless import in_lower_case, lowered

PHONE = re.compile(r"(?<![\w#-])\+?\(?\d[\d ()./-]{7,18}\d(?!\w)")
PHONE_WORD = in_lower_case(
    r"\b(?:tel|tél|phone|call me|mobile|mobil|cell|whatsapp|telefon(?:nummer)?|handy(?:nummer)?|telephone|téléphone"
    r"|portable|teléfono|telefono|móvil|celular|cellulare|telefone|telemóvel|fon)\b"
)
POSTCODE = re.compile(
    r"(?<![\w#-])(?:\d{5}-\d{3,4}|\d{4}-\d{3}|(?:[A-Z]{1,2}-)?\d{4,5}(?= [^\W\d_])|\d{5,6}$|[A-Z]{2},? \d{5}\b"
    r"|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?!\w)"
)
_NAME = r"[^\W\d][\w'’.-]{0,30}"
STREET = in_lower_case(
    rf"\b\d{{1,5}}[a-z]?,? (?:{_NAME} ){{1,3}}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|row|court|ct"
    r"|close|way|place|terrace|square|boulevard|blvd|crescent|hill|gardens|park|quay|wharf)\b"
    r"|\b\d{1,4}(?: ?(?:bis|ter|[a-z]))?,? (?:rue|avenue|av\.?|bd|boulevard|chemin|place|allée|impasse|quai|cours)\b"
    r"|\b(?:via|viale|piazza|corso|vicolo|calle|c/|avenida|avda\.?|plaza|paseo|carrera|rua|travessa|praça|largo"
    r"|am|an der|zum)"
    rf" (?:{_NAME},? ){{1,5}}(?:nº? ?|n[.°] ?)?\d{{1,4}}"
    rf"|{_NAME}(?:straße|strasse|str\.|weg|platz|gasse|allee|ring|damm|ufer) \d{{1,4}}"
    rf"|\b{_NAME} (?:straße|strasse|weg|platz|gasse|allee|ring|damm) \d{{1,4}}"
)
INTRODUCED_WITHIN = 30
MAX_LINES, MAX_LINE, MAX_PLACES = 400, 300, 6


def states_phone(text: str, order_numbers: Collection[str] = ()) -> bool:
    """A number of 9 to 15 digits that a word for telephone introduces on its line, or that begins with +."""
    for line in _lines(text):
        for found in PHONE.finditer(line):
            digits = sum(mark.isdigit() for mark in found[0])
            if (
                found[0] not in order_numbers
                and 9 <= digits <= 15
                and (found[0].startswith("+") or _is_introduced(line, found.start()))
            ):
                return True
    return False


def states_address(text: str, order_numbers: Collection[str] = ()) -> bool:
    """A street with a house number and a postcode, on one line or with the street on the line before."""
    before = ""
    for line in _lines(text):
        for place in islice(POSTCODE.finditer(line), MAX_PLACES):
            rest = f"{before} {line[: place.start()]} {line[place.end() :]}"
            if place[0] not in order_numbers and STREET.search(lowered(rest)):
                return True
        before = line
    return False


def _is_introduced(line: str, at: int) -> bool:
    return PHONE_WORD.search(lowered(line), max(0, at - INTRODUCED_WITHIN), at) is not None


def _lines(text: str) -> Iterator[str]:
    """The lines that say something, cut to what an address can fill."""
    for line in text.splitlines()[:MAX_LINES]:
        if line.strip():
            yield line.strip()[:MAX_LINE]
