"""The demo house, and somebody in it who has something of every sort."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from dagleder import app
from dagleder.departure.orphans import Departure, Line
from dagleder.meetings.meeting import Guest
from dagleder.presence.drafts import LoanDraft, SubstituteDraft
from tests.conftest import NOW

TODAY = NOW.date()
Find = Callable[[str], int]


def lines(departure: Departure, key: str) -> tuple[Line, ...]:
    return next(section.lines for section in departure.sections if section.key == key)


def line(departure: Departure, key: str, what: str) -> Line:
    return next(each for each in lines(departure, key) if each.what == what)


@pytest.fixture
def find(demo_services: app.Services) -> Find:
    return lambda name: demo_services.staff.find(name).id


@pytest.fixture
def karen(find: Find) -> int:
    return find("Karen Ulvdal")


@pytest.fixture
def without(demo_services: app.Services) -> Callable[..., Departure]:
    """What somebody would leave: `without(karen)`."""

    def ask(employee_id: int, day: date | None = None) -> Departure:
        assert demo_services.departure is not None
        return demo_services.departure.would_leave(employee_id, day)

    return ask


@pytest.fixture
def busy(demo_services: app.Services, karen: int) -> int:
    """Karen, lent to another stue, a vikar on a third, and named on meetings with and without a series."""
    presence, meetings = demo_services.presence, demo_services.meetings
    assert presence is not None
    assert meetings is not None
    teams = {team.name: team.id for team in demo_services.settings.open_teams()}
    monday = date(2026, 4, 13)
    presence.add_loan(LoanDraft(karen, teams["Uglen"], monday, monday + timedelta(days=1)))
    presence.add_substitute(SubstituteDraft(teams["Ræven"], date(2026, 5, 11), date(2026, 5, 12), employee_id=karen))
    for meeting in meetings.meetings(TODAY):
        if meeting.title == "Socialrådgivermøde" or meeting.kind.key == "med":
            meetings.set_guests(meeting.id, (*meeting.guests, Guest(employee_id=karen)))
    return karen
