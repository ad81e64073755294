"""Triage files without mailbox or database: the same path as a landed mail, nothing kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from triage.errors import OperatorError
from triage.kit import Kit
from triage.loaders.kit import load_kit
from triage.loaders.mailfiles import read_paths
from triage.loaders.settings import load_settings
from triage.orders.files import read_orders
from triage.pipeline import Judgement, judge, read
from triage.policy.verdict import JudgedClaim
from triage.records import Attachment, Draft, History, OrderRecord, ParsedMail, RawMail, Reading
from triage.stages.parse import parse

BATCH = 50

Line: TypeAlias = dict[str, object]
"""The contract's object for one inspected mail."""


def inspect_paths(root: Path, paths: Sequence[Path], *, store: str | None, orders: Path | None) -> Iterator[Line]:
    """One contract line a mail, in the order read. No content of a mail makes it fail.

    store: whose policy to use; None: the configured one, else the shop that the mail is addressed to.
    orders: a file of order facts; None: no order system to ask.
    """
    kit = load_kit(root)
    known = _orders_by_store(orders)
    chosen = store or _configured_store(root)
    if chosen is not None and chosen not in kit.packs:
        raise OperatorError(f"no store '{chosen}'", fix=f"known: {', '.join(sorted(kit.packs))}")
    mails = read_paths(paths)
    while batch := list(islice(mails, BATCH)):
        for mail, reading, shop in _read_batch(batch, kit, chosen):
            yield _inspect(mail, reading, shop, kit, known)


def _configured_store(root: Path) -> str | None:
    """The store of the only configured mailbox, if there is just one."""
    stores = {account.store for account in load_settings(root).accounts}
    return stores.pop() if len(stores) == 1 else None


def _orders_by_store(path: Path | None) -> dict[str, dict[str, OrderRecord]] | None:
    """Orders by store and number; None when no file was given, which is not the same as no orders."""
    if path is None:
        return None
    found: dict[str, dict[str, OrderRecord]] = {}
    for order in read_orders(path):
        found.setdefault(order.store, {})[order.number] = order
    return found


def _read_batch(
    batch: Sequence[RawMail], kit: Kit, chosen: str | None
) -> Iterator[tuple[RawMail, Reading, str | None]]:
    """Each mail with its reading and its store, None when nothing tells the store."""
    if chosen is not None:
        readings = read(batch, chosen, kit, frozenset())
        yield from ((mail, reading, chosen) for mail, reading in zip(batch, readings, strict=True))
        return
    for mail in batch:
        shop = _addressed_store(parse(mail), kit)
        yield mail, read([mail], shop or min(kit.packs), kit, frozenset())[0], shop


def _addressed_store(mail: ParsedMail, kit: Kit) -> str | None:
    """The one store whose contact address is among the recipients."""
    recipients = {address.address.casefold() for address in (*mail.to, *mail.cc)}
    hits = [store for store, packs in kit.packs.items() if packs[0].contact.casefold() in recipients]
    return hits[0] if len(hits) == 1 else None


def _inspect(
    mail: RawMail,
    reading: Reading,
    store: str | None,
    kit: Kit,
    known: Mapping[str, Mapping[str, OrderRecord]] | None,
) -> Line:
    if store is None:
        note = "nothing tells which store this mail belongs to, so no policy was applied: name it with --store"
        return _line(mail, reading, None, None, (note,))
    received_at = reading.mail.date or mail.received_at
    verdict = judge(
        reading,
        store,
        kit,
        orders=(known or {}).get(store, {}),
        history=History(),
        received_at=received_at,
        orders_known=known is not None,
    )
    return _line(mail, verdict.reading or reading, store, verdict, ()) | {
        "sla": {"received_at": received_at.isoformat(), "due_at": verdict.due_at.isoformat()}
    }


def _line(
    mail: RawMail, reading: Reading, store: str | None, verdict: Judgement | None, notes: tuple[str, ...]
) -> Line:
    parsed, view = reading.mail, reading.understanding
    claims = [_claim(judged) for judged in verdict.claims] if verdict else []
    return {
        "id": mail.source,
        "message_id": parsed.message_id,
        "subject": parsed.subject,
        "from": asdict(parsed.sender),
        "date": parsed.date.isoformat() if parsed.date else None,
        "store": store,
        "language": view.language,
        "auto": parsed.auto,
        "text": parsed.text,
        "full_text": parsed.full_text,
        "attachments": [_attachment(attachment) for attachment in parsed.attachments],
        "categories": [{"label": c.label, "probability": round(c.probability, 4)} for c in view.categories],
        "primary": view.primary,
        "abstained": view.abstained,
        "evidence": [asdict(evidence) for evidence in view.evidence],
        "order_numbers": list(reading.extraction.order_numbers),
        "claims": claims,
        "decision": claims[0]["decision"] if claims else None,
        "draft": _draft(verdict.draft) if verdict and verdict.draft else None,
        "sla": None,
        "problems": [*parsed.problems, *notes, *(verdict.draft.withheld if verdict and verdict.draft else ())],
    }


def _claim(judged: JudgedClaim) -> Line:
    return {
        "label": judged.claim.label,
        "order_number": judged.claim.order_number,
        "facts": dict(judged.claim.facts),
        "decision": judged.decision.to_json(),
    }


def _draft(draft: Draft) -> Line:
    return {
        "subject": draft.subject,
        "text": draft.text,
        "html": draft.html,
        "template": draft.template,
        "language": draft.language,
    }


def _attachment(attachment: Attachment) -> Line:
    return {
        "filename": attachment.filename,
        "content_type": attachment.content_type,
        "size": attachment.size_bytes,
        "sha256": attachment.sha256,
        "kind": attachment.kind,
    }
