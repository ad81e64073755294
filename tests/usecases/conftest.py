"""A shop on each kind of database."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.fakes.sender import FakeSender
from tests.fakes.shop import Shop, a_shop


@pytest.fixture
def shop(engine: Engine, tmp_path: Path) -> Shop:
    """A shop without a way out."""
    return a_shop(engine, tmp_path)


@pytest.fixture
def sender() -> FakeSender:
    """The way out of `sending_shop`."""
    return FakeSender()


@pytest.fixture
def sending_shop(engine: Engine, tmp_path: Path, sender: FakeSender) -> Shop:
    """A shop that can send."""
    return a_shop(engine, tmp_path, sender=lambda _: sender)
