"""What share of a shop's own mail could be drafted, and at what risk; said with its uncertainty. Pure."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from triage.learning.chances import interval
from triage.learning.evaluate import Answers

WANTED_RISK = 0.05
_SMALL = 60
_FAR = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMail:
    """Counts over confirmed mail with 95 % intervals. drafted: the model was sure; wrong: of these, with a false label.

    enough: whether the risk is below one in twenty even at the upper end of its interval.
    """

    mails: int
    senders: int
    first: str
    last: str
    drafted: int
    share: float
    share_low: float
    share_high: float
    wrong: int
    risk: float
    risk_low: float
    risk_high: float
    enough: bool

    def to_json(self) -> dict[str, Any]:
        """Plain values, with the same in words."""
        return asdict(self) | {"in_words": self.in_words()}

    def in_words(self) -> str:
        """A few sentences that claim no more than the numbers carry."""
        share = f"{self.share:.0%} (95 %: {self.share_low:.0%} to {self.share_high:.0%})"
        said = [
            f"own mail: {self.mails} confirmed mails of {self.senders} senders, {self.first} to {self.last}",
            f"the model would have drafted {self.drafted} of them by itself, {share}",
        ]
        if self.drafted:
            risk = f"{self.risk:.1%} (95 %: {self.risk_low:.1%} to {self.risk_high:.1%})"
            said.append(f"{self.wrong} of these {self.drafted} carried a false label: risk {risk}")
        return "\n".join([*said, self._advice(), _BLIND])

    def _advice(self) -> str:
        if self.enough:
            return "the risk is below one in twenty even if chance was kind: automation may be tried on sure mail"
        if self.drafted < _SMALL:
            return f"too few to tell: with {self.drafted} sure mails the risk may still be {self.risk_high:.0%}"
        if self.risk >= WANTED_RISK:
            return "do not switch automation on: more than one sure mail in twenty is wrong; correct labels and retrain"
        more = _more(self.risk, self.drafted)
        if more > _FAR:
            return "not yet: the risk is too near to one in twenty; correct labels and retrain before automation"
        return f"not yet: confirm about {more} more sure mails before automation is switched on"


_BLIND = (
    "not seen here: mail that was answered without a word on its label. A draft sent as it was counts as right, so the "
    "true risk is rather higher."
)


def own_mail(said: Answers, senders: int, first: datetime, last: datetime) -> OwnMail:
    """Count over the model's answers."""
    sure = said.certainty >= said.sure_from
    wrong = sure & (said.named & ~said.truth).any(axis=1)
    mails, drafted, bad = len(sure), int(sure.sum()), int(wrong.sum())
    share, risk = interval(drafted, mails), interval(bad, drafted)
    return OwnMail(
        mails=mails,
        senders=senders,
        first=f"{first:%Y-%m-%d}",
        last=f"{last:%Y-%m-%d}",
        drafted=drafted,
        share=drafted / max(mails, 1),
        share_low=share[0],
        share_high=share[1],
        wrong=bad,
        risk=bad / max(drafted, 1),
        risk_low=risk[0],
        risk_high=risk[1],
        enough=drafted >= _SMALL and risk[1] < WANTED_RISK,
    )


def _more(risk: float, drafted: int) -> int:
    """Mails to confirm until the upper end of the interval falls below the wanted risk, if the risk stays."""
    count = drafted
    while interval(round(risk * count), count)[1] >= WANTED_RISK and count - drafted <= _FAR:
        count += 10
    return count - drafted
