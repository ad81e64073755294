"""Erasing a person, and what is too old to keep: words, files and drafts go, the numbers of reports stay."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parseaddr
from functools import partial
from hashlib import sha256

from triage.app import App
from triage.errors import InputError, RetryLater
from triage.mail.mailbox import Mailbox
from triage.store import copies, ledger, persons
from triage.store.compacting import compact
from triage.store.engine import reading, writing
from triage.store.persons import Traces
from triage.usecases.instance import require_ours

log = logging.getLogger(__name__)

LONGEST_HEADERS = 200_000


@dataclass(slots=True, kw_only=True)
class Erasure:
    """What was erased, or would be, counted. The numbers are of rows; files: octets that are gone from the disk.

    drafts_removed: replies taken out of Drafts. drafts_left: those that a person had changed, which are left there.
    confirmed: labels that people gave, from which a classifier may have learnt. mentions: mails of other people in
    which the address stands. copies: of the whole database, made before upgrades, which go whoever stands in them.
    """

    tickets: int = 0
    messages: int = 0
    waiting: int = 0
    attachments: int = 0
    drafts: int = 0
    drafts_removed: int = 0
    drafts_left: int = 0
    orders: int = 0
    confirmed: int = 0
    files: int = 0
    mentions: int = 0
    copies: int = 0
    not_asked: list[str] = field(default_factory=list)

    @property
    def found(self) -> bool:
        """Whether there was anything."""
        return bool(self.tickets or self.messages or self.waiting or self.drafts or self.orders)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """All traces of one address; waiting: (ledger row, sha256) of mails not triaged yet."""

    address: str
    traces: Traces
    waiting: tuple[tuple[int, str], ...]


def plain_address(text: str) -> str:
    """The address of a person as the database has it, in lower case; a name before it is fine.

    Raises `InputError` for anything else.
    """
    address = parseaddr(text)[1].strip().lower()
    if "@" not in address.strip("@") or any(character.isspace() for character in address):
        raise InputError(f"--customer '{text}' is no address", fix="write it like ada@mail.example")
    return address


def erase(app: App, customer: str, *, dry_run: bool = False) -> Erasure:
    """Erase everything about one address but the numbers that reports count; once and for all.

    Our own drafts go from the mailbox first: when it cannot be reached, `RetryLater` is raised and nothing is erased.
    Raises `RetryLater` too when all is erased but others hold the database so that its file cannot be cleared; the same
    command again goes on there.
    """
    address = plain_address(customer)
    if not dry_run:
        require_ours(app)
    person = find(app, address)
    done = _counted(app, person)
    if dry_run:
        return done
    with writing(app.engine) as conn:
        if persons.sending(conn, person.traces):
            raise RetryLater("a reply to this person is being sent just now", fix="run it again in a minute")
        persons.hold(conn, person.traces)
    _empty_drafts(app, person.traces, done)
    with app.blobs.alone():
        person = find(app, address)
        with writing(app.engine) as conn:
            gone = persons.erase(conn, person.traces, partial(ledger.tomb, app.settings.secret_key), app.now())
            persons.forget_waiting(conn, person.waiting, partial(ledger.tomb, app.settings.secret_key))
            persons.erase_orders(conn, address)
            done.copies = copies.forget(app.engine)
        done.files = remove_unneeded(app, gone.digests | {digest for _, digest in person.waiting})
        sweep(app)
    log.info("a person was erased", extra={"tickets": done.tickets, "mails": done.messages, "files": done.files})
    compact(app.engine)
    return done


def find(app: App, address: str) -> Person:
    """All traces of an address (lower case), of mails too that nobody read yet."""
    with reading(app.engine) as conn:
        traces = persons.traces_of(conn, address)
        unread, waiting = persons.unread(conn), persons.waiting(conn)
        theirs = {ticket for ticket, digest in unread if _is_from(app, digest, address)}
        return Person(
            address=address,
            traces=persons.with_ticket(conn, traces, theirs) if theirs else traces,
            waiting=tuple((row, digest) for row, digest in waiting if _is_from(app, digest, address)),
        )


def erase_tickets(app: App, ids: Iterable[int], now: datetime) -> int:
    """The same for whole tickets that were kept long enough; how many files are gone. Needs no mailbox."""
    with app.blobs.alone():
        with writing(app.engine) as conn:
            traces = persons.everything_of(conn, ids)
            gone = persons.erase(conn, traces, partial(ledger.tomb, app.settings.secret_key), now)
        return remove_unneeded(app, gone.digests)


def remove_unneeded(app: App, digests: Iterable[str]) -> int:
    """Remove octets that nothing names any more; how many. Call it within `blobs.alone()`."""
    wanted = set(digests)
    with reading(app.engine) as conn:
        gone = sorted(wanted - persons.needed(conn, wanted))
    there = [digest for digest in gone if app.blobs.path(digest).exists()]
    app.blobs.remove(there)
    return len(there)


SWEPT_SECONDS = 3600.0


def sweep(app: App) -> int:
    """Remove what a crash left behind: octets put an hour ago or longer that nothing names. Within `blobs.alone()`."""
    return remove_unneeded(app, app.blobs.stale(SWEPT_SECONDS))


def _is_from(app: App, digest: str, address: str) -> bool:
    """Whether a mail that was not read yet names the address as its sender."""
    path = app.blobs.path(digest)
    if not path.exists():
        return False
    with path.open("rb") as file:
        head = BytesHeaderParser().parsebytes(file.read(LONGEST_HEADERS))
    fields = [str(value) for name in ("From", "Reply-To", "Sender") for value in head.get_all(name, [])]
    return any(found.lower() == address for _, found in getaddresses(fields))


def _counted(app: App, person: Person) -> Erasure:
    """What there is to erase."""
    traces = person.traces
    with reading(app.engine) as conn:
        amounts = persons.amounts(conn, traces)
        return Erasure(
            tickets=len(traces.tickets),
            messages=len(traces.messages),
            waiting=len(person.waiting),
            attachments=amounts.attachments,
            drafts=len(traces.drafts),
            orders=traces.orders,
            confirmed=amounts.confirmed,
            files=amounts.files,
            mentions=persons.mentions(conn, person.address, traces),
            copies=len(copies.copies(app.engine)),
        )


def _empty_drafts(app: App, traces: Traces, done: Erasure) -> None:
    """Take our own replies out of the mailboxes' Drafts."""
    with reading(app.engine) as conn:
        rows = persons.drafts_in(conn, traces)
    by_account: dict[str, dict[str, str | None]] = defaultdict(dict)
    for account, message_id, digest in rows:
        by_account[account][message_id] = digest
    known = {account.name for account in app.settings.accounts}
    for name, wanted in by_account.items():
        if name not in known:
            done.not_asked.append(name)
            continue
        with _session(app, name) as mailbox:
            removed, left = _remove(mailbox, wanted)
        done.drafts_removed, done.drafts_left = done.drafts_removed + removed, done.drafts_left + left


@contextmanager
def _session(app: App, name: str) -> Iterator[Mailbox]:
    mailbox = app.connect(app.settings.account(name))
    try:
        yield mailbox
    finally:
        mailbox.close()


def _remove(mailbox: Mailbox, wanted: dict[str, str | None]) -> tuple[int, int]:
    """Remove those whose octets are ours; (removed, left to people)."""
    folder = mailbox.drafts()
    places = mailbox.find_message_ids(folder, list(wanted))
    whose = {uid: message_id for message_id, uids in places.items() for uid in uids}
    if not whose:
        return 0, 0
    mailbox.select(folder)
    octets = {mail.uid: mail.raw for mail in mailbox.fetch(sorted(whose)) if mail.raw is not None}
    ours = [uid for uid, raw in octets.items() if sha256(raw).hexdigest() == wanted[whose[uid]]]
    removed = sum(mailbox.remove(folder, uid) for uid in ours)
    return removed, len(octets) - removed
