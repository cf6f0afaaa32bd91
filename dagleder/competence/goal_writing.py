"""Changes what people have agreed to reach, inside a transaction. A goal that is reached ends by itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from dagleder.base.errors import UserProblem
from dagleder.base.lines import running_text
from dagleder.competence.drafts import AssessmentDraft, GoalDraft
from dagleder.competence.levels import NOT_YET, Source
from dagleder.competence.reading import GOAL_GONE, Pair
from dagleder.models import competence as tables
from dagleder.models.stored import add, existing

Goals = defaultdict[Pair, list[tables.CompetenceGoal]]


def goals_of(session: Session, employee_ids: Collection[int]) -> Goals:
    """All goals of some people, open and ended, in the order they were agreed."""
    table = tables.CompetenceGoal
    found: Goals = defaultdict(list)
    for row in session.exec(select(table).where(col(table.employee_id).in_(employee_ids)).order_by(col(table.id))):
        found[row.employee_id, row.competence_id].append(row)
    return found


def put_goal(session: Session, draft: GoalDraft, today: date) -> int:
    """The open goal of the two becomes as the draft; where there is none, it is agreed today."""
    goals = goals_of(session, {draft.employee_id})[draft.pair]
    row = next((goal for goal in goals if goal.ended_on is None), None)
    values: dict[str, Any] = {
        "level": draft.level,
        "due": draft.due,
        "source": draft.source.value,
        "note": running_text(draft.note, "note"),
    }
    if row is None:
        who, which = draft.pair
        return add(session, tables.CompetenceGoal(employee_id=who, competence_id=which, agreed_on=today, **values))
    for name, value in values.items():
        setattr(row, name, value)
    return add(session, row)


def end_goal(session: Session, goal_id: int, day: date, *, reached: bool) -> None:
    """An open goal is reached, or given up. UserProblem for one that has ended: how it ended stays told."""
    row = existing(session, tables.CompetenceGoal, goal_id, GOAL_GONE)
    if row.ended_on is not None:
        raise UserProblem(f"Målet er allerede {'nået' if row.reached else 'opgivet'}.")
    row.ended_on, row.reached = day, reached


def reach(goals: Iterable[tables.CompetenceGoal], found: AssessmentDraft, today: date) -> None:
    """The open goals that are met by what was found end today, on whatever day it was found.

    Until today it was a goal: whatever came up in the meantime is weighed with it (docs/decisions/delegation.md).
    """
    for goal in goals:
        if goal.ended_on is None and _meets(found, goal):
            goal.ended_on, goal.reached = today, True


def reopen(
    session: Session, goals: Sequence[tables.CompetenceGoal], before: tables.Assessment, level: int = NOT_YET
) -> None:
    """The goal agreed last, reached by what turned out to be another `level`, is open again, unless more meets it.

    An earlier one stays as it ended: another has taken its place, be it given up since.
    """
    for goal in goals[-1:]:
        if goal.reached and level < goal.level and _meets(before, goal) and not _met_without(session, goal, before):
            goal.ended_on, goal.reached = None, False


def _meets(found: AssessmentDraft | tables.Assessment, goal: tables.CompetenceGoal) -> bool:
    """Whether it was found while the goal was open, and not in her own view alone."""
    if found.source == Source.SELF or (found.valid_until is not None and found.valid_until < found.day):
        return False
    return found.level >= goal.level and goal.agreed_on <= found.day <= (goal.ended_on or date.max)


def _met_without(session: Session, goal: tables.CompetenceGoal, before: tables.Assessment) -> bool:
    table = tables.Assessment
    about = table.employee_id == goal.employee_id, table.competence_id == goal.competence_id
    return any(_meets(row, goal) for row in session.exec(select(table).where(*about, col(table.id) != before.id)))
