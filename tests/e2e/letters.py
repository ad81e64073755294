"""Mails as customers and agents write them, one at a time, with whatever a test cares about."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

SUPPORT = "MILA MVMT <support@shop.example>"


def a_letter(
    *,
    sender: str,
    subject: str,
    text: str,
    to: str = SUPPORT,
    html: str | None = None,
    name: str | None = None,
    answers: str | None = None,
    hours_ago: float = 1.0,
    files: Sequence[tuple[str, str, bytes]] = (),
) -> EmailMessage:
    """One mail. name: its Message-ID. answers: the Message-ID that it replies to. files: (name, type, octets)."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Message-ID"] = name or make_msgid(domain="customer.example")
    mail["Date"] = format_datetime(datetime.now(UTC) - timedelta(hours=hours_ago))
    if answers is not None:
        mail["In-Reply-To"] = mail["References"] = answers
    mail.set_content(text)
    if html is not None:
        mail.add_alternative(html, subtype="html")
    for filename, kind, octets in files:
        main, _, sub = kind.partition("/")
        mail.add_attachment(octets, maintype=main, subtype=sub, filename=filename)
    return mail


def octets(mail: EmailMessage) -> bytes:
    """The mail as it lies on a server."""
    return mail.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
