"""No model keeps words that only one or two customers use: a name, a street. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from triage.learning.classify import Bag, Model
from triage.learning.corpus import Row
from triage.learning.features import BAGS, bag
from triage.learning.train import readings_of

FEWEST_SENDERS = 3


def without_private_words(model: Model, corpus: Sequence[Row], own: Sequence[Row]) -> Model:
    """The model without features that neither the corpus nor mails of three senders of the shop hold."""
    known, senders = readings_of(corpus), readings_of(own)
    bags: dict[str, Bag] = {}
    columns: list[int] = []
    for name in BAGS:
        public = {feature for reading in known for feature in bag(name, reading)}
        users: defaultdict[str, set[str]] = defaultdict(set)
        for row, reading in zip(own, senders, strict=True):
            for feature in set(bag(name, reading)) - public:
                users[feature].add(row.hand)
        public |= {feature for feature, hands in users.items() if len(hands) >= FEWEST_SENDERS}
        old = model.bags[name]
        kept = sorted((place, feature) for feature, place in old.vocabulary.items() if feature in public)
        columns += [model.firsts[name] + place for place, _ in kept]
        places = [place for place, _ in kept]
        bags[name] = Bag(vocabulary={feature: new for new, (_, feature) in enumerate(kept)}, idf=old.idf[places])
    return replace(model, bags=bags, weights=np.ascontiguousarray(model.weights[:, columns]))
