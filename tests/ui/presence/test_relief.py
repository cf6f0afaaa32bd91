import pytest

from tests.presence.make import (
    BEE,
    BUG,
    CLOSING,
    FRIDAY,
    MONDAY,
    MORNING,
    NOON,
    OPENING,
    TUESDAY,
    absent,
    attendance,
    house,
    lent,
    need,
    person,
)
from ui.presence.relief import Wish, free_people, lenders, on_call_away, untimed_lenders

TWO_BEES = (person(3, "8-15", teams=(BEE,)), person(4, "6.30-14", teams=(BEE,)))


def told(helpers):
    return [(helper.called, helper.text) for helper in helpers]


def test_who_is_on_another_stue_all_of_the_band_can_be_lent_and_the_cost_is_told():
    days = attendance(*TWO_BEES, at=house(need(MORNING, 2, team=BEE)))
    assert told(lenders(days, Wish(BUG, MONDAY, MONDAY, MORNING))) == [
        ("Karen", "Humlebien, formiddag: 1 tilbage, mindst 2"),
        ("Mads", "Humlebien, formiddag: 1 tilbage, mindst 2"),
    ]
    assert [helper.margin for helper in lenders(days, Wish(BUG, MONDAY, MONDAY, MORNING))] == [-1, -1]
    assert told(lenders(days, Wish(BUG, MONDAY, MONDAY, OPENING))) == [("Mads", "Humlebien, åbning: ingen tilbage")]
    assert lenders(days, Wish(BUG, MONDAY, MONDAY, CLOSING)) == ()
    assert lenders(days, Wish(BEE, MONDAY, MONDAY, MORNING)) == (), "they are there already"


def test_those_who_can_best_be_spared_stand_first():
    spare = (person(5, "8-15"), person(6, "8-15"), person(7, "8-15"))
    days = attendance(*TWO_BEES, *spare, at=house(need(MORNING, 2, team=BEE), need(MORNING, 1, team=BUG)))
    names = [helper.called for helper in lenders(days, Wish(3, MONDAY, MONDAY, MORNING))]
    assert names == ["Nanna", "Otto", "Rikke", "Karen", "Mads"]


def test_for_a_whole_day_the_dearest_band_is_told():
    days = attendance(*TWO_BEES, at=house(need(MORNING, 2, team=BEE), need(NOON, 1, team=BEE)))
    assert told(lenders(days, Wish(BUG, MONDAY, MONDAY))) == [
        ("Karen", "Humlebien, formiddag: 1 tilbage, mindst 2"),
        ("Mads", "Humlebien, formiddag: 1 tilbage, mindst 2"),
    ]


def test_of_several_days_it_is_told_on_how_many_she_is_there():
    days = attendance(person(3, "8-15", "", "8-15", "8-15", "8-15", teams=(BEE,)))
    (helper,) = lenders(days, Wish(BUG, MONDAY, FRIDAY, MORNING))
    assert helper.days == 4
    assert helper.text.endswith("(4 af 5 dage)")


def test_only_those_named_are_offered_when_a_way_out_names_them():
    days = attendance(*TWO_BEES)
    assert [h.called for h in lenders(days, Wish(BUG, MONDAY, MONDAY, MORNING), frozenset({4}))] == ["Mads"]


def test_free_are_those_who_neither_work_nor_are_away_timevikarer_first_then_the_stue_itself():
    days = attendance(
        person(3, "8-15", role="V", hours=0),
        person(4, "", "8-15", "8-15", "8-15", "8-15", teams=(BEE,)),
        person(5, "10-17", teams=(BUG,)),
        person(6, hours=0, role="V", teams=()),
        person(7, "", "8-15", "8-15", "8-15", "8-15"),
        absences=[absent(7)],
    )
    assert told(free_people(days, Wish(BUG, MONDAY, MONDAY, OPENING))) == [
        ("Karen", "Timevikar, arbejder 8–15"),
        ("Otto", "Timevikar"),
        ("Nanna", "Pædagog, arbejder 10–17"),
        ("Mads", "Pædagog, fri mandag"),
    ]


def test_free_for_a_week_is_who_is_free_on_each_day():
    days = attendance(person(3, hours=0, role="V"), person(4, "", "8-15", "8-15", "8-15", "8-15"))
    assert [h.called for h in free_people(days, Wish(BUG, MONDAY, TUESDAY))] == ["Karen"]


@pytest.mark.parametrize(
    ("more", "why"), [({"absences": [absent(3)]}, "Karen (ferie)"), ({"loans": []}, "Karen (på arbejde)")]
)
def test_a_timevikar_who_cannot_come_is_told_with_the_reason(more, why):
    days = attendance(person(3, "6.30-17", role="V"), **more)
    assert on_call_away(days, Wish(BUG, MONDAY, MONDAY, MORNING)) == (why,)


def test_nobody_is_asked_for_a_weekend_or_a_closed_day():
    days = attendance(*TWO_BEES, first=FRIDAY, last=FRIDAY.replace(day=22))
    saturday = FRIDAY.replace(day=21)
    assert lenders(days, Wish(BUG, saturday, saturday)) == ()
    assert free_people(days, Wish(BUG, saturday, saturday)) == ()


def test_one_who_is_lent_already_can_be_lent_on():
    days = attendance(*TWO_BEES, loans=[lent(3, 3)])
    (helper, *_) = [h for h in lenders(days, Wish(BUG, MONDAY, MONDAY, MORNING)) if h.called == "Karen"]
    assert helper.text.startswith("Uglen")


def test_who_is_at_work_without_clock_times_can_be_lent_for_the_whole_day():
    days = attendance(
        *(person(number, teams=(BEE,)) for number in (4, 5)),
        person(6, "7 t", "", teams=(3,)),
        person(7),  # on the stue itself
        *TWO_BEES[:1],
        at=house(need(None, 2, team=BEE)),
        absences=[absent(4), absent(5, span=(600, 660))],
    )
    band = Wish(BUG, MONDAY, MONDAY, MORNING)
    assert [(each.called, each.text, each.margin, each.whole_day) for each in untimed_lenders(days, band)] == [
        ("Otto", "Uglen, uden mødetid: ingen tilbage", 0, True)
    ]
    noon = untimed_lenders(days, Wish(BUG, MONDAY, MONDAY, NOON))
    assert ("Nanna", "Humlebien, uden mødetid: 1 tilbage, mindst 2") in told(noon)
    whole = Wish(BUG, MONDAY, MONDAY)
    assert untimed_lenders(days, whole) == (), "then they stand among the others"
    assert {"Nanna", "Otto"} <= {each.called for each in lenders(days, whole)}
