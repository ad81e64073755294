"""The demo's IMAP server, run in a thread of the tests."""

import asyncio
import threading
from dataclasses import dataclass, field
from itertools import count

from tests.servers.dovecot import PASSWORD, free_port, wait_for_port
from triage.demo.servers import imap_server
from triage.loaders.settings import Account

USERS = 200


@dataclass
class Pymap:
    """One server with many users made ahead; each `account()` is a fresh, empty mailbox."""

    port: int = field(default_factory=free_port)
    _names: "count[int]" = field(default_factory=lambda: count(1))
    _loop: asyncio.AbstractEventLoop | None = None
    _stop: asyncio.Event | None = None
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Start in a thread and wait for the greeting."""
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="pymap", daemon=True)
        self._thread.start()
        wait_for_port(self.port)

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        async with imap_server(self.port, {f"user{number}": PASSWORD for number in range(1, USERS + 1)}):
            await self._stop.wait()

    def stop(self) -> None:
        """Stop; every mailbox is gone."""
        assert self._loop is not None
        assert self._stop is not None
        assert self._thread is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def restart(self) -> None:
        """Stop and start on the same port: empty mailboxes under a new UIDVALIDITY."""
        self.stop()
        self.start()

    def account(self, user: str | None = None, **changes: object) -> Account:
        """Settings for a user; a fresh one when none is named."""
        name = user or f"user{next(self._names)}"
        settings: dict[str, object] = {
            "name": name, "user": name, "store": "shop", "host": "127.0.0.1", "port": self.port, "password": PASSWORD,
            "security": "none", "from_address": "support@shop.example", "from_name": "Shop Support",
        }  # fmt: skip
        return Account(**(settings | changes))
