"""What agents do in the console."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from tests.fakes.shop import Shop
from tests.faults.model.faulty import Crash, WayOut
from triage.errors import TriageError
from triage.records import Label
from triage.usecases import review
from triage.usecases.rejudge import relabel
from triage.usecases.revising import save_edit
from triage.usecases.send import approve, resolve_unknown


class Clicks:
    """The part of a `Desk` that is its console."""

    way: WayOut
    true_time: datetime
    number: int
    clicks: dict[str, tuple[str, str]]

    @property
    def shop(self) -> Shop:
        """The running shop; the `Desk` has it."""
        raise NotImplementedError

    def rows(self, table: str) -> list[dict[str, Any]]:
        """What a table holds; the `Desk` knows."""
        raise NotImplementedError

    def approve(self, pick: int, *, own_words: bool = False, stale: bool = False, again: bool = False) -> None:
        """An agent sends the form as it was shown; `stale`: shown before the last change; `again`: clicked twice."""
        view = self._look(pick)
        if view is None or view.newest is None:
            return
        revision = view.draft.revision if view.draft is not None else 0
        self.number += 1
        shown = view.draft.text if view.draft is not None else "Dear customer"
        text = f"{shown} Words {self.number}." if own_words or view.draft is None else shown
        key = f"form{self.number}"
        self.clicks[key] = (view.ticket.public_id, text)
        for _ in range(2 if again else 1):
            self._click(
                approve,
                view.ticket.public_id,
                draft_revision=revision - stale,
                text=text,
                last_message_id=view.newest.id,
                user="mia",
                idempotency_key=key,
            )

    def edit(self, pick: int) -> None:
        view = self._look(pick)
        if view is not None:
            self.number += 1
            revision = view.draft.revision if view.draft is not None else 0
            text = f"Edited {self.number}."
            self._click(save_edit, view.ticket.public_id, draft_revision=revision, text=text, user="mia")

    def relabel(self, pick: int, label: Label = Label.MISSING) -> None:
        if (view := self._look(pick)) is not None:
            self._click(relabel, view.ticket.public_id, 0, label, "mia")

    def close_ticket(self, pick: int) -> None:
        if (view := self._look(pick)) is not None:
            self._click(review.close, view.ticket.public_id, version=view.ticket.version, user="mia")

    def reopen_ticket(self, pick: int) -> None:
        if (view := self._look(pick)) is not None:
            self._click(review.reopen, view.ticket.public_id, version=view.ticket.version, user="mia")

    def retry_ticket(self, pick: int) -> None:
        if (view := self._look(pick)) is not None:
            self._click(review.retry, view.ticket.public_id)

    def resolve(self, pick: int) -> None:
        """An agent found out what became of a reply of unknown fate, and says so."""
        view = self._look(pick)
        if view is None:
            return
        unknown = [e for e in self.rows("effects") if e["ticket_id"] == view.ticket.id and e["state"] == "UNKNOWN"]
        ids = {draft["id"]: draft["message_id"] for draft in self.rows("drafts")}
        if unknown:
            delivered = ids[unknown[0]["draft_id"]] in self.way.ids()
            self._click(resolve_unknown, view.ticket.public_id, delivered=delivered, user="mia")

    def _look(self, pick: int) -> review.TicketView | None:
        tickets = self.rows("tickets")
        return review.look(self.shop.app, tickets[pick % len(tickets)]["public_id"]) if tickets else None

    def _click(self, what: Callable[..., object], *args: object, **kwargs: object) -> None:
        self.true_time += timedelta(seconds=5)
        try:
            what(self.shop.app, *args, **kwargs)
        except (TriageError, Crash):
            return
