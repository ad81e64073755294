"""Send one mail, phase by phase, so that it is always known how far it came."""

import base64
import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol

from triage.crashpoints import crashpoint
from triage.errors import OperatorError, TriageError
from triage.mail.dial import check_security, keep_alive, network_error
from triage.mail.outgoing import Outcome, SendResult
from triage.mail.sign_on import Grant
from triage.mail.tokens import TOKENS, TokenRefusedError, Tokens
from triage.mail.wire import CONNECT_SECONDS

COMMAND_SECONDS = 60.0
DOT_SECONDS = 600.0
"""How long RFC 5321 lets a server think after the final dot."""

CHUNK_BYTES = 65_536

ADDRESS = re.compile(r"[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}@[A-Za-z0-9.-]{1,253}")
"""What can stand between the angle brackets of a command; quoted local parts and Unicode are not sent to."""


GIVEN_ID = re.compile(r"(?:queued as|message-?id|\bid)[ :=]{1,3}(<[^\s<>@]{1,200}@[^\s<>@]{1,200}>)", re.IGNORECASE)
"""Where a server says under which Message-ID it took a mail."""


class WayOut(Protocol):
    """What a sender has to know; `triage.loaders.settings.SmtpSettings` has it all."""

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def security(self) -> str: ...
    @property
    def user(self) -> str | None: ...
    @property
    def password(self) -> str | None: ...
    @property
    def sign_on(self) -> Grant | None: ...


class SmtpSender:
    """`Sender` over SMTP: one connection a mail. after_rcpt: called when the recipient was taken, before DATA."""

    def __init__(
        self, settings: WayOut, *, after_rcpt: Callable[[], None] = lambda: None, tokens: Tokens = TOKENS
    ) -> None:
        self._settings, self._after_rcpt, self._tokens = settings, after_rcpt, tokens
        self._where = f"mail server {settings.host}:{settings.port}"
        check_security(settings.security, settings.host, where=self._where, prefix="TRIAGE_SMTP")

    def check(self) -> None:
        """Connect, log in and leave. Raises `OperatorError` or `RetryLater` with what to do."""
        hang_up(self._dial())

    def send(self, sender: str, recipient: str, mail: bytes, *, before_dot: Callable[[], None]) -> SendResult:
        """Try once. Raises `OperatorError` when the settings are wrong; everything else is a result."""
        if not (ADDRESS.fullmatch(sender) and ADDRESS.fullmatch(recipient)):
            return SendResult(outcome=Outcome.REFUSED, phase="address", reply="an address that cannot be sent to")
        try:
            server = self._dial()
        except OperatorError:
            raise
        except TriageError as fault:
            return SendResult(outcome=Outcome.RETRY, phase="connect", reply=fault.what)
        attempt = Attempt(server, self._after_rcpt)
        try:
            return attempt.run(sender, recipient, mail, before_dot)
        finally:
            if attempt.in_body:  # a QUIT would be taken for text
                server.close()
            else:
                hang_up(server)

    def _dial(self) -> smtplib.SMTP:
        if self._settings.sign_on is None or self._settings.user is None:
            return self._enter()
        token = self._tokens.access(self._settings.sign_on, self._where)
        try:
            return self._enter(token)
        except TokenRefusedError:
            return self._enter(self._tokens.access(self._settings.sign_on, self._where, refused=token))

    def _enter(self, token: str | None = None) -> smtplib.SMTP:
        with self._clear_errors():
            server = self._connect()
            try:
                self._log_in(server, token)
            except BaseException:
                server.close()
                raise
            return server

    def _log_in(self, server: smtplib.SMTP, token: str | None) -> None:
        if server.sock is not None:
            keep_alive(server.sock)
            server.sock.settimeout(COMMAND_SECONDS)
        server.ehlo_or_helo_if_needed()
        if self._settings.security == "starttls":
            server.starttls(context=ssl.create_default_context())
            server.ehlo()
        if self._settings.user is not None and token is not None:
            show_token(server, self._settings.user, token)
        elif self._settings.user is not None:
            server.login(self._settings.user, self._settings.password or "")

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except smtplib.SMTPNotSupportedError as fault:
            raise OperatorError(
                f"{self._where}: it offers no STARTTLS or no log-in",
                fix="correct TRIAGE_SMTP_SECURITY, or unset TRIAGE_SMTP_USER",
            ) from fault
        except smtplib.SMTPAuthenticationError as fault:
            if 400 <= fault.smtp_code < 500:
                raise network_error(fault, where=self._where, prefix="TRIAGE_SMTP") from fault
            if self._settings.sign_on is not None:
                raise TokenRefusedError(
                    f"{self._where}: a fresh access token was refused ({fault.smtp_code})",
                    fix="check TRIAGE_SMTP_USER and TRIAGE_OAUTH_SCOPE, and that the provider allows SMTP for it",
                ) from fault
            raise OperatorError(
                f"{self._where}: user name or password was refused ({fault.smtp_code})",
                fix="check TRIAGE_SMTP_USER and TRIAGE_SMTP_PASSWORD",
            ) from fault
        except (smtplib.SMTPException, OSError, ValueError) as fault:
            raise network_error(fault, where=self._where, prefix="TRIAGE_SMTP") from fault

    def _connect(self) -> smtplib.SMTP:
        host, port = self._settings.host, self._settings.port
        if self._settings.security == "tls":
            return smtplib.SMTP_SSL(
                host, port, local_hostname="localhost", timeout=CONNECT_SECONDS, context=ssl.create_default_context()
            )
        return smtplib.SMTP(host, port, local_hostname="localhost", timeout=CONNECT_SECONDS)


class Attempt:
    """The phases of one mail on an open session."""

    def __init__(self, server: smtplib.SMTP, after_rcpt: Callable[[], None]) -> None:
        self._server, self._after_rcpt = server, after_rcpt
        self._phase = "mail"

    @property
    def in_body(self) -> bool:
        """Whether the server still reads the mail and no commands."""
        return self._phase == "body"

    def run(self, sender: str, recipient: str, mail: bytes, before_dot: Callable[[], None]) -> SendResult:
        """MAIL, RCPT, DATA, body, dot; the first that fails ends it."""
        wire_form = smtp_form(mail)
        commands: tuple[tuple[str, frozenset[int], Callable[[], tuple[int, bytes]]], ...] = (
            ("mail", frozenset({250}), lambda: self._server.mail(sender)),
            ("rcpt", frozenset({250, 251}), lambda: self._server.rcpt(recipient)),
            ("data", frozenset({354}), lambda: self._server.docmd("DATA")),
        )
        try:
            for phase, expected, say in commands:
                self._phase = phase
                code, _ = say()
                if code not in expected:
                    return self._answered(code)
                if phase == "rcpt":
                    self._after_rcpt()
            self._phase = "body"
            for start in range(0, len(wire_form), CHUNK_BYTES):
                self._say(wire_form[start : start + CHUNK_BYTES])
        except ValueError as fault:  # an address that cannot be said in a command never will be
            return SendResult(outcome=Outcome.REFUSED, phase=self._phase, reply=type(fault).__name__)
        except (smtplib.SMTPException, OSError) as fault:
            return SendResult(outcome=Outcome.RETRY, phase=self._phase, reply=type(fault).__name__)
        before_dot()
        return self._dot()

    def _say(self, octets: bytes) -> None:
        self._server.send(octets)

    def _dot(self) -> SendResult:
        self._phase = "dot"
        try:
            if isinstance(self._server.sock, socket.socket):
                self._server.sock.settimeout(DOT_SECONDS)
            self._say(b".\r\n")
            crashpoint("K14")
            code, words = self._server.getreply()
        except (smtplib.SMTPException, OSError, ValueError) as fault:
            return SendResult(outcome=Outcome.UNKNOWN, phase="dot", reply=type(fault).__name__)
        answered = self._answered(code)
        return replace(answered, given_id=given_id(words)) if answered.outcome is Outcome.ACCEPTED else answered

    def _answered(self, code: int) -> SendResult:
        """A reply in words of its code alone: the text of servers tends to repeat addresses."""
        if 200 <= code < 300 and self._phase == "dot":
            return SendResult(outcome=Outcome.ACCEPTED, phase="dot", reply=str(code))
        if 500 <= code < 600:
            return SendResult(outcome=Outcome.REFUSED, phase=self._phase, reply=str(code))
        if self._phase == "dot" and not 400 <= code < 500:
            return SendResult(outcome=Outcome.UNKNOWN, phase="dot", reply="an answer that is no SMTP reply")
        return SendResult(outcome=Outcome.RETRY, phase=self._phase, reply=str(code))


def given_id(words: bytes) -> str | None:
    """The Message-ID that an answer such as `queued as <id@host>` names; an address that it repeats is none."""
    found = GIVEN_ID.search(words[:2_000].decode("ascii", "replace"))
    return found[1] if found is not None else None


def check_login(settings: WayOut) -> str:
    """Connect, log in and leave; a line for people. Raises `OperatorError` or `RetryLater`, each with what to do."""
    SmtpSender(settings).check()
    return f"{settings.host}:{settings.port} takes our {'log-in' if settings.user else 'connection'}"


def show_token(server: smtplib.SMTP, user: str, token: str) -> None:
    """Log in by XOAUTH2. Raises `smtplib.SMTPException`; its words hold no token."""
    if "XOAUTH2" not in server.esmtp_features.get("auth", "").upper().split():
        raise smtplib.SMTPNotSupportedError("no XOAUTH2")
    words = base64.b64encode(f"user={user}\1auth=Bearer {token}\1\1".encode()).decode("ascii")
    code, answer = server.docmd("AUTH", f"XOAUTH2 {words}")
    if code == 334:  # it says why not, and waits for us to have read it
        code, answer = server.docmd("")
    if code != 235:
        raise smtplib.SMTPAuthenticationError(code, answer)


def smtp_form(mail: bytes) -> bytes:
    """The body as DATA wants it: every line end CRLF, leading dots doubled, a line end at the end.

    A bare CR or LF becomes CRLF, so no sequence of bytes in a mail can end DATA early.
    """
    lines = mail.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    return b"".join((b"." + line if line.startswith(b".") else line) + b"\r\n" for line in lines)


def hang_up(server: smtplib.SMTP) -> None:
    """Say QUIT if anyone still listens; never raises."""
    try:
        if server.sock is not None:
            server.sock.settimeout(2.0)
        server.quit()
    except (smtplib.SMTPException, OSError, ValueError):
        server.close()
