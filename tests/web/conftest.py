"""Fixtures of the console's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.web.console import Console, a_console
from triage.store.engine import open_engine
from triage.store.migrate import upgrade


@pytest.fixture
def lite(tmp_path: Path) -> Iterator[Engine]:
    """An empty SQLite database."""
    opened = open_engine(f"sqlite:///{tmp_path}/console.db")
    upgrade(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def console(lite: Engine, tmp_path: Path) -> Console:
    """A console without a way out: approved replies stay in Drafts."""
    return a_console(lite, tmp_path)


@pytest.fixture
def sending(lite: Engine, tmp_path: Path) -> Console:
    """A console whose approved replies are sent."""
    return a_console(lite, tmp_path, sender=lambda _: object())
