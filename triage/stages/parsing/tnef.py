"""The one place that speaks to tnefparse: winmail.dat, the container that Outlook sends to everyone else."""

from dataclasses import dataclass

from tnefparse import TNEF

from triage.stages.parsing.clean import clean_text
from triage.stages.parsing.markup import html_to_text

_MAX_BYTES = 25 * 1024 * 1024
_MAX_MEMBERS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedTnef:
    """What a winmail.dat holds: named files in order, and the text of the mail, "" when none."""

    files: tuple[tuple[str, bytes], ...]
    text: str


def opened_tnef(content: bytes) -> OpenedTnef | None:
    """The members of a winmail.dat of at most 25 MB; None when it cannot be opened."""
    if len(content) > _MAX_BYTES or not content.startswith(b"\x78\x9f\x3e\x22"):
        return None
    try:
        container = TNEF(content, do_checksum=False)
        files = tuple(
            (str(item.long_filename() or item.name or ""), bytes(item.data)) for item in container.attachments
        )
        return OpenedTnef(files=files[:_MAX_MEMBERS], text=_text(container))
    except Exception:  # noqa: BLE001 - the door to a foreign parser: the container is then listed unopened
        return None


def _text(container: TNEF) -> str:
    """The mail's text: plain if there is one, else from HTML."""
    for body in (container.body, container.htmlbody):
        if body:
            text = body.decode("utf-8", "replace") if isinstance(body, bytes) else str(body)
            return html_to_text(text) if body is container.htmlbody else clean_text(text).strip()
    return ""
