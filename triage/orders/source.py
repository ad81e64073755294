"""Where order facts come from: one question, whoever answers it."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from triage.records import OrderRecord


class OrderSource(Protocol):
    """A shop's order system, or what it imported of it. Raises `RetryLater` when it does not answer."""

    def lookup(self, store: str, numbers: Sequence[str]) -> Mapping[str, OrderRecord]:
        """Orders by number (upper case, no `#`), whoever owns them; unknown ones are left out."""
        ...

    def patterns(self, store: str) -> Sequence[str]:
        """What the shop's own order numbers look like, as regular expressions; empty when too few are known."""
        ...
