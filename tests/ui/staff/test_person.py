from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from dagleder.app import Services
from dagleder.base.cpr import has_cpr
from ui.staff.leaving_panel import LeavingPanel
from ui.staff.person_history import PersonHistory


@pytest.fixture
def page(place):
    return place.open("staff")


def show(page, name):
    page.open_record(page._services.staff.find(name).id)


def texts(page):
    return [whole(label.text()) for label in page.pane.findChildren(QLabel) if label.isVisible()]


def whole(text):
    """As it is read: a blank is a blank."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_dates_hours_and_times_are_not_broken_into_two_lines(page):
    show(page, "Nanna Granly")
    lines = [label.text() for label in page.pane.findChildren(QLabel)]
    headline = next(line for line in lines if "Egernet" in line and "ansat" in line)
    assert [whole(part) for part in headline.split(" ")] == [
        "Pædagog ·",
        "Egernet ·",
        "32 timer ·",
        "ansat 1. juni 2024",
    ]
    meetings = [line for line in lines if "kl." in line and "Ændret" not in line]
    assert meetings
    assert {len(line.split(" ")) for line in meetings} == {2}  # the day, and the hour


def button(page, name):
    return next(
        b for b in page.pane.findChildren(QPushButton) if name in (b.text(), b.accessibleName()) and b.isVisible()
    )


def test_everything_there_is_stands_on_the_page(page):
    show(page, "Nanna Granly")
    found = texts(page)
    assert "Pædagog · Egernet · 32 timer · ansat 1. juni 2024" in found
    for text in ("Fravær forude", "Arbejdsuge", "Lige uger", "20 00 00 14", "nanna.g@example.org", "21. marts"):
        assert text in found
    assert "30 timer, fast uge" in found
    assert "1. jun 24–31. jul 25" in found
    assert "Læser til diplom i de ulige uger." in found


def test_two_stuer_are_told_with_their_weekdays(page):
    show(page, "Dorte Højkilde")
    assert "Ræven · tor" in texts(page)
    show(page, "Viktor Askholt")
    assert "til 31. jul 2023" in texts(page)


def test_the_pencil_leads_to_editing(qtbot, place, page):
    show(page, "Karen Ulvdal")
    qtbot.mouseClick(button(page, "Ret medarbejder (F2)"), Qt.MouseButton.LeftButton)
    assert place.page.feature == "staff_edit"


def test_a_cpr_number_in_the_note_is_hidden_and_can_be_taken_out(qtbot, place, page):
    staff = place.services.staff
    karen = staff.find("Karen Ulvdal").id
    staff.change(karen, replace(staff.person(karen).facts, notes="Nøgle nr. 7. 010190-0000"))
    place.services.database.end_visit()
    show(page, "Karen Ulvdal")
    assert not any(has_cpr(text) for text in texts(page))
    qtbot.mouseClick(button(page, "Fjern nummeret"), Qt.MouseButton.LeftButton)
    assert staff.person(karen).facts.notes == "Nøgle nr. 7."
    assert place.messages.told == ["Nummeret er fjernet"]
    place.messages.choose("Fortryd")
    assert has_cpr(staff.person(karen).facts.notes)


def test_when_somebody_was_changed_last_stands_at_the_foot(qtbot, place, page):
    staff = place.services.staff
    show(page, "Karen Ulvdal")
    staff.leave(staff.find("Karen Ulvdal").id, date(2026, 4, 30))
    qtbot.waitUntil(lambda: "Ændret i dag kl. 10.42" in texts(page))
    show(page, "Rikke Solhøj")
    assert "Ændret i dag kl. 10.42" not in texts(page)


def test_the_history_of_one_person_takes_her_place_until_esc(qtbot, place, page):
    staff = place.services.staff
    staff.leave(staff.find("Karen Ulvdal").id, date(2026, 4, 30))
    show(page, "Karen Ulvdal")
    place.press("Vis historik")
    history = page.pane.findChild(PersonHistory)
    assert "Sæt Karen som fratrådt 30. april 2026" in texts(page)
    qtbot.keyClick(history.way_back, Qt.Key.Key_Escape)
    assert "Fravær forude" in texts(page)


def test_leaving_tells_what_happens_before_it_is_done(qtbot, place, page):
    show(page, "Karen Ulvdal")
    place.press("Sæt som fratrådt…")
    panel = page.pane.findChild(LeavingPanel)
    field = panel.form.frame("end").control
    assert field.hasFocus()
    field.selectAll()
    qtbot.keyClicks(field, "30/4 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert any(text.startswith("Bemandingen: Egernet har en færre") for text in texts(page))
    qtbot.mouseClick(button(page, "Sæt som fratrådt 30. april"), Qt.MouseButton.LeftButton)
    assert place.services.staff.find("Karen Ulvdal").end == date(2026, 4, 30)
    assert place.messages.told == ["Karen er sat som fratrådt 30. april 2026"]
    assert page.pane.findChild(LeavingPanel) is None or not page.pane.findChild(LeavingPanel).isVisible()


def test_a_last_day_before_the_first_is_refused_at_the_field(qtbot, place, page):
    show(page, "Karen Ulvdal")
    place.press("Sæt som fratrådt…")
    panel = page.pane.findChild(LeavingPanel)
    panel.confirmed.emit(date(2001, 1, 1))
    assert panel.form.frame("end").sentence.startswith("Sidste dag ligger før ansættelsen.")
    qtbot.keyClick(panel.form.frame("end").control, Qt.Key.Key_Escape)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert place.services.staff.find("Karen Ulvdal").end is None


def test_somebody_who_has_left_can_come_back(place, page):
    show(page, "Palle Tornvig")
    assert page._actions["leave"].why_not() == "Palle er allerede fratrådt."
    place.press("Kommer tilbage")
    assert place.services.staff.find("Palle Tornvig").end is None
    show(page, "Karen Ulvdal")
    assert page._actions["back"].why_not() == "Karen er ikke fratrådt."


def test_erasing_asks_first_and_offers_leaving_instead(place, page):
    show(page, "Gitte Klitager")
    place.messages.answers = [""]
    place.press("Slet helt…")
    (question,) = place.messages.asked
    assert question.title == "Slet Gitte Klitager helt?"
    assert [answer.key for answer in question.answers] == ["erase", "", "leave"]
    assert "Det kan ikke fortrydes" in question.text
    assert place.services.staff.find("Gitte Klitager")
    place.messages.answers = ["leave"]
    place.press("Slet helt…")
    assert page.pane.findChild(LeavingPanel).isVisible()


def test_erasing_takes_everything_and_shows_the_receipt(qtbot, place, page):
    show(page, "Gry Sandager")
    place.messages.answers = ["erase"]
    place.press("Slet helt…")
    qtbot.waitUntil(lambda: bool(place.papers))
    (receipt,) = place.papers
    assert receipt.title == "Kvittering for sletning"
    assert receipt.build({}).startswith(b"%PDF")
    assert not any(row.first_name == "Gry" for row in place.services.staff.staff_list(left=True))
    assert [answer.key for answer in place.messages.asked[0].answers] == ["erase", ""]


def test_what_is_kept_about_somebody_is_printed_for_her(place, page):
    show(page, "Karen Ulvdal")
    place.press("Udskriv oplysninger til medarbejderen")
    (job,) = place.papers
    assert job.file_name == "Oplysninger om Karen Ulvdal"
    assert job.build({}).startswith(b"%PDF")


def test_without_privacy_and_presence_the_page_works_without_them(open_place, demo_services):
    without = Services(demo_services.database, demo_services.clock, ("privacy", "presence"))
    page = open_place(without).open("staff")
    show(page, "Karen Ulvdal")
    assert {action.name for action in page.page_actions()}.isdisjoint({"Slet helt…", "Vis historik"})


def test_the_card_of_competences_leads_to_the_persons_line_in_the_matrix(place, page):
    show(page, "Karen Ulvdal")
    button(page, "Vis: Kompetencer").click()
    who = place.services.staff.find("Karen Ulvdal").id
    assert place.page.feature == "competence"
    assert place.page.desk.card.pair()[0] == who
