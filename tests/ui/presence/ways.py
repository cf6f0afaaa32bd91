"""What the tests of the page press and look up."""

from datetime import date

from PySide6.QtCore import Qt

from dagleder.settings.staffing import Place
from ui.kit.buttons import Button

K = Qt.Key
THURSDAY = date(2026, 3, 12)
MONDAY = date(2026, 3, 9)


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifier)


def choose_person(page, place, name, day=THURSDAY):
    person = place.services.staff.find(name)
    row = next(r.key for r in page.desk.grid.grid.content.rows if getattr(r.key, "employee_id", None) == person.id)
    assert page.desk.grid.choose((row, (day, 1)))
    return person


def absences(place, person, first=MONDAY, last=date(2026, 3, 20)):
    return [(each.kind, each.first, each.last) for each in place.services.presence.absences(first, last, person.id)]


def button(panel, text):
    return next(b for b in panel.findChildren(Button) if b.text() == text and not b.isHidden())


def need_of(place, day=THURSDAY, band=1, team=1):
    return place.services.settings.needs().on(Place(team_id=team), day, band)
