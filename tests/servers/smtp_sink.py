"""An SMTP server that records every DATA it accepted and can fail in any phase."""

import asyncio
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.servers.dovecot import free_port, wait_for_port
from triage.loaders.settings import SmtpSettings


@dataclass(frozen=True)
class Delivered:
    """One mail that the server took: envelope and octets as they came."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes = field(repr=False)


@dataclass
class SmtpSink:
    """replies: what to answer instead of OK, by phase (`ehlo`, `mail`, `rcpt`, `data`, `dot`): a reply line, or `drop`
    to close without one. At `dot`, `drop` has taken the mail already and `drop-before` has not. new_ids: Message-IDs
    that it gives to mails instead of their own, as some providers do. tells: whether its answer names them.
    """

    port: int = field(default_factory=free_port)
    replies: dict[str, str] = field(default_factory=dict)
    delivered: list[Delivered] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    new_ids: "Iterator[str] | None" = None
    tells: bool = False
    _loop: asyncio.AbstractEventLoop | None = None
    _stop: asyncio.Event | None = None
    _thread: threading.Thread | None = None

    @property
    def settings(self) -> SmtpSettings:
        """How to reach it."""
        return SmtpSettings(host="127.0.0.1", port=self.port, security="none")

    def reset(self) -> None:
        """Forget mails and faults."""
        self.replies.clear()
        self.delivered.clear()
        self.commands.clear()
        self.new_ids, self.tells = None, False

    def start(self) -> None:
        """Start in a thread and wait for the greeting."""
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="smtp-sink", daemon=True)
        self._thread.start()
        wait_for_port(self.port)

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        server = await self._loop.create_server(lambda: _Session(self), "127.0.0.1", self.port)
        async with server:
            await self._stop.wait()

    def stop(self) -> None:
        """Stop listening."""
        assert self._loop is not None
        assert self._stop is not None
        assert self._thread is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)


class _Session(SMTP):
    """aiosmtpd with a fault before each command."""

    def __init__(self, sink: SmtpSink) -> None:
        super().__init__(_Keeper(sink), hostname="localhost", data_size_limit=100_000_000)
        self._sink = sink

    async def _fails(self, phase: str) -> bool:
        self._sink.commands.append(phase)
        reply = self._sink.replies.get(phase)
        if reply is None:
            return False
        if reply == "drop":
            hang_up(self)
        else:
            await self.push(reply)
        return True

    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802
        if not await self._fails("ehlo"):
            await super().smtp_EHLO(hostname)

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802
        if not await self._fails("mail"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        if not await self._fails("rcpt"):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        if not await self._fails("data"):
            await super().smtp_DATA(arg)


def message_id(raw: bytes) -> str:
    """The Message-ID of a mail of ours, which is one line."""
    return next(line[12:].strip().decode() for line in raw.split(b"\r\n") if line.lower().startswith(b"message-id: "))


def hang_up(session: SMTP) -> None:
    """Close the connection without an answer."""
    assert session.transport is not None
    session.transport.close()


class _Keeper:
    def __init__(self, sink: SmtpSink) -> None:
        self._sink = sink

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        reply = self._sink.replies.get("dot", "250 2.0.0 taken")
        if reply in {"drop", "250 2.0.0 taken"}:
            content = envelope.original_content or b""
            if self._sink.new_ids is not None:
                name = next(self._sink.new_ids)
                content = re.sub(rb"(?mi)^Message-ID: [^\r\n]*", b"Message-ID: " + name.encode(), content, count=1)
                reply = f"250 2.0.0 Ok: queued as {name}" if self._sink.tells and reply != "drop" else reply
            self._sink.delivered.append(Delivered(envelope.mail_from or "", tuple(envelope.rcpt_tos), content))
        if reply.startswith("drop"):
            hang_up(server)
        return reply
