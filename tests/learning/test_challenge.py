"""A challenger serves by itself only where nothing speaks against it."""

from dataclasses import replace

import numpy as np

from triage.learning.challenge import compare, reasons
from triage.learning.classify import LABELS
from triage.learning.evaluate import Answers

COUNT = 210


def perfect() -> Answers:
    """Thirty mails a label, all named rightly."""
    truth = np.eye(len(LABELS), dtype=bool)[np.arange(COUNT) % len(LABELS)]
    return Answers(
        truth=truth,
        named=truth,
        told=np.ones(COUNT),
        certainty=np.ones(COUNT),
        primary=truth.argmax(axis=1),
        sure_from=0.5,
        languages=(),
    )


def with_mistakes(first: int, last: int) -> Answers:
    """So many of the mails of the second label called by the third one's name."""
    answers = perfect()
    named = answers.named.copy()
    for place in np.flatnonzero(answers.truth[:, 1])[first:last]:
        named[place] = np.eye(len(LABELS), dtype=bool)[2]
    return replace(answers, named=named)


def test_an_equal_challenger_is_worse_on_nothing():
    trial = compare(perfect(), perfect())
    assert (trial.mails, trial.before, trial.after, trial.worse) == (COUNT, 1.0, 1.0, ())


def test_as_many_mistakes_on_other_mails_are_noise():
    assert compare(with_mistakes(0, 5), with_mistakes(10, 15)).worse == ()


def test_a_lost_label_is_named():
    trial = compare(perfect(), with_mistakes(0, 15))
    assert trial.worse == (LABELS[1].value, LABELS[2].value)
    assert trial.after < trial.before


def test_a_better_challenger_is_worse_on_nothing():
    assert compare(with_mistakes(0, 15), perfect()).worse == ()


def test_reasons_name_the_trial_and_the_suspicion():
    fine, lost = compare(perfect(), perfect()), compare(perfect(), with_mistakes(0, 15))
    assert reasons({"locked test": fine, "own mail": None}, suspicious=False) == []
    assert reasons({"locked test": lost}, suspicious=False) == [
        f"worse beyond noise on {LABELS[1].value}, {LABELS[2].value} (locked test)"
    ]
    assert "a person should look" in reasons({"own mail": fine}, suspicious=True)[0]
