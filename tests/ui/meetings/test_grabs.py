"""The meetings pages in pictures: light and dark, two sizes, nothing cut off."""


def test_the_year_plan(place, grab, qtbot):
    page = place.open("meetings")
    qtbot.waitUntil(lambda: bool(page.year.notes))
    grab(place.room, "moeder-aarsplan")


def test_what_lies_ahead(place, grab):
    page = place.open("meetings")
    page.show_shape("coming")
    grab(place.room, "moeder-kommende")


def test_a_new_meeting(place, grab):
    place.open("meetings")
    place.press("Nyt møde")
    grab(place.room, "moeder-nyt")


def test_the_usual_rhythm_of_a_year(place, grab):
    place.open("meetings_plan", 2028)
    grab(place.room, "moeder-forslag")
