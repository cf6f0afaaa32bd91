"""Reads what tasks are given by: columns only, a fixed number of queries however many tasks and people there are."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, select
from sqlmodel import Session, col

from dagleder.base.errors import UserProblem
from dagleder.competence import reading as competence
from dagleder.models import tasks as tables
from dagleder.presence import reading as presence
from dagleder.tasks import reading
from dagleder.tasks.asking import ask_of, time_of
from dagleder.tasks.delegation import Delegated, facts_from_json
from dagleder.tasks.earlier_entries import entries
from dagleder.tasks.known import Known, Read, know
from dagleder.tasks.misfits import misfits
from dagleder.tasks.states import Mandate, Part
from dagleder.tasks.suggestion import Direction
from dagleder.tasks.task import Task
from dagleder.tasks.writing import leader_id

TABLES: Final = reading.TABLES | competence.TABLES | {"absence", "earlier_task", "delegation", "house"}
"""Whose changes make `known` other than it was, and what has been given."""

Time = tuple[date, date]


def known(session: Session, today: date, time: Time, tasks: Iterable[Task]) -> Known:
    """About everybody who has not left, for tasks that lie within `time`. `tasks`: what they have and had.

    Of `time` nothing but absence depends: so a task has the same answer alone as among others.
    """
    there = (each for each in presence.people(session).values() if (each.employment.end or today) >= today)
    return know(
        Read(
            today=today,
            facts=competence.facts(session, today, coming=True),
            reached=competence.goals_reached(session),
            people=tuple(there),
            absences=presence.absences(session, *time),
            tasks=tuple(tasks),
            earlier=entries(session),
            leader_id=leader_id(session),
        )
    )


def misfits_of(session: Session, task: Task, today: date) -> tuple[str, ...]:
    """What keeps those who have a task from having it, by the criteria."""
    owners = frozenset(each.employee_id for each in task.owners)
    if not owners or task.ended:
        return ()
    found = known(session, today, time_of(task, today), ())
    return tuple(misfits(ask_of(task, today, found.read.facts), found, owners))


def delegations(session: Session, task_id: int) -> tuple[Delegated, ...]:
    """How one task was given, newest first."""
    return _delegations(session, col(tables.Delegation.task_id) == task_id)


def delegation(session: Session, delegation_id: int) -> Delegated:
    """Raises UserProblem when there is none (any more)."""
    found = _delegations(session, col(tables.Delegation.id) == delegation_id)
    if not found:
        raise UserProblem("Valget findes ikke længere. Måske er det fortrudt eller slettet imens.")
    return found[0]


def _delegations(session: Session, condition: ColumnElement[bool]) -> tuple[Delegated, ...]:
    table = tables.Delegation
    plain = (table.id, table.task_id, tables.Task.title, table.employee_id, table.part, table.partner_id, table.day)
    query = (
        select(*map(col, (*plain, table.direction, table.mandate, table.reason, table.facts)))
        .join(tables.Task, col(tables.Task.id) == col(table.task_id))
        .where(condition)
        .order_by(col(table.day).desc(), col(table.id).desc())
    )
    people = presence.people(session)
    found = []
    for row_id, task_id, title, who, part, partner, day, direction, mandate, reason, facts in session.execute(query):
        values, weights = facts_from_json(facts)
        found.append(
            Delegated(
                id=row_id,
                task_id=task_id,
                title=title,
                employee_id=who,
                name=people[who].name,
                called=people[who].called,
                part=Part(part),
                partner=people[partner].name if partner is not None else "",
                day=day,
                direction=Direction(direction) if direction else None,
                mandate=Mandate(mandate) if mandate else None,
                reason=reason,
                values=values,
                weights=weights,
            )
        )
    return tuple(found)


def tasks_but(session: Session, task_id: int | None) -> tuple[Task, ...]:
    """Every task, also those that are over, but for the one that is to be given."""
    return tuple(task for task in reading.tasks(session, ended=True) if task.id != task_id)
