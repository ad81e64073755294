"""From the inbox to tickets: land, read, judge, save. Nothing is lost, nothing doubled, and no mail stops another."""

import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from triage.app import App
from triage.crashpoints import crashpoint
from triage.errors import RetryLater
from triage.loaders.settings import Account
from triage.mail.mailbox import Mailbox
from triage.reader.process import ReadingFailedError
from triage.store import ledger
from triage.store.engine import reading, writing
from triage.store.ledger import Landed
from triage.store.orders import ImportedOrders
from triage.usecases.landing import land
from triage.usecases.own import from_address
from triage.usecases.quarantine import quarantine
from triage.usecases.saving import Saved, StaleError, save
from triage.usecases.triaging import Triaged, View, judge_batch, read_batch

log = logging.getLogger(__name__)

BATCH = 100
BATCH_BYTES = 32 * 1024 * 1024
AHEAD = 2
"""Batches read before they are judged, at most: enough for the time in which a folder's new mails are landed."""
AHEAD_BYTES = 8 * 1024 * 1024
MEANWHILE_EVERY = 3
"""Batches between two visits to the mailbox: each changes folders there and back, which a server answers slowly."""
TRIES = 3
STALE_TRIES = 5

Views: TypeAlias = Sequence[View]


def nothing() -> None:
    """There is nothing to do meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PollReport:
    """What one look into the inbox did, counted.

    landed: new mails on our disk. triaged: mails that became tickets or joined one, from an earlier look too.
    quarantined: mails that a person has to read. recorded_before: mails older than the first look. vanished: gone
    before they could be fetched. repeats: mails whose octets were known. drafts: replies to be filed.
    """

    landed: int = 0
    triaged: int = 0
    quarantined: int = 0
    recorded_before: int = 0
    vanished: int = 0
    repeats: int = 0
    drafts: int = 0


def poll(app: App, account: Account, mailbox: Mailbox, meanwhile: Callable[[], object] = nothing) -> PollReport:
    """Look into the inbox once and triage every mail that waits, also what a crash left lying.

    meanwhile: done after every third batch but the last, while the next ones are being read.

    Raises `OperatorError` when nothing tells which address replies are from, and `RetryLater` when the connection,
    the database or the disk does not work; all that was done until then is kept, and the next call goes on from there.
    """
    from_address(app, account)  # a missing setting is no fault of the mails
    left_over = triage_landed(app, account)
    with _ReadAhead(app, account) as ahead:
        try:
            found = land(app, account, mailbox, ahead.begin)
        except RetryLater:
            _triage_all(app, account, ahead, nothing)
            raise
        done = _triage_all(app, account, ahead, meanwhile)
    return PollReport(
        landed=found.landed,
        triaged=left_over.triaged + done.triaged,
        quarantined=left_over.quarantined + done.quarantined,
        recorded_before=found.before,
        vanished=found.vanished,
        repeats=found.known + left_over.repeats + done.repeats,
        drafts=left_over.drafts + done.drafts,
    )


def triage_landed(app: App, account: Account, meanwhile: Callable[[], object] = nothing) -> PollReport:
    """Triage every mail that lies on our disk and waits; needs no mailbox. meanwhile: see `poll`."""
    with _ReadAhead(app, account) as ahead:
        return _triage_all(app, account, ahead, meanwhile)


def _triage_all(app: App, account: Account, ahead: "_ReadAhead", meanwhile: Callable[[], object]) -> PollReport:
    triaged = quarantined = repeats = drafts = 0
    slow: list[Landed] = []
    for number, (batch, views) in enumerate(ahead):
        if number and number % MEANWHILE_EVERY == 0:
            meanwhile()
        saved, bad = _triage(app, account, batch, views, slow)
        triaged += saved.triaged
        repeats += saved.repeats
        drafts += saved.drafts
        quarantined += bad
    if slow:  # last, so that no other mail waits for them
        meanwhile()
        saved, bad = _one_by_one(app, account, slow)
        triaged += saved.triaged
        repeats += saved.repeats
        drafts += saved.drafts
        quarantined += bad
    return PollReport(triaged=triaged, quarantined=quarantined, repeats=repeats, drafts=drafts)


class _ReadAhead:
    """Batches of waiting mails, each with a call that gives its readings: while one is judged and saved, the next ones
    are being read.
    """

    def __init__(self, app: App, account: Account) -> None:
        self._app, self._account = app, account
        self._last = 0
        # One thread waits for the reader while the other fetches what it is to read next.
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="read ahead")
        self._coming: deque[tuple[list[Landed], Callable[[], Views]]] = deque()

    def __enter__(self) -> "_ReadAhead":
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown()

    def begin(self) -> None:
        """Begin to read what waits, as far ahead as is worth its memory."""
        while (
            len(self._coming) < AHEAD
            and sum(one.size_bytes for batch, _ in self._coming for one in batch) < AHEAD_BYTES
        ):
            with reading(self._app.engine) as conn:
                waiting = ledger.landed(conn, self._account.name, after_id=self._last, limit=BATCH)
            if not waiting:
                return
            batch = _within(waiting, BATCH_BYTES)
            self._last = batch[-1].id
            views = self._threads.submit(read_batch, self._app, self._account, _sound(batch))
            self._coming.append((batch, views.result))

    def __iter__(self) -> Iterator[tuple[list[Landed], Callable[[], Views]]]:
        """In the order in which the mails came, in batches of bounded number and size."""
        self.begin()
        while self._coming:
            now = self._coming.popleft()
            self.begin()
            yield now


def _sound(batch: Sequence[Landed]) -> list[Landed]:
    """Those whose octets the server did hand out."""
    return [one for one in batch if one.outcome == "landed"]


def _within(waiting: Sequence[Landed], size_bytes: int) -> list[Landed]:
    batch: list[Landed] = []
    total = 0
    for one in waiting:
        total += one.size_bytes
        if batch and total > size_bytes:
            break
        batch.append(one)
    return batch


def _triage(
    app: App, account: Account, batch: Sequence[Landed], views: Callable[[], Views], slow: list[Landed]
) -> tuple[Saved, int]:
    """What was saved, and how many mails were quarantined. Those that want to be read alone are added to `slow`."""
    sound = _sound(batch)
    refused = [one for one in batch if one.outcome != "landed"]
    bad = sum(quarantine(app, account, one, "the server did not hand out this mail") for one in refused)
    if not sound:
        return Saved(triaged=0, repeats=0, drafts=0), bad
    try:
        saved = _together(app, account, views)
        slow.extend(_left_out(sound, views()))
        return saved, bad
    except RetryLater:
        raise
    except Exception as fault:  # noqa: BLE001  # around one batch: its bad mail is then found one by one
        log.warning("a batch is triaged mail by mail", extra={"account": account.name, "fault": type(fault).__name__})
        if len(sound) == 1 and _is_certain(fault):
            return Saved(triaged=0, repeats=0, drafts=0), bad + quarantine(app, account, sound[0], _unread(fault))
    saved, more = _one_by_one(app, account, sound)
    return saved, bad + more


def _left_out(batch: Sequence[Landed], read: Views) -> list[Landed]:
    met = {landed.id for landed, _, _ in read}
    return [one for one in batch if one.id not in met]


def _together(app: App, account: Account, views: Callable[[], Views]) -> Saved:
    crashpoint("K5")
    read = views()
    for left in reversed(range(STALE_TRIES)):
        judged = judge_batch(app, account, ImportedOrders(engine=app.engine), read)
        try:
            return _write(app, account, judged)
        except StaleError:
            if left == 0:
                raise
    raise AssertionError("the loop above returns or raises")


def _write(app: App, account: Account, judged: Sequence[Triaged]) -> Saved:
    with app.blobs.in_use():
        app.blobs.put_many([part.content for one in judged for part in one.reading.mail.attachments])
        crashpoint("K6")
        with writing(app.engine) as conn:
            saved = save(conn, app, account, judged, app.now())
    crashpoint("K7")
    for one in judged:
        log.info("mail", extra=_counts(account, one))
    return saved


def _counts(account: Account, one: Triaged) -> dict[str, object]:
    """What the log says of a mail: ids and counts, no words of people."""
    reading = one.reading
    return {
        "account": account.name,
        "ledger": one.landed.id,
        "ticket": one.thread.public_id,
        "bytes": one.landed.size_bytes,
        "attachments": len(reading.mail.attachments),
        "labels": len(reading.understanding.categories),
        "orders": len(reading.extraction.order_numbers),
        "problems": len(reading.mail.problems),
        "auto": reading.mail.auto is not None,
        "draft": one.judgement.draft is not None,
    }


def _one_by_one(app: App, account: Account, batch: Sequence[Landed]) -> tuple[Saved, int]:
    triaged = repeats = drafts = bad = 0
    for one in batch:
        saved = _patiently(app, account, one)
        if saved is None:
            bad += 1
            continue
        triaged += saved.triaged
        repeats += saved.repeats
        drafts += saved.drafts
    return Saved(triaged=triaged, repeats=repeats, drafts=drafts), bad


def _patiently(app: App, account: Account, one: Landed) -> Saved | None:
    """Triage one mail that may be poison; None when it failed every time and is quarantined."""
    why = ""
    for _ in range(TRIES - 1):  # the batch was its first try
        try:
            return _together(app, account, partial(read_batch, app, account, [one]))
        except RetryLater:
            raise
        except Exception as fault:  # noqa: BLE001  # around one mail: none may stop the loop
            why = _unread(fault)
            log.warning("a mail could not be triaged", extra={"ledger": one.id, "fault": type(fault).__name__})
            if _is_certain(fault):
                break
    quarantine(app, account, one, why)
    return None


def _unread(fault: Exception) -> str:
    """Why a mail was not read, for people, without words of the mail."""
    return f"this mail could not be read: {fault if isinstance(fault, ReadingFailedError) else type(fault).__name__}"


def _is_certain(fault: Exception) -> bool:
    """Would another try end the same way, after the same cost?"""
    return isinstance(fault, ReadingFailedError) and fault.certain
