def test_the_list(place, grab, qtbot):
    page = place.open("staff")
    page.open_record(place.services.staff.find("Rikke Solhøj").id)
    qtbot.wait(100)
    grab(place.room, "medarbejdere")


def test_somebody_with_much_to_tell(place, grab, qtbot):
    page = place.open("staff")
    page.open_record(place.services.staff.find("Nanna Granly").id)
    qtbot.wait(100)
    grab(place.room, "medarbejdere-nanna")


def test_somebody_is_edited(place, grab, qtbot):
    place.open("staff")
    place.open("staff_edit", place.services.staff.find("Nanna Granly").id)
    qtbot.wait(600)
    grab(place.room, "ret")


def test_fields_that_are_not_saved(place, grab, qtbot):
    place.open("staff")
    page = place.open("staff_edit", place.services.staff.find("Nanna Granly").id)
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


def test_a_list_is_to_be_taken_in(new_place, grab, qtbot, list_file):
    view = new_place.open("staff_import").view
    grab(new_place.room, "import-start")
    view.open_file(list_file)
    qtbot.waitUntil(lambda: view.showing_list)
    grab(new_place.room, "import")
