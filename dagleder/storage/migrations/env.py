"""Alembic's entry: run the revisions on the connection handed in, inside the transaction it is in."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    render_as_batch=True,  # SQLite cannot alter most things: a table is rebuilt instead
    **context.config.attributes["options"],
)
context.run_migrations()
