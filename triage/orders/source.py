"""Where order facts come from: one question, whoever answers it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Engine

from triage.records import OrderRecord
from triage.store import orders
from triage.store.engine import reading


class OrderSource(Protocol):
    """A shop's order system. Raises `RetryLater` when it does not answer."""

    def lookup(self, store: str, numbers: Sequence[str]) -> Mapping[str, OrderRecord]:
        """Orders by number (upper case, no `#`), whoever owns them; unknown ones are left out."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedOrders:
    """The orders that the shop imported into our own database."""

    engine: Engine

    def lookup(self, store: str, numbers: Sequence[str]) -> Mapping[str, OrderRecord]:
        """See `OrderSource`."""
        with reading(self.engine) as conn:
            return orders.by_numbers(conn, store, numbers)
