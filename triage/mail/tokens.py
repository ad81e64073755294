"""Access tokens of this process: had when needed, renewed in time, and never before what comes with them is safe.

Many providers hand out a new refresh token with every access token and let the old one die. So the new one is on the
disk before the access token is used, and the old one stays until then.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from triage.errors import OperatorError
from triage.mail import kept_tokens
from triage.mail.sign_on import Grant, Granted, RevokedError, ask

MARGIN_SECONDS = 120.0
"""How long before its end a token is renewed, at most a fifth of its life."""

REFUSED_SECONDS = 3600.0
"""How long a dead refresh token is not shown to the provider again."""


class TokenRefusedError(OperatorError):
    """The mail server did not take an access token, which may only mean that it is too old."""


@dataclass(slots=True)
class _Held:
    """What is known of one sign-on. unkept: the newest refresh token, which the disk did not take yet."""

    access: str = ""
    good_until: float = 0.0
    unkept: str = ""
    dead: str = ""
    dead_until: float = 0.0
    told: tuple[str, str] = ("", "")
    lock: threading.Lock = field(default_factory=threading.Lock)


class Tokens:
    """Safe for many threads; other programs on the same data folder wait for each other too.

    clock: seconds of a clock that never goes back. answered: called when a provider has answered, before anything is
    kept.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, answered: Callable[[], object] = lambda: None
    ) -> None:
        self._clock, self._answered = clock, answered
        self._all: dict[tuple[str, ...], _Held] = {}
        self._lock = threading.Lock()

    def access(self, grant: Grant, where: str, *, refused: str = "") -> str:
        """An access token that is good now. refused: one that the mail server would not take, so another is had.

        Raises `OperatorError` when a person must act, `RetryLater` when the provider or the disk is out of order.
        """
        held = self._of(grant)
        with held.lock:
            if held.access and held.access != refused and self._clock() < held.good_until:
                return held.access
            if not grant.refresh_token:
                self._take(held, ask(grant, "", where), self._clock())
            else:
                with kept_tokens.alone(grant.kept, where):
                    self._renew(grant, held, where)
            return held.access

    def in_words(self, grant: Grant, where: str) -> str:
        """How the sign-on stands, for people; asks for a token if there is none. Raises what `access` raises."""
        self.access(grant, where)
        held = self._of(grant)
        minutes = max(0.0, held.good_until - self._clock()) / 60
        good = f"an access token was given, it is used for {minutes:.0f} minutes"
        if not grant.refresh_token:
            return f"{good}; asked for in the program's own name"
        kept = kept_tokens.kept_at(grant.kept, grant.refresh_token, where)
        if kept is None:
            return f"{good}; the refresh token is that of the settings"
        return f"{good}; the newest refresh token is kept in {grant.kept.name}, since {kept:%Y-%m-%d %H:%M} UTC"

    def _of(self, grant: Grant) -> _Held:
        first = kept_tokens.mark(grant.refresh_token + "\n" + grant.client_secret)
        key = (grant.token_url, grant.client_id, grant.scope, str(grant.kept), first)
        with self._lock:
            return self._all.setdefault(key, _Held())

    def _renew(self, grant: Grant, held: _Held, where: str) -> None:
        newest = self._newest(grant, held, where)
        asked_at = self._clock()
        if newest == held.dead and asked_at < held.dead_until:
            raise RevokedError(held.told[0], fix=held.told[1])
        try:
            granted = ask(grant, newest, where)
        except RevokedError as fault:
            held.dead, held.dead_until, held.told = newest, asked_at + REFUSED_SECONDS, (fault.what, fault.fix)
            raise
        self._answered()
        if granted.refresh_token is not None and granted.refresh_token != newest:
            held.unkept = granted.refresh_token
            self._keep(grant, held, where)
        self._take(held, granted, asked_at)

    def _newest(self, grant: Grant, held: _Held, where: str) -> str:
        if held.unkept:
            self._keep(grant, held, where)
        return kept_tokens.read(grant.kept, grant.refresh_token, where) or grant.refresh_token

    def _keep(self, grant: Grant, held: _Held, where: str) -> None:
        try:
            kept_tokens.write(grant.kept, grant.refresh_token, held.unkept)
        except OSError as fault:
            raise kept_tokens.cannot_keep(where, fault) from fault
        held.unkept = ""

    def _take(self, held: _Held, granted: Granted, asked_at: float) -> None:
        life = granted.lifetime_seconds
        held.access = granted.access_token
        held.good_until = asked_at + life - min(MARGIN_SECONDS, life / 5)


TOKENS = Tokens()
"""Of this process."""
