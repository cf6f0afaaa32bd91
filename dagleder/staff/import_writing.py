"""Takes a planned staff list into the house, inside a transaction that `service` has opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from dagleder.base.text import fold
from dagleder.models import stored
from dagleder.models.staff import Employee, TeamMembership, WeeklyHours
from dagleder.settings.teams import ensure_team
from dagleder.staff import writing
from dagleder.staff.drafts import HoursDraft
from dagleder.staff.employment import facts_day
from dagleder.staff.import_values import ChangedPerson, ImportPlan, NewPerson


def take_in(session: Session, plan: ImportPlan, today: date) -> None:
    """Adds and changes what the plan says; stuer nobody knew are made."""
    teams = _Teams(session, {})
    _add(session, plan.added, teams)
    for person in plan.changed:
        _change(session, person, teams, today)


@dataclass
class _Teams:
    """Ids of stuer by folded name, each asked for once."""

    session: Session
    known: dict[str, int]

    def ids(self, names: Iterable[str]) -> list[int]:
        for name in names:
            if fold(name) not in self.known:
                self.known[fold(name)] = ensure_team(self.session, name)
        return [self.known[fold(name)] for name in names]


def _add(session: Session, people: Iterable[NewPerson], teams: _Teams) -> None:
    added = [(person, Employee(**writing.employee_columns(person.draft))) for person in people]
    session.add_all(employee for _, employee in added)
    session.flush()
    for person, employee in added:
        who = stored.id_of(employee)
        if person.minutes is not None:
            session.add(WeeklyHours(employee_id=who, minutes=person.minutes))
        for position, team_id in enumerate(teams.ids(person.teams)):
            session.add(TeamMembership(employee_id=who, team_id=team_id, position=position))


def _change(session: Session, person: ChangedPerson, teams: _Teams, today: date) -> None:
    employee = writing.existing(session, Employee, person.employee_id)
    for name, value in writing.employee_columns(person.draft).items():
        setattr(employee, name, value)
    session.add(employee)
    since = facts_day(today, employee.start, employee.end)  # the day the list was compared on
    if person.minutes is not None:
        known = session.exec(
            select(WeeklyHours.id).where(col(WeeklyHours.employee_id) == person.employee_id).limit(1)
        ).first()
        # Hours nobody knew hold from the start; other hours hold from now on, and the past keeps its own.
        writing.set_hours(session, person.employee_id, HoursDraft(person.minutes, since if known else None))
    if person.teams is not None:
        held = writing.memberships_of(session, person.employee_id)
        writing.move_to_teams(session, person.employee_id, teams.ids(person.teams), since if held else None)
