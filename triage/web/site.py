"""The review console as a web application."""

from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from triage.app import App
from triage.errors import TriageError
from triage.web import assets, files, login, managers, queue, status, tickets
from triage.web.access import Needs, NotLoggedIn
from triage.web.headers import Guard
from triage.web.pages import trouble

ROOMS = (assets, status, login, queue, tickets, files, managers)
WORDS = {404: "there is nothing here", 405: "this page cannot do that"}


def make_site(app: App) -> FastAPI:
    """The console on top of an App. Raises LookupError when a route does not say who may use it."""
    site = FastAPI(title="Review console", docs_url=None, redoc_url=None, openapi_url=None)
    site.state.triage = app
    for room in ROOMS:
        site.include_router(room.router)
    site.add_middleware(Guard)
    site.add_exception_handler(NotLoggedIn, _to_login)
    site.add_exception_handler(TriageError, _known_trouble)
    site.add_exception_handler(HTTPException, _http_trouble)
    site.add_exception_handler(RequestValidationError, _bad_request)
    for route in every_route():
        role_of(route)
    return site


def every_route() -> list[APIRoute]:
    """Every route of the console."""
    return [route for room in ROOMS for route in room.router.routes if isinstance(route, APIRoute)]


def role_of(route: APIRoute) -> str:
    """The role that a route asks for. Raises LookupError when it asks for none and is not declared public."""
    for part in route.dependant.dependencies:
        if isinstance(part.call, Needs):
            return part.call.role
    raise LookupError(f"{route.path} does not say who may use it")


def _to_login(request: Request, _: Exception) -> Response:
    """Log in first, then come back; only pages are worth coming back to."""
    path = request.url.path if request.method == "GET" else "/"
    query = f"?{request.url.query}" if request.method == "GET" and request.url.query else ""
    there = "/login" if path == "/" else f"/login?next={quote(path + query, safe='')}"
    if request.headers.get("hx-request") == "true" and request.method != "GET":
        words = "log in again in another tab, copy your words from here and open the ticket anew"
        return trouble(request, 401, "you were logged out", words)
    if request.headers.get("hx-request") == "true":
        return Response(status_code=401, headers={"HX-Redirect": "/login"})
    return RedirectResponse(there, status_code=303)


def _known_trouble(request: Request, fault: Exception) -> Response:
    if not isinstance(fault, TriageError):
        raise fault
    return trouble(request, fault.http_status, fault.what, fault.fix)


def _http_trouble(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    return trouble(request, status, WORDS.get(status, "this did not work"), "go back to the queue")


def _bad_request(request: Request, _: Exception) -> Response:
    return trouble(request, 404, WORDS[404], "go back to the queue")
