"""A mail as it may be handed to one of the people in it: other people's addresses and names are masked. Pure."""

import email
import re
from email.errors import MessageError
from email.header import Header
from email.message import Message
from email.utils import formataddr, getaddresses

from triage.mail.compose import decoded

MASKED = "masked@masked.invalid"
SOMEBODY = "another person"
ADDRESS = re.compile(r"(?<![\w.%+'-])[\w.%+'-]++@[\w.-]++")
PEOPLE = frozenset(
    ("from", "to", "cc", "bcc", "reply-to", "sender", "return-path", "delivered-to", "x-original-to", "resent-to",
     "resent-from", "resent-cc", "errors-to", "disposition-notification-to")
)  # fmt: skip
NUMBERS = frozenset(("message-id", "in-reply-to", "references", "content-id", "resent-message-id"))


def masked_text(text: str, known: frozenset[str]) -> str:
    """`text` with every address masked but those in `known` (lower case)."""
    if "@" not in text:
        return text
    return ADDRESS.sub(lambda found: _shown(found[0], known), text)


def masked_mail(raw: bytes, known: frozenset[str]) -> bytes:
    """The octets of a mail with other people masked, in headers and in every text; files stay as they are.

    A mail that cannot be taken apart is masked as the text that it is.
    """
    try:
        mail = email.message_from_bytes(raw)
        for part in mail.walk():
            _mask_headers(part, known)
            if part.get_content_maintype() == "text" and not part.is_multipart():
                _mask_body(part, known)
        return mail.as_bytes()
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return masked_text(raw.decode("utf-8", "surrogateescape"), known).encode("utf-8", "surrogateescape")


def _shown(address: str, known: frozenset[str]) -> str:
    bare = address.rstrip(".")
    return address if bare.lower() in known else MASKED + address[len(bare) :]


def _mask_headers(part: Message, known: frozenset[str]) -> None:
    kept: list[tuple[str, str]] = []
    changed = False
    for name, value in part.items():
        text = str(value)
        lower = name.lower()
        if lower in NUMBERS or ("@" not in text and "=?" not in text):
            kept.append((name, text))
            continue
        shown = _people(text, known) if lower in PEOPLE else masked_text(decoded(text), known)
        same = shown == (text if lower in PEOPLE else decoded(text))
        changed = changed or not same
        kept.append((name, text if same else shown))
    if not changed:
        return
    for name in set(part.keys()):
        del part[name]
    for name, text in kept:
        part[name] = text if text.isascii() else Header(text, "utf-8", header_name=name).encode()


def _people(text: str, known: frozenset[str]) -> str:
    """A header of names and addresses; unchanged when it names nobody else."""
    found = getaddresses([text])
    if all(address.lower() in known for _, address in found if address):
        return masked_text(text, known)
    return ", ".join(
        formataddr((decoded(name), address)) if address.lower() in known else formataddr((SOMEBODY, MASKED))
        for name, address in found
        if address or name
    )


def _mask_body(part: Message, known: frozenset[str]) -> None:
    octets = part.get_payload(decode=True)
    if not isinstance(octets, bytes) or b"@" not in octets:
        return
    charset = part.get_content_charset() or "utf-8"
    text = octets.decode(charset, "surrogateescape")
    shown = masked_text(text, known)
    if shown == text:
        return
    del part["Content-Transfer-Encoding"]
    part["Content-Transfer-Encoding"] = "8bit"
    part.set_payload(shown.encode(charset, "surrogateescape").decode("ascii", "surrogateescape"))
