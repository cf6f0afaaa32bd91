from dataclasses import replace
from datetime import date, timedelta

import pytest

from dagleder.base.findings import Level
from dagleder.presence.what_if import COVERED, coverage_meaning, with_employment
from dagleder.staff.patterns import Pattern
from tests.presence import make

LAST = make.FRIDAY + timedelta(weeks=5)


def before(*needs, last=LAST):
    people = (make.person(1, "8-16"), make.person(2, "8-16"), make.person(3, "8-16", role="PM"))
    return make.attendance(*people, at=make.house(*needs), last=last)


def without(attendance, number, *weekdays):
    """The same with somebody off on these weekdays."""
    employment = attendance.facts.people[number].employment
    week = tuple(None if day in weekdays else shift for day, shift in enumerate(make.week("8-16")))
    pattern = Pattern(9, make.MONDAY, date(2020, 1, 6), (week,))
    return with_employment(attendance, replace(employment, patterns=(*employment.patterns, pattern)))


@pytest.mark.parametrize(
    ("needs", "title"),
    [
        (make.need(make.NOON, 3), "Mariehønen mangler én fredag middag fra uge 12, 5 gange"),
        (make.need(make.NOON, 2, wanted=3), "Mariehønen er én færre end ønsket fredag middag fra uge 12, 5 gange"),
        (make.need(make.NOON, 1, pedagogues=2), "Mariehønen mangler en pædagog fredag middag fra uge 12, 5 gange"),
    ],
)
def test_what_comes_to_lack_is_told(needs, title):
    attendance = before(needs)
    (meaning,) = coverage_meaning(attendance, without(attendance, 1, 4))
    assert meaning.title == title
    assert meaning.text.startswith("20. marts: 2 på arbejde. Gitte har fri om fredagen.") or "pædagog" in title


def test_few_weeks_are_named():
    attendance = before(make.need(make.NOON, 3), last=make.FRIDAY + timedelta(weeks=1))
    (meaning,) = coverage_meaning(attendance, without(attendance, 1, 4))
    assert meaning.title == "Mariehønen mangler én fredag middag i uge 12 og 13"


def test_what_lacked_before_is_no_news():
    attendance = before(make.need(make.NOON, 4))
    assert coverage_meaning(attendance, without(attendance, 1)) == (COVERED,)


@pytest.mark.parametrize(
    ("needs", "days", "title"),
    [
        (make.need(None, 2), ("8-16",), "Bemandingen holder på hele dage"),
        (make.need(make.NOON, 3), (), "Bemandingen på Mariehønen kan ikke regnes ud"),
        (make.need(make.NOON, 2), (), "Bemandingen holder"),  # the two with times are enough
    ],
)
def test_it_is_said_to_hold_only_where_it_was_compared(needs, days, title):
    people = (make.person(1, "8-16"), make.person(2, "8-16"), make.person(3, *days))
    attendance = make.attendance(*people, at=make.house(needs), last=LAST)
    assert [meaning.title for meaning in coverage_meaning(attendance, without(attendance, 1))] == [title]


def test_whoever_gets_her_clock_times_is_compared_with_them():
    attendance = make.attendance(make.person(1), make.person(2, "8-16"), at=make.house(make.need(make.NOON, 2)))
    (meaning,) = coverage_meaning(attendance, without(attendance, 1))
    assert meaning == COVERED


def test_of_a_stue_that_nothing_is_wanted_of_nothing_is_said():
    attendance = make.attendance(
        make.person(1, "8-16"), make.person(2, "8-16", teams=(make.BEE,)), at=make.house(make.need(make.NOON, 1))
    )
    assert coverage_meaning(attendance, without(attendance, 2)) == ()


def test_without_a_plan_there_is_nothing_to_lack():
    assert coverage_meaning(before(), without(before(), 1, 4)) == ()


def test_many_gaps_are_counted():
    attendance = before(make.need(make.NOON, 3))
    found = coverage_meaning(attendance, without(attendance, 1, 0, 1, 2, 3, 4))
    assert [meaning.level for meaning in found] == [Level.MUST] * 3 + [Level.SHOULD]
    assert found[-1].title == "Og 2 huller til"


def test_somebody_not_yet_on_the_staff_changes_nothing():
    attendance = before(make.need(make.NOON, 3))
    stranger = replace(attendance.facts.people[1].employment, employee_id=99)
    assert with_employment(attendance, stranger) is attendance
