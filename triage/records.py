"""What flows: frozen records, from the bytes of a mail to what an agent sees."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

FactValue: TypeAlias = "str | int | float | bool | list[FactValue] | dict[str, FactValue] | None"
"""A fact as the policy case of the contract carries it. Absent is unknown; None is "known not to have happened"."""

Facts: TypeAlias = Mapping[str, FactValue]


class Label(StrEnum):
    """The seven labels of a mail."""

    WRONG_ITEM = "wrong_item"
    DAMAGED = "damaged"
    MISSING = "missing"
    LATE_REFUND = "late_refund"
    CANCELLATION = "cancellation"
    SIZE_QUESTION = "size_question"
    OTHER = "other"


class Auto(StrEnum):
    """Kinds of automatic mail. None of them is ever drafted on."""

    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    NEWSLETTER = "newsletter"
    SPAM = "spam"
    OWN = "own"


class AttachmentKind(StrEnum):
    """What an attachment is, judged by its content."""

    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    INLINE = "inline"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """The mail server whose word on senders counts (RFC 8601).

    authserv_id: as it signs its Authentication-Results. received_above: how many Received lines the shop's own servers
    write above that line; with 0 nothing that a sender could write stands as high.
    """

    authserv_id: str
    received_above: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RawMail:
    """The octets of one mail as they came.

    received_at: the server's INTERNALDATE (aware UTC); for files the Date header or the file's time.
    source: where it came from, for people: a path, or account/folder/uid.
    voucher: the server that says who really wrote, None where there is none to ask.
    """

    raw: bytes = field(repr=False)
    received_at: datetime
    source: str
    voucher: Voucher | None = None


_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def address_key(address: str) -> str:
    """What an address is compared by: A to Z in lower case and nothing else.

    Unicode's own folding makes one address of two people's: the Kelvin sign a k, the sharp s two s.
    """
    return address.translate(_LOWER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One mail address; `address` is lower-cased in its domain, empty when the mail gave none."""

    name: str
    address: str

    @property
    def key(self) -> str:
        """What the address is compared by."""
        return address_key(self.address)

    @property
    def shown_name(self) -> str:
        """The name as far as it may stand for the sender: one that reads as an address is not shown."""
        return "" if "@" in self.name or "\uff20" in self.name or "\ufe6b" in self.name else self.name


class Clarity(StrEnum):
    """Whether anything can be made out in a picture."""

    CLEAR = "clear"
    BLURRED = "blurred"
    DARK = "dark"
    SMALL = "small"


class Paper(StrEnum):
    """What a document says that it is."""

    INVOICE = "invoice"
    RECEIPT = "receipt"
    BANK_STATEMENT = "bank_statement"
    ORDER_CONFIRMATION = "order_confirmation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a look into an attachment showed; every field is a hint for people, none is proof.

    width, height: of a picture as it is shown, in pixels. pages: of a PDF.
    taken: by the camera's own clock, ISO 8601, with the offset if it wrote one. Where it was taken is never read.
    picture_hash, mirrored_hash: 16 hex digits that stay nearly the same when a picture is saved anew or made smaller;
    None for pictures that say too little to be known again.
    text: words read in it, at most 20,000 characters; used in passing, never stored.
    problem: why it could not be looked into, as a sentence.
    """

    width: int | None = None
    height: int | None = None
    clarity: Clarity | None = None
    taken: str | None = None
    picture_hash: str | None = None
    mirrored_hash: str | None = None
    pages: int | None = None
    paper: Paper | None = None
    text: str = field(default="", repr=False, compare=False)
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One attachment, named or not.

    filename: None where the mail gives no name; cleaned of paths, control and bidi characters.
    content_type: what the mail declares, lower case; `kind` is judged by content and never trusts it.
    finding: None before it was looked into, and for kinds that nothing is to be seen in.
    """

    filename: str | None
    content_type: str
    size_bytes: int
    sha256: str
    kind: AttachmentKind
    content: bytes = field(repr=False)
    finding: Finding | None = None


UNREADABLE = "The mail could not be parsed: its raw source is shown."
"""The problem of a mail of which nothing is known but its octets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedMail:
    """A mail as people read it. Every string is valid Unicode without NUL, CR or bidi controls.

    message_id, in_reply_to, references: with angle brackets, unfolded; hints, never identity.
    date: the Date header as aware UTC, None when absent or unreadable. Display only.
    text: what the customer wrote now, without history, signature and footers; full_text: the whole body as text.
    html: the HTML body as sent, "" when none; unsafe, to be sanitised before anyone sees it.
    headers: the headers that later steps look at, lower-cased names, all values in order.
    auto: kind of automatic mail, None for a person's.
    problems: what was wrong with the mail and how it was read all the same.
    one_author: From names exactly one address, in a way that every reader takes alike.
    vouched: the mail server says that the author's domain sent this; None where no server was asked.
    """

    message_id: str | None
    subject: str
    sender: Address
    reply_to: Address | None
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    date: datetime | None
    in_reply_to: str | None
    references: tuple[str, ...]
    text: str
    full_text: str
    html: str = field(repr=False)
    attachments: tuple[Attachment, ...]
    headers: Mapping[str, tuple[str, ...]]
    auto: Auto | None
    problems: tuple[str, ...]
    one_author: bool = True
    vouched: bool | None = None

    @property
    def trusted(self) -> bool:
        """Whether the sender may be taken for who they say they are, as far as anyone could ask."""
        return self.one_author and self.vouched is not False and bool(self.sender.address)

    @property
    def diverted(self) -> bool:
        """Whether answers are asked to go elsewhere than to the sender."""
        return self.reply_to is not None and self.reply_to.key != self.sender.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One label with its calibrated probability, 0.0 to 1.0."""

    label: Label
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A phrase of the mail that spoke for a label; `weight` is its share of the log-odds, higher is stronger."""

    label: Label
    phrase: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What the mail is about.

    categories: every label at or above its threshold, primary first, never empty.
    abstained: not sure enough to draft without a person.
    language: ISO 639-1 of the new text.
    model_version: the folder under models/ that answered.
    """

    categories: tuple[Category, ...]
    abstained: bool
    evidence: tuple[Evidence, ...]
    language: str
    model_version: str

    @property
    def primary(self) -> Label:
        """The label that the mail is mainly about."""
        return self.categories[0].label


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One matter of a mail: one label with its own order and the facts read for it (`message` of a policy case).

    told: facts of the order (`order` of a policy case) that only the customer's words give.
    """

    label: Label
    order_number: str | None
    facts: Facts
    told: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What could be read off the mail: order numbers best first, and its claims, primary first.

    seen: order numbers that stand in each attachment, in the order of the attachments; () where none was looked for.
    """

    order_numbers: tuple[str, ...]
    claims: tuple[Claim, ...]
    seen: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenClaim:
    """What a conversation is about before its newest mail.

    probability: of its label, 0.0 to 1.0. owned: the sender is known to own its order. missing: what was asked for.
    """

    claim: Claim
    probability: float
    owned: bool = True
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything known of a mail before any look-up.

    quoted: what the history that the mail quotes is about, where its own words do not tell; hints, never facts.
    settled: the customer says that the matter of the conversation has come right.
    """

    mail: ParsedMail
    understanding: Understanding
    extraction: Extraction
    quoted: tuple[OpenClaim, ...] = ()
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRecord:
    """One order of a shop. `facts` is the `order` object of a policy case; the owner's address is lower case."""

    store: str
    number: str
    customer_email: str
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What went before in the conversation, all times aware UTC.

    claims: as the mail before left them, primary first. language: ISO 639-1 of the conversation, None for a new one.
    unsure: the conversation is a person's to judge, not ours.
    """

    first_reported_at: datetime | None = None
    last_customer_mail_at: datetime | None = None
    last_store_reply_at: datetime | None = None
    claims: tuple[OpenClaim, ...] = ()
    language: str | None = None
    unsure: bool = False

    @property
    def answered(self) -> bool:
        """The shop replied since the customer last wrote."""
        last, reply = self.last_customer_mail_at, self.last_store_reply_at
        return reply is not None and (last is None or reply >= last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where a piece of a draft's text comes from. start, end: places in the text, end exclusive.

    kind: statement (a sentence of the pack), figure (of the pack), fact (of the case), ask, matter, promise or name.
    key: what is meant among its kind. cites: headings of the shop's document that bear it.
    """

    start: int
    end: int
    kind: str
    key: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reply ready for a person to look at.

    template: `<store>/<label>/<decision>` of the first claim.
    html: the same words as `text`, as safe HTML.
    spans: by place; each number, date and promise lies in one. withheld: why the letter first composed was refused
    and this holding reply took its place; empty for a letter that stands.
    """

    subject: str
    text: str
    html: str
    template: str
    language: str
    spans: tuple[Span, ...] = ()
    withheld: tuple[str, ...] = ()
