"""How tasks are spread over people and roles in a period; nobody is set before another for having more."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.exchange.drawing import Rect, Shape, Text
from dagleder.exchange.fonts import text_width
from dagleder.staff.people import StaffRow
from dagleder.staff.roles import role_name
from dagleder.tasks.reports import spread_sheet
from dagleder.tasks.spread import NONE, PersonShare, Share, Spread, spread
from dagleder.tasks.spread_drawing import share_text, spread_drawings
from dagleder.tasks.states import Part, State
from tests.tasks.make import day, person, task

SPRING = day("1/1"), day("30/6")
TODAY = day("12/3")
OTTO, THEA, LONE = 1, 2, 3


def row(employee_id, name, role="P", team="Egernet", start=None, end=None):
    first, _, last = name.partition(" ")
    return StaffRow(employee_id, None, first, last, "", "", role, start, end, "", "", 2220, 1, team)


STAFF = (row(OTTO, "Otto Kærvig"), row(THEA, "Thea Birkemark", "PA", "Ræven"), row(LONE, "Lone Myrtoft", "PL", None))


def share_of(found: Spread, employee_id: int) -> Share:
    return next(each.share for each in found.people if each.employee_id == employee_id)


def hers(**values):
    return task(**{"people": (person(OTTO),)} | values)


@pytest.mark.parametrize(
    ("each", "share"),
    [
        (hers(), Share(open=1)),
        (hers(minutes=120), Share(open=1, minutes=120)),
        (hers(state=State.STARTED, added_on=day("1/12/2025")), Share(open=1)),
        (hers(first=day("1/7"), due=day("9/7")), NONE),
        (hers(added_on=day("1/7")), NONE),
        (hers(state=State.DONE, ended_on=day("30/6"), minutes=60), Share(done=1, minutes=60)),
        (hers(state=State.DONE, ended_on=day("1/7"), minutes=60), NONE),
        (hers(state=State.DONE, ended_on=day("31/12/2025")), NONE),
        (hers(state=State.DROPPED, ended_on=day("2/3")), NONE),
        (hers(people=(person(OTTO, part=Part.OWNER), person(THEA, part=Part.LEARNER))), Share(open=1)),
    ],
)
def test_a_task_counts_where_it_is_open_or_was_done_in_the_period(each, share):
    found = spread([each], STAFF, SPRING, TODAY)
    assert (share_of(found, OTTO), share_of(found, THEA)) == (share, NONE)


@pytest.mark.parametrize(
    ("first", "due", "minutes"),
    [("1/6", None, 120 * 30 / 7), ("1/6", "7/6", 120), ("25/6", "31/12", 120 * 6 / 7), ("1/12/2025", "7/1", 120)],
)
def test_of_a_weekly_task_the_weeks_in_the_period_count(first, due, minutes):
    weekly = hers(first=day(first), due=day(due) if due else None, minutes=120, weekly=True)
    assert share_of(spread([weekly], STAFF, SPRING, TODAY), OTTO).minutes == round(minutes)


def test_a_task_counts_for_each_who_has_it_and_its_time_is_parted():
    shared = task(people=(person(OTTO), person(THEA)), minutes=61)
    found = spread([shared], STAFF, SPRING, TODAY)
    assert (share_of(found, OTTO), share_of(found, THEA)) == (Share(1, 0, 31), Share(1, 0, 30))


def test_people_stand_by_stue_as_they_are_given_and_roles_in_their_own_order():
    found = spread([hers(), hers()], STAFF, SPRING, TODAY)
    assert [(team, [each.name for each in people]) for team, people in found.teams()] == [
        ("Egernet", ["Otto Kærvig"]),
        ("Ræven", ["Thea Birkemark"]),
        ("Uden stue", ["Lone Myrtoft"]),
    ]
    assert [(role.name, role.people, role.share.open) for role in found.roles] == [
        ("Pædagog", 1, 2),
        ("Pædagogisk assistent", 1, 0),
        ("Pædagogisk leder", 1, 0),
    ]


def test_the_leader_is_told_apart_and_so_is_what_nobody_has():
    tasks = [task(own=True, minutes=60), task(minutes=30), task(people=(person(LONE), person(OTTO)))]
    found = spread(tasks, STAFF, SPRING, TODAY, LONE)
    assert LONE not in {each.employee_id for each in found.people}
    assert (found.own, found.unassigned) == (Share(2, 0, 60), Share(1, 0, 30))


def test_only_those_employed_in_the_period_are_shown():
    staff = (row(1, "Otto", end=day("31/12/2025")), row(2, "Thea", start=day("1/7")), row(3, "Ida", end=TODAY))
    assert [each.name for each in spread([], staff, SPRING, TODAY).people] == ["Ida"]


def test_who_has_left_is_shown_and_marked_where_she_had_or_still_has_something():
    gone = [row(1, "Otto", end=day("11/3")), row(2, "Thea", end=day("1/12/2025")), row(3, "Ida", end=day("11/3"))]
    done = task(people=(person(1),), state=State.DONE, ended_on=day("2/2"))
    found = spread([done, task(people=(person(2),))], gone, SPRING, TODAY)
    assert [(each.name, each.share) for each in found.people] == [
        ("Otto (stoppet)", Share(done=1)),
        ("Thea (stoppet)", Share(open=1)),
    ]


def test_a_task_that_several_of_a_role_have_counts_once_for_it():
    staff = (*STAFF, row(4, "Ida Holm"))
    shared = task(people=(person(OTTO), person(4), person(THEA)), minutes=90)
    found = {each.name: each.share for each in spread([shared, hers()], staff, SPRING, TODAY).roles}
    assert (found["Pædagog"], found["Pædagogisk assistent"]) == (Share(2, 0, 60), Share(1, 0, 30))


_TASKS = st.lists(
    st.builds(
        lambda owners, minutes, weekly, first, ended: task(
            people=tuple(person(each) for each in owners),
            minutes=minutes,
            weekly=weekly and minutes is not None,
            added_on=first,
            state=State.DONE if ended else State.OPEN,
            ended_on=first + timedelta(days=ended) if ended else None,
        ),
        st.lists(st.sampled_from([OTTO, THEA]), max_size=2, unique=True),
        st.none() | st.integers(1, 6000),
        st.booleans(),
        st.dates(date(2025, 10, 1), date(2026, 9, 1)),
        st.integers(0, 200),
    ),
    max_size=12,
)


@given(_TASKS)
def test_no_minute_of_a_task_is_lost_or_counted_twice(tasks):
    found = spread(tasks, STAFF, SPRING, TODAY)
    alone = sum(spread([each], STAFF, SPRING, TODAY).unassigned.minutes for each in tasks)
    held = sum(share_of(spread([each], STAFF, SPRING, TODAY), who).minutes for each in tasks for who in (OTTO, THEA))
    assert sum(each.share.minutes for each in found.people) == held
    assert found.unassigned.minutes == alone


def spread_of(*shares: tuple[str, Share]) -> Spread:
    people = tuple(PersonShare(number, name, "P", "Egernet", share) for number, (name, share) in enumerate(shares))
    return Spread(*SPRING, people, (), NONE, NONE)


def test_the_picture_has_a_field_for_each_task_dark_when_open_and_light_when_done():
    (drawing,) = spread_drawings(spread_of(("Otto Kærvig", Share(2, 1, 90)), ("Thea", NONE)), 500)
    fields = [shape for shape in drawing.shapes if isinstance(shape, Rect)]
    assert [field.fill == fields[0].fill for field in fields] == [True, True, False]
    assert drawing.description == "Egernet. Otto Kærvig: 2 åbne · 1 færdig · 1,5 time; Thea: ingen."


def right_of(shape: Shape) -> float:
    if isinstance(shape, Text):
        return shape.x + text_width(shape.text, shape.size, shape.weight)
    assert isinstance(shape, Rect)
    return shape.x + shape.width


@given(
    st.lists(st.tuples(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=6),
    st.floats(450, 900),
)
def test_nothing_in_the_picture_leaves_it_or_meets_its_neighbour(rows, width):
    shares = [(name, Share(going, done, 600_000)) for name, going, done in rows]
    (drawing,) = spread_drawings(spread_of(*shares), width)
    for base in {shape.y for shape in drawing.shapes[1:] if isinstance(shape, Text)}:
        row = [shape for shape in drawing.shapes[1:] if abs(middle_of(shape) - base) < 9]
        assert all(right_of(before) <= after.x for before, after in pairwise(row))  # type: ignore[union-attr]
        assert right_of(row[-1]) <= drawing.width


def middle_of(shape: Shape) -> float:
    assert isinstance(shape, Text | Rect)
    return shape.y if isinstance(shape, Text) else shape.y + shape.height


def test_the_words_stand_right_after_the_longest_bar():
    (drawing,) = spread_drawings(spread_of(("Otto Kærvig", Share(2, 1, 90)), ("Thea", NONE)), 900)
    bars = [shape for shape in drawing.shapes if isinstance(shape, Rect)]
    words = {shape.x for shape in drawing.shapes if isinstance(shape, Text) and shape.x}
    (begin,) = words
    assert 0 < begin - right_of(bars[-1]) < 20


@pytest.mark.parametrize(
    ("share", "text"),
    [(NONE, "ingen"), (Share(1, 2, 29), "1 åben · 2 færdige · 0,5 time"), (Share(0, 0, 351), "6 timer")],
)
def test_a_share_is_told_in_words(share, text):
    assert share_text(share) == text


@given(st.integers(0, 100_000))
def test_hours_are_told_to_the_half(minutes):
    told = Share(minutes=minutes).half_hours
    assert told % 30 == 0
    assert abs(told - minutes) <= 30
    assert (told == 0) == (minutes == 0)


@given(_TASKS)
def test_the_rows_that_are_shown_add_up_to_what_is_told_of_their_role_in_the_file_too(tasks):
    found = spread(tasks, STAFF, SPRING, TODAY)
    for role in found.roles:
        shown = [each.share for each in found.people if role_name(each.role) == role.name]
        assert role.share.half_hours == role.share.minutes == sum(each.half_hours for each in shown)
    assert [row[-1] for row in spread_sheet(found).rows] == [each.share.half_hours / 60 for each in found.people]
