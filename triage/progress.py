"""How long work tells how far it is: an iteration that a terminal may show as a bar."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

Step = TypeVar("Step")


class Progress(Protocol):
    """Gives the same steps in the same order; `what` is said beside the bar, `total` is their number."""

    def __call__(self, steps: Iterable[Step], what: str, total: int) -> Iterable[Step]:
        """The steps, watched."""
        ...


def silent(steps: Iterable[Step], what: str, total: int) -> Iterable[Step]:  # noqa: ARG001  # nobody watches
    """Shows nothing."""
    return steps
