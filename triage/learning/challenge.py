"""A new model against the one that serves, on mails that neither has learnt from. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from triage.learning.classify import LABELS
from triage.learning.compare import worse_labels
from triage.learning.evaluate import Answers, f1_by_label

_BEYOND_NOISE = 1 - 0.025 / len(LABELS)
"""For each of seven labels, so that an equal model is called worse on any of them in one trial of forty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Both models on one set of mails. before, after: macro-F1. worse: labels lost beyond noise."""

    mails: int
    before: float
    after: float
    worse: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a challenger. own: on the shop's confirmed mail, None when there was none to compare on.

    rows: confirmed mails learnt from; contradicted, set_aside: mails whose labels were doubted, and those not learnt
    from for it. why: one sentence for people.
    """

    name: str
    champion: str
    at: str
    rows: int
    contradicted: int
    set_aside: int
    suspicious: bool
    locked: Trial | None
    own: Trial | None
    promoted: bool
    why: str

    def to_json(self) -> dict[str, Any]:
        """Plain values, for the card and for `--json`."""
        return asdict(self)


def compare(champion: Answers, challenger: Answers) -> Trial:
    """Both on the same mails, label by label."""
    return Trial(
        mails=len(champion.truth),
        before=float(f1_by_label(champion.truth, champion.named).mean()),
        after=float(f1_by_label(challenger.truth, challenger.named).mean()),
        worse=tuple(worse_labels(champion, challenger, level=_BEYOND_NOISE)),
    )


def reasons(trials: Mapping[str, Trial | None], *, suspicious: bool) -> Sequence[str]:
    """Why a challenger must not serve by itself; none: it may."""
    found = [
        f"worse beyond noise on {', '.join(trial.worse)} ({where})"
        for where, trial in trials.items()
        if trial is not None and trial.worse
    ]
    if suspicious:
        found.append("more confirmed labels contradict all other mail than chance explains: a person should look")
    return found
