"""Marks, shares and small drawings in the cells of a table."""

import pytest

from dagleder.exchange.drawing import Drawing, Rect
from dagleder.exchange.drawing_ink import PRIMARY
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_values import CellLook, Column, Mark


def line_box(table, number, column=1):
    return table.visualRect(table.rows.index(number, column))


def coloured(table, number, column):
    """The colours in the middle line of a cell, by name."""
    box, image = line_box(table, number, column), table.viewport().grab().toImage()
    return {image.pixelColor(x, box.center().y()).name().upper() for x in range(box.left(), box.right())}


@pytest.fixture
def marked(qtbot, theme):
    """A table of one row: nobody has it, it is late, and it is half done."""
    late, nobody = Mark("danger", "octagon-alert", bold=True), Mark("text", "user-x", bold=True)
    columns = (
        Column("who", "Ansvarlig", lambda _: "Ikke fordelt", look=CellLook.PERSON, shape=lambda _: nobody, width=160),
        Column("due", "Frist", lambda _: "10. mar", look=CellLook.MARK, shape=lambda _: late, width=160),
        Column("done", "Fremdrift", lambda _: "halvt", look=CellLook.PROGRESS, shape=lambda row: row, width=120),
    )
    shown = Table(theme, TableModel(columns, lambda row: row))
    qtbot.addWidget(shown)
    shown.rows.set_rows([0.5])
    shown.resize(500, 200)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def test_a_mark_stands_in_its_tone_and_a_share_is_a_bar(theme, marked):
    assert theme.name("danger") in coloured(marked, 0, 1)
    assert {theme.name("primary"), theme.name("surface3")} <= coloured(marked, 0, 2)


def test_where_nothing_is_measured_the_words_stand_instead_of_the_bar(theme, marked):
    marked.rows.set_rows([None])
    assert theme.name("primary") not in coloured(marked, 0, 2)


def test_a_small_drawing_stands_in_its_cell_in_the_colours_of_the_screen(qtbot, theme):
    bar = Drawing(60, 10, (Rect(0, 0, 60, 10, PRIMARY),), "4 af 4")
    columns = (
        Column("name", "Kompetence", lambda _: "TRAS", width=160),
        Column("level", "Niveau", lambda _: "4", look=CellLook.DRAWING, shape=lambda row: row),
    )
    shown = Table(theme, TableModel(columns, lambda _: 1))
    qtbot.addWidget(shown)
    shown.rows.set_rows([bar])
    shown.resize(400, 200)
    with qtbot.waitExposed(shown):
        shown.show()
    assert theme.name("primary").upper() in coloured(shown, 0, 1)
    shown.rows.set_rows([None])
    assert theme.name("primary").upper() not in coloured(shown, 0, 1)


def test_a_box_with_another_mark_than_a_tick_does_not_look_ticked(qtbot, theme):
    column = Column("done", "", str, look=CellLook.TICK, shape=lambda row: row, width=60)
    shown = Table(theme, TableModel((column, Column("name", "Navn", str)), id))
    qtbot.addWidget(shown)
    shown.rows.set_rows([True, Mark("text2", "x"), False])
    shown.resize(400, 200)
    with qtbot.waitExposed(shown):
        shown.show()
    assert theme.name("primary") in coloured(shown, 0, 0)
    assert theme.name("primary") not in coloured(shown, 1, 0)
    assert coloured(shown, 1, 0) > coloured(shown, 2, 0)
