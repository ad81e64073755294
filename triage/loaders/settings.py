"""Settings: environment over `.env` over `triage.toml`, read once and checked at start."""

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias, cast

from dotenv import dotenv_values
from dotenv.parser import parse_stream

from triage.errors import SettingsError as SettingsError
from triage.loaders.caps import CAP_KEYS, Caps, parse_caps
from triage.loaders.hosts import is_loopback
from triage.loaders.keeping import KEEPING_KEYS, Keeping, parse_keeping
from triage.loaders.schedule import LEARNING_KEYS, Retraining, parse_retraining
from triage.loaders.secret_key import secret_key
from triage.loaders.sign_on import SIGN_ON_KEYS, SIGN_ON_SECRETS, SignOn, parse_sign_on
from triage.loaders.trust import parse_voucher
from triage.records import Voucher

Called: TypeAlias = Callable[[str], str]
"""How a key is called where the reader wrote it, for messages."""

Since: TypeAlias = timedelta | datetime | None
"""How far back the first run looks: a span before it, an instant, or None for everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSettings:
    """The way out of one mailbox. security: tls, starttls or none (loopback only).

    sign_on: gives the token to log in with where there is no password.
    """

    host: str
    port: int
    security: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    sign_on: SignOn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One mailbox, bound to one store.

    name: unique key, stored with every row. since: see `Since`; counts at the first run only.
    from_address: what replies are sent from, "" for the log-in when it is an address, else the store's contact.
    voucher: the mail server that says who really wrote; None: nobody is asked.
    sign_on: gives the access tokens for `auth` oauth2; None: the password is one.
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
    since: Since = timedelta(hours=48)
    poll_seconds: float = 60.0
    smtp: SmtpSettings | None = None
    voucher: Voucher | None = None
    sign_on: SignOn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole configuration. secret_key signs sessions and our own Message-IDs; root: the project's folder."""

    database_url: str
    data_dir: Path
    accounts: tuple[Account, ...]
    secret_key: bytes = field(repr=False)
    root: Path
    retraining: Retraining | None = None
    keeping: Keeping = field(default_factory=Keeping)
    caps: Caps = field(default_factory=Caps)

    def account(self, name: str) -> Account:
        """The account of that name; raises SettingsError when it is no longer configured."""
        for account in self.accounts:
            if account.name == name:
                return account
        raise SettingsError(
            f"mailbox '{name}' is in the database but not in the settings",
            fix="add it to triage.toml again, or set TRIAGE_STORE back",
        )


PORTS = {"imap": {"tls": 993, "starttls": 143, "none": 143}, "smtp": {"tls": 465, "starttls": 587, "none": 25}}
GLOBAL_KEYS = ("TRIAGE_DATABASE_URL", "TRIAGE_DATA_DIR", "TRIAGE_SECRET_KEY", "TRIAGE_CONFIG")
MAILBOX_KEYS = (
    "store", "imap_host", "imap_port", "imap_user", "imap_password", "imap_security", "imap_auth", "imap_inbox",
    "imap_drafts", "imap_sent", "smtp_host", "smtp_port", "smtp_user", "smtp_password", "smtp_security", "since",
    "poll_seconds", "from_address", "from_name", "authserv_id", "authserv_received", *SIGN_ON_KEYS,
)  # fmt: skip
TEST_KEYS = ("TRIAGE_CRASH",)
OTHER_KEYS = (*LEARNING_KEYS, *CAP_KEYS, *KEEPING_KEYS, *TEST_KEYS)
KNOWN = (*GLOBAL_KEYS, *OTHER_KEYS, *(f"TRIAGE_{key.upper()}" for key in MAILBOX_KEYS))


def load_settings(root: Path, environ: Mapping[str, str] | None = None) -> Settings:
    """Read and check everything. root: where `.env`, relative paths and `data/` are looked for.

    Raises SettingsError with one actionable line.
    """
    values = _env_file(root / ".env") | dict(os.environ if environ is None else environ)
    values = {key: value for key, value in values.items() if key.startswith("TRIAGE_") and value != ""}
    _refuse_unknown(values, KNOWN, "environment or .env")
    config = _config_file(root, values.get("TRIAGE_CONFIG"))
    data_dir = _below(root, values.get("TRIAGE_DATA_DIR") or str(config.get("data_dir", "data")))
    url = values.get("TRIAGE_DATABASE_URL") or str(config.get("database_url", "sqlite:///data/triage.db"))
    return Settings(
        database_url=_database_url(url, root),
        data_dir=data_dir,
        accounts=_accounts(values, config, data_dir),
        secret_key=secret_key(values.get("TRIAGE_SECRET_KEY"), data_dir),
        root=root,
        retraining=parse_retraining(values),
        keeping=parse_keeping(values),
        caps=parse_caps(values),
    )


def _env_file(path: Path) -> dict[str, str]:
    """The pairs of a `.env` file; a line that is no `NAME=value` is an error, not a guess."""
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8") as stream:
            for binding in parse_stream(stream):
                if binding.error:
                    raise SettingsError(
                        f"{path.name}, line {binding.original.line}: not a NAME=value line",
                        fix="write NAME=value, quote values that hold spaces or #, or start the line with #",
                    )
    except (UnicodeDecodeError, OSError) as fault:
        raise SettingsError(
            f"cannot read {path.name}: {type(fault).__name__}", fix="save it as UTF-8 text, readable by this user"
        ) from fault
    return {key: value or "" for key, value in dotenv_values(path).items()}


def _config_file(root: Path, name: str | None) -> dict[str, object]:
    if name is None:
        return {}
    path = _below(root, name)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as fault:
        raise SettingsError(f"TRIAGE_CONFIG names {name}, which is not there", fix="create it, or unset it") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as fault:
        raise SettingsError(f"{name} is not readable TOML: {fault}", fix="correct that line") from fault


def _refuse_unknown(given: Mapping[str, object], known: tuple[str, ...], where: str) -> None:
    for key in given:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(sorted(known))}"
            raise SettingsError(f"unknown setting {key} in the {where}", fix=hint)


def _accounts(values: Mapping[str, str], config: Mapping[str, object], data_dir: Path) -> tuple[Account, ...]:
    """The mailboxes of triage.toml, else the single one of the environment."""
    _refuse_unknown(config, ("data_dir", "database_url", "mailbox"), "configuration file")
    tables = config.get("mailbox", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise SettingsError("`mailbox` in the configuration file is no list of tables", fix="write [[mailbox]]")
    if tables:
        accounts = tuple(_table_account(cast(dict[str, object], one), data_dir) for one in tables)
        _refuse_twins(accounts)
        return accounts
    single = {key: values[f"TRIAGE_{key.upper()}"] for key in MAILBOX_KEYS if f"TRIAGE_{key.upper()}" in values}
    if not {"store", "imap_host"} & single.keys():
        return ()
    return (_account(single.get("store", "").strip(), single, lambda key: f"TRIAGE_{key.upper()}", data_dir),)


def _table_account(table: Mapping[str, object], data_dir: Path) -> Account:
    """One `[[mailbox]]`; a secret written `env:NAME` is taken from that environment variable."""
    _refuse_unknown(table, ("name", *MAILBOX_KEYS), "configuration file, [[mailbox]]")
    given = {key: str(value) for key, value in table.items()}
    name = given.get("name", given.get("store", ""))
    for key in ("imap_password", "smtp_password", *SIGN_ON_SECRETS):
        if given.get(key, "").startswith("env:"):
            variable = given[key].removeprefix("env:")
            if variable not in os.environ:
                raise SettingsError(f"mailbox '{name}': {key} points to {variable}, which is not set", fix="set it")
            given[key] = os.environ[variable]
    return _account(name, given, lambda key: f"mailbox '{name}': {key}", data_dir)


def _refuse_twins(accounts: tuple[Account, ...]) -> None:
    names = [account.name for account in accounts]
    for name in names:
        if names.count(name) > 1:
            raise SettingsError(f"two mailboxes are called '{name}'", fix="give each [[mailbox]] a name of its own")


def _account(name: str, given: Mapping[str, str], called: Called, data_dir: Path) -> Account:
    sign_on = parse_sign_on(given, called, name, data_dir)
    for key in ("store", "imap_host", "imap_user", *(("imap_password",) if sign_on is None else ())):
        if not given.get(key, "").strip():
            raise SettingsError(f"{called(key)} is not set", fix="set it in .env; .env.example explains each line")
    security = _choice(given, "imap_security", ("tls", "starttls", "none"), "tls", called)
    host = given["imap_host"].strip()
    _refuse_clear_text(host, security, called("imap_security"))
    return Account(
        name=name,
        store=given["store"].strip(),
        host=host,
        port=_port(given, "imap", security, called),
        user=given["imap_user"],
        password=given.get("imap_password", ""),
        security=security,
        auth=_auth(given, sign_on, called),
        inbox=given.get("imap_inbox", "INBOX"),
        drafts=given.get("imap_drafts"),
        sent=given.get("imap_sent"),
        from_address=given.get("from_address", ""),
        from_name=given.get("from_name", ""),
        since=parse_since(given.get("since", "48h"), called("since")),
        poll_seconds=_number(given, "poll_seconds", 60.0, called),
        smtp=_smtp(given, called, sign_on),
        voucher=parse_voucher(given, called),
        sign_on=sign_on,
    )


def _auth(given: Mapping[str, str], sign_on: SignOn | None, called: Called) -> str:
    auth = _choice(given, "imap_auth", ("password", "oauth2"), "oauth2" if sign_on is not None else "password", called)
    if sign_on is not None and auth != "oauth2":
        raise SettingsError(
            f"{called('imap_auth')} is '{auth}', but {called('oauth_token_url')} is set",
            fix=f"set {called('imap_auth')} to oauth2, or unset the other",
        )
    return auth


def _smtp(given: Mapping[str, str], called: Called, sign_on: SignOn | None) -> SmtpSettings | None:
    host = given.get("smtp_host", "").strip()
    if not host:
        return None
    security = _choice(given, "smtp_security", ("tls", "starttls", "none"), "tls", called)
    _refuse_clear_text(host, security, called("smtp_security"))
    return SmtpSettings(
        host=host,
        port=_port(given, "smtp", security, called),
        security=security,
        user=given.get("smtp_user"),
        password=given.get("smtp_password"),
        sign_on=None if given.get("smtp_password") else sign_on,
    )


def _choice(given: Mapping[str, str], key: str, allowed: tuple[str, ...], default: str, called: Called) -> str:
    value = given.get(key, default).strip().lower()
    if value not in allowed:
        raise SettingsError(f"{called(key)} is '{value}'", fix=f"use one of: {', '.join(allowed)}")
    return value


def _port(given: Mapping[str, str], kind: str, security: str, called: Called) -> int:
    key = f"{kind}_port"
    value = given.get(key, str(PORTS[kind][security])).strip()
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise SettingsError(f"{called(key)} is '{value}'", fix="use a whole number from 1 to 65535, or leave it out")
    return int(value)


def _number(given: Mapping[str, str], key: str, default: float, called: Called) -> float:
    value = given.get(key, str(default)).strip()
    if not re.fullmatch(r"\d{1,6}(\.\d{1,3})?", value) or float(value) < 1:
        raise SettingsError(f"{called(key)} is '{value}'", fix="use seconds, 1 or more, such as 60")
    return float(value)


def _refuse_clear_text(host: str, security: str, called: str) -> None:
    if security == "none" and not is_loopback(host):
        raise SettingsError(f"{called} is 'none' for a server that is not on this machine", fix="use tls or starttls")


SPAN = re.compile(r"(\d{1,6})\s*([smhdw])")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def parse_since(value: str, called: str = "TRIAGE_SINCE") -> Since:
    """`48h`, `30d`, `all` or an ISO time with an offset; a bare date is midnight UTC."""
    text = value.strip()
    if text.lower() == "all":
        return None
    if span := SPAN.fullmatch(text.lower()):
        return timedelta(**{UNITS[span[2]]: int(span[1])})
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as fault:
        raise SettingsError(
            f"{called} is '{text}'", fix="use a span such as 48h or 30d, an ISO time, or all"
        ) from fault
    return instant if instant.tzinfo is not None else instant.replace(tzinfo=UTC)


def _below(root: Path, name: str) -> Path:
    path = Path(name).expanduser()
    return path if path.is_absolute() else root / path


def _database_url(url: str, root: Path) -> str:
    """Relative SQLite paths count from the project's folder, wherever the command is started."""
    prefix = "sqlite:///"
    if url.startswith(prefix) and not url.startswith("sqlite:////") and url != prefix + ":memory:":
        return prefix + str(root / url.removeprefix(prefix))
    if not url.startswith((prefix, "sqlite://", "postgresql://", "postgresql+psycopg://", "postgres://")):
        raise SettingsError(
            "TRIAGE_DATABASE_URL names an unknown kind of database", fix="use sqlite:///path or postgresql://..."
        )
    return url
