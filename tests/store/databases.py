"""Empty databases for tests, one of each kind; every test gets its own."""

from collections.abc import Iterator
from contextlib import contextmanager
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


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """Name of a PostgreSQL database with all tables, to be copied."""
    _run(postgres_server, "CREATE DATABASE ready")
    engine = open_engine(postgres_server.removesuffix("postgres") + "ready")
    upgrade(engine)
    engine.dispose()
    return "ready"


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Address of an empty PostgreSQL database."""
    with _database(postgres_server, "template0") as url:
        yield url


@contextmanager
def _database(server: str, template: str) -> Iterator[str]:
    name = f"t{uuid4().hex}"
    _run(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY wal_log")
    yield server.removesuffix("postgres") + name
    _run(server, f"DROP DATABASE {name} WITH (FORCE)")


def _run(server: str, statement: str) -> None:
    keeper = open_engine(server).execution_options(isolation_level="AUTOCOMMIT")
    with keeper.connect() as conn:
        conn.execute(text(statement))
    keeper.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of a database without tables, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/triage.db"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Address of a database with all tables, once of each kind."""
    if request.param == "postgresql":
        server, template = request.getfixturevalue("postgres_server"), request.getfixturevalue("postgres_template")
        with _database(server, template) as ready:
            yield ready
    else:
        engine = open_engine(f"sqlite:///{tmp_path}/triage.db")
        upgrade(engine)
        engine.dispose()
        yield f"sqlite:///{tmp_path}/triage.db"


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """A database with all tables, once of each kind."""
    opened = open_engine(url)
    yield opened
    opened.dispose()
