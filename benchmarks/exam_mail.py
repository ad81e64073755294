"""A labelled row as the mail that a customer's program would have sent."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]

_ENDING = "+00:00"
_SHOPPER = "Shopper <shopper@chat.example>"
_BYTES = {
    "image/jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00H\x00H\x00\x00"
    + bytes(range(256)) * 40
    + b"\xff\xd9",
    "image/png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x40\x00\x00\x00\x40\x08\x02\x00\x00\x00"
    + bytes(3000),
    "image/gif": b"GIF89a\x40\x00\x20\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x00\x00\x00\x00\x00;",
    "image/heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(4000),
    "video/mp4": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(9000),
    "application/pdf": b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n",
}


def mail_bytes(row: Row) -> bytes:
    """The row as RFC 5322 octets: quoted-printable text, HTML beside it if given, attachments of a likely kind."""
    mail = EmailMessage(policy=SMTP)
    name, address = parseaddr(row.get("from") or _SHOPPER)
    mail["From"] = Address(display_name=name, addr_spec=address)
    mail["To"] = f"help@{row.get('store', 'shop').replace('_', '-')}.example"
    if row.get("subject"):
        mail["Subject"] = row["subject"]
    mail["Date"] = format_datetime(datetime.fromisoformat(row.get("date") or "2026-03-02T09:00:00" + _ENDING))
    mail["Message-ID"] = f"<{row['id']}@exam.example>"
    for header, value in (row.get("headers") or {}).items():
        mail[header] = value
    mail.set_content(row["body"] if "body" in row else row["text"], cte="quoted-printable")
    if row.get("html"):
        mail.add_alternative(row["html"], subtype="html", cte="quoted-printable")
    for attachment in row.get("attachments") or ():
        _attach(mail, attachment["filename"], attachment["content_type"])
    return mail.as_bytes()


def _attach(mail: EmailMessage, filename: str | None, content_type: str) -> None:
    main, _, sub = content_type.partition("/")
    octets = _BYTES.get(content_type, b"PK\x03\x04" + bytes(500))
    mail.add_attachment(octets, maintype=main, subtype=sub, filename=filename)
