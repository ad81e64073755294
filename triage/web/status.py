"""Whether the console and the mailboxes are well."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response

from triage.usecases import review, way_out
from triage.usecases.drift import look
from triage.usecases.guessing import alarms
from triage.usecases.nightly import standing
from triage.web.access import PUBLIC, Needs, Visit, the_app
from triage.web.pages import page

router = APIRouter()

Admin = Annotated[Visit, Depends(Needs("admin"))]
MOVES = 5
"""How many of the last movements of switches the page of mailboxes shows."""


@router.get("/healthz")
def alive(request: Request, _: Annotated[Visit, Depends(Needs(PUBLIC))]) -> Response:
    """For machines: 200 while the console and its database answer, 503 when not; no data."""
    review.mailboxes(the_app(request))
    return PlainTextResponse("ok\n")


@router.get("/health")
def health(request: Request, visit: Annotated[Visit, Depends(Needs("agent"))]) -> Response:
    """How each mailbox is doing, and whether the classifier still meets the mail that it was measured on."""
    app = the_app(request)
    sending = way_out.standing(app, moves=MOVES)
    return page(
        request,
        "health.html.j2",
        visit,
        mailboxes=review.mailboxes(app),
        drift=look(app),
        sending=sending,
        guessing=alarms(app),
        jobs=standing(app),
    )


@router.post("/sending/stop")
def stop(request: Request, visit: Admin) -> Response:
    """Stop all sending at once."""
    way_out.stop_all(the_app(request), user=visit.user)
    return RedirectResponse("/health", status_code=303)


@router.post("/sending/go-on")
def go_on(request: Request, visit: Admin) -> Response:
    """Let replies leave again."""
    way_out.go_on(the_app(request), user=visit.user)
    return RedirectResponse("/health", status_code=303)


@router.post("/sending/release")
def release(request: Request, visit: Annotated[Visit, Depends(Needs("agent"))]) -> Response:
    """Let replies go that answer mails from long before a mailbox was connected."""
    way_out.release_old(the_app(request), visit.form.get("account", ""), user=visit.user)
    return RedirectResponse("/health", status_code=303)
