"""One function a part: it takes any octets, and fails where the part breaks its promise."""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime

from benchmarks.fuzz.layers import UNSAFE, decodes, must, reads_header, reads_html, walks
from triage.errors import OperatorError
from triage.mail.compose import UnsafeReplyError, compose_reply, reply_subject
from triage.policy.pack import parse_pack
from triage.records import UNREADABLE, Address, ParsedMail, RawMail
from triage.stages.extracting.order_numbers import find_order_numbers
from triage.stages.parse import parse
from triage.stages.parsing.clean import clean_text
from triage.stages.parsing.cutter import cut, unquoted

LONGEST_SECONDS = 1.0
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PATTERNS = (r"MG\d{5}", r"#?\d{5}", r"AB-\d{4}-[A-Z]{2}")
PLANNED = frozenset(
    [
        *("from", "to", "subject", "message-id", "x-triage-draft", "date", "in-reply-to", "references"),
        *("mime-version", "content-type", "content-transfer-encoding"),
    ]
)


def parses(data: bytes) -> None:
    """Every mail is read, without a fault that only the last net catches, into strings that are safe to keep."""
    mail = parse(RawMail(raw=data, received_at=NOON, source="fuzz"), frozenset({"help@shop.example"}))
    must(UNREADABLE not in mail.problems, "the last net caught a fault of the parser")
    texts = [mail.subject, mail.text, mail.full_text, mail.sender.name, mail.sender.address, *mail.problems]
    texts += [mail.message_id or "", mail.in_reply_to or "", *mail.references]
    texts += [word for file in mail.attachments for word in (file.filename or "", file.content_type)]
    must(not any(UNSAFE.search(text) for text in texts), "a string is not clean")
    names = [file.filename for file in mail.attachments if file.filename is not None]
    must(not any(set(name) & set("\\/") or name.strip(". ") == "" for name in names), "a file name leads elsewhere")
    must(mail.date is None or mail.date.tzinfo is not None, "a date without a zone")


def cuts(data: bytes) -> None:
    """The new words are some of the mail's words."""
    text = clean_text(data.decode("utf-8", "replace"))
    for forward in (False, True):
        found = cut(text, forward_subject=forward)
        must(len(found.new) <= len(text), "the new text is longer than the whole")
        must(set(found.new.split()) <= set(text.split()), "words came from nowhere")
    unquoted(text)


def finds_numbers(data: bytes) -> None:
    """Order numbers are short, each once, and stand in the text."""
    subject, _, text = clean_text(data.decode("utf-8", "replace")).partition("\n")
    found = find_order_numbers(_mail(subject, text), PATTERNS)
    must(len(found) == len(set(found)) <= 50, "a number twice, or too many")
    must(all(0 < len(one) <= 40 and one == one.upper() and " " not in one for one in found), "no number")


def loads_pack(data: bytes) -> None:
    """A pack loads, or its fault is told with a mend; nothing else."""
    try:
        parse_pack(data.decode("utf-8", "replace"), "fuzz.yaml")
    except OperatorError as fault:
        must(bool(fault.what and fault.fix), "a fault without a mend")


def builds_headers(data: bytes) -> None:
    """A reply has the planned headers and the planned recipient, or is refused."""
    fields = [part.decode("utf-8", "surrogateescape") for part in data.split(b"\x1f")] + [""] * 6
    try:
        raw = compose_reply(
            sender=Address(name=fields[0], address="help@shop.example"),
            to=Address(name=fields[1], address=fields[2] or "ann@mail.example"),
            subject=reply_subject(fields[3]),
            text=fields[4].encode("utf-8", "replace").decode(),
            html="",
            message_id="<t1.d1.00000000000000000000000000000000@shop.example>",
            in_reply_to=fields[5] or None,
            references=fields[5].split(),
            date=NOON,
            draft_mark="mark",
        )
    except UnsafeReplyError:
        return
    head = raw.partition(b"\r\n\r\n")[0]
    lines = re.split(rb"\r\n(?![ \t])", head)
    must(not re.search(rb"(?<!\r)\n|\r(?!\n)|\x00", head), "a bare line end in the headers")
    names = {line.partition(b":")[0].decode("ascii").lower() for line in lines}
    must(names <= PLANNED, "a header that nobody planned")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": parses,
    "cutter": cuts,
    "numbers": finds_numbers,
    "pack": loads_pack,
    "headers": builds_headers,
    "header": reads_header,
    "walk": walks,
    "html": reads_html,
    "charset": decodes,
}


def tried(name: str, data: bytes) -> None:
    """Run one input through a target; longer than a second is a fault too."""
    start = time.process_time()
    TARGETS[name](data)
    must(time.process_time() - start <= LONGEST_SECONDS, "it took longer than a second")


def _mail(subject: str, text: str) -> ParsedMail:
    return ParsedMail(
        message_id=None,
        subject=subject,
        sender=Address(name="", address="ann@mail.example"),
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
        problems=(),
    )
