import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton


@pytest.fixture
def view(place):
    place.open("staff")
    return place.open("staff_edit", place.services.staff.find("Nanna Granly").id).view


def texts(view):
    return [label.text() for label in view.panel.findChildren(QLabel) if label.isVisible() and label.text()]


def write(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_the_average_and_the_price_of_a_day_are_told_while_it_is_typed(qtbot, view):
    qtbot.waitUntil(lambda: "32,0 timer i gennemsnit" in texts(view))
    assert "En enkelt feriedag koster 1,11" in texts(view)
    write(qtbot, view.work.grid.cell((0, 0)).end, "18.30")
    qtbot.waitUntil(lambda: "33,0 timer i gennemsnit" in texts(view))
    assert any("Ansættelsen er på 32 timer: 1 mere om ugen." in text for text in texts(view))
    write(qtbot, view.work.form.frame("hours").control, "33")
    qtbot.waitUntil(lambda: any(text.endswith("Passer med ansættelsen.") for text in texts(view)))


def test_what_cannot_be_kept_is_reckoned_with_as_it_was_probably_meant(qtbot, view):
    cell = view.work.grid.cell((0, 3))
    write(qtbot, cell.end, "6.30")
    qtbot.keyClick(cell.end, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Regnet med torsdag i lige uger 9.30–16.30" in texts(view))
    assert "32,0 timer i gennemsnit" in texts(view)


def test_what_comes_to_lack_on_the_stue_is_told(qtbot, place, view):
    for day in range(5):
        for week in (0, 1):
            view.work.grid.cell((week, day)).caption.menu().actions()[2].trigger()
    qtbot.waitUntil(
        lambda: any(text.startswith("Egernet er én færre end ønsket") for text in texts(view)), timeout=15_000
    )
    show = next(b for b in view.panel.findChildren(QPushButton) if b.accessibleName().startswith("Vis: Egernet"))
    opened: list[str] = []
    view.panel.opened.connect(opened.append)
    view.panel.opened.disconnect(place.context.open)
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    assert opened == ["presence"]


def test_a_change_that_costs_nobody_anything_says_so(qtbot, view):
    write(qtbot, view.work.grid.cell((0, 0)).end, "17")
    qtbot.keyClick(view.work.grid.cell((0, 0)).end, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Bemandingen holder" in texts(view), timeout=15_000)


def test_the_other_periods_lead_to_themselves(qtbot, place, view):
    names = {b.accessibleName(): b for b in view.panel.findChildren(QPushButton)}
    earlier = next(name for name in names if name.startswith("Vis arbejdstiden 1. jun 2024"))
    qtbot.mouseClick(names[earlier], Qt.MouseButton.LeftButton)
    assert view.work.form.frame("hours").text == "30"
    assert "Senere arbejdstid" in texts(view)
    drop = next(b for b in view.panel.findChildren(QPushButton) if b.accessibleName() == "Fjern fra 5. jan 2026")
    qtbot.mouseClick(drop, Qt.MouseButton.LeftButton)
    assert place.messages.told == ["Perioden er fjernet"]
