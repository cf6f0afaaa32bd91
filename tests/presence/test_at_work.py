"""Who is at work on many days: the quick answer is the same as asking day by day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dagleder.base.dates import days_between
from dagleder.presence.at_work import at_work
from dagleder.settings.closing_days import ClosingDay
from dagleder.staff.employment import Membership
from dagleder.staff.patterns import Pattern
from tests.presence.make import BEE, BUG, OWL, absent, attendance, house, lent, person, vikar, week

FIRST, LAST = date(2026, 3, 23), date(2026, 6, 12)  # with Easter, the special days of May and June
DAYS = st.integers(0, (LAST - FIRST).days).map(lambda days: FIRST + timedelta(days=days))
MAYBE = st.none() | DAYS
SHIFT = st.sampled_from(["8-16", "6.30-14", "", "7t"])
WEEK = st.lists(SHIFT, min_size=5, max_size=5).map(lambda texts: week(*texts))
WEEKS = st.lists(WEEK, min_size=1, max_size=3).map(tuple)
PATTERNS = st.lists(st.tuples(DAYS, WEEKS), max_size=2)
MEMBERSHIPS = st.lists(st.tuples(st.sampled_from([BUG, BEE, OWL]), MAYBE, MAYBE, st.integers(0, 31)), max_size=3)


def _person(number, role, patterns, memberships, time):
    held = tuple(
        Membership(n, team, "", first, last, weekdays, n) for n, (team, first, last, weekdays) in enumerate(memberships)
    )
    made = tuple(Pattern(n, first, date(2026, 1, 5), weeks) for n, (first, weeks) in enumerate(patterns))
    return person(number, role=role, teams=held, patterns=made, start=time[0], end=time[1])


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["P", "PM", "PL", "D"]), PATTERNS, MEMBERSHIPS, st.tuples(MAYBE, MAYBE)),
        min_size=1,
        max_size=3,
    ),
    st.lists(st.tuples(st.integers(0, 2), DAYS), max_size=3),
    st.booleans(),
    MAYBE,
)
def test_it_is_the_same_as_asking_presence_day_by_day(drawn, events, two_sites, closed):
    people = [_person(number, *facts) for number, facts in enumerate(drawn)]
    closing = [ClosingDay(1, FIRST + timedelta(days=30), "Lukkedag", 2 if two_sites else None)]
    at = house(closing=closing, sites=1 + two_sites, closed=closed)
    whole = {"at": at, "first": FIRST, "last": LAST}
    known = [(who, day) for who, day in events if who < len(people)]
    happens = {
        "absences": [absent(who, "F", day, min(LAST, day + timedelta(days=4))) for who, day in known[:1]],
        "loans": [lent(who, OWL, day) for who, day in known[1:2]],
        "substitutes": [vikar(BUG, day, who=who) for who, day in known[2:]],
    }
    there = attendance(*people, **whole, **happens)
    days = list(days_between(FIRST, LAST))
    quick = at_work(there, [each.id for each in people], days)
    slow = attendance(*people, **whole, **happens)
    for day in days:
        asked = slow.staff([each.id for each in people], day)
        assert quick[day] == {each.person.id: each.day_team for each in asked if each.person and each.present}
