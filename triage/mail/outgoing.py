"""What the use cases ask of the way out: one mail, one attempt, and a clear word on how far it came."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Outcome(StrEnum):
    """How a send ended. unknown: the final dot left us and no answer came; never retried by machine."""

    ACCEPTED = "accepted"
    RETRY = "retry"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendResult:
    """outcome with the server's last words (no customer data) and the phase that was reached.

    given_id: the Message-ID under which the server says to have taken the mail; None when it does not say.
    """

    outcome: Outcome
    phase: str
    reply: str
    given_id: str | None = None


class Sender(Protocol):
    """Sends one mail to one recipient."""

    def send(self, sender: str, recipient: str, mail: bytes, *, before_dot: Callable[[], None]) -> SendResult:
        """Try once. `before_dot` is called between the body and the final dot, so that the caller can mark it.

        Raises `OperatorError` when the settings are wrong, and what `before_dot` raises: then no dot leaves.
        """
        ...
