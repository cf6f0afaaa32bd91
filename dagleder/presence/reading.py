"""Reads what presence is reckoned from: columns only, a fixed number of queries however many people there are."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import select
from sqlmodel import Session, col

from dagleder.base.errors import UserProblem
from dagleder.base.text import danish_key
from dagleder.models import presence as tables
from dagleder.models.staff import Employee
from dagleder.presence.facts import Absence, Facts, House, Loan, Person, Substitute
from dagleder.presence.sources import Engagement
from dagleder.settings import reading as settings
from dagleder.settings.staffing import Needs
from dagleder.staff import reading as staff
from dagleder.staff.employment import Employment
from dagleder.staff.people import distinct_names
from dagleder.staff.roles import staff_group

TABLES: Final = staff.TABLES | {
    *("house", "site", "team", "band", "staffing_need", "closing_day", "special_day_status"),
    *("absence", "loan", "substitute"),
}
"""Whose changes make `facts` other than they were."""


def facts(session: Session, first: date, last: date, engagements: Sequence[Engagement] = ()) -> Facts:
    """Everything that decides who is there from `first` to `last`, both included."""
    return Facts(
        first=first,
        last=last,
        house=house(session, first, last),
        people=people(session),
        absences=absences(session, first, last),
        loans=loans(session, first, last),
        substitutes=substitutes(session, first, last),
        engagements=tuple(engagements),
    )


def house(session: Session, first: date, last: date) -> House:
    return House(
        sites=settings.sites(session),
        teams=settings.teams(session),
        bands=settings.bands(session),
        needs=Needs(settings.needs(session)),
        closing_days=settings.closing_days(session, first, last),
        statuses=settings.special_day_statuses(session),
        counts_leader=settings.house(session).counts_leader,
    )


def people(session: Session) -> dict[int, Person]:
    """Everybody who ever was on the staff, in order of last name, first name."""
    called = _called(session)
    employments = staff.employments(session)
    return {who: _person(employments[who], name) for who, name in called.items()}


def person(session: Session, employee_id: int) -> Person:
    """One of the staff. UserProblem when she is gone."""
    employment = staff.employments(session, employee_id).get(employee_id)
    if employment is None:
        raise UserProblem(staff.GONE)
    return _person(employment, _called(session)[employee_id])


def _person(employment: Employment, called: str) -> Person:
    return Person(employment, called, staff_group(employment.role))


def _called(session: Session) -> dict[int, str]:
    """What each is called, in order of last name, first name."""
    columns = (Employee.id, Employee.first_name, Employee.last_name, Employee.known_as)
    names = [tuple(row) for row in session.execute(select(*map(col, columns)))]
    return distinct_names(sorted(names, key=lambda row: (danish_key(row[2]), danish_key(row[1]), row[0])))


def absences(session: Session, first: date, last: date, employee_id: int | None = None) -> tuple[Absence, ...]:
    """The absences that touch the period, by first day."""
    table = tables.Absence
    columns = (table.id, table.employee_id, table.first, table.last, table.kind, table.start_minute, table.end_minute)
    return tuple(Absence(*row) for row in _in_period(session, table, columns, first, last, employee_id))


def loans(session: Session, first: date, last: date, employee_id: int | None = None) -> tuple[Loan, ...]:
    table = tables.Loan
    columns = (table.id, table.employee_id, table.team_id, table.first, table.last, table.band_id)
    return tuple(Loan(*row) for row in _in_period(session, table, columns, first, last, employee_id))


def substitutes(session: Session, first: date, last: date, employee_id: int | None = None) -> tuple[Substitute, ...]:
    table = tables.Substitute
    columns = (table.id, table.employee_id, table.name, table.team_id, table.first, table.last, table.band_id)
    found = _in_period(session, table, (*columns, table.pedagogue), first, last, employee_id)
    return tuple(Substitute(*row) for row in found)


def _in_period(
    session: Session, table: Any, columns: Sequence[Any], first: date, last: date, employee_id: int | None
) -> Sequence[Any]:
    query = select(*map(col, columns)).where(table.first <= last, table.last >= first).order_by(table.first, table.id)
    if employee_id is not None:
        query = query.where(table.employee_id == employee_id)
    return session.execute(query).all()
