"""Whether the console and the mailboxes are well."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import PlainTextResponse, Response

from triage.usecases import review
from triage.usecases.drift import look
from triage.usecases.nightly import standing
from triage.web.access import PUBLIC, Needs, Visit, the_app
from triage.web.pages import page

router = APIRouter()


@router.get("/healthz")
def alive(request: Request, _: Annotated[Visit, Depends(Needs(PUBLIC))]) -> Response:
    """For machines: 200 while the console and its database answer, 503 when not; no data."""
    review.mailboxes(the_app(request))
    return PlainTextResponse("ok\n")


@router.get("/health")
def health(request: Request, visit: Annotated[Visit, Depends(Needs("agent"))]) -> Response:
    """How each mailbox is doing, and whether the classifier still meets the mail that it was measured on."""
    app = the_app(request)
    return page(request, "health.html.j2", visit, mailboxes=review.mailboxes(app), drift=look(app), jobs=standing(app))
