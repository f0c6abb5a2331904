"""Runs the migrations on the connection that `kkr_desktop.storage.upgrade` hands over."""

from alembic import context

from kkr_desktop.model.base import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
