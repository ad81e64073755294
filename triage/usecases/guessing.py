"""Somebody who asks about one order after another that is not known to be theirs is handed to a person.

Every such question gets the same neutral letter, so nothing is learnt from the answers; this stops the asking.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection

from triage.app import App
from triage.policy.verdict import JudgedClaim
from triage.records import ParsedMail
from triage.store import events, messages
from triage.store.engine import reading
from triage.store.messages import UNVOUCHED

WINDOW = timedelta(hours=24)
MOST = 5
"""Different order numbers that one sender may give astray within the window."""


@dataclass(slots=True)
class Guesses:
    """Numbers given astray, with their times, by sender.

    What nobody vouches for is counted apart, so that nobody can be silenced in another's name.
    """

    given: dict[tuple[str, bool], list[tuple[str, datetime]]] = field(default_factory=dict)

    def note(self, customer: str, number: str, at: datetime, *, unvouched: bool) -> None:
        """A number was given astray."""
        self.given.setdefault((customer, unvouched), []).append((number, at))

    def too_many(self, mail: ParsedMail, claims: Sequence[JudgedClaim], at: datetime) -> bool:
        """Take in what a judged mail claims; whether its sender has by now given too many numbers astray."""
        if mail.auto is not None:
            return False
        customer, unvouched = mail.sender.key, mail.vouched is False
        for one in claims:
            if not one.owned and one.claim.order_number is not None:
                self.note(customer, one.claim.order_number, at, unvouched=unvouched)
        known = self.given.get((customer, unvouched), ())
        return len({number for number, when in known if when > at - WINDOW}) > MOST


def alarms(app: App) -> list[str]:
    """Tickets (public ids) of the last day whose senders gave too many numbers astray, newest first."""
    with reading(app.engine) as conn:
        return [public_id for public_id, _ in events.since(conn, events.GUESSING, app.now() - WINDOW)]


def guesses_before(conn: Connection, account: str, mails: Sequence[tuple[ParsedMail, datetime]]) -> Guesses:
    """What the senders of these mails gave astray within the window before them. mails: with the time they came."""
    found = Guesses()
    senders = {mail.sender.key for mail, _ in mails if mail.sender.address and mail.auto is None}
    if senders:
        since = min(at for _, at in mails) - WINDOW
        for one in messages.astray_since(conn, account, sorted(senders), since):
            found.note(one.customer, one.number, one.at, unvouched=one.trust == UNVOUCHED)
    return found
