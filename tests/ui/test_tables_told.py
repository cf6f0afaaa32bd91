"""Nothing goes stale: whatever is shown tells every table it reads, so that a change in any of them shows it anew."""

import pytest

from dagleder.search.finders import finders
from dagleder.tasks.drafts import TaskDraft
from tests.tables_read import tables_read
from tests.ui.test_every_page import ALL, record_of
from ui.pages import PAGES

WAITING = [page.feature for page in PAGES if page.waits]


@pytest.fixture
def karen(place):
    return place.services.staff.find("Karen Ulvdal").id


def told(place, page):
    """The tables whose changes reach a page, or a part of it."""
    tables = page.tables
    if page.feature == "staff":
        tables |= place.services.staff.about_tables()
    if page.feature == "settings":
        tables = tables.union(*(section.tables for section in page.sections))
    return tables


@pytest.mark.parametrize("feature", ALL)
def test_a_page_tells_every_table_it_reads(place, qtbot, feature):
    page = place.open(feature, record_of(place, feature))
    place.wait(qtbot)
    with tables_read() as read:
        page.load()
        place.wait(qtbot)
    assert read <= told(place, page)


@pytest.mark.parametrize("tab", ["coverage", "lapses", "plans", "overview"])
def test_every_tab_of_the_competences_tells_what_it_reads(place, qtbot, tab):
    page = place.open("competence")
    with tables_read() as read:
        page.show_tab(tab)
        page.load()
        place.wait(qtbot)
    assert "work_pattern" in read
    assert read <= page.tables


def test_the_tasks_tell_what_the_one_shown_and_the_picture_read(place, qtbot):
    page = place.open("tasks")
    with tables_read() as read:
        for task in place.services.tasks.tasks():
            place.open("tasks", task.id)
        page.list.show_spread()
        place.wait(qtbot)
    assert {"assessment", "absence", "work_pattern", "delegation"} <= read
    assert read <= page.tables


def test_uddeleger_hears_of_every_table_it_reads(place, qtbot, monkeypatch):
    page = place.open("tasks")
    page.list.choose(place.services.tasks.add(TaskDraft("Byttedag")))
    with tables_read() as read:
        place.press("Uddelegér…")
        place.wait(qtbot)
    suggestion, suggested = page.dialog.suggestion, []

    def suggest(*asked):
        suggested.append(asked)
        return suggestion

    monkeypatch.setattr(place.services.delegation, "suggest", suggest)
    for table in sorted(read):
        place.context.changed.emit(frozenset({table}))
    assert len(suggested) == len(read) > 10


def test_who_stops_hears_of_every_table_that_is_asked(place, qtbot, karen):
    page = place.open("departure")
    with tables_read() as read:
        page.open_record(karen)
        place.wait(qtbot)
    assert {"earlier_task", "staffing_need", "meeting_participant"} <= read
    assert read <= page.tables


@pytest.mark.parametrize("feature", [page.feature for page in PAGES if page.about_person])
def test_a_tab_of_a_person_tells_what_it_reads(place, qtbot, karen, feature):
    tabs = place.open("staff", karen).pane.tabs
    place.wait(qtbot)
    with tables_read() as read:
        tabs.choose(feature)
        place.wait(qtbot)
    assert tabs.key == feature
    assert read <= tabs.body.tables


@pytest.mark.parametrize("feature", WAITING)
def test_a_number_in_the_rail_tells_every_table_it_reads(place, feature):
    entry = next(page for page in PAGES if page.feature == feature)
    with tables_read() as read:
        assert entry.waiting(place.services) is not None
    assert read
    assert all(entry.waits_otherwise(frozenset({table})) for table in read)


def test_what_is_found_tells_every_table_it_reads(demo_services):
    for finder in finders(demo_services):
        with tables_read() as read:
            finder.entries()
        assert read <= finder.tables, type(finder).__name__
