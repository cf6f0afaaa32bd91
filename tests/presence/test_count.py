from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.findings import Level
from dagleder.presence.count import count_level, gravest
from dagleder.settings.closing_days import ClosingDay
from dagleder.settings.special_day_status import HOUSE
from dagleder.settings.staffing import Need
from tests.presence.make import (
    AFTERNOON,
    BEE,
    BUG,
    CLOSING,
    FOREST,
    FRIDAY,
    MAIN,
    MONDAY,
    MORNING,
    NOON,
    OPENING,
    OWL,
    absent,
    attendance,
    house,
    lent,
    need,
    numbers,
    person,
    vikar,
)


def view(*people, day=MONDAY, **facts):
    return attendance(*people, first=day, last=day, **facts).day(day)


def team(team_id, *people, **facts):
    return view(*people, **facts).team(team_id)


def test_present_in_a_band_is_the_lowest_number_at_any_quarter_of_it():
    people = [person(1, "6.30-14"), person(2, "8-15.30"), person(3, "9.30-17"), person(4, "13.30-17")]
    assert numbers(team(BUG, *people)) == [1, 2, 3, 3, 2]


def test_one_who_comes_a_quarter_into_a_band_is_not_in_it():
    assert numbers(team(BUG, person(1, "6.45-17"))) == [0, 1, 1, 1, 1]


def test_two_who_take_turns_within_a_band_are_one():
    assert numbers(team(BUG, person(1, "8-10"), person(2, "10-11.30"))) == [0, 1, 0, 0, 0]


def test_hours_without_times_count_for_the_day_and_in_no_band():
    found = team(BUG, person(1, "8-16"), person(2), person(3, role="PM"))
    assert numbers(found) == [0, 1, 1, 1, 0]
    assert (found.present, found.pedagogues, found.without_times) == (3, 2, 2)


def test_one_without_stue_counts_for_the_house_only():
    found = view(person(1, "8-16", teams=()), person(2, "8-16"), at=house(sites=2))
    assert (found.house.present, found.team(BUG).present) == (2, 1)
    assert [site.present for site in found.sites] == [1, 0]
    assert numbers(found.house) == [0, 2, 2, 2, 0]


def test_with_one_matrikel_the_house_is_the_matrikel():
    found = view(person(1, "8-16", teams=()))
    assert [site.present for site in found.sites] == [1]


def test_a_matrikel_is_the_sum_of_its_stuer_at_each_quarter():
    people = [person(1, "8-12"), person(2, "12-16", teams=(BEE,)), person(3, "8-16", teams=(OWL,))]
    main, forest = view(*people, at=house(sites=2)).sites
    assert numbers(main) == [0, 1, 1, 1, 0]
    assert numbers(forest) == [0, 1, 1, 1, 0]


def test_the_leader_is_seen_and_not_counted_unless_the_house_says_so():
    people = [person(1, "8-16", role="PL"), person(2, "8-16", role="E")]
    assert team(BUG, *people).present == 1
    assert team(BUG, *people, at=house(counts_leader=True)).present == 2
    assert len(view(*people).people) == 2


def test_loans_and_vikarer_are_counted_where_they_are():
    found = view(
        person(1, "8-16"),
        person(2, "8-16", role="PM"),
        loans=[lent(1, BEE, band=MORNING)],
        substitutes=[vikar(BEE, pedagogue=True), replace(vikar(OWL, band=CLOSING, name="Anna"), id=2)],
    )
    assert [numbers(place) for place in found.teams] == [[0, 1, 2, 2, 0], [1, 2, 1, 1, 1], [0, 0, 0, 0, 1]]
    assert [(place.present, place.pedagogues) for place in found.teams] == [(2, 1), (1, 1), (0, 0)]
    assert [each.name for each in found.people] == ["Gitte Efternavn1", "Helle Efternavn2", "Vikar", "Anna"]


@pytest.mark.parametrize(
    ("asked", "present", "pedagogues", "level"),
    [
        (Need(), 0, 0, Level.OK),
        (Need(2), 1, 0, Level.MUST),
        (Need(2), 2, 0, Level.INFO),
        (Need(2), 3, 0, Level.OK),
        (Need(2, 4), 3, 0, Level.SHOULD),
        (Need(2, 4), 2, 0, Level.SHOULD),
        (Need(2, 4), 4, 0, Level.OK),
        (Need(2, 0, 1), 3, 0, Level.MUST),
        (Need(0, 0, 1), 0, 1, Level.OK),
    ],
)
def test_the_level_of_a_count(asked, present, pedagogues, level):
    assert count_level(asked, present, pedagogues) is level


def test_the_gravest_level_is_that_of_the_place():
    assert gravest([Level.INFO, Level.MUST, Level.SHOULD]) is Level.MUST
    assert gravest([]) is Level.OK
    found = team(BUG, person(1, "8-16"), at=house(need(MORNING, 1), need(NOON, 1, wanted=2), need(CLOSING, 1)))
    assert [band.level for band in found.bands] == [Level.OK, Level.INFO, Level.SHOULD, Level.OK, Level.MUST]
    assert found.level is Level.MUST


def test_the_minimum_of_a_day_is_its_own_else_the_highest_of_the_bands():
    assert team(BUG, at=house(need(MORNING, 2), need(NOON, 4))).minimum == 4
    assert team(BUG, at=house(need(MORNING, 2), need(None, 3))).minimum == 3
    assert team(BUG, at=house()).minimum == 0
    assert team(BUG, at=house(need(MORNING, 2, weekdays=[4]))).minimum == 0
    assert team(BUG, at=house(need(MORNING, 2, weekdays=[4])), day=FRIDAY).minimum == 2


def test_where_those_without_times_may_be_there_nothing_must_be_solved():
    asked = house(need(OPENING, 1), need(MORNING, 3), need(NOON, 2, pedagogues=2))
    found = team(BUG, person(1, "8-16"), person(2, role="PM"), at=asked)
    assert [band.level for band in found.bands][:3] == [Level.SHOULD, Level.MUST, Level.MUST]


@pytest.mark.parametrize(
    ("day", "closing", "statuses"),
    [
        (FRIDAY + timedelta(days=1), [], []),
        (MONDAY.replace(month=4, day=2), [], []),
        (MONDAY.replace(month=6, day=5), [], []),
        (MONDAY, [ClosingDay(1, MONDAY, "Lukkedag", None)], []),
        (MONDAY.replace(month=5, day=1), [], [("may_day", HOUSE, "off")]),
    ],
)
def test_when_the_house_is_closed_nobody_has_to_be_there(day, closing, statuses):
    asked = house(need(MORNING, 2), need(None, 3), closing=closing, statuses=statuses)
    found = view(person(1, "8-16"), day=day, at=asked)
    assert found.closed
    assert (found.team(BUG).minimum, found.team(BUG).level, found.team(BUG).asks) == (0, Level.OK, False)


def test_a_house_that_closes_at_noon_needs_nobody_after():
    may_day = MONDAY.replace(month=5, day=1)
    asked = house(need(MORNING, 1), need(NOON, 1), need(AFTERNOON, 1), statuses=[("may_day", HOUSE, "off_from_noon")])
    found = team(BUG, person(1, "8-12"), day=may_day, at=asked)
    assert [band.need.minimum for band in found.bands] == [0, 1, 1, 0, 0]
    assert [band.level for band in found.bands] == [Level.OK, Level.INFO, Level.INFO, Level.OK, Level.OK]


def test_one_closed_matrikel_leaves_the_other_open():
    closing = [ClosingDay(1, MONDAY, "Lukkedag", FOREST)]
    asked = house(need(None, 1), need(None, 1, team=OWL), need(None, 1, site=FOREST), sites=2, closing=closing)
    found = view(at=asked)
    assert not found.closed
    assert [place.level for place in found.teams] == [Level.MUST, Level.OK, Level.OK]
    assert [site.level for site in found.sites] == [Level.OK, Level.OK]


def test_a_stue_that_is_no_more_is_not_among_the_stuer():
    found = view(person(1, "8-16"), at=house(closed=MONDAY))
    assert [place.place.team_id for place in found.teams] == [BEE, OWL]
    assert found.house.present == 1


def test_a_day_says_what_it_is_for_those_on_the_staff():
    grundlov = MONDAY.replace(month=6, day=5)
    asked = house(
        statuses=[("constitution_day", "pedagogues", "off_from_noon"), ("constitution_day", "leaders", "off")]
    )
    assert view(person(1), person(2, role="PM"), person(3, role="PL"), day=grundlov, at=asked).notes == (
        "Grundlovsdag: huset er lukket.",
        "Grundlovsdag: fri for Ledelse.",
        "Grundlovsdag: fri fra kl. 12 for Pædagoger.",
        "Grundlovsdag: ikke afklaret for Assistenter og medhjælpere, regnes som arbejdsdag.",
    )
    assert view(person(1), day=MONDAY.replace(month=4, day=3)).notes == ("Langfredag: helligdag.",)
    closed = house(closing=[ClosingDay(1, MONDAY, "Lukkeuge", None)])
    assert view(person(1), at=closed).notes == ("Lukkeuge: huset er lukket.",)
    half = house(sites=2, closing=[ClosingDay(1, MONDAY, "Lukkeuge", MAIN)])
    assert view(person(1), at=half).notes == ("Lukkeuge: Hovedhuset er lukket.",)


def test_whoever_is_lent_for_half_her_hours_is_still_in_one_stue_and_one_matrikel():
    found = view(person(1, "8-15"), at=house(sites=2), loans=[lent(1, OWL, band=MORNING)])
    assert [place.present for place in found.teams] == [1, 0, 0]
    assert [place.present for place in found.sites] == [1, 0]
    assert (found.house.present, found.homeless) == (1, None)


SHIFTS = st.sampled_from(["6.30-14", "8-15.30", "9.30-17", "7.10-12.25", "7 t", ""])
PEOPLE = st.lists(st.tuples(SHIFTS, st.sampled_from([(BUG,), (BEE,), (OWL,), ()]), st.booleans()), max_size=12)


@given(PEOPLE)
def test_the_house_is_never_fewer_than_its_stuer_and_all_are_listed(drawn):
    people = [person(n, text, teams=teams) for n, (text, teams, _) in enumerate(drawn)]
    away = [absent(n) for n, (_, _, gone) in enumerate(drawn) if gone]
    found = view(*people, absences=away)
    assert len(found.people) == len(people)
    assert found.house.present == sum(bool(text) and not gone for text, _, gone in drawn)
    homeless = sum(bool(text) and not gone and not teams for text, teams, gone in drawn)
    assert found.house.present == sum(place.present for place in found.teams) + homeless
    for band in range(5):
        assert numbers(found.house)[band] >= sum(numbers(place)[band] for place in found.teams)
