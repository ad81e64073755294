"""Where the access tokens of a mailbox come from, for shops whose provider takes no passwords."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from triage.errors import SettingsError
from triage.loaders.hosts import is_loopback

SIGN_ON_KEYS = (
    "oauth_token_url", "oauth_client_id", "oauth_client_secret", "oauth_scope", "oauth_refresh_token",
)  # fmt: skip
SIGN_ON_SECRETS = ("oauth_client_secret", "oauth_refresh_token")

_WORD = re.compile(r"[!-~]{1,8192}")
_WORDS = re.compile(r"[!-~ ]{0,2048}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOn:
    """How to ask the provider of a mailbox for access tokens (OAuth2).

    refresh_token: the first one, as the operator gave it; "" asks in the name of the program itself, by client_secret.
    kept: the file that holds the newest refresh token, where the provider hands out a new one each time.
    """

    token_url: str
    client_id: str
    kept: Path
    client_secret: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    scope: str = ""


def parse_sign_on(given: Mapping[str, str], called: Callable[[str], str], name: str, data_dir: Path) -> SignOn | None:
    """The sign-on of the mailbox `name`; None when no token URL is set.

    Raises SettingsError with one actionable line, which holds no secret.
    """
    words = {key: given.get(key, "").strip() for key in SIGN_ON_KEYS}
    if not words["oauth_token_url"]:
        _refuse_orphans(words, called)
        return None
    _check_url(words["oauth_token_url"], called("oauth_token_url"))
    if not words["oauth_client_id"]:
        raise SettingsError(f"{called('oauth_client_id')} is not set", fix="copy it from your provider's console")
    if not (words["oauth_refresh_token"] or words["oauth_client_secret"]):
        raise SettingsError(
            f"{called('oauth_refresh_token')} is not set",
            fix=f"sign in once and put the refresh token there, or set {called('oauth_client_secret')}",
        )
    _check_words(words, called)
    return SignOn(
        token_url=words["oauth_token_url"],
        client_id=words["oauth_client_id"],
        client_secret=words["oauth_client_secret"],
        refresh_token=words["oauth_refresh_token"],
        scope=words["oauth_scope"],
        kept=data_dir / "tokens" / file_name(name),
    )


def file_name(name: str) -> str:
    """The file of a mailbox: its name as far as it can be read, and a mark that tells it from every other."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", name)[:40].strip("-")
    return f"{plain or 'mailbox'}-{hashlib.sha256(name.encode()).hexdigest()[:8]}.json"


def _refuse_orphans(words: Mapping[str, str], called: Callable[[str], str]) -> None:
    for key, word in words.items():
        if word:
            raise SettingsError(
                f"{called(key)} is set, but {called('oauth_token_url')} is not",
                fix="set the address at which your provider gives out tokens, or unset this",
            )


def _check_url(url: str, called: str) -> None:
    fix = "use the https address at which your provider gives out tokens"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        wrong = parts.port == 0
    except ValueError as fault:
        raise SettingsError(f"{called} is no address", fix=fix) from fault
    odd = wrong or not host or parts.username is not None or parts.fragment != "" or _WORD.fullmatch(url) is None
    if odd or parts.scheme not in {"https", "http"}:
        raise SettingsError(f"{called} is no address", fix=fix)
    if parts.scheme == "http" and not is_loopback(host):
        raise SettingsError(f"{called} would send secrets unencrypted to another machine", fix=fix)


def _check_words(words: Mapping[str, str], called: Callable[[str], str]) -> None:
    for key in ("oauth_client_id", *SIGN_ON_SECRETS):
        if words[key] and _WORD.fullmatch(words[key]) is None:
            raise SettingsError(f"{called(key)} holds a blank or an odd character", fix="copy it again, whole")
    if _WORDS.fullmatch(words["oauth_scope"]) is None:
        raise SettingsError(f"{called('oauth_scope')} holds an odd character", fix="write scopes with blanks between")
