"""Reads tasks out of a session: columns only, a fixed number of queries however many tasks there are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, select, true
from sqlmodel import Session, col

from dagleder.base.errors import UserProblem
from dagleder.base.text import danish_key
from dagleder.competence import reading as competence
from dagleder.models import tasks as tables
from dagleder.models.competence import Competence
from dagleder.models.staff import Employee
from dagleder.settings import reading as settings
from dagleder.settings.places import Team
from dagleder.staff import reading as staff
from dagleder.staff.people import distinct_names, full_name, list_order
from dagleder.tasks import repeats
from dagleder.tasks.drafts import Origin
from dagleder.tasks.kinds import Kind, Subject, Weights
from dagleder.tasks.needs import CERTIFICATE_LEVEL, Need
from dagleder.tasks.quick_doubts import QuickPerson, QuickTeam
from dagleder.tasks.register import Register
from dagleder.tasks.states import ENDED, Mandate, Part, State
from dagleder.tasks.task import FollowUp, Step, Task, TaskPerson

TABLES: Final = frozenset(
    {
        *("task", "task_kind", "task_kind_need", "task_need", "task_person", "task_step", "follow_up"),
        *("employee", "team", "site", "competence"),
    }
)
"""Whose changes make `tasks` other than they were."""

GONE: Final = "Opgaven findes ikke længere. Måske er den fortrudt eller slettet imens."
KIND_GONE: Final = "Opgavetypen findes ikke længere. Måske er den fortrudt eller slettet imens."

# --- kinds ---------------------------------------------------------------------------------------


def kinds(session: Session) -> tuple[Kind, ...]:
    """Every kind in its order, also the hidden ones."""
    table = tables.TaskKind
    columns = (table.id, table.key, table.name, table.roles, table.subject, table.subject_level)
    more = (table.position, table.hidden)
    weights = (table.relevance_weight, table.competence_weight, table.experience_weight, table.readiness_weight)
    needs = _needs(session, tables.TaskKindNeed, tables.TaskKindNeed.kind_id, true())
    query = select(*map(col, (*columns, *more, *weights))).order_by(col(table.position), col(table.id))
    return tuple(_kind(row, needs) for row in session.execute(query))


def _kind(row: Any, needs: Mapping[int, list[Need]]) -> Kind:
    row_id, key, name, roles, subject, subject_level, position, hidden, *weights = row
    allowed = frozenset(roles.split(",")) if roles else frozenset()
    held = tuple(needs.get(row_id, ()))
    return Kind(row_id, key, name, allowed, Subject(subject), subject_level, position, hidden, Weights(*weights), held)


def kind(session: Session, kind_id: int) -> Kind:
    """Raises UserProblem when there is none (any more)."""
    for each in kinds(session):
        if each.id == kind_id:
            return each
    raise UserProblem(KIND_GONE, field="kind_id")


# --- tasks ---------------------------------------------------------------------------------------


def tasks(session: Session, *, ended: bool = False) -> tuple[Task, ...]:
    """The tasks by deadline (those without one last), then title; with `ended` those done and dropped too."""
    over = col(tables.Task.state).in_([state.value for state in ENDED])
    return _tasks(session, true() if ended else ~over)


def task(session: Session, task_id: int) -> Task:
    """Raises UserProblem when there is none (any more)."""
    found = _tasks(session, col(tables.Task.id) == task_id)
    if not found:
        raise UserProblem(GONE)
    return found[0]


def task_after(session: Session, task_id: int) -> Task | None:
    """The one that was laid when a task that comes again was done."""
    found = _tasks(session, col(tables.Task.repeats_id) == task_id)
    return found[0] if found else None


def tasks_of(session: Session, employee_id: int, *, ended: bool = False) -> tuple[Task, ...]:
    """The tasks somebody has a part in."""
    table = tables.TaskPerson
    ids = select(col(table.task_id)).where(col(table.employee_id) == employee_id)
    found = _tasks(session, col(tables.Task.id).in_(ids))
    return found if ended else tuple(each for each in found if not each.ended)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What belongs to tasks, each by the task's id."""

    kinds: Mapping[int, Kind]
    teams: Mapping[int, Team]
    needs: Mapping[int, list[Need]]
    people: Mapping[int, list[TaskPerson]]
    steps: Mapping[int, list[Step]]
    follow_ups: Mapping[int, list[FollowUp]]


def _tasks(session: Session, condition: ColumnElement[bool]) -> tuple[Task, ...]:
    table = tables.Task
    ids = select(col(table.id)).where(condition)
    plain = (table.id, table.title, table.description, table.team_id, table.theme, table.first, table.due)
    more = (table.minutes, table.weekly, table.ended_on, table.own, table.added_on, table.repeats_id)
    read = (table.kind_id, table.mandate, table.state, table.origin, table.origin_feature, table.origin_id)
    parts = _Parts(
        kinds={each.id: each for each in kinds(session)},
        teams={team.id: team for team in settings.teams(session)},
        needs=_needs(session, tables.TaskNeed, tables.TaskNeed.task_id, col(tables.TaskNeed.task_id).in_(ids)),
        people=_people(session, ids),
        steps=_steps(session, ids),
        follow_ups=_follow_ups(session, ids),
    )
    query = select(*map(col, (*plain, *more, *read, table.repeat))).where(condition)
    return tuple(sorted((_task(tuple(row), parts) for row in session.execute(query)), key=task_order))


def task_order(task: Task) -> tuple[bool, Any, str, int]:
    """By deadline, those without one last; then by title."""
    return task.due is None, task.due, danish_key(task.title), task.id


def _task(row: tuple[Any, ...], parts: _Parts) -> Task:
    *plain, kind_id, mandate, state, origin, feature, origin_id, repeat = row
    task_id, team = row[0], parts.teams.get(row[3])
    values: list[Any] = [
        *plain,
        parts.kinds.get(kind_id),
        team.name if team else "",
        Mandate(mandate) if mandate else None,
        State(state),
        Origin(origin, feature, origin_id),
        repeats.from_json(repeat) if repeat else None,
        tuple(parts.needs.get(task_id, ())),
        tuple(parts.people.get(task_id, ())),
        tuple(parts.steps.get(task_id, ())),
        tuple(parts.follow_ups.get(task_id, ())),
        team.closed_on if team else None,
    ]
    return Task(*values)


def _needs(session: Session, table: Any, owner: Any, condition: ColumnElement[bool]) -> Mapping[int, list[Need]]:
    """By kind or task: the musts first, in the order they were entered."""
    columns = (owner, table.competence_id, table.level, table.must, Competence.name, Competence.certificate)
    query = (
        select(*map(col, columns))
        .join(Competence, col(Competence.id) == col(table.competence_id))
        .where(condition)
        .order_by(col(table.must).desc(), col(table.id))
    )
    found: defaultdict[int, list[Need]] = defaultdict(list)
    for owner_id, which, level, must, name, certificate in session.execute(query):
        found[owner_id].append(Need(which, CERTIFICATE_LEVEL if certificate else level, must, name, certificate))
    return found


def _staff(session: Session) -> dict[int, tuple[Any, ...]]:
    """By id: name, what each is called, initials, and the last day."""
    columns = (Employee.id, Employee.first_name, Employee.last_name, Employee.known_as, Employee.initials, Employee.end)
    rows = [tuple(row) for row in session.execute(select(*map(col, columns)))]
    called = distinct_names(row[:4] for row in rows)
    return {who: (full_name(first, last), called[who], initials, end) for who, first, last, _, initials, end in rows}


def quick_people(session: Session, today: date) -> tuple[QuickPerson, ...]:
    """Those who have not left."""
    return tuple(
        QuickPerson(who, name, called, initials)
        for who, (name, called, initials, end) in _staff(session).items()
        if end is None or end >= today
    )


def quick_teams(session: Session, today: date) -> tuple[QuickTeam, ...]:
    return tuple(QuickTeam(team.id, team.name) for team in settings.teams(session) if team.is_open(today))


def register(session: Session, today: date) -> Register:
    """Everybody and everything a command can name; what is switched off or closed can't be."""
    competences = competence.competences(session, competence.catalogue_areas(session))
    return Register(
        sorted(staff.staff_rows(session, today, left=True), key=list_order),
        [team for team in settings.teams(session) if team.is_open(today)],
        [each for each in kinds(session) if not each.hidden],
        [each for each in competences if not each.hidden],
    )


def _people(session: Session, ids: Any) -> Mapping[int, list[TaskPerson]]:
    table = tables.TaskPerson
    names = _staff(session)
    query = (
        select(*map(col, (table.task_id, table.employee_id, table.part, table.since)))
        .where(col(table.task_id).in_(ids))
        .order_by(col(table.position), col(table.id))
    )
    found: defaultdict[int, list[TaskPerson]] = defaultdict(list)
    for task_id, who, part, since in session.execute(query):
        name, called, initials, end = names[who]
        found[task_id].append(TaskPerson(who, name, called, initials, Part(part), since, end))
    return found


def _steps(session: Session, ids: Any) -> Mapping[int, list[Step]]:
    table = tables.TaskStep
    query = (
        select(*map(col, (table.task_id, table.id, table.text, table.done_on)))
        .where(col(table.task_id).in_(ids))
        .order_by(col(table.position), col(table.id))
    )
    found: defaultdict[int, list[Step]] = defaultdict(list)
    for task_id, *step in session.execute(query):
        found[task_id].append(Step(*step))
    return found


def _follow_ups(session: Session, ids: Any) -> Mapping[int, list[FollowUp]]:
    table = tables.FollowUp
    query = (
        select(*map(col, (table.task_id, table.id, table.day, table.text, table.answer, table.done_on)))
        .where(col(table.task_id).in_(ids))
        .order_by(col(table.day), col(table.id))
    )
    found: defaultdict[int, list[FollowUp]] = defaultdict(list)
    for task_id, *follow_up in session.execute(query):
        found[task_id].append(FollowUp(*follow_up))
    return found
