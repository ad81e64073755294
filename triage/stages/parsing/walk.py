"""The walk through a mail's parts: which are text to read, which are attachments."""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import MessageError
from email.generator import BytesGenerator
from email.message import Message
from email.policy import compat32
from io import BytesIO

from triage.stages.parsing.charset import decoded
from triage.stages.parsing.clean import clean_line, clean_text
from triage.stages.parsing.headers import decoded_header, eight_bit, named_values
from triage.stages.parsing.limits import MAX_DEPTH, MAX_PARTS, MAX_TEXT_BYTES, TEXT_CUT

_LOST_BOUNDARY = re.compile(rb"(?im)^--([^\r\n]{1,200}?)[ \t]*\r?\ncontent-")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_TOKEN = re.compile(r"[a-z0-9][a-z0-9.-]{0,60}")
_BETWEEN_WORDS = re.compile(rb"[A-Za-z,.] {1,2}[A-Za-z]")
_LONGEST_WORDS = 20
_MAX_RECOVERED_BYTES = 2 * 1024 * 1024
_FEW_LINES = 200_000


@dataclass(frozen=True, slots=True)
class Leaf:
    """One part without parts of its own.

    group: parts of one multipart/alternative share it; they say the same in different forms.
    """

    part: Message
    group: int
    is_text: bool


@dataclass(slots=True)
class BodyPiece:
    """One stretch of the body, in up to two forms."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Walked:
    """What the walk found: pieces of the body in order, leaves that are attachments, notes in plain words."""

    pieces: list[BodyPiece]
    files: list[Leaf]
    problems: list[str]
    charset: str | None


def walk(message: Message) -> Walked:
    """Sort the leaves of a mail into body and attachments; text is decoded, files are not yet."""
    problems: list[str] = []
    found = list(_leaves(message, problems))
    pieces: dict[int, BodyPiece] = {}
    walked = Walked([], [], problems, None)
    left = MAX_TEXT_BYTES
    for leaf in found:
        if not leaf.is_text:
            walked.files.append(leaf)
            continue
        text, notes = _text_of(leaf.part, left)
        left -= len(text)
        problems.extend(note for note in notes if note not in problems)
        piece = pieces.setdefault(leaf.group, BodyPiece())
        is_html = _is_html(leaf.part, text)
        if piece.plain and not is_html and content_type(leaf.part) != "text/plain":
            continue  # the same words in a form that is no better
        (piece.html if is_html else piece.plain).append(text)
        walked.charset = walked.charset or charset_of(leaf.part)
    walked.pieces = [pieces[group] for group in sorted(pieces)]
    return walked


def _leaves(message: Message, problems: list[str]) -> Iterator[Leaf]:
    """Leaves in order; attached mails are leaves, their inside is never entered."""
    stack: list[tuple[Message, int, int | None]] = [(message, 0, None)]
    count = 0
    while stack:
        part, depth, group = stack.pop()
        count += 1
        if count > MAX_PARTS:
            problems.append("The mail has more than 1,000 parts: the rest was not read.")
            return
        kind = content_type(part)
        children = _children(part) if kind.startswith("multipart/") else []
        if children is None:
            children = _recovered(part, problems)
        if children and kind.startswith("multipart/"):
            if depth >= MAX_DEPTH:
                problems.append("The mail is nested too deeply: what lies deeper was not read.")
                continue
            if kind == "multipart/alternative" and group is None:
                group = count
            stack.extend((child, depth + 1, group) for child in reversed(children))
            continue
        is_text = _is_body(part, kind, is_root=part is message)
        yield Leaf(part, count if group is None else group, is_text)


def _recovered(part: Message, problems: list[str]) -> list[Message] | None:
    """Parts of a multipart whose declared boundary never comes, by the boundary that does come."""
    payload = _raw_payload(part)
    if payload.count(b"\n") > _FEW_LINES:
        payload = payload[:_MAX_RECOVERED_BYTES]
    found = _LOST_BOUNDARY.search(payload)
    problems.append("The mail's parts are not separated as announced: they were read as well as possible.")
    if not found or b'"' in found[1]:
        return None
    again = message_from_bytes(b'Content-Type: multipart/mixed; boundary="' + found[1] + b'"\n\n' + payload)
    return _children(again)


def _children(part: Message) -> list[Message] | None:
    """Parts of a container, None for a leaf."""
    payload = _payload(part)
    if not isinstance(payload, list):
        return None
    return [child for child in payload if isinstance(child, Message)]


def _is_body(part: Message, kind: str, *, is_root: bool) -> bool:
    """Is this leaf text that the sender wrote, to be shown as the mail itself?"""
    if kind.startswith("multipart/"):
        return True
    disposition = disposition_of(part)
    if kind not in ("text/plain", "text/html", "text/enriched", "text"):
        return is_root and kind.startswith("text/") and kind != "text/calendar" and disposition != "attachment"
    if is_root or disposition == "attachment":
        return is_root and (disposition != "attachment" or filename_of(part) is None)
    return filename_of(part) is None


def _is_html(part: Message, text: str) -> bool:
    kind = content_type(part)
    start = text[:400].lstrip().lower()
    if kind == "text/html":
        return "<" in text
    return start.startswith(("<html", "<!doctype html"))


def _text_of(part: Message, most: int) -> tuple[str, list[str]]:
    """Decoded, cleaned text of a leaf, not longer than `most`, and what was wrong with it."""
    octets = payload_of(part, 2 * most)
    text, problem = decoded(octets[:most], charset_of(part))
    notes = [problem] if problem else []
    payload = _payload(part)
    is_cut = len(octets) > most or (isinstance(payload, str) and len(payload) > 2 * most)
    return clean_text(text)[:most], notes + [TEXT_CUT] * is_cut


def payload_of(part: Message, most: int | None = None) -> bytes:
    """Decoded octets of a leaf, of its first `most` encoded ones; an attached mail gives its own octets."""
    children = _children(part)
    if children:
        return _attached_mail(part, children)
    raw = _raw_payload(part, most)
    encoding = _encoding(part)
    if encoding == "base64":
        return _from_base64(raw)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(raw)
    if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
        return _from_uuencode(raw)
    return raw


def _payload(part: Message) -> object:
    """Text with its raw octets, or a list of parts."""
    # The public accessor replaces octets outside the declared charset, and raises on some charset names.
    return vars(part).get("_payload")


def _raw_payload(part: Message, most: int | None = None) -> bytes:
    """Octets of a leaf as they were sent, the first `most` of them."""
    payload = _payload(part)
    return payload[:most].encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""


def _from_uuencode(raw: bytes) -> bytes:
    """What the library makes of it; what is none stays as it was sent."""
    holder = Message()
    holder["Content-Transfer-Encoding"] = "x-uuencode"
    holder.set_payload(raw.decode("ascii", "surrogateescape"))
    payload = holder.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else raw


def _from_base64(raw: bytes) -> bytes:
    # Some programs announce base64 and send plain words, in which blanks are many.
    if raw.count(b" ") * _LONGEST_WORDS > len(raw) and len(_BETWEEN_WORDS.findall(raw)) * _LONGEST_WORDS > len(raw):
        return raw
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:
        pass  # torn or mixed with other signs: what is base64 of it is read
    letters = _NOT_BASE64.sub(b"", raw)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _attached_mail(part: Message, children: list[Message]) -> bytes:
    """Octets of message/* children, as near to what was sent as the parsed form allows."""
    if len(children) == 1 and _encoding(part) == "base64" and not children[0].keys():
        return _from_base64(_raw_payload(children[0]))
    out = BytesIO()
    try:
        for child in children:
            BytesGenerator(out, mangle_from_=False, maxheaderlen=0, policy=compat32).flatten(child)
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError, MessageError):
        return out.getvalue() or "\n".join(f"{k}: {v}" for k, v in children[0].items()).encode("utf-8", "replace")
    return out.getvalue()


def _encoding(part: Message) -> str:
    value = str(part.get("content-transfer-encoding", ""))
    return value.split(";")[0].split("(")[0].strip().strip("\"'").lower()


def content_type(part: Message) -> str:
    """Lower-case media type; what is missing or broken is text/plain."""
    written = clean_line(eight_bit(part.get_content_type()[:200])).replace(" ", "").lower()
    return written.encode("ascii", "replace").decode()[:100] or "text/plain"


def charset_of(part: Message) -> str | None:
    """The declared charset as written, None when there is none."""
    try:
        value = part.get_param("charset")
    except (ValueError, TypeError, LookupError):
        return None
    if isinstance(value, tuple):
        value = value[2]
    return value if isinstance(value, str) and value.isascii() else None


def disposition_of(part: Message) -> str:
    """attachment, inline, or "" when the part says neither."""
    value = str(part.get("content-disposition", "")).split(";")[0].strip().strip("\"'").lower()
    if value in ("attachment", "inline"):
        return value
    return "attachment" if _TOKEN.fullmatch(value) else ""


def filename_of(part: Message) -> str | None:
    """The decoded name that the part gives, not yet cleaned of paths; None when it gives none."""
    if not ("content-disposition" in part or "content-type" in part):
        return None
    named = part
    headers = named_values(part)
    raw = {name: headers.get(name, [])[:1] for name in ("content-disposition", "content-type")}
    if not all(value.isascii() for values in raw.values() for value in values):
        named = Message()
        for name, values in raw.items():
            for value in values:
                named[name] = eight_bit(value)
    try:
        found = named.get_filename()
    except (ValueError, TypeError, LookupError, AttributeError):
        found = None
    return decoded_header(found) or None if found else None
