"""What came with a ticket: attachments as downloads, small copies of photos, the mail's HTML in a cage, its source."""

import re
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from triage.app import App
from triage.usecases import review
from triage.usecases.review import NoSuchThing
from triage.web.access import Needs, Visit, the_app
from triage.web.headers import FILE_POLICY, MAIL_POLICY
from triage.web.mailbody import safe_body
from triage.web.pages import environment
from triage.web.pictures import thumbnail
from triage.web.veil import require_unveiled

router = APIRouter(prefix="/tickets/{public_id}")

Agent = Annotated[Visit, Depends(Needs("agent"))]


@router.get("/files/{row}")
def attachment(request: Request, visit: Agent, public_id: str, row: int) -> Response:
    """One attachment, always as a download of plain octets, whatever it says it is."""
    app = the_app(request)
    require_unveiled(visit, review.look(app, public_id))
    part = review.attachment_of(app, public_id, row)
    return _download(_octets(app, part.sha256), part.filename or f"attachment-{part.position + 1}")


@router.get("/files/{row}/small")
def small(request: Request, visit: Agent, public_id: str, row: int) -> Response:
    """A small copy of a photo."""
    app = the_app(request)
    require_unveiled(visit, review.look(app, public_id))
    part = review.attachment_of(app, public_id, row)
    is_picture = part.kind in ("photo", "inline") or bool(part.evidence and "clarity" in part.evidence)
    picture = thumbnail(_octets(app, part.sha256)) if is_picture else None
    if picture is None:
        raise NoSuchThing("this file has no small picture", fix="download it")
    return Response(
        picture,
        media_type="image/jpeg",
        headers={"content-security-policy": FILE_POLICY, "cache-control": "private, max-age=3600"},
    )


@router.get("/mails/{row}/html")
def mail_html(request: Request, visit: Agent, public_id: str, row: int) -> Response:
    """A mail's HTML, made safe, for the frame of the ticket's page and nothing else."""
    app = the_app(request)
    require_unveiled(visit, review.look(app, public_id))
    body = safe_body(review.mail_of(app, public_id, row).html)
    text = environment(app.settings.root).get_template("mailbody.html.j2").render(body=body)
    return HTMLResponse(text, headers={"content-security-policy": MAIL_POLICY, "referrer-policy": "no-referrer"})


@router.get("/mails/{row}/source")
def source(request: Request, visit: Agent, public_id: str, row: int) -> Response:
    """A mail as it came, as a download."""
    app = the_app(request)
    require_unveiled(visit, review.look(app, public_id))
    mail = review.mail_of(app, public_id, row)
    return _download(_octets(app, mail.sha256), f"mail-{public_id}-{row}.eml")


def _octets(app: App, sha256: str) -> bytes:
    if not app.blobs.path(sha256).exists():
        raise NoSuchThing("this file is not kept any more", fix="look for the mail in the mailbox itself")
    return app.blobs.get(sha256)


def _download(octets: bytes, name: str) -> Response:
    plain = re.sub(r"[^A-Za-z0-9._ -]", "_", name)[:100]
    exact = quote(name[:200].encode("utf-8", "replace"), safe="")
    return Response(
        octets,
        media_type="application/octet-stream",
        headers={
            "content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}",
            "content-security-policy": FILE_POLICY,
        },
    )
