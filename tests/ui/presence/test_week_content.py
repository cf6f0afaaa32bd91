from dataclasses import replace
from datetime import datetime

import pytest

from dagleder.presence.sources import Engagement
from dagleder.settings.closing_days import ClosingDay
from dagleder.settings.staffing import Place
from tests.presence.make import (
    AFTERNOON,
    BEE,
    BUG,
    FOREST,
    FRIDAY,
    MAIN,
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
    need,
    person,
    vikar,
)
from ui.kit.grid_values import BarLook, Tone, spoken
from ui.presence.rows import NO_TEAM, DayRow, PersonRow, PlaceRow
from ui.presence.week_content import week_content

BUG_ROW = PlaceRow(Place(team_id=BUG))


def content(*people, team_id=None, **more):
    return week_content(attendance(*people, **more).week(MONDAY, team_id), TUESDAY)


def bars(shown, row, day=MONDAY):
    """(text, look) of the bars that begin on a day, in the order they are painted."""
    first = next(n for n, column in enumerate(shown.columns) if column.key == (day, OPENING))
    found = shown.bars(shown.rows.index(next(each for each in shown.rows if each.key == row)), first, first + 4)
    return [(bar.text, bar.look) for bar in found]


def cell(shown, row, day=MONDAY, band=MORNING):
    return shown.stored_cells[row, (day, band)]


def meeting(who, start, end, what="personalemøde", day=MONDAY):
    begins, ends = (datetime(day.year, day.month, day.day, *clock) for clock in (start, end))
    return Engagement(who, begins, ends, what, ("meetings", 7))


def test_matrikler_stand_first_then_each_stue_with_everybody_and_last_those_without_stue():
    shown = content(person(3, "8-15"), person(4, "8-15", teams=()), person(5, "8-15", teams=(OWL,)), at=house(sites=2))
    assert [row.name for row in shown.rows] == [
        *("Hovedhuset", "Skovhuset"),
        *("Mariehønen", "Karen Efternavn3"),
        "Humlebien",
        *("Uglen", "Nanna Efternavn5"),
        *("Uden stue", "Mads Efternavn4"),
    ]
    assert shown.rows[2].group is None
    assert shown.rows[3].group == shown.rows[2].key
    assert [row.note for row in shown.rows if row.heading] == ["", "", "", "", "Skovhuset", ""]
    assert shown.rows[-2].key == PlaceRow(NO_TEAM)


def test_one_stue_alone_shows_no_other_and_no_matrikel():
    shown = content(person(3, "8-15"), person(5, "8-15", teams=(BEE,)), team_id=BEE)
    assert [row.name for row in shown.rows] == ["Humlebien", "Nanna Efternavn5"]


@pytest.mark.parametrize(
    ("needs", "tone", "underlined", "words"),
    [
        ([], Tone.PLAIN, False, "2 på arbejde"),
        ([need(MORNING, 1)], Tone.PLAIN, False, "2 på arbejde, mindst 1"),
        ([need(MORNING, 2)], Tone.LIMIT, False, "2 på arbejde, mindst 2"),
        ([need(MORNING, 2, wanted=3)], Tone.SHORT, False, "2 på arbejde, mindst 2, helst 3"),
        ([need(MORNING, 3)], Tone.BELOW, False, "2 på arbejde, mindst 3"),
        (
            [need(MORNING, 1, pedagogues=2)],
            Tone.BELOW,
            True,
            "2 på arbejde, mindst 1, mindst 2 pædagoger, kun 1 pædagog",
        ),
    ],
)
def test_a_number_says_how_it_stands_against_what_is_wanted(needs, tone, underlined, words):
    shown = content(person(3, "8-15"), person(4, "8-15", role="PM"), at=house(*needs))
    found = cell(shown, BUG_ROW)
    assert (found.text, found.tone, found.underlined, found.words) == ("2", tone, underlined, words)


def test_a_number_without_pedagogue_is_underlined():
    shown = content(person(4, "8-15", role="PM"))
    assert cell(shown, BUG_ROW).underlined
    assert cell(shown, BUG_ROW).words == "1 på arbejde, ingen pædagog"
    assert not cell(shown, BUG_ROW, band=OPENING).underlined, "nobody is there"


def test_those_without_clock_times_are_told_and_make_no_number_red():
    shown = content(person(3, hours=37), at=house(need(MORNING, 1)))
    assert cell(shown, BUG_ROW).tone is Tone.PLAIN
    assert cell(shown, BUG_ROW).words == "kan ikke siges, mindst 1, 1 uden mødetid"
    assert next(row for row in shown.rows if row.key == BUG_ROW).tip.endswith("1 uden mødetid")
    assert bars(shown, PersonRow(BUG, 3)) == [("7,4 t, uden mødetid", BarLook.TEXT)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, [("8–15", BarLook.SHIFT)]),
        ({"absences": [absent(3, "O")]}, [("Omsorgsdag", BarLook.PLANNED)]),
        (
            {"absences": [absent(3, "A", span=(12 * 60, 17 * 60))]},
            [("8–12", BarLook.SHIFT), ("Afspadsering", BarLook.PLANNED)],
        ),
        (
            {"engagements": [meeting(3, (12, 0), (13, 0), "MUS")]},
            [("8–15", BarLook.SHIFT), ("MUS", BarLook.MEETING)],
        ),
        ({"engagements": [meeting(3, (18, 0), (20, 0))]}, [("8–15", BarLook.SHIFT)]),
        ({"loans": [lent(3, BEE)]}, [("på Humlebien", BarLook.SHIFT)]),
        (
            {"loans": [lent(3, BEE, band=NOON)]},
            [("8–11.30", BarLook.SHIFT), ("på Humlebien", BarLook.SHIFT), ("13.30–15", BarLook.SHIFT)],
        ),
    ],
)
def test_a_day_is_a_shift_with_what_happens_in_it(more, expected):
    assert bars(content(person(3, "8-15"), **more), PersonRow(BUG, 3)) == expected


def test_a_loan_is_a_line_of_its_own_on_the_other_stue_with_that_part_only():
    shown = content(person(3, "8-15"), loans=[lent(3, BEE, band=NOON)])
    row = next(row for row in shown.rows if row.key == PersonRow(BEE, 3))
    assert row.note == "lånt"
    assert bars(shown, row.key) == [("11.30–13.30", BarLook.SHIFT)]
    assert bars(shown, row.key, TUESDAY) == []


@pytest.mark.parametrize("more", [{}, {"who": 3, "band": MORNING}])
def test_a_vikar_for_whole_days_or_of_the_staff_has_no_times_beside_her_name(more):
    shown = content(person(3, "8-15", teams=(BEE,)), substitutes=[vikar(BUG, **more)])
    row = next(row for row in shown.rows if row.group == BUG_ROW and not row.heading)
    assert row.note == ("lånt" if more else "vikar")


def test_a_vikar_from_outside_has_a_line_by_her_own_name():
    shown = content(person(3, "8-15"), substitutes=[vikar(BUG, name="Frida", band=AFTERNOON)])
    row = next(row for row in shown.rows if row.key == PersonRow(BUG, None, 1))
    assert (row.name, row.note) == ("Frida", "vikar 13.30–15.30"), "which her bar is too short for"
    assert bars(shown, row.key) == [("13.30–15.30", BarLook.SHIFT)]


def test_a_day_off_by_pattern_is_said_and_one_before_she_begins_too():
    shown = content(person(3, "8-15", "", "8-15", "8-15", "8-15"), person(4, "8-15", start=FRIDAY))
    assert bars(shown, PersonRow(BUG, 3), TUESDAY) == [("fri tirsdag", BarLook.TEXT)]
    assert bars(shown, PersonRow(BUG, 4)) == [("ikke ansat", BarLook.TEXT)]
    assert bars(shown, PersonRow(BUG, 4), FRIDAY) == [("8–15", BarLook.SHIFT)]


def test_a_lukkedag_is_hatched_named_and_without_numbers():
    shown = content(person(3, "8-15"), at=house(need(MORNING, 1), closing=[ClosingDay(1, MONDAY, "Lukkedag", None)]))
    assert [column.closed for column in shown.columns] == [True] * 5 + [False] * 20
    assert shown.blocks[MONDAY].note == "· Lukkedag"
    assert cell(shown, BUG_ROW).closed
    assert bars(shown, PersonRow(BUG, 3)) == []
    assert "lukket" in spoken(shown, 1, 0)


def test_a_lukkedag_of_one_matrikel_hatches_its_stuer_only():
    closing = [ClosingDay(1, MONDAY, "Lukkedag", FOREST)]
    shown = content(person(3, "8-15"), at=house(closing=closing, sites=2))
    closed = {row.name: cell(shown, row.key).closed for row in shown.rows if row.heading and row.key != NO_TEAM}
    assert closed == {"Hovedhuset": False, "Skovhuset": True, "Mariehønen": False, "Humlebien": False, "Uglen": True}
    assert cell(shown, PlaceRow(Place(site_id=MAIN)), TUESDAY).text == "1"


def test_the_meeting_that_takes_half_of_those_at_work_stands_beside_the_day():
    people = person(3, "8-15"), person(4, "8-15"), person(5, "8-15")
    two = [meeting(who, (12, 0), (13, 0)) for who in (3, 4)]
    assert content(*people, engagements=two).blocks[MONDAY].note == "· personalemøde"
    assert content(*people, engagements=two[:1]).blocks[MONDAY].note == ""


def test_a_leader_who_is_not_counted_is_said_so():
    shown = content(person(3, "8-15", role="PL"), person(4, "8-15"))
    assert "tæller ikke med" in next(row.tip for row in shown.rows if row.key == PersonRow(BUG, 3))
    assert cell(shown, BUG_ROW).text == "1"


def test_narrow_bands_have_room_for_their_titles():
    columns = content(person(3, "8-15")).columns[:5]
    assert sum(column.share for column in columns) == pytest.approx(1)
    assert min(column.share for column in columns) > 0.16
    assert columns[1].share == max(column.share for column in columns), "the longest is still the widest"


def texts(shown, row, day=MONDAY):
    return [shown.stored_cells[row, (day, band)].text for band in range(1, 6)]


def test_where_nobody_has_clock_times_no_number_is_shown_for_the_bands_but_that_of_the_day():
    shown = content(person(3), person(4), at=house(need(None, 3), need(MORNING, 2)))
    assert texts(shown, BUG_ROW) == ["–"] * 5
    assert cell(shown, BUG_ROW).words == "kan ikke siges, mindst 2, 2 uden mødetid"
    assert texts(shown, DayRow(Place(team_id=BUG))) == ["", "", "2", "", ""]
    day = cell(shown, DayRow(Place(team_id=BUG)), band=NOON)
    assert (day.tone, day.words) == (Tone.BELOW, "2 på arbejde, mindst 3, 2 uden mødetid")
    line = next(row for row in shown.rows if row.key == DayRow(Place(team_id=BUG)))
    assert (line.name, line.note, line.group) == ("Dagen, mindst 3", "2 uden tid", BUG_ROW)
    assert texts(shown, PlaceRow(Place(site_id=MAIN))) == ["–"] * 5


def test_a_mixed_stue_counts_those_with_times_and_says_how_many_are_not_in_it():
    people = person(3, "8-15", role="PM"), person(4, role="P")
    shown = content(*people, at=house(need(MORNING, 1, wanted=2)))
    assert texts(shown, BUG_ROW) == ["–", "1", "1", "–", "–"]
    morning = cell(shown, BUG_ROW)
    assert (morning.tone, morning.underlined) == (Tone.PLAIN, False), "the pædagog without times may be there"
    assert morning.words == "1 på arbejde, mindst 1, helst 2, 1 uden mødetid"
    told = [(row.group, row.name, row.note) for row in shown.rows if isinstance(row.key, DayRow)]
    assert told == [(PlaceRow(p), "Hele dagen", "1 uden tid") for p in (Place(site_id=MAIN), Place(team_id=BUG))]


def test_where_all_have_times_and_nothing_is_wanted_of_the_day_the_bands_stand_alone():
    assert not any(isinstance(row.key, DayRow) for row in content(person(3, "8-15")).rows)


def test_the_day_of_a_closed_stue_is_hatched():
    closing = [ClosingDay(1, FRIDAY, "Lukkedag", None)]
    shown = content(person(3, "8-15"), at=house(need(None, 1, wanted=2, pedagogues=2), closing=closing))
    assert cell(shown, DayRow(Place(team_id=BUG)), FRIDAY, NOON).closed
    open_day = cell(shown, DayRow(Place(team_id=BUG)), band=NOON)
    assert open_day.words == "1 på arbejde, mindst 1, helst 2, mindst 2 pædagoger, kun 1 pædagog"


def test_a_matrikel_without_stuer_has_no_numbers_and_those_without_stue_have_theirs():
    at = house(sites=2)
    at = replace(at, teams=tuple(team for team in at.teams if team.site_id == MAIN))
    shown = content(person(3, "8-15", teams=()), person(4, "8-15"), at=at)
    assert next(row.note for row in shown.rows if row.name == "Skovhuset") == "ingen stuer"
    assert (PlaceRow(Place(site_id=FOREST)), (MONDAY, MORNING)) not in shown.stored_cells
    assert texts(shown, PlaceRow(NO_TEAM)) == ["0", "1", "1", "0", "0"]


def test_a_leader_who_does_not_count_makes_no_number_of_those_without_stue():
    shown = content(person(3, "8-15", role="PL", teams=()))
    assert (PlaceRow(NO_TEAM), (MONDAY, MORNING)) not in shown.stored_cells
