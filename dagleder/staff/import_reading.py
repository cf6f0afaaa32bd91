"""Reads what a staff list is compared with."""

from datetime import date

from sqlalchemy import select
from sqlmodel import Session, col

from dagleder.models.settings import Team
from dagleder.staff import reading
from dagleder.staff.employment import facts_day
from dagleder.staff.import_people import PresentPerson
from dagleder.staff.import_plan import PresentStaff


def present_staff(session: Session, today: date) -> PresentStaff:
    """The house as a staff list is read against it: everybody ever, with the hours and stuer of the day."""
    held = reading.employments(session)
    people = []
    for who, draft in reading.facts(session).items():
        day = facts_day(today, draft.start, draft.end)
        teams = tuple(m.team for m in held[who].memberships_on(day))
        left = draft.end is not None and draft.end < today
        people.append(PresentPerson(who, draft, held[who].minutes_on(day), teams, left))
    teams_query = select(col(Team.name)).order_by(col(Team.position), col(Team.id))
    return PresentStaff(tuple(people), tuple(session.execute(teams_query).scalars()))
