from datetime import date, timedelta

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.meetings.rule_text import full_rule_text
from dagleder.meetings.rules import LAST, NTHS, Rule, from_json, to_json

_YEAR = (date(2026, 1, 1), date(2026, 12, 31))
_days = st.dates(date(2000, 1, 1), date(2080, 12, 31))
_rules = st.builds(
    lambda first, length, numbers, how, **left_out: Rule(
        first, first + timedelta(days=length), tuple(numbers), **how, **left_out
    ),
    _days,
    st.integers(0, 800),
    st.lists(st.integers(0, 6), min_size=1, max_size=3),
    st.one_of(
        st.builds(
            lambda nth, months: {"nth": nth, "months": tuple(sorted(months))},
            st.sampled_from(NTHS),
            st.sets(st.integers(1, 12)),
        ),
        st.builds(lambda weeks: {"every_weeks": weeks}, st.integers(1, 8)),
    ),
    excluded_months=st.sets(st.integers(1, 12), max_size=3).map(lambda found: tuple(sorted(found))),
    excluded_weeks=st.sets(st.integers(1, 53), max_size=5).map(lambda found: tuple(sorted(found))),
)


def _short(rule):
    return [f"{day.day}/{day.month}" for day in rule.dates()]


@pytest.mark.parametrize(
    ("rule", "dates"),
    [
        (
            Rule(*_YEAR, (1,), nth=3, excluded_months=(7,), excluded_weeks=(7, 42)),
            "20/1 17/2 17/3 21/4 19/5 16/6 18/8 15/9 20/10 17/11 15/12",
        ),
        (Rule(*_YEAR, (3,), nth=1, months=(2, 4, 6, 9, 11)), "5/2 2/4 4/6 3/9 5/11"),
        (Rule(*_YEAR, (2,), nth=LAST, months=(1, 2, 12)), "28/1 25/2 30/12"),
        (Rule(date(2026, 1, 7), date(2026, 4, 30), (2,), every_weeks=4), "7/1 4/2 4/3 1/4 29/4"),
        (Rule(date(2026, 1, 1), date(2026, 3, 1), (1, 3), every_weeks=2), "15/1 27/1 12/2 24/2"),
        # The week left out keeps its turn: 12 February was a Thursday's.
        (Rule(date(2026, 1, 1), date(2026, 3, 1), (1, 3), every_weeks=2, excluded_weeks=(7,)), "15/1 27/1 24/2"),
        (Rule(date(2026, 12, 20), date(2027, 1, 20), (4,), every_weeks=1, excluded_weeks=(53,)), "25/12 8/1 15/1"),
    ],
)
def test_a_rule_gives_its_dates(rule, dates):
    rule.check()
    assert _short(rule) == dates.split()


@given(_rules)
def test_every_date_keeps_the_rule(rule):
    dates = list(rule.dates())
    assert dates == sorted(set(dates))
    for day in dates:
        assert rule.first <= day <= rule.last
        assert day.weekday() in rule.weekdays
        assert day.month not in rule.excluded_months
        assert day.isocalendar().week not in rule.excluded_weeks
        assert not rule.months or day.month in rule.months


@given(_rules)
def test_a_rule_comes_back_from_storage_as_it_was(rule):
    assert from_json(to_json(rule)) == rule


@given(_days, st.integers(0, 800), st.integers(0, 6), st.sampled_from(NTHS))
def test_the_nth_weekday_is_that_of_another_library(first, length, number, nth):
    last = first + timedelta(days=length)
    other = rrule(MONTHLY, dtstart=first.replace(day=1), until=last, byweekday=weekday(number)(nth))
    assert list(Rule(first, last, (number,), nth=nth).dates()) == [d.date() for d in other if d.date() >= first]


@given(_days, st.integers(0, 800), st.integers(0, 6), st.integers(1, 8))
def test_every_so_many_weeks_is_that_of_another_library(first, length, number, weeks):
    last = first + timedelta(days=length)
    monday = first - timedelta(days=first.weekday())
    other = rrule(WEEKLY, interval=weeks, dtstart=monday, until=last, byweekday=number, wkst=0)
    assert list(Rule(first, last, (number,), every_weeks=weeks).dates()) == [
        d.date() for d in other if d.date() >= first
    ]


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (Rule(date(2026, 2, 1), date(2026, 1, 1), (1,), nth=1), "last"),
        (Rule(*_YEAR, (), nth=1), "weekdays"),
        (Rule(*_YEAR, (7,), nth=1), "weekdays"),
        (Rule(*_YEAR, (1,)), "nth"),
        (Rule(*_YEAR, (1,), nth=1, every_weeks=2), "nth"),
        (Rule(*_YEAR, (1,), nth=5), "nth"),
        (Rule(*_YEAR, (1,), every_weeks=27), "every_weeks"),
        (Rule(*_YEAR, (1,), nth=1, excluded_weeks=(54,)), "excluded_weeks"),
        (Rule(*_YEAR, (1,), nth=1, months=(13,)), "excluded_weeks"),
        (Rule(date(2026, 7, 1), date(2026, 7, 31), (1,), nth=1, excluded_months=(7,)), "last"),
    ],
)
def test_what_makes_no_rule_is_told_at_its_field(rule, field):
    with pytest.raises(UserProblem) as raised:
        rule.check()
    assert raised.value.field == field


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (
            Rule(*_YEAR, (1,), nth=3, excluded_months=(7,), excluded_weeks=(7, 42)),
            "3. tirsdag · ikke i juli, uge 7 og 42",
        ),
        (Rule(*_YEAR, (3,), nth=1, months=(2, 4)), "1. torsdag i februar og april"),
        (Rule(*_YEAR, (2,), nth=LAST), "Sidste onsdag"),
        (Rule(*_YEAR, (1, 3), nth=1), "1. tirsdag og torsdag på skift"),
        (Rule(*_YEAR, (2,), every_weeks=4), "Hver 4. onsdag"),
        (Rule(*_YEAR, (2,), every_weeks=2), "Hver anden onsdag"),
        (Rule(*_YEAR, (2,), every_weeks=1), "Hver onsdag"),
        (Rule(*_YEAR, (1, 3), every_weeks=2), "Hver anden uge på skift tirsdag og torsdag"),
        (Rule(*_YEAR, (1, 3), every_weeks=1), "Hver uge på skift tirsdag og torsdag"),
        (
            Rule(*_YEAR, (1, 3), every_weeks=5, excluded_weeks=(7,)),
            "Hver 5. uge på skift tirsdag og torsdag · ikke uge 7",
        ),
    ],
)
def test_a_rule_in_words(rule, text):
    assert full_rule_text(rule) == text
