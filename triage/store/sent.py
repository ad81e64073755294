"""What is asked of the database about mails that left."""

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from triage.records import address_key
from triage.store.messages import key_of
from triage.store.schema import messages


def reachable(conn: Connection, ticket_ids: Sequence[int]) -> dict[int, set[str]]:
    """Addresses at which the people of each ticket are answered, by `address_key`: senders, and their Reply-To."""
    query = select(messages.c.ticket_id, messages.c.sender_address, messages.c.reply_to).where(
        messages.c.ticket_id.in_(ticket_ids), messages.c.direction == "in"
    )
    found: dict[int, set[str]] = {}
    for ticket_id, sender, reply_to in conn.execute(query):
        found.setdefault(ticket_id, set()).update(address_key(one) for one in (sender, reply_to) if one)
    return found


def learn_id(conn: Connection, account: str, sha256: str, message_id: str) -> bool:
    """Know a mail of ours by the Message-ID under which it really left; False when there is no such mail."""
    done = conn.execute(
        update(messages)
        .where(messages.c.account == account, messages.c.direction == "out", messages.c.sha256 == sha256)
        .values(message_id=message_id, message_key=key_of(message_id))
    )
    return done.rowcount > 0
