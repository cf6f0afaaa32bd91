"""The tab 'Opgaver' on a person's page, by keys and clicks in the frame."""

from datetime import date

import pytest

from dagleder.tasks.drafts import PersonDraft
from dagleder.tasks.earlier import EarlierDraft
from dagleder.tasks.states import Part


@pytest.fixture
def karen(tasks, staff, kinds, demo_services):
    """With something late, something to learn, something done and something from before."""
    service, who = demo_services.tasks, staff["Karen"]
    service.give(tasks["late"], [PersonDraft(staff["Otto"]), PersonDraft(who, Part.LEARNER)])
    service.give(tasks["never"], [PersonDraft(who)])
    service.finish(tasks["never"])
    service.add_earlier(EarlierDraft(who, kinds["sprogvurdering"].id, date(2021, 8, 1), date(2023, 6, 30), "14 børn"))
    return who


@pytest.fixture
def tab(karen, place):
    """With the keyboard in the list of her tasks."""
    page = place.open("staff", karen)
    page.pane.tabs.choose("tasks")
    page.pane.tabs.body.table.setFocus()
    return page.pane.tabs.body


@pytest.mark.parametrize("size", [100, 130])
def test_the_tab_in_pictures(place, tab, theme, grab, size):
    theme.choose(text_size=size)
    grab(place.room, f"medarbejder-opgaver-{size}")
    tab.ask_earlier()
    grab(place.room, f"medarbejder-opgaver-erfaring-{size}")
