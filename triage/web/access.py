"""Who may do what: one dependency that every route carries. It knows the session, the role and the form's token."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from triage.app import App
from triage.errors import InputError, Refused
from triage.store.sessions import Session
from triage.usecases import sessions

PUBLIC = "everyone"
RANKS = {"agent": 1, "manager": 2, "admin": 3}
SAFE = ("GET", "HEAD")
MOST_FIELDS = 40


class NotLoggedIn(Refused):
    """Nobody is logged in here (HTTP 401)."""

    http_status = 401


class NotAllowed(Refused):
    """This role may not (HTTP 403)."""

    http_status = 403


class Forged(Refused):
    """A form that this console did not show to this person (HTTP 403)."""

    http_status = 403


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request of one person. session: None on public pages. csrf: what forms of the answer have to carry."""

    session: Session | None
    csrf: str
    form: Mapping[str, str] = field(repr=False)

    @property
    def user(self) -> str:
        """Name of whoever acts."""
        if self.session is None:
            raise NotLoggedIn("you are not logged in", fix="log in")
        return self.session.name

    def may(self, role: str) -> bool:
        """Whether this person has at least that role."""
        return self.session is not None and RANKS[self.session.role] >= RANKS[role]


@dataclass(frozen=True, slots=True)
class Needs:
    """The dependency. role: the least that is needed, or `PUBLIC`."""

    role: str

    async def __call__(self, request: Request) -> Visit:
        """Who asks and what they sent. Raises NotLoggedIn, NotAllowed, Forged."""
        app = the_app(request)
        session = await run_in_threadpool(sessions.who, app, request.cookies.get(cookie_name(request, "sid")))
        if session is None and self.role != PUBLIC:
            raise NotLoggedIn("you are not logged in", fix="log in; sessions end after 30 quiet minutes")
        visitor = request.cookies.get(cookie_name(request, "visitor"), "")
        csrf = session.csrf if session is not None else visitors_token(app, visitor)
        form = await _form(request) if request.method not in SAFE else {}
        if request.method not in SAFE:
            _require_own_form(request, form, csrf)
        visit = Visit(session=session, csrf=csrf, form=form)
        if self.role != PUBLIC and not visit.may(self.role):
            raise NotAllowed(f"this page is for {self.role}s", fix="ask an administrator for the role")
        return visit


def the_app(request: Request) -> App:
    """The App behind a request."""
    return cast(App, request.app.state.triage)


def cookie_name(request: Request, name: str) -> str:
    """Over https the prefix makes browsers refuse cookies that other hosts or paths could have set."""
    return f"__Host-{name}" if request.url.scheme == "https" else name


def client_address(request: Request) -> str:
    """Where a request comes from."""
    return request.client.host if request.client is not None else "unknown"


def own_path(path: str) -> str:
    """A path of this console to go on to; anything else becomes the queue."""
    return path if re.fullmatch(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}", path) else "/"


def visitors_token(app: App, cookie: str) -> str:
    """Before anyone is logged in, a form is tied to a random cookie of its browser; "" without one."""
    if not cookie:
        return ""
    return hmac.new(app.settings.secret_key, f"visitor:{cookie}".encode(), hashlib.sha256).hexdigest()


async def _form(request: Request) -> dict[str, str]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("", "application/x-www-form-urlencoded"):
        raise InputError("this is not a form of the console", fix="send the form from its page")
    form = await request.form(max_fields=MOST_FIELDS, max_files=0)
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _require_own_form(request: Request, form: Mapping[str, str], csrf: str) -> None:
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    foreign = site not in (None, "same-origin")
    if site is None and origin is not None:
        foreign = urlsplit(origin).netloc != request.headers.get("host")
    given = request.headers.get("x-csrf-token") or form.get("csrf", "")
    if foreign or not csrf or not hmac.compare_digest(given.encode(), csrf.encode()):
        raise Forged("this form is out of date or comes from elsewhere", fix="open the page again and repeat")
