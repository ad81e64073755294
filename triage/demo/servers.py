"""The demo's mail servers: an IMAP server that keeps mail in memory, an SMTP server that keeps what is sent in files.

They listen on loopback only and are meant to run in a process of their own: `run_servers` returns when it is told to
stop by SIGTERM or SIGINT.
"""

import asyncio
import dataclasses
import json
import signal
from argparse import Namespace
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session
from pymap.backend.dict import DictBackend
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet, Message
from pymap.imap import IMAPService
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials.flag import Recent, Wildcard, get_system_flags
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

HOST = "127.0.0.1"
FOLDERS = ("Drafts", "Sent", "Trash")
LARGEST_MAIL_BYTES = 60_000_000

_plain_append = MailboxData.append


async def _dated_append(self: MailboxData, append_msg: AppendMessage, *, recent: bool = False) -> Message:
    dated = dataclasses.replace(append_msg, when=append_msg.when or datetime.now(UTC))
    return await _plain_append(self, dated, recent=recent)


def mend_pymap() -> None:
    """Two gaps of pymap: keywords that STORE sets would be dropped, and mail without a date would get a local one."""
    kept = (get_system_flags() - {Recent}) | {Wildcard}
    MailboxData.permanent_flags = property(lambda _: kept)  # type: ignore[method-assign,assignment]
    MailboxData.append = _dated_append  # type: ignore[method-assign]


@asynccontextmanager
async def imap_server(port: int, users: Mapping[str, str]) -> AsyncIterator[None]:
    """An IMAP server for `users` (name to password), each with an empty mailbox, for as long as the context lasts."""
    mend_pymap()
    first = next(iter(users))
    arguments = Namespace(
        host=HOST, port=port, debug=False, cert=None, key=None, tls=False, proxy_protocol=None, passlib_cfg=None,
        inherited_sockets=None, demo_data=False, demo_user=first, demo_password=users[first],
    )  # fmt: skip
    # The demo's log-ins are printed for everyone to see; hashing them would only slow each log-in down.
    backend, config = await DictBackend.init(arguments, hash_context=Cleartext())
    config.apply_context()
    for name, password in users.items():
        backend.login.users_dict[name] = UserMetadata(config, name, password=password)
        config.set_cache[name] = (await _mailbox(), FilterSet())
    async with AsyncExitStack() as stack:
        await backend.start(stack)
        await IMAPService(backend, config).start(stack)
        yield


async def _mailbox() -> MailboxSet:
    folders = MailboxSet()
    for name in FOLDERS:
        await folders.add_mailbox(name)
        await folders.set_subscribed(name, True)
    return folders


class Outbox:
    """Keeps each accepted mail as `NNNNNN.eml` in the folder `new`, and never half of one."""

    def __init__(self, folder: Path) -> None:
        self._new, self._unfinished = folder / "new", folder / "tmp"
        for part in (self._new, self._unfinished):
            part.mkdir(parents=True, exist_ok=True)
        self._count = len(list(self._new.glob("*.eml")))

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802, ARG002
        """Store one mail; the name of this method is aiosmtpd's."""
        self._count += 1
        name = f"{self._count:06}.eml"
        content = envelope.original_content or b""
        (self._unfinished / name).write_bytes(content)
        (self._unfinished / name).rename(self._new / name)
        return "250 2.0.0 kept"


@asynccontextmanager
async def smtp_server(port: int, folder: Path) -> AsyncIterator[None]:
    """An SMTP server that delivers nothing and keeps everything below `folder`."""
    outbox = Outbox(folder)
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(outbox, data_size_limit=LARGEST_MAIL_BYTES, hostname="localhost"), HOST, port
    )
    async with server:
        yield


async def serve(
    *, imap_port: int, smtp_port: int, users: Mapping[str, str], folder: Path, ready: Path | None, stop: asyncio.Event
) -> None:
    """Both servers until `stop` is set. ready: written, whole, once both listen."""
    async with imap_server(imap_port, users), smtp_server(smtp_port, folder):
        if ready is not None:
            unfinished = ready.with_name(ready.name + ".tmp")
            unfinished.write_text(json.dumps({"imap_port": imap_port, "smtp_port": smtp_port}))
            unfinished.replace(ready)
        await stop.wait()


def run_servers(*, imap_port: int, smtp_port: int, users: Mapping[str, str], folder: Path, ready: Path | None) -> None:
    """Run both servers until SIGTERM or SIGINT. users: name to password; folder: where sent mail is kept."""

    async def until_told() -> None:
        stop = asyncio.Event()
        for signal_number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(signal_number, stop.set)
        await serve(
            imap_port=imap_port, smtp_port=smtp_port, users=users, folder=folder, ready=ready, stop=stop
        )  # fmt: skip

    asyncio.run(until_told())
