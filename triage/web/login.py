"""Coming and going."""

import secrets
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from triage.usecases import sessions
from triage.web.access import PUBLIC, Needs, Visit, client_address, cookie_name, own_path, the_app, visitors_token
from triage.web.pages import page

router = APIRouter()

WRONG = "Name or password is wrong."
TOO_OFTEN = "Too many tries. Wait a minute, then try again."


@router.get("/login")
def ask(request: Request, visit: Annotated[Visit, Depends(Needs(PUBLIC))]) -> Response:
    """The log-in page; whoever is logged in goes on to the queue."""
    there = own_path(request.query_params.get("next", "/"))
    if visit.session is not None:
        return RedirectResponse(there, status_code=303)
    if visit.csrf:
        return page(request, "login.html.j2", visit, there=there, wrong="", name="")
    cookie = secrets.token_urlsafe(16)
    first = replace(visit, csrf=visitors_token(the_app(request), cookie))
    answer = page(request, "login.html.j2", first, there=there, wrong="", name="")
    _set_cookie(request, answer, "visitor", cookie, seconds=86400)
    return answer


@router.post("/login")
async def enter(request: Request, visit: Annotated[Visit, Depends(Needs(PUBLIC))]) -> Response:
    """Check name and password; a new session each time. The check is heavy and runs beside the others."""
    name, there = visit.form.get("name", ""), own_path(visit.form.get("next", "/"))
    ended = await run_in_threadpool(
        sessions.log_in,
        the_app(request),
        name=name,
        password=visit.form.get("password", ""),
        address=client_address(request),
    )
    if ended.token is None:
        status, wrong = (429, TOO_OFTEN) if ended.throttled else (401, WRONG)
        return await run_in_threadpool(
            page, request, "login.html.j2", visit, status=status, there=there, wrong=wrong, name=name[:100]
        )
    answer = RedirectResponse(there, status_code=303)
    _set_cookie(request, answer, "sid", ended.token, seconds=int(sessions.ABSOLUTE.total_seconds()))
    return answer


@router.post("/logout")
def leave(request: Request, visit: Annotated[Visit, Depends(Needs("agent"))]) -> Response:
    """End every session of this person."""
    if visit.session is not None:
        sessions.log_out(the_app(request), visit.session)
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(cookie_name(request, "sid"), path="/", secure=request.url.scheme == "https", httponly=True)
    return answer


def _set_cookie(request: Request, answer: Response, name: str, value: str, *, seconds: int) -> None:
    answer.set_cookie(
        cookie_name(request, name),
        value,
        max_age=seconds,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
