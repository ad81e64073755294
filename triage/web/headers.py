"""The outermost layer: headers on every answer, a bound on every request, and no traceback for anyone."""

import logging
from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from triage.web.pages import trouble

log = logging.getLogger(__name__)

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types default"
)
MAIL_POLICY = (
    "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
FILE_POLICY = "sandbox; default-src 'none'"
PICTURE_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'"

HEADERS = {
    "content-security-policy": PAGE_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-dns-prefetch-control": "off",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
LONGEST_REQUEST_BYTES = 1_000_000


class Guard:
    """Wraps the site."""

    def __init__(self, site: ASGIApp) -> None:
        self.site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.site(scope, receive, send)
            return
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _add_headers(scope, message)
            await send(message)

        try:
            if _too_long(scope):
                answer = trouble(Request(scope), 413, "that is too much at once", "shorten the text and send it again")
                await answer(scope, receive, guarded)
            else:
                await self.site(scope, receive, guarded)
        except Exception as fault:  # noqa: BLE001  # the door: no traceback reaches a user
            log.error("a page failed", extra={"fault": type(fault).__name__, "where": _where(fault)})
            if not started:
                answer = trouble(
                    Request(scope),
                    500,
                    "something went wrong on our side",
                    "try again; if it stays, tell whoever runs this console",
                )
                await answer(scope, receive, guarded)


def _add_headers(scope: Scope, message: MutableMapping[str, Any]) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in HEADERS.items():
        if name not in headers:
            headers[name] = value
    if headers["content-security-policy"] == MAIL_POLICY:
        headers["x-frame-options"] = "SAMEORIGIN"
    if scope.get("scheme") == "https":
        headers["strict-transport-security"] = "max-age=31536000"


def _too_long(scope: Scope) -> bool:
    """A body has to say its length, and it has to be one that a form can have."""
    if scope["method"] in ("GET", "HEAD"):
        return False
    length = Headers(scope=scope).get("content-length", "")
    return not length.isdecimal() or int(length) > LONGEST_REQUEST_BYTES


def _where(fault: BaseException) -> str:
    """The last place of our own code that a fault went through; never the fault's words, which may be people's."""
    place = ""
    trace = fault.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.startswith("triage."):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
