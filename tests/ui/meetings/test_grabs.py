"""The meetings pages in pictures: light and dark, two sizes, nothing cut off."""


def test_the_year_plan(place, grab, qtbot):
    page = place.open("meetings")
    qtbot.waitUntil(lambda: bool(page.left.year.notes))
    grab(place.room, "moeder-aarsplan")


def test_what_lies_ahead(place, grab):
    page = place.open("meetings")
    page.left.show_shape("coming")
    grab(place.room, "moeder-kommende")


def test_a_new_meeting(place, grab):
    place.open("meetings")
    place.press("Nyt møde")
    grab(place.room, "moeder-nyt")


def test_the_usual_rhythm_of_a_year(place, grab):
    place.open("meetings_plan", 2028)
    grab(place.room, "moeder-forslag")


def test_a_new_series(place, grab, qtbot):
    page = place.open("meetings_series", 0)
    qtbot.wait(600)
    assert page.form is not None
    grab(place.room, "moeder-raekke")


def test_a_series_of_picked_days(place, grab, qtbot):
    page = place.open("meetings_series", 0)
    page.form.form.frame("way").control.show_raw("picked")
    page.form.form.commit()
    qtbot.wait(300)
    grab(place.room, "moeder-datoer")


def test_the_largest_text(place, theme, grab, qtbot):
    theme.choose(text_size=130)
    page = place.open("meetings")
    qtbot.waitUntil(lambda: bool(page.left.year.notes))
    grab(place.room, "moeder-aarsplan-130")
    place.open("meetings_series", 0)
    qtbot.wait(300)
    grab(place.room, "moeder-raekke-130")
