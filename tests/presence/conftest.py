from datetime import date

import pytest

from dagleder.models.staff import Employee, TeamMembership, WeeklyHours, WorkPattern, WorkPatternDay
from dagleder.presence.service import PresenceService
from dagleder.settings.founding import found
from dagleder.settings.places import TeamDraft
from dagleder.settings.service import SettingsService
from tests.presence.make import shift


@pytest.fixture
def settings(database, clock):
    """A house with two stuer, Mariehønen (1) and Humlebien (2)."""
    with database.founding() as session:
        found(session, "Børnehuset Solsikken")
    service = SettingsService(database, clock)
    service.add_team(TeamDraft("Mariehønen"))
    service.add_team(TeamDraft("Humlebien"))
    return service


@pytest.fixture
def hire(database, settings):  # noqa: ARG001 -- the stuer must be there first
    """Puts somebody on the staff: `hire("Karen", "Ulvdal", "8-16", team=1)` gives her id."""

    def hire(first, last="", *days, role="P", team=1, hours=37, **more):
        with database.writing("Ansæt") as session:
            initials = f"{first[:1]}{last[:1]}{len(database.history())}"
            someone = Employee(first_name=first, last_name=last, initials=initials, role=role, **more)
            session.add(someone)
            session.flush()
            assert someone.id
            session.add(WeeklyHours(employee_id=someone.id, minutes=hours and hours * 60))
            if team:
                session.add(TeamMembership(employee_id=someone.id, team_id=team))
            if days:
                _pattern(session, someone.id, days)
            return someone.id

    return hire


def _pattern(session, employee_id, days):
    pattern = WorkPattern(employee_id=employee_id, valid_from=date(2020, 1, 1), anchor=date(2020, 1, 6))
    session.add(pattern)
    session.flush()
    assert pattern.id
    for weekday, text in enumerate(days * 5 if len(days) == 1 else days):
        work = shift(text)
        if work:
            minutes = None if work.span else work.minutes
            session.add(
                WorkPatternDay(
                    pattern_id=pattern.id,
                    week=0,
                    weekday=weekday,
                    start_minute=work.start,
                    end_minute=work.end,
                    minutes=minutes,
                )
            )


@pytest.fixture
def presence(database, clock, settings):  # noqa: ARG001 -- the house must be there first
    return PresenceService(database, clock)
