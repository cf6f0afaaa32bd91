"""The demo house as it is opened: whole, lifelike, without a history, the same for the same day."""

from collections import Counter
from datetime import date, datetime
from functools import partial

import pytest

from dagleder.base.clock import FixedClock
from dagleder.base.findings import Level
from dagleder.demo.build import build_demo
from dagleder.models.tables import FEATURE_TABLES
from dagleder.presence.service import PresenceService
from dagleder.privacy.service import PrivacyService
from dagleder.settings.founding import found
from dagleder.settings.service import SettingsService
from dagleder.staff.service import StaffService
from dagleder.storage.database import Database

NOON = datetime(2026, 3, 12, 12)
LEAP_DAY = datetime(2028, 2, 29)


def built(path, day=NOON):
    clock = FixedClock(day)
    build_demo(path, secret=None, clock=clock, found=partial(found, name="Nyt hus"))
    return Database.open(path, clock=clock)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    database = built(tmp_path_factory.mktemp("demo") / "Solsikken.dagleder")
    yield database
    database.close()


def rows(database):
    with database.reading() as session:
        return {table.name: session.execute(table.select()).all() for table in FEATURE_TABLES}


@pytest.fixture
def settings(demo):
    return SettingsService(demo, FixedClock(NOON))


@pytest.fixture
def staff(demo):
    return StaffService(demo, FixedClock(NOON))


def test_it_is_marked_as_the_demo_house_and_set_up(settings):
    house = settings.house()
    assert (house.name, house.demo, house.setup_done) == ("Børnehuset Solsikken", True, True)


def test_twenty_four_people_in_five_stuer_on_two_matrikler(settings, staff):
    assert len(staff.staff_list()) == 24
    assert [team.name for team in settings.open_teams()] == ["Mariehønen", "Humlebien", "Egernet", "Ræven", "Uglen"]
    assert [site.name for site in settings.sites()] == ["Hovedhuset", "Skovhuset"]


def test_it_has_no_history_and_nothing_to_undo(demo):
    assert demo.history() == []
    assert demo.undo_name() is None


def test_the_house_itself_finds_nothing_wrong_with_it(demo):
    assert demo.check() == []


def test_every_pattern_agrees_with_the_agreed_hours(staff):
    odd = [
        finding
        for row in staff.staff_list()
        for finding in staff.person(row.id).findings()
        if finding.level != Level.INFO
    ]
    assert odd == []


def test_nanna_has_had_fewer_hours_and_works_a_rotation(staff):
    nanna = staff.person(staff.find("Nanna Granly").id)
    assert [hours.minutes for hours in nanna.hours_history] == [32 * 60, 30 * 60]
    assert nanna.pattern is not None
    assert len(nanna.pattern.weeks) == 2
    assert nanna.pattern.minutes == 32 * 60


def test_those_who_left_are_kept_and_one_is_due_to_be_erased(demo, settings, staff):
    clock = FixedClock(NOON)
    assert len(staff.staff_list(left=True)) == 26
    due = PrivacyService(demo, clock, settings, staff).leavers_due()
    assert [leaver.name for leaver in due] == ["Gry Sandager"]


def test_this_week_has_something_to_solve_and_is_no_catastrophe(demo):
    gaps = PresenceService(demo, FixedClock(NOON)).this_week().gaps
    grave = Counter(gap.day.weekday() for gap in gaps if gap.level is Level.MUST)
    assert 2 <= len(grave) <= 3
    assert grave.total() <= 5


def test_the_year_holds_on_most_days(demo):
    attendance = PresenceService(demo, FixedClock(NOON)).attendance(date(2026, 3, 1), date(2026, 12, 31))
    days = {gap.day for gap in attendance.gaps() if gap.level is Level.MUST}
    assert len(days) < 15


def test_it_is_the_same_for_the_same_day(demo, tmp_path):
    again = built(tmp_path / "again.dagleder")
    assert rows(again) == rows(demo)
    again.close()


@pytest.mark.parametrize(
    "day", [datetime(2026, 1, 1), datetime(2026, 7, 15), datetime(2026, 12, 30), datetime(2028, 2, 29)]
)
def test_it_can_be_opened_on_any_day(tmp_path, day):
    database = built(tmp_path / "Solsikken.dagleder", day)
    assert database.check() == []
    database.close()
