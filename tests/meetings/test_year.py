from collections import Counter

import pytest

from dagleder.base.errors import UserProblem
from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.hours import Frame
from dagleder.meetings.plan_year import AUGUST, PlanYear
from dagleder.meetings.states import CANCELLED
from dagleder.meetings.year_plan import year_plan
from dagleder.settings.closing_days import ClosingDraft
from dagleder.settings.places import TeamDraft
from tests.meetings.make import day

YEAR = PlanYear(2026)


def the_year(service, year):
    return year_plan(service.plan(year))


def test_the_plan_is_laid_in_one_step_and_only_once(service, services):
    steps = len(services.database.history())
    added = service.plan_year(2026)
    laid = service.meetings()
    assert added == len(laid) == len(the_year(service, YEAR).rows[0].months[0]) + len(laid) - 1
    assert services.database.undo_name() == "Læg mødeplan for 2026"
    assert service.plan_year(2026) == 0
    assert (service.meetings(), len(services.database.history())) == (laid, steps + 1)


def test_a_second_call_adds_nothing_after_moves_and_cancelling(service):
    service.plan_year(2026)
    first, second, *_ = service.meetings()
    service.move(first.id, day("9/1"))
    service.cancel(second.id)
    before = service.meetings()
    assert service.plan_year(2026) == 0
    assert service.meetings() == before


def test_a_new_stue_gets_its_own_meetings(service, services):
    service.plan_year(2026)
    services.settings.add_team(TeamDraft("Egernet"))
    added = service.plan_year(2026)
    fresh = [m for m in service.meetings() if m.team_names == ("Egernet",)]
    assert added == len(fresh) > 10
    assert Counter(m.kind.key for m in fresh)["foraeldremoede"] == 1


def test_a_meeting_can_be_left_out_of_the_proposal(service):
    proposed = service.propose_year(2026)
    kept = [m for m in proposed if m.kind.key != "med"][1:]
    assert service.lay_year(2026, kept) == len(kept)
    # The committee was left out as a whole, so it is offered again; the one stuemøde is not.
    assert {m.kind.key for m in service.propose_year(2026)} == {"med"}


def test_the_plan_undone_leaves_nothing_and_redone_is_the_same(service, services):
    service.plan_year(2026)
    laid = service.meetings()
    services.database.undo()
    assert (service.meetings(), service.series()) == ((), ())
    services.database.redo()
    assert service.meetings() == laid


def test_two_years_are_laid_beside_each_other(service):
    service.plan_year(2026)
    assert service.plan_year(2027) > 0
    assert service.default_year() == 2026


@pytest.mark.parametrize(("planned", "found"), [((), 2026), ((2025,), 2025), ((2025, 2027, 2028), 2027)])
def test_the_year_shown_first(service, planned, found):
    for year in planned:
        service.plan_year(year)
    assert service.default_year() == found


def test_a_year_beyond_the_calendar_is_refused(service):
    with pytest.raises(UserProblem):
        service.propose_year(1066)


def test_the_year_page_has_kinds_by_months(service):
    service.plan_year(2026)
    staff_meetings = the_year(service, YEAR).rows[0]
    assert staff_meetings.kind.name == "Personalemøde"
    numbers = [[cell.day for cell in month] for month in staff_meetings.months]
    assert numbers == [[20], [17], [17], [21], [19], [16], [], [18], [15], [20], [17], [15]]
    january, march = staff_meetings.months[0][0], staff_meetings.months[2][0]
    assert (january.past, march.past) == (True, False)
    assert march.tip == "Personalemøde, tirsdag 17. marts 2026 kl. 17–20, planlagt."


def test_two_stuer_that_meet_on_one_date_are_told_apart_by_their_codes(service, services):
    for name in ("Egernet", "Regnbuestuen Øst", "Regnbuestuen Vest"):
        services.settings.add_team(TeamDraft(name))
    service.plan_year(2026)
    rows = {row.kind.name: row for row in the_year(service, YEAR).rows}
    january, february = rows["Stuemøde"].months[:2]
    assert [(cell.day, cell.code) for cell in february][:2] == [(4, "Ma"), (4, "RV")]
    assert february[1].tip.startswith("Stuemøde · Regnbuestuen Vest, onsdag 4. februar 2026 kl. 12.30–13.30")
    assert {cell.code for cell in january} == {""}  # alone on its date: nothing to tell apart
    assert {cell.code for month in rows["Personalemøde"].months for cell in month} == {""}


def test_the_patterns_behind_the_plan_stand_in_lines(service):
    service.plan_year(2026)
    plan = the_year(service, YEAR)
    lines = {line.kind.name: (line.text.partition(" · ")[0], line.count, line.minutes) for line in plan.lines}
    assert lines["Personalemøde"] == ("3. tirsdag kl. 17–20", 11, 11 * 180)
    assert lines["Stuemøde"] == ("Hver 4. onsdag kl. 12.30–13.30", 21, 21 * 60)
    assert lines["Forældremøde"] == ("Udvalgte datoer kl. 17–19", 2, 240)
    assert plan.quiet_text == "Juli: ingen møder"
    assert plan.quiet_months == {6}


def test_a_cancelled_meeting_shows_but_does_not_count(service):
    service.plan_year(2026)
    first = next(m for m in service.meetings() if m.title == "Personalemøde")
    service.cancel(first.id)
    plan = the_year(service, YEAR)
    assert plan.rows[0].months[0][0].state == CANCELLED
    assert plan.lines[0].count == 10
    assert plan.hours[0].minutes == 10 * 180


def test_a_working_year_may_begin_in_august(service):
    service.plan_year(2026)
    service.plan_year(2027)
    plan = the_year(service, PlanYear(2026, AUGUST))
    assert plan.year.label == "2026/27"
    assert [cell.day for cell in plan.rows[0].months[0]] == [18]  # August 2026
    assert [cell.day for cell in plan.rows[0].months[10]] == [15]  # June 2027
    assert (plan.year.first, plan.year.last) == (day("1/8"), day("31/7/2027"))


def test_the_findings_of_a_year_stand_by_date(service, services, hire):
    hire("Karen", "P", 1, times=(390, 840))
    services.settings.add_closing_days(ClosingDraft(day("20/3"), day("20/3")))
    service.plan_year(2026)
    found = service.year_findings(YEAR)
    assert not any("så alle kan være med" in f.text for f in service.year_findings(YEAR, since=day("21/3")))
    assert any("så alle kan være med" in f.text for f in found)
    assert any("Slutter kl. 20, og næste dag møder Karen kl. 6.30" in f.text for f in found)


def test_who_is_over_the_yearly_frame_is_among_the_findings(service, services, hire):
    hire("Karen", "P", 1)
    service.plan_year(2026)
    service.set_frame(2026, Frame(10 * 60))
    assert services.database.undo_name() == "Ret ramme for møder i 2026"
    assert any("over rammen på 10." in f.text for f in service.year_findings(YEAR))
    service.set_frame(2026, Frame(500 * 60))
    assert not any("over rammen" in f.text for f in service.year_findings(YEAR))
    service.set_frame(2026, None)
    assert {each.frame for each in service.plan(YEAR).person_hours} == {None}
    with pytest.raises(UserProblem):
        service.set_frame(2026, Frame(0))


def test_a_version_is_given_out_when_something_has_changed(service, services):
    service.plan_year(2026)
    first = service.issue_version(2026)
    assert (first.number, first.text) == (1, "version 1, 12. marts 2026")
    with pytest.raises(UserProblem, match="Intet er ændret siden version 1"):
        service.issue_version(2026)
    held = next(m for m in service.meetings() if m.title == "Personalemøde")
    service.move(held.id, day("27/1"))
    plan = service.plan(YEAR)
    assert plan.version is None
    assert plan.changes == ("Tir 27. januar: Personalemøde er rykket fra 20. januar.",)
    assert service.issue_version(2026).number == 2
    assert services.database.undo_name() == "Giv mødeplan 2026 ud som version 2"
    given_out = service.plan(YEAR)
    assert given_out.version
    assert (given_out.version.number, given_out.compared_to.number, given_out.changes) == (2, 1, plan.changes)


def test_a_meeting_that_was_held_changes_no_plan(service):
    service.plan_year(2026)
    service.issue_version(2026)
    service.mark_held(service.meetings()[0].id)
    assert service.plan(YEAR).version


def test_an_empty_year_has_no_version(service):
    with pytest.raises(UserProblem, match="ingen møder i 2026"):
        service.issue_version(2026)


def test_a_meeting_that_was_undone_is_a_change_of_the_plan(service, services, kind):
    service.plan_year(2026)
    service.add(MeetingDraft(kind["ledermoede"], day("1/4"), Times(600, 660)))
    service.issue_version(2026)
    services.database.undo()
    services.database.undo()
    service.issue_version(2026)
    assert service.plan(YEAR).version


def test_a_plan_for_a_stue_and_for_a_person(service, hire):
    karen, bo = hire("Karen", "P", 1), hire("Bo", "PM", 2)
    service.plan_year(2026)
    plan = service.plan(YEAR)
    stue = plan.for_team(1)
    assert {m.full_title for m in stue.meetings if m.teams} == {"Stuemøde · Mariehønen", "Forældremøde · Mariehønen"}
    assert "P-møde" in {m.title for m in stue.meetings}
    assert "P-møde" in {m.title for m in plan.for_person(karen).meetings}
    assert "P-møde" not in {m.title for m in plan.for_person(bo).meetings}
    assert (stue.whom, plan.for_person(bo).whom) == ("Mariehønen", "Bo Ulvdal")
