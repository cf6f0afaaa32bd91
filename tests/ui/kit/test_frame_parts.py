"""Rail, lines, segments, buttons and the ring: what they show, and that keys are enough."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.findings import Level
from tests.ui.grabs import cut_off, settle
from ui.kit.actions import Action, Hint, Menu
from ui.kit.buttons import Button, Look, action_button, show_state
from ui.kit.chip import level_chip
from ui.kit.focus_ring import FocusRing, ring_rect
from ui.kit.label import Label
from ui.kit.menu_line import MenuLine
from ui.kit.rail import NARROW, Rail, RailEntry, Waiting
from ui.kit.segment import Part, Segment
from ui.kit.status_line import StatusLine

ENTRIES = (
    RailEntry("staffing", "Bemanding", "layout-dashboard", key="Ctrl+1"),
    RailEntry("staff", "Medarbejdere", "users", key="Ctrl+2"),
    RailEntry("settings", "Indstillinger", "settings", foot=True, key="Ctrl+3"),
)
PARTS = (Part("year", "Årsplan"), Part("coming", "Kommende"), Part("minutes", "Referater"))


@pytest.fixture
def rail(theme, qtbot):
    made = Rail(theme, ENTRIES)
    qtbot.addWidget(made)
    made.resize(204, 600)
    made.show()
    return made


def test_a_page_in_the_rail_is_opened_by_click_and_by_arrow(rail, qtbot):
    opened: list[str] = []
    rail.opened.connect(opened.append)
    index = rail.main.model().index(1, 0)
    qtbot.mouseClick(rail.main.viewport(), Qt.MouseButton.LeftButton, pos=rail.main.visualRect(index).center())
    rail.show_page("staff")
    qtbot.keyClick(rail.main, Qt.Key.Key_Up)
    assert opened == ["staff", "staffing"]


def test_only_the_page_in_front_is_marked(rail):
    titles = {entry.feature: entry.title for entry in ENTRIES}
    for feature in ("staff", "settings", "paper"):
        rail.show_page(feature)
        current = [view.currentIndex().data() for view in (rail.main, rail.foot) if view.currentIndex().isValid()]
        assert current == ([titles[feature]] if feature in titles else [])


def test_the_keyboard_coming_to_the_rail_opens_nothing_but_enter_does(rail, qtbot):
    opened: list[str] = []
    rail.opened.connect(opened.append)
    with qtbot.waitActive(rail):
        rail.activateWindow()
    rail.foot.setFocus()
    rail.main.setFocus()
    rail.foot.setFocus()
    assert opened == []
    qtbot.keyClick(rail.foot, Qt.Key.Key_Return)
    assert opened == ["settings"]


def test_marking_the_page_in_front_opens_nothing(rail, qtbot):
    with qtbot.assertNotEmitted(rail.opened):
        rail.show_page("staff")


def test_what_waits_is_told_to_screen_readers(rail):
    rail.show_waiting("staff", Waiting(4, urgent=True))
    spoken = rail.main.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Medarbejdere, 4 venter"
    rail.show_waiting("staff", None)
    assert rail.main.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Medarbejdere"


def test_a_folded_rail_has_the_names_in_its_tips(rail):
    rail.fold(narrow=True)
    assert rail.width() == NARROW
    assert rail.main.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Bemanding (Ctrl+1)"
    assert rail.main.model().rowCount(QModelIndex()) == 2


def test_the_status_line_tells_file_protection_saving_and_day(theme, qtbot):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    assert line.text.startswith("Ingen fil åben endnu")
    line.show_file("Solsikken.dagleder", "krypteret", encrypted=True)
    line.show_saved(datetime(2026, 3, 12, 10, 42))
    line.show_day(date(2026, 3, 12))
    assert line.text == "Gemt kl. 10.42 Solsikken.dagleder · krypteret Torsdag 12. marts 2026 · uge 11"
    line.show_locked("Låst kl. 11.12")
    assert "Solsikken" not in line.text


def test_keys_for_what_is_selected_come_and_go(theme, qtbot):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.show_hints([Hint("Enter", "åbn"), Hint("Del", "fjern")])
    assert [label.text() for label in line.findChildren(Label) if label.property("type") == "key"] == ["Enter", "Del"]
    line.show_hints([])
    qtbot.waitUntil(lambda: not [one for one in line.findChildren(Label) if one.property("type") == "key"])


@pytest.fixture
def host(theme, qtbot):  # noqa: ARG001 -- painted in it
    """A window as narrow as the test likes: a line never widens the one it stands in."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1920, 200)
    made.show()
    return made


@pytest.fixture
def menu_line(theme, host):
    line = MenuLine(theme)
    line.setParent(host)
    line.resize(1366, 44)
    line.show()
    return line


NAME = "Ret minimum for Mariehønen & Egernet om tirsdagen"


def test_undo_is_named_and_a_long_name_is_shortened_with_the_whole_in_the_tip(menu_line):
    assert not menu_line.undo_button.isEnabled()
    assert menu_line.undo_button.toolTip() == "Der er intet at fortryde"
    assert menu_line.redo_button.toolTip() == "Der er intet at gentage"
    menu_line.show_undo(NAME, None)
    assert menu_line.undo_button.isEnabled()
    assert menu_line.undo_button.text() == "Fortryd: Ret minimum for Mariehønen &&…"
    assert NAME in menu_line.undo_button.toolTip()
    assert menu_line.undo_button.accessibleName() == f"Fortryd: {NAME}"


@pytest.mark.parametrize("size", [100, 130])
@pytest.mark.parametrize("width", [920, 1366, 1920])
def test_nothing_in_the_top_line_is_cut_off_at_any_width(menu_line, theme, width, size):
    theme.choose(text_size=size)
    menu_line.resize(width, theme.px(44))
    menu_line.show_undo(NAME, NAME)
    settle(menu_line)
    assert list(cut_off(menu_line)) == []
    assert menu_line.redo_button.geometry().right() < width
    assert menu_line.undo_button.text().startswith("Fortryd")


@pytest.fixture
def status_line(theme, host):
    line = StatusLine(theme)
    line.setParent(host)
    line.show_file("Solsikken.dagleder", "uden adgangskode · kun til læsning", encrypted=False)
    line.show_saved(datetime(2026, 3, 12, 10, 42))
    line.show_day(date(2026, 3, 12))
    line.show()
    return line


HINTS = (Hint("", "Mariehønen, tirsdag 7. april, formiddag: 2 på arbejde, mindst 3"), Hint("Enter", "hvem?"))


@pytest.mark.parametrize("size", [100, 130])
@pytest.mark.parametrize("width", [920, 1366, 1920])
def test_nothing_in_the_status_line_is_cut_off_at_any_width(status_line, theme, width, size):
    theme.choose(text_size=size)
    status_line.resize(width, theme.px(26))
    status_line.show_hints((*HINTS, Hint("M", "ret minimum"), Hint("Del", "fjern det, der står i feltet")))
    settle(status_line)
    assert list(cut_off(status_line)) == []
    seen = [label for label in status_line.findChildren(Label) if label.isVisible()]
    assert max(label.mapTo(status_line, label.rect().topRight()).x() for label in seen) < width


def test_what_is_selected_is_told_before_keys_and_the_year(status_line):
    status_line.show_hints(HINTS)
    status_line.resize(1000, 26)
    settle(status_line)
    shown = [label.text() for label in status_line.findChildren(Label) if label.isVisible()]
    assert HINTS[0].text in shown
    assert "12. mar · uge 11" in shown
    assert "hvem?" not in shown
    status_line.resize(1900, 26)
    settle(status_line)
    shown = [label.text() for label in status_line.findChildren(Label) if label.isVisible()]
    assert {"hvem?", "Torsdag 12. marts 2026 · uge 11"} <= set(shown)


@pytest.mark.usefixtures("theme")
def test_a_segment_is_one_stop_and_arrows_choose(qtbot):
    segment = Segment("Vis", PARTS)
    qtbot.addWidget(segment)
    segment.show()
    chosen: list[str] = []
    segment.chosen.connect(chosen.append)
    for _ in range(3):
        qtbot.keyClick(segment, Qt.Key.Key_Right)
    assert chosen == ["coming", "minutes", "year"]
    stops = [b for b in segment.findChildren(QWidget) if b.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert len(stops) == 1


def test_an_action_that_cannot_be_done_says_why_in_its_button(theme, qtbot):
    reason = ["Vælg en medarbejder først."]
    action = Action("Udskriv", lambda: None, Menu.FILE, "printer", "Ctrl+P", why_not=lambda: reason[0])
    button = action_button(theme, action)
    qtbot.addWidget(button)
    assert (button.isEnabled(), button.toolTip()) == (False, "Vælg en medarbejder først.")
    reason[0] = ""
    show_state(button, action)
    assert (button.isEnabled(), button.toolTip()) == (True, "Udskriv (Ctrl+P)")


def test_a_button_with_only_an_icon_has_a_name_and_a_tip(theme, qtbot):
    button = Button(theme, "", None, Look(icon="x"), "Luk beskeden")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Luk beskeden", "Luk beskeden")


@pytest.mark.usefixtures("theme")
def test_text_is_never_taken_for_markup(qtbot):
    label = Label("<b>Karen</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_level_is_told_by_shape_and_words(theme, qtbot):
    looks = set()
    for level in Level:
        chip = level_chip(theme, level, "Frist")
        qtbot.addWidget(chip)
        looks.add(chip.property("level"))
    assert looks == {"danger", "warn", "info", "ok"}


@pytest.fixture
def ringed(theme, qtbot, qapp):
    """A window with two fields, and the ring of a program."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    fields = [QLineEdit(), QLineEdit()]
    for field in fields:
        column.addWidget(field)
    ring = FocusRing(theme, qapp)
    window.resize(300, 200)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield ring, fields
    ring.deleteLater()


def test_the_ring_stands_two_pixels_from_what_has_the_keyboard(ringed):
    ring, (first, second) = ringed
    for field in (first, second):
        field.setFocus()
        QApplication.processEvents()
        assert ring.widget is not None
        assert ring.widget.geometry() == field.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_follows_what_moves(ringed):
    ring, (first, _) = ringed
    first.setFocus()
    first.move(40, 50)
    QApplication.processEvents()
    assert ring.widget.geometry().topLeft() == QPoint(36, 46)
    first.hide()
    QApplication.processEvents()
    assert ring.widget is None or ring.widget.geometry().topLeft() != QPoint(36, 46)


@pytest.mark.usefixtures("theme")
def test_the_ring_does_not_leave_a_scrolled_area(qtbot):
    area, inner = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    row = QHBoxLayout(inner)
    field = QLineEdit()
    field.setFixedSize(900, 40)
    row.addWidget(field)
    area.setWidget(inner)
    area.resize(300, 100)
    area.show()
    assert area.rect().contains(ring_rect(field))
