"""Words of single customers do not stay in a model."""

from dataclasses import replace

import numpy as np

from tests.learning.rows import few_rows
from triage.learning.corpus import Row
from triage.learning.discretion import without_private_words
from triage.learning.features import read
from triage.learning.train import train
from triage.loaders.classifier import model_from, model_octets


def own(number: int, sender: str, words: str) -> Row:
    row = few_rows()[number]
    return replace(row, id=f"own {number} {sender}", hand=f"shop:{sender}", body=f"{row.body} {words}")


def test_a_name_that_one_customer_signs_with_is_not_in_the_model():
    mails = [own(number, "anna", "Yours, Annegret Querfeldt") for number in range(6)]
    mails += [own(number, f"s{number}", "the zibblefoop again") for number in range(6)]
    raw = train([*few_rows(), *mails]).model
    assert "querfeldt" in raw.bags["words"].vocabulary
    model = without_private_words(raw, few_rows(), mails)
    held = {feature for bag in model.bags.values() for feature in bag.vocabulary}
    assert not any("querf" in feature or "annegret" in feature for feature in held)
    assert "zibblefoop" in model.bags["words"].vocabulary
    assert model.weights.shape == (7, sum(len(bag.vocabulary) for bag in model.bags.values()))
    again = model_from(model_octets(model), "here")
    readings = [read("", "the mug arrived broken", "en")]
    before, after = (one.probabilities(one.scores(one.features(readings))) for one in (raw, again))
    assert np.allclose(before, after, atol=0.01)
