"""Reads and writes what people did before the program, inside a transaction that `service` has opened."""

from typing import Final

from sqlalchemy import select
from sqlmodel import Session, col

from dagleder.base.errors import UserProblem
from dagleder.base.lines import plain_line
from dagleder.models import tasks as tables
from dagleder.models.stored import add, existing
from dagleder.tasks.earlier import EarlierDraft, EarlierTask

_GONE: Final = "Erfaringen findes ikke længere. Måske er den fortrudt eller slettet imens."


def entries(session: Session, employee_id: int | None = None) -> tuple[EarlierTask, ...]:
    """Of one of the staff, or of all; newest first."""
    table = tables.EarlierTask
    columns = (table.id, table.employee_id, table.kind_id, table.first, table.last, table.text)
    query = select(*map(col, columns)).order_by(col(table.first).desc(), col(table.id).desc())
    if employee_id is not None:
        query = query.where(col(table.employee_id) == employee_id)
    return tuple(EarlierTask(*row) for row in session.execute(query))


def entry(session: Session, entry_id: int) -> EarlierTask:
    """Raises UserProblem when there is none (any more)."""
    for each in entries(session):
        if each.id == entry_id:
            return each
    raise UserProblem(_GONE)


def add_entry(session: Session, draft: EarlierDraft) -> int:
    row = tables.EarlierTask(employee_id=draft.employee_id, kind_id=draft.kind_id, first=draft.first)
    _set(row, draft)
    return add(session, row)


def change_entry(session: Session, entry_id: int, draft: EarlierDraft) -> None:
    _set(existing(session, tables.EarlierTask, entry_id, _GONE), draft)


def remove_entry(session: Session, entry_id: int) -> None:
    session.delete(existing(session, tables.EarlierTask, entry_id, _GONE))


def _set(row: tables.EarlierTask, draft: EarlierDraft) -> None:
    row.employee_id, row.kind_id = draft.employee_id, draft.kind_id
    row.first, row.last, row.text = draft.first, draft.last, plain_line(draft.text)
