"""The first step of every mail: its octets on our disk and its UID in the ledger, before anything else happens."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from triage.app import App
from triage.crashpoints import crashpoint
from triage.errors import RetryLater
from triage.loaders.settings import Account
from triage.mail.mailbox import Fetched, FolderState, Mailbox, Throttled
from triage.store import ledger
from triage.store.engine import reading, writing
from triage.store.ledger import Entry, Folder
from triage.usecases.epochs import followed

log = logging.getLogger(__name__)

PAGE = 200
OLD_PAGE = 2_000
STRETCH = 50_000
SPOOL_BYTES = 16 * 1024 * 1024
FETCH_TRIES = 3
RETRY_AFTER = timedelta(seconds=4)
"""How long a mail that the server did not hand out twice is left alone."""


@dataclass(slots=True, kw_only=True)
class Landing:
    """What a look into a folder brought, counted. refused: UIDs that the server would not hand out three times."""

    landed: int = 0
    before: int = 0
    vanished: int = 0
    known: int = 0
    refused: int = 0


def land(app: App, account: Account, mailbox: Mailbox, landed: Callable[[], object] = lambda: None) -> Landing:
    """Bring every mail of the inbox that the ledger does not know to our disk, oldest first. landed: told each time
    that some have come.

    Survives being stopped anywhere: what was committed is not fetched again, what was not is. Raises `OperatorError`
    when the server gives no UIDVALIDITY: without it a mail cannot be told from another.
    """
    state = mailbox.select(mailbox.inbox())
    folder = followed(app, account, mailbox, state, look_back=account.since)
    done = Landing()
    for uids in stretches(mailbox, state, folder.last_uid):
        fresh = _note_before(app, mailbox, folder, uids, done)
        parts = list(pages(fresh, PAGE))
        for page in app.progress(parts, f"{account.name}: taking in {len(fresh)} mails", len(parts)):
            app.blobs.require_room(0)
            _land_fresh(app, mailbox, folder, page, done)
            landed()
        _advance(app, folder, uids)
    _try_again(app, mailbox, folder, done)
    if done.before:
        log.info("mails older than the first look were recorded", extra={"account": account.name, "n": done.before})
    return done


def stretches(mailbox: Mailbox, state: FolderState, last_uid: int) -> Iterator[list[int]]:
    """The UIDs above `last_uid` of the selected folder, so many at a time that a folder of millions fits in memory."""
    width = STRETCH
    while state.uidnext - last_uid > width:
        uids = mailbox.uids_above(last_uid, last_uid + width)
        yield uids
        last_uid += width
        # Some servers leave large gaps between UIDs.
        width = width * 2 if len(uids) < STRETCH // 4 else STRETCH
    yield [uid for uid in mailbox.uids_above(last_uid) if uid > last_uid]


def pages(uids: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """`uids` in pieces of at most `size`."""
    return (uids[start : start + size] for start in range(0, len(uids), size))


def fetch_in_pieces(mailbox: Mailbox, uids: Sequence[int]) -> Iterator[tuple[list[Fetched], RetryLater | None]]:
    """Mails as they come, in pieces of bounded size; a broken connection ends it and comes with the last piece."""
    coming = mailbox.fetch(uids)
    while True:
        piece: list[Fetched] = []
        try:
            more = _take(coming, piece)
        except RetryLater as fault:
            yield piece, fault
            return
        yield piece, None
        if not more:
            return


def land_page(app: App, mailbox: Mailbox, folder: Folder, page: Sequence[int], done: Landing) -> None:
    """Land those of a few UIDs that the ledger does not know."""
    if fresh := _note_before(app, mailbox, folder, page, done):
        _land_fresh(app, mailbox, folder, fresh, done)
    _advance(app, folder, page)


def _note_before(app: App, mailbox: Mailbox, folder: Folder, uids: Sequence[int], done: Landing) -> list[int]:
    """Record mails that were there before us; the UIDs that are new and to be fetched."""
    wanted: list[int] = []
    for page in pages(uids, OLD_PAGE):
        with reading(app.engine) as conn:
            known = ledger.known_uids(conn, folder, page)
        fresh = [uid for uid in page if uid not in known]
        entries = before_us(app, mailbox, folder, fresh)
        old = {entry.uid for entry in entries}
        wanted += [uid for uid in fresh if uid not in old]
        if entries:
            with writing(app.engine) as conn:
                ledger.record(conn, folder, entries, app.now())
                if not wanted:
                    ledger.advance(conn, folder, page[-1])
        done.before += len(entries)
    return wanted


def _land_fresh(app: App, mailbox: Mailbox, folder: Folder, uids: Sequence[int], done: Landing) -> None:
    with app.blobs.in_use():
        _land(app, mailbox, folder, uids, done)


def _land(app: App, mailbox: Mailbox, folder: Folder, uids: Sequence[int], done: Landing) -> None:
    entries, fault = _spool(app, mailbox, folder, uids)
    crashpoint("K3")
    with writing(app.engine) as conn:
        ledger.record(conn, folder, entries, app.now())
        if fault is None:
            ledger.advance(conn, folder, uids[-1])
    crashpoint("K4")
    _tally(entries, done)
    if fault is not None:
        raise fault


def _advance(app: App, folder: Folder, uids: Sequence[int]) -> None:
    """Everything up to the last of these UIDs is in the ledger."""
    if uids:
        with writing(app.engine) as conn:
            ledger.advance(conn, folder, uids[-1])


def before_us(app: App, mailbox: Mailbox, folder: Folder, uids: Sequence[int]) -> list[Entry]:
    """Entries of mails that were in the folder before the first look and are not to be triaged."""
    old = [uid for uid in uids if uid < folder.first_uidnext]
    if not old or (folder.since_at is None and folder.epoch == 1):
        return []
    seen = mailbox.envelopes(old)
    with reading(app.engine) as conn:
        noted = ledger.were_before(conn, folder, [one.internal_date for one in seen]) if folder.epoch > 1 else set()
    return [
        Entry(uid=one.uid, outcome="before", internal_at=one.internal_date, size_bytes=one.size_bytes)
        for one in seen
        if (folder.since_at is not None and one.internal_date < folder.since_at)
        or (one.internal_date, one.size_bytes) in noted
    ]


def _spool(app: App, mailbox: Mailbox, folder: Folder, uids: Sequence[int]) -> tuple[list[Entry], RetryLater | None]:
    """Fetch and keep mails. With a broken connection: what came, and a mark at the mail at which it broke."""
    entries: list[Entry] = []
    broken: RetryLater | None = None
    for piece, fault in fetch_in_pieces(mailbox, uids):
        entries += _keep(app, folder, piece)
        broken = fault
    came = {entry.uid for entry in entries}
    missing = [uid for uid in uids if uid not in came]
    if broken is None:
        # Refused among others, a mail was asked for alone as well.
        tries = 1 if len(uids) == 1 else 2
        entries += [Entry(uid=uid, outcome="unfetched", tries=tries) for uid in missing]
    elif not isinstance(broken, Throttled):
        entries += [Entry(uid=uid, outcome="unfetched", tries=1) for uid in missing[:1]]
    return entries, broken


def _keep(app: App, folder: Folder, piece: Sequence[Fetched]) -> list[Entry]:
    """Put octets that are new on our disk; those that were erased, or thrown away in time, do not come back."""
    octets = {mail.uid: mail.raw for mail in piece if mail.raw is not None}
    digests = {uid: sha256(raw).hexdigest() for uid, raw in octets.items()}
    tombs = {uid: ledger.tomb(app.settings.secret_key, digest) for uid, digest in digests.items()}
    with reading(app.engine) as conn:
        known = ledger.known_bytes(conn, folder.account, [*digests.values(), *tombs.values()]) if digests else {}
    app.blobs.put_many([raw for uid, raw in octets.items() if digests[uid] not in known and tombs[uid] not in known])
    return [_entry(mail, digests.get(mail.uid, ""), tombs.get(mail.uid, ""), known) for mail in piece]


def _entry(mail: Fetched, digest: str, tomb: str, known: Mapping[str, int | None]) -> Entry:
    if mail.raw is None:
        return Entry(uid=mail.uid, outcome="vanished")
    if tomb in known:
        return Entry(uid=mail.uid, outcome="erased", sha256=tomb)
    return Entry(
        uid=mail.uid,
        outcome="moved" if digest in known else "landed",
        internal_at=mail.internal_date,
        sha256=digest,
        size_bytes=len(mail.raw),
        message_id=known.get(digest),
    )


def _take(coming: Iterator[Fetched], piece: list[Fetched]) -> bool:
    """Fill `piece` up to its size; False when nothing more comes."""
    size = 0
    for mail in coming:
        piece.append(mail)
        size += len(mail.raw or b"")
        if size >= SPOOL_BYTES:
            return True
    return False


def _try_again(app: App, mailbox: Mailbox, folder: Folder, done: Landing) -> None:
    """Ask once more for mails that the server did not hand out at an earlier look, one by one."""
    with reading(app.engine) as conn:
        waiting = ledger.unfetched(conn, folder, before=app.now() - RETRY_AFTER)
    for uid, tries in sorted(waiting.items()):
        with app.blobs.in_use():
            entries, fault = _spool(app, mailbox, folder, [uid])
            if entries and entries[0].outcome == "unfetched":
                entries = [
                    _given_up(app, uid, folder)
                    if tries + 1 >= FETCH_TRIES
                    else Entry(uid=uid, outcome="unfetched", tries=tries + 1)
                ]
            with writing(app.engine) as conn:
                ledger.record(conn, folder, entries, app.now())
        _tally(entries, done)
        if fault is not None:
            raise fault


def _given_up(app: App, uid: int, folder: Folder) -> Entry:
    """A stand-in that lands in the place of the mail, so that people see that there is one."""
    words = (
        f"The server did not hand out this mail in {FETCH_TRIES} tries: look at it there ({folder.folder}, UID {uid})."
    )
    raw = f"X-Triage-Unfetched: {folder.epoch}.{uid}\r\n\r\n{words}\r\n".encode()
    return Entry(
        uid=uid,
        outcome="refused",
        internal_at=app.now(),
        sha256=app.blobs.put(raw),
        size_bytes=len(raw),
        tries=FETCH_TRIES,
    )


def _tally(entries: Sequence[Entry], done: Landing) -> None:
    for entry in entries:
        if entry.outcome == "landed":
            done.landed += 1
        elif entry.outcome == "vanished":
            done.vanished += 1
        elif entry.outcome in ("moved", "erased"):
            done.known += 1
        elif entry.outcome == "refused":
            done.refused += 1
