"""Headers as people read them: encoded words, raw 8-bit bytes, folded lines, addresses in any shape."""

import binascii
import re
from collections.abc import Mapping, Sequence
from email.message import Message

from triage.records import Address
from triage.stages.parsing.charset import decoded
from triage.stages.parsing.clean import clean_line

_WORD = re.compile(r"=\?([^?\s]{1,80})\?([bBqQ])\?([^?]*)\?=")
# Some programs leave question marks inside a word; the bound keeps this second try linear.
_LOOSE_WORD = re.compile(r"=\?([^?\s]{1,80})\?([bBqQ])\?((?:[^?]|\?(?!=)){0,400})\?=")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_FOLD = re.compile(r"\r?\n(?=[ \t])")
_ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]@]{1,64}@[^\s<>,;:\"()\[\]@]{1,255}")
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,998}>")
_QUOTED_PAIR = re.compile(r"\\(.)")
_MAX_DECODED_CHARS = 16 * 1024
_MAX_ADDRESSES = 200
_MAX_IDS = 200
_WATCHED = frozenset(
    [
        "from",
        "sender",
        "reply-to",
        "return-path",
        "to",
        "cc",
        "delivered-to",
        "subject",
        "message-id",
        "in-reply-to",
        "references",
        "date",
        "auto-submitted",
        "precedence",
        "x-autoreply",
        "x-autorespond",
        "x-auto-response-suppress",
        "x-autoreply-from",
        "x-failed-recipients",
        "list-id",
        "list-unsubscribe",
        "list-unsubscribe-post",
        "list-post",
        "list-help",
        "feedback-id",
        "x-mailer",
        "user-agent",
        "x-campaign",
        "x-campaignid",
        "x-mailgun-tag",
        "x-mc-user",
        "x-spam-flag",
        "x-spam-status",
        "x-triage-draft",
        "content-type",
        "content-language",
        "authentication-results",
        "x-loop",
        "x-ms-exchange-inbox-rules-loop",
        "x-ms-exchange-generated-message-source",
        "importance",
        "x-original-to",
        "x-forwarded-to",
        "x-forwarded-for",
        "received-spf",
        "x-github-reason",
        "x-shopify-shop-id",
    ]
)


def decoded_header(value: str, charset: str | None = None) -> str:
    """One header value as one clean line. charset: what raw 8-bit bytes are most likely in."""
    text = eight_bit(value[:_MAX_DECODED_CHARS], charset)
    if "=?" in text:
        text = _replace_words(_WORD, text)
        if "=?" in text:
            text = _replace_words(_LOOSE_WORD, text)
    return clean_line(text)


def eight_bit(value: str, charset: str | None = None) -> str:
    """A header value as the library gives it, with its raw bytes turned into text."""
    if value.isascii():
        return value
    return decoded(value.encode("utf-8", "surrogateescape"), charset, guess=False)[0]


def _replace_words(pattern: re.Pattern[str], text: str) -> str:
    """Decode every encoded word; neighbours of one charset are joined first, as characters may span them."""
    out: list[str] = []
    pending, pending_charset, last = b"", "", 0
    for match in pattern.finditer(_FOLD.sub("", text)):
        text = match.string
        between = text[last : match.start()]
        charset = match[1].split("*")[0].lower()
        if pending_charset and (between.strip() or charset != pending_charset):
            out.append(decoded(pending, pending_charset, guess=False)[0])
            pending = b""
        if between.strip() or not pending_charset:
            out.append(between)
        pending += _word_bytes(match[2], match[3])
        pending_charset, last = charset, match.end()
    if pending_charset:
        out.append(decoded(pending, pending_charset, guess=False)[0])
    return "".join(out) + text[last:]


def _word_bytes(encoding: str, body: str) -> bytes:
    payload = body.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(payload.replace(b" ", b"_"), header=True)
    payload = _NOT_BASE64.sub(b"", payload)
    payload = payload[: len(payload) - (len(payload) % 4 == 1)]
    return binascii.a2b_base64(payload + b"=" * (-len(payload) % 4))


def named_values(message: Message) -> dict[str, list[str]]:
    """Raw values of every header by lower-case name, in order, unfolded but not decoded."""
    found: dict[str, list[str]] = {}
    for name, value in message.raw_items():
        found.setdefault(name.lower(), []).append(str(value))
    return found


def watched_headers(headers: Mapping[str, Sequence[str]], charset: str | None) -> dict[str, tuple[str, ...]]:
    """The headers that later steps look at: lower-cased names, decoded values in order."""
    return {
        name: tuple(decoded_header(value, charset) for value in values[:50])
        for name, values in headers.items()
        if name in _WATCHED
    }


def first_id(value: str) -> str | None:
    """The first message id of a header value, with its angle brackets; bare ids get theirs."""
    ids = ids_of(value)
    return ids[0] if ids else None


def ids_of(value: str) -> tuple[str, ...]:
    """All message ids of a header value, each once, in order; at most the last 200."""
    line = clean_line(eight_bit(value))
    found = _MESSAGE_ID.findall(line)
    if not found:
        bare = line.strip("<> ").split(" ")[0]
        found = [f"<{bare}>"] if "@" in bare and len(bare) < 998 else []
    return tuple(dict.fromkeys(found))[-_MAX_IDS:]


def addresses_of(value: str, charset: str | None = None) -> tuple[Address, ...]:
    """Every mailbox of an address header, at most 200; broken syntax gives what can be told from it."""
    if "=?" not in value:
        value = clean_line(eight_bit(value[:_MAX_DECODED_CHARS], charset))
    boxes = [_mailbox(item, charset) for item in _split_addresses(value[:_MAX_DECODED_CHARS])]
    return tuple(box for box in boxes if box.address or box.name)[:_MAX_ADDRESSES]


def _split_addresses(value: str) -> list[str]:
    """Split at commas and semicolons outside quotes, comments and angle brackets; a group's name goes."""
    items, start, quoted, comment, angle = [], 0, False, 0, False
    escaped, closed = False, 0
    for at, char in enumerate(value):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif quoted:
            quoted = char != '"'
        elif char == '"' and not comment:
            quoted = True
        elif char == "(":
            comment += 1
        elif char == ")":
            comment = max(0, comment - 1)
        elif comment:
            continue
        elif char == "<":
            if closed > start:  # an address ended before, and no comma came
                items.append(value[start:closed])
                start = closed
            angle = True
        elif char == ">":
            closed = at + 1 if angle and "@" in value[start:at] else closed
            angle = False
        elif char in ",;" and not angle:
            items.append(value[start:at])
            start = at + 1
        elif char == ":" and not angle and "@" not in value[start:at]:
            start = at + 1
    items.append(value[start:])
    return [item for item in items if item.strip()]


def _mailbox(item: str, charset: str | None) -> Address:
    """Name and address of one list entry."""
    before, bracket, after = item.rpartition("<")
    inside = after.split(">")[0] if bracket else item
    match = _ADDRESS.search(inside) or _ADDRESS.search(item) or _ADDRESS.search(_without_comments(inside))
    address = _lower_domain(_one_word(clean_line(eight_bit(match[0], charset)))) if match else ""
    name = before if bracket else (_comment(item) or (item.replace(match[0], "") if match else item))
    name = decoded_header(_unquoted(name), charset)
    return Address(name="" if name == address else name.strip(" '\"<>"), address=address.strip("'."))


def _one_word(written: str) -> str:
    """What is an address once raw octets have become text: among them are blanks that part words."""
    match = _ADDRESS.search(written)
    return match[0] if match else ""


def _comment(item: str) -> str:
    """The text in round brackets behind a bare address, an old way to give a name."""
    start = item.find("(")
    return item[start + 1 : item.rfind(")")] if 0 <= start < item.rfind(")") else ""


def _without_comments(text: str) -> str:
    """Without what stands in round brackets, which old addresses may hold anywhere, and without blanks."""
    out, depth, escaped = [], 0, False
    for char in text:
        if escaped or char == "\\":
            escaped = not escaped
        elif char in "()":
            depth = max(0, depth + (1 if char == "(" else -1))
        elif not depth and not char.isspace():
            out.append(char)
    return "".join(out)


def _unquoted(name: str) -> str:
    name = name.strip()
    if name.startswith('"'):
        name = name.strip('"')
    return _QUOTED_PAIR.sub(r"\1", name) if "\\" in name else name


def _lower_domain(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"
