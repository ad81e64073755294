"""Empty databases for tests, one of each kind; every test gets its own."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, text

from tests.store import postgres
from triage.store.engine import open_engine
from triage.store.migrate import upgrade


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Address of a running private PostgreSQL."""
    with postgres.server() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Address of an empty PostgreSQL database."""
    name = f"t{uuid4().hex}"
    keeper = open_engine(postgres_server).execution_options(isolation_level="AUTOCOMMIT")
    with keeper.connect() as conn:
        conn.execute(text(f"CREATE DATABASE {name}"))
    yield postgres_server.removesuffix("postgres") + name
    with keeper.connect() as conn:
        conn.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    keeper.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of a database without tables, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/triage.db"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    """A database with all tables, once of each kind."""
    opened = open_engine(empty_url)
    upgrade(opened)
    yield opened
    opened.dispose()
