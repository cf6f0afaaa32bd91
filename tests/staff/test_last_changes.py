from datetime import date

import pytest

from dagleder.staff.drafts import HoursDraft, MembershipDraft
from dagleder.staff.patterns import DAY_OFF_WEEK, PatternDraft, Shift
from dagleder.staff.work_periods import period_on, work_periods

WEEK = (Shift.between(480, 960), *DAY_OFF_WEEK[1:])
MONDAY = date(2026, 3, 16)
BEGAN = date(2003, 4, 1)


def weeks(period):
    return period.pattern.weeks


@pytest.fixture
def karen(demo_services):
    return demo_services.staff.find("Karen Ulvdal").id


@pytest.mark.parametrize(
    "change",
    [
        lambda staff, who: staff.come_back(staff.find("Palle Tornvig").id) or staff.leave(who, date(2026, 4, 30)),
        lambda staff, who: staff.set_hours(who, HoursDraft(1800, MONDAY)),
        lambda staff, who: staff.set_pattern(who, PatternDraft(MONDAY, MONDAY, (WEEK,))),
        lambda staff, who: staff.add_membership(who, MembershipDraft(1)),
    ],
)
def test_a_change_of_anything_of_hers_counts_as_one_of_hers(demo_services, clock, karen, change):
    change(demo_services.staff, karen)
    assert demo_services.staff.last_changes()[karen] == clock.now()


def test_what_is_undone_and_what_is_somebody_elses_does_not_count(demo_services, karen):
    demo_services.staff.set_hours(karen, HoursDraft(1800, MONDAY))
    demo_services.database.undo()
    assert demo_services.staff.last_changes() == {}


def test_a_removed_pattern_still_tells_whose_it_was(demo_services, clock, karen):
    staff = demo_services.staff
    pattern = staff.set_pattern(karen, PatternDraft(MONDAY, MONDAY, (WEEK,)))
    staff.remove_pattern(karen, pattern)
    assert staff.last_changes() == {karen: clock.now()}


def test_a_period_is_removed_in_one_step_and_the_one_before_goes_on(demo_services, karen):
    staff, database = demo_services.staff, demo_services.database
    staff.set_hours(karen, HoursDraft(1800, MONDAY))
    staff.set_pattern(karen, PatternDraft(MONDAY, MONDAY, (WEEK,)))
    period = period_on(work_periods(staff.person(karen).employment), MONDAY)
    staff.remove_period(karen, period)
    assert database.undo_name() == "Fjern arbejdstid for Karen"
    (only,) = work_periods(staff.person(karen).employment)
    assert (only.first, only.minutes) == (date(2003, 4, 1), 35 * 60)
    database.undo()
    assert len(work_periods(staff.person(karen).employment)) == 2


def test_what_was_changed_can_hold_from_later_on_and_before_it_is_as_it_was(demo_services, karen):
    staff, database = demo_services.staff, demo_services.database
    (earlier,) = work_periods(staff.person(karen).employment)
    staff.set_hours(karen, HoursDraft(1800))
    staff.set_pattern(karen, PatternDraft(BEGAN, date(2003, 3, 31), (WEEK,)))
    staff.begin_later(karen, earlier, MONDAY)
    before, after = work_periods(staff.person(karen).employment)
    assert (before.minutes, weeks(before), before.last) == (35 * 60, weeks(earlier), date(2026, 3, 15))
    assert (after.minutes, weeks(after)) == (1800, (WEEK,))
    database.undo()
    assert len(work_periods(staff.person(karen).employment)) == 1
