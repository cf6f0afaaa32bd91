"""How the week's gaps end: 'dækket' is said of nothing but what was compared."""

import pytest

from dagleder.base.findings import Level
from dagleder.presence.rest import CANNOT_TELL, CLOSED, NO_PLAN
from dagleder.settings.closing_days import ClosingDay
from tests.presence.make import (
    BEE,
    BUG,
    FOREST,
    MAIN,
    MONDAY,
    NOON,
    OPENING,
    OWL,
    attendance,
    house,
    need,
    person,
)

TIMED = (person(1, "6.30-15"), person(2, "6.30-17", role="PM"))
UNTIMED = (person(3), person(4))
ALL = (BUG, BEE, OWL)


def everywhere(band, minimum):
    return [need(band, minimum, team=team) for team in ALL]


def on_all(*days):
    return [person(number, *days, teams=(team,)) for number, team in enumerate(ALL, 1)]


@pytest.mark.parametrize(
    ("people", "needs", "said"),
    [
        (on_all("6.30-17"), everywhere(NOON, 1), "Hele ugen er dækket."),
        (on_all("6.30-17"), everywhere(None, 1), "Hele ugen er dækket, talt på hele dage."),
        (on_all(), everywhere(None, 1), "Hele ugen er dækket, talt på hele dage."),
        (on_all(), everywhere(None, 2), "Resten af ugen er dækket, talt på hele dage."),
        (TIMED, [need(NOON, 2)], "Hele ugen er dækket. Humlebien og Uglen har intet minimum."),
        (TIMED, [need(OPENING, 3)], "Resten af ugen er dækket. Humlebien og Uglen har intet minimum."),
    ],
)
def test_what_was_compared_is_said_to_be_covered(people, needs, said):
    rest = attendance(*people, at=house(*needs)).week(MONDAY).rest
    assert (rest.text, rest.level, rest.plan_missing) == (said, Level.OK, False)


def test_where_only_clock_times_would_tell_nothing_is_said_to_be_covered():
    assert attendance(*UNTIMED, at=house(need(NOON, 1))).week(MONDAY).rest == CANNOT_TELL


def test_a_mixed_house_is_covered_as_far_as_it_can_be_reckoned():
    bees = person(5, "6.30-17", teams=(BEE,))
    rest = attendance(*UNTIMED, bees, at=house(need(NOON, 1), need(NOON, 1, team=BEE))).week(MONDAY).rest
    assert rest.text == "Resten af ugen er dækket, så vidt det kan regnes ud. Uglen har intet minimum."
    assert rest.level is Level.INFO


def test_without_any_number_there_is_nothing_to_compare():
    assert attendance(*TIMED).week(MONDAY).rest == NO_PLAN
    assert attendance(*TIMED, at=house(need(NOON, 1))).week(MONDAY, BEE).rest == NO_PLAN


def test_a_stue_whose_matrikel_has_a_minimum_is_not_left_out():
    at = house(need(NOON, 1, site=MAIN), sites=2)
    rest = attendance(*TIMED, at=at).week(MONDAY).rest
    assert rest.text == "Hele ugen er dækket. Uglen har intet minimum."
    at = house(need(NOON, 1, site=MAIN), need(NOON, 0, wanted=1, site=FOREST), sites=2)
    assert "intet minimum" not in attendance(*TIMED, at=at).week(MONDAY).rest.text


def test_a_closed_week_is_said_to_be_closed():
    closing = [ClosingDay(n, MONDAY.replace(day=16 + n), "Lukkeuge", None) for n in range(5)]
    assert attendance(*TIMED, at=house(need(NOON, 9), closing=closing)).week(MONDAY).rest == CLOSED


def test_the_week_of_one_stue_tells_of_that_stue_alone():
    people = (*TIMED, person(5, teams=(BEE,)))
    at = house(need(OPENING, 3), need(NOON, 1, team=BEE), need(None, 1, team=BEE))
    days = attendance(*people, at=at)
    bugs, bees = days.week(MONDAY, BUG), days.week(MONDAY, BEE)
    assert (bugs.only, bees.only, days.week(MONDAY).only) == ("Mariehønen", "Humlebien", "")
    assert {gap.place.team_id for gap in bugs.gaps} == {BUG}
    assert [gap.headline for gap in bees.gaps] == ["Humlebien: 1 uden mødetid"]
    assert [each.called for each in bees.untimed] == ["Nanna"]
    assert bugs.untimed == ()
    assert bugs.rest.text == "Resten af ugen er dækket."
    assert bees.rest.text == "Resten af ugen er dækket, så vidt det kan regnes ud."
