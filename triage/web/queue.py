"""The queue: who waits longest."""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from triage.records import Label
from triage.store.review import VIEWS, Ask, QueueRow
from triage.usecases import review
from triage.web.access import Needs, Visit, the_app
from triage.web.pages import page
from triage.web.veil import subject_for

router = APIRouter()

PAGE_SIZE = 50
LONGEST_QUERY = 200
LAST_PAGE = 100_000
RETRYING = "The mail is read once more with the next poll; what comes of it appears here."


@router.get("/")
def queue(request: Request, visit: Annotated[Visit, Depends(Needs("agent"))]) -> Response:
    """One page of tickets, most urgent first; filters are in the address."""
    ask = read_ask(request)
    found = review.queue(the_app(request), ask)

    def link(**changes: object) -> str:
        """The queue's address with some filters changed."""
        return address(ask, **changes)

    done = RETRYING if request.query_params.get("done") == "retry" else ""
    pages = max(1, -(-found.total // ask.page_size))

    def subject(row: QueueRow) -> str:
        """A line's subject as this person may read it."""
        return subject_for(visit, row.subject, row.auto)

    shown: dict[str, Any] = {
        "ask": ask,
        "found": found,
        "pages": pages,
        "link": link,
        "labels": list(Label),
        "done": done,
    }
    return page(request, "queue.html.j2", visit, subject=subject, **shown)


def read_ask(request: Request) -> Ask:
    """The filters of an address; what makes no sense counts as not given."""
    given = request.query_params
    view, label, number = given.get("view", "open"), given.get("label", ""), given.get("page", "1")
    usable = number.isascii() and number.isdecimal() and 0 < len(number) < 7
    return Ask(
        view=view if view in VIEWS else "open",
        store=given.get("store", "")[:50] or None,
        label=label if label in list(Label) else None,
        query=" ".join(given.get("q", "").replace("\0", "").split())[:LONGEST_QUERY],
        page=min(max(int(number), 1), LAST_PAGE) if usable else 1,
        page_size=PAGE_SIZE,
    )


def address(ask: Ask, **changes: object) -> str:
    """The address that shows these filters; going elsewhere starts at page one."""
    values = {"view": ask.view, "store": ask.store, "label": ask.label, "q": ask.query, "page": 1} | changes
    plain = {"view": "open", "store": None, "label": None, "q": "", "page": 1}
    kept = {name: str(value) for name, value in values.items() if value != plain[name]}
    return f"/?{urlencode(kept)}" if kept else "/"
