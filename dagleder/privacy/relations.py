"""Which rows are about one person, found in the schema itself: no list can be forgotten here.

A row belongs to a person when its `employee_id` points at her, or it points at a row that belongs to her. Any other
column that points at her names her in somebody else's row: that row stays, without her.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import Table, inspect, or_, select
from sqlmodel import Session, col

from dagleder.base.text import fold
from dagleder.models.meetings import MeetingParticipant
from dagleder.models.presence import Substitute
from dagleder.models.staff import Employee
from dagleder.models.tables import FEATURE_TABLES
from dagleder.storage.changes import Pointer, RecordedAbout
from dagleder.storage.database import Database

_BY_NAME = {table.name: table for table in FEATURE_TABLES}
_PERSON = _BY_NAME[str(Employee.__tablename__)]
_OWNER: Final = "employee_id"
WRITTEN_BY_NAME = (Substitute, MeetingParticipant)
"""Where somebody can stand by name alone, without belonging to the register."""

PersonRows = dict[str, tuple[int, ...]]
"""Ids by table name, a table after those it points at."""
NamedIn = dict[tuple[str, str], tuple[int, ...]]
"""Ids of somebody else's rows, by table name and the column that names her."""


@cache
def person_tables() -> tuple[Table, ...]:
    """Every table with rows that belong to a person, a table after those it points at; the person's own first."""
    found = [_PERSON]
    for table in FEATURE_TABLES:  # parents before children
        if table is not _PERSON and any(key.column.table in found for key in table.foreign_keys):
            found.append(table)
    return tuple(found)


def naming_columns() -> tuple[tuple[str, str], ...]:
    """(table, column) wherever a person is named in somebody else's row."""
    return tuple((table.name, column) for table in FEATURE_TABLES for column in _naming(table))


def table_named(name: str) -> Table:
    return _BY_NAME[name]


def rows_about(session: Session, employee_id: int, name: str) -> PersonRows:
    """The rows of the house that belong to the person now, also those where she was written by name."""
    found = _rows_pointing_at(session, employee_id)
    for table, ids in _rows_written_as(session, name).items():
        found[table] = tuple(sorted({*found[table], *ids}))
    return found


def rows_naming(session: Session, employee_id: int) -> NamedIn:
    """The rows of others in which the person is named now."""
    found: NamedIn = {}
    for name, column in naming_columns():
        table = table_named(name)
        mine = select(table.c.id).where(table.c[column] == employee_id).order_by(table.c.id)
        found[name, column] = tuple(session.execute(mine).scalars())
    return found


def delete_rows(session: Session, rows: PersonRows, named: NamedIn) -> None:
    """Her rows, and her id in those of others: through objects, so that the door sees each of them."""
    classes = {str(mapper.class_.__tablename__): mapper.class_ for mapper in inspect(Employee).registry.mappers}
    for (table, column), ids in named.items():
        for row_id in ids:
            setattr(session.get_one(classes[table], row_id), column, None)
    for table, ids in reversed(rows.items()):
        for row_id in ids:
            session.delete(session.get(classes[table], row_id))
    session.flush()


def _rows_pointing_at(session: Session, employee_id: int) -> PersonRows:
    ids: PersonRows = {_PERSON.name: (employee_id,)}
    for table in person_tables()[1:]:
        belongs = or_(*(table.c[column].in_(ids[parent]) for column, parent in _links(table)))
        ids[table.name] = tuple(session.execute(select(table.c.id).where(belongs).order_by(table.c.id)).scalars())
    return ids


def _rows_written_as(session: Session, name: str) -> PersonRows:
    found: PersonRows = {}
    for table in WRITTEN_BY_NAME:
        written = session.execute(select(col(table.id), col(table.employee_id), col(table.name)))
        ids = tuple(row.id for row in written if is_written_as(name, row._asdict()))
        found[str(table.__tablename__)] = ids
    return found


def is_written_as(name: str, row: Mapping[str, Any]) -> bool:
    """Whether a row (of `WRITTEN_BY_NAME`) is about the one called `name`."""
    return row["employee_id"] is None and bool(row["name"]) and fold(row["name"]) == fold(name)


def recorded_about(database: Database, employee_id: int) -> RecordedAbout:
    """What the history holds of the person and of every row that ever was hers, or named her."""
    hers = (Pointer(table.name, column, parent) for table in person_tables() for column, parent in _links(table))
    named = (Pointer(table, column, _PERSON.name) for table, column in naming_columns())
    ways = (*hers, *named)
    return database.recorded_about(_PERSON.name, employee_id, ways)


def owns(table: Table, row: Mapping[str, Any], ids: Mapping[str, Collection[int]]) -> bool:
    """Whether a row (as stored) is one of the person whose ids these are."""
    if table is _PERSON:
        return row["id"] in ids[_PERSON.name]
    return any(row[column] in ids.get(parent, ()) for column, parent in _links(table))


def naming_column(table: Table, row: Mapping[str, Any], ids: Mapping[str, Collection[int]]) -> str | None:
    """The column of somebody else's row (as stored) that names the person whose ids these are."""
    return next((column for column in _naming(table) if row[column] in ids[_PERSON.name]), None)


def _links(table: Table) -> Iterator[tuple[str, str]]:
    """(column, table it points at) for every way the table's rows can belong to a person."""
    naming = set(_naming(table))
    for key in table.foreign_keys:
        if key.column.table in person_tables() and key.parent.name not in naming:
            yield key.parent.name, key.column.table.name


def _naming(table: Table) -> Iterator[str]:
    """The columns that point at an employee without making the row hers."""
    for key in table.foreign_keys:
        if key.column.table is _PERSON and key.parent.name != _OWNER:
            yield key.parent.name
