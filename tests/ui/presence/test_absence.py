"""Absence by keys and in the panel, and who is here."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dagleder.presence.drafts import AbsenceDraft
from dagleder.settings.staffing import Place
from tests.ui.presence.ways import MONDAY, THURSDAY, K, absences, button, choose_person, press
from ui.kit.buttons import Button
from ui.presence.absence_panel import AbsencePanel
from ui.presence.rows import PersonRow, PlaceRow
from ui.presence.who_panel import WhoPanel


@pytest.mark.parametrize("letter", "f6OSAkBX")
def test_a_letter_lays_absence_of_its_kind_at_once(page, place, qtbot, letter):
    person = choose_person(page, place, "Amalie Tangvig")
    qtbot.keyClicks(page.desk.grid.grid, letter)
    assert absences(place, person) == [(letter.upper(), THURSDAY, THURSDAY)]
    assert "til Amalie 12. marts" in place.messages.told[-1]


def test_shift_and_arrows_choose_the_days_and_undo_takes_it_back(page, place, qtbot):
    person = choose_person(page, place, "Amalie Tangvig", MONDAY)
    both = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    for _ in range(2):
        press(qtbot, page.desk.grid.grid, K.Key_Right, both)
    qtbot.keyClicks(page.desk.grid.grid, "f")
    assert absences(place, person) == [("F", MONDAY, date(2026, 3, 11))]
    place.messages.choose("Fortryd")
    assert absences(place, person) == []


def test_delete_takes_the_chosen_days_out(page, place, qtbot):
    person = choose_person(page, place, "Karen Ulvdal")
    assert absences(place, person) == [("F", date(2026, 3, 11), date(2026, 3, 13))]
    press(qtbot, page.desk.grid.grid, K.Key_Delete)
    assert absences(place, person) == [
        ("F", date(2026, 3, 11), date(2026, 3, 11)),
        ("F", date(2026, 3, 13), date(2026, 3, 13)),
    ]
    choose_person(page, place, "Amalie Tangvig")
    press(qtbot, page.desk.grid.grid, K.Key_Delete)
    assert place.messages.told[-1] == "Amalie har intet fravær 12. marts"


@pytest.mark.parametrize(("answer", "kinds"), [("", ["F"]), ("replace", ["F", "K", "F"]), ("keep_both", ["F"])])
def test_absence_of_another_kind_is_asked_about(page, place, qtbot, answer, kinds):
    person = choose_person(page, place, "Karen Ulvdal")
    place.messages.answers = [answer]
    qtbot.keyClicks(page.desk.grid.grid, "k")
    assert place.messages.asked[0].text == ("Karen har allerede ferie 11.–13. marts. Erstat, eller behold begge?")
    assert sorted(kind for kind, _, _ in absences(place, person)) == sorted(kinds)


def mark_two(page, place, qtbot):
    """Birthe and Cecilie on Thursday, with the keyboard in the grid."""
    people = [choose_person(page, place, name) for name in ("Cecilie Ravnsø", "Birthe Lindemark")]
    press(qtbot, page.desk.grid.grid, K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    return people


def test_a_course_for_several_is_laid_at_once_and_taken_back_in_one_step(page, place, qtbot):
    people = mark_two(page, place, qtbot)
    assert "fravær til 2:" in [hint.text for hint in place.hints]
    qtbot.keyClicks(page.desk.grid.grid, "k")
    assert place.messages.told == ["Kursus til 2 medarbejdere 12. marts"]
    assert [absences(place, each) for each in people] == [[("K", THURSDAY, THURSDAY)]] * 2
    place.services.database.undo()
    assert [absences(place, each) for each in people] == [[], []]


def test_of_several_each_who_is_away_already_is_named_before_she_is_asked(page, place, qtbot):
    people = mark_two(page, place, qtbot)
    for each in people:
        place.services.presence.add_absence(AbsenceDraft(each.id, THURSDAY, THURSDAY, "F"))
    place.messages.answers = ["replace"]
    qtbot.keyClicks(page.desk.grid.grid, "k")
    (question,) = place.messages.asked
    assert "Birthe har allerede ferie 12. marts." in question.text
    assert "Cecilie har allerede ferie 12. marts." in question.text
    assert [absences(place, each) for each in people] == [[("K", THURSDAY, THURSDAY)]] * 2


def test_absence_is_taken_away_from_one_at_a_time_and_laid_to_somebody(page, place, qtbot):
    mark_two(page, place, qtbot)
    press(qtbot, page.desk.grid.grid, K.Key_Delete)
    page.desk.grid.choose((PlaceRow(Place(team_id=2)), (THURSDAY, 1)))
    qtbot.keyClicks(page.desk.grid.grid, "f")
    assert place.messages.told == ["Vælg dage hos én medarbejder ad gangen.", "Vælg først dage hos en medarbejder."]


def test_enter_tells_who_is_here_and_esc_goes_back(page, place, qtbot):
    page.desk.grid.choose((PlaceRow(Place(team_id=2)), (date(2026, 3, 13), 1)))
    press(qtbot, page.desk.grid.grid, K.Key_Return)
    panel = page.desk.side.aside
    assert isinstance(panel, WhoPanel)
    said = [label.text() for label in panel.findChildren(type(page.desk.side.need._title))]
    assert said[:3] == ["Humlebien, fredag", "13. marts · Åbning 6.30–8", "0 på arbejde, mindst 1"]
    assert said[said.index("Ida Søndervang") + 1] == "Omsorgsdag"
    assert said[said.index("Gitte Klitager") + 1] == "På arbejde 8–14"
    press(qtbot, panel, K.Key_Escape)
    assert page.desk.side.aside is None
    assert place.room.focusWidget() is page.desk.grid.grid


def test_a_panel_that_no_longer_holds_goes_when_something_changes(page, place):
    page.desk.who()
    person = place.services.staff.find("Amalie Tangvig")
    place.services.presence.add_absence(AbsenceDraft(person.id, THURSDAY, THURSDAY, "F"))
    assert page.desk.side.aside is None


def test_enter_on_absence_changes_it(page, place, qtbot):
    person = choose_person(page, place, "Karen Ulvdal")
    press(qtbot, page.desk.grid.grid, K.Key_Return)
    panel = page.desk.side.aside
    assert isinstance(panel, AbsencePanel)
    last: Any = panel.form.frame("last").control
    last.setText("12-03-2026")
    button(panel, "Ret fravær").click()
    assert absences(place, person) == [("F", date(2026, 3, 11), THURSDAY)]
    assert page.desk.side.aside is None


def test_absence_is_reported_by_mouse_with_clock_times(page, place):
    person = choose_person(page, place, "Amalie Tangvig")
    place.press("Meld fravær…")
    panel = page.desk.side.aside
    assert panel.form.values()["employee_id"] == person.id
    panel.form.frame("kind").control.show_raw("A")
    panel.form.frame("start").control.setText("12")
    panel.form.frame("end").control.setText("15")
    button(panel, "Meld fravær").click()
    (absence,) = place.services.presence.absences(THURSDAY, THURSDAY, person.id)
    assert (absence.kind, absence.start, absence.end) == ("A", 720, 900)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({}, "kind", "Vælg hvad det er."),
        ({"kind": "F", "last": "11-03-2026"}, "last", "Slutdatoen ligger før startdatoen. Mente du 13-03-2026?"),
        ({"kind": "F", "start": "12"}, "end", "Skriv både hvornår det begynder og slutter."),
        ({"kind": "F", "first": "31-02-2026"}, "first", "Februar 2026 har kun 28 dage. Mente du 28-02-2026?"),
    ],
)
def test_bad_input_gets_a_sentence_at_its_field(page, place, values, field, sentence):
    choose_person(page, place, "Amalie Tangvig")
    page.desk.report_absence()
    panel = page.desk.side.aside
    for key, text in values.items():
        panel.form.frame(key).control.show_raw(text)
    button(panel, "Meld fravær").click()
    assert panel.form.frame(field).sentence == sentence
    assert page.desk.side.aside is panel
    assert place.messages.told == []


def test_there_is_no_field_for_a_reason(page):
    page.desk.report_absence()
    assert list(page.desk.side.aside.form.values()) == ["employee_id", "kind", "first", "last", "start", "end"]


def test_a_person_is_opened_with_what_she_has_ahead(page, place):
    person = place.services.staff.find("Karen Ulvdal")
    page.open_about(person.id)
    panel = page.desk.side.aside
    assert panel.form.values()["employee_id"] == person.id
    assert page.desk.grid.grid.cursor_keys()[0] == PersonRow(3, person.id)
    button(panel, "Ferie 11.–13. marts").click()
    edited = page.desk.side.aside
    button(edited, "Fjern").click()
    assert absences(place, person) == []


def test_only_one_button_is_the_primary_one(page):
    def primary():
        return [b.text() for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]

    assert primary() == ["Find afløser…"]
    page.desk.report_absence()
    QApplication.processEvents()
    assert primary() == ["Meld fravær"]
