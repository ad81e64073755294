"""Which conversation a mail belongs to. An id alone opens no door: the sender has to be in that conversation."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from triage.policy.verdict import JudgedClaim
from triage.records import Claim, History, Label, OpenClaim, ParsedMail, Reading
from triage.store import events, messages, tickets
from triage.store.messages import StoredClaim
from triage.store.tickets import Ticket


@dataclass(slots=True, kw_only=True)
class Thread:
    """One conversation while a batch of mails is added to it. ticket: None while it is new.

    participants: who wrote, and whether anyone ever vouched for them. claims: as its newest mail left them. unsure:
    they are a person's to judge. related: a conversation that it may belong to, of people who do not write in it.
    """

    public_id: str
    ticket: Ticket | None = None
    participants: dict[str, bool] = field(default_factory=dict)
    first_at: datetime | None = None
    last_at: datetime | None = None
    replied_at: datetime | None = None
    claims: tuple[OpenClaim, ...] = ()
    language: str | None = None
    unsure: bool = False
    related: str | None = None

    def history(self) -> History:
        """What went before the next mail."""
        return History(
            first_reported_at=self.first_at,
            last_customer_mail_at=self.last_at,
            last_store_reply_at=self.replied_at,
            claims=self.claims,
            language=self.language,
            unsure=self.unsure,
        )

    def order_numbers(self) -> set[str]:
        """Orders that the conversation is about."""
        return {one.claim.order_number for one in self.claims if one.claim.order_number is not None}

    def takes(self, mail: ParsedMail) -> bool:
        """Whether the mail is from somebody who writes in this conversation.

        Where the mail server vouched for them once, a mail that nobody vouches for is not taken for theirs.
        """
        known = self.participants.get(mail.sender.key)
        return known is not None and mail.one_author and not (known and mail.vouched is False)

    def add(self, mail: ParsedMail, at: datetime) -> None:
        """The customer wrote."""
        sender = mail.sender.key
        self.participants[sender] = self.participants.get(sender, False) or mail.vouched is True
        self.first_at = at if self.first_at is None else min(self.first_at, at)
        self.last_at = at if self.last_at is None else max(self.last_at, at)

    def take(self, reading: Reading, claims: Sequence[JudgedClaim]) -> None:
        """What the conversation is about after this mail."""
        chances = {one.label: one.probability for one in reading.understanding.categories}
        self.claims = tuple(
            OpenClaim(
                claim=judged.claim,
                probability=chances.get(judged.claim.label, 0.0),
                owned=judged.owned,
                missing=judged.decision.missing,
            )
            for judged in claims
        )
        self.language = reading.understanding.language
        self.unsure = reading.understanding.abstained


@dataclass(slots=True, kw_only=True)
class Known:
    """Conversations that a batch of mails could belong to, by our own ids and by the ids of their mails."""

    by_public_id: dict[str, Thread] = field(default_factory=dict)
    by_message_id: dict[str, list[Thread]] = field(default_factory=dict)

    def order_numbers(self) -> set[str]:
        """Orders that any of the conversations is about."""
        threads = (*self.by_public_id.values(), *(one for found in self.by_message_id.values() for one in found))
        return {number for thread in threads for number in thread.order_numbers()}

    def add(self, mail: ParsedMail, thread: Thread) -> None:
        """Make a mail of this batch known to those that follow it."""
        self.by_public_id[thread.public_id] = thread
        if mail.message_id:
            self.by_message_id.setdefault(mail.message_id, []).append(thread)


def parents(mail: ParsedMail) -> Iterator[str]:
    """Ids of the mails that this one answers, nearest first."""
    if mail.in_reply_to:
        yield mail.in_reply_to
    yield from reversed(mail.references)


def known_threads(
    conn: Connection, account: str, mails: Sequence[ParsedMail], own_ticket: Callable[[str], str | None]
) -> Known:
    """The conversations that these mails name. own_ticket: public id of a Message-ID of ours, None for others."""
    named = {one for mail in mails for one in parents(mail)}
    if not named:
        return Known()
    own = {public_id for one in named if (public_id := own_ticket(one)) is not None}
    met = messages.tickets_of(conn, account, list(named))
    rows = tickets.by_ids(conn, list({row for found in met.values() for row in found}))
    rows |= tickets.by_public_ids(conn, account, list(own)) if own else {}
    threads = _load(conn, rows)
    return Known(
        by_public_id={thread.public_id: thread for thread in threads.values()},
        by_message_id={one: [threads[row] for row in sorted(found) if row in threads] for one, found in met.items()},
    )


def thread_of(mail: ParsedMail, known: Known, own_ticket: Callable[[str], str | None], fresh: str) -> Thread:
    """The conversation that the mail continues, else a new one.

    fresh: public id for a new one; it is related to the nearest conversation that the mail names without being of it.
    """
    if not mail.sender.address or mail.auto is not None:
        return Thread(public_id=fresh)
    named = list(_named(mail, known, own_ticket))
    for thread in named:
        if thread.takes(mail):
            return thread
    return Thread(public_id=fresh, related=named[0].public_id if named else None)


def _named(mail: ParsedMail, known: Known, own_ticket: Callable[[str], str | None]) -> Iterator[Thread]:
    """Conversations that a mail names, nearest first."""
    for one in parents(mail):
        public_id = own_ticket(one)
        if public_id is not None and public_id in known.by_public_id:
            yield known.by_public_id[public_id]
        yield from known.by_message_id.get(one, ())


def _load(conn: Connection, rows: dict[int, Ticket]) -> dict[int, Thread]:
    ids = [row.id for row in rows.values() if row.status not in ("automatic", "quarantined")]
    if not ids:
        return {}
    people, times, replies = messages.participants(conn, ids), messages.times(conn, ids), events.last_reply(conn, ids)
    newest = messages.last_claims(conn, ids)
    threads: dict[int, Thread] = {}
    for row in ids:
        first, last = times.get(row, (None, None))
        threads[row] = Thread(
            public_id=rows[row].public_id,
            ticket=rows[row],
            participants={rows[row].customer_address: False} | people.get(row, {}),
            first_at=first,
            last_at=last,
            replied_at=replies.get(row),
            claims=tuple(_open(claim) for claim in newest.get(row, ())),
            language=rows[row].language,
            unsure=rows[row].abstained,
        )
    return threads


def _open(stored: StoredClaim) -> OpenClaim:
    return OpenClaim(
        claim=Claim(
            label=Label(stored.label),
            order_number=stored.order_number,
            facts=stored.facts,
            # Without a number no order was looked up: what the case holds of it are the customer's words.
            told=stored.case.get("order", {}) if stored.order_number is None else {},
        ),
        probability=stored.probability if stored.label_by is None else 1.0,
        owned=stored.owned,
        missing=tuple(stored.decision.get("missing", ())),
    )
