"""Console accounts: adding people, and the one place that hashes and checks passwords."""

from functools import lru_cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from triage.app import App
from triage.errors import InputError
from triage.store import sessions, users
from triage.store.engine import writing

ROLES = ("agent", "manager", "admin")
SHORTEST, LONGEST = 12, 128
LONGEST_NAME = 100

HASHER = PasswordHasher(time_cost=3, memory_cost=65536, parallelism=1)
AT_ONCE = BoundedSemaphore(2)
"""Each hash takes 64 MB: a crowd at the door must not take the machine."""


def add_user(app: App, *, name: str, role: str, password: str) -> bool:
    """Add an account, or set the role and password of an existing one anew; True when it existed.

    A changed account is logged out everywhere. Raises `InputError` for a bad name, role or password.
    """
    checked = _checked_name(name)
    if role not in ROLES:
        raise InputError(f"there is no role '{role}'", fix=f"use one of: {', '.join(ROLES)}")
    hashed = hash_password(_checked_password(password))
    with writing(app.engine) as conn:
        known = users.by_name(conn, checked)
        if known is None:
            users.add(conn, name=checked, role=role, password_hash=hashed, now=app.now())
            return False
        users.change(conn, known.id, role=role, password_hash=hashed)
        sessions.end_of_user(conn, known.id)
        sessions.forget_failures(conn, checked)
        return True


def hash_password(password: str) -> str:
    """The argon2id hash of a password."""
    with AT_ONCE:
        return HASHER.hash(password)


def password_fits(password_hash: str | None, password: str) -> bool:
    """Whether a password is the one; None (no such account) takes as long and is never."""
    with AT_ONCE:
        try:
            HASHER.verify(password_hash or _nobody(), password)
        except (VerificationError, InvalidHashError):
            return False
    return password_hash is not None


def outdated(password_hash: str) -> bool:
    """Whether a hash was made with older parameters than today's."""
    return HASHER.check_needs_rehash(password_hash)


@lru_cache(maxsize=1)
def _nobody() -> str:
    """A hash that stands in where there is no account; made once, with today's parameters."""
    return HASHER.hash("nobody has this password")


def _checked_name(name: str) -> str:
    stripped = name.strip()
    if not 0 < len(stripped) <= LONGEST_NAME or not stripped.isprintable():
        raise InputError("the name is empty, too long or holds odd characters", fix="use 1 to 100 plain characters")
    return stripped


def _checked_password(password: str) -> str:
    if not SHORTEST <= len(password) <= LONGEST:
        raise InputError(
            f"the password has {len(password)} characters",
            fix=f"use {SHORTEST} to {LONGEST}; a sentence is easy to keep",
        )
    return password
