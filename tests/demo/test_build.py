"""The demo house as it is opened: whole, lifelike, without a history, the same for the same day."""

from collections import Counter
from datetime import date, datetime

import pytest

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from dagleder.demo.build import build_demo
from dagleder.meetings.states import CANCELLED, HELD, PLANNED
from dagleder.models.tables import FEATURE_TABLES
from tests.conftest import NOW

# What no two houses share: the codes that leave it in calendar files.
CODES = {"uid"}
PLAN = "meeting_plan_version"  # its content names them
LEAP_DAY = datetime(2028, 2, 29)


def rows(services):
    with services.database.reading() as session:
        return {
            table.name: [
                {name: value for name, value in row._asdict().items() if name not in CODES and table.name != PLAN}
                for row in session.execute(table.select().order_by(table.c.id))
            ]
            for table in FEATURE_TABLES
        }


def test_it_is_marked_as_the_demo_house_and_set_up(demo_services):
    house = demo_services.settings.house()
    assert (house.name, house.demo) == ("Børnehuset Solsikken", True)
    assert demo_services.guide.progress().finished


def test_twenty_four_people_in_five_stuer_on_two_matrikler(demo_services):
    settings = demo_services.settings
    assert len(demo_services.staff.staff_list()) == 24
    assert [team.name for team in settings.open_teams()] == ["Mariehønen", "Humlebien", "Egernet", "Ræven", "Uglen"]
    assert [site.name for site in settings.sites()] == ["Hovedhuset", "Skovhuset"]


def test_it_has_no_history_and_nothing_to_undo(demo_services):
    assert demo_services.database.history() == []
    assert demo_services.database.undo_name() is None


def test_the_house_itself_finds_nothing_wrong_with_it(demo_services):
    assert demo_services.database.check() == []


def test_every_pattern_agrees_with_the_agreed_hours(demo_services):
    staff = demo_services.staff
    findings = [finding for row in staff.staff_list() for finding in staff.person(row.id).findings()]
    assert [finding for finding in findings if finding.level is not Level.INFO] == []


def test_nanna_has_had_fewer_hours_and_works_a_rotation(demo_services):
    nanna = demo_services.staff.person(demo_services.staff.find("Nanna Granly").id)
    assert [hours.minutes for hours in nanna.hours_history] == [32 * 60, 30 * 60]
    assert nanna.pattern is not None
    assert (len(nanna.pattern.weeks), nanna.pattern.minutes) == (2, 32 * 60)


def test_those_who_left_are_kept_and_one_is_due_to_be_erased(demo_services):
    assert len(demo_services.staff.staff_list(left=True)) == 26
    assert [leaver.name for leaver in demo_services.privacy.leavers_due()] == ["Gry Sandager"]


def test_this_week_has_something_to_solve_and_is_no_catastrophe(demo_services):
    gaps = demo_services.presence.this_week().gaps
    grave = Counter(gap.day.weekday() for gap in gaps if gap.level is Level.MUST)
    assert 2 <= len(grave) <= 3
    assert grave.total() <= 5


def test_the_half_year_ahead_holds_on_most_days(demo_services):
    attendance = demo_services.presence.attendance(date(2026, 3, 16), date(2026, 9, 9))
    assert len({gap.day for gap in attendance.gaps() if gap.level is Level.MUST}) < 5


def test_two_years_of_meetings_with_one_moved_one_cancelled_and_one_with_a_guest(demo_services):
    meetings = demo_services.meetings.meetings()
    assert {meeting.day.year for meeting in meetings} == {2026, 2027}
    assert [m.title for m in meetings if m.because == "temadag i klyngen"] == ["Personalemøde"]
    assert [m.title for m in meetings if m.state == CANCELLED] == ["P-møde"]
    (guest,) = [guest for m in meetings for guest in m.guests if guest.employee_id is None]
    assert guest.role == "socialrådgiver"


def test_the_meetings_of_late_are_held_and_none_ahead_is(demo_services):
    meetings = demo_services.meetings.meetings()
    assert {m.day < NOW.date() for m in meetings if m.state == HELD} == {True}
    assert [m for m in meetings if m.state == PLANNED and date(2026, 2, 1) < m.day < NOW.date()] == []


def test_it_is_the_same_for_the_same_day(demo_services, tmp_path):
    again = app.create_demo_house(tmp_path / "again.dagleder", secret=None, clock=FixedClock(NOW))
    assert rows(again) == rows(demo_services)
    again.close()


@pytest.mark.parametrize("day", [datetime(2026, 1, 1), datetime(2026, 7, 15), datetime(2026, 12, 30), LEAP_DAY])
def test_it_can_be_opened_on_any_day(tmp_path, day):
    services = app.create_demo_house(tmp_path / "Solsikken.dagleder", secret=None, clock=FixedClock(day))
    assert services.database.check() == []
    assert services.staff.staff_list()
    services.close()


def test_it_never_takes_the_place_of_a_file_that_is_there(tmp_path, clock):
    path = tmp_path / "Solsikken.dagleder"
    path.write_bytes(b"mine")
    with pytest.raises(UserProblem, match="Der ligger allerede"):
        app.create_demo_house(path, secret=None, clock=clock)
    assert path.read_bytes() == b"mine"


def test_a_house_that_cannot_be_finished_leaves_no_half_one(tmp_path, clock):
    def broken(session):
        raise OSError(session)

    path = tmp_path / "Solsikken.dagleder"
    with pytest.raises(OSError):
        build_demo(path, secret=None, clock=clock, found=broken)
    assert not path.exists()
