"""The demo's summary: what became of each mail, one line a ticket."""

from collections import Counter
from datetime import datetime

from rich import box
from rich.table import Table

from triage.app import App
from triage.stages.drafting.subject import reply_subject
from triage.store import review
from triage.store.engine import reading
from triage.usecases.tickets import list_tickets

COLUMNS = (("ticket", 10), ("store", 11), ("labels", 22), ("order", 10), ("decision", 10), ("due", 9), ("draft", 38))


def summary(app: App) -> Table:
    """One row a ticket that waits or is automatic, most urgent first; the answered ones are counted."""
    rows = sorted(list_tickets(app), key=lambda ticket: str(ticket["due_at"]))
    subjects = _subjects(app)
    states = Counter(str(ticket["status"]) for ticket in rows)
    words = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    table = Table(title=f"{len(rows)} tickets: {words}", title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for name, width in COLUMNS:
        table.add_column(name, max_width=width, no_wrap=True, overflow="ellipsis")
    for ticket in rows:
        if ticket["status"] != "answered":
            table.add_row(*_cells(ticket, subjects.get(str(ticket["id"])), app.now()))
    return table


def _subjects(app: App) -> dict[str, str]:
    """Subject of the reply that lies ready, by ticket."""
    with reading(app.engine) as conn:
        return {
            row["public_id"]: reply_subject(row["subject"])
            for row in review.listing(conn, after_id=0, limit=1000)
            if row["draft_message_id"]
        }


def _cells(ticket: dict[str, object], subject: str | None, now: datetime) -> tuple[str, ...]:
    labels, numbers = ticket["categories"], ticket["order_numbers"]
    hours = (datetime.fromisoformat(str(ticket["due_at"])) - now).total_seconds() / 3600
    return (
        str(ticket["id"]),
        str(ticket["store"]),
        ", ".join(map(str, labels)) if isinstance(labels, list) else "",
        ", ".join(map(str, numbers)) if isinstance(numbers, list) else "",
        str(ticket["decision"] or ticket["status"]),
        f"in {hours:.0f} h" if hours > 0 else f"{-hours:.0f} h late",
        subject or "none (automatic mail)",
    )
