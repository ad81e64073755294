"""The promise and when it falls due. Instants only: 48 hours are 172,800 seconds in every time zone and season."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Within how many elapsed hours a customer hears from a person."""

    hours: float = 48.0


def due_at(received_at: datetime, promise: Promise) -> datetime:
    """The instant at which the promise ends, aware UTC. `received_at` has to be aware."""
    return aware(received_at).astimezone(UTC) + timedelta(hours=promise.hours)


def aware(moment: datetime) -> datetime:
    """The moment itself. Raises ValueError for a naive one, which is no instant: two servers would read it as two."""
    if moment.utcoffset() is None:
        raise ValueError("a naive time is no instant")
    return moment
