"""Stage 1, parse: RawMail -> ParsedMail. Pure and total: every mail gives a record, none raises or hangs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.parser import BytesParser

from triage.records import UNREADABLE, Address, Attachment, ParsedMail, RawMail, Voucher
from triage.stages.parsing.attachments import attachments_of
from triage.stages.parsing.automatic import Signs, automatic_kind
from triage.stages.parsing.body import Body, read_body
from triage.stages.parsing.headers import addresses_of, decoded_header, named_values, watched_headers
from triage.stages.parsing.library import Envelope, read_envelope
from triage.stages.parsing.limits import bounded
from triage.stages.parsing.source import beginning
from triage.stages.parsing.vouching import has_one_author, vouches
from triage.stages.parsing.walk import Walked, content_type, walk

Headers = Mapping[str, Sequence[str]]
"""Raw values in order, by lower-case name."""

_NOBODY = Address(name="unknown sender", address="")
_SENDER_HEADERS = ("from", "reply-to", "sender", "return-path")
_SINGLE_HEADERS = ("From", "Subject", "Date", "Message-ID", "Auto-Submitted", "Reply-To", "To", "In-Reply-To")
_MAX_REPLY_TO = 20


def parse(mail: RawMail, own_addresses: frozenset[str] = frozenset()) -> ParsedMail:
    """Read one mail. Never raises; whatever was wrong is told in `problems`.

    own_addresses: lower-case addresses that this system writes from; their mails are `own`.
    """
    try:
        return _parse(mail.raw, own_addresses, mail.voucher)
    except Exception:  # noqa: BLE001 - around one mail: an unreadable one is still a ticket with its source
        return _unreadable(mail.raw)


def _parse(raw: bytes, own_addresses: frozenset[str], voucher: Voucher | None) -> ParsedMail:
    raw, problems = bounded(raw)
    if not raw.strip():
        problems.append("The mail is empty.")
    message = _structured(raw, problems)
    walked = walk(message)
    problems.extend(walked.problems)
    headers = named_values(message)
    envelope = read_envelope(headers)
    subject = decoded_header(headers.get("subject", [""])[0], walked.charset)
    html = "\n".join(part for piece in walked.pieces for part in piece.html)
    files, extra = attachments_of(walked.files, html, problems)
    body = read_body(walked.pieces, extra, subject, is_reply=envelope.in_reply_to is not None)
    mail = _record(headers, walked, envelope, subject, body, tuple(files), problems, own_addresses)
    if voucher is None:
        return mail
    lines = [(name, str(value)) for name, value in message.raw_items()]
    return replace(mail, vouched=mail.one_author and vouches(lines, voucher, mail.sender))


def _structured(raw: bytes, problems: list[str]) -> Message:
    """The mail as a tree of parts; where it nests beyond the parser's reach, its headers and its raw body."""
    try:
        return message_from_bytes(raw)
    except RecursionError:
        problems.append("The mail is nested too deeply: its parts were not read.")
        return BytesParser().parsebytes(raw, headersonly=True)


def _record(
    sent: Headers,
    walked: Walked,
    envelope: Envelope,
    subject: str,
    body: Body,
    files: tuple[Attachment, ...],
    problems: list[str],
    own_addresses: frozenset[str],
) -> ParsedMail:
    sender = _sender(sent, walked.charset, problems)
    reply_to = _reply_to(sent, sender, walked.charset)
    one_author = has_one_author(sent.get("from", ()), sender)
    headers = watched_headers(sent, walked.charset)
    problems.extend(_repeated(sent))
    problems.extend(_doubts(sent, sender, walked.charset, one_author=one_author))
    problems.extend(body.problems)
    if envelope.date is None and "date" in headers:
        problems.append("The date of the mail cannot be read.")
    signs = Signs(
        sender=sender,
        reply_to=reply_to,
        subject=subject,
        text=body.text,
        full_text=body.full_text,
        html=body.html,
        headers=headers,
        content_types=(
            headers.get("content-type", ("",))[0].lower(),
            *(content_type(leaf.part) for leaf in walked.files),
        ),
    )
    return ParsedMail(
        message_id=envelope.message_id,
        subject=subject,
        sender=sender,
        reply_to=signs.reply_to,
        to=_addresses(sent, "to", walked.charset),
        cc=_addresses(sent, "cc", walked.charset),
        date=envelope.date,
        in_reply_to=envelope.in_reply_to,
        references=envelope.references,
        text=body.text,
        full_text=body.full_text,
        html=body.html,
        attachments=files,
        headers=headers,
        auto=automatic_kind(signs, own_addresses),
        problems=tuple(dict.fromkeys(problems)),
        one_author=one_author,
    )


def _sender(sent: Headers, charset: str | None, problems: list[str]) -> Address:
    """Who wrote: From, else the next best header that names an address, else nobody."""
    for name in _SENDER_HEADERS:
        found = _addresses(sent, name, charset)
        with_address = [box for box in found if box.address]
        if with_address:
            if name != "from":
                problems.append(f"The mail names no sender: {name.title()} was taken instead.")
            elif len(with_address) > 1:
                problems.append("The mail names several senders: the first was taken.")
            return with_address[0]
    problems.append("The mail does not say who sent it.")
    named = [box for box in _addresses(sent, "from", charset) if box.name]
    return Address(name=named[0].name, address="") if named else _NOBODY


def _reply_to(sent: Headers, sender: Address, charset: str | None) -> Address | None:
    """Where answers are asked to go: the first address that is not the sender's, however many are named."""
    found = [box for value in sent.get("reply-to", ())[:_MAX_REPLY_TO] for box in addresses_of(value, charset)]
    elsewhere = (box for box in found if box.address and box.key != sender.key)
    return next(elsewhere, found[0] if found else None)


def _doubts(sent: Headers, sender: Address, charset: str | None, *, one_author: bool) -> list[str]:
    """Notes on what makes it uncertain who wrote."""
    notes = []
    if sent.get("from") and sender.address and not one_author:
        notes.append("From does not name one plain address: it is not certain who wrote.")
    by = _addresses(sent, "sender", charset)
    if by and by[0].address and by[0].key != sender.key:
        notes.append(f"The mail was sent by {by[0].address} in the name of {sender.address or 'its author'}.")
    if sender.address and not sender.shown_name and sender.name:
        notes.append(f"The sender's name reads as an address; the mail is from {sender.address}.")
    return notes


def _addresses(sent: Headers, name: str, charset: str | None) -> tuple[Address, ...]:
    values = sent.get(name)
    return addresses_of(values[0], charset) if values else ()


def _repeated(sent: Headers) -> list[str]:
    """Notes on headers that may stand once only and stand several times: the first counts."""
    return [
        f"The mail has {count} {name} headers: the first was taken."
        for name in _SINGLE_HEADERS
        if (count := len(sent.get(name.lower(), ()))) > 1
    ]


def _unreadable(raw: bytes) -> ParsedMail:
    """A record that shows the beginning of the raw source."""
    text = beginning(raw)
    return ParsedMail(
        message_id=None,
        subject="",
        sender=_NOBODY,
        reply_to=None,
        to=(),
        cc=(),
        date=None,
        in_reply_to=None,
        references=(),
        text=text,
        full_text=text,
        html="",
        attachments=(),
        headers={},
        auto=None,
        one_author=False,
        problems=(UNREADABLE,),
    )
