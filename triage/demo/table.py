"""The demo's summary: what became of each mail, one line a ticket."""

from collections import Counter

from rich.table import Table

from triage.app import App
from triage.usecases.tickets import list_tickets

COLUMNS = ("ticket", "store", "labels", "order", "decision", "due", "draft")


def summary(app: App) -> Table:
    """One row a ticket that waits or is automatic, most urgent first; the answered ones are counted."""
    rows = sorted(list_tickets(app), key=lambda ticket: str(ticket["due_at"]))
    states = Counter(str(ticket["status"]) for ticket in rows)
    words = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    table = Table(title=f"{len(rows)} tickets: {words}", title_justify="left")
    for name in COLUMNS:
        table.add_column(name, overflow="fold", no_wrap=name in ("ticket", "due"))
    for ticket in rows:
        if ticket["status"] != "answered":
            table.add_row(*_cells(ticket))
    return table


def _cells(ticket: dict[str, object]) -> tuple[str, ...]:
    labels, numbers = ticket["categories"], ticket["order_numbers"]
    return (
        str(ticket["id"]),
        str(ticket["store"]),
        ", ".join(map(str, labels)) if isinstance(labels, list) else "",
        ", ".join(map(str, numbers)) if isinstance(numbers, list) else "",
        str(ticket["decision"] or ticket["status"]),
        str(ticket["due_at"])[:16].replace("T", " "),
        str(ticket.get("draft_subject") or "none"),
    )
