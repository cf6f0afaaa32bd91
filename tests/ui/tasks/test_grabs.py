"""The page of tasks in pictures: light and dark, two sizes, nothing cut off."""


def test_the_list(page, place, grab):  # noqa: ARG001 -- it is in front
    grab(place.room, "opgaver")


def test_a_task_in_the_panel(page, place, grab, tasks):
    page.open_record(tasks["late"])
    grab(place.room, "opgaver-panel")


def test_how_they_are_spread(page, place, grab):
    page.list.show_spread()
    grab(place.room, "opgaver-spredning")


def test_whom_to_give_it_to(page, place, grab, tasks):
    page.list.choose(tasks["later"])
    place.press("Uddelegér…")
    grab(place.room, "uddeleger")
