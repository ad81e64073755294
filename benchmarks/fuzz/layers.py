"""The parser layer by layer: a layer alone is tried many times as often in an hour as a whole mail."""

import re
from email import message_from_bytes

from triage.stages.parsing.attachments import clean_name
from triage.stages.parsing.charset import decoded
from triage.stages.parsing.headers import addresses_of, decoded_header, ids_of
from triage.stages.parsing.limits import bounded
from triage.stages.parsing.markup import html_to_text
from triage.stages.parsing.walk import walk

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MOST_PARTS = 1001


class BrokenPromiseError(AssertionError):
    """A part did what it must never do."""


def must(holds: bool, promise: str) -> None:
    """Raises BrokenPromiseError where a promise does not hold."""
    if not holds:
        raise BrokenPromiseError(promise)


def reads_header(data: bytes) -> None:
    """One header value, read as each of its kinds, gives clean lines; a file's name leads nowhere."""
    charset, _, octets = data.partition(b"\n")
    value = octets.decode("utf-8", "surrogateescape")
    line = decoded_header(value, charset.decode("ascii", "ignore") or None)
    boxes = addresses_of(value)
    lines = [line, *ids_of(value), *(box.name for box in boxes), *(box.address for box in boxes)]
    must(not any(UNSAFE.search(one) or "\n" in one or "\t" in one for one in lines), "a string is not one clean line")
    must(not any(set(box.address) & set(' <>,;"') for box in boxes), "an address that is more than one")
    must(all(one.startswith("<") and one.endswith(">") for one in ids_of(value)), "an id without its brackets")
    name = clean_name(line)
    must(name is None or not (set(name) & set("\\/") or name.strip(". ") == ""), "a file name leads elsewhere")


def walks(data: bytes) -> None:
    """Every mail splits into a bounded number of parts with clean text."""
    raw, _ = bounded(data)
    walked = walk(message_from_bytes(raw))
    must(len(walked.files) + len(walked.pieces) <= MOST_PARTS, "too many parts")
    texts = [text for piece in walked.pieces for text in (*piece.plain, *piece.html)]
    must(not any(UNSAFE.search(text) for text in texts), "a text is not clean")


def reads_html(data: bytes) -> None:
    """Any HTML gives clean text, with no tag of its own making."""
    html = data.decode("utf-8", "replace")
    text = html_to_text(html)
    must(not UNSAFE.search(text), "a text is not clean")
    must("\n\n\n" not in text, "more blank lines than one")


def decodes(data: bytes) -> None:
    """Any octets in any charset are text."""
    charset, _, octets = data.partition(b"\n")
    for guess in (False, True):
        text, problem = decoded(octets, charset.decode("ascii", "ignore") or None, guess=guess)
        must(len(text) <= 4 * len(octets) + 4, "the text is longer than its octets allow")
        must(problem is None or problem.isprintable(), "a note that is not clean")
