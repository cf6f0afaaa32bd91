from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontMetricsF
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox

from dagleder.staff.roles import role_name
from tests.exchange.spreadsheets import xlsx
from tests.ui.grabs import settle
from tests.ui.reading_in import reader
from ui.kit.table_texts import ICON, ICON_GAP, PAD, TableTexts
from ui.kit.table_values import Change
from ui.kit.tip import plain_tip

DATA = Path(__file__).parents[2] / "data" / "lille-hus"


@pytest.fixture
def view(new_place):
    new_place.open("staff")
    return new_place.open("staff_import").view


@pytest.fixture
def read(qtbot, view):
    return reader(qtbot, view)


def people(place):
    return {row.name: row for row in place.services.staff.staff_list()}


def settled(qtbot, view):
    qtbot.waitUntil(lambda: not view.busy)


def take(qtbot, view, button):
    with qtbot.waitSignal(view.done):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def note_of(shown, name):
    rows = shown.table.view.rows
    row = next(row for row in rows.shown_rows() if row.name == name)
    return row, rows.line_of(row.number)


def test_her_own_list_is_read_in_and_one_undo_takes_it_all_back(qtbot, new_place, view, read):
    shown = read(DATA / "personale-egen-liste.xlsx")
    assert shown.take_all.text() == "Importér 23 medarbejdere"
    assert people(new_place) == {}
    take(qtbot, view, shown.take_all)
    assert len(people(new_place)) == 23
    assert new_place.page.feature == "staff"
    assert new_place.messages.told == ["23 medarbejdere er oprettet"]
    new_place.messages.choose("Fortryd")
    assert people(new_place) == {}
    assert new_place.services.settings.teams() == ()


def test_the_payroll_list_on_top_adds_numbers_and_nobody(qtbot, new_place, view, read):
    take(qtbot, view, read(DATA / "personale-egen-liste.xlsx").take_all)
    new_place.open("staff_import")
    take(qtbot, view, read(DATA / "personale-loensystem.csv").take_all)
    assert len(people(new_place)) == 23
    assert new_place.messages.told[-1] == "23 er ændret"
    new_place.open("staff_import")
    shown = read(DATA / "personale-loensystem.csv")
    assert not shown.take_all.isEnabled()
    assert shown.take_all.text() == "Intet at importere"
    assert shown.take_all.toolTip() == plain_tip("Alt er, som det allerede står.")


def test_a_list_that_is_shown_is_reckoned_anew_when_the_house_becomes_another(qtbot, new_place, view, read):
    take(qtbot, view, read(DATA / "personale-egen-liste.xlsx").take_all)
    new_place.open("staff_import")
    shown = read(DATA / "personale-loensystem.csv")
    assert shown.take_all.text() == "Ret 23 medarbejdere"
    new_place.services.database.undo()
    settled(qtbot, view)
    assert shown.take_all.text() == "Importér 23 medarbejdere"
    take(qtbot, view, shown.take_all)
    assert new_place.messages.told[-1] == "23 medarbejdere er oprettet"


def test_a_short_form_says_what_it_means_and_no_word_is_broken(new_place, read):
    new_place.room.resize(1366, 768)
    shown = read(DATA / "personale-egen-liste.xlsx")
    settle(new_place.room)
    row, _ = note_of(shown, "Bo Skov")
    assert Change("PAU", "Pædagogisk assistent", "") in [cell.change for cell in row.cells]
    view = shown.table.view
    at = next(n for n, cell in enumerate(row.cells) if cell.change and cell.change.before == "MARIEHØNEN")
    room = view.columnWidth(at + 1) - 2 * PAD - ICON - ICON_GAP
    assert QFontMetricsF(shown._theme.font("table")).horizontalAdvance("MARIEHØNEN") <= room
    heights = [view.rowHeight(view.rows.line_of(row.number)) for row in view.rows.shown_rows()[:10]]
    assert heights.count(min(heights)) >= 6  # in one line, mail and all


def test_a_click_on_the_suggestion_mends_the_cell(qtbot, new_place, view, read, list_file):
    shown = read(list_file)
    assert not shown.take_all.isEnabled()
    row, _ = note_of(shown, "Gitte Klitager")
    (note,) = row.notes
    shown.table.view.link_clicked.emit(row, note)
    settled(qtbot, view)
    assert shown.take_all.isEnabled()
    take(qtbot, view, shown.take_all)
    assert people(new_place)["Gitte Klitager"].minutes == 30 * 60


def test_the_keyboard_begins_at_what_is_to_be_mended(qtbot, read, list_file):
    shown = read(list_file)
    table = shown.table.view
    assert table.hasFocus()
    assert table.chosen_row().name == "Gitte Klitager"
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert shown.table.editor.accessibleName() == "Gitte Klitager, Timer"


def test_where_nothing_is_to_be_mended_the_keyboard_begins_at_the_way_on(qtbot, new_place, view, read):
    shown = read(DATA / "personale-egen-liste.xlsx")
    assert shown.take_all.hasFocus()
    take(qtbot, view, shown.take_all)
    view = new_place.open("staff_import").view
    view.open_file(DATA / "personale-egen-liste.xlsx")
    qtbot.waitUntil(lambda: not view.busy)
    assert view.list._back.hasFocus()


@pytest.mark.parametrize("size", [100, 130])
@pytest.mark.parametrize("name", ["personale-egen-liste.xlsx", "personale-loensystem.csv"])
def test_nothing_she_must_judge_is_cut_off(new_place, theme, read, name, size):
    theme.choose(text_size=size)
    new_place.room.resize(1366, 768)
    table = read(DATA / name).table
    settle(new_place.room)
    for choice in (table.choice(column.index) for column in table._columns):
        option = QStyleOptionComboBox()
        choice.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, choice)
        assert choice.fontMetrics().horizontalAdvance(choice.currentText()) <= room.width(), choice.currentText()
    view, texts = table.view, TableTexts(theme)
    boxes = [table.choice(column.index).geometry() for column in table._columns]
    assert all(one.right() < other.left() for one, other in pairwise(boxes))
    widths = [(column, view.columnWidth(number)) for number, column in enumerate(view.rows.columns)]
    for row in view.rows.shown_rows():
        assert view.rowHeight(view.rows.line_of(row.number)) >= texts.row_height(row, widths), row.name
    theme.choose(text_size=100)


def test_the_one_who_is_wrong_can_wait(qtbot, new_place, view, read, list_file):
    shown = read(list_file)
    assert shown.take_some.text() == "Importér 6, lad Gitte vente"
    take(qtbot, view, shown.take_some)
    assert len(people(new_place)) == 6
    assert "Gitte Klitager" not in people(new_place)


def test_a_cell_is_typed_over_where_it_stands(qtbot, new_place, view, read, list_file):
    shown = read(list_file)
    table = shown.table.view
    _, line = note_of(shown, "Gitte Klitager")
    table.setFocus()
    table.setCurrentIndex(table.rows.index(line, 4))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = shown.table.editor
    assert editor.isVisible()
    assert editor.accessibleName() == "Gitte Klitager, Timer"
    editor.selectAll()
    qtbot.keyClicks(editor, "28,5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settled(qtbot, view)
    take(qtbot, view, shown.take_all)
    assert people(new_place)["Gitte Klitager"].minutes == 1710


def test_esc_leaves_a_cell_as_it_was(qtbot, view, read, list_file):
    shown = read(list_file)
    row, line = note_of(shown, "Gitte Klitager")
    table = shown.table.view
    box = table.visualRect(table.rows.index(line, 4)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    qtbot.keyClicks(shown.table.editor, "1")
    qtbot.keyClick(shown.table.editor, Qt.Key.Key_Escape)
    assert not shown.table.editor.isVisible()
    assert not view.busy
    assert row.cells[3].text == "300"


def test_what_cannot_be_used_can_be_left_empty_all_at_once(qtbot, new_place, view, read, tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("Navn;Stilling;Timer\nBo Skov;Kaptajn;37\nIda Holm;Pæd.;300\n", "utf-8")
    shown = read(path)
    qtbot.mouseClick(shown.empty_all, Qt.MouseButton.LeftButton)
    settled(qtbot, view)
    take(qtbot, view, shown.take_all)
    assert [(row.role, row.minutes) for row in people(new_place).values()] == [("P", None), ("", 37 * 60)]


def test_a_row_is_ticked_off_and_on_with_space(qtbot, view, read, list_file):
    shown = read(list_file)
    _, line = note_of(shown, "Amalie Tangvig")
    table = shown.table.view
    table.setFocus()
    table.setCurrentIndex(table.rows.index(line, 0))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    settled(qtbot, view)
    assert shown.take_some.text() == "Importér 5, lad Gitte vente"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    settled(qtbot, view)
    assert shown.take_some.text() == "Importér 6, lad Gitte vente"


def test_a_column_can_be_read_as_something_else(qtbot, new_place, view, read, tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("Navn;Hold\nBo Skov;Bjørnene\n", "utf-8")
    shown = read(path)
    choice = shown.table.choice(1)
    assert choice.currentText() == "Medtag ikke"
    choice.setCurrentIndex([choice.itemText(n) for n in range(choice.count())].index("Stue"))
    choice.activated.emit(choice.currentIndex())
    settled(qtbot, view)
    take(qtbot, view, shown.take_all)
    assert people(new_place)["Bo Skov"].team == "Bjørnene"


def test_a_list_without_names_is_refused_and_the_list_stays(qtbot, view, read, list_file):
    shown = read(list_file)
    choice = shown.table.choice(0)
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    settled(qtbot, view)
    assert view.showing_list
    assert "kan ikke finde en kolonne med navne" in shown._notes.itemAt(0).widget().note.text
    assert choice.currentText() == "Navn"


def test_another_sheet_can_be_chosen(qtbot, new_place, view, read, tmp_path):
    path = tmp_path / "to ark.xlsx"
    path.write_bytes(xlsx({"Nu": [["Navn", "Timer"], ["Bo Skov", 37]], "Før": [["Navn", "Timer"], ["Ida Holm", 30]]}))
    shown = read(path)
    (other,) = shown._sheets.menu().actions()
    assert other.text() == "Før (4 celler)"
    other.trigger()
    settled(qtbot, view)
    take(qtbot, view, shown.take_all)
    assert list(people(new_place)) == ["Ida Holm"]


def test_what_was_not_used_is_listed_cell_by_cell(read):
    shown = read(DATA / "personale-egen-liste.xlsx")
    shown.segment.chosen.emit("unused")
    cells = shown.unused.rows.shown_rows()
    assert [(f"{cell.column}{cell.row}", cell.why) for cell in cells][:2] == [
        ("A1", "står over tabellen"),
        ("A2", "står over tabellen"),
    ]
    assert shown.unused.isVisible()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "er tom"),
        (b"%PDF-1.7", "er ikke et regneark"),
        (b"En;To\n1;2\n", "kan ikke finde en kolonne med navne"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_where_it_was_chosen(view, read, tmp_path, content, said):
    path = tmp_path / "fil.csv"
    path.write_bytes(content)
    read(path)
    assert not view.showing_list
    assert said in view.start.problem
    assert view.start.choose.hasFocus()


def test_a_file_is_chosen_in_the_dialog_or_dropped(qtbot, new_place, view, list_file):
    new_place.messages.files = [None, list_file]
    new_place.press("Vælg fil…")
    assert not view.busy
    qtbot.mouseClick(view.start.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.showing_list)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(DATA / "personale-loensystem.csv"))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    view.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), copy, data, left, Qt.KeyboardModifier.NoModifier))
    settled(qtbot, view)
    assert view.list.take_all.text() == "Importér 23 medarbejdere"


def test_nothing_is_kept_when_she_goes_back(new_place, read, list_file):
    shown = read(list_file)
    shown.left.emit()
    assert new_place.page.feature == "staff"
    assert people(new_place) == {}
    assert new_place.services.database.history() == []


def test_roles_and_stuer_are_those_of_the_list(qtbot, new_place, view, read, list_file):
    take(qtbot, view, read(list_file).take_some)
    row = people(new_place)["Cecilie Ravnsø"]
    assert (role_name(row.role), row.team) == ("Pædagog", "Mariehønen")
