"""Ask a provider for an access token over HTTP (OAuth2): one question, one answer, every refusal in clear words.

No proxy, no redirect, no plain text off this machine; the certificate is verified, and neither a slow answer nor a
huge one can hold us up. No error says what was sent or answered: both are secrets.
"""

import contextlib
import json
import math
import re
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode, urlsplit

from triage.errors import OperatorError, RetryLater, TriageError
from triage.mail.hosts import is_loopback
from triage.mail.mailbox import Throttled
from triage.mail.patience import CONNECT_SECONDS

READ_SECONDS = 10.0
WHOLE_SECONDS = 30.0
ANSWER_BYTES = 65_536
USUAL_LIFETIME_SECONDS = 600.0
"""Of a token whose provider does not say."""
LONGEST_LIFETIME_SECONDS = 86_400.0

TOKEN = re.compile(r"[!-~]{1,16384}")

REVOKED = frozenset({"invalid_grant", "interaction_required", "login_required", "consent_required"})
BUSY = frozenset({"temporarily_unavailable", "server_error", "slow_down"})
WRONG = {
    "invalid_client": "check TRIAGE_OAUTH_CLIENT_ID and TRIAGE_OAUTH_CLIENT_SECRET",
    "unauthorized_client": "allow this use for TRIAGE_OAUTH_CLIENT_ID in your provider's console",
    "invalid_scope": "correct TRIAGE_OAUTH_SCOPE",
    "unsupported_grant_type": "check TRIAGE_OAUTH_TOKEN_URL, and TRIAGE_OAUTH_REFRESH_TOKEN if it needs one",
    "access_denied": "allow this use for TRIAGE_OAUTH_CLIENT_ID in your provider's console",
}
AGAIN = "the worker tries again by itself; if it lasts, check TRIAGE_OAUTH_TOKEN_URL and the network"


class Grant(Protocol):
    """What is asked for, and in whose name; `triage.loaders.sign_on.SignOn` has it all."""

    @property
    def token_url(self) -> str: ...
    @property
    def client_id(self) -> str: ...
    @property
    def client_secret(self) -> str: ...
    @property
    def refresh_token(self) -> str: ...
    @property
    def scope(self) -> str: ...
    @property
    def kept(self) -> Path: ...


class RevokedError(OperatorError):
    """The refresh token is worth nothing any more: a person must sign in again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """An answer. lifetime_seconds: 0 to a day. refresh_token: the one to use from now on, None for the same."""

    access_token: str = field(repr=False)
    lifetime_seconds: float
    refresh_token: str | None = field(default=None, repr=False)


def ask(grant: Grant, refresh_token: str, where: str) -> Granted:
    """A fresh access token; without a refresh token in the name of the program itself.

    where: what it is for, to begin errors with. Raises `RevokedError` when the refresh token is dead, `OperatorError`
    when a setting is wrong, `RetryLater` when the provider is.
    """
    status, rest, octets = _post(grant, _form(grant, refresh_token), where)
    words = _words(octets)
    if status == 200 and "access_token" in words:
        return _granted(words, where)
    raise _refusal(status, rest, words, where, renewing=refresh_token != "")


def _form(grant: Grant, refresh_token: str) -> bytes:
    form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
    if not refresh_token:
        form = {"grant_type": "client_credentials"}
    form["client_id"] = grant.client_id
    if grant.client_secret:
        form["client_secret"] = grant.client_secret
    if grant.scope:
        form["scope"] = grant.scope
    return urlencode(form).encode("ascii")


def _post(grant: Grant, form: bytes, where: str) -> tuple[int, str, bytes]:
    """Status, `Retry-After` and the octets of the answer."""
    connection, target = _connection(grant, where)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/json",
        "Connection": "close",
    }
    try:
        connection.connect()
        with _within(connection.sock, WHOLE_SECONDS):
            connection.request("POST", target, form, headers)
            with contextlib.closing(connection.getresponse()) as answer:
                octets = answer.read(ANSWER_BYTES + 1)
                found = answer.status, answer.getheader("Retry-After", ""), octets
    except ssl.SSLCertVerificationError as fault:
        raise OperatorError(
            f"{where}: the certificate of the sign-on is not trusted ({fault.verify_message})",
            fix="check TRIAGE_OAUTH_TOKEN_URL; for an authority of your own set SSL_CERT_FILE to its certificate",
        ) from None
    except (HTTPException, OSError, ValueError, AttributeError) as fault:  # an answer cut off ends in any of these
        slow = isinstance(fault, TimeoutError)
        words = "did not answer in time" if slow else f"could not be asked ({type(fault).__name__})"
        raise RetryLater(f"{where}: the sign-on {words}", fix=AGAIN) from None
    finally:
        connection.close()
    if len(octets) > ANSWER_BYTES:
        raise RetryLater(f"{where}: the sign-on answered more than {ANSWER_BYTES} bytes", fix=AGAIN)
    return found


def _connection(grant: Grant, where: str) -> tuple[HTTPConnection, str]:
    url = urlsplit(grant.token_url)
    host = url.hostname or ""
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    if url.scheme == "https":
        context = ssl.create_default_context()
        return HTTPSConnection(host, url.port, timeout=CONNECT_SECONDS, context=context), target
    if not is_loopback(host):
        raise OperatorError(
            f"{where}: secrets must not travel unencrypted to another machine",
            fix="set TRIAGE_OAUTH_TOKEN_URL to an https address",
        )
    return HTTPConnection(host, url.port, timeout=CONNECT_SECONDS), target


@contextlib.contextmanager
def _within(sock: socket.socket, seconds: float) -> Iterator[None]:
    """Hang up after `seconds` whatever happens: who sends a byte now and then never times out."""
    sock.settimeout(READ_SECONDS)
    clock = threading.Timer(seconds, _cut, (sock,))
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def _cut(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # below TLS: its own shutdown is not for two threads


def _words(octets: bytes) -> Mapping[str, object]:
    """What a JSON object says; nothing for everything else."""
    try:
        found = json.loads(octets)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _granted(words: Mapping[str, object], where: str) -> Granted:
    access, newest = words["access_token"], words.get("refresh_token")
    kind = str(words.get("token_type", "bearer")).casefold()
    if not (isinstance(access, str) and TOKEN.fullmatch(access)) or kind != "bearer":
        raise RetryLater(f"{where}: the sign-on answered with no token that can be used", fix=AGAIN)
    usable = newest if isinstance(newest, str) and TOKEN.fullmatch(newest) else None
    return Granted(access_token=access, lifetime_seconds=_lifetime(words.get("expires_in")), refresh_token=usable)


def _lifetime(given: object) -> float:
    """Seconds; some providers write them as text, and a clock may be wrong in any way."""
    if not isinstance(given, int | float | str) or isinstance(given, bool):
        return USUAL_LIFETIME_SECONDS
    try:
        seconds = float(given)
    except (ValueError, OverflowError):
        return USUAL_LIFETIME_SECONDS
    if math.isnan(seconds):
        return USUAL_LIFETIME_SECONDS
    return min(max(seconds, 0.0), LONGEST_LIFETIME_SECONDS)


def _refusal(status: int, rest: str, words: Mapping[str, object], where: str, *, renewing: bool) -> TriageError:
    """In words of the status and of the known codes alone: what providers describe tends to hold names."""
    code = str(words.get("error", ""))
    if status >= 500 or status in {408, 425, 429} or code in BUSY:
        what = f"{where}: the sign-on cannot give a token now ({status})"
        if re.fullmatch(r"[0-9]{1,6}", rest):
            return Throttled(what, fix=AGAIN, wait_seconds=min(float(rest), LONGEST_LIFETIME_SECONDS))
        return RetryLater(what, fix=AGAIN)
    if code in REVOKED and renewing:
        return RevokedError(
            f"{where}: the refresh token has expired or was revoked ({code})",
            fix="sign in at your provider again, put the new refresh token into TRIAGE_OAUTH_REFRESH_TOKEN "
            "and start the worker again",
        )
    if code in WRONG:
        return OperatorError(f"{where}: the sign-on refused us ({code})", fix=WRONG[code])
    if status == 200:
        return RetryLater(f"{where}: the sign-on answered with no token", fix=AGAIN)
    return OperatorError(
        f"{where}: the sign-on refused us ({status})",
        fix="check TRIAGE_OAUTH_TOKEN_URL, TRIAGE_OAUTH_CLIENT_ID and TRIAGE_OAUTH_SCOPE; run `run.py doctor`",
    )
