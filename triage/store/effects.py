"""The outbox: everything that is to be done to the world outside, each thing once.

READY -> CLAIMED (lease, fence) -> ATTEMPTED (committed before the call) -> DONE, UNKNOWN or FAILED. Every step after
the claim names the fence it was claimed with, so that a worker that overslept its lease changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, case, func, insert, select, update
from sqlalchemy import cast as sql_cast

from triage.store.schema import effects, tickets

READY, CLAIMED, ATTEMPTED = "READY", "CLAIMED", "ATTEMPTED"
DONE, UNKNOWN, FAILED = "DONE", "UNKNOWN", "FAILED"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEffect:
    """Something to be done. key: unique for ever, so that wishing twice does it once."""

    kind: str
    key: str
    account: str
    due_at: datetime
    ticket_id: int | None = None
    draft_id: int | None = None
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One row of the outbox. attempted: an earlier claim got as far as the call, with what result nobody knows."""

    id: int
    kind: str
    key: str
    account: str
    ticket_id: int | None
    draft_id: int | None
    payload: Mapping[str, Any]
    state: str
    fence: int
    tries: int
    due_at: datetime
    evidence: Mapping[str, Any]

    @property
    def attempted(self) -> bool:
        """True when an earlier claim may have reached the world."""
        return bool(self.evidence)


def wish(conn: Connection, new: Sequence[NewEffect], now: datetime, *, state: str = READY) -> None:
    """Write effects to be done; the keys have to be new. state: DONE for what needs only to be remembered."""
    if new:
        conn.execute(insert(effects), [_row(one, now) | {"state": state} for one in new])


def wish_once(conn: Connection, new: NewEffect, now: datetime) -> bool:
    """Write one effect unless its key is known already; False then."""
    if get(conn, new.key) is not None:
        return False
    conn.execute(insert(effects), [_row(new, now)])
    return True


def get(conn: Connection, key: str) -> Effect | None:
    """One effect by its key."""
    row = conn.execute(select(*_columns()).where(effects.c.key == key)).mappings().one_or_none()
    return Effect(**row) if row is not None else None


def approvals_of(conn: Connection, public_id: str) -> list[Effect]:
    """What agents approved on a ticket, oldest first."""
    query = (
        select(*_columns())
        .join(tickets, tickets.c.id == effects.c.ticket_id)
        .where(tickets.c.public_id == public_id, effects.c.kind.in_(("send", "approval")))
        .order_by(effects.c.id)
    )
    return [Effect(**row) for row in conn.execute(query).mappings()]


def count_of(conn: Connection, draft_id: int, kinds: Sequence[str]) -> int:
    """How many effects of these kinds a draft had."""
    query = select(func.count()).where(effects.c.draft_id == draft_id, effects.c.kind.in_(kinds))
    return conn.execute(query).scalar_one()


def unknown_of(conn: Connection, ticket_id: int) -> Effect | None:
    """The reply of a ticket of which nobody knows whether it was sent."""
    query = select(*_columns()).where(effects.c.ticket_id == ticket_id, effects.c.kind == "send")
    row = conn.execute(query.where(effects.c.state == UNKNOWN).with_for_update()).mappings().first()
    return Effect(**row) if row is not None else None


def close_unknown(conn: Connection, one: Effect, state: str, evidence: Mapping[str, Any], *, now: datetime) -> bool:
    """Note what became of an unknown one after all; False when that was noted already."""
    done = conn.execute(
        update(effects)
        .where(effects.c.id == one.id, effects.c.state == UNKNOWN)
        .values(state=state, evidence={**one.evidence, **evidence}, changed_at=now)
    )
    return done.rowcount == 1


def reread(conn: Connection, taken: Sequence[Effect]) -> list[Effect]:
    """Effects as they stand now."""
    query = select(*_columns()).where(effects.c.id.in_([one.id for one in taken])).order_by(effects.c.id)
    return [Effect(**row) for row in conn.execute(query).mappings()]


def unknowns(conn: Connection, account: str) -> list[Effect]:
    """Replies of an account of which nobody knows whether they were sent, oldest first."""
    query = select(*_columns()).where(effects.c.account == account, effects.c.kind == "send")
    rows = conn.execute(query.where(effects.c.state == UNKNOWN).order_by(effects.c.id)).mappings()
    return [Effect(**row) for row in rows]


def note_looked(conn: Connection, one: Effect, seen: Mapping[str, Any], *, now: datetime) -> None:
    """Add to what is known of an unknown one, unless its fate was told meanwhile."""
    values = {"evidence": {**one.evidence, **seen}, "changed_at": now}
    conn.execute(update(effects).where(effects.c.id == one.id, effects.c.state == UNKNOWN).values(**values))


def close_late(conn: Connection, one: Effect, evidence: Mapping[str, Any], *, now: datetime) -> bool:
    """Note as done what was taken from us while its answer was on the way; False when it is settled otherwise.

    Whoever claimed it meanwhile changes nothing more.
    """
    query = update(effects).where(effects.c.id == one.id, effects.c.state.in_((UNKNOWN, CLAIMED, ATTEMPTED)))
    values = {"state": DONE, "evidence": {**one.evidence, **evidence}, "changed_at": now}
    return conn.execute(query.values(fence=effects.c.fence + 1, **values)).rowcount == 1


def extend(conn: Connection, one: Effect, lease_until: datetime) -> None:
    """Keep an effect for longer; only if it is still ours."""
    query = update(effects).where(effects.c.id == one.id, effects.c.fence == one.fence)
    conn.execute(query.values(lease_until=lease_until))


def waiting(conn: Connection, accounts: Sequence[str]) -> list[Effect]:
    """Replies of these accounts that were approved and are neither sent nor given up, oldest first."""
    query = select(*_columns()).where(
        effects.c.account.in_(accounts),
        effects.c.state.in_((READY, CLAIMED, ATTEMPTED)),
        effects.c.kind == "send",
    )
    return [Effect(**row) for row in conn.execute(query.order_by(effects.c.id)).mappings()]


def unsent(conn: Connection, accounts: Sequence[str]) -> dict[str, int]:
    """Tickets that still wait although a reply was approved, by the state (UNKNOWN, FAILED) of the last one."""
    later = effects.alias("later")
    newer = select(later.c.id).where(
        later.c.ticket_id == effects.c.ticket_id, later.c.kind == "send", later.c.id > effects.c.id
    )
    query = (
        select(effects.c.state, func.count())
        .join(tickets, tickets.c.id == effects.c.ticket_id)
        .where(
            effects.c.account.in_(accounts),
            effects.c.state.in_((UNKNOWN, FAILED)),
            effects.c.kind == "send",
            tickets.c.status.in_(("open", "waiting")),
            ~newer.exists(),
        )
    )
    return dict(conn.execute(query.group_by(effects.c.state)).all())


def hold_back(conn: Connection, account: str, until: datetime) -> None:
    """Let every reply of an account that would be tried before `until` wait that long; all keep their order."""
    query = update(effects).where(
        effects.c.account == account, effects.c.state == READY, effects.c.due_at < until, effects.c.kind == "send"
    )
    conn.execute(query.values(due_at=until))


def hurry(conn: Connection, why: str, now: datetime, *, account: str | None = None) -> int:
    """Let replies that wait for this reason be looked at again at once; how many there were."""
    query = update(effects).where(
        effects.c.kind == "send",
        effects.c.state == READY,
        effects.c.due_at > now,
        effects.c.evidence["waits"]["why"].as_string() == why,
    )
    if account is not None:
        query = query.where(effects.c.account == account)
    return conn.execute(query.values(due_at=now)).rowcount


def claim(
    conn: Connection, account: str, kinds: Sequence[str], *, now: datetime, lease_until: datetime, limit: int
) -> list[Effect]:
    """Take due effects for one worker, oldest first; nobody else gets them before `lease_until`.

    Those of a worker that died come too: what it had only claimed as if fresh, what it had attempted with its
    evidence. One statement, so two workers never take the same.
    """
    free = (effects.c.state == READY) | (effects.c.state.in_((CLAIMED, ATTEMPTED)) & (effects.c.lease_until < now))
    due = (
        select(effects.c.id)
        .where(effects.c.account == account, effects.c.kind.in_(kinds), effects.c.due_at <= now, free)
        .order_by(effects.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    query = (
        update(effects)
        .where(effects.c.id.in_(due))
        .values(
            state=case((effects.c.state == READY, CLAIMED), else_=effects.c.state),
            fence=effects.c.fence + 1,
            lease_until=lease_until,
            changed_at=now,
        )
        .returning(*_columns())
    )
    rows = sorted(conn.execute(query).mappings(), key=lambda row: int(row["id"]))
    return [Effect(**row) for row in rows]


def attempt(conn: Connection, taken: Sequence[Effect], evidence: Mapping[str, Any], *, now: datetime) -> list[Effect]:
    """Note that the call is about to be made. Only those still ours come back; commit before the call."""
    return advance(conn, [(one, ATTEMPTED, {**one.evidence, **evidence}) for one in taken], now=now, tries=1)


def settle(conn: Connection, ended: Sequence[tuple[Effect, str, Mapping[str, Any]]], *, now: datetime) -> list[Effect]:
    """Note how calls ended (state, evidence). Only those still ours come back."""
    return advance(conn, ended, now=now, tries=0)


def postpone(conn: Connection, taken: Sequence[Effect], *, due_at: datetime, now: datetime) -> None:
    """Give effects back, to be tried again at `due_at`; what was attempted stays known by its evidence.

    Those settled meanwhile, or claimed by somebody else, are left alone.
    """
    for one in taken:
        conn.execute(
            update(effects)
            .where(effects.c.id == one.id, effects.c.fence == one.fence, effects.c.state.in_((CLAIMED, ATTEMPTED)))
            .values(state=READY, due_at=due_at, lease_until=None, changed_at=now)
        )


def free_leases(conn: Connection, account: str, *, now: datetime) -> int:
    """End every lease of an account, so that its effects can be claimed at once; returns how many there were."""
    held = update(effects).where(
        effects.c.account == account, effects.c.state.in_((CLAIMED, ATTEMPTED)), effects.c.lease_until.is_not(None)
    )
    return conn.execute(held.values(lease_until=now - timedelta(seconds=1), changed_at=now)).rowcount


def count_from(conn: Connection, *, now: datetime, lease_until: datetime) -> None:
    """The clock went back to `now`: what was to wait for a time that it had shown before is due at once.

    Leases end at `lease_until` at the latest.
    """
    ahead = update(effects).where(effects.c.changed_at > now)
    conn.execute(ahead.where(effects.c.state == READY, effects.c.due_at > now).values(due_at=now))
    held = effects.c.state.in_((CLAIMED, ATTEMPTED)) & (effects.c.lease_until > lease_until)
    conn.execute(update(effects).where(held).values(lease_until=lease_until))


def advance(
    conn: Connection, steps: Sequence[tuple[Effect, str, Mapping[str, Any]]], *, now: datetime, tries: int
) -> list[Effect]:
    """Bring effects to another state; those whose fence moved on are left alone and left out."""
    if not steps:
        return []
    ours = _still_ours(conn, [one for one, _, _ in steps])
    kept = [(one, state, evidence) for one, state, evidence in steps if one.id in ours]
    if kept:
        conn.execute(
            update(effects)
            .where(effects.c.id == bindparam("of"))
            .values(
                state=bindparam("becomes"),
                evidence=bindparam("proof", type_=effects.c.evidence.type),
                tries=effects.c.tries + sql_cast(bindparam("more"), Integer),
                changed_at=now,
            ),
            [{"of": one.id, "becomes": state, "proof": dict(evidence), "more": tries} for one, state, evidence in kept],
        )
    return [replace(one, state=state, evidence=evidence, tries=one.tries + tries) for one, state, evidence in kept]


def count(conn: Connection, account: str) -> dict[tuple[str, str], int]:
    """How many effects of an account are in which (kind, state)."""
    query = select(effects.c.kind, effects.c.state, func.count()).where(effects.c.account == account)
    rows = conn.execute(query.group_by(effects.c.kind, effects.c.state))
    return {(kind, state): number for kind, state, number in rows}


def _still_ours(conn: Connection, taken: Sequence[Effect]) -> set[int]:
    fences = {one.id: one.fence for one in taken}
    query = select(effects.c.id, effects.c.fence).where(effects.c.id.in_(list(fences))).with_for_update()
    return {number for number, fence in conn.execute(query) if fence == fences[number]}


def _columns() -> list[Any]:
    return [effects.c[name] for name in Effect.__slots__]


def _row(new: NewEffect, now: datetime) -> dict[str, Any]:
    return {name: getattr(new, name) for name in NewEffect.__slots__} | {
        "state": READY,
        "fence": 0,
        "tries": 0,
        "evidence": {},
        "changed_at": now,
    }


def any_due(conn: Connection, account: str, now: datetime) -> bool:
    """Whether `claim` would find something for this account, of any kind."""
    free = (effects.c.state == READY) | (effects.c.state.in_((CLAIMED, ATTEMPTED)) & (effects.c.lease_until < now))
    query = select(effects.c.id).where(effects.c.account == account, effects.c.due_at <= now, free)
    return conn.execute(query.limit(1)).first() is not None
