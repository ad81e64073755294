"""Settings: environment over `.env` over `triage.toml`, read once and checked at start."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSettings:
    """The way out of one mailbox. security: tls, starttls or none (loopback only)."""

    host: str
    port: int
    security: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One mailbox, bound to one store.

    name: unique key, stored with every row. since: None means all; a span counts back from the first run.
    from_address: what replies are sent from. authserv_id: whose Authentication-Results are believed; None: nobody's.
    """

    name: str
    store: str
    host: str
    port: int
    user: str
    password: str = field(repr=False)
    security: str = "tls"
    auth: str = "password"
    inbox: str = "INBOX"
    drafts: str | None = None
    sent: str | None = None
    from_address: str = ""
    from_name: str = ""
    authserv_id: str | None = None
    since: timedelta | str | None = timedelta(hours=48)
    poll_seconds: float = 60.0
    smtp: SmtpSettings | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole configuration. secret_key signs sessions and our own Message-IDs."""

    database_url: str
    data_dir: Path
    accounts: tuple[Account, ...]
    secret_key: bytes = field(repr=False)
    root: Path
