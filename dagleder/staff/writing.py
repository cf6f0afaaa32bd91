"""Changes staff inside a transaction that `service` has opened."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, col, select

from dagleder.base.errors import UserProblem
from dagleder.models import stored
from dagleder.models.staff import Employee, TeamMembership, WeeklyHours, WorkPattern, WorkPatternDay
from dagleder.staff.drafts import EmployeeDraft, HoursDraft, MembershipDraft, NewEmployeeDraft
from dagleder.staff.initials import suggest_initials
from dagleder.staff.patterns import PatternDraft, Shift
from dagleder.staff.people import full_name
from dagleder.staff.reading import GONE
from dagleder.staff.work_periods import WorkPeriod, hours_from, pattern_from

Kind = TypeVar("Kind", bound=SQLModel)


def existing(session: Session, kind: type[Kind], row_id: int) -> Kind:
    """The row with that id; one that is gone (undone meanwhile, say) is the leader's problem, not a fault."""
    return stored.existing(session, kind, row_id, GONE)


# --- the facts without history -------------------------------------------------------------------


def add_employee(session: Session, draft: NewEmployeeDraft) -> int:
    """A new employee; `draft` has been checked."""
    employee = Employee(first_name="", initials="", role="")
    _fill(session, employee, draft.employee)
    session.add(employee)
    session.flush()
    who = stored.id_of(employee)
    if draft.minutes is not None:
        session.add(WeeklyHours(employee_id=who, minutes=draft.minutes))
    for position, team_id in enumerate(draft.team_ids):
        session.add(TeamMembership(employee_id=who, team_id=team_id, position=position))
    return who


def change_employee(session: Session, employee_id: int, draft: EmployeeDraft) -> None:
    """Makes the facts what `draft` says; it has been checked."""
    employee = existing(session, Employee, employee_id)
    _fill(session, employee, draft)
    session.add(employee)


def _fill(session: Session, employee: Employee, draft: EmployeeDraft) -> None:
    others = session.exec(select(Employee).where(col(Employee.id).is_not(employee.id))).all()
    _check_unique(draft, others)
    if not draft.initials:
        taken = [other.initials for other in others]
        draft = replace(draft, initials=suggest_initials(draft.first_name, draft.last_name, taken))
    for name, value in employee_columns(draft).items():
        setattr(employee, name, value)


def employee_columns(draft: EmployeeDraft) -> dict[str, Any]:
    """The draft as the columns of its row."""
    values: dict[str, Any] = {f.name: getattr(draft, f.name) for f in fields(EmployeeDraft)}
    values["number"] = draft.number or None
    values["birth_day"], values["birth_month"] = values.pop("birthday") or (None, None)
    return values


def _check_unique(draft: EmployeeDraft, others: Sequence[Employee]) -> None:
    for other in others:
        name = full_name(other.first_name, other.last_name)
        if draft.initials and other.initials.casefold() == draft.initials.casefold():
            free = suggest_initials(draft.first_name, draft.last_name, [o.initials for o in others])
            raise UserProblem(f"{other.initials} er {name}. Mente du {free}?", field="initials", suggestion=free)
        if draft.number and other.number == draft.number:
            raise UserProblem(f"Nummer {draft.number} er {name}.", field="number")


# --- hours ---------------------------------------------------------------------------------------


def set_hours(session: Session, employee_id: int, draft: HoursDraft) -> None:
    """From that day the hours are so many; hours entered for the same day are replaced, later ones stand."""
    row = session.exec(
        select(WeeklyHours).where(
            WeeklyHours.employee_id == employee_id, col(WeeklyHours.valid_from).is_not_distinct_from(draft.valid_from)
        )
    ).first()
    row = row or WeeklyHours(employee_id=employee_id, valid_from=draft.valid_from)
    row.minutes = draft.minutes
    session.add(row)


# --- stuer ---------------------------------------------------------------------------------------


def memberships_of(session: Session, employee_id: int) -> Sequence[TeamMembership]:
    query = select(TeamMembership).where(TeamMembership.employee_id == employee_id)
    return session.exec(query.order_by(col(TeamMembership.position), col(TeamMembership.id))).all()


def add_membership(session: Session, employee_id: int, draft: MembershipDraft) -> None:
    position = max((m.position for m in memberships_of(session, employee_id)), default=-1) + 1
    row = TeamMembership(employee_id=employee_id, team_id=draft.team_id, position=position)
    _fill_membership(row, draft)
    session.add(row)


def change_membership(session: Session, membership_id: int, draft: MembershipDraft) -> None:
    row = existing(session, TeamMembership, membership_id)
    row.team_id = draft.team_id
    _fill_membership(row, draft)
    session.add(row)


def _fill_membership(row: TeamMembership, draft: MembershipDraft) -> None:
    row.valid_from, row.valid_to, row.weekdays = draft.valid_from, draft.valid_to, draft.mask


def move_to_teams(session: Session, employee_id: int, team_ids: Sequence[int], since: date | None) -> None:
    """From `since` the stuer are `team_ids`, the first one first. Without a day they have always been so.

    A stue she is in already goes on; one she leaves ends the day before, or goes when it had not begun.
    """
    day_before = since - timedelta(days=1) if since else None
    going_on: set[int] = set()
    for row in memberships_of(session, employee_id):
        if day_before and row.valid_to and row.valid_to < day_before:
            continue  # long over
        if row.team_id in team_ids:
            going_on.add(row.team_id)
            row.valid_to = None
            row.valid_from = _earlier(row.valid_from, since)
            row.position = team_ids.index(row.team_id)
        elif day_before is None or (row.valid_from is not None and row.valid_from > day_before):
            session.delete(row)
        else:
            row.valid_to = day_before
    for position, team_id in enumerate(team_ids):
        if team_id not in going_on:
            session.add(TeamMembership(employee_id=employee_id, team_id=team_id, valid_from=since, position=position))


def _earlier(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else min(one, other)


# --- working patterns ----------------------------------------------------------------------------


def set_pattern(session: Session, employee_id: int, draft: PatternDraft) -> int:
    """From that day the pattern holds; one that begins the same day is replaced. Gives its id."""
    pattern = session.exec(
        select(WorkPattern).where(WorkPattern.employee_id == employee_id, WorkPattern.valid_from == draft.valid_from)
    ).first()
    pattern = pattern or WorkPattern(employee_id=employee_id, valid_from=draft.valid_from, anchor=draft.anchor)
    pattern.anchor, pattern.weeks = draft.anchor, len(draft.weeks)
    session.add(pattern)
    session.flush()
    _set_days(session, stored.id_of(pattern), draft)
    return stored.id_of(pattern)


def _set_days(session: Session, pattern_id: int, draft: PatternDraft) -> None:
    """Only days that differ are touched, so that undo and history stay small."""
    stored = {(day.week, day.weekday): day for day in _days(session, pattern_id)}
    for week, shifts in enumerate(draft.weeks):
        for weekday, shift in enumerate(shifts):
            day = stored.pop((week, weekday), None)
            if shift is None:
                if day is not None:
                    session.delete(day)
            else:
                day = day or WorkPatternDay(pattern_id=pattern_id, week=week, weekday=weekday)
                _fill_day(day, shift)
                session.add(day)
    for day in stored.values():
        session.delete(day)


def _fill_day(day: WorkPatternDay, shift: Shift) -> None:
    day.start_minute, day.end_minute = shift.start, shift.end
    day.minutes = None if shift.timed else shift.minutes


def _days(session: Session, pattern_id: int) -> Sequence[WorkPatternDay]:
    return session.exec(select(WorkPatternDay).where(WorkPatternDay.pattern_id == pattern_id)).all()


def remove_pattern(session: Session, pattern_id: int) -> None:
    pattern = existing(session, WorkPattern, pattern_id)
    for day in _days(session, pattern_id):
        session.delete(day)
    session.delete(pattern)


def begin_later(
    session: Session, employee_id: int, earlier_and_now: tuple[WorkPeriod, WorkPeriod], since: date
) -> None:
    """Moves what was changed in a period to `since`, and puts back what was there before it."""
    earlier, now = earlier_and_now
    if earlier.hours and now.hours and earlier.hours.minutes != now.hours.minutes:
        set_hours(session, employee_id, HoursDraft(earlier.hours.minutes, now.hours.valid_from))
        set_hours(session, employee_id, HoursDraft(now.hours.minutes, since))
    before, after = earlier.pattern, now.pattern
    if after is None or (before and (before.anchor, before.weeks) == (after.anchor, after.weeks)):
        return
    if before is None:
        remove_pattern(session, after.id)
    else:
        set_pattern(session, employee_id, PatternDraft(after.valid_from, before.anchor, before.weeks))
    set_pattern(session, employee_id, PatternDraft(since, after.anchor, after.weeks))


def begin_earlier(session: Session, employee_id: int, earlier: WorkPeriod, now: WorkPeriod) -> None:
    """What begins with `now` takes the place of what holds in `earlier`, the period before it."""
    start = existing(session, Employee, employee_id).start
    if now.hours and now.hours.valid_from == now.first:
        set_hours(session, employee_id, HoursDraft(now.minutes, hours_from(earlier, start)))
    begins = now.pattern if now.pattern and now.pattern.valid_from == now.first else None
    if begins:
        since = pattern_from(earlier, start, begins.valid_from)
        set_pattern(session, employee_id, PatternDraft(since, begins.anchor, begins.weeks))
    remove_beginning(session, now)


def remove_beginning(session: Session, period: WorkPeriod) -> None:
    """Takes away what begins with the period; what held before it goes on."""
    if period.hours and period.hours.valid_from == period.first:
        session.delete(existing(session, WeeklyHours, period.hours.id))
    if period.pattern and period.pattern.valid_from == period.first:
        remove_pattern(session, period.pattern.id)
