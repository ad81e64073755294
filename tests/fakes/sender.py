"""A way out that notes what it accepted and fails when a test wants it to."""

from collections.abc import Callable
from dataclasses import dataclass, field

from triage.mail.outgoing import Outcome, SendResult


@dataclass
class FakeSender:
    """accepted: octets that the server took. plan: results of the next calls; then every mail is accepted.

    dies: raise at this point, as a killed process would: `before dot`, `after dot` or None.
    """

    accepted: list[bytes] = field(default_factory=list)
    plan: list[SendResult] = field(default_factory=list)
    calls: int = 0
    dies: str | None = None

    def send(self, sender: str, recipient: str, mail: bytes, *, before_dot: Callable[[], None]) -> SendResult:
        self.calls += 1
        if self.dies == "before dot":
            raise KeyboardInterrupt
        result = self.plan.pop(0) if self.plan else SendResult(outcome=Outcome.ACCEPTED, phase="dot", reply="250")
        if result.phase == "dot":
            before_dot()
        if result.outcome is Outcome.ACCEPTED:
            self.accepted.append(mail)
        if self.dies == "after dot":
            raise KeyboardInterrupt
        return result
