"""Reads what a sheet of competences is compared with."""

from datetime import date

from sqlmodel import Session

from dagleder.competence import reading
from dagleder.competence.import_values import KnownPerson, Register
from dagleder.settings import reading as settings
from dagleder.staff import reading as staff
from dagleder.staff.employment import facts_day


def register(session: Session, today: date) -> Register:
    """Everybody ever, with the stuer of the day, the whole catalogue, and what was assessed last, whenever that was."""
    held = staff.employments(session)
    people = []
    for who, facts in staff.facts(session).items():
        memberships = held[who].memberships_on(facts_day(today, facts.start, facts.end))
        people.append(
            KnownPerson(
                who,
                facts.first_name,
                facts.last_name,
                facts.known_as,
                facts.initials,
                facts.number,
                tuple(each.team for each in memberships),
                facts.end is not None and facts.end < today,
            )
        )
    areas = reading.catalogue_areas(session)
    others, _ = reading.newest_views(session, date.max)
    teams = tuple(team.name for team in settings.teams(session))
    return Register(tuple(people), areas, reading.competences(session, areas), others, teams)
