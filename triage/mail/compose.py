"""Build the bytes of a reply, and the ids that tell our own mail from anyone else's. Pure."""

import binascii
import hashlib
import hmac
import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from email.errors import HeaderParseError
from email.header import Header, decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import format_datetime, formataddr, getaddresses

from triage.errors import Refused
from triage.records import Address

LONGEST_TEXT = 200
LONGEST_ID = 250
KEPT_REFERENCES = 20
DRAFT_HEADER = "X-Triage-Draft"

REPLY_PREFIX = re.compile(
    r"(?:re|aw|sv|vs|antw|odp|ref|rif|res|antwort)(?:\s?\[\d{1,3}\]|\s?\(\d{1,3}\)|\^\d{1,3})?\s?:\s{0,9}",
    re.IGNORECASE,
)
MESSAGE_ID = re.compile(r"<[^\s<>@]{1,200}@[^\s<>@]{1,200}>|<[^\s<>@]{1,200}>")
OWN_ID = re.compile(r"<t([A-Za-z0-9_-]{1,40})\.d(0|[1-9][0-9]{0,5})\.([0-9a-f]{32})@[A-Za-z0-9.-]{1,200}>")
ADDRESS = re.compile(r"[!-~]{1,64}@[A-Za-z0-9.-]{1,253}")


class UnsafeReplyError(Refused):
    """A reply would have carried headers or recipients that nobody planned."""


def one_line(text: str) -> str:
    """Text fit for a header: no controls, no bidi marks, no lone surrogates, at most 200 characters."""
    if text[:2000].isprintable() and text.isascii():
        return " ".join(text[:2000].split())[:LONGEST_TEXT].strip()
    cleaned = "".join(" " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char for char in text[:2000])
    visible = "".join(char for char in cleaned if unicodedata.category(char) not in {"Cf", "Cs", "Co", "Cn"})
    return " ".join(visible.split())[:LONGEST_TEXT].strip()


def decoded(text: str) -> str:
    """Encoded words resolved, so that nothing hides in them; what cannot be decoded stays as it is."""
    if "=?" not in text:
        return text
    try:
        parts = decode_header(text)
        return "".join(
            part if isinstance(part, str) else part.decode(charset or "ascii", "replace") for part, charset in parts
        )
    except (ValueError, LookupError, HeaderParseError):
        return text


def header_text(text: str) -> str:
    """Human text for a header value: decoded, then cleaned, then without anything that reads as an encoded word."""
    return one_line(decoded(one_line(text))).replace("=?", "= ?")


def reply_subject(subject: str) -> str:
    """`Re:` once, whatever prefixes of whatever language the subject came with."""
    rest = header_text(subject)
    while (prefix := REPLY_PREFIX.match(rest)) is not None:
        rest = rest[prefix.end() :]
    return f"Re: {rest}".strip()[:LONGEST_TEXT]


def is_reply_subject(subject: str) -> bool:
    """Whether a subject begins as answers do, in whatever language."""
    return REPLY_PREFIX.match(subject.lstrip()) is not None


def references_for(message_id: str | None, in_reply_to: str | None, references: Sequence[str]) -> tuple[str, ...]:
    """The References of a reply to a mail with these headers: the first and the last 20, the mail itself last."""
    before = list(references) or ([in_reply_to] if in_reply_to else [])
    chain = dict.fromkeys(entry for entry in [*before, message_id] if entry and _is_message_id(entry))
    if message_id in chain:
        chain[message_id] = chain.pop(message_id)
    ids = tuple(chain)
    return ids if len(ids) <= KEPT_REFERENCES + 1 else (ids[0], *ids[-KEPT_REFERENCES:])


def _is_message_id(text: str) -> bool:
    return len(text) <= LONGEST_ID and text.isascii() and text.isprintable() and bool(MESSAGE_ID.fullmatch(text))


def draft_message_id(ticket_public_id: str, revision: int, key: bytes, domain: str) -> str:
    """`<tTICKET.dREVISION.MAC@domain>`: the same for the same draft, and not to be forged without the key."""
    if OWN_ID.fullmatch(f"<t{ticket_public_id}.d{revision}.{'0' * 32}@{domain}>") is None:
        raise ValueError("a draft's id takes a plain ticket id, a revision and an ASCII domain")
    return f"<t{ticket_public_id}.d{revision}.{_seal(ticket_public_id, revision, key)}@{domain}>"


def own_message_id(message_id: str, key: bytes) -> tuple[str, int] | None:
    """(ticket, revision) of an id that we made; None for any other, forged ones too."""
    found = OWN_ID.fullmatch(message_id[: LONGEST_ID * 2])
    if found is None:
        return None
    ticket, revision = found[1], int(found[2])
    return (ticket, revision) if hmac.compare_digest(_seal(ticket, revision, key), found[3]) else None


def _seal(ticket: str, revision: int, key: bytes) -> str:
    text = f"triage draft id\0{ticket}\0{revision}".encode()
    return hmac.new(key, text, hashlib.sha256).hexdigest()[:32]


def compose_reply(
    *,
    sender: Address,
    to: Address,
    subject: str,
    text: str,
    html: str,
    message_id: str,
    in_reply_to: str | None,
    references: Sequence[str],
    date: datetime | None,
    draft_mark: str | None,
) -> bytes:
    """The reply with CRLF ends: text and HTML as alternatives, threaded.

    draft_mark: what stands in `X-Triage-Draft`; None for what a customer gets, who never sees that header.

    date: aware; None leaves the Date to the program that sends it. html "": text only. References that are no ids are
    dropped. Raises `UnsafeReplyError` when sender, recipient or ids cannot stand in a header, or when the bytes, read
    again, do not hold exactly the headers and the recipient that were planned.
    """
    headers = {
        "From": _mailbox(sender),
        "To": _mailbox(to),
        "Subject": _encoded(header_text(subject)),
        "Message-ID": _checked_id(message_id),
    }
    if draft_mark is not None:
        headers[DRAFT_HEADER] = _checked_token(draft_mark)
    if date is not None:
        headers["Date"] = format_datetime(date)
    if in_reply_to is not None and _is_message_id(in_reply_to):
        headers["In-Reply-To"] = in_reply_to
    if kept := [entry for entry in references if _is_message_id(entry)]:
        headers["References"] = "\r\n ".join(kept)
    raw = _head(headers) + _body(text, html)
    _verify(raw, headers, recipient=to.address)
    return raw


def _head(headers: dict[str, str]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode("ascii")


def _body(text: str, html: str) -> bytes:
    """The MIME headers and the content; the boundary depends on the words alone, so equal drafts are equal bytes.

    Written out here because the email package takes three times as long as all the rest of a reply.
    """
    plain = _part(text, "plain")
    if not html:
        return b"MIME-Version: 1.0\r\n" + plain
    rich = _part(html, "html")
    # Quoted-printable never has "=_", so no line of the content can be the boundary.
    boundary = b"=_" + hashlib.sha256(plain + rich).hexdigest()[:40].encode()
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary="' + boundary + b'"\r\n'
    parts = b"".join(b"\r\n--" + boundary + b"\r\n" + part for part in (plain, rich))
    return head + parts + b"\r\n--" + boundary + b"--\r\n"


def _part(text: str, subtype: str) -> bytes:
    """One alternative with its headers: quoted-printable UTF-8 without NUL and lone surrogates."""
    lines = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    content = binascii.b2a_qp("\r\n".join([*lines, ""]).encode("utf-8", "replace"), istext=True)
    head = f'Content-Type: text/{subtype}; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    return head.encode() + content


def _encoded(text: str) -> str:
    """A header value in ASCII, folded with CRLF."""
    if text.isascii() and len(text) < 60:
        return text
    return Header(text, "utf-8" if not text.isascii() else "us-ascii", maxlinelen=74, header_name="Subject").encode(
        linesep="\r\n"
    )


def _mailbox(who: Address) -> str:
    if ADDRESS.fullmatch(who.address) is None or any(char in who.address for char in '<>()[]\\,;:"'):
        raise UnsafeReplyError("an address of this reply cannot stand in a header", fix="correct it, then save again")
    name = header_text(who.name)
    if name.isascii():
        return formataddr((name, who.address))
    encoded = Header(name, "utf-8", maxlinelen=74, header_name="From").encode(linesep="\r\n")
    return f"{encoded}\r\n <{who.address}>"


def _checked_id(message_id: str) -> str:
    if not _is_message_id(message_id):
        raise UnsafeReplyError("the Message-ID of this reply is malformed", fix="make it with draft_message_id")
    return message_id


def _checked_token(mark: str) -> str:
    if re.fullmatch(r"[!-~]{1,200}", mark) is None:
        raise UnsafeReplyError("the draft's mark is malformed", fix="use letters, digits and dots")
    return mark


def _verify(raw: bytes, headers: dict[str, str], *, recipient: str) -> None:
    """Read the bytes again as a mail program would; what was not planned must not be there."""
    again = BytesHeaderParser().parsebytes(raw[: raw.index(b"\r\n\r\n") + 4])
    planned = sorted([*map(str.lower, headers), "mime-version", "content-type", *_transfer_encoding(again)])
    recipients = [address for _, address in getaddresses(map(str, again.get_all("To", [])))]
    if sorted(map(str.lower, again.keys())) != planned or recipients != [recipient] or again.defects:
        raise UnsafeReplyError(
            "the reply would carry headers or recipients that were not planned", fix="hand this mail to a person"
        )


def _transfer_encoding(message: Message) -> list[str]:
    return ["content-transfer-encoding"] if not message.is_multipart() and message["Content-Transfer-Encoding"] else []
