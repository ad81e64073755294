"""Is a folder still the one that the ledger knows? Its numbers say so, and its mails must bear them out."""

import logging
from datetime import datetime, timedelta
from enum import Enum
from hashlib import sha256

from sqlalchemy import Connection

from triage.app import App
from triage.errors import OperatorError, RetryLater
from triage.loaders.settings import Account
from triage.mail.mailbox import Envelope, FolderState, Mailbox
from triage.store import health, ledger
from triage.store.engine import reading, writing
from triage.store.ledger import Fact, Folder

log = logging.getLogger(__name__)

SAMPLE = 3
"""Mails at either end of what is known that are compared, once a session."""


class Likeness(Enum):
    """What a mail on the server is to the mail that the ledger has under its UID."""

    SAME = "same"
    OTHER = "other"
    UNSURE = "unsure"
    GONE = "gone"


def followed(
    app: App, account: Account, mailbox: Mailbox, state: FolderState, *, look_back: timedelta | datetime | None
) -> Folder:
    """The selected folder as the ledger follows it; a new epoch when its UIDs mean something else than before.

    Raises `OperatorError` when the server gives no UIDVALIDITY: without it a mail cannot be told from another.
    """
    now = app.now()
    if state.uidvalidity <= 0:
        _refuse(app, account, now)
    with reading(app.engine) as conn:
        before = ledger.folder(conn, account.name, state.name)
    renumbered = before is None or before.uidvalidity != state.uidvalidity
    swapped = not renumbered and not state.compared and before is not None and _is_another(app, mailbox, state, before)
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
        elif swapped and before is not None and known.epoch == before.epoch:
            # Whatever came since our first look is ours to answer; what we have by its octets is not new.
            _new_epoch(conn, known, state, origin=origin, since_at=known.since_at)
        else:
            return known
        found = ledger.folder(conn, account.name, state.name)
    if found is None:
        raise RetryLater("a folder was forgotten while it was looked at", fix="it is tried again")
    return found


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


def _is_another(app: App, mailbox: Mailbox, state: FolderState, known: Folder) -> bool:
    """Whether other mails lie under the UIDs that we know: another mailbox, or one brought back from a backup."""
    found = _likenesses(app, mailbox, known)
    if Likeness.OTHER in found:
        return True
    numbered_back = 0 < state.uidnext <= known.last_uid
    return Likeness.SAME not in found and (Likeness.UNSURE in found or numbered_back)


def _likenesses(app: App, mailbox: Mailbox, known: Folder) -> set[Likeness]:
    with reading(app.engine) as conn:
        newest = ledger.newest_uids(conn, known, SAMPLE)
    there = mailbox.oldest(SAMPLE)
    met = {one.uid for one in there}
    there += mailbox.envelopes([uid for uid in newest if uid not in met])
    with reading(app.engine) as conn:
        facts = ledger.facts(conn, known, [one.uid for one in there])
    found = {_likeness(mailbox, one, facts[one.uid]) for one in there if one.uid in facts}
    return found - {Likeness.GONE}


def _likeness(mailbox: Mailbox, there: Envelope, fact: Fact) -> Likeness:
    """By date and size; where they contradict one another, by the octets. Servers change either of them at times."""
    same_date, same_size = there.internal_date == fact.internal_at, fact.size_bytes in (None, there.size_bytes)
    if same_date and same_size:
        return Likeness.SAME
    if not same_date and not same_size:
        return Likeness.OTHER
    if fact.sha256 is None:
        return Likeness.UNSURE
    octets = [one.raw for one in mailbox.fetch([there.uid]) if one.raw is not None]
    if not octets:
        return Likeness.GONE
    return Likeness.SAME if sha256(octets[0]).hexdigest() == fact.sha256 else Likeness.OTHER
