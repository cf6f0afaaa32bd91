"""Whom a typed word means: somebody's number, initials or full name."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from dagleder.base.errors import UserProblem
from dagleder.base.text import fold
from dagleder.models.staff import Employee
from dagleder.staff.people import full_name

_COLUMNS = (Employee.id, Employee.number, Employee.initials, Employee.first_name, Employee.last_name, Employee.known_as)


def person_named(session: Session, text: str) -> int:
    """A number goes before initials, initials before a name. UserProblem where nobody or more than one is meant."""
    rows = session.execute(select(*map(col, _COLUMNS)).order_by(col(Employee.id))).all()
    asked = fold(text)
    meanings = zip(*(tuple(_words(row)) for row in rows), strict=True) if rows else iter(())
    for words in meanings:
        found = [row.id for row, said in zip(rows, words, strict=True) if asked and asked in said]
        if len(found) > 1:
            raise UserProblem(f"“{text}” kan være flere. Skriv initialer eller nummer.")
        if found:
            who: int = found[0]
            return who
    raise UserProblem(f"Der er ingen medarbejder “{text}”. Skriv nummer, initialer eller hele navnet.")


def _words(row: Any) -> Iterator[set[str]]:
    """What she can be called by: first by number, then by initials, last by name."""
    yield {fold(row.number or "")}
    yield {fold(row.initials)}
    names = {full_name(row.first_name, row.last_name), full_name(row.known_as or row.first_name, row.last_name)}
    yield {fold(name) for name in names}
