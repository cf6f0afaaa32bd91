"""Pictures of the staff pages, to be looked at beside the design."""

from datetime import date
from pathlib import Path

import pytest

from dagleder.staff.drafts import HoursDraft
from tests.ui.staff.conftest import LIST
from ui.staff.page import NEW

DATA = Path(__file__).parents[2] / "data" / "lille-hus"


def open_person(place, name):
    page = place.open("staff")
    page.open_record(place.services.staff.find(name).id)
    return page


def edit(place, name):
    place.open("staff")
    return place.open("staff_edit", place.services.staff.find(name).id)


@pytest.fixture(params=[100, 130])
def text_size(request, theme):
    theme.choose(text_size=request.param)
    yield request.param
    theme.choose(text_size=100)


def test_the_list_and_somebody_with_much_to_tell(place, grab, text_size):
    open_person(place, "Nanna Granly")
    grab(place.room, f"medarbejdere-{text_size}")


def test_what_was_changed_about_somebody(place, grab):
    staff = place.services.staff
    karen = staff.find("Karen Ulvdal").id
    staff.leave(karen, date(2026, 4, 30))
    staff.set_hours(karen, HoursDraft(30 * 60, date(2026, 4, 1)))
    open_person(place, "Karen Ulvdal")
    place.press("Vis historik")
    grab(place.room, "medarbejdere-historik")


def test_leaving_is_prepared(place, grab):
    open_person(place, "Karen Ulvdal")
    place.press("Sæt som fratrådt…")
    grab(place.room, "medarbejdere-fratraed")


def test_an_empty_house(new_place, grab):
    new_place.open("staff")
    grab(new_place.room, "medarbejdere-tom")


def test_somebody_is_edited(qtbot, place, grab, text_size):
    edit(place, "Nanna Granly")
    qtbot.wait(600)
    grab(place.room, f"ret-{text_size}")


def test_somebody_new(qtbot, place, grab):
    place.open("staff")
    place.open("staff_edit", NEW)
    qtbot.wait(100)
    grab(place.room, "ret-ny")


def test_a_rotation_of_three_weeks_and_two_stuer(qtbot, place, grab):
    page = edit(place, "Dorte Højkilde")
    page.view.work.head.rhythm_chosen.emit("several")
    page.view.work.grid.cell((1, 0)).caption.menu().actions()[1].trigger()
    page.view.begin_leaving(lambda _day: False)
    qtbot.wait(900)
    grab(place.room, "ret-tre-uger")


def test_fields_that_are_not_saved(place, grab, qtbot):
    page = edit(place, "Nanna Granly")
    form, cell = page.view.about.form, page.view.work.grid.cell((0, 3))
    end = form.frame("end").control
    end.setFocus()
    qtbot.keyClicks(end, "1/5 2024")
    cell.end.setFocus()
    cell.end.selectAll()
    qtbot.keyClicks(cell.end, "6.30")
    page.view.note.form.frame("notes").control.setFocus()
    qtbot.keyClicks(page.view.note.form.frame("notes").control, "Nøgle nr. 7. 010190-0000 ")
    cell.end.setFocus()
    qtbot.wait(700)
    assert page.view.troubled() == [end, cell.end]
    grab(place.room, "ret-fejl")


def test_a_list_is_to_be_taken_in(new_place, grab, qtbot, list_file, text_size):
    view = new_place.open("staff_import").view
    view.open_file(list_file.with_name("findes ikke.csv"))
    qtbot.waitUntil(lambda: not view.busy)
    grab(new_place.room, f"import-start-{text_size}")
    view.open_file(list_file)
    qtbot.waitUntil(lambda: view.showing_list)
    grab(new_place.room, f"import-{text_size}")


def test_a_list_on_top_of_the_house(place, grab, qtbot, list_file):
    view = place.open("staff_import").view
    list_file.write_text(LIST.replace("20 00 00 03", "20 00 00 99").replace("514", "x"), "utf-8")
    view.open_file(list_file)
    qtbot.waitUntil(lambda: view.showing_list)
    grab(place.room, "import-aendret")
    view.list.segment.choose("unused")
    view.list.segment.chosen.emit("unused")
    grab(place.room, "import-ikke-brugt")


@pytest.mark.parametrize("name", ["personale-egen-liste.xlsx", "personale-loensystem.csv"])
def test_a_list_as_it_comes_is_to_be_taken_in(new_place, grab, qtbot, text_size, name):
    view = new_place.open("staff_import").view
    view.open_file(DATA / name)
    qtbot.waitUntil(lambda: view.showing_list)
    grab(new_place.room, f"{name.partition('.')[0]}-{text_size}")
