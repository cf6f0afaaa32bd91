"""On which days of a period it is thin, by presence: each day recounted by hand, and told in few lines."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagleder.base.dates import days_between
from dagleder.base.findings import Level
from dagleder.calendars.workdays import is_workday
from dagleder.competence.on_day import holders, there_on
from dagleder.competence.over_time import Stretch, thin
from dagleder.competence.vulnerability import State, gravity, state_of, vulnerable
from dagleder.competence.vulnerability_words import thin_explanation, thin_headline, when_text
from dagleder.presence.count import HOUSE
from dagleder.presence.sources import Engagement
from dagleder.settings.closing_days import ClosingDay
from dagleder.settings.staffing import Place
from tests.competence.make_facts import AID, MEDICIN, TRAS, facts
from tests.presence.make import BEE, BUG, MONDAY, absent, attendance, house, lent, person

LAST = MONDAY + timedelta(days=11)
FULL = ("8-15",)


def _told(told, there, first=MONDAY, last=LAST):
    return [
        (thin_headline(each, told, first), thin_explanation(each, told, first))
        for each in thin(told, there, first, last)
    ]


def test_the_days_on_which_the_last_one_is_away_are_told_with_the_reason():
    people = [person(0, *FULL), person(1, *FULL)]
    told = facts(people, {(0, TRAS): 4}, wanted={TRAS: 2})
    there = attendance(*people, last=LAST, absences=[absent(0, "F", MONDAY, MONDAY + timedelta(days=11))])
    assert _told(told, there) == [("TRAS, uge 12–13: ingen på arbejde", "Ida har ferie.")]


def test_each_one_who_can_it_is_told_with_her_own_reason():
    people = [person(0, *FULL), person(1, *FULL), person(2, "8-15", "8-15", "", "8-15", "8-15"), person(3, *FULL)]
    told = facts(people, {(n, MEDICIN): 3 for n in range(3)}, wanted={MEDICIN: 2})
    wednesday = MONDAY + timedelta(days=2)
    absences = [absent(0, "F", wednesday), absent(1, "K", wednesday)]
    assert _told(told, attendance(*people, last=LAST, absences=absences)) == [
        (
            "Medicinhåndtering, 18. marts: ingen på arbejde",
            "Ida har ferie. Gitte er på kursus. Helle har fri om onsdagen.",
        ),
    ]


def test_a_free_weekday_is_one_line_and_not_one_for_each_week():
    people = [person(0, "8-15", "8-15", "8-15", "8-15", "")]
    told = facts(people, {(0, TRAS): 3}, wanted={TRAS: 1})
    (line,) = _told(told, attendance(*people, last=LAST))
    assert line == ("TRAS, 20. marts og 27. marts: ingen på arbejde", "Ida har fri om fredagen.")


def _day(text):
    return Stretch(date.fromisoformat(text), date.fromisoformat(text), 1)


@pytest.mark.parametrize(
    ("stretches", "told"),
    [
        ([_day("2027-01-25"), _day("2027-04-26")], "25. januar og 26. april 2027"),
        ([_day("2026-12-22"), _day("2027-01-25")], "22. december 2026 og 25. januar 2027"),
        ([Stretch(date(2027, 7, 19), date(2027, 8, 6), 15)], "uge 29–31 i 2027"),
        ([Stretch(date(2026, 12, 28), date(2027, 1, 1), 4)], "uge 53"),
        ([Stretch(date(2026, 12, 29), date(2027, 1, 6), 5)], "29. december 2026–6. januar 2027"),
        ([_day(f"2027-01-{day}") for day in (15, 22, 29)], "3 fredage fra 15. januar 2027"),
        ([_day(f"2027-01-{day}") for day in (14, 18, 22, 29)], "14. januar, 18. januar 2027 og 2 gange til"),
        ([_day("2026-11-25"), _day("2026-12-24")], "25. november og 24. december"),
    ],
)
def test_days_of_another_year_are_told_with_it(stretches, told):
    assert when_text(stretches, date(2026, 11, 23)) == told


def test_what_is_merely_fewer_than_liked_is_one_line_without_names():
    people = [person(number, *FULL) for number in range(6)]
    told = facts(people, {(number, AID): 3 for number in range(6)}, wanted={AID: 5})
    absences = [absent(n, "F", MONDAY, MONDAY + timedelta(days=n)) for n in range(3)]
    (found,) = thin(told, attendance(*people, last=LAST, absences=absences), MONDAY, LAST)
    assert found.level is Level.INFO
    assert thin_headline(found, told, MONDAY) == "Førstehjælp: færre end 5 på arbejde"
    assert thin_explanation(found, told, MONDAY) == "2 dage, færrest 16. marts: 3 på arbejde."


def test_what_hangs_on_one_all_year_is_not_told_again_for_each_day():
    people = [person(0, *FULL)]
    told = facts(people, {(0, TRAS): 3}, wanted={TRAS: 3})
    assert thin(told, attendance(*people, last=LAST), MONDAY, LAST) == ()


def test_a_certificate_that_lapses_in_the_period_is_a_reason():
    people = [person(0, *FULL)]
    told = facts(people, {(0, AID): 3}, wanted={AID: 1}, until={(0, AID): MONDAY + timedelta(days=3)})
    assert _told(told, attendance(*people, last=LAST)) == [
        ("Førstehjælp, 20.–27. marts: ingen på arbejde", "Ida har et bevis, der er udløbet."),
    ]


def test_a_closed_day_asks_for_nobody():
    people = [person(0, *FULL)]
    told = facts(people, {(0, TRAS): 3}, wanted={TRAS: 1})
    closed = house(closing=[ClosingDay(1, MONDAY, "Planlægningsdag", None)])
    there = attendance(*people, at=closed, last=LAST)
    assert thin(told, there, MONDAY, LAST) == ()
    assert vulnerable(told, there_on(told, there, MONDAY)) == ()
    sunday = MONDAY + timedelta(days=6)
    assert vulnerable(told, there_on(told, there, sunday)) == ()


def test_holiday_course_leave_meeting_and_loan_are_each_told_as_the_reason_of_a_day():
    people = [person(number, *FULL) for number in range(6)]
    told = facts(people, {(number, AID): 3 for number in range(6)}, wanted={(AID, Place(team_id=BUG)): 6})
    absences = [absent(0, "F"), absent(1, "K"), absent(2, "B")]
    start, end = (datetime.combine(MONDAY, time(hour)) for hour in (8, 15))
    meeting = Engagement(3, start, end, "personalemøde", ("meetings", 1))
    there = attendance(*people, absences=absences, loans=[lent(4, BEE)], engagements=[meeting])
    away = there_on(told, there, MONDAY)
    assert dict(away.away) == {
        0: "har ferie",
        1: "er på kursus",
        2: "har orlov",
        3: "er til personalemøde",
        4: "er på Humlebien",
    }
    (found,) = vulnerable(told, away)
    assert found.holders == (5,)


_ABSENCES = st.lists(
    st.builds(
        lambda who, kind, start, days: absent(
            who, kind, MONDAY + timedelta(days=start), MONDAY + timedelta(days=start + days)
        ),
        st.integers(0, 4),
        st.sampled_from("FKBX"),
        st.integers(0, 40),
        st.integers(0, 20),
    ),
    max_size=5,
)
_LEVELS = st.dictionaries(st.tuples(st.integers(0, 4), st.sampled_from([TRAS, AID])), st.integers(2, 4))
_PLACES = st.sampled_from([HOUSE, Place(team_id=BUG), Place(team_id=BEE)])
_WANTED = st.dictionaries(st.tuples(st.sampled_from([TRAS, AID]), _PLACES), st.integers(1, 3))
_WEEKS = st.lists(st.lists(st.sampled_from(["8-15", "", "7t"]), min_size=5, max_size=5), min_size=5, max_size=5)


_SPRING = date(2026, 5, 4)  # Easter, store bededag that is no more, and the first of May lie before it
_CLOSED = date(2026, 4, 15)


@settings(max_examples=30, deadline=None)
@given(_ABSENCES, _LEVELS, _WANTED, _WEEKS)
def test_every_day_that_is_worse_than_usual_is_told_and_no_other(absences, levels, wanted, weeks):
    people = [person(n, *days, teams=((BUG, BEE)[n % 2],)) for n, days in enumerate(weeks)]
    told = facts(people, levels, wanted=wanted)
    at = house(closing=[ClosingDay(1, _CLOSED, "Lukkedag", None)])
    there = attendance(*people, at=at, last=_SPRING, absences=absences)
    usual = {(each.competence.id, each.place): gravity(each.state) for each in vulnerable(told)}
    expected = set()
    for day in days_between(MONDAY, _SPRING):
        for each in vulnerable(told, there_on(told, there, day)):
            if gravity(each.state) < usual.get((each.competence.id, each.place), len(State)):
                expected.add((each.competence.id, each.place, day, each.state))
    assert expected == {
        (each.competence.id, each.place, day, each.state)
        for each in thin(told, there, MONDAY, _SPRING)
        for stretch in each.stretches
        for day in days_between(stretch.first, stretch.last)
        if is_workday(day) and day != _CLOSED
    }


@given(_LEVELS)
def test_whoever_can_nothing_that_is_wanted_is_not_asked_about(levels):
    told = facts([person(n) for n in range(5)], levels, wanted={TRAS: 1})
    assert set(holders(told)) == {who for (who, what), level in levels.items() if what == TRAS and level >= 3}
    assert state_of(0, len(holders(told))) is None
