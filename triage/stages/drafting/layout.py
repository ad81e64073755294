"""A letter's lines: tidied text, and the same words as HTML."""

import html
from collections.abc import Sequence


def tidy(text: str) -> str:
    """No trailing blanks, never two empty lines."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept) + "\n"


def as_html(text: str) -> str:
    """The same words as paragraphs and lists; everything escaped."""
    return "\n".join(_block(block.splitlines()) for block in text.strip().split("\n\n"))


def _block(lines: Sequence[str]) -> str:
    if all(line.startswith("- ") for line in lines):
        items = "".join(f"<li>{html.escape(line[2:])}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    return f"<p>{'<br>'.join(html.escape(line) for line in lines)}</p>"
