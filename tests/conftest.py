"""Fixtures that several rooms share."""

from tests.store.databases import empty_url, engine, postgres_server, postgres_template, postgres_url, url

__all__ = ["empty_url", "engine", "postgres_server", "postgres_template", "postgres_url", "url"]

pytest_plugins = ["tests.servers.plugin"]
