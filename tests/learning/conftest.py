"""One small model, trained once for all tests of this folder."""

import pytest

from tests.learning.rows import few_rows
from triage.learning.classify import Model
from triage.learning.train import train


@pytest.fixture(scope="session")
def small_model() -> Model:
    return train(few_rows()).model
