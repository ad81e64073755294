"""The order of the stages, in two halves: `read` needs only the mails, `judge` also what the shop knows. Pure."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from triage.kit import Kit
from triage.policy.decision import Decision
from triage.policy.verdict import JudgedClaim
from triage.records import (
    Draft,
    History,
    Label,
    OpenClaim,
    OrderRecord,
    ParsedMail,
    RawMail,
    Reading,
    Understanding,
)
from triage.sla.clock import Promise, due_at
from triage.stages.decide import decide_claim, owned_first
from triage.stages.draft import draft_reply
from triage.stages.extract import extract
from triage.stages.follow import follow, quoted_mail
from triage.stages.understand import understand

TOGETHER = -1
"""Stands for the place of a mail where a whole batch is worked on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on one mail. draft: None for automatic mail. due_at: aware UTC end of the shop's promise.

    reading: the mail in the light of its conversation, None when it was read as it stands.
    """

    claims: tuple[JudgedClaim, ...]
    draft: Draft | None
    due_at: datetime
    reading: Reading | None = None


def read(
    mails: Sequence[RawMail],
    store: str,
    kit: Kit,
    own_addresses: frozenset[str],
    *,
    share: Callable[[int], AbstractContextManager[None]] = lambda _: nullcontext(),
) -> list[Reading]:
    """Parse, examine, understand and extract a batch of one store's mails; one reading a mail, in order.

    share: entered around all work on the mail at a place, several times a mail, and around what is done `TOGETHER`.
    It may end its block early: that mail then has no reading.
    """
    # What opens strangers' files is loaded where mails are read; the worker beside the reader never does.
    from triage.stages.examine import examine
    from triage.stages.parse import parse

    parsed: dict[int, ParsedMail] = {}
    for place, mail in enumerate(mails):
        with share(place):
            parsed[place] = examine(parse(mail, own_addresses))
    views: dict[int, Understanding] = {}
    with share(TOGETHER):
        understood = understand(list(parsed.values()), kit.classifier, kit.pack(store).languages)
        views = dict(zip(parsed, understood, strict=True))
    patterns = _patterns(store, kit)
    readings: dict[int, Reading] = {}
    for place, view in views.items():
        with share(place):
            readings[place] = _extracted(parsed[place], view, patterns)
    found = list(readings.values())
    with share(TOGETHER):
        _add_quotes(found, store, kit)
    return found


def _extracted(mail: ParsedMail, view: Understanding, patterns: Sequence[str]) -> Reading:
    """What the mail says, and what its pictures say where it names no order itself."""
    found = extract(mail, view, patterns)
    if mail.auto is None and mail.attachments and not found.order_numbers:
        from triage.stages.examine import read_pictures

        mail = read_pictures(mail)
        found = extract(mail, view, patterns)
    return Reading(mail=mail, understanding=view, extraction=found)


def _patterns(store: str, kit: Kit) -> tuple[str, ...]:
    return tuple(pattern.pattern for pattern in kit.pack(store).order_number_patterns)


def read_numbers(reading: Reading, store: str, kit: Kit, learnt: Sequence[str]) -> Reading:
    """The reading with order numbers of makes that the pack does not name. learnt: patterns from the shop's orders."""
    if not learnt or reading.mail.auto is not None:
        return reading
    found = extract(reading.mail, reading.understanding, (*_patterns(store, kit), *learnt))
    return reading if found.order_numbers == reading.extraction.order_numbers else replace(reading, extraction=found)


def _add_quotes(readings: list[Reading], store: str, kit: Kit) -> None:
    """Add, where a reply's own words say little, what the history below them is about."""
    quotes: dict[int, ParsedMail] = {}
    for place, reading in enumerate(readings):
        quote = quoted_mail(reading)
        if quote is not None:
            quotes[place] = quote
    if not quotes:
        return
    views = understand(list(quotes.values()), kit.classifier, kit.pack(store).languages)
    patterns = _patterns(store, kit)
    for (place, quote), view in zip(quotes.items(), views, strict=True):
        chances = {one.label: one.probability for one in view.categories}
        claims = () if view.abstained else extract(quote, view, patterns).claims
        open_claims = tuple(
            OpenClaim(claim=replace(claim, facts={}), probability=chances[claim.label])
            for claim in claims
            if claim.label is not Label.OTHER
        )
        readings[place] = replace(readings[place], quoted=open_claims)


def judge(
    reading: Reading,
    store: str,
    kit: Kit,
    *,
    orders: Mapping[str, OrderRecord],
    history: History,
    received_at: datetime,
    orders_known: bool = True,
) -> Judgement:
    """Decide every claim by the pack in force on its order's date and compose one reply.

    orders: by number, whoever owns them; only the sender's own are used. orders_known: False when there is no
    order system to ask, as when files are inspected: a number is then taken as the mail gives it.
    """
    pack = kit.pack(store)
    due = due_at(received_at, Promise(hours=pack.sla_hours))
    if reading.mail.auto is not None:
        return Judgement(claims=(), draft=None, due_at=due)
    reading = follow(owned_first(reading, orders), history, partial(extract, order_patterns=_patterns(store, kit)))
    claims = tuple(
        decide_claim(
            claim,
            reading.mail,
            packs=kit.packs[store],
            orders=orders if orders_known else None,
            history=history,
            as_of=received_at,
        )
        for claim in reading.extraction.claims
    )
    if reading.settled:
        claims = tuple(replace(judged, decision=Decision(decision="inform")) for judged in claims)
    draft = draft_reply(reading, claims, pack, kit.replies)
    return Judgement(claims=claims, draft=draft, due_at=due, reading=reading)
