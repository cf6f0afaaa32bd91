"""Which tables a house has, and which of its revisions this program knows."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from dagleder.base.errors import UserProblem
from dagleder.models.tables import FEATURE_TABLES
from dagleder.storage.connection import RawConnection
from dagleder.storage.journal_tables import STORAGE_METADATA
from dagleder.storage.problems import NEWER

# Oldest first; the last is this program's. Compared at each start, because importing Alembic costs 0.4 s.
REVISIONS = ("0001",)
FEATURE_TABLE_NAMES = frozenset(table.name for table in FEATURE_TABLES)
STORED_TABLES: list[MetaData] = [SQLModel.metadata, STORAGE_METADATA]


def current_revision() -> str:
    return REVISIONS[-1]


def read_revision(connection: RawConnection) -> str:
    """The file's revision; raises UserProblem when it is no house, or one of a newer program's."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").fetchall()
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall() if tables else []
    if len(rows) != 1:
        raise UserProblem("Filen er ikke et hus fra Dagleder.")
    revision: str = rows[0][0]
    if revision not in REVISIONS:
        raise UserProblem(NEWER)
    return revision
