"""What is said of the risk claims no more than the numbers carry."""

from datetime import UTC, datetime

import numpy as np
import pytest

from triage.learning.classify import LABELS
from triage.learning.evaluate import Answers
from triage.learning.own_mail import OwnMail, own_mail

DAY = datetime(2026, 3, 2, tzinfo=UTC)


def said(sure: int, wrong: int, unsure: int) -> OwnMail:
    """So many mails, of which the first `wrong` carry a false label."""
    count = sure + unsure
    truth = np.zeros((count, len(LABELS)), dtype=bool)
    truth[:, 0] = True
    named = truth.copy()
    named[:wrong] = np.roll(named[:wrong], 1, axis=1)
    answers = Answers(
        truth=truth,
        named=named,
        told=np.ones(count),
        certainty=np.array([0.9] * sure + [0.1] * unsure),
        primary=named.argmax(axis=1),
        sure_from=0.5,
        languages=(),
    )
    return own_mail(answers, count // 2, DAY, DAY)


@pytest.mark.parametrize(
    ("sure", "wrong", "words"),
    [
        (10, 0, "too few to tell: with 10 sure mails the risk may still be 28%"),
        (0, 0, "too few to tell: with 0 sure mails the risk may still be 100%"),
        (200, 0, "automation may be tried"),
        (200, 30, "do not switch automation on"),
        (100, 2, "not yet: confirm about"),
        (253, 12, "not yet: the risk is too near to one in twenty"),
    ],
)
def test_the_advice_follows_the_upper_end_of_the_interval(sure: int, wrong: int, words: str):
    found = said(sure, wrong, unsure=20)
    assert words in found.in_words()
    assert found.enough is ("may be tried" in words)


def test_share_and_risk_come_with_their_numbers():
    found = said(100, 2, unsure=100)
    assert (found.mails, found.drafted, found.wrong) == (200, 100, 2)
    assert (found.share, found.risk) == (0.5, 0.02)
    assert found.risk_low < 0.02 < found.risk_high
    assert found.to_json()["in_words"] == found.in_words()
    assert "the true risk is rather higher" in found.in_words()
