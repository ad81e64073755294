"""What has to hold at a desk: after everything that happens, and once it has come to rest."""

import email
from collections import Counter
from hashlib import sha256

from sqlalchemy import text

from tests.faults.model.desk import Desk
from tests.faults.model.faulty import message_id, raws
from triage.sla.tally import Wait, waits_of
from triage.store import events
from triage.store.engine import reading
from triage.usecases.own import own_ticket

STATUS = {"open", "waiting", "answered", "closed", "automatic", "quarantined"}
OURS = ("$Triaged", "triage_")
SETTLED = {"triaged", "quarantined", "moved", "vanished"}


def always(desk: Desk) -> None:
    """Holds after every step."""
    _no_mail_twice(desk)
    _one_reply_laid_ready_a_ticket(desk)
    _nothing_of_others_touched(desk)
    _nothing_sent_unapproved_or_twice(desk)
    _no_wait_is_negative(desk)


def at_rest(desk: Desk) -> None:
    """Holds when no fault happens any more and the workers have nothing left to do."""
    always(desk)
    _every_mail_is_a_ticket(desk)
    _ledger_is_complete(desk)
    _drafts_lie_where_they_should(desk)
    _every_waiting_customer_has_a_reply_laid_ready(desk)
    _clock_stands_only_for_answered(desk)
    _database_is_sound(desk)


def _no_mail_twice(desk: Desk) -> None:
    met = Counter(row["sha256"] for row in desk.rows("messages") if row["direction"] == "in")
    assert not [digest for digest, times in met.items() if times > 1], "a mail became two messages"
    assert {row["status"] for row in desk.rows("tickets")} <= STATUS


def _one_reply_laid_ready_a_ticket(desk: Desk) -> None:
    ready = Counter(row["ticket_id"] for row in desk.rows("drafts") if row["state"] in ("planned", "filed"))
    assert not [ticket for ticket, number in ready.items() if number > 1], f"two replies are laid ready: {ready}"


def _nothing_of_others_touched(desk: Desk) -> None:
    for (folder, raw), number in desk.kept.items():
        there = raws(desk.server, folder).count(raw)
        assert there >= number, f"{number - there} mails of people are gone from {folder}: {raw[:200]!r}"
        assert folder != "INBOX" or there == number, "a mail in the inbox was doubled"
    for mail in desk.server.folders["INBOX"].mails.values():
        assert mail.raw in desk.flags, "a mail lies in the inbox that nobody sent"
        assert desk.flags[mail.raw] <= mail.flags, "a flag of somebody else was taken off"
        foreign = {flag for flag in mail.flags if not flag.startswith(OURS)}
        assert foreign <= {"\\Seen", "custom"}, f"a flag was set that is not ours: {foreign}"


def _nothing_sent_unapproved_or_twice(desk: Desk) -> None:
    sent = Counter(desk.way.ids())
    assert all(number == 1 for number in sent.values()), f"a reply left twice: {sent}"
    drafts = {row["message_id"]: row for row in desk.rows("drafts")}
    approved = {row["draft_id"]: row["payload"] for row in desk.rows("effects") if row["kind"] == "send"}
    for raw in desk.way.accepted:
        draft = drafts[message_id(raw)]
        public_id, words = desk.clicks[_form(desk, approved[draft["id"]]["idempotency_key"])]
        assert own_ticket(desk.shop.app, message_id(raw)) == public_id, "a reply left for another ticket"
        assert draft["text"] == words, "words left that nobody approved"
        assert " ".join(words.split()) in " ".join(_text(raw).split()), "the mail says something else"


def _form(desk: Desk, key: str) -> str:
    """The form that a person sent; a reply that they said was not sent goes again under the key of the first time."""
    while key.startswith("again:"):
        number = int(key.removeprefix("again:"))
        key = next(row["payload"]["idempotency_key"] for row in desk.rows("effects") if row["id"] == number)
    return key


def _text(raw: bytes) -> str:
    mail = email.message_from_bytes(raw)
    parts = [part for part in mail.walk() if part.get_content_type() == "text/plain"]
    return "".join((part.get_payload(decode=True) or b"").decode() for part in parts)


def _waits(desk: Desk) -> list[Wait]:
    with reading(desk.shop.app.engine) as conn:
        return waits_of(events.of_tickets(conn))


def _no_wait_is_negative(desk: Desk) -> None:
    for wait in _waits(desk):
        assert wait.ended_at is None or wait.ended_at >= wait.started_at, "a wait ended before it began"
        assert wait.drafted_at is None or wait.drafted_at >= wait.started_at, "a draft lay ready before the mail came"


def _every_mail_is_a_ticket(desk: Desk) -> None:
    tickets = {row["id"]: row for row in desk.rows("tickets")}
    met = {row["sha256"]: tickets[row["ticket_id"]] for row in desk.rows("messages") if row["direction"] == "in"}
    lost = desk.expected - set(met)
    assert not lost, f"mails are lost: {lost}"
    for digest in desk.poisoned & desk.expected:
        assert met[digest]["status"] in ("quarantined", "closed"), "a mail that cannot be read is not in quarantine"


def _ledger_is_complete(desk: Desk) -> None:
    rows = [row for row in desk.rows("ledger") if row["folder"] == "INBOX"]
    with reading(desk.shop.app.engine) as conn:
        newest = conn.execute(text("SELECT epoch FROM folders WHERE folder = 'INBOX'")).scalar_one()
    known = {row["uid"]: row["outcome"] for row in rows if row["epoch"] == newest}
    passed_over = {"before"} if desk.swaps else set()
    for uid in desk.server.folders["INBOX"].mails:
        assert known.get(uid) in SETTLED | passed_over, f"UID {uid} is {known.get(uid)}"
    for row in rows:
        if row["outcome"] == "unfetched" and row["epoch"] < newest:
            continue  # its number means nothing any more
        assert row["outcome"] in SETTLED | passed_over, f"a mail waits for ever: {row['outcome']}"
        assert row["sha256"] is None or desk.shop.app.blobs.get(row["sha256"])


def _drafts_lie_where_they_should(desk: Desk) -> None:
    lying = raws(desk.server, "Drafts")
    ours = [raw for raw in lying if not desk.kept["Drafts", raw]]
    rows = {row["message_id"]: row for row in desk.rows("drafts")}
    states = {message_id(raw): rows[message_id(raw)]["state"] for raw in ours}
    assert len(states) == len(ours), "a draft lies there twice"
    unknown = {row["draft_id"] for row in desk.rows("effects") if row["state"] == "UNKNOWN"}
    doubtful = {key for key, state in states.items() if state == "approved" and rows[key]["id"] in unknown}
    assert {states[key] for key in set(states) - doubtful} <= {"filed"}, f"drafts lie there in vain: {states}"
    missing = {key for key, row in rows.items() if row["state"] == "filed"} - set(states) - desk.gone
    assert not missing, "a draft of ours is gone that nobody took away"
    for raw in ours:
        assert rows[message_id(raw)]["sha256"] == sha256(raw).hexdigest(), "a draft is not what we appended"
    sent = Counter(message_id(raw) for raw in raws(desk.server, "Sent") if not desk.kept["Sent", raw])
    assert all(number == 1 for number in sent.values()), "a copy lies twice in Sent"
    assert set(sent) <= set(desk.way.ids()), "a copy of something that was not sent lies in Sent"


def _every_waiting_customer_has_a_reply_laid_ready(desk: Desk) -> None:
    live = {
        row["ticket_id"] for row in desk.rows("drafts") if row["state"] in ("planned", "filed", "human", "approved")
    }
    closed = {row["ticket_id"] for row in desk.rows("events") if row["kind"] in ("closed", "reopened", "replied")}
    people = {row["ticket_id"] for row in desk.rows("messages") if row["sender_address"]}
    for ticket in desk.rows("tickets"):
        if ticket["status"] in ("open", "waiting") and ticket["id"] in people - closed:
            assert ticket["id"] in live, f"a customer waits without a reply laid ready: {ticket['status']}"


def _clock_stands_only_for_answered(desk: Desk) -> None:
    last = {wait.ticket_id: wait for wait in _waits(desk)}
    history: dict[int, list[str]] = {}
    for row in desk.rows("events"):
        history.setdefault(row["ticket_id"], []).append(row["kind"])
    for ticket in desk.rows("tickets"):
        assert (ticket["answered_at"] is not None) == (ticket["status"] == "answered")
        if ticket["auto"] is not None or _opened_by_hand(history[ticket["id"]]):
            continue
        waits = last[ticket["id"]].ended_at is None
        assert waits == (ticket["status"] in ("open", "waiting", "quarantined")), (
            f"ticket {ticket['id']} is {ticket['status']}, its clock {'runs' if waits else 'stands'}: "
            f"{history[ticket['id']]}"
        )
    _newest_mail_is_answered(desk)


def _opened_by_hand(kinds: list[str]) -> bool:
    """An agent opened a ticket again although nobody waits."""
    after = kinds[max((at for at, kind in enumerate(kinds) if kind == "received"), default=0) :]
    return "reopened" in after and "replied" in after


def _newest_mail_is_answered(desk: Desk) -> None:
    """No ticket counts as answered by a reply to an older mail than its newest."""
    newest: dict[int, int] = {}
    for row in desk.rows("messages"):
        if row["direction"] == "in":
            newest[row["ticket_id"]] = max(row["id"], newest.get(row["ticket_id"], 0))
    by_us = {row["message_id"]: row for row in desk.rows("drafts")}
    answered: dict[int, int] = {}
    for one in desk.way.ids():
        draft = by_us[one]
        answered[draft["ticket_id"]] = max(draft["answers_id"], answered.get(draft["ticket_id"], 0))
    elsewhere = {row["ticket_id"] for row in desk.rows("events") if row["kind"] == "replied" and "uid" in row["data"]}
    for ticket in desk.rows("tickets"):
        if ticket["status"] == "answered" and ticket["id"] not in elsewhere:
            assert answered[ticket["id"]] == newest[ticket["id"]], "the customer wrote again, and nobody sees it"


def _database_is_sound(desk: Desk) -> None:
    with reading(desk.shop.app.engine) as conn:
        assert conn.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
        assert conn.execute(text("PRAGMA foreign_key_check")).all() == []
