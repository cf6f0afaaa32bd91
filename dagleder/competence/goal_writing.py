"""Changes what people have agreed to reach, inside a transaction. A goal that is reached ends by itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

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
    row = existing(session, tables.CompetenceGoal, goal_id, GOAL_GONE)
    row.ended_on, row.reached = row.ended_on or day, reached


def reach(goals: Iterable[tables.CompetenceGoal], found: AssessmentDraft) -> None:
    """The open goals that are met by what was found end on its day. Her own view alone meets none."""
    if found.source is Source.SELF or (found.valid_until is not None and found.valid_until < found.day):
        return
    for goal in goals:
        if goal.ended_on is None and goal.level <= found.level and goal.agreed_on <= found.day:
            goal.ended_on, goal.reached = found.day, True


def reopen(goals: Sequence[tables.CompetenceGoal], before: tables.Assessment, level: int = NOT_YET) -> None:
    """The goal agreed last, reached by what turned out to be another `level`, is open again.

    An earlier one stays as it ended: another has taken its place, be it given up since.
    """
    if before.source == Source.SELF:
        return
    for goal in goals[-1:]:
        if goal.reached and goal.ended_on == before.day and level < goal.level <= before.level:
            goal.ended_on, goal.reached = None, False
