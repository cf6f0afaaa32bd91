"""What is told about a meeting's date; each case changes one thing from a meeting with nothing to tell."""

from dataclasses import replace
from datetime import date

import pytest

from dagleder.base.findings import Level
from dagleder.meetings.checks import Surroundings, check_meeting
from dagleder.meetings.states import CANCELLED, PROPOSED
from dagleder.settings.closing_days import ClosingDay
from tests.meetings.make import day, meeting, named
from tests.presence.make import (
    BEE,
    BUG,
    FRIDAY,
    MONDAY,
    NOON,
    TUESDAY,
    WEDNESDAY,
    absent,
    attendance,
    house,
    need,
    person,
)

STAFF = (
    person(1, "8-16"),
    person(2, "8-16", "8-16", "8-16", "8-16", ""),
    person(3, "8-16", role="PM", teams=(BEE,)),
    person(4, "9-15", role="PL", teams=()),
)

NOBODY = ", og ingen kan lånes"


def check(held, *others, at=None, staff=STAFF, absences=(), year=(date(2026, 1, 1), date(2026, 12, 31))):
    first, last = min(held.day, MONDAY), max(held.day, date(2026, 6, 30))
    there = attendance(*staff, at=at or house(), first=first, last=last, absences=absences)
    return [(f.level, f.text) for f in check_meeting(held, Surroundings(there, [held, *others], *year))]


def test_a_quiet_evening_has_nothing_to_tell():
    assert check(meeting(at="17-19")) == []


def test_a_cancelled_meeting_is_not_checked():
    assert check(meeting(day=day("2/4"), at="20-8", state=CANCELLED)) == []


@pytest.mark.parametrize(
    ("held", "found"),
    [
        (meeting(day=day("2/4"), at="17-19"), (Level.MUST, "Skærtorsdag er helligdag.")),
        (meeting(day=day("21/3"), at="9-12"), (Level.INFO, "Det er en lørdag.")),
        (meeting(day=day("5/6"), at="17-19"), (Level.SHOULD, "Grundlovsdag: huset er lukket.")),
        (meeting(day=day("17/3"), at="17-17"), (Level.MUST, "Mødet slutter, før det begynder.")),
        (
            meeting(day=day("17/3"), at="17-19", state=PROPOSED),
            (Level.INFO, "Datoen er et forslag. Sæt den som planlagt, når I har aftalt den."),
        ),
    ],
)
def test_what_is_wrong_with_the_date(held, found):
    assert check(held, staff=STAFF[:1]) == [found]


def test_a_date_outside_the_plans_year_is_told():
    said = check(meeting(at="17-19"), year=(date(2027, 1, 1), date(2027, 12, 31)))
    assert said == [(Level.SHOULD, "Datoen ligger uden for planens år.")]


def test_a_lukkedag_is_told_and_is_good_for_the_training_day():
    closed = house(closing=[ClosingDay(1, TUESDAY, "Lukkedag", None)])
    assert check(meeting(at="17-19"), at=closed) == [(Level.SHOULD, "Lukkedag: huset er lukket.")]
    assert check(meeting("paedagogisk_dag", at="9-15"), at=closed) == [
        (Level.INFO, "Lukkedag: huset er lukket, så alle kan være med.")
    ]


def test_who_is_away_is_told_with_what_takes_her_away():
    said = check(meeting(at="17-19"), absences=[absent(1, "F", TUESDAY), absent(3, "K", TUESDAY)])
    assert said == [(Level.SHOULD, "2 af 4 er væk: Gitte har ferie, Karen er på kursus. Ferie kan ikke afbrydes.")]


def test_who_is_away_at_another_time_of_the_day_is_not_told():
    assert check(meeting(at="17-19"), absences=[absent(1, "X", TUESDAY, span=(480, 600))]) == []


def test_who_has_the_day_off_is_told():
    assert check(meeting(day=FRIDAY, at="17-19")) == [(Level.INFO, "1 har fri om fredagen: Helle.")]


def test_a_name_that_ends_in_an_initial_ends_the_sentence_too():
    staff = (replace(STAFF[1], called="Ivan d."),)
    assert check(meeting(day=FRIDAY, at="17-19"), staff=staff) == [(Level.INFO, "1 har fri om fredagen: Ivan d.")]


def test_a_clash_names_those_who_should_be_in_two_places():
    med = meeting("med", at="18-19", id=2, guests=named(1))
    (said,) = check(meeting(at="17-19"), med)
    assert said == (
        Level.SHOULD,
        "Støder sammen med MED-møde / TRIO kl. 18–19: Gitte og Mads skal begge steder.",
    )


@pytest.mark.parametrize(
    "other",
    [
        meeting("med", at="19-20", id=2),  # begins when the other ends
        meeting("med", at="18-19", id=2, state=CANCELLED),
        meeting("med", day=WEDNESDAY, at="18-19", id=2),
        meeting("netvaerk", at="18-19", id=2),  # nobody of the house
    ],
)
def test_what_does_not_clash_is_not_told(other):
    assert check(meeting(at="17-19"), other) == []


def test_too_few_with_the_children_is_told_for_the_stue_people_come_from():
    own = house(need(NOON, 1), need(NOON, 1, team=BEE))
    said = check(meeting("stuemoede", at="12.30-13.30", teams=(BUG,)), at=own)
    assert said == [(Level.MUST, f"Mariehønen kl. 12.30–13.30: 0 tilbage hos børnene, mindst 1{NOBODY}.")]


def test_those_without_clock_times_may_be_there():
    own = house(need(NOON, 1))
    untimed = person(5, "7 t", role="PM")
    said = check(meeting("p_moede", at="12.30-13.30"), at=own, staff=(*STAFF, untimed))
    text = "om der er mindst 1 tilbage hos børnene, kan ikke regnes ud: 1 uden mødetid"
    assert said == [(Level.SHOULD, f"Mariehønen kl. 12.30–13.30: {text}.")]


def test_more_than_those_without_clock_times_could_be_missing():
    own = house(need(NOON, 3))
    said = check(meeting("p_moede", at="12.30-13.30"), at=own, staff=(*STAFF, person(5, "7 t", role="PM")))
    assert said == [
        (Level.MUST, f"Mariehønen kl. 12.30–13.30: 0 tilbage hos børnene, mindst 3, 1 uden mødetid{NOBODY}.")
    ]


def test_a_minimum_for_the_whole_day_holds_during_a_meeting_too():
    own = house(need(None, 2))
    said = check(meeting("stuemoede", at="12.30-13.30", teams=(BUG,)), at=own)
    assert said == [
        (Level.MUST, f"Mariehønen kl. 12.30–13.30: 0 af dagens personale tilbage hos børnene, mindst 2{NOBODY}.")
    ]
    assert check(meeting("med", at="12.30-13.30"), at=own) == []
    own = house(need(None, pedagogues=1))
    helper = person(5, "8-16", role="PM")
    (said,) = check(meeting("p_moede", at="12.30-13.30"), at=own, staff=(*STAFF, helper))
    assert said[1].endswith(f"0 pædagoger af dagens personale tilbage hos børnene, mindst 1{NOBODY}.")


def test_a_missing_pedagogue_is_told_too():
    own = house(need(NOON, 1, pedagogues=1))
    helper = person(5, "8-16", role="PM")
    said = check(meeting("p_moede", at="12.30-13.30"), at=own, staff=(*STAFF, helper))
    assert said == [(Level.MUST, f"Mariehønen kl. 12.30–13.30: 0 pædagoger tilbage hos børnene, mindst 1{NOBODY}.")]


@pytest.mark.parametrize(("at", "told"), [("18-20.15", True), ("18-21", True), ("17-20", False), ("16.30-19", False)])
def test_a_late_meeting_before_an_early_shift_is_told(at, told):
    early = (person(1, "8-16", "8-16", "7-15", "8-16", "8-16"),)
    said = check(meeting(at=at), staff=early)
    end = at.partition("-")[2]
    expected = f"Slutter kl. {end}, og næste dag møder Gitte kl. 7: under 11 timers hvile."
    assert said == ([(Level.SHOULD, expected)] if told else [])


def test_each_finding_opens_its_meeting_and_tells_its_source():
    there = attendance(*STAFF, first=MONDAY, last=date(2026, 4, 3))
    held = meeting("stuemoede", day("2/4"), "12-13", (BUG,), id=7)
    around = Surroundings(there, [held], date(2026, 1, 1), date(2026, 12, 31))
    (found,) = [f for f in check_meeting(held, around) if f.level is Level.MUST]
    assert (found.subject, found.source, found.ref) == (
        "Stuemøde · Mariehønen, 2. april",
        "helligdagene",
        ("meetings", 7),
    )
