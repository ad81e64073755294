<<<<<<< HEAD
"""Fixtures for every test."""

pytest_plugins = ["tests.servers.plugin"]
=======
"""Fixtures that several rooms share."""

from tests.store.databases import empty_url, engine, postgres_server, postgres_url

__all__ = ["empty_url", "engine", "postgres_server", "postgres_url"]
>>>>>>> store
