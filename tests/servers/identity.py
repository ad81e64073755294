"""A provider of access tokens on loopback: it rotates, revokes, stalls, lies and counts."""

import json
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from triage.loaders.sign_on import SignOn

CLIENT_SECRET = "canarysecret"


@dataclass
class IdentityProvider:
    """rotates: every answer holds a new refresh token. strict: the old one dies with the answer, not at the first use
    of the new one. fault: answers instead, given the handler. asked: the forms that came. good: access tokens that
    still open the mailbox. make: gives the n-th access token.
    """

    rotates: bool = True
    strict: bool = True
    expires_in: object = 3600
    first: str = "canaryfirst"
    fault: Callable[[BaseHTTPRequestHandler], None] | None = None
    asked: list[dict[str, str]] = field(default_factory=list)
    good: set[str] = field(default_factory=set)
    alive: set[str] = field(default_factory=set)
    extra: dict[str, object] = field(default_factory=dict)
    make: Callable[[int], str] = "canaryaccess{}".format
    _server: ThreadingHTTPServer | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _given: int = 0

    def start(self, certified: Path | None = None) -> None:
        """Listen, in a thread; over TLS with the certificate in the folder `certified`."""
        self.alive.add(self.first)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        if certified is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certified / "server.pem", certified / "server.key")
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Stop listening."""
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where it gives out tokens."""
        assert self._server is not None
        scheme = "https" if isinstance(self._server.socket, ssl.SSLSocket) else "http"
        return f"{scheme}://127.0.0.1:{self._server.server_port}/token?tenant=shop"

    def sign_on(self, folder: Path, **changes: Any) -> SignOn:
        """Settings that ask here."""
        given = {
            "token_url": self.url,
            "client_id": "shop-bot",
            "client_secret": CLIENT_SECRET,
            "refresh_token": self.first,
            "scope": "mail offline",
            "kept": folder / "tokens" / "shop.json",
        }
        return SignOn(**(given | changes))

    def answer(self, form: dict[str, str]) -> tuple[int, dict[str, object]]:
        """Status and words for a question that nothing is wrong with."""
        with self._lock:
            self.asked.append(form)
            if form["grant_type"] == "client_credentials":
                known = form.get("client_secret") == CLIENT_SECRET
                return (200, self._fresh()) if known else (401, {"error": "invalid_client"})
            shown = form["refresh_token"]
            if shown not in self.alive:
                return 400, {"error": "invalid_grant", "error_description": "canary words about canaryname"}
            words = self._fresh()
            if self.rotates:
                words["refresh_token"] = f"canaryrefresh{self._given}"
                self.alive = {shown, str(words["refresh_token"])} - ({shown} if self.strict else set())
            return 200, words

    def _fresh(self) -> dict[str, object]:
        self._given += 1
        token = self.make(self._given)
        self.good.add(token)
        return {"access_token": token, "token_type": "Bearer", "expires_in": self.expires_in} | self.extra


def say(handler: BaseHTTPRequestHandler, status: int, octets: bytes, **headers: str) -> None:
    """Answer with these octets."""
    with suppress(OSError):
        handler.send_response(status)
        for name, value in ({"Content_Length": str(len(octets))} | headers).items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(octets)


def _handler(provider: IdentityProvider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            octets = self.rfile.read(int(self.headers["Content-Length"]))
            if provider.fault is not None:
                provider.asked.append({})
                provider.fault(self)
                return
            form = {name: values[0] for name, values in parse_qs(octets.decode()).items()}
            status, words = provider.answer(form)
            say(self, status, json.dumps(words).encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            return

    return Handler
