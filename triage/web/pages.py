"""Turning templates into pages."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import cast
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from triage.app import App
from triage.usecases import review, way_out
from triage.web import words
from triage.web.access import Visit, the_app
from triage.web.seen import seen

STATIC = Path(__file__).parent / "static"


def page(request: Request, template: str, visit: Visit, *, status: int = 200, **values: object) -> HTMLResponse:
    """One page for one visit, with the banner about mailboxes in trouble and replies that wait too long."""
    app = the_app(request)
    inside = visit.session is not None
    troubled = [one for one in review.mailboxes(app) if one.state != "ok"] if inside else []
    shown = environment(app.settings.root).get_template(template)
    text = shown.render(
        visit=visit,
        now=app.now(),
        troubled=troubled,
        left_out=app.kit.faults if inside else (),
        here=request.url.path,
        shops=shops(app),
        asset=asset,
        **({"sending": way_out.standing(app) if inside else None} | values),
    )
    return HTMLResponse(text, status_code=status)


def trouble(request: Request, status: int, what: str, fix: str) -> HTMLResponse:
    """The one error page; a short note where only a part of a page was asked for."""
    root = cast(App, request.app.state.triage).settings.root
    part = request.headers.get("hx-request") == "true"
    shown = environment(root).get_template("note.html.j2" if part else "error.html.j2")
    headers = {"HX-Retarget": "#notes", "HX-Reswap": "innerHTML show:window:top"} if part else {}
    text = shown.render(status=status, what=what, fix=fix, asset=asset)
    return HTMLResponse(text, status_code=status, headers=headers)


def shops(app: App) -> Mapping[str, str]:
    """Names of the stores by key."""
    return {key: packs[0].name for key, packs in app.kit.packs.items()}


@lru_cache(maxsize=4)
def environment(root: Path) -> Environment:
    """The templates under `root`; every value is escaped, a missing one is an error."""
    made = Environment(
        loader=FileSystemLoader(root / "templates" / "web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["words"] = words
    made.globals["seen"] = seen
    made.filters["urlpath"] = lambda text: quote(str(text), safe="")
    return made


@lru_cache(maxsize=16)
def asset(name: str) -> str:
    """Address of a static file; changes when its content does, so that browsers may keep it."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"
