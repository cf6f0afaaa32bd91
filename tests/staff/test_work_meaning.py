from decimal import Decimal

import pytest

from dagleder.base.findings import Level
from dagleder.staff.patterns import DAY_OFF_WEEK, Shift
from dagleder.staff.work_meaning import average_meaning, day_price, price_meaning

DAY = Shift.between(480, 924)  # 7,4 hours


def weeks(*days):
    return tuple((*(DAY,) * count, *DAY_OFF_WEEK[count:]) for count in days)


@pytest.mark.parametrize(
    ("days", "price"),
    [
        ((5,), "1.00"),
        ((4,), "1.25"),
        ((3,), "1.67"),
        ((5, 4), "1.11"),
        ((5, 5, 4), "1.07"),
        ((7,), "0.71"),
        ((0,), None),
    ],
)
def test_a_single_day_costs_five_divided_by_workdays(days, price):
    assert day_price(weeks(*days)) == (Decimal(price) if price else None)


def test_the_price_says_how_it_was_reckoned():
    meaning = price_meaning(weeks(5, 4))
    assert meaning
    assert meaning.title == "En enkelt feriedag koster 1,11"
    assert (
        meaning.text == "9 arbejdsdage på to uger er 4,5 om ugen, og 5 : 4,5 = 1,11. En hel uge koster 5, uanset uge."
    )
    simple = price_meaning(weeks(4))
    assert simple
    assert simple.text == "4 arbejdsdage om ugen, og 5 : 4 = 1,25. En hel uge koster 5."
    assert price_meaning(weeks(0)) is None


@pytest.mark.parametrize(
    ("days", "agreed", "level", "text"),
    [
        ((5,), 37 * 60, Level.OK, "Passer med ansættelsen."),
        ((5,), 37 * 60 + 14, Level.OK, "Passer med ansættelsen."),
        ((5,), 35 * 60, Level.SHOULD, "Ansættelsen er på 35 timer: 2 mere om ugen."),
        (
            (5, 4),
            37 * 60,
            Level.SHOULD,
            "Lige uger 37,0 og ulige uger 29,6. Ansættelsen er på 37 timer: 3,7 mindre om ugen.",
        ),
        ((5, 4, 4), None, Level.INFO, "Ugerne er på 37,0; 29,6; 29,6."),
        ((5,), None, Level.INFO, "Der er ingen aftalte timer."),
    ],
)
def test_the_average_is_held_against_the_agreed_hours(days, agreed, level, text):
    meaning = average_meaning(weeks(*days), agreed)
    assert (meaning.level, meaning.text) == (level, text)
