"""A whole shop in a test: the real store and use cases, a mailbox in memory, and pure steps that read plain mails."""

import email
import email.policy
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Engine, select

from tests.fakes.mailbox import FakeMailbox, FakeServer
from triage.app import App
from triage.loaders.settings import Account, Settings
from triage.pipeline import Judgement
from triage.policy.decision import Decision
from triage.policy.verdict import JudgedClaim
from triage.records import (
    Address,
    Attachment,
    AttachmentKind,
    Auto,
    Category,
    Claim,
    Draft,
    Evidence,
    Extraction,
    History,
    Label,
    OrderRecord,
    ParsedMail,
    RawMail,
    Reading,
    Understanding,
)
from triage.store.blobs import Blobs
from triage.store.engine import reading
from triage.store.schema import claims, confirmed, drafts, effects, events, ledger, messages, tickets

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SHOP = "help@shop.example"
KEY = b"k" * 32
TABLES = {table.name: table for table in (claims, confirmed, drafts, effects, events, ledger, messages, tickets)}


def a_mail(
    number: int = 1,
    *,
    subject: str = "damaged cup",
    text: str = "It came broken.",
    sender: str = "Ada <ada@mail.example>",
    message_id: str | None = None,
    in_reply_to: str = "",
    references: str = "",
    extra: str = "",
) -> bytes:
    """One mail; mails of different numbers differ in their octets. A subject with `poison` cannot be read."""
    lines = [
        f"From: {sender}",
        f"To: {SHOP}",
        f"Subject: {subject}",
        f"Message-ID: {message_id or f'<m{number}@mail.example>'}",
        *([f"In-Reply-To: {in_reply_to}"] if in_reply_to else []),
        *([f"References: {references}"] if references else []),
        *([extra] if extra else []),
        f"X-Number: {number}",
        "Content-Type: text/plain; charset=utf-8",
        "",
        text,
        "",
    ]
    return "\r\n".join(lines).encode()


class PoisonError(Exception):
    """What a mail does to a stage that it breaks."""


def read(mails: Sequence[RawMail], store: str, kit: Any, own_addresses: frozenset[str]) -> list[Reading]:
    """The first half of the path for the mails that `a_mail` makes."""
    return [_read(mail) for mail in mails]


def _read(mail: RawMail) -> Reading:
    message = email.message_from_bytes(mail.raw, policy=email.policy.compat32)
    subject = str(message.get("Subject", ""))
    if "poison" in subject:
        raise PoisonError(subject)
    name, address = parseaddr(str(message.get("From", "")))
    labels = [label for label in Label if label.value in subject] or [Label.OTHER]
    text = message.get_payload().strip() if not message.is_multipart() else ""
    number = re.search(r"\bA[0-9]{3}\b", text)
    order = number[0] if number is not None else None
    parsed = ParsedMail(
        message_id=message.get("Message-ID"),
        subject=subject,
        sender=Address(name=name, address=address),
        reply_to=_address(str(message["Reply-To"])) if message["Reply-To"] else None,
        to=(),
        cc=(),
        date=None,
        in_reply_to=message.get("In-Reply-To"),
        references=tuple(str(message.get("References", "")).split()),
        text=text,
        full_text=text,
        html="",
        attachments=_attachments(message),
        headers={},
        auto=Auto(str(message["X-Auto"])) if message["X-Auto"] else None,
        problems=(),
    )
    return Reading(
        mail=parsed,
        understanding=Understanding(
            categories=tuple(Category(label=label, probability=0.9) for label in labels),
            abstained="unsure" in subject,
            evidence=(Evidence(label=labels[0], phrase="broken", weight=1.5),),
            language="en",
            model_version="test",
        ),
        extraction=Extraction(
            order_numbers=(order,) if order else (),
            claims=tuple(Claim(label=label, order_number=order, facts={"has_photo": False}) for label in labels),
        ),
    )


def _address(text: str) -> Address:
    name, address = parseaddr(text)
    return Address(name=name, address=address)


def _attachments(message: Any) -> tuple[Attachment, ...]:
    if not message["X-Photo"]:
        return ()
    content = str(message["X-Photo"]).encode()
    return (
        Attachment(
            filename="photo.jpg",
            content_type="image/jpeg",
            size_bytes=len(content),
            sha256=sha256(content).hexdigest(),
            kind=AttachmentKind.PHOTO,
            content=content,
        ),
    )


def judge(
    reading: Reading,
    store: str,
    kit: Any,
    *,
    orders: Mapping[str, OrderRecord],
    history: History,
    received_at: datetime,
    orders_known: bool = True,
) -> Judgement:
    """The second half: 48 hours, and a reply that says which label and order it answers."""
    due = received_at + timedelta(hours=48)
    if reading.mail.auto is not None:
        return Judgement(claims=(), draft=None, due_at=due)
    judged = tuple(
        JudgedClaim(
            claim=claim,
            order=orders.get(claim.order_number or ""),
            owned=True,
            case={"store": store, "category": claim.label.value, "first": str(history.first_reported_at)},
            decision=Decision(decision="needs_info", missing=("photo",)),
            pack_version="v1",
        )
        for claim in reading.extraction.claims
    )
    words = " ".join(f"{one.claim.label.value}:{one.order.number if one.order else '-'}" for one in judged)
    draft = Draft(
        subject=f"Re: {reading.mail.subject}",
        text=f"Dear {reading.mail.sender.name}, about {words}.",
        html="",
        template=f"{store}/{judged[0].claim.label.value}/needs_info",
        language="en",
    )
    return Judgement(claims=judged, draft=draft if reading.mail.sender.address else None, due_at=due)


@dataclass
class Shop:
    """A running shop. `clock` is what time it is; move it."""

    app: App
    account: Account
    server: FakeServer
    clock: list[datetime]
    mailbox: FakeMailbox = field(init=False)

    def __post_init__(self) -> None:
        self.mailbox = self.server.connect()

    def reconnect(self) -> FakeMailbox:
        """A new session, as the worker opens one after a fault."""
        self.mailbox = self.server.connect()
        return self.mailbox

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Every row of a table, oldest first."""
        with reading(self.app.engine) as conn:
            return [dict(row) for row in conn.execute(select(TABLES[table]).order_by(TABLES[table].c.id)).mappings()]

    def later(self, **span: float) -> datetime:
        """Move the clock."""
        self.clock[0] += timedelta(**span)
        return self.clock[0]

    def drafts(self) -> list[bytes]:
        """What lies in the Drafts folder."""
        return [mail.raw for mail in self.server.folders["Drafts"].mails.values()]


def a_shop(engine: Engine, folder: Path, *, since: Any = timedelta(hours=48), **kind: Any) -> Shop:
    """A shop on this database. since: how far back the first run looks. kind: fields of the App."""
    clock = [NOON]
    account = Account(
        name="main", store="shop", host="imap.shop.example", port=993, user=SHOP, password="-", since=since
    )
    settings = Settings(database_url="", data_dir=folder, accounts=(account,), secret_key=KEY, root=folder)
    pack = SimpleNamespace(
        sla_hours=48.0,
        contact=SHOP,
        name="The Shop",
        languages=("en",),
        order_number_patterns=(re.compile("A[0-9]{3}"),),
        stated={},
        statements={},
        pack_version="-",
    )
    kit: Any = SimpleNamespace(pack=lambda store, at=None: pack, packs={"shop": (pack,)}, faults=())
    server = FakeServer()
    parts: dict[str, Any] = {
        "settings": settings,
        "engine": engine,
        "blobs": Blobs(folder / "mail"),
        "kit": kit,
        "read": read,
        "judge": judge,
        "connect": lambda _: server.connect(),
        "sender": lambda _: None,
        "now": lambda: clock[0],
    }
    return Shop(app=App(**(parts | kind)), account=account, server=server, clock=clock)


def counting(function: Callable[..., Any]) -> tuple[Callable[..., Any], list[int]]:
    """`function`, and a list that gets the size of the batch of each call."""
    sizes: list[int] = []

    def counted(mails: Sequence[RawMail], *args: Any, **kwargs: Any) -> Any:
        sizes.append(len(mails))
        return function(mails, *args, **kwargs)

    return counted, sizes
