"""Working off the outbox: take, attempt, settle, and give back what the world did not let through."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from triage.app import App
from triage.errors import TriageError
from triage.loaders.settings import Account
from triage.store import effects
from triage.store.effects import Effect
from triage.store.engine import writing
from triage.store.locks import serving_lock

LEASE = timedelta(minutes=10)

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
    if not ends:
        return
    with writing(app.engine) as conn:
        effects.settle(conn, ends, now=app.now())


@contextmanager
def given_back_when_broken(app: App, taken: Sequence[Effect]) -> Iterator[None]:
    """Around calls to the mailbox: when the connection breaks, what is not settled is free again at once.

    Who serves the mailbox waits before connecting again, so the effects need not wait on their own.
    """
    try:
        yield
    except TriageError:
        now = app.now()
        with writing(app.engine) as conn:
            effects.postpone(conn, taken, due_at=now, now=now)
        raise


@contextmanager
def serving(app: App, account: Account) -> Iterator[None]:
    """Around all work on the outbox of a mailbox: what a process that died had claimed is free again.

    Only who finds nobody else at work may free it; else their leases run out by themselves.
    """
    with serving_lock(app.engine, app.settings.data_dir, account.name) as (alone, share):
        if alone:
            now = app.now()
            with writing(app.engine) as conn:
                effects.free_leases(conn, account.name, now=now)
        share()
        yield
