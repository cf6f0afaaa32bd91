"""What the tests of the page press and look up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from ui.kit.buttons import Button

K = Qt.Key


def ids(place, name, head):
    """Somebody of the demo house, and a competence by what stands over its column."""
    person = place.services.staff.find(name)
    competence = next(each for each in place.services.competence.competences() if each.head == head)
    return person.id, competence.id


def choose(page, place, name, head):
    """The cursor in a cell."""
    pair = ids(place, name, head)
    assert page.desk.choose(*pair)
    return pair


def level(place, pair):
    return place.services.competence.facts().level(*pair)


def holding(place, pair):
    return place.services.competence.facts().holding(*pair)


def button(panel, text):
    return next(b for b in panel.findChildren(Button) if b.text() == text and not b.isHidden())


def aside(page):
    """The panel that asks for something."""
    panel = page.desk.side.aside
    assert panel is not None
    return panel


def fits(panel):
    """Nothing of the panel lies beyond its right edge, where it does not scroll."""
    area = panel.findChild(QScrollArea)
    return area.widget().minimumSizeHint().width() <= area.viewport().width()
