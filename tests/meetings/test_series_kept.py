from dataclasses import replace

import pytest

from dagleder.base.errors import UserProblem
from dagleder.meetings.drafts import SeriesDraft, Times
from dagleder.meetings.rules import Rule
from dagleder.meetings.states import CANCELLED, HELD
from tests.meetings.make import day

MORNING = Times(9 * 60, 10 * 60)
MONTHLY = Rule(day("1/1"), day("30/6"), (3,), nth=1)


@pytest.fixture
def draft(kind):
    return SeriesDraft(kind["ledermoede"], MORNING, MONTHLY, title="Ledermøde i klyngen")


def _dates(service, state=None):
    return [f"{m.day.day}/{m.day.month}" for m in service.meetings() if state in (None, m.state)]


def test_a_rule_lays_its_dates_clear_of_holidays(service, services, draft):
    service.add_series(draft)
    # 1 January is nytårsdag, 2 April skærtorsdag.
    assert _dates(service) == ["8/1", "5/2", "5/3", "9/4", "7/5", "4/6"]
    assert [m.because for m in service.meetings() if m.because] == ["nytårsdag", "skærtorsdag"]
    assert services.database.undo_name() == "Ny møderække: Ledermøde i klyngen"
    services.database.undo()
    assert _dates(service) == []
    assert service.series() == ()


def test_hand_picked_dates_are_laid_as_picked_for_one_stue(service, kind):
    picked = SeriesDraft(kind["stuemoede"], MORNING, days=(day("2/4"), day("7/4")), team_id=2)
    service.add_series(picked)
    assert _dates(service) == ["2/4", "7/4"]
    assert {m.full_title for m in service.meetings()} == {"Stuemøde · Humlebien"}
    (series,) = service.series()
    assert (series.rule, series.team, series.title) == (None, "Humlebien", "Stuemøde")


def test_another_rule_from_here_on_keeps_what_has_been(service, services, draft):
    series_id = service.add_series(draft)
    first, second, third, *_ = service.meetings()
    service.mark_held(third.id)
    codes = [m.uid for m in service.meetings()]
    later = replace(draft, rule=Rule(day("1/1"), day("30/6"), (1,), nth=2), times=Times(600, 660))
    service.change_series(series_id, later, day("1/3"))
    assert _dates(service) == ["8/1", "5/2", "5/3", "10/3", "14/4", "12/5", "9/6"]
    found = service.meetings()
    assert [m for m in found if m.day < day("1/3")] == [first, second]
    assert found[2].state == HELD
    assert [m.uid for m in found if m.uid in codes] == codes
    assert {m.start for m in found[3:]} == {600}
    assert services.database.undo_name() == "Ret mønster for Ledermøde i klyngen fra 1. marts"


def test_fewer_meetings_cancel_those_left_over(service, draft):
    series_id = service.add_series(draft)
    service.change_series(series_id, replace(draft, rule=replace(MONTHLY, last=day("30/4"))), day("1/4"))
    assert _dates(service, CANCELLED) == ["7/5", "4/6"]


def test_a_cancelled_one_stays_cancelled_when_the_rule_changes(service, draft):
    series_id = service.add_series(draft)
    cancelled = service.meetings()[4]
    service.cancel(cancelled.id)
    service.change_series(series_id, replace(draft, times=Times(600, 660)), day("1/4"))
    assert service.meeting(cancelled.id).state == CANCELLED
    assert _dates(service, "planned") == ["8/1", "5/2", "5/3", "9/4", "7/5", "4/6"]


def test_a_rule_without_a_date_is_refused(service, draft):
    with pytest.raises(UserProblem):
        service.add_series(replace(draft, rule=replace(MONTHLY, excluded_months=(1, 2, 3, 4, 5, 6))))
    assert service.series() == ()
