"""A real house with two stuer, somebody on each, and the meetings' service on top of presence."""

from datetime import date

import pytest

from dagleder.app import Services
from dagleder.meetings.service import MeetingsService
from dagleder.settings.places import TeamDraft
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from dagleder.staff.patterns import PatternDraft, Shift


@pytest.fixture
def services(new_services: Services) -> Services:
    for name in ("Mariehønen", "Humlebien"):
        new_services.settings.add_team(TeamDraft(name))
    return new_services


@pytest.fixture
def service(services: Services) -> MeetingsService:
    assert services.meetings is not None
    return services.meetings


@pytest.fixture
def hire(services):
    """`hire("Karen", "P", 1)` puts somebody on a stue, every day 8–16; gives her id."""

    def hire(name, role="P", *teams, times=(480, 960)):
        employee = services.staff.add(NewEmployeeDraft(EmployeeDraft(name, "Ulvdal", role), 37 * 60, teams))
        week = (*(Shift.between(*times) for _ in range(5)), None, None)
        services.staff.set_pattern(employee, PatternDraft(date(2026, 1, 5), date(2026, 1, 5), (week,)))
        return employee

    return hire


@pytest.fixture
def kind(service):
    """The id of a kind by its key."""
    return {kind.key: kind.id for kind in service.kinds(hidden=True)}
