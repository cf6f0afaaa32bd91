import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.kit.table_widths import Bounds, fitted_widths


@pytest.mark.parametrize(
    ("wanted", "room", "widths"),
    [
        ([36, 0, 80], 400, [36, 284, 80]),
        ([0, 0], 301, [150, 150]),
        ([100, 100], 400, [100, 100]),
        ([100, 0, 100], 260, [70, 120, 70]),  # the open one keeps what it needs
        ([36, 0], 100, [36, 64]),
        ([36, 0, 80], 60, [36, 56, 56]),  # no further: then it scrolls after all
    ],
)
def test_columns_fill_the_room_and_shrink_to_it(wanted, room, widths):
    assert fitted_widths(wanted, 120, room) == widths


@given(st.lists(st.integers(0, 300), max_size=12), st.integers(0, 2000))
def test_columns_are_never_wider_than_the_room_unless_none_can_give(wanted, room):
    widths = fitted_widths(wanted, 120, room)
    assert sum(widths) <= max(room, 0) or all(width <= 56 for width in widths)
    assert all(width >= min(want or 56, 56) for width, want in zip(widths, wanted, strict=True))


def test_what_is_left_over_can_be_shared_by_all_but_a_tick_box():
    assert fitted_widths([36, 100, 100], 120, 436, spread=True) == [36, 200, 200]
    assert fitted_widths([36, 100, 101], 120, 300, spread=True) == [36, 131, 133]
    assert fitted_widths([36, 100, 100], 120, 200, spread=True) == fitted_widths([36, 100, 100], 120, 200)


def test_no_column_gives_more_than_to_its_floor_while_others_can():
    floors = Bounds([36, 180, 60], [0, 0, 0])
    assert fitted_widths([36, 200, 200], 120, 336, floors) == [36, 187, 112]
    assert fitted_widths([36, 200, 200], 120, 100, floors) == [36, 180, 60]


def test_a_column_with_more_than_its_texts_need_gives_first():
    texts = Bounds([0, 0, 0], [180, 70, 60])
    assert fitted_widths([200, 73, 0], 156, 360, texts) == [188, 71, 100]
    assert fitted_widths([200, 73, 0], 156, 310, texts) == [180, 70, 60]
    assert fitted_widths([200, 73, 0], 156, 300, texts)[2] == 60  # then a column with a width of its own
