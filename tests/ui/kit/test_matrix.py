import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage

from dagleder.base.findings import Level
from ui.kit.grid import GridRange
from ui.kit.grid_scene import Spot
from ui.kit.grid_values import GridRow
from ui.kit.matrix import Matrix
from ui.kit.matrix_values import BLANK, MatrixCell, MatrixColumn, MatrixContent, MatrixSum

K = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
COLUMNS = (
    MatrixColumn("sprog", "Sprogvurdering", "Sprogvurdering", sum=MatrixSum("6/4", Level.OK, "6 kan selv, 4 ønsket")),
    MatrixColumn("tras", "TRAS", "TRAS", sum=MatrixSum("1/3", Level.MUST, "Kun Karen")),
    MatrixColumn("hjaelp", "Førstehjælp", "Førstehjælp", sum=MatrixSum("2", None)),
)
ROWS = (
    GridRow("MA", "Mariehønen", icon="bug", heading=True),
    GridRow("AT", "Amalie Tangvig", "Pæd."),
    GridRow("CR", "Cecilie Ravnsø", "Pæd."),
    GridRow("EG", "Egernet", heading=True),
    GridRow("KU", "Karen Ulvdal", "Pæd."),
)
LOOKS = {
    "AT": (MatrixCell(3), MatrixCell(2, goal=True), MatrixCell(3, held=True)),
    "CR": (BLANK, MatrixCell(1, differs=True, noted=True), MatrixCell(3, held=True, lapsed=True)),
    "KU": (MatrixCell(4), MatrixCell(4), MatrixCell(0)),
}
NAMES = ("ikke endnu", "har kendskab", "øver sig", "kan selv", "kan vejlede andre")


def said(row, column):
    level = LOOKS[row][[each.key for each in COLUMNS].index(column)].level
    return "ikke vurderet" if level is None else f"niveau {level}, {NAMES[level]}"


CONTENT = MatrixContent(COLUMNS, ROWS, LOOKS, said, "Medarbejder", "Kan selv (3+) / behov")


@pytest.fixture
def matrix(qtbot, theme):
    matrix = Matrix(theme, "Kompetencer")
    qtbot.addWidget(matrix)
    matrix.show_matrix(CONTENT)
    matrix.resize(500, 260)
    with qtbot.waitExposed(matrix):
        matrix.show()
    matrix.setFocus()
    yield matrix
    matrix.close()


def press(qtbot, matrix, *keys):
    for pressed in keys:
        key, held = pressed if isinstance(pressed, tuple) else (pressed, Qt.KeyboardModifier.NoModifier)
        qtbot.keyClick(matrix, key, held)


@pytest.mark.parametrize(
    ("keys", "row", "column"),
    [
        ((), "AT", "sprog"),
        ((K.Key_Down, K.Key_Down), "KU", "sprog"),
        ((K.Key_Up,), "AT", "sprog"),
        ((K.Key_End, K.Key_Down, K.Key_Down, K.Key_Up), "CR", "hjaelp"),
        (((K.Key_End, CTRL),), "KU", "hjaelp"),
        (((K.Key_End, CTRL), (K.Key_Home, CTRL)), "AT", "sprog"),
        ((K.Key_PageDown,), "KU", "sprog"),
        ((K.Key_PageDown, K.Key_PageUp), "AT", "sprog"),
        (((K.Key_Down, CTRL),), "KU", "sprog"),
    ],
)
def test_keys_go_from_person_to_person_and_never_to_a_stue(qtbot, matrix, keys, row, column):
    press(qtbot, matrix, *keys)
    assert matrix.chosen() == GridRange((row,), (column,))


def test_a_stue_is_no_cell(matrix):
    matrix.choose("CR", "tras")
    assert not matrix.choose("EG", "tras")
    assert matrix.cursor_keys() == ("CR", "tras")


def test_a_click_on_a_stue_chooses_nobody(qtbot, matrix):
    matrix.choose("AT", "tras")
    scene = matrix.scene()
    for place in (scene.cell_box(Spot(3, 0)).center(), QPoint(20, scene.line_box(3).center().y())):
        qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert matrix.cursor_keys() == ("AT", "tras")
    qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=scene.cell_box(Spot(4, 1)).center())
    assert matrix.cursor_keys() == ("KU", "tras")


def test_a_block_over_two_stuer_is_copied_for_a_spreadsheet(qtbot, matrix):
    press(qtbot, matrix, (K.Key_Down, SHIFT), (K.Key_Down, SHIFT), (K.Key_End, SHIFT))
    assert matrix.chosen() == GridRange(("AT", "CR", "KU"), ("sprog", "tras", "hjaelp"))
    press(qtbot, matrix, (K.Key_C, CTRL))
    assert QGuiApplication.clipboard().text() == "3\t2\t3\n\t1\t\n4\t4\t0"


def test_what_is_pasted_and_typed_is_told_to_the_page(qtbot, matrix):
    QGuiApplication.clipboard().setText("3\t4")
    with qtbot.waitSignal(matrix.pasted) as pasted:
        press(qtbot, matrix, (K.Key_V, CTRL))
    typed: list[str] = []
    matrix.typed.connect(typed.append)
    qtbot.keyClicks(matrix, "3mn")
    assert (pasted.args, typed) == (["3\t4"], ["3", "m", "n"])


def test_screen_readers_hear_the_person_the_competence_and_the_level(matrix):
    matrix.choose("KU", "tras")
    words = "Karen Ulvdal, TRAS, niveau 4, kan vejlede andre"
    access = QAccessible.queryAccessibleInterface(matrix)
    assert access.childCount() == len(ROWS) * len(COLUMNS)
    assert matrix.accessibleDescription() == access.child(4 * 3 + 1).text(QAccessible.Text.Name) == words
    assert access.child(0).text(QAccessible.Text.Name) == "Mariehønen, Sprogvurdering"


def test_a_tip_in_the_head_says_the_whole_name_and_what_the_sum_means(matrix):
    scene = matrix.scene()
    assert matrix.tip_at(QPoint(scene.x(1) + 5, 5)) == "TRAS\nKun Karen"
    assert matrix.tip_at(QPoint(scene.x(2) + 5, scene.head - 5)) == "Førstehjælp"
    assert matrix.tip_at(scene.cell_box(Spot(1, 0)).center()) == "Amalie Tangvig, Sprogvurdering, niveau 3, kan selv"


def colours(matrix, spot):
    """The colours in the middle third of a cell, and how many px of each."""
    image = QImage(matrix.viewport().size(), QImage.Format.Format_RGB32)
    matrix.viewport().render(image)
    box = matrix.scene().cell_box(spot).adjusted(4, 4, -5, -5)
    return {
        image.pixelColor(x, y).name() for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
    }


def test_levels_have_the_colours_of_the_scale(matrix, theme):
    for column, level in ((0, 3), (1, 2)):
        assert QColor(theme.level(level).fill).name() in colours(matrix, Spot(1, column))


def test_what_has_lapsed_has_no_level_and_a_dashed_frame(matrix, theme):
    seen = colours(matrix, Spot(2, 2))
    assert QColor(theme.level(0).fill).name() in seen
    assert QColor(theme.level(3).fill).name() not in seen


@pytest.mark.parametrize(
    ("plain", "marked"),
    [
        (MatrixCell(2), MatrixCell(2, goal=True)),
        (MatrixCell(2), MatrixCell(2, noted=True)),
        (MatrixCell(2), MatrixCell(2, differs=True)),
        (MatrixCell(2, noted=True), MatrixCell(2, differs=True)),
        (BLANK, MatrixCell(3, held=True, lapsed=True)),
    ],
)
def test_every_mark_is_seen_without_colours(matrix, plain, marked):
    def grey(cell):
        matrix.show_matrix(MatrixContent(COLUMNS[:1], ROWS[1:2], {"AT": (cell,)}))
        image = QImage(matrix.viewport().size(), QImage.Format.Format_RGB32)
        matrix.viewport().render(image)
        return image.copy(matrix.scene().cell_box(Spot(0, 0))).convertToFormat(QImage.Format.Format_Grayscale8)

    matrix.clearFocus()
    assert grey(plain) != grey(marked)


def test_larger_text_makes_room_for_the_heads(matrix, theme):
    matrix.resize(260, 260)  # columns as narrow as they can be
    before = matrix.scene()
    theme.choose(text_size=130)
    assert matrix.scene().head >= before.head * 1.25
    assert matrix.scene().geometry.width >= before.geometry.width * 1.25


def test_a_window_too_narrow_for_any_column_shows_the_names(matrix):
    matrix.resize(100, 260)
    image = QImage(matrix.viewport().size(), QImage.Format.Format_RGB32)
    matrix.viewport().render(image)
    assert not matrix.scene().seen_columns
