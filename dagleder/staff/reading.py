"""Reads staff out of a session: columns only, a fixed number of queries however many people there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, ScalarSelect, case, or_, select
from sqlmodel import Session, col

from dagleder.base.errors import UserProblem
from dagleder.models.settings import House, Team
from dagleder.models.staff import Employee, TeamMembership, WeeklyHours, WorkPattern, WorkPatternDay
from dagleder.staff.drafts import EmployeeDraft
from dagleder.staff.employment import AgreedHours, Employment, Membership, facts_day
from dagleder.staff.patterns import DAY_OFF_WEEK, Pattern, Shift, Week
from dagleder.staff.people import Person, StaffRow, distinct_names, full_name

TABLES: Final = frozenset({"employee", "weekly_hours", "team_membership", "work_pattern", "work_pattern_day"})
"""Whose changes make `employments` other than they were."""

GONE = "Medarbejderen findes ikke længere. Måske er det fortrudt eller slettet imens."

_ROW_COLUMNS = (
    Employee.id,
    Employee.number,
    Employee.first_name,
    Employee.last_name,
    Employee.known_as,
    Employee.initials,
    Employee.role,
    Employee.start,
    Employee.end,
    Employee.mail,
    Employee.phone,
)


def staff_rows(session: Session, today: date, *, left: bool) -> list[StaffRow]:
    """Everyone who has not left by `today`, also those who start later; with `left` those who have, too."""
    day = _facts_day(today)
    query = (
        select(*map(col, _ROW_COLUMNS), _minutes(day), *map(col, (TeamMembership.team_id, Team.name, Team.position)))
        .select_from(Employee)
        .join(TeamMembership, col(TeamMembership.id) == _first_membership(day), isouter=True)
        .join(Team, col(Team.id) == col(TeamMembership.team_id), isouter=True)
        .order_by(col(Employee.id))
    )
    if not left:
        query = query.where(or_(col(Employee.end).is_(None), col(Employee.end) >= today))
    return [StaffRow._make(row) for row in session.execute(query)]


def _facts_day(today: date) -> ColumnElement[date]:
    """`employment.facts_day` in SQL."""
    start, end = col(Employee.start), col(Employee.end)
    begun = case((start > today, start), else_=today)
    return case((end < begun, end), else_=begun)


def _minutes(day: ColumnElement[date]) -> ScalarSelect[int | None]:
    """`employment.minutes_on` in SQL."""
    begin = col(WeeklyHours.valid_from)
    query = (
        select(col(WeeklyHours.minutes))
        .where(col(WeeklyHours.employee_id) == col(Employee.id), or_(begin.is_(None), begin <= day))
        .order_by(begin.desc().nulls_last())
        .limit(1)
    )
    return query.correlate(Employee).scalar_subquery()


def _first_membership(day: ColumnElement[date]) -> ScalarSelect[int | None]:
    """The first of `Employment.memberships_on` in SQL."""
    held = TeamMembership.__table__.alias("held")  # type: ignore[attr-defined]  # SQLModel leaves it untyped
    query = (
        select(held.c.id)
        .where(held.c.employee_id == col(Employee.id))
        .where(or_(held.c.valid_from.is_(None), held.c.valid_from <= day))
        .where(or_(held.c.valid_to.is_(None), held.c.valid_to >= day))
        .order_by(held.c.position, held.c.id)
        .limit(1)
    )
    return query.correlate(Employee).scalar_subquery()


def employments(session: Session, employee_id: int | None = None) -> dict[int, Employment]:
    """Everybody's (or one person's) time in the house, by employee; those who have left too."""
    hours = _grouped(
        _rows(
            session, WeeklyHours.employee_id, employee_id, WeeklyHours.id, WeeklyHours.valid_from, WeeklyHours.minutes
        )
    )
    teams = _memberships(session, employee_id)
    patterns = _patterns(session, employee_id)
    columns = (Employee.first_name, Employee.last_name, Employee.initials, Employee.role, Employee.start, Employee.end)
    return {
        who: Employment(
            who,
            full_name(first, last),
            initials,
            role,
            start,
            end,
            tuple(AgreedHours(*row) for row in hours[who]),
            tuple(teams[who]),
            tuple(patterns[who]),
        )
        for who, first, last, initials, role, start, end in _rows(session, Employee.id, employee_id, *columns)
    }


def _rows(session: Session, owner: Any, employee_id: int | None, *columns: Any) -> Sequence[tuple[Any, ...]]:
    """`owner` (the employee) and `columns` of one table, in the order they were made."""
    query = select(col(owner), *map(col, columns)).order_by(owner.class_.id)
    if employee_id is not None:
        query = query.where(col(owner) == employee_id)
    return [tuple(row) for row in session.execute(query)]


def _grouped(rows: Iterable[tuple[Any, ...]]) -> defaultdict[int, list[tuple[Any, ...]]]:
    groups: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for owner, *rest in rows:
        groups[owner].append(tuple(rest))
    return groups


def _memberships(session: Session, employee_id: int | None) -> defaultdict[int, list[Membership]]:
    table = TeamMembership
    names = {row.id: row.name for row in session.execute(select(col(Team.id), col(Team.name)))}
    columns = (table.id, table.team_id, table.valid_from, table.valid_to, table.weekdays, table.position)
    found: defaultdict[int, list[Membership]] = defaultdict(list)
    for owner, row_id, team_id, *rest in _rows(session, table.employee_id, employee_id, *columns):
        found[owner].append(Membership(row_id, team_id, names[team_id], *rest))
    return found


def _patterns(session: Session, employee_id: int | None) -> defaultdict[int, list[Pattern]]:
    day = WorkPatternDay
    weeks: defaultdict[int, dict[tuple[int, int], Shift]] = defaultdict(dict)
    columns = map(col, (day.pattern_id, day.week, day.weekday, day.start_minute, day.end_minute, day.minutes))
    for pattern, week, weekday, start, end, minutes in session.execute(select(*columns)):
        timed = start is not None and end is not None
        weeks[pattern][week, weekday] = Shift.between(start, end) if timed else Shift(minutes or 0)
    found: defaultdict[int, list[Pattern]] = defaultdict(list)
    table = WorkPattern
    for owner, row_id, valid_from, anchor, count in _rows(
        session, table.employee_id, employee_id, table.id, table.valid_from, table.anchor, table.weeks
    ):
        rotation = tuple(_week(weeks[row_id], number) for number in range(count))
        found[owner].append(Pattern(row_id, valid_from, anchor, rotation))
    return found


def _week(shifts: dict[tuple[int, int], Shift], number: int) -> Week:
    return tuple(shifts.get((number, weekday)) for weekday in range(len(DAY_OFF_WEEK)))


def facts(session: Session, employee_id: int | None = None) -> dict[int, EmployeeDraft]:
    """What has no history of its own, as it would be entered again, by employee."""
    plain = [field.name for field in fields(EmployeeDraft) if field.name != "birthday"]
    columns = [getattr(Employee, name) for name in plain]
    found = {}
    for who, day, month, *values in _rows(
        session, Employee.id, employee_id, Employee.birth_day, Employee.birth_month, *columns
    ):
        named = dict(zip(plain, values, strict=True)) | {"birthday": (day, month) if day and month else None}
        found[who] = EmployeeDraft(**named | {"number": named["number"] or ""})
    return found


def person(session: Session, employee_id: int, today: date) -> Person:
    """Raises UserProblem when there is nobody (any more)."""
    found = facts(session, employee_id).get(employee_id)
    if found is None:
        raise UserProblem(GONE)
    employment = employments(session, employee_id)[employee_id]
    return Person(employee_id, found, employment, facts_day(today, found.start, found.end))


def called(session: Session, employee_id: int, new: EmployeeDraft | None = None) -> str:
    """What she is called (as `new` has it), for the name of a step. Raises UserProblem when she is gone."""
    columns = (Employee.id, Employee.first_name, Employee.last_name, Employee.known_as)
    names = {row[0]: tuple(row) for row in session.execute(select(*map(col, columns)))}
    if employee_id not in names:
        raise UserProblem(GONE)
    if new is not None:
        names[employee_id] = (employee_id, new.first_name, new.last_name, new.known_as)
    return distinct_names(names.values())[employee_id]


def house_name(session: Session) -> str:
    name: str = session.execute(select(col(House.name))).scalar_one()
    return name
