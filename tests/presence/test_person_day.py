from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.presence.sources import Engagement
from dagleder.settings.closing_days import ClosingDay
from dagleder.settings.special_day_status import HOUSE
from tests.presence.make import (
    AFTERNOON,
    BEE,
    BUG,
    CLOSING,
    FOREST,
    FRIDAY,
    MONDAY,
    MORNING,
    NOON,
    OPENING,
    OWL,
    TUESDAY,
    absent,
    attendance,
    house,
    lent,
    minutes,
    person,
    vikar,
)


def on(day, who=1, **facts):
    """One person's day; she works 8–16 on Mariehønen unless `people` says otherwise."""
    people = facts.pop("people", [person(who, "8-16")])
    view = attendance(*people, first=day, last=day, **facts).day(day)
    return next(each for each in view.people if each.person and each.person.id == who)


def stints(day):
    return [(f"{start / 60:g}-{end / 60:g}", team) for start, end, team in day.stints]


def at(day, start, end, who=1, what="personalemøde"):
    begins = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes(start))
    ends = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes(end))
    return Engagement(who, begins, ends, what, ("meetings", 7))


@pytest.mark.parametrize(
    ("absence", "left", "present"),
    [
        (("0", "24"), [], False),
        (("8", "10"), [("10-16", BUG)], True),
        (("12", "16"), [("8-12", BUG)], False),  # exactly half is away
        (("12.15", "16"), [("8-12.25", BUG)], True),
        (("10", "12"), [("8-10", BUG), ("12-16", BUG)], True),
        (("6", "8"), [("8-16", BUG)], True),
        (("16", "18"), [("8-16", BUG)], True),
    ],
)
def test_a_day_counts_one_who_is_away_less_than_half_of_it(absence, left, present):
    day = on(MONDAY, absences=[absent(1, span=tuple(map(minutes, absence)))])
    assert stints(day) == left
    assert day.present is present
    assert day.day_team == (BUG if present else None)


def test_whole_days_of_absence_leave_nothing_but_the_person_is_still_there_to_see():
    day = on(MONDAY, absences=[absent(1, "O")])
    assert (day.stints, day.present, [absence.kind for absence in day.absences]) == ((), False, ["O"])
    assert day.shift


@pytest.mark.parametrize(
    ("span", "untimed", "present"),
    [((None, None), 0, False), (("8", "11"), 264, True), (("8", "12"), 204, False), (("18", "20"), 444, True)],
)
def test_without_clock_times_the_length_of_absence_within_opening_hours_counts(span, untimed, present):
    taken = tuple(edge and minutes(edge) for edge in span)
    day = on(MONDAY, people=[person(1, hours=37)], absences=[absent(1, span=taken)])
    assert (day.untimed, day.present, day.stints) == (untimed, present, ())


def test_what_takes_her_away_twice_takes_hours_without_clock_times_once():
    day = on(
        MONDAY,
        people=[person(1, hours=37)],
        absences=[absent(1, span=(540, 660))],
        engagements=[at(MONDAY, "9", "11"), at(MONDAY, "16", "20")],
    )
    assert day.untimed == 444 - 120 - 60


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [("9", "10", [("8-9", BUG), ("10-16", BUG)]), ("15", "19", [("8-15", BUG)]), ("17", "20", [("8-16", BUG)])],
)
def test_a_meeting_takes_her_from_the_stue_while_it_lasts(start, end, left):
    assert stints(on(MONDAY, engagements=[at(MONDAY, start, end)])) == left


def test_an_engagement_over_night_takes_the_end_of_one_day_and_the_start_of_the_next():
    trip = [at(MONDAY, "14", "33")]  # till 9 next morning
    assert stints(on(MONDAY, engagements=trip)) == [("8-14", BUG)]
    assert stints(on(TUESDAY, engagements=trip)) == [("9-16", BUG)]


@pytest.mark.parametrize(
    ("loans", "left", "day_team"),
    [
        ([lent(1, BEE)], [("8-16", BEE)], BEE),
        ([lent(1, BEE, band=MORNING)], [("8-11.5", BEE), ("11.5-16", BUG)], BUG),
        ([lent(1, BEE, band=OPENING)], [("8-16", BUG)], BUG),  # she comes after it
        ([lent(1, BEE), lent(1, OWL, band=MORNING)], [("8-11.5", OWL), ("11.5-16", BEE)], BEE),
        ([lent(1, BEE, band=AFTERNOON), lent(1, BEE, band=MORNING)], None, BEE),
    ],
)
def test_a_loan_moves_her_for_the_day_or_for_a_band(loans, left, day_team):
    day = on(MONDAY, loans=loans)
    assert left is None or stints(day) == left
    assert (day.day_team, day.home_id, day.present) == (day_team, BUG, True)


@pytest.mark.parametrize(
    ("hours", "loans", "day_team"),
    [
        ("8-15", [lent(1, BEE, band=MORNING)], BUG),  # half on each: her own
        ("8-14", [lent(1, BEE, band=MORNING)], BEE),
        ("8-14", [lent(1, BEE, band=MORNING), lent(1, OWL, band=NOON)], BEE),  # 3.5, 2 and half an hour
        ("8-15", [lent(1, OWL), lent(1, BEE, band=MORNING)], OWL),
    ],
)
def test_whoever_is_at_work_on_several_stuer_counts_where_she_is_longest(hours, loans, day_team):
    day = on(MONDAY, people=[person(1, hours)], loans=loans)
    assert (day.present, day.day_team) == (True, day_team)


@pytest.mark.parametrize(
    ("band", "left", "present"), [(None, [("6.5-17", BEE)], True), (CLOSING, [("15.5-17", BEE)], False)]
)
def test_one_of_the_staff_put_in_as_vikar_on_her_day_off(band, left, present):
    day = on(MONDAY, people=[person(1, role="V", hours=None, teams=())], substitutes=[vikar(BEE, band=band, who=1)])
    assert (stints(day), day.present) == (left, present)


def test_a_vikar_is_never_in_two_places():
    day = on(MONDAY, substitutes=[vikar(BEE, band=AFTERNOON, who=1)])
    assert stints(day) == [("8-13.5", BUG), ("13.5-15.5", BEE), ("15.5-16", BUG)]


def test_a_vikar_who_is_away_herself_is_not_there():
    day = on(MONDAY, substitutes=[vikar(BEE, who=1)], absences=[absent(1)])
    assert (day.stints, day.present) == ((), False)


def test_nobody_is_a_vikar_in_a_weekend_or_after_leaving():
    saturday = FRIDAY + timedelta(days=1)
    assert on(saturday, substitutes=[vikar(BEE, MONDAY, saturday, who=1)]).stints == ()
    gone = person(1, "8-16", end=MONDAY)
    assert on(TUESDAY, people=[gone], substitutes=[vikar(BEE, TUESDAY, who=1)]).stints == ()


@pytest.mark.parametrize(
    ("statuses", "left", "why"),
    [
        ([], [("8-16", BUG)], ""),  # unclear counts as work
        ([("may_day", "pedagogues", "work")], [("8-16", BUG)], ""),
        ([("may_day", "pedagogues", "off")], [], "1. maj"),
        ([("may_day", "pedagogues", "off_from_noon")], [("8-12", BUG)], ""),
        ([("may_day", "assistants", "off")], [("8-16", BUG)], ""),
        ([("may_day", HOUSE, "off")], [("8-16", BUG)], ""),
    ],
)
def test_a_special_day_is_what_her_group_has_agreed(statuses, left, why):
    may_day = MONDAY.replace(month=5, day=1)
    day = on(may_day, at=house(statuses=statuses))
    assert (stints(day), day.why_off) == (left, why)


def test_off_from_noon_ends_a_shift_that_begins_later_and_halves_hours_without_times():
    may_day = MONDAY.replace(month=5, day=1)
    at_noon = house(statuses=[("may_day", "pedagogues", "off_from_noon")])
    assert on(may_day, people=[person(1, "12-17")], at=at_noon).why_off == "1. maj"
    assert on(may_day, people=[person(1, hours=37)], at=at_noon).untimed == 222


def test_nobody_works_on_a_public_holiday():
    maundy_thursday = MONDAY.replace(month=4, day=2)
    assert on(maundy_thursday).why_off == "skærtorsdag"


@pytest.mark.parametrize(
    ("site", "people", "loans", "why"),
    [
        (None, [person(1, "8-16")], [], "Lukkeuge"),
        (FOREST, [person(1, "8-16")], [], ""),
        (FOREST, [person(1, "8-16", teams=(OWL,))], [], "Lukkeuge"),
        (FOREST, [person(1, "8-16", teams=(OWL,))], [lent(1, BEE)], ""),
        (FOREST, [person(1, "8-16")], [lent(1, OWL)], "Lukkeuge"),
        (FOREST, [person(1, "8-16", teams=())], [], ""),
        (None, [person(1, "8-16", teams=())], [], "Lukkeuge"),
    ],
)
def test_a_lukkedag_sends_home_whoever_belongs_to_the_closed_matrikel(site, people, loans, why):
    closed = house(sites=2, closing=[ClosingDay(1, MONDAY, "Lukkeuge", site)])
    assert on(MONDAY, people=people, loans=loans, at=closed).why_off == why


@pytest.mark.parametrize(("role", "counts", "counted"), [("PL", False, False), ("DL", True, True), ("P", False, True)])
def test_whether_the_leader_counts_is_a_setting(role, counts, counted):
    assert on(MONDAY, people=[person(1, "8-16", role=role)], at=house(counts_leader=counts)).counted is counted


@pytest.mark.parametrize(
    ("role", "pedagogue"), [("P", True), ("DP", True), ("DPK", True), ("PA", False), ("PL", False)]
)
def test_paedagoger_are_those_by_role(role, pedagogue):
    assert on(MONDAY, people=[person(1, "8-16", role=role)]).pedagogue is pedagogue


SPANS = st.tuples(st.integers(0, 96), st.integers(1, 96)).map(lambda s: (s[0] * 15, min(1440, (s[0] + s[1]) * 15)))
ABSENCES = st.lists(SPANS.filter(lambda s: s[0] < s[1]).map(lambda s: absent(1, span=s)), max_size=4)
LOANS = st.lists(st.tuples(st.sampled_from([BUG, BEE, OWL]), st.sampled_from([None, 1, 2, 3, 4, 5])), max_size=4)


@given(ABSENCES, LOANS, st.booleans())
def test_whatever_happens_nobody_is_in_two_places_or_longer_than_her_shift(absences, loans, vikar_too):
    substitutes = [vikar(BEE, band=CLOSING, who=1)] if vikar_too else []
    day = on(MONDAY, absences=absences, loans=[lent(1, t, band=b) for t, b in loans], substitutes=substitutes)
    assert all(start < end for start, end, _ in day.stints)
    assert all(end <= later for (_, end, _), (later, _, _) in pairwise(day.stints))
    assert sum(end - start for start, end, _ in day.stints) <= 480 + 60 * vikar_too
    assert (day.day_team is not None) == day.present  # who is at work is counted somewhere
