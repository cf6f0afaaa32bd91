"""Rows that are (or are believed to be) in the house."""

from typing import TypeVar

from sqlmodel import Session, SQLModel

from dagleder.base.errors import Bug, UserProblem
from dagleder.models.row import Row

Kind = TypeVar("Kind", bound=SQLModel)
_GONE = "Det findes ikke længere. Måske er det fortrudt eller slettet imens."


def existing(session: Session, kind: type[Kind], row_id: int, gone: str = _GONE) -> Kind:
    """The row with that id; one that is gone (undone meanwhile, say) is the leader's problem, not a fault."""
    row = session.get(kind, row_id)
    if row is None:
        raise UserProblem(gone)
    return row


def add(session: Session, row: Row) -> int:
    """Store a new row; its id."""
    session.add(row)
    session.flush()
    return id_of(row)


def id_of(row: Row) -> int:
    """The id of a row that has been flushed."""
    if row.id is None:
        raise Bug(f"A {type(row).__name__} that has not been flushed has no id")
    return row.id
