"""The first step of every mail: its octets on our disk and its UID in the ledger, before anything else happens."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from triage.app import App
from triage.errors import OperatorError, RetryLater
from triage.loaders.settings import Account
from triage.mail.mailbox import Fetched, FolderState, Mailbox
from triage.store import health, ledger
from triage.store.crashpoints import crashpoint
from triage.store.engine import reading, writing
from triage.store.ledger import Entry, Folder

log = logging.getLogger(__name__)

PAGE = 200
SPOOL_BYTES = 16 * 1024 * 1024
FETCH_TRIES = 3


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
    folder = followed(app, account, state, look_back=account.since)
    done = Landing()
    uids = [uid for uid in mailbox.uids_above(folder.last_uid) if uid > folder.last_uid]
    parts = list(pages(uids, PAGE))
    for page in app.progress(parts, f"{account.name}: taking in {len(uids)} mails", len(parts)):
        app.blobs.require_room(0)
        land_page(app, mailbox, folder, page, done)
        landed()
    _try_again(app, mailbox, folder, done)
    if done.before:
        log.info("mails older than the first look were recorded", extra={"account": account.name, "n": done.before})
    return done


def followed(app: App, account: Account, state: FolderState, *, look_back: timedelta | datetime | None) -> Folder:
    """The folder as the ledger follows it; a new epoch when its UIDs mean something else than before."""
    now = app.now()
    if state.uidvalidity <= 0:
        _refuse(app, account, now)
    origin = f"{account.user}@{account.host}"
    since_at = now - look_back if isinstance(look_back, timedelta) else look_back
    with writing(app.engine) as conn:
        known = ledger.folder(conn, account.name, state.name)
        if known is None:
            ledger.follow(
                conn,
                account=account.name,
                name=state.name,
                origin=origin,
                uidvalidity=state.uidvalidity,
                uidnext=state.uidnext,
                since_at=since_at,
                now=now,
            )
        elif known.origin != origin:
            _new_epoch(conn, known, state, origin=origin, since_at=since_at)
        elif known.uidvalidity != state.uidvalidity:
            # The look back of the first run is over once that run is: mails are then known by their octets.
            unfinished = known.last_uid + 1 < known.first_uidnext
            _new_epoch(conn, known, state, origin=origin, since_at=known.since_at if unfinished else None)
        else:
            return known
        found = ledger.folder(conn, account.name, state.name)
    if found is None:
        raise RetryLater("a folder was forgotten while it was looked at", fix="it is tried again")
    return found


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


def _refuse(app: App, account: Account, now: datetime) -> None:
    fix = "use a server that numbers its mails (UIDVALIDITY); no mail is taken in until then, none is lost"
    with writing(app.engine) as conn:
        health.note(conn, account.name, "broken", f"the server gives no UIDVALIDITY; {fix}", now)
    raise OperatorError(f"the server of mailbox '{account.name}' gives no UIDVALIDITY", fix=fix)


def _new_epoch(conn: Connection, known: Folder, state: FolderState, *, origin: str, since_at: datetime | None) -> None:
    log.warning("the folder was numbered anew", extra={"account": known.account, "epoch": known.epoch + 1})
    ledger.begin_epoch(
        conn, known, origin=origin, uidvalidity=state.uidvalidity, uidnext=state.uidnext, since_at=since_at
    )


def land_page(app: App, mailbox: Mailbox, folder: Folder, page: Sequence[int], done: Landing) -> None:
    with reading(app.engine) as conn:
        known = ledger.known_uids(conn, folder, page)
    fresh = [uid for uid in page if uid not in known]
    entries = before_us(app, mailbox, folder, fresh)
    done.before += len(entries)
    old = {entry.uid for entry in entries}
    wanted = [uid for uid in fresh if uid not in old]
    fault: RetryLater | None = None
    if wanted:
        landed, fault = _spool(app, mailbox, folder, wanted)
        entries += landed
    crashpoint("K3")
    with writing(app.engine) as conn:
        ledger.record(conn, folder, entries, app.now())
        if fault is None:
            ledger.advance(conn, folder, page[-1])
    crashpoint("K4")
    _tally(entries, done)
    if fault is not None:
        raise fault


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
        entries += [Entry(uid=uid, outcome="unfetched", tries=1) for uid in missing]
    else:
        entries += [Entry(uid=uid, outcome="unfetched") for uid in missing[:1]]
    return entries, broken


def _keep(app: App, folder: Folder, piece: Sequence[Fetched]) -> list[Entry]:
    octets = [mail.raw for mail in piece if mail.raw is not None]
    digests = dict(zip([m.uid for m in piece if m.raw is not None], app.blobs.put_many(octets), strict=True))
    with reading(app.engine) as conn:
        known = ledger.known_bytes(conn, folder.account, list(digests.values())) if digests else {}
    entries: list[Entry] = []
    for mail in piece:
        if mail.raw is None:
            entries.append(Entry(uid=mail.uid, outcome="vanished"))
            continue
        digest = digests[mail.uid]
        entries.append(
            Entry(
                uid=mail.uid,
                outcome="moved" if digest in known else "landed",
                internal_at=mail.internal_date,
                sha256=digest,
                size_bytes=len(mail.raw),
                message_id=known.get(digest),
            )
        )
    return entries


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
        waiting = ledger.unfetched(conn, folder)
    for uid, tries in sorted(waiting.items()):
        if tries >= FETCH_TRIES:
            continue
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
        elif entry.outcome == "moved":
            done.known += 1
        elif entry.outcome == "refused":
            done.refused += 1
