from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton


@pytest.fixture
def dorte(place):
    return place.services.staff.find("Dorte Højkilde").id


@pytest.fixture
def card(place, dorte):
    place.open("staff")
    return place.open("staff_edit", dorte).view.teams


def held(place, who):
    memberships = place.services.staff.person(who).employment.memberships
    return [(m.team, m.valid_from, m.valid_to, m.weekdays) for m in memberships]


def write(qtbot, row, key, text):
    control = row.form.frame(key).control
    control.setFocus()
    control.selectAll()
    qtbot.keyClicks(control, text)
    qtbot.keyClick(control, Qt.Key.Key_Return)


def test_in_two_stuer_the_weekdays_can_be_chosen(qtbot, place, dorte, card):
    friday = card._rows[1].days.findChildren(QToolButton)[4]
    assert friday.accessibleName() == "fredag"
    qtbot.mouseClick(friday, Qt.MouseButton.LeftButton)
    assert held(place, dorte) == [("Mariehønen", None, None, 0), ("Ræven", None, None, 0b11000)]


def test_days_are_saved_as_they_are_left_and_checked(qtbot, place, dorte, card):
    write(qtbot, card._rows[1], "valid_from", "1/4 2026")
    write(qtbot, card._rows[1], "valid_to", "1/3 2026")
    assert held(place, dorte)[1][:3] == ("Ræven", date(2026, 4, 1), None)
    assert card._rows[1].form.frame("valid_to").sentence.startswith("Slutdatoen ligger før startdatoen")
    assert len(card.troubled()) == 1


def test_a_stue_is_added_changed_and_removed(qtbot, place, dorte, card):
    card.add()
    assert held(place, dorte)[2][0] == "Humlebien"
    assert place.messages.told == ["Humlebien er tilføjet"]
    choice = card._rows[2].form.frame("team").control
    choice.setCurrentIndex(4)
    choice.activated.emit(4)
    assert held(place, dorte)[2][0] == "Uglen"
    remove = next(b for b in card.findChildren(QPushButton) if b.accessibleName() == "Fjern Ræven")
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert [team for team, *_ in held(place, dorte)] == ["Mariehønen", "Uglen"]


def test_somebody_on_every_stue_can_have_no_more(place, dorte, card):
    for _ in range(3):
        card.add()
    card.add()
    assert place.messages.problems[0].sentence == "Der er ikke flere stuer. Opret dem under Indstillinger."
    assert len(held(place, dorte)) == 5


def test_several_stuer_chosen_above_lead_here(place):
    page = place.open("staff_edit", place.services.staff.find("Karen Ulvdal").id)
    team = page.view.about.form.frame("team").control
    team.setCurrentIndex(team.count() - 1)
    team.activated.emit(team.currentIndex())
    assert len(page.view.teams._rows) == 2
    assert page.view.about.form.values()["team"] == "several"
