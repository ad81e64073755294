"""A skops file of numbers and strings is read as skops reads it, and anything else is refused."""

from pathlib import Path

import numpy as np
import pytest
import skops.io

from triage.loaders.skops_file import read_skops


def test_numbers_strings_lists_and_dicts_come_back_as_skops_gives_them():
    held = {"words": {"a": "x\ny"}, "labels": ["one", "two"], "sure": 0.25, "bias": np.array([[1.5, 2.0]], np.float32)}
    octets = skops.io.dumps(held)
    ours, theirs = read_skops(octets), skops.io.loads(octets, trusted=[])
    assert np.array_equal(ours.pop("bias"), theirs.pop("bias"))
    assert ours == theirs == {key: value for key, value in held.items() if key != "bias"}


@pytest.mark.parametrize("held", [{"a": Path.home}, {"a": {1, 2}}, {"a": np.array(["x", None])}, {"a": (1,)}])
def test_anything_else_is_refused(held):
    with pytest.raises((ValueError, KeyError)):
        read_skops(skops.io.dumps(held))
