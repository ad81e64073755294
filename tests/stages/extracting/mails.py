"""Mails as the extract stage gets them: parsed, with their labels."""

from collections.abc import Iterable, Sequence

from tests.stages.parsing.mails import parsed
from triage.records import (
    Attachment,
    AttachmentKind,
    Auto,
    Category,
    Claim,
    Evidence,
    Extraction,
    Label,
    ParsedMail,
    Understanding,
)
from triage.stages.extract import extract

KINDS = {
    "jpg": AttachmentKind.PHOTO,
    "heic": AttachmentKind.PHOTO,
    "png": AttachmentKind.INLINE,
    "mp4": AttachmentKind.VIDEO,
    "pdf": AttachmentKind.DOCUMENT,
}
NUMBERS = (r"(?<![\w-])(?:MR)?\d{4,5}(?![\w-])", r"(?<![\w-])\d{9}(?![\w-])")


def a_mail(
    text: str = "", *, subject: str = "", files: Iterable[str] = (), history: str = "", auto: Auto | None = None
) -> ParsedMail:
    """A parsed mail with empty files of the kinds that their endings say."""
    mail = parsed(subject, text, history=history)
    attachments = tuple(_file(name) for name in files)
    return _with(mail, attachments=attachments, auto=auto)


def understood(labels: Iterable[str], evidence: Sequence[Evidence] = ()) -> Understanding:
    """What the classifier would say, sure of each label."""
    return Understanding(
        categories=tuple(Category(label=Label(label), probability=0.9) for label in labels),
        abstained=False,
        evidence=tuple(evidence),
        language="en",
        model_version="none",
    )


def extracted(text: str, *labels: str, subject: str = "", files: Iterable[str] = (), history: str = "") -> Extraction:
    """Extract from a mail with these labels."""
    return extract(a_mail(text, subject=subject, files=files, history=history), understood(labels), NUMBERS)


def claim(text: str, label: str, *, subject: str = "", files: Iterable[str] = ()) -> Claim:
    """The only claim of a mail with one label."""
    (only,) = extracted(text, label, subject=subject, files=files).claims
    return only


def _with(mail: ParsedMail, *, attachments: tuple[Attachment, ...], auto: Auto | None) -> ParsedMail:
    fields = {name: getattr(mail, name) for name in ParsedMail.__slots__}
    return ParsedMail(**fields | {"attachments": attachments, "auto": auto})


def _file(name: str) -> Attachment:
    kind = KINDS[name.rsplit(".", 1)[-1]]
    return Attachment(
        filename=name, content_type="application/octet-stream", size_bytes=0, sha256="", kind=kind, content=b""
    )
