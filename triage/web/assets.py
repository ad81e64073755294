"""Style sheet, scripts and pictures of the console itself."""

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import FileResponse, Response

from triage.usecases.review import NoSuchThing
from triage.web.access import PUBLIC, Needs, Visit
from triage.web.pages import STATIC

router = APIRouter()

KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
NAMES = frozenset(path.name for path in STATIC.iterdir() if path.suffix in KINDS)
FOR_A_YEAR = {"cache-control": "public, max-age=31536000, immutable"}


@router.get("/static/{name}")
def static(name: str, _: Annotated[Visit, Depends(Needs(PUBLIC))]) -> Response:
    """One of the known files and nothing else."""
    if name not in NAMES:
        raise NoSuchThing("there is nothing here", fix="go back to the queue")
    path = STATIC / name
    return FileResponse(path, media_type=KINDS[path.suffix], headers=FOR_A_YEAR)


@router.get("/favicon.ico")
def favicon(_: Annotated[Visit, Depends(Needs(PUBLIC))]) -> Response:
    """For browsers that ask without having been told."""
    return FileResponse(STATIC / "icon.svg", media_type=KINDS[".svg"], headers=FOR_A_YEAR)
