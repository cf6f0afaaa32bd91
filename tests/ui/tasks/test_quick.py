"""The line a task is written in: by keys alone, told as it is typed."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from dagleder.base.dates import day_text, weekday_text


@pytest.fixture
def line(page, qtbot, place):
    qtbot.keyClick(place.room.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert place.room.focusWidget() is page.quick.line
    return page.quick.line


def titles(services):
    return {task.title: task for task in services.tasks.tasks()}


def test_it_says_how_it_is_understood_while_it_is_typed(page, line, qtbot):
    qtbot.keyClicks(line, "Mal hegnet @otto fre")
    assert page.quick.said == "“Mal hegnet” · fredag 13. marts · Otto Kærvig"


def test_enter_makes_the_task_and_the_line_is_ready_for_the_next(page, line, qtbot, place, demo_services, staff):
    qtbot.keyClicks(line, "Mal hegnet @otto fre")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    task = titles(demo_services)["Mal hegnet"]
    assert (task.due, task.owners[0].employee_id) == (date(2026, 3, 13), staff["Otto"])
    assert line.text() == ""
    assert place.room.focusWidget() is line
    assert place.messages.told[-1] == "Opgaven er oprettet"
    assert page.list.table.chosen_row().id == task.id
    qtbot.keyClicks(line, "Køb maling @mig")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert titles(demo_services)["Køb maling"].own


def test_a_name_that_several_have_is_asked_about_and_the_text_stays(page, line, qtbot, demo_services, staff):
    jonas = demo_services.staff.person(staff["Jonas"])
    demo_services.staff.change(jonas.id, replace(jonas.facts, first_name="Otto", known_as=""))
    qtbot.keyClicks(line, "Mal hegnet @otto fre")
    assert page.quick.said == "Hvem mener du?"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "Mal hegnet" not in " ".join(titles(demo_services))
    assert line.text() == "Mal hegnet @otto fre"
    answer = next(button for button in page.quick.answers if button.text() == "Otto Kærvig")
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert titles(demo_services)["Mal hegnet"].owners[0].name == "Otto Kærvig"


def test_who_is_meant_is_answered_by_keys_alone(page, line, qtbot, place, demo_services, staff):
    jonas = demo_services.staff.person(staff["Jonas"])
    demo_services.staff.change(jonas.id, replace(jonas.facts, first_name="Otto", known_as=""))
    qtbot.keyClicks(line, "Mal hegnet @otto fre")
    first, second = page.quick.answers
    qtbot.waitUntil(first.isVisible)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert place.room.focusWidget() is first
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert place.room.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert place.room.focusWidget() is line
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert place.room.focusWidget() is second
    chosen = second.text()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert place.room.focusWidget() is line
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert titles(demo_services)["Mal hegnet"].owners[0].name == chosen


def test_what_cannot_be_kept_is_said_under_the_line(page, line, qtbot, demo_services):
    qtbot.keyClicks(line, "Ring til 010190-1234")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "CPR" in page.quick.said
    assert line.text() == "Ring til 010190-1234"
    assert not any("Ring" in title for title in titles(demo_services))


def test_escape_empties_it_and_down_goes_to_the_list(page, line, qtbot, place):
    qtbot.keyClicks(line, "Mal")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert place.room.focusWidget() is page.list.table


def test_what_was_typed_and_not_entered_comes_back(page, line, qtbot, place, demo_services):
    qtbot.keyClicks(line, "Halvt skrevet")
    place.drafts.keep_now()
    assert demo_services.database.drafts() == {"tasks/0/quick": "Halvt skrevet"}
    line.clear()
    place.open("staff")
    demo_services.database.keep_draft("tasks/0/quick", "Halvt skrevet")
    place.open("tasks")
    assert page.quick.line.text() == "Halvt skrevet"


def test_a_name_that_nobody_has_is_told_under_the_line_and_no_task_is_made(page, line, qtbot, demo_services):
    qtbot.keyClicks(line, "Mal hegnet @xyz fre")
    told = "Ingen hedder “xyz”. Skriv initialer, fornavn eller hele navnet."
    assert page.quick.said == told
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (page.quick.said, line.text()) == (told, "Mal hegnet @xyz fre")
    assert not any("hegnet" in title for title in titles(demo_services))


def test_a_deadline_of_next_year_is_told_with_its_year_and_how_often_it_comes_again(page, line, qtbot):
    qtbot.keyClicks(line, "Fastelavn 14/2 hvert år")
    assert page.quick.said == "“Fastelavn” · søndag 14. februar 2027 · hvert år"


def test_that_the_house_is_closed_on_the_day_is_told_while_it_is_typed(page, line, qtbot):
    qtbot.keyClicks(line, "Mal hegnet senest uge 14")
    assert page.quick.said == "“Mal hegnet” · fredag 3. april · det er langfredag"


def test_a_day_that_is_not_there_is_taken_as_it_is_suggested_by_one_click(page, line, qtbot, place, demo_services):
    qtbot.keyClicks(line, "Mødelokale 31/2")
    assert page.quick.said == "Uden frist og ikke fordelt · Februar 2027 har kun 28 dage."
    assert [button.text() for button in page.quick.answers] == ["28-02-2027", "Uden frist"]
    qtbot.mouseClick(page.quick.answers[0], Qt.MouseButton.LeftButton)
    assert page.quick.said == "“Mødelokale” · søndag 28. februar 2027"
    assert place.room.focusWidget() is line
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert titles(demo_services)["Mødelokale"].due == date(2027, 2, 28)


def test_by_keys_it_is_asked_before_the_task_is_made_without_its_deadline(page, line, qtbot, place, demo_services):
    qtbot.keyClicks(line, "Mødelokale 31/2")
    suggested, without = page.quick.answers
    qtbot.waitUntil(suggested.isVisible)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert place.room.focusWidget() is suggested
    assert "Mødelokale 31/2" not in titles(demo_services)
    qtbot.keyClick(suggested, Qt.Key.Key_Right)
    qtbot.keyClick(without, Qt.Key.Key_Return)
    assert titles(demo_services)["Mødelokale 31/2"].due is None
    assert line.text() == ""


@pytest.mark.parametrize("yes", [True, False])
def test_a_name_in_a_sentence_is_asked_about_and_the_sentence_stays(page, line, qtbot, demo_services, staff, yes):
    qtbot.keyClicks(line, "Ring til @otto om Noah fre")
    assert page.quick.said == "Skal Otto have opgaven?"
    qtbot.mouseClick(page.quick.answers[0 if yes else 1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    task = titles(demo_services)["Ring til Otto om Noah"]
    assert (task.due, task.has(staff["Otto"])) == (date(2026, 3, 13), yes)


@pytest.mark.parametrize(
    "text",
    [
        "Mal hegnet om 14 dage",
        "Mal hegnet d. 15. hver måned",
        "Mal hegnet mandag i næste uge @otto",
        "Mal hegnet årligt 1/5",
        "Mal hegnet alle hverdage",
        "Mal hegnet efter fredag",
        "Tur med #egernet hvert kvartal",
    ],
)
def test_what_is_told_under_the_line_is_what_enter_makes(page, line, qtbot, demo_services, text):
    before = {task.id for task in demo_services.tasks.tasks()}
    qtbot.keyClicks(line, text)
    said = page.quick.said
    qtbot.keyClick(line, Qt.Key.Key_Return)
    task = next(task for task in demo_services.tasks.tasks() if task.id not in before)
    parts = said.split(" · ")
    if task.due is None:
        assert (parts[0], task.title) == ("Uden frist og ikke fordelt", text)
        return
    assert parts[:2] == [f"“{task.title}”", f"{weekday_text(task.due)} {day_text(task.due)}"]
    assert (task.repeat.text in parts) if task.repeat else not any("hver" in part for part in parts)
    assert {person.name for person in task.people} <= set(parts)
    assert (task.team_name or "Hele huset") in (*parts, "Hele huset")


def test_the_field_of_the_deadline_understands_the_words_of_the_line(page, tasks, read, place, qtbot):
    page.open_record(tasks["late"])
    due = page.pane.form.form.frame("due").control
    due.setFocus()
    due.selectAll()
    qtbot.keyClicks(due, "næste fredag")
    qtbot.keyClick(place.room.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: read(tasks["late"]).due == date(2026, 3, 20))
