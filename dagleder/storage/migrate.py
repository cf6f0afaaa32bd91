"""Brings a house to the newest revision, in one transaction that a kill rolls back.

Alembic is imported here only: at a normal start nothing in this file is needed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from dagleder.base.errors import Bug
from dagleder.storage import journal
from dagleder.storage.connection import migration_engine, raw
from dagleder.storage.keys import Key

_SCRIPTS = "dagleder.storage:migrations"
_UNDO_ENDS = "Dagleder er opdateret siden. Det, du gjorde før opdateringen, kan ikke fortrydes."


def migrate(path: Path, key: Key, *, to: str = "head", more_scripts: str = "") -> None:
    """Run what is missing up to revision `to`, all or nothing; a file that is not there yet is made.

    `more_scripts` is a further folder of revisions (the tests have some).
    """
    with migrating_connection(path, key) as connection, connection.begin():
        command.upgrade(alembic_config(connection, version_locations=more_scripts), to)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise Bug(f"The migration left {len(broken)} rows that refer to nothing")
        if journal.steps(raw(connection), 1):
            journal.end_undo_line(raw(connection), _UNDO_ENDS)


@contextmanager
def migrating_connection(path: Path, key: Key) -> Iterator[Connection]:
    """A connection with foreign keys off, as rebuilding a table that others refer to needs it."""
    path.touch(0o600)
    engine = migration_engine(path, key)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def alembic_config(connection: Connection, *, version_locations: str = "", **options: Any) -> Config:
    config = Config(attributes={"connection": connection, "options": options})
    config.set_main_option("script_location", _SCRIPTS)
    if version_locations:
        config.set_main_option("path_separator", "newline")
        config.set_main_option("version_locations", f"{_SCRIPTS}/versions\n{version_locations}")
    return config
