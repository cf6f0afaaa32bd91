"""How a stue stands while people of it are at a meeting: never better than is known."""

import pytest

from dagleder.base.findings import Level
from dagleder.meetings.checks import Surroundings, with_the_children
from dagleder.meetings.children import Cover, fine_text
from tests.meetings.make import day, meeting, named
from tests.presence.make import BEE, NOON, TUESDAY, attendance, house, need, person

TIMED = (person(1, "8-16"), person(2, "8-16"), person(3, "8-16", role="PM", teams=(BEE,)))
UNTIMED = (person(1), person(2, role="PM"), person(3, teams=(BEE,)))


def covers(staff, *needs, away=(1,)):
    held = meeting("netvaerk", TUESDAY, "12.30-13.30", guests=named(*away))
    around = Surroundings(attendance(*staff, at=house(*needs)), [held], day("1/1"), day("31/12"))
    return [(each.name, each.level, each.count) for each in with_the_children(held, around)]


@pytest.mark.parametrize(
    ("needs", "level", "count"),
    [
        ((need(NOON, 1),), Level.OK, "1 af mindst 1"),
        ((need(NOON, 2),), Level.MUST, "1 af mindst 2"),
        ((need(None, 1),), Level.OK, "1 på dagen af mindst 1"),
        ((need(None, 2),), Level.MUST, "1 på dagen af mindst 2"),
        ((need(None, 2), need(NOON, 1)), Level.MUST, "1 på dagen af mindst 2"),
        ((), Level.INFO, "1 tilbage, intet minimum"),
    ],
)
def test_a_stue_with_clock_times(needs, level, count):
    assert ("Mariehønen", level, count) in covers(TIMED, *needs)


@pytest.mark.parametrize(
    ("needs", "level", "count"),
    [
        ((need(None, 1),), Level.OK, "1 på dagen af mindst 1"),
        ((need(None, 2),), Level.MUST, "1 på dagen af mindst 2"),
        ((need(NOON, 1),), Level.SHOULD, "Kan ikke regnes ud: 1 uden mødetid"),
        ((need(NOON, 0, pedagogues=1),), Level.MUST, "0 pædagoger af mindst 1, 1 uden mødetid"),
        ((need(NOON, 2),), Level.MUST, "0 af mindst 2, 1 uden mødetid"),
        ((), Level.INFO, "1 uden mødetid, intet minimum"),
    ],
)
def test_a_stue_where_nobody_has_clock_times(needs, level, count):
    assert ("Mariehønen", level, count) in covers(UNTIMED, *needs)


def test_a_stue_that_is_left_empty_is_told_though_nothing_is_asked_of_it():
    assert ("Mariehønen", Level.INFO, "0 tilbage, intet minimum") in covers(TIMED, need(NOON, 1, team=BEE), away=(1, 2))


def test_when_nothing_is_wrong_no_more_is_said_than_is_known():
    good, unasked = Cover(1, "Mariehønen", Level.OK, ""), Cover(2, "Humlebien", Level.INFO, "")
    assert fine_text([]) == "Intet er i vejen: ingen er væk."
    assert fine_text([good]).endswith("der er nok hos børnene.")
    assert fine_text([good, unasked]).endswith("I har ikke skrevet et minimum for Humlebien.")
    assert fine_text([unasked]).endswith("I har ikke skrevet et minimum for nogen stue.")
