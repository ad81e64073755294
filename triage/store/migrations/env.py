"""Runs migrations on the connection that `triage.store.migrate` opened, inside its transaction."""

from alembic import context

from triage.store.tables import EVERY_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=EVERY_TABLE,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
