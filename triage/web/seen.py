"""What was seen in an attachment, as one line for people. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from triage.store.review import StoredAttachment
from triage.web import words

CLARITY: Mapping[str, str] = {
    "clear": "sharp",
    "blurred": "hard to see: blurred",
    "dark": "hard to see: dark",
    "small": "hard to see: small",
}
PAPERS: Mapping[str, str] = {
    "invoice": "looks like an invoice",
    "receipt": "looks like a receipt",
    "bank_statement": "looks like a bank statement",
    "order_confirmation": "looks like an order confirmation",
}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def seen(file: StoredAttachment) -> str:
    """`photo · 1200×900 · sharp · taken 3 March 2026 · order MG20481 seen in it · 340 kB`."""
    return " · ".join((_kind(file), *_parts(file.evidence or {}), words.size(file.size_bytes)))


def _kind(file: StoredAttachment) -> str:
    if file.kind == "other" and file.evidence and "width" in file.evidence:
        return "picture, no photo"
    return file.kind


def _parts(evidence: Mapping[str, Any]) -> Iterator[str]:
    if "width" in evidence and "height" in evidence:
        yield f"{evidence['width']}×{evidence['height']}"
    if "pages" in evidence:
        yield f"{evidence['pages']} {'page' if evidence['pages'] == 1 else 'pages'}"
    if evidence.get("clarity") in CLARITY:
        yield CLARITY[evidence["clarity"]]
    if "taken" in evidence:
        yield f"taken {day(evidence['taken'])}"
    if evidence.get("paper") in PAPERS:
        yield PAPERS[evidence["paper"]]
    numbers = evidence.get("numbers", [])
    if numbers:
        yield f"{'order' if len(numbers) == 1 else 'orders'} {', '.join(numbers[:3])} seen in it"
    if "problem" in evidence:
        yield "could not be looked into"


def day(taken: str) -> str:
    """`2026-03-03T14:05:00` -> `3 March 2026`: the day by the camera's own clock."""
    year, month, date = taken[:10].split("-")
    return f"{int(date)} {MONTHS[int(month) - 1]} {year}"
