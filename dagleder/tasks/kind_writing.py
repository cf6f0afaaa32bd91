"""Writes kinds of task inside a transaction that `service` has opened."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from sqlmodel import Session, col, select

from dagleder.base.codes import new_code
from dagleder.base.errors import UserProblem
from dagleder.base.lines import plain_line
from dagleder.base.text import fold
from dagleder.models import tasks as tables
from dagleder.models.competence import Competence
from dagleder.models.stored import add, existing
from dagleder.tasks.kinds import KindDraft, Weights
from dagleder.tasks.needs import CERTIFICATE_LEVEL, Need
from dagleder.tasks.reading import KIND_GONE


def add_kind(session: Session, draft: KindDraft, key: str = "") -> int:
    """A new kind, last in order; its key is random unless it is a shipped one."""
    _refuse_same_name(session, draft)
    position = max(session.exec(select(tables.TaskKind.position)).all(), default=-1) + 1
    kind_id = add(session, tables.TaskKind(key=key or new_code(), position=position, **_values(draft)))
    put_kind_needs(session, kind_id, draft.needs)
    return kind_id


def change_kind(session: Session, kind_id: int, draft: KindDraft) -> None:
    row = existing(session, tables.TaskKind, kind_id, KIND_GONE)
    _refuse_same_name(session, draft, kind_id)
    for name, value in _values(draft).items():
        setattr(row, name, value)
    put_kind_needs(session, kind_id, draft.needs)


def _refuse_same_name(session: Session, draft: KindDraft, kind_id: int | None = None) -> None:
    """UserProblem where the house has a kind of that name, also one that is hidden."""
    table = tables.TaskKind
    for row_id, name, hidden in session.exec(select(table.id, table.name, table.hidden)):
        if row_id != kind_id and fold(name) == fold(plain_line(draft.name)):
            hint = ", men den er skjult. Vis den igen" if hidden else ""
            raise UserProblem(f"Opgavetypen {name} er der allerede{hint}.", field="name")


def _values(draft: KindDraft) -> dict[str, Any]:
    return {
        "name": plain_line(draft.name),
        "roles": ",".join(sorted(draft.roles)),
        "subject": draft.subject.value,
        "subject_level": draft.subject_level,
    }


def set_weights(session: Session, kind_id: int, weights: Weights) -> None:
    row = existing(session, tables.TaskKind, kind_id, KIND_GONE)
    row.relevance_weight, row.competence_weight = weights.relevance, weights.competence
    row.experience_weight, row.readiness_weight = weights.experience, weights.readiness


def put_kind_needs(session: Session, kind_id: int, needs: Sequence[Need]) -> None:
    table = tables.TaskKindNeed
    put_needs(
        session, session.exec(select(table).where(table.kind_id == kind_id)), needs, partial(table, kind_id=kind_id)
    )


def _check_certificates(session: Session, needs: Sequence[Need]) -> None:
    """UserProblem where a certificate is asked for at a level it has not got: nobody could meet it."""
    asked = [need.competence_id for need in needs if need.level != CERTIFICATE_LEVEL]
    held = select(Competence.name).where(col(Competence.id).in_(asked), col(Competence.certificate))
    if asked and (name := session.exec(held).first()):
        raise UserProblem(f"{name} har man, eller man har det ikke. Vælg niveau {CERTIFICATE_LEVEL}.", field="needs")


def put_needs(session: Session, rows: Iterable[Any], needs: Sequence[Need], new: Callable[..., Any]) -> None:
    """The needs of a kind or a task (`rows`, and how one is made) become these; what stays keeps its row."""
    _check_certificates(session, needs)
    held = {row.competence_id: row for row in rows}
    wanted = {need.competence_id: need for need in needs}
    for competence_id, row in held.items():
        if competence_id not in wanted:
            session.delete(row)
    for competence_id, need in wanted.items():
        row = held.get(competence_id) or new(competence_id=competence_id)
        row.level, row.must = need.level, need.must
        session.add(row)
