"""Open a connection and log in; every way that can fail has its own clear line."""

import imaplib
import socket
import ssl
from collections.abc import Callable

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import LoginError

from triage.errors import OperatorError, RetryLater, TriageError
from triage.mail.hosts import is_loopback
from triage.mail.mailbox import Access
from triage.mail.patience import CONNECT_SECONDS, PATIENCE, Patience
from triage.mail.rest import GATE, Gate, asked_rest, later
from triage.mail.tokens import TOKENS, TokenRefusedError, Tokens
from triage.mail.wire import BROKEN, RESPONSE_CODE, Wire

TEMPORARY = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG"})


def network_error(fault: Exception, *, where: str, prefix: str) -> TriageError:
    """The error for a connection that did not come about. prefix: of the settings, `TRIAGE_IMAP` or `TRIAGE_SMTP`."""
    retry = f"check {prefix}_HOST, {prefix}_PORT and the network; the worker tries again by itself"
    if isinstance(fault, ssl.SSLCertVerificationError):
        return OperatorError(
            f"{where}: its certificate is not trusted ({fault.verify_message})",
            fix=f"check {prefix}_HOST; for an authority of your own set SSL_CERT_FILE to its certificate",
        )
    if isinstance(fault, ssl.SSLError) and "WRONG_VERSION_NUMBER" in str(fault):
        return OperatorError(
            f"{where}: the port does not speak TLS",
            fix=f"set {prefix}_SECURITY=starttls or correct {prefix}_PORT",
        )
    if isinstance(fault, socket.gaierror):
        return RetryLater(f"{where}: the host name is not known", fix=retry)
    if isinstance(fault, ConnectionRefusedError):
        return RetryLater(f"{where}: the connection was refused", fix=retry)
    if isinstance(fault, TimeoutError):
        return RetryLater(f"{where}: no answer within {CONNECT_SECONDS:.0f} seconds", fix=retry)
    return RetryLater(f"{where}: the connection failed ({type(fault).__name__})", fix=retry)


def check_security(security: str, host: str, *, where: str, prefix: str) -> None:
    """Refuse an unknown kind of security, and plain text that would leave this machine."""
    if security not in {"tls", "starttls", "none"}:
        raise OperatorError(
            f"{where}: security {security!r} is not known", fix=f"set {prefix}_SECURITY to tls or starttls"
        )
    if security == "none" and not is_loopback(host):
        raise OperatorError(
            f"{where}: a password must not travel unencrypted to another machine",
            fix=f"set {prefix}_SECURITY to tls or starttls",
        )


def keep_alive(sock: socket.socket) -> None:
    """Notice a peer that died silently, and send small commands at once."""
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 15), ("TCP_KEEPCNT", 4)):
        if hasattr(socket, name):
            sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def dial(account: Access, patience: Patience = PATIENCE, gate: Gate = GATE, tokens: Tokens = TOKENS) -> Wire:
    """A logged-in connection. Raises `OperatorError` when a setting is wrong, `RetryLater` when the world is.

    With `auth` "oauth2" an OAuth2 access token is sent by XOAUTH2. It comes from the account's sign-on, and one that
    is refused is renewed once. Without a sign-on the password is the token; whoever runs the shop renews it, we only
    say when it was refused. gate: keeps us from a host that asked for rest.
    """
    where = f"mailbox {account.name!r} on {account.host}:{account.port}"
    check_security(account.security, account.host, where=where, prefix="TRIAGE_IMAP")
    if account.sign_on is None:
        return _enter(account, account.password, where, patience, gate)
    token = tokens.access(account.sign_on, where)
    try:
        return _enter(account, token, where, patience, gate)
    except TokenRefusedError:
        return _enter(account, tokens.access(account.sign_on, where, refused=token), where, patience, gate)


def _enter(account: Access, secret: str, where: str, patience: Patience, gate: Gate) -> Wire:
    host = f"{account.host}:{account.port}"
    gate.enter(host, where)
    try:
        return _dial(account, secret, where, patience, lambda fault: gate.heard(host, fault))
    except TriageError as fault:
        gate.heard(host, fault)
        raise


def _dial(account: Access, secret: str, where: str, patience: Patience, heard: Callable[[Exception], None]) -> Wire:
    client = _open(account, where, patience)
    try:
        keep_alive(client.socket())
        _secure(client, account, where, patience)
        _log_in(client, account, secret, where)
        return Wire(client, where, patience, heard)
    except BaseException:
        _hang_up(client)
        raise


def _open(account: Access, where: str, patience: Patience) -> IMAPClient:
    try:
        return IMAPClient(
            account.host,
            account.port,
            ssl=account.security == "tls",
            ssl_context=ssl.create_default_context() if account.security == "tls" else None,
            timeout=SocketTimeout(connect=patience.connect, read=patience.read),
        )
    except (imaplib.IMAP4.error, *BROKEN) as fault:
        raise _broken(fault, where) from fault


def _secure(client: IMAPClient, account: Access, where: str, patience: Patience) -> None:
    if account.security != "starttls":
        return
    try:
        offered = client.has_capability("STARTTLS")
        if offered:
            client.starttls(ssl.create_default_context())
            keep_alive(client.socket())
            client.socket().settimeout(patience.read)
    except (imaplib.IMAP4.error, *BROKEN) as fault:
        raise _broken(fault, where) from fault
    if not offered:
        raise OperatorError(f"{where}: the server offers no STARTTLS", fix="set TRIAGE_IMAP_SECURITY=tls")


def _log_in(client: IMAPClient, account: Access, secret: str, where: str) -> None:
    client._imap.debug = 0  # keep secrets out of any log
    try:
        if account.auth == "oauth2":
            client.oauth2_login(account.user, secret)
        elif (account.user + secret).isascii() and " " not in account.user:
            client.login(account.user, secret)
        else:  # LOGIN takes ASCII words only
            client.plain_login(account.user, secret)
        client.capabilities()
    except LoginError as fault:
        raise _login_error(fault, account, where) from fault
    except (imaplib.IMAP4.error, *BROKEN) as fault:
        raise _broken(fault, where) from fault


def _broken(fault: Exception, where: str) -> TriageError:
    if asked_rest(str(fault)) is not None:
        return later(where, "the server does not take connections now", str(fault))
    return network_error(fault, where=where, prefix="TRIAGE_IMAP")


def _login_error(fault: Exception, account: Access, where: str) -> TriageError:
    answer = str(fault)
    found = RESPONSE_CODE.search(answer)
    code = found.group(1).upper() if found else ""
    if isinstance(fault.__context__, imaplib.IMAP4.abort) or code in TEMPORARY or asked_rest(answer) is not None:
        return later(where, f"the server does not take log-ins now{f' [{code}]' if code else ''}", answer)
    if account.sign_on is not None:
        return TokenRefusedError(
            f"{where}: a fresh access token was refused",
            fix="check TRIAGE_IMAP_USER and TRIAGE_OAUTH_SCOPE, and that the provider allows IMAP for this mailbox",
        )
    if account.auth == "oauth2":
        return OperatorError(
            f"{where}: the access token was refused",
            fix="put a fresh OAuth2 access token into TRIAGE_IMAP_PASSWORD",
        )
    return OperatorError(
        f"{where}: user name or password was refused{f' [{code}]' if code else ''}",
        fix="check TRIAGE_IMAP_USER and TRIAGE_IMAP_PASSWORD (some providers want an app password)",
    )


def _hang_up(client: IMAPClient) -> None:
    try:
        client.shutdown()
    except (imaplib.IMAP4.error, *BROKEN):
        return
