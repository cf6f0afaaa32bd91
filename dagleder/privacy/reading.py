"""Reads what is to be told of a person: her rows, and what the ids in them stand for."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from dagleder.base.dates import clock_digits, day_text
from dagleder.models.competence import Competence
from dagleder.models.meetings import Meeting
from dagleder.models.settings import Band, Team
from dagleder.models.staff import WorkPattern
from dagleder.models.tasks import Task, TaskKind
from dagleder.privacy.relations import table_named
from dagleder.privacy.telling import Names


def rows_of(session: Session, table_name: str, ids: Sequence[int]) -> list[dict[str, Any]]:
    table = table_named(table_name)
    found = session.execute(select(table).where(table.c.id.in_(ids)).order_by(table.c.id))
    return [row._asdict() for row in found]


def names_in(session: Session) -> Names:
    meetings = session.execute(select(col(Meeting.id), col(Meeting.title), col(Meeting.day), col(Meeting.start_minute)))
    patterns = session.execute(select(col(WorkPattern.id), col(WorkPattern.valid_from)))
    competences = session.execute(select(col(Competence.id), col(Competence.name), col(Competence.certificate))).all()
    return Names(
        teams={row.id: row.name for row in session.execute(select(col(Team.id), col(Team.name)))},
        bands={row.id: row.name for row in session.execute(select(col(Band.id), col(Band.name)))},
        meetings={
            row.id: f"{row.title} {day_text(row.day, year=True)} kl. {clock_digits(row.start_minute)}"
            for row in meetings
        },
        patterns={row.id: f"fra {day_text(row.valid_from, year=True)}" for row in patterns},
        competences={row.id: row.name for row in competences},
        certificates=frozenset(row.id for row in competences if row.certificate),
        tasks={row.id: row.title for row in session.execute(select(col(Task.id), col(Task.title)))},
        task_kinds={row.id: row.name for row in session.execute(select(col(TaskKind.id), col(TaskKind.name)))},
    )
