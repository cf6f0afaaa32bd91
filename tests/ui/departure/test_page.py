"""The page 'Hvis … stopper' in the real frame, by clicks and keys, and in pictures."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from ui.departure.rows import Row


@pytest.fixture
def karen(place):
    return place.services.staff.find("Karen Ulvdal").id


@pytest.fixture
def page(place, karen):
    return place.open("departure", karen)


def rows(page) -> list[Row]:
    return list(page.table.rows.shown_rows())


def type_day(page, qtbot, text):
    page.day.setText(text)
    qtbot.keyClick(page.day, Qt.Key.Key_Return)


def test_before_anybody_is_chosen_the_page_asks_who(place):
    page = place.open("departure")
    assert rows(page) == []
    assert page.panes() == (page.who,)
    (print_plan,) = page.page_actions()
    assert print_plan.why_not() == "Vælg først en medarbejder."


def test_what_she_would_leave_stands_gravest_first(page):
    assert page.summary.text() == "Hvis Karen stopper 12. marts 2026 · 14 ting. Intet ændres ved at spørge."
    found = rows(page)
    assert len(found) == 14
    assert (found[0].section.title, found[0].line.what) == ("Kompetencer", "TRAS")
    assert page.day.text() == "12-03-2026"


def test_another_person_is_chosen_from_the_list(page, place):
    otto = place.services.staff.find("Otto Kærvig").id
    page.who.show_raw(otto)
    page.who.left.emit()
    assert "Otto" in page.summary.text()
    assert "Brandansvarlig" in [row.line.what for row in rows(page)]


def test_another_day_is_typed(page, qtbot):
    type_day(page, qtbot, "31/5")
    assert "31. maj 2026" in page.summary.text()
    page.day.clear()
    qtbot.keyClick(page.day, Qt.Key.Key_Return)
    assert "12. marts 2026" in page.summary.text()


def test_a_day_that_cannot_be_read_says_so_and_stays(page, qtbot):
    type_day(page, qtbot, "om lidt")
    assert page.day.text() == "om lidt"
    assert page.day.property("problem") is True
    assert page.wrong.sentence.text.startswith("“om lidt” er ikke en dato.")
    assert rows(page) == []


def test_with_a_day_that_cannot_be_the_page_asks_when_and_not_who(page, qtbot):
    type_day(page, qtbot, "31-02-2027")
    texts = [label.text() for label in page.pane.findChildren(QLabel)]
    assert "Hvornår stopper Karen Ulvdal?" in texts
    assert page.page_actions()[0].why_not() == "Skriv først en dag, der kan bruges."


def test_the_day_that_may_be_meant_is_one_click_away(page, qtbot):
    type_day(page, qtbot, "31-02-2027")
    assert page.wrong.sentence.text == "Februar 2027 har kun 28 dage. Mente du 28-02-2027?"
    qtbot.mouseClick(page.wrong, Qt.MouseButton.LeftButton, pos=page.wrong.link_rect().center())
    assert page.day.text() == "28-02-2027"
    assert "28. februar 2027" in page.summary.text()
    assert page.wrong.isHidden()


@pytest.mark.parametrize("text_size", [100, 130])
def test_a_day_that_cannot_be_is_seen_whole(page, qtbot, theme, text_size):
    theme.choose(text_size=text_size)
    type_day(page, qtbot, "31-02-2027")
    page.day.end(False)
    QApplication.processEvents()
    cursor = page.day.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert cursor.center().x() - page.day.fontMetrics().horizontalAdvance("31-02-2027") > 0


def test_enter_on_a_line_opens_where_it_is(page, place):
    page.table.opened.emit(rows(page)[0])
    tras = next(each.id for each in place.services.competence.competences() if each.key == "tras")
    assert place.opened[-1] == ("competence", tras)


def test_when_a_task_is_given_away_it_is_no_longer_left(page, place):
    task = next(row for row in rows(page) if row.line.what == "TRAS-oplæring af Nanna")
    assert task.line.opens is not None
    place.services.tasks.take_back(task.line.opens[1])
    assert "TRAS-oplæring af Nanna" not in [row.line.what for row in rows(page)]


def test_an_agreed_last_day_is_the_day_asked_about(place, karen):
    place.services.staff.leave(karen, date(2026, 5, 31))
    page = place.open("departure", karen)
    assert page.summary.text().startswith("Sidste dag 31. maj 2026")


def test_somebody_nothing_hangs_on_has_an_empty_page_that_says_so(place):
    new = place.services.staff.add(NewEmployeeDraft(EmployeeDraft("Bo", "Skov", "PM")))
    page = place.open("departure", new)
    assert rows(page) == []
    texts = [label.text() for label in page.pane.findChildren(QLabel)]
    assert "Intet ville stå uden ejer" in texts
    assert any(text.endswith("hænger på Bo.") for text in texts)


@pytest.mark.usefixtures("page")
def test_the_plan_is_shown_before_it_is_printed(place):
    place.press("Udskriv overdragelsesplan")
    (job,) = place.papers
    assert job.file_name == "Overdragelsesplan Karen Ulvdal"
    assert job.build({}).startswith(b"%PDF")
    assert job.formats[0].build({}).startswith(b"PK")


def test_it_is_opened_from_the_menu_on_her_page(place, karen):
    place.open("staff", karen)
    (entry,) = [
        action
        for button in place.room.findChildren(QPushButton)
        if isinstance(menu := button.menu(), QMenu)
        for action in menu.actions()
        if action.text() == "Hvis Karen stopper"
    ]
    entry.trigger()
    assert place.page.feature == "departure"
    assert "Karen" in place.page.summary.text()


def test_where_she_was_is_remembered(page, qtbot):
    type_day(page, qtbot, "31/5")
    kept = page.place()
    page.who.show_raw(None)
    page.go_to(kept)
    assert "Karen stopper 31. maj 2026" in page.summary.text()


def test_a_day_remembered_that_has_gone_by_since_is_not_asked_about(page):
    page.go_to({**page.place(), "day": "2026-03-11"})
    assert "Karen stopper 12. marts 2026" in page.summary.text()


def test_a_day_before_today_says_so_and_stays(page, qtbot):
    type_day(page, qtbot, "11/3-2026")
    assert page.wrong.sentence.text.startswith("Vælg i dag eller en senere dag.")
    assert (page.day.text(), rows(page)) == ("11/3-2026", [])


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("home", ["staff", "competence"])
def test_the_page_she_asked_from_stays_marked_in_the_rail(place, karen, home):
    place.open(home)
    page = place.open("departure", karen)
    assert place.stage.rail.main.looks.shown == home
    place.press("Udskriv overdragelsesplan")
    assert place.stage.rail.main.looks.shown == "paper"
    place.frame.back()
    assert (place.page, place.stage.rail.main.looks.shown) == (page, home)


def test_asked_from_nowhere_it_stands_under_the_staff(place, karen):
    place.open("departure", karen)
    assert place.stage.rail.main.looks.shown == "staff"


def test_its_pictures(place, grab):
    grab(place.room, "hvis-karen-stopper")


def test_its_picture_before_anybody_is_chosen(place, grab):
    place.open("departure")
    grab(place.room, "hvis-ingen-valgt")


def test_its_picture_with_a_day_that_cannot_be(page, place, grab, qtbot):
    type_day(page, qtbot, "31-02-2027")
    grab(place.room, "hvis-forkert-dag")
