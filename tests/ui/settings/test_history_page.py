"""Historik: every step with its day, and what was undone marked."""

from dataclasses import replace

import pytest

from dagleder.settings.places import TeamDraft
from ui.kit.table_values import GroupLine


@pytest.fixture
def shown(place):
    return place, place.open("history")


def rename(place, name):
    settings = place.services.settings
    settings.save_house(replace(settings.house(), name=name))


def rows(page):
    return page.table.rows.shown_rows()


def test_a_house_without_changes_says_so(shown):
    _place, page = shown
    assert rows(page) == []
    assert page.pane.empty.isVisible()


def test_each_change_is_a_line_at_once_newest_first(shown):
    place, page = shown
    rename(place, "Månen")
    place.services.settings.delete_team(place.services.settings.add_team(TeamDraft("Prøve")))
    assert [row.what for row in rows(page)] == ["Slet stuen Prøve", "Tilføj stuen Prøve", "Ret institutionens navn"]


def test_what_was_undone_stays_and_is_marked(shown):
    place, page = shown
    rename(place, "Månen")
    place.services.database.undo()
    assert [(row.what, row.undone) for row in rows(page)] == [("Ret institutionens navn", True)]


def test_days_have_heads_and_today_is_called_so(shown):
    place, page = shown
    rename(place, "Månen")
    heads = [page.table.rows.line(n) for n in page.table.rows.other_lines()]
    assert [head.group.title for head in heads if isinstance(head, GroupLine)] == ["I dag"]


def test_typing_filters(shown, qtbot):
    place, page = shown
    rename(place, "Månen")
    place.services.settings.add_team(TeamDraft("Prøve"))
    page.table.setFocus()
    qtbot.keyClicks(page.pane.filter_field, "stuen")
    assert [row.what for row in rows(page)] == ["Tilføj stuen Prøve"]


def test_pictures_of_the_history(shown, grab):
    place, _page = shown
    rename(place, "Månen")
    place.services.database.undo()
    place.services.settings.add_team(TeamDraft("Prøve"))
    grab(place.room, "historik")
