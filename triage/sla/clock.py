"""The promise and when it falls due. Instants only: 48 hours are 172,800 seconds in every time zone and season."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Within how many elapsed hours a customer hears from a person."""

    hours: float = 48.0


def due_at(received_at: datetime, promise: Promise) -> datetime:
    """The instant at which the promise ends, aware UTC. `received_at` has to be aware."""
    if received_at.tzinfo is None:
        raise ValueError("a naive time has no due time")
    return received_at.astimezone(UTC) + timedelta(hours=promise.hours)
