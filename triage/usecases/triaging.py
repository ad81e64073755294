"""Landed mails -> what is to be written about them. Reads the database, writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from triage.app import App
from triage.learning.numbers import unnamed
from triage.loaders.settings import Account
from triage.orders.source import OrderSource
from triage.pipeline import Judgement, read_numbers
from triage.reader.apart import PutAsideError
from triage.reader.process import ReadingFailedError
from triage.records import UNREADABLE, RawMail, Reading
from triage.store import messages, recovery
from triage.store.engine import reading as reading_from
from triage.store.ledger import Landed
from triage.store.tickets import new_public_id
from triage.usecases.guessing import guesses_before
from triage.usecases.own import own_addresses, own_ticket
from triage.usecases.threads import Known, Thread, known_threads, thread_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Triaged:
    """One landed mail with everything that is to be written about it. received_at: when the clock started.

    guessing: its sender asked about too many orders that are not known to be theirs; a person looks at it.
    """

    landed: Landed
    reading: Reading
    judgement: Judgement
    thread: Thread
    received_at: datetime
    guessing: bool = False


View: TypeAlias = tuple[Landed, RawMail, Reading]
"""A landed mail, its octets, and what they say."""


def raw_mails(app: App, account: Account, batch: Sequence[Landed]) -> list[RawMail]:
    """The octets of landed mails. A date in the future counts as now: it would give the shop more time than it has."""
    now = app.now()
    return [
        RawMail(
            raw=app.blobs.get(one.sha256),
            received_at=min(one.internal_at, now),
            source=f"{account.name}/{one.folder}/{one.uid}",
            voucher=account.voucher,
        )
        for one in batch
    ]


def read_batch(app: App, account: Account, batch: Sequence[Landed]) -> list[View]:
    """Read landed mails together, which is much faster than one by one; those that want to be read alone are left out.

    Raises ReadingFailedError for a single mail that cannot be read.
    """
    if not batch:
        return []
    mails = raw_mails(app, account, batch)
    try:
        readings = dict(enumerate(app.read(mails, account.store, app.kit, own_addresses(app, account))))
    except PutAsideError as some:
        readings = dict(some.readings)
    views = [(batch[at], mails[at], one) for at, one in readings.items() if UNREADABLE not in one.mail.problems]
    if len(batch) == 1 and not views:
        raise ReadingFailedError("its structure is broken", certain=True)
    return views


def judge_batch(app: App, account: Account, orders: OrderSource, batch: Sequence[View]) -> list[Triaged]:
    """Judge read mails in order, each with what its conversation and the order system say."""
    batch = _with_learnt_numbers(app, account, orders, batch)
    with reading_from(app.engine) as conn:
        known = known_threads(conn, account.name, [view.mail for _, _, view in batch], lambda one: own_ticket(app, one))
        guesses = guesses_before(conn, account.name, [(view.mail, mail.received_at) for _, mail, view in batch])
        ids = {messages.key_of(view.mail.message_id): view for _, _, view in batch if view.mail.message_id}
        before = recovery.answering(conn, account.name, list(ids))
    numbers = {number for _, _, view in batch for number in _numbers(view)} | known.order_numbers()
    facts = orders.lookup(account.store, sorted(numbers)) if numbers else {}
    done: list[Triaged] = []
    for landed, mail, view in batch:
        thread = _thread(app, view, known, before)
        judgement = app.judge(
            view,
            account.store,
            app.kit,
            orders={number: facts[number] for number in _numbers(view) | thread.order_numbers() if number in facts},
            history=thread.history(),
            received_at=mail.received_at,
        )
        seen = judgement.reading or view
        guessing = guesses.too_many(view.mail, judgement.claims, mail.received_at)
        if guessing:
            seen, judgement = _handed_over(seen), replace(judgement, draft=None)
        thread.add(view.mail, mail.received_at)
        thread.take(seen, judgement.claims)
        known.add(view.mail, thread)
        done.append(
            Triaged(
                landed=landed,
                reading=seen,
                judgement=judgement,
                thread=thread,
                received_at=mail.received_at,
                guessing=guessing,
            )
        )
    return done


def _handed_over(view: Reading) -> Reading:
    """The reading as one that a person has to judge."""
    return replace(view, understanding=replace(view.understanding, abstained=True))


def _with_learnt_numbers(app: App, account: Account, orders: OrderSource, batch: Sequence[View]) -> Sequence[View]:
    """Order numbers of makes that the pack does not name, but the shop's orders have."""
    named = app.kit.pack(account.store).order_number_patterns
    learnt = unnamed(orders.patterns(account.store), named)
    if not learnt:
        return batch
    return [(landed, mail, read_numbers(view, account.store, app.kit, learnt)) for landed, mail, view in batch]


def _thread(app: App, view: Reading, known: Known, before: dict[str, str]) -> Thread:
    """The conversation that a mail continues, else a new one. before: ids that tickets had, by mail; each used once."""
    key = messages.key_of(view.mail.message_id) if view.mail.message_id else ""
    found = thread_of(view.mail, known, lambda one: own_ticket(app, one), before.get(key) or new_public_id())
    public_id = before.get(key)
    if found.ticket is None and found.public_id == public_id:
        for one in [one for one, name in before.items() if name == public_id]:
            del before[one]
    return found


def _numbers(view: Reading) -> set[str]:
    claimed = {claim.order_number for claim in view.extraction.claims if claim.order_number is not None}
    return claimed | set(view.extraction.order_numbers)
