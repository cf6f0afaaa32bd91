from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QComboBox, QToolTip

from ui.kit.buttons import Button
from ui.kit.empty_state import EmptyState
from ui.kit.person_dot import PersonDot
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_needs import ColumnNeeds
from ui.kit.table_pane import TablePane
from ui.kit.table_surface import Density
from ui.kit.table_values import CellLook, Change, ChipValue, Column, Group, Grouping, GroupLine, NoteLine, RowNote


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    hours: int
    team: object


STAFF = (
    Person(1, "Amalie Tangvig", 37, 1),
    Person(2, "Birthe Lindemark", 32, 1),
    Person(3, "Karen Ulvdal", 35, 2),
    Person(4, "Åse Aagesen", 300, 2),
)
TEAMS = {1: Group("Mariehønen", "bug"), 2: Group("Egernet", "squirrel", "min. 3")}
COLUMNS = (
    Column("on", "", lambda _: "", look=CellLook.TICK, shape=lambda _: True, width=36),
    Column("name", "Navn", lambda row: row.name, look=CellLook.PERSON, shape=lambda row: row.name[:2]),
    Column("hours", "Timer", lambda row: str(row.hours), sort=lambda row: row.hours, right=True, width=80),
    Column("state", "Status", lambda _: "Ny", look=CellLook.CHIP, shape=lambda _: ChipValue("Ny", "info", "sprout")),
)


TOO_MUCH = RowNote("300 timer om ugen er for meget. Mente du 30?", "30")


def odd(row):
    return (TOO_MUCH,) if row.hours > 37 else ()


@pytest.fixture
def pane(qtbot, theme):
    model = TableModel(COLUMNS, lambda row: row.id, Grouping(lambda row: row.team, TEAMS.__getitem__), odd)
    first = Button(theme, "Ny medarbejder")
    pane = TablePane(
        theme, Table(theme, model), EmptyState(theme, "Ingen medarbejdere endnu", "Tast.", "users", (first,))
    )
    qtbot.addWidget(pane)
    qtbot.addWidget(pane.filter_field)
    pane.set_rows(STAFF)
    pane.resize(640, 480)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.filter_field.show()
    yield pane
    pane.close()


@pytest.fixture
def table(pane):
    pane.table.setFocus()
    return pane.table


def line_box(table, number, column=1):
    return table.visualRect(table.rows.index(number, column))


def test_arrows_choose_rows_and_enter_opens(qtbot, table):
    table.choose(1)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen_row() == STAFF[1]
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [STAFF[1]]


def test_a_click_chooses_and_a_double_click_opens(qtbot, table):
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=line_box(table, 2).center())
    assert chosen.args == [STAFF[1]]
    with qtbot.waitSignal(table.opened):
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=line_box(table, 2).center())


def test_a_group_folds_by_click_space_and_arrows(qtbot, table):
    head = line_box(table, 0).topLeft() + QPoint(20, 8)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert table.rows.collapsed == {1}
    table.setCurrentIndex(table.rows.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.rows.collapsed == set()
    table.setCurrentIndex(table.rows.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.rows.collapsed == {1}


def test_a_line_that_was_a_head_gets_its_height_back(table):
    table.rows.collapse({1})
    table.rows.collapse(())
    heights = [table.rowHeight(number) for number in range(table.rows.rowCount())]
    heads = [isinstance(table.rows.line(number), GroupLine) for number in range(table.rows.rowCount())]
    assert heights == [28 if head else Density.NORMAL for head in heads]


def test_the_chosen_row_stays_chosen_when_rows_come_anew(table, pane):
    table.choose(3)
    pane.set_rows(tuple(reversed(STAFF)))
    assert table.chosen_row() == STAFF[2]


def test_rows_that_come_anew_do_not_scroll_her_away(qtbot, theme):
    many = [Person(n, f"Medarbejder {n}", 37, 1) for n in range(100)]
    table = Table(theme, TableModel(COLUMNS, lambda row: row.id))
    qtbot.addWidget(table)
    table.rows.set_rows(many)
    table.resize(400, 300)
    with qtbot.waitExposed(table):
        table.show()
    table.choose(3)
    table.verticalScrollBar().setValue(2000)
    table.rows.set_rows(list(many))
    assert table.verticalScrollBar().value() == 2000
    assert table.chosen_row() == many[3]


def test_it_is_told_when_the_chosen_row_is_gone(qtbot, table, pane):
    table.choose(3)
    with qtbot.waitSignal(table.chosen) as chosen:
        pane.set_rows(STAFF[:2])
    assert chosen.args == [None]


def test_a_click_on_a_title_sorts_and_the_next_turns_it(qtbot, table):
    header = table.horizontalHeader()
    middle = QPoint(header.sectionViewportPosition(2) + 20, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert [row.hours for row in table.rows.shown_rows()] == [32, 37, 35, 300]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert [row.hours for row in table.rows.shown_rows()] == [37, 32, 300, 35]


def test_everything_the_head_does_is_in_the_menu_too(table):
    table.choose(1)
    menu = table.make_menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Sortér efter navn", "Sortér efter timer", "Sortér efter status", "Kopiér de valgte rækker"]
    menu.actions()[1].trigger()
    assert table.rows.sorted_by == (2, False)


def test_ctrl_c_copies_rows_for_a_spreadsheet(qtbot, table):
    table.allow_many()
    table.choose(1)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text == "\tNavn\tTimer\tStatus\n\tAmalie Tangvig\t37\tNy\n\tBirthe Lindemark\t32\tNy"


def test_typing_on_the_table_filters_and_escape_shows_all(qtbot, table, pane):
    qtbot.keyClick(table, "k")
    assert pane.filter_field.text() == "k"
    qtbot.keyClicks(pane.filter_field, "aren")
    assert table.rows.shown_rows() == [STAFF[2]]
    assert table.chosen_row() == STAFF[2]
    qtbot.keyClick(pane.filter_field, Qt.Key.Key_Escape)
    assert len(table.rows.shown_rows()) == 4


def test_arrow_down_in_the_filter_goes_to_the_table(qtbot, table, pane):
    pane.filter_field.setFocus()
    qtbot.keyClick(pane.filter_field, Qt.Key.Key_Down)
    assert pane.focusWidget() is table


def test_nothing_that_fits_is_told_with_a_way_back(qtbot, pane, table):
    pane.filter_field.setText("xyz")
    assert not table.isVisible()
    again = next(button for button in pane.findChildren(Button) if button.text() == "Vis alle")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert table.isVisible()


def test_an_empty_table_shows_the_way(pane):
    pane.set_rows(())
    assert pane.empty.isVisible()
    pane.set_rows(STAFF)
    assert pane.table.isVisible()


def test_space_and_click_turn_a_tick(qtbot, table):
    told: list[tuple[object, str]] = []
    table.ticked.connect(lambda row, key: told.append((row, key)))
    table.choose(2)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=line_box(table, 1, 0).center())
    assert told == [(STAFF[1], "on"), (STAFF[0], "on")]


def test_the_suggestion_under_a_row_is_clicked_or_entered(qtbot, table):
    told: list[object] = []
    table.link_clicked.connect(lambda row, note: told.append((row, note)))
    number = table.rows.rowCount() - 1
    box = line_box(table, number, 0)
    link = table._delegate.note_link(box, table.rows.line(number))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=link.center())
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(5, 5))
    assert told == [(STAFF[3], TOO_MUCH)]
    table.setCurrentIndex(table.rows.index(number, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told == [(STAFF[3], TOO_MUCH)] * 2


def test_sorting_folding_and_widths_are_remembered(theme, table):
    table.sort_by(2)
    table.rows.toggle(2)
    table.horizontalHeader().resizeSection(2, 97)
    place = table.place()
    assert place == {"sort": "hours", "downwards": False, "collapsed": ["2"], "widths": {"hours": 97}}
    other = Table(theme, TableModel(COLUMNS, lambda row: row.id, Grouping(lambda row: row.team, TEAMS.__getitem__)))
    other.rows.set_rows(STAFF)
    other.go_to(place | {"widths": {"hours": 97, "gone": 5}, "unknown": True})
    assert other.place() == place
    assert other.columnWidth(2) == 97


def test_columns_fill_the_width_without_scrolling(table):
    assert sum(table.columnWidth(number) for number in range(4)) == table.viewport().width()
    assert table.horizontalScrollBar().maximum() == 0


def test_fields_stand_under_their_titles(table):
    box = QComboBox()
    before = table.horizontalHeader().height()
    table.show_header_fields({"hours": box})
    header = table.horizontalHeader()
    assert header.height() > before
    assert box.geometry().left() >= header.sectionViewportPosition(2)
    assert box.isVisible()


def test_rows_grow_with_the_text(theme, table):
    theme.choose(text_size=130)
    assert table.rowHeight(1) == round(Density.NORMAL * 1.3)
    theme.choose(text_size=100)
    assert table.rowHeight(1) == Density.NORMAL


def test_chosen_rows_have_a_bar_at_their_left_edge(theme, table):
    table.choose(1)
    table.clearFocus()
    picture = table.viewport().grab().toImage()
    box = line_box(table, 1, 0)
    bar, ground = theme.colour("primary").name(), theme.colour("selection").name()
    colours = [picture.pixelColor(x, box.center().y()).name() for x in (0, 2, 4)]
    assert colours == [bar, bar, ground]


def test_columns_become_narrower_rather_than_scroll_sideways(qtbot, theme, pane, table):
    theme.choose(text_size=130)
    pane.resize(330, 300)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert sum(table.columnWidth(number) for number in range(4)) <= table.viewport().width() < 330
    assert all(table.columnWidth(number) >= 36 for number in range(4))
    theme.choose(text_size=100)


def test_what_was_changed_is_painted_on_its_own_ground(qtbot, theme):
    change = Column("team", "Stue", lambda row: row.name, look=CellLook.CHANGE, shape=lambda row: row.team, width=240)
    table = Table(theme, TableModel((change,), lambda row: row.id))
    qtbot.addWidget(table)
    table.rows.set_rows((Person(1, "x", 37, Change("Mariehøne", "Mariehønen")), Person(2, "Egernet", 37, None)))
    table.resize(300, 160)
    picture = table.viewport().grab().toImage()
    grounds = [picture.pixelColor(230, line_box(table, line, 0).center().y()).name() for line in (0, 1)]
    assert grounds == [theme.name("infoSoft").lower(), theme.name("surface").lower()]


def test_a_person_has_the_same_dot_everywhere_in_one_of_five_colours(qtbot, theme):
    dots = [PersonDot(theme, initials) for initials in ("KU", "KU", "NG", "AT", "ÅÆ", "BL", "SN")]
    for dot in dots:
        qtbot.addWidget(dot)
    colours = [dot.grab().toImage().pixelColor(14, 3).name() for dot in dots]
    assert colours[0] == colours[1]
    soft = {theme.name(role).lower() for role in ("primarySoft", "infoSoft", "warnSoft", "okSoft", "surface3")}
    assert set(colours) <= soft
    assert len(set(colours)) > 2
    dots[0].show_initials("NG")
    assert dots[0].grab().toImage() == dots[2].grab().toImage()


def test_what_is_wider_than_a_column_that_wraps_goes_on_in_the_next_line(qtbot, theme):
    columns = (
        Column("name", "Navn", lambda row: row.name, width=90, wraps=True),
        Column("team", "Stue", lambda _: "", look=CellLook.CHANGE, shape=lambda row: row.team, width=100, wraps=True),
    )
    table = Table(theme, TableModel(columns, lambda row: row.id))
    qtbot.addWidget(table)
    table.resize(320, 300)
    change = Change("MARIEHØNEN", "Mariehønen")
    rows = (Person(1, "Bo", 37, None), Person(2, "Bo Skov Christoffersen", 37, None), Person(3, "Bo", 37, change))
    table.rows.set_rows(rows)
    usual = table.verticalHeader().defaultSectionSize()
    assert [table.rowHeight(line) > usual for line in range(3)] == [False, True, True]
    table.horizontalHeader().resizeSection(0, 200)
    assert table.rowHeight(1) == usual


def test_a_note_that_is_too_long_takes_two_lines_and_its_link_is_found_there(qtbot, theme):
    note = RowNote("Timer kan ikke læses. Vælg noget andet, eller lad feltet stå tomt. Mente du 30?", "30", "danger")
    table = Table(theme, TableModel((COLUMNS[2],), lambda row: row.id, None, lambda _: (note,)))
    qtbot.addWidget(table)
    table.resize(260, 300)
    table.rows.set_rows(STAFF[:1])
    box = line_box(table, 1, 0)
    assert box.height() > table.verticalHeader().defaultSectionSize()
    shown = table.rows.line(1)
    assert isinstance(shown, NoteLine)
    link = table._delegate.note_link(box, shown)
    assert link.top() > box.center().y()
    with qtbot.waitSignal(table.link_clicked):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=link.center())


def test_in_a_narrow_table_no_text_is_cut_while_another_column_has_room(pane, table, theme):
    needed = ColumnNeeds(theme, table.rows).of(())
    pane.resize(sum(needed) + 10, 480)
    assert [n for n, need in enumerate(needed) if table.columnWidth(n) < need] == []
    pane.resize(sum(needed) + 80, 480)
    pane.set_rows((*STAFF, Person(5, "Wilhelmine Rosendahl", 37, 1)))
    longer = ColumnNeeds(theme, table.rows).of(())
    assert longer[1] > needed[1]
    assert [n for n, need in enumerate(longer) if table.columnWidth(n) < need] == []


def test_the_chosen_row_stays_in_view_when_the_table_becomes_lower_or_its_text_larger(pane, table, theme):
    pane.resize(640, 240)
    table.choose(4)
    seen = table.viewport().rect()
    assert seen.contains(line_box(table, table.rows.line_of(4)))
    pane.resize(640, 180)
    seen = table.viewport().rect()
    assert seen.contains(line_box(table, table.rows.line_of(4)))
    theme.choose(text_size=130)
    assert table.viewport().rect().contains(line_box(table, table.rows.line_of(4)))
    theme.choose(text_size=100)
    table.scrollToTop()
    pane.resize(640, 170)
    assert table.verticalScrollBar().value() == 0  # she had scrolled away from it


def test_del_on_a_row_tells_which(qtbot, table):
    table.choose(2)
    with qtbot.waitSignal(table.removed) as removed:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert removed.args == [STAFF[1]]


@pytest.mark.parametrize(
    ("name", "told"), [("Birthe Lindemark", ""), ("Birthe & Birthes meget lange navn, som er delt", None)]
)
def test_a_cell_that_is_cut_tells_all_of_it_where_the_mouse_rests(pane, name, told):
    pane.set_rows([Person(2, name, 32, 1)])
    pane.resize(420, 300)
    pane.show()
    table = pane.table
    box = table.visualRect(table.rows.index(table.rows.line_of(2), 1))
    at = QHelpEvent(QEvent.Type.ToolTip, box.center(), table.viewport().mapToGlobal(box.center()))
    QApplication.sendEvent(table.viewport(), at)
    assert QToolTip.text() == (f"<span>{name.replace('&', '&amp;')}</span>" if told is None else "")
    QToolTip.hideText()
