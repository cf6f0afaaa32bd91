from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from dagleder.base.dates import day_text, week_number, weekday_text
from ui.kit.grid import Grid, GridRange
from ui.kit.grid_scene import Spot
from ui.kit.grid_surface import DAYS, GridLook
from ui.kit.grid_values import (
    BarLook,
    Edge,
    GridBar,
    GridBlock,
    GridCell,
    GridColumn,
    GridMark,
    GridRow,
    MarkState,
    StoredGrid,
    Tone,
)
from ui.kit.tip import plain_tip

MONDAY = date(2026, 7, 6)
ALL = [MONDAY + timedelta(days=n) for n in range(6 * 7) if (MONDAY + timedelta(days=n)).weekday() < 6]
DATES = [day for day in ALL if day.weekday() < 5]
COLUMNS = tuple(
    GridColumn(
        day,
        f"{weekday_text(day)} {day_text(day)}",
        str(day.day),
        week_number(day),
        edge=Edge.SOFT if day.weekday() == 0 else Edge.NONE,
        thin=day.weekday() == 5,
        closed=week_number(day) == 29,
        today=day == DATES[2],
        holiday="Opdigtet helligdag" if day == DATES[3] else "",
    )
    for day in ALL
)
ROWS = (
    GridRow("MA", "Mariehønen", "min. 3", icon="bug", heading=True, height=26),
    GridRow("AT", "Amalie Tangvig", "Pæd.", "15", group="MA"),
    GridRow("CR", "Cecilie <b>Ravnsø</b>", "Pæd.", "7", low=True, group="MA"),
    GridRow("EG", "Egernet", "min. 3", heading=True, height=26),
    GridRow("KU", "Karen Ulvdal", "Pæd.", group="EG", tip="Karen har 13 af 15 dage"),
)
CELLS = {
    ("MA", DATES[0]): GridCell("2", Tone.BELOW, underlined=True, words="2 på arbejde, mindst 3"),
    ("MA", DATES[1]): GridCell("3", Tone.LIMIT),
    ("EG", DATES[0]): GridCell("4"),
    ("EG", DATES[1]): GridCell(closed=True),
    ("KU", DATES[1]): GridCell(marks=(GridMark("a", "7.", MarkState.MOVED), GridMark("b", "8.", MarkState.CHOSEN))),
}
BARS = {
    "AT": (GridBar(0, 2, "Ferie", BarLook.TOLD, "F", "ferie"), GridBar(3, 4, "Kursus", BarLook.PLANNED, "K")),
    "CR": (GridBar(0, 3, "Ferie", BarLook.WISH, "F"), GridBar(7, 9, "Ferie", BarLook.MOVED, "F")),
    "KU": tuple(GridBar(6 + n, 7 + n, "x", look, "O") for n, look in enumerate(BarLook)),
}
BLOCKS = {week: GridBlock(f"Uge {week}", "jul") for week in range(28, 34)}
YEAR = StoredGrid(COLUMNS, ROWS, "Medarbejder", BLOCKS, CELLS, BARS)


@pytest.fixture
def grid(qtbot, theme):
    grid = Grid(theme, "Ferieplan")
    qtbot.addWidget(grid)
    grid.set_content(YEAR)
    grid.resize(500, 300)
    with qtbot.waitExposed(grid):
        grid.show()
    grid.setFocus()
    yield grid
    grid.close()


def press(qtbot, grid, *keys):
    for pressed in keys:
        key, held = pressed if isinstance(pressed, tuple) else (pressed, Qt.KeyboardModifier.NoModifier)
        qtbot.keyClick(grid, key, held)


def middle(grid, line, column):
    return grid.scene().cell_box(Spot(line, column)).center()


SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
K = Qt.Key


@pytest.mark.parametrize(
    ("keys", "row", "day"),
    [
        ((), "MA", DATES[0]),
        ((K.Key_Down, K.Key_Right), "AT", DATES[1]),
        ((K.Key_End,), "MA", DATES[-1]),
        ((K.Key_End, K.Key_Right), "MA", DATES[-1]),
        ((K.Key_Up, K.Key_Left), "MA", DATES[0]),
        (((K.Key_Right, CTRL),), "MA", DATES[5]),
        (((K.Key_Right, CTRL), K.Key_Left), "MA", DATES[4]),  # over the weekend
        (((K.Key_Right, CTRL), K.Key_Right, (K.Key_Left, CTRL)), "MA", DATES[0]),
        (((K.Key_Down, CTRL),), "EG", DATES[0]),
        (((K.Key_End, CTRL),), "KU", DATES[-1]),
        (((K.Key_End, CTRL), (K.Key_Home, CTRL)), "MA", DATES[0]),
        ((K.Key_PageDown,), "KU", DATES[0]),
        ((K.Key_PageDown, K.Key_PageUp), "MA", DATES[0]),
    ],
)
def test_keys_move_the_cursor(qtbot, grid, keys, row, day):
    press(qtbot, grid, *keys)
    assert grid.chosen() == GridRange((row,), (day,))


def test_shift_extends_over_the_weekend(qtbot, grid):
    grid.choose("AT", DATES[4])
    with qtbot.waitSignals([grid.range_changed] * 2):
        press(qtbot, grid, (K.Key_Right, SHIFT), (K.Key_Down, SHIFT))
    assert grid.chosen() == GridRange(("AT", "CR"), (DATES[4], DATES[5]))
    press(qtbot, grid, K.Key_Left)
    assert grid.chosen() == GridRange(("CR",), (DATES[4],))


def test_dragging_chooses_a_rectangle_and_never_a_weekend(qtbot, grid):
    qtbot.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle(grid, 1, 3))
    qtbot.mouseMove(grid.viewport(), middle(grid, 2, 6))
    qtbot.mouseMove(grid.viewport(), middle(grid, 2, 5))
    qtbot.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle(grid, 2, 5))
    assert grid.chosen().rows == ("AT", "CR")
    assert grid.chosen().columns == (DATES[3], DATES[4], DATES[5])
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle(grid, 1, 5))
    assert grid.chosen().columns == (DATES[3], DATES[4], DATES[5])


def test_enter_and_double_click_open_a_cell(qtbot, grid):
    grid.choose("KU", DATES[1])
    with qtbot.waitSignal(grid.opened) as by_key:
        press(qtbot, grid, K.Key_Return)
    with qtbot.waitSignal(grid.opened) as by_mouse:
        qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle(grid, 4, 1))
    assert by_key.args == by_mouse.args == ["KU", DATES[1]]


def test_letters_and_delete_are_told_to_the_page(qtbot, grid):
    with qtbot.waitSignal(grid.typed) as typed:
        qtbot.keyClicks(grid, "f")
    assert typed.args == ["f"]
    with qtbot.waitSignal(grid.removed):
        press(qtbot, grid, K.Key_Delete)


def test_a_heading_folds_by_space_and_click_and_takes_the_cursor_with_it(qtbot, grid):
    press(qtbot, grid, K.Key_Space)
    assert grid.folded == {"MA"}
    assert [YEAR.rows[number].key for number in grid.scene().lines] == ["MA", "EG", "KU"]
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, grid.scene().line_box(0).center().y()))
    assert grid.folded == frozenset()
    grid.choose("CR", DATES[1])
    grid.set_folded(frozenset({"MA"}))
    assert grid.chosen() == GridRange(("MA",), (DATES[1],))


def test_a_heading_without_rows_has_nothing_to_fold(qtbot, theme):
    grid = Grid(theme, "Bemanding")
    qtbot.addWidget(grid)
    grid.set_content(StoredGrid(COLUMNS[:3], (GridRow("H", "Hovedhuset", heading=True), *ROWS)))
    grid.choose("H", DATES[0])
    press(qtbot, grid, K.Key_Space)
    assert grid.folded == frozenset()


def test_choosing_somebody_folded_away_unfolds_the_group(grid):
    grid.set_folded(frozenset({"EG", "MA"}))
    assert grid.choose("KU", DATES[0])
    assert grid.folded == {"MA"}
    assert not grid.choose("nobody", DATES[0])
    assert not grid.choose("KU", date(1999, 1, 1))


def test_a_click_on_a_name_goes_to_that_line(qtbot, grid):
    grid.choose("MA", DATES[2])
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, middle(grid, 2, 0).y()))
    assert grid.chosen() == GridRange(("CR",), (DATES[2],))


def test_new_content_keeps_the_cursor_and_the_rectangle(qtbot, grid):
    grid.choose("AT", DATES[1])
    press(qtbot, grid, (K.Key_Right, SHIFT), (K.Key_Down, SHIFT))
    before = grid.chosen()
    grid.resize(320, 150)
    grid.horizontalScrollBar().setValue(90)
    grid.set_content(StoredGrid(COLUMNS, ROWS, "Medarbejder", BLOCKS))
    assert grid.chosen() == before
    assert grid.horizontalScrollBar().value() == 90  # she had scrolled away, and stays there
    with qtbot.waitSignal(grid.range_changed):
        grid.set_content(StoredGrid(COLUMNS, ROWS[:1]))
    assert grid.chosen() == GridRange((), ())


def test_the_cursor_is_scrolled_into_view(qtbot, grid):
    grid.resize(320, 150)
    press(qtbot, grid, (K.Key_End, CTRL))
    assert grid.scene().body.contains(middle(grid, 4, len(COLUMNS) - 2))
    grid.scroll_to_column(DATES[5])
    assert grid.scene().x(6) == grid.scene().names


def test_ctrl_and_wheel_change_the_width_of_the_days_within_limits(grid):
    def turn(by, held):
        middle_of = QPointF(grid.viewport().rect().center())
        event = QWheelEvent(
            middle_of,
            middle_of,
            QPoint(),
            QPoint(0, by),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(grid.viewport(), event)
        return grid.scene().geometry.right(0)

    widths = [turn(120, CTRL) for _ in range(12)]
    assert widths[0] > DAYS.unit
    assert widths[-1] == DAYS.most
    assert [turn(-120, CTRL) for _ in range(20)][-1] == DAYS.least
    turn(-120, SHIFT)
    assert grid.horizontalScrollBar().value() == min(120, grid.horizontalScrollBar().maximum())


def test_columns_fill_the_width_when_asked_to(qtbot, theme):
    grid = Grid(theme, "Bemanding", GridLook(unit=10, least=10, most=30, fill=True))
    qtbot.addWidget(grid)
    grid.set_content(StoredGrid(COLUMNS[:5], ROWS))
    grid.resize(700, 300)
    grid.show()
    assert grid.scene().geometry.width == grid.viewport().width() - 190
    assert grid.horizontalScrollBar().maximum() == 0


def test_screen_readers_hear_the_cell_of_the_cursor(qtbot, grid):
    press(qtbot, grid, K.Key_Down)
    words = "Amalie Tangvig, Mariehønen, mandag 6. juli, ferie"
    assert grid.accessibleDescription() == grid.cursor_words() == words
    access = QAccessible.queryAccessibleInterface(grid)
    assert (access.role(), access.text(QAccessible.Text.Name)) == (QAccessible.Role.Table, "Ferieplan")
    assert access.childCount() == len(ROWS) * len(COLUMNS)
    cell = access.child(len(COLUMNS))
    assert (cell.role(), cell.text(QAccessible.Text.Name)) == (QAccessible.Role.Cell, words)
    assert cell.parent() is access
    assert access.indexOfChild(cell) == len(COLUMNS)
    assert cell.rect().size() == grid.scene().cell_box(Spot(1, 0)).size()
    assert access.child(10_000) is None


def test_screen_readers_find_the_cell_under_a_point_and_the_one_in_focus(grid):
    access = QAccessible.queryAccessibleInterface(grid)
    where = grid.viewport().mapToGlobal(middle(grid, 0, 0))
    assert access.childAt(where.x(), where.y()).text(QAccessible.Text.Name) == (
        "Mariehønen, mandag 6. juli, 2 på arbejde, mindst 3"
    )
    assert access.childAt(0, 0) is None
    assert access.focusChild().text(QAccessible.Text.Name) == grid.cursor_words()


def test_screen_readers_are_told_which_cells_are_chosen_and_where_the_keyboard_is(qtbot, grid):
    access = QAccessible.queryAccessibleInterface(grid)
    press(qtbot, grid, K.Key_Down)
    qtbot.keyClick(grid, K.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    first, second, third = (access.child(len(COLUMNS) + n).state() for n in range(3))
    assert (first.selected, second.selected, third.selected) == (True, True, False)
    assert (first.focused, second.focused) == (False, True)
    assert access.state().focused
    grid.clearFocus()
    assert not access.state().focused
    assert access.focusChild() is None


def test_a_screen_reader_can_ask_a_cell_anything(grid):
    access = QAccessible.queryAccessibleInterface(grid)
    cell = access.child(1)
    assert cell.isValid()
    assert access.rect().contains(access.child(0).rect())
    assert not any((cell.childCount(), cell.child(0), cell.childAt(0, 0), cell.focusChild(), cell.object()))
    assert (cell.indexOfChild(access), cell.text(QAccessible.Text.Value)) == (-1, "")
    assert cell.window() == access.window()
    assert [access.parent()] == [None]
    before = cell.text(QAccessible.Text.Name)
    cell.setText(QAccessible.Text.Name, "noget andet")
    assert cell.text(QAccessible.Text.Name) == before


def test_a_screen_reader_that_asks_late_hears_nothing_of_rows_that_are_gone(grid):
    access = QAccessible.queryAccessibleInterface(grid)
    last = access.child(access.childCount() - 1)
    grid.set_content(StoredGrid((), ()))
    assert (last.isValid(), last.text(QAccessible.Text.Name), last.rect().isEmpty()) == (False, "", True)
    assert not last.state().focusable
    assert access.childCount() == 0
    assert access.text(QAccessible.Text.Name) == "Ferieplan"


def test_tips_say_in_words_what_is_painted(grid):
    assert grid.tip_at(QPoint(60, middle(grid, 4, 0).y())) == "Karen har 13 af 15 dage"
    assert grid.tip_at(QPoint(60, middle(grid, 1, 0).y())) == "Amalie Tangvig, Pæd."
    assert grid.tip_at(QPoint(middle(grid, 0, 3).x(), 30)) == "Torsdag 9. juli, Opdigtet helligdag"
    assert grid.tip_at(QPoint(5, 5)) == ""
    assert grid.tip_at(middle(grid, 2, 1)) == "Cecilie <b>Ravnsø</b>, Mariehønen, tirsdag 7. juli, Ferie"
    assert plain_tip("<b>") == "<span>&lt;b&gt;</span>"


def test_a_date_in_a_cell_can_be_clicked(qtbot, theme):
    grid = Grid(theme, "Årsplan", GridLook(unit=60, least=40, most=80))
    qtbot.addWidget(grid)
    grid.set_content(StoredGrid(COLUMNS[:3], (GridRow("KU", "Personalemøde", height=56),), "2026", {}, CELLS))
    grid.resize(420, 200)
    grid.show()
    box = grid.scene().cell_box(Spot(0, 1))
    marks = CELLS["KU", DATES[1]].marks
    boxes = grid.painter.bars.mark_boxes(box.toRectF(), marks)
    assert not boxes[0].intersects(boxes[1])
    with qtbot.waitSignal(grid.mark_clicked) as clicked:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=boxes[1].center().toPoint())
    assert clicked.args == ["b"]


def test_too_few_is_white_on_red_and_closed_days_are_hatched(theme, grid):
    grid.choose("EG", DATES[3])
    picture = grid.viewport().grab().toImage()
    box = grid.scene().cell_box(Spot(0, 0))
    assert picture.pixelColor(box.left() + 2, box.top() + 5).name() == theme.name("dangerSolid").lower()
    closed = grid.scene().cell_box(Spot(1, 9)).center()
    around = {picture.pixelColor(closed.x() + n, closed.y()).name() for n in range(-6, 6)}
    assert theme.name("closed").lower() in around
    assert theme.name("surface").lower() in around


def test_only_what_is_seen_is_asked_for(qtbot, theme):
    asked: list[tuple[int, int]] = []

    class Counting(StoredGrid):
        def cells(self, row, first, last):
            asked.append((first, last))
            return super().cells(row, first, last)

    grid = Grid(theme, "Ferie")
    qtbot.addWidget(grid)
    grid.set_content(Counting(COLUMNS, ROWS, "", BLOCKS, CELLS))
    grid.resize(300, 120)
    grid.viewport().grab()
    assert {last - first for first, last in asked} == {len(grid.scene().seen_columns) - 1}
    assert len(asked) == len(grid.scene().seen_lines) < len(ROWS)


def test_zoom_folding_and_place_are_remembered(theme, grid):
    grid.resize(300, 120)
    grid.set_zoom(1.3)
    grid.set_folded(frozenset({"MA"}))
    grid.horizontalScrollBar().setValue(40)
    place = grid.place()
    other = Grid(theme, "Ferieplan")
    other.set_content(YEAR)
    other.resize(300, 120)
    other.go_to(place | {"unknown": 1})
    assert other.place() == place == {"zoom": 1.3, "folded": ["MA"], "across": 40, "down": 0}


@pytest.mark.parametrize("size", [90, 130])
def test_rows_and_days_grow_with_the_text(theme, grid, size):
    theme.choose(text_size=size)
    geometry = grid.scene().geometry
    assert geometry.right(0) == round(DAYS.unit * size / 100)
    assert geometry.bottom(1) - geometry.top(1) == round(24 * size / 100)


def test_an_empty_grid_paints_and_takes_keys(qtbot, theme):
    grid = Grid(theme, "Tomt")
    qtbot.addWidget(grid)
    grid.show()
    grid.setFocus()
    press(qtbot, grid, K.Key_Down, K.Key_Return)
    assert grid.chosen() == GridRange((), ())
    assert not grid.viewport().grab().isNull()
