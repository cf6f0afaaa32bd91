"""A meeting that takes a whole stue: the finding is whether the others can lend somebody meanwhile."""

from datetime import datetime, time

import pytest

from dagleder.base.findings import Level
from dagleder.meetings.checks import Surroundings, check_meeting, with_the_children
from dagleder.presence.sources import Engagement
from tests.meetings.make import day, meeting, named
from tests.presence.make import BEE, BUG, MORNING, NOON, OWL, TUESDAY, absent, attendance, house, lent, need, person

OWN = (person(1, "8-16"), person(2, "8-16", role="PM"))
BEES = (
    person(3, "8-16", role="PM", teams=(BEE,)),
    person(4, "8-16", teams=(BEE,)),
    person(5, "8-16", role="PM", teams=(BEE,)),
)
UNTIMED_BEES = tuple(person(number, teams=(BEE,), role="PM") for number in (3, 4, 5))
OWLS = (person(6, "8-16", role="PM", teams=(OWL,)), person(7, "8-16", role="PM", teams=(OWL,)))
ONE, BEES_ONE = need(NOON, 1), need(NOON, 1, team=BEE)
PEDAGOGUE = need(NOON, 0, pedagogues=1)
NOBODY = "0 tilbage hos børnene, mindst {}, og ingen kan lånes"
TWO_FROM_BEES = "2 kan lånes: Karen og Nanna fra Humlebien"


def around(held, staff, *needs, sites=1, **happenings):
    there = attendance(*OWN, *staff, at=house(*needs, sites=sites), **happenings)
    return Surroundings(there, [held], day("1/1"), day("31/12"))


def told(staff, *needs, kind="stuemoede", guests=(), **more):
    held = meeting(kind, TUESDAY, "12.30-13.30", teams=(BUG,) if kind == "stuemoede" else (), guests=guests)
    found = check_meeting(held, around(held, staff, *needs, **more))
    return [(each.level, each.text.partition(": ")[2].removesuffix(".")) for each in found]


@pytest.mark.parametrize(
    ("staff", "needs", "level", "text"),
    [
        (BEES, (ONE,), Level.INFO, "1 kan lånes: Karen fra Humlebien"),
        (BEES, (need(NOON, 2), BEES_ONE), Level.INFO, TWO_FROM_BEES),
        (BEES, (need(None, 2), need(None, 1, team=BEE)), Level.INFO, TWO_FROM_BEES),
        # a pædagog is only taken where one is needed
        (BEES, (PEDAGOGUE,), Level.INFO, "1 kan lånes: Mads fra Humlebien"),
        (
            BEES,
            (PEDAGOGUE, need(NOON, 0, pedagogues=1, team=BEE)),
            Level.MUST,
            "0 pædagoger tilbage hos børnene, mindst 1, og ingen kan lånes",
        ),
        # every stue keeps its own minimum, in the bands and on the day, and one at the least
        (BEES, (ONE, need(NOON, 3, team=BEE)), Level.MUST, NOBODY.format(1)),
        (BEES, (ONE, need(None, 3, team=BEE)), Level.MUST, NOBODY.format(1)),
        (BEES[:1], (ONE,), Level.MUST, NOBODY.format(1)),
        (
            BEES,
            (need(NOON, 3), BEES_ONE),
            Level.MUST,
            "0 tilbage hos børnene, mindst 3, og kun 2 kan lånes: Karen og Nanna fra Humlebien",
        ),
        # the stue with most to spare lends first; one without a stue is missed by nobody
        ((*BEES, *OWLS), (need(NOON, 3),), Level.INFO, "3 kan lånes: Karen og Nanna fra Humlebien, Otto fra Uglen"),
        ((person(8, "8-16", teams=()),), (ONE,), Level.INFO, "1 kan lånes: Signe uden stue"),
        # those without clock times are at work that day, but not surely in that hour
        (UNTIMED_BEES, (need(None, 2),), Level.INFO, f"{TWO_FROM_BEES.replace('Nanna', 'Mads')} (alle uden mødetid)"),
        (UNTIMED_BEES, (need(None, 1),), Level.INFO, "1 kan lånes: Karen fra Humlebien (uden mødetid)"),
        (UNTIMED_BEES, (ONE,), Level.MUST, NOBODY.format(1)),
        (
            (BEES[0], *UNTIMED_BEES[1:]),
            (need(None, 2),),
            Level.INFO,
            "2 kan lånes: Karen og Mads fra Humlebien (1 uden mødetid)",
        ),
        # at work, but not all of the time
        ((BEES[0], person(4, "8-13", teams=(BEE,))), (ONE, BEES_ONE), Level.MUST, NOBODY.format(1)),
        (BEES, (need(MORNING, 2),), None, None),  # nothing is asked at that time
    ],
)
def test_what_a_stuemoede_takes_is_told_by_what_the_others_can_lend(staff, needs, level, text):
    assert told(staff, *needs) == ([(level, text)] if level else [])


def test_whoever_is_away_or_at_another_stue_is_not_to_be_had():
    untimed = UNTIMED_BEES[:2]
    away = [absent(3, "K", TUESDAY, span=(720, 840))]
    assert told(untimed, need(None, 1), absences=away)[0][1] == "1 kan lånes: Mads fra Humlebien (uden mødetid)"
    assert told(BEES[:2], ONE, absences=[absent(3, "F", TUESDAY)]) == [(Level.MUST, NOBODY.format(1))]
    # lent already: then she is there
    assert told(BEES, ONE, loans=[lent(3, BUG, TUESDAY)]) == []


def test_the_same_matrikel_lends_first():
    staff = (*OWLS, person(8, "8-16", role="PM", teams=(OWL,)), *BEES[:2])
    assert told(staff, ONE, sites=2) == [(Level.INFO, "1 kan lånes: Karen fra Humlebien")]


def test_nobody_is_lent_to_two_stuer_at_once():
    staff = (*BEES[:2], *OWLS, person(8, "8-16", role="PM", teams=(OWL,)))
    found = told(staff, ONE, BEES_ONE, need(NOON, 2, team=OWL), kind="netvaerk", guests=named(1, 2, 3, 4))
    assert found == [(Level.INFO, "1 kan lånes: Otto fra Uglen"), (Level.MUST, NOBODY.format(1))]


def test_two_stuer_with_meetings_at_one_time_do_not_reckon_with_the_same_person():
    # Humlebien is at a meeting of its own; Uglen can do without one of its two.
    noon = datetime.combine(TUESDAY, time(12, 30)), datetime.combine(TUESDAY, time(13, 30))
    bees = [Engagement(who, *noon, "stuemøde", ("meetings", 2)) for who in (3, 4, 5)]
    held = meeting("stuemoede", TUESDAY, "12.30-13.30", teams=(BUG,))
    near = around(held, (*BEES, *OWLS), ONE, BEES_ONE, engagements=bees)
    assert [(each.name, each.level) for each in with_the_children(held, near)] == [
        ("Mariehønen", Level.INFO),
        ("Humlebien", Level.MUST),
        ("Uglen", Level.INFO),
    ]


def test_the_stue_is_counted_with_what_it_can_borrow_and_the_others_as_they_stand():
    held = meeting("stuemoede", TUESDAY, "12.30-13.30", teams=(BUG,))
    covers = with_the_children(held, around(held, BEES, ONE, BEES_ONE))
    assert [(each.name, each.level, each.count) for each in covers] == [
        ("Mariehønen", Level.INFO, "0 af mindst 1, 1 kan lånes"),
        ("Humlebien", Level.OK, "3 af mindst 1"),
    ]
