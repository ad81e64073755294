"""Mails for the tests of reading: raw octets in, a parsed record out."""

from datetime import UTC, datetime
from email.message import EmailMessage
from io import BytesIO

from PIL import Image

from triage.records import Attachment, AttachmentKind, ParsedMail, RawMail
from triage.stages.parse import parse

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def read(raw: bytes | str, own: frozenset[str] = frozenset()) -> ParsedMail:
    """Parse octets; a text is taken as UTF-8."""
    octets = raw.encode() if isinstance(raw, str) else raw
    return parse(RawMail(raw=octets, received_at=NOON, source="test"), own)


def plain(body: str, *, subject: str = "Ring", **headers: str) -> bytes:
    """A mail of one text part."""
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if "From" not in headers:
        lines.append("From: Ann <ann@mail.example>")
    lines += [f"Subject: {subject}", "Content-Type: text/plain; charset=utf-8"]
    return ("\n".join(lines) + "\n\n" + body).encode()


def built(body: str = "See the photo.", *, html: str | None = None) -> EmailMessage:
    """A mail to which a test adds files."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ann <ann@mail.example>", "Ring"
    mail.set_content(body)
    if html is not None:
        mail.add_alternative(html, subtype="html")
    return mail


def picture(width: int, height: int, form: str = "JPEG", *, photographic: bool = True, camera: bool = False) -> bytes:
    """A picture of random shades or of one colour."""
    image = (
        Image.effect_noise((width, height), 90).convert("RGB")
        if photographic
        else Image.new("RGB", (width, height), "red")
    )
    if photographic:
        image = Image.merge("RGB", [Image.effect_noise((width, height), 90) for _ in range(3)])
    out = BytesIO()
    exif = Image.Exif()
    if camera:
        exif[0x010F] = "Lumina"
    image.save(out, form, exif=exif)
    return out.getvalue()


def parsed(subject: str = "", text: str = "", *, history: str = "", filenames: tuple[str, ...] = ()) -> ParsedMail:
    """A parsed mail without a raw one."""
    return ParsedMail(
        message_id=None,
        subject=subject,
        sender=read(plain("x")).sender,
        reply_to=None,
        to=(),
        cc=(),
        date=None,
        in_reply_to=None,
        references=(),
        text=text,
        full_text=f"{text}\n\n{history}" if history else text,
        html="",
        attachments=tuple(_file(name) for name in filenames),
        headers={},
        auto=None,
        problems=(),
    )


def _file(name: str) -> Attachment:
    return Attachment(
        filename=name, content_type="image/jpeg", size_bytes=0, sha256="", kind=AttachmentKind.PHOTO, content=b""
    )
