"""Working off the outbox: take, attempt, settle, and give back what the world did not let through."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from triage.app import App
from triage.loaders.settings import Account
from triage.store import effects
from triage.store.effects import Effect
from triage.store.engine import writing

LEASE = timedelta(minutes=10)
FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(hours=1)

End = tuple[Effect, str, Mapping[str, Any]]
"""How an effect ended: its state, and the evidence for it."""


def take(app: App, account: Account, kinds: Sequence[str], *, limit: int) -> list[Effect]:
    """Due effects, now ours for ten minutes."""
    now = app.now()
    with writing(app.engine) as conn:
        return effects.claim(conn, account.name, kinds, now=now, lease_until=now + LEASE, limit=limit)


def taken_in_turn(app: App, account: Account, kinds: Sequence[str], *, limit: int) -> Iterator[list[Effect]]:
    """Due effects until none is left; each batch has to be settled or given back before the next is asked for."""
    while taken := take(app, account, kinds, limit=limit):
        yield taken


def attempt(app: App, taken: Sequence[Effect], evidence: Mapping[str, Any]) -> list[Effect]:
    """Commit that the call is about to be made; only those still ours come back."""
    now = app.now()
    with writing(app.engine) as conn:
        return effects.attempt(conn, taken, {**evidence, "attempted_at": now.isoformat()}, now=now)


def settle(app: App, ends: Sequence[End]) -> None:
    """Commit how effects ended."""
    with writing(app.engine) as conn:
        effects.settle(conn, ends, now=app.now())


def give_back(app: App, taken: Sequence[Effect]) -> None:
    """Let effects be tried again later, ever later."""
    now = app.now()
    with writing(app.engine) as conn:
        for one in taken:
            effects.postpone(conn, [one], due_at=now + delay(one.tries), now=now)


def delay(tries: int) -> timedelta:
    """How long to wait after that many tries: half a minute, doubled each time, an hour at most."""
    return min(FIRST_DELAY * 2 ** min(max(tries - 1, 0), 20), LONGEST_DELAY)


def recover(app: App, account: Account) -> int:
    """Free what a process that died had claimed; returns how many. Call only where no other serves this mailbox."""
    now = app.now()
    with writing(app.engine) as conn:
        return effects.free_leases(conn, account.name, now=now)
