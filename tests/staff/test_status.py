from dataclasses import replace
from datetime import date

import pytest

from dagleder.base.findings import Level
from dagleder.staff.employment import AgreedHours, Employment
from dagleder.staff.patterns import DAY_OFF_WEEK, Pattern, Shift
from dagleder.staff.places import Mark
from dagleder.staff.status import status

TODAY = date(2026, 3, 12)
WEEK = (*(Shift.between(480, 924),) * 5, *DAY_OFF_WEEK[5:])
KAREN = Employment(
    1,
    "Karen Ulvdal",
    "KU",
    "P",
    date(2003, 4, 1),
    None,
    (AgreedHours(1, None, 37 * 60),),
    (),
    (Pattern(1, date(2003, 4, 1), date(2003, 3, 31), (WEEK,)),),
)


@pytest.mark.parametrize(
    ("changes", "text", "level"),
    [
        ({"start": date(2026, 5, 1)}, "Starter 1. maj", Level.INFO),
        ({"start": date(2027, 1, 1)}, "Starter 1. januar 2027", Level.INFO),
        ({"end": date(2026, 4, 30)}, "Fratræder 30. april", Level.SHOULD),
        ({"end": TODAY}, "Fratræder 12. marts", Level.SHOULD),
        ({"end": date(2025, 8, 31)}, "Fratrådt 31. august 2025", None),
        ({"role": ""}, "Stilling mangler", Level.SHOULD),
        ({"hours": (), "patterns": ()}, "Timer mangler", Level.SHOULD),
        ({"hours": (AgreedHours(1, None, 30 * 60),)}, "Timer passer ikke", Level.SHOULD),
    ],
)
def test_one_thing_is_said_of_somebody(changes, text, level):
    mark = status(replace(KAREN, **changes), TODAY)
    assert mark
    assert (mark.text, mark.level) == (text, level)


@pytest.mark.parametrize("role", ["PL", "V"])
def test_leaders_and_timevikarer_need_no_hours(role):
    assert status(replace(KAREN, role=role, hours=(), patterns=()), TODAY) is None


def test_nothing_is_asked_of_those_who_have_left():
    gone = replace(KAREN, end=date(2025, 8, 31), role="", hours=())
    mark = status(gone, TODAY)
    assert mark
    assert mark.tip == ""


def test_what_features_know_comes_after_leaving_and_before_doubts():
    leave = Mark("Orlov")
    assert status(KAREN, TODAY) is None
    away = status(replace(KAREN, role=""), TODAY, [leave])
    leaving = status(replace(KAREN, end=date(2026, 4, 30)), TODAY, [leave])
    assert away
    assert away.text == "Orlov"
    assert leaving
    assert (leaving.text, leaving.tip) == ("Fratræder 30. april", "Orlov")
