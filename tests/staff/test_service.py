"""Staff kept in a house: facts, hours, stuer and patterns over time, each change one step."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from dagleder.base.clock import FixedClock
from dagleder.base.errors import UserProblem
from dagleder.staff.drafts import EmployeeDraft, HoursDraft, MembershipDraft, NewEmployeeDraft
from dagleder.staff.patterns import PatternDraft, Shift
from dagleder.staff.places import Consequence
from dagleder.staff.service import StaffService

TODAY = date(2026, 3, 12)  # Thursday
MONDAY = date(2026, 3, 16)
WEEK = (*[Shift.between(480, 960)] * 4, Shift(300), None, None)


def steps(house):
    return [step.name for step in house.database.history()]


def test_somebody_new_is_on_the_list_with_hours_and_stue(house, staff, hire, egernet):
    who = hire("Nanna Granly", egernet, role="P", minutes=1920, start=date(2024, 6, 1), phone="20 00 00 14")
    (row,) = staff.staff_list()
    assert (row.id, row.name, row.initials, row.minutes, row.team) == (who, "Nanna Granly", "NG", 1920, "Egernet")
    assert staff.person(who).headline() == "Pædagog · Egernet · 32 timer · ansat 1. juni 2024"
    assert steps(house)[0] == "Ny medarbejder: Nanna Granly"


def test_a_step_says_which_of_two_with_one_first_name(house, staff, hire, egernet):
    one, _other = (hire(name, egernet, role="P", minutes=1920) for name in ("Hanne Mølgaard", "Hanne Pihlkjær"))
    staff.set_hours(one, HoursDraft(1800, date(2026, 3, 2)))
    staff.change(one, replace(staff.person(one).facts, mail="hm@example.dk"))
    staff.leave(one, date(2026, 5, 31))
    assert steps(house)[:3] == [
        "Sæt Hanne M. som fratrådt 31. maj 2026",
        "Ret e-mail for Hanne M.",
        "Ret timer for Hanne M.",
    ]


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"mail": "ny@example.dk"}, "Ret e-mail for Nanna"),
        ({"phone": "20 00 00 15"}, "Ret telefon for Nanna"),
        ({"known_as": "Nan"}, "Ret kaldenavn for Nan"),
        ({"mail": "ny@example.dk", "notes": "Nøgle 7"}, "Ret oplysninger for Nanna"),
    ],
)
def test_the_step_says_what_was_mended_and_for_whom(house, staff, hire, changes, name):
    who = hire("Nanna Granly")
    staff.change(who, replace(staff.person(who).facts, **changes))
    assert steps(house)[0] == name
    house.database.undo()
    assert staff.person(who).facts == EmployeeDraft("Nanna", "Granly", initials="NG")


def test_a_change_that_changes_nothing_is_no_step(house, staff, hire):
    who = hire("Nanna Granly")
    before = steps(house)
    staff.change(who, replace(staff.person(who).facts, last_name=" Granly "))
    assert steps(house) == before


def test_initials_and_numbers_are_unique(staff, hire):
    hire("Nanna Granly", number="4100")
    with pytest.raises(UserProblem) as taken:
        hire("Niels Gade", initials="ng")
    assert (taken.value.sentence, taken.value.field) == ("NG er Nanna Granly. Mente du NGA?", "initials")
    assert taken.value.suggestion == "NGA"
    with pytest.raises(UserProblem, match="4100 er Nanna Granly"):
        hire("Niels Gade", number="4100")
    assert [row.name for row in staff.staff_list()] == ["Nanna Granly"]


def test_the_list_goes_by_stue_last_name_first_name_in_danish(staff, hire, egernet, spurven):
    for name, team in (("Åse Aagaard", egernet), ("Bo Ærø", egernet), ("Ida Skov", spurven), ("Bo Skov", spurven)):
        hire(name, team)
    hire("Anna Alene")
    assert [row.name for row in staff.staff_list()] == ["Bo Ærø", "Åse Aagaard", "Bo Skov", "Ida Skov", "Anna Alene"]


def test_the_stuer_of_the_list_stand_in_the_order_she_has_put_them_in(house, staff, hire, egernet, spurven):
    for name, team in (("Ida Skov", egernet), ("Bo Skov", egernet), ("Åse Aagaard", spurven)):
        hire(name, team)
    house.settings.order_teams([spurven, egernet])
    assert [row.name for row in staff.staff_list()] == ["Åse Aagaard", "Bo Skov", "Ida Skov"]


def test_hours_keep_their_history(house, staff, hire):
    who = hire("Nanna Granly", minutes=1920)
    staff.set_hours(who, HoursDraft(1800, date(2026, 3, 1)))
    staff.set_hours(who, HoursDraft(2220, date(2026, 8, 1)))
    employment = staff.employments()[who]
    days = (date(2026, 2, 28), date(2026, 3, 1), date(2026, 8, 1))
    assert [employment.minutes_on(day) for day in days] == [1920, 1800, 2220]
    assert staff.staff_list()[0].minutes == 1800
    assert [hours.minutes for hours in staff.person(who).hours_history] == [2220, 1800, 1920]
    staff.set_hours(who, HoursDraft(1860, date(2026, 3, 1)))
    assert staff.person(who).minutes == 1860
    staff.remove_hours(who, staff.person(who).hours_history[0].id)
    assert len(staff.person(who).hours_history) == 2
    assert steps(house)[0] == "Fjern timer for Nanna"


def test_stuer_have_dates(staff, hire, egernet, spurven):
    who = hire("Nanna Granly", egernet)
    staff.move_to_teams(who, [spurven], date(2026, 4, 1))
    employment = staff.employments()[who]
    on = {day: [m.team for m in employment.memberships_on(day)] for day in (date(2026, 3, 31), date(2026, 4, 1))}
    assert list(on.values()) == [["Egernet"], ["Spurven"]]
    assert staff.team_names()[who] == ["Egernet"]
    staff.move_to_teams(who, [egernet], date(2026, 4, 1))
    assert [m.team for m in staff.employments()[who].memberships] == ["Egernet"]


def test_somebody_in_two_stuer_has_a_first_one_and_the_newest_is_named_first(staff, hire, egernet, spurven):
    who = hire("Nanna Granly", egernet)
    staff.add_membership(who, MembershipDraft(spurven, date(2026, 1, 1), weekdays=frozenset({4})))
    assert staff.staff_list()[0].team == "Egernet"
    assert staff.team_names()[who] == ["Spurven", "Egernet"]
    second = staff.person(who).memberships[1]
    assert second.weekdays == 0b10000
    staff.change_membership(who, second.id, MembershipDraft(spurven, date(2026, 1, 1), date(2026, 2, 1)))
    assert staff.team_names()[who] == ["Egernet"]
    staff.remove_membership(who, second.id)
    assert len(staff.employments()[who].memberships) == 1


def test_a_stue_of_long_ago_is_left_alone(staff, hire, egernet, spurven):
    who = hire("Nanna Granly")
    staff.add_membership(who, MembershipDraft(egernet, None, date(2020, 1, 1)))
    staff.move_to_teams(who, [egernet], TODAY)
    spans = [(m.valid_from, m.valid_to) for m in staff.employments()[who].memberships]
    assert spans == [(None, date(2020, 1, 1)), (TODAY, None)]
    staff.move_to_teams(who, [spurven], None)
    assert [m.team for m in staff.employments()[who].memberships] == ["Spurven"]


def test_of_several_stuer_the_first_named_comes_first(staff, hire, egernet, spurven):
    who = hire("Nanna Granly", egernet)
    staff.move_to_teams(who, [spurven, egernet], TODAY)
    assert [m.team for m in staff.person(who).memberships] == ["Spurven", "Egernet"]
    assert staff.staff_list()[0].team == "Spurven"


def test_working_patterns_have_dates_and_days_that_stay_are_not_touched(house, staff, hire):
    who = hire("Nanna Granly", minutes=2220)
    first = staff.set_pattern(who, PatternDraft(MONDAY, MONDAY, (WEEK,)))
    shorter = (*WEEK[:4], None, None, None)
    assert staff.set_pattern(who, PatternDraft(MONDAY, MONDAY, (shorter, WEEK))) == first
    (pattern,) = staff.employments()[who].patterns
    assert pattern.weeks == (shorter, WEEK)
    house.database.undo()
    assert staff.employments()[who].patterns[0].weeks == (WEEK,)
    staff.remove_pattern(who, first)
    assert staff.employments()[who].patterns == ()
    house.database.undo()
    assert staff.employments()[who].patterns[0].weeks == (WEEK,)


def test_findings_tell_what_presence_will_miss(staff, hire, egernet):
    who = hire("Nanna Granly")
    assert len(staff.person(who).findings()) == 3  # no role, no stue, no hours
    sure = hire("Bo Skov", egernet, role="P", minutes=1920)
    assert staff.person(sure).findings() == []
    staff.set_pattern(sure, PatternDraft(date(2026, 3, 2), date(2026, 3, 2), (WEEK,)))
    assert [f.text for f in staff.person(sure).findings()] == [
        "Arbejdstiden giver 37 timer om ugen i gennemsnit; ansættelsen er på 32."
    ]
    leader = hire("Lone Leder", egernet, role="PL")
    assert staff.person(leader).findings() == []


def test_leaving_is_not_deleting(house, staff, hire, egernet):
    who = hire("Nanna Granly", egernet, start=date(2024, 6, 1), minutes=1920)
    staff.leave(who, date(2026, 3, 11))
    assert steps(house)[0] == "Sæt Nanna som fratrådt 11. marts 2026"
    assert staff.staff_list() == []
    (row,) = staff.staff_list(left=True)
    assert (row.end, row.minutes, row.team) == (date(2026, 3, 11), 1920, "Egernet")
    assert staff.person(who).has_left(TODAY)
    staff.come_back(who)
    assert [row.end for row in staff.staff_list()] == [None]
    with pytest.raises(UserProblem, match="før ansættelsen"):
        staff.leave(who, date(2024, 5, 1))


def test_on_the_last_day_she_is_still_on_the_list_and_before_the_first_already(staff, hire, egernet):
    hire("Sidste Dag", egernet, end=TODAY)
    later = hire("Starter Senere", egernet, start=date(2026, 8, 1), minutes=1800)
    staff.set_hours(later, HoursDraft(2000, date(2026, 7, 1)))
    rows = {row.name: row for row in staff.staff_list()}
    assert rows.keys() == {"Sidste Dag", "Starter Senere"}
    assert rows["Starter Senere"].minutes == 2000


def test_what_leaving_means_is_told_before(house, hire, egernet, clock):
    class Meetings:
        def at_leaving(self, employee_id, last_day):
            return [Consequence("Møder", f"{employee_id} er inviteret efter {last_day:%d-%m}.")]

    staff = StaffService(house.database, clock, [Meetings()])
    who = hire("Nanna Granly", egernet, minutes=1920)
    staff.set_hours(who, HoursDraft(2000, date(2026, 8, 1)))
    found = staff.leaving_means(who, date(2026, 4, 30))
    assert [c.what for c in found] == ["Listen", "Bemandingen", "Arbejdstid", "Møder"]
    assert found[0].text == "Nanna står på listen til og med 30. april 2026, derefter under fratrådte."
    assert found[-1].text == f"{who} er inviteret efter 30-04."


@pytest.mark.parametrize("text", ["4100", "ng", "NG", "nanna granly", " Nanna  GRANLY "])
def test_an_employee_is_found_by_number_initials_or_name(staff, hire, text):
    who = hire("Nanna Granly", number="4100")
    hire("Bo Skov")
    assert staff.find(text).id == who


def test_nobody_and_several_of_a_name_get_a_sentence_without_cpr_numbers(staff, hire):
    hire("Bo Skov")
    hire("Bo Skov", number="2")
    with pytest.raises(UserProblem, match="Der er 2, der hedder Bo Skov"):
        staff.find("bo skov")
    with pytest.raises(UserProblem) as nobody:
        staff.find("160971-1234")
    assert "160971" not in nobody.value.sentence


def test_somebody_who_is_gone_is_a_problem_with_a_sentence(house, staff, hire):
    who = hire("Nanna Granly")
    house.database.undo()
    for call in (
        lambda: staff.person(who),
        lambda: staff.change(who, EmployeeDraft("Nanna")),
        lambda: staff.set_hours(who, HoursDraft(60)),
        lambda: staff.remove_pattern(who, 1),
    ):
        with pytest.raises(UserProblem, match="findes ikke længere"):
            call()


def test_the_day_decides_what_is_shown(house, hire, egernet):
    who = hire("Nanna Granly", egernet, minutes=1920)
    house.staff.set_hours(who, HoursDraft(1800, date(2026, 9, 1)))
    autumn = StaffService(house.database, FixedClock(datetime(2026, 9, 1, 8)))
    assert autumn.person(who).minutes == 1800
    assert autumn.staff_list()[0].minutes == 1800


def test_a_new_draft_is_checked_before_anything_is_written(house, staff):
    before = steps(house)
    with pytest.raises(UserProblem):
        staff.add(NewEmployeeDraft(EmployeeDraft("Nanna"), 300 * 60))
    assert steps(house) == before
