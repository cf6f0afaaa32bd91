from datetime import date

import pytest

from dagleder.meetings.audience import participants
from dagleder.staff.employment import Membership
from tests.meetings.make import day, meeting, named
from tests.presence.make import BEE, BUG, TUESDAY, person

_LEADER, _IDA, _BO, _KAREN, _TEMP, _GONE, _NEW = range(1, 8)
PEOPLE = {
    each.id: each
    for each in (
        person(_LEADER, role="PL", teams=()),
        person(_IDA, role="P", teams=(BUG,)),
        person(_BO, role="PM", teams=(BUG, BEE)),
        person(_KAREN, role="PA", teams=(Membership(1, BEE, "", day("1/5"), None, 0, 0), BUG)),
        person(_TEMP, role="V", teams=()),
        person(_GONE, role="P", teams=(BUG,), end=day("16/3")),
        person(_NEW, role="P", teams=(BUG,), start=day("18/3")),
    )
}


@pytest.mark.parametrize(
    ("held", "who"),
    [
        (meeting("personalemoede"), {_LEADER, _IDA, _BO, _KAREN, _TEMP}),
        (meeting("personalemoede", day("18/3")), {_LEADER, _IDA, _BO, _KAREN, _TEMP, _NEW}),
        (meeting("personalemoede", day("16/3")), {_LEADER, _IDA, _BO, _KAREN, _TEMP, _GONE}),
        (meeting("personalemoede", teams=(BEE,)), {_BO}),
        (meeting("stuemoede", teams=(BUG,)), {_IDA, _BO, _KAREN}),
        (meeting("stuemoede", teams=(BEE,)), {_BO}),
        (meeting("stuemoede", day("6/5"), teams=(BEE,)), {_BO, _KAREN}),
        (meeting("stuemoede"), {_IDA, _BO, _KAREN}),  # of no stue in particular: everybody who has one
        (meeting("p_moede"), {_IDA, _KAREN}),
        (meeting("p_moede", teams=(BUG,)), {_IDA, _KAREN}),
        (meeting("med"), {_LEADER}),
        (meeting("med", guests=named(_IDA)), {_LEADER, _IDA}),
        (meeting("socialraadgiver", teams=(BUG,), guests=named(_IDA)), {_LEADER, _IDA}),
        (meeting("netvaerk"), set()),
        (meeting("netvaerk", guests=named(_BO, _GONE)), {_BO}),  # who has left is named, but does not take part
        (meeting("ledermoede"), {_LEADER}),
    ],
)
def test_who_takes_part(held, who):
    assert set(participants(held, PEOPLE)) == who


def test_those_who_take_part_stand_in_the_order_of_the_staff():
    assert participants(meeting("personalemoede", TUESDAY), PEOPLE) == (_LEADER, _IDA, _BO, _KAREN, _TEMP)
    assert meeting().day == date(2026, 3, 17)
