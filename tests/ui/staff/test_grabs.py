def test_the_list(place, grab, qtbot):
    page = place.open("staff")
    page.open_record(place.services.staff.find("Rikke Solhøj").id)
    qtbot.wait(100)
    grab(place.window, "medarbejdere")


def test_somebody_with_much_to_tell(place, grab, qtbot):
    page = place.open("staff")
    page.open_record(place.services.staff.find("Nanna Granly").id)
    qtbot.wait(100)
    grab(place.window, "medarbejdere-nanna")
