from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.errors import Bug
from ui.kit.grid_geometry import THIN, GridGeometry, unit_to_fill
from ui.kit.grid_time import AxisBand, TimeAxis
from ui.kit.grid_values import (
    BarLook,
    GridBar,
    GridCell,
    GridColumn,
    GridMark,
    GridRow,
    StoredGrid,
    bar_words,
    free_part,
    spoken,
)

MONDAY, TUESDAY = date(2026, 3, 16), date(2026, 3, 17)
BANDS = (
    AxisBand(1, "åbning", "Åbn", 390, 570),
    AxisBand(2, "formiddag", "Form", 570, 720),
    AxisBand(3, "lukning", "Luk", 930, 1020),
)
COLUMN = st.builds(GridColumn, key=st.just(0), name=st.just(""), share=st.floats(0.1, 2), thin=st.booleans())


@given(st.lists(COLUMN, min_size=1, max_size=40), st.floats(5, 60))
def test_every_px_belongs_to_the_column_it_is_painted_in(columns, unit):
    geometry = GridGeometry(columns, [24], unit)
    for x in range(geometry.width):
        column = geometry.column_at(x)
        assert column is not None
        assert geometry.left(column) <= x < geometry.right(column)
    assert geometry.column_at(geometry.width) is geometry.column_at(-1) is None


@given(st.lists(COLUMN, min_size=1, max_size=40), st.floats(5, 60), st.integers(-50, 500), st.integers(1, 400))
def test_what_is_seen_is_exactly_what_meets_the_window(columns, unit, left, width):
    geometry = GridGeometry(columns, [], unit)
    seen = geometry.columns_between(left, left + width - 1)
    meets = [n for n in range(len(columns)) if geometry.right(n) > left and geometry.left(n) < left + width]
    wide = [n for n in meets if geometry.right(n) > geometry.left(n)]
    assert [n for n in seen if geometry.right(n) > geometry.left(n)] == wide


def test_a_place_on_the_axis_lies_inside_its_column():
    geometry = GridGeometry([GridColumn(n, "", thin=n == 2) for n in range(4)], [24, 24], 20)
    assert [geometry.x(place) for place in (0, 0.5, 2, 3, 3.25, 4)] == [0, 10, 40, 44, 49, 64]
    assert (geometry.width, geometry.height, geometry.row_at(30)) == (64, 48, 1)


@given(st.lists(COLUMN, min_size=1, max_size=12), st.integers(100, 1500))
def test_columns_can_fill_a_width_exactly(columns, width):
    wide = [column for column in columns if not column.thin]
    unit = unit_to_fill(columns, width)
    if wide and width > THIN * len(columns):
        assert GridGeometry(columns, [], unit).width == width
    elif not wide:
        assert unit == 0


@pytest.mark.parametrize(
    ("day", "minute", "place"),
    [
        (MONDAY, 390, 0.0),
        (MONDAY, 480, 0.5),
        (MONDAY, 570, 1.0),
        (MONDAY, 800, 2.0),  # between two bands
        (MONDAY, 975, 2.5),
        (MONDAY, 1020, 3.0),
        (MONDAY, 1300, 3.0),
        (TUESDAY, 300, 3.0),
        (TUESDAY, 645, 4.5),
    ],
)
def test_a_time_of_day_has_its_place_on_the_axis(day, minute, place):
    assert TimeAxis((MONDAY, TUESDAY), BANDS).at(day, minute) == pytest.approx(place)


def test_a_days_bands_are_as_wide_as_they_are_long():
    axis = TimeAxis((MONDAY, TUESDAY), BANDS)
    columns = axis.columns(today=TUESDAY, closed=(MONDAY,))
    assert [round(column.share, 3) for column in columns[:3]] == [0.429, 0.357, 0.214]
    assert [column.closed for column in columns] == [True] * 3 + [False] * 3
    assert (columns[4].key, columns[4].name, columns[4].today) == ((TUESDAY, 2), "tirsdag 17. marts, formiddag", True)
    block = axis.blocks({TUESDAY: "personalemøde"})[TUESDAY]
    assert (block.title, block.note) == ("Tir 17.", "personalemøde")


@pytest.mark.parametrize("bands", [(), (BANDS[1], BANDS[0]), (AxisBand(1, "", "", 500, 500),)])
def test_bands_that_do_not_follow_each_other_are_a_bug(bands):
    with pytest.raises(Bug):
        TimeAxis((MONDAY,), bands)


CONTENT = StoredGrid(
    columns=(
        GridColumn(1, "mandag 20. juli"),
        GridColumn(2, "tirsdag 21. juli", closed=True),
        GridColumn(3, "fredag 5. juni", holiday="Grundlovsdag"),
    ),
    rows=(
        GridRow("E", "Egernet", heading=True),
        GridRow("KU", "Karen Ulvdal", group="E"),
        GridRow("M", "Stue\u00admøder"),
    ),
    stored_cells={
        ("E", 1): GridCell("2", words="2 på arbejde, mindst 3"),
        ("M", 3): GridCell(marks=(GridMark(7, "17.", words="17. marts, flyttet"),)),
    },
    stored_bars={
        "KU": (GridBar(0, 1.5, "Ferie", BarLook.WISH, "F", "ferie, ønske"), GridBar(1, 1.2, "M", BarLook.MEETING))
    },
)


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (0, 0, "Egernet, mandag 20. juli, 2 på arbejde, mindst 3"),
        (1, 0, "Karen Ulvdal, Egernet, mandag 20. juli, ferie, ønske"),
        (1, 1, "Karen Ulvdal, Egernet, tirsdag 21. juli, lukket, ferie, ønske, M"),
        (2, 2, "Stuemøder, fredag 5. juni, Grundlovsdag, 17. marts, flyttet"),
    ],
)
def test_a_cell_says_who_where_when_and_what(row, column, words):
    assert spoken(CONTENT, row, column) == words


def test_only_the_bars_that_touch_what_is_seen_are_given():
    assert [bar_words(bar) for bar in CONTENT.bars(1, 0, 0)] == ["ferie, ønske"]
    assert [bar_words(bar) for bar in CONTENT.bars(1, 1, 2)] == ["ferie, ønske", "M"]
    assert CONTENT.bars(0, 0, 2) == []


@pytest.mark.parametrize(
    ("meetings", "part"),
    [
        ((), (1.0, 5.0)),
        (((2.0, 3.0),), (3.0, 5.0)),
        (((4.0, 4.5),), (1.0, 4.0)),
        (((4.0, 4.5), (1.5, 2.0)), (2.0, 4.0)),
        (((0.0, 2.0), (6.0, 7.0)), (2.0, 5.0)),
        (((2.0, 4.5), (3.0, 3.5)), (1.0, 2.0)),
    ],
)
def test_the_words_of_a_shift_stand_where_no_meeting_covers_them(meetings, part):
    shift = GridBar(1.0, 5.0, "8–15.30")
    inside = [GridBar(start, end, "M", BarLook.MEETING) for start, end in meetings]
    assert free_part(shift, inside) == part
    assert free_part(GridBar(1.0, 5.0, "Ferie", BarLook.PLANNED, "F"), inside) == (1.0, 5.0)
