from datetime import date

import pytest

from dagleder.base.errors import Bug
from dagleder.meetings.drafts import SeriesDraft, Times
from dagleder.meetings.placing import Bounds, Placement, placed, placed_dates
from dagleder.meetings.rules import Rule
from tests.meetings.make import day, house, kinds

_OUT = ((7,), (7, 42, 52, 53))


@pytest.mark.parametrize(
    ("meant", "became", "because"),
    [
        ("3/3", "3/3", ""),
        ("2/4", "9/4", "skærtorsdag"),
        ("14/5", "21/5", "Kristi himmelfartsdag"),
        ("25/5", "1/6", "2. pinsedag"),
        ("5/6", "12/6", "grundlovsdag"),  # no public holiday, but the house is closed
        ("17/9", "24/9", "lukkedag"),
        ("8/10", "22/10", "lukkedag og uge 42"),
        ("25/6", "6/8", "sommerlukket og juli"),
        ("24/12", None, "juleaftensdag og uge 53"),
    ],
)
def test_a_date_in_the_way_moves_to_the_same_weekday_later(meant, became, because):
    closing = [
        (day("17/9"), "Lukkedag", None),
        (day("8/10"), "Lukkedag", None),
        (day("25/6"), "Sommerlukket", None),
    ]
    where = placed(day(meant), house(closing=closing), Bounds(date(2026, 12, 31), *_OUT), on_closing_day=False)
    assert (where.day, where.because) == (day(became) if became else None, because)
    assert where.moved == (meant != became)


def test_the_training_day_may_lie_on_a_closed_day_but_not_on_a_holiday():
    bounds = Bounds(date(2026, 12, 31))
    closed = house(closing=[day("15/5")])
    assert placed(day("15/5"), closed, bounds, on_closing_day=True).day == day("15/5")
    assert placed(day("5/6"), closed, bounds, on_closing_day=True).day == day("5/6")
    assert placed(day("14/5"), closed, bounds, on_closing_day=True).day == day("21/5")


def test_a_matrikel_that_is_closed_alone_moves_only_its_own_stuer():
    closed = house(closing=[(day("11/3"), "Lukkedag", 1)], sites=2)
    bounds = Bounds(date(2026, 12, 31))
    assert placed(day("11/3"), closed, bounds, team_id=1, on_closing_day=False).day == day("18/3")
    assert placed(day("11/3"), closed, bounds, on_closing_day=False).day == day("11/3")


def test_a_meeting_that_fell_away_has_no_day():
    with pytest.raises(Bug):
        _ = Placement(day("24/12"), None).target


def test_what_lands_on_another_meeting_of_the_series_is_left_out():
    weekly = Rule(day("19/3"), day("23/4"), (3,), every_weeks=1)
    draft = SeriesDraft(1, Times(540, 600), weekly)
    found = placed_dates(draft, house(), kinds()["med"])
    assert [where.day for where in found] == [day("19/3"), day("26/3"), day("9/4"), day("16/4"), day("23/4")]


def test_hand_picked_dates_stay_where_she_put_them():
    draft = SeriesDraft(1, Times(540, 600), days=(day("2/4"), day("1/4")))
    assert placed_dates(draft, house(), kinds()["med"]) == (
        Placement(day("1/4"), day("1/4")),
        Placement(day("2/4"), day("2/4")),
    )
