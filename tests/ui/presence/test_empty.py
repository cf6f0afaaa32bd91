"""A house that lacks something shows the way."""

from datetime import date

import pytest

from dagleder.settings.places import TeamDraft
from dagleder.settings.staffing import Need, NeedDraft, Place
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from ui.kit.buttons import Button


@pytest.fixture
def bare(new_place):
    """A house with nothing in it but what it is founded with."""
    return new_place


def new_person(services, team=None):
    """Somebody of 37 hours without a working pattern."""
    draft = NewEmployeeDraft(EmployeeDraft("Karen", "Ulvdal", role="P"), minutes=2220, team_ids=(team,) if team else ())
    return services.staff.add(draft)


def way(page):
    return next(button for button in page.findChildren(Button) if button.isVisible() and button in shown(page))


def shown(page):
    return page._views.currentWidget().findChildren(Button)


def test_without_stuer_the_way_goes_to_the_settings(bare, grab, qtbot):
    page = bare.open("presence")
    assert [button.text() for button in shown(page)] == ["Opret stuer"]
    assert {action.name for action in page.page_actions() if action.why_not()} >= {"Find afløser…", "Meld fravær…"}
    grab(bare.room, "bemanding-ingen-stuer")
    way(page).click()
    assert bare.opened == [("settings", None)]
    settings = bare.page  # they are built one section at a time
    qtbot.waitUntil(lambda: len(settings.sections) == len(settings._entries))


def test_without_people_the_way_goes_to_the_staff(bare):
    bare.services.settings.add_team(TeamDraft("Mariehønen"))
    page = bare.open("presence")
    way(page).click()
    assert bare.opened == [("staff", None)]


def test_the_page_follows_as_the_house_is_filled(bare, grab):
    page = bare.open("presence")
    bare.services.settings.add_team(TeamDraft("Mariehønen"))
    new_person(bare.services)
    assert page.desk.grid.isVisible()
    assert page._shown.week.gaps == ()
    said = [label.text() for label in page.desk.side.words.findChildren(type(page.desk.side.need._title))]
    assert any(text.startswith("I har ikke skrevet, hvor mange I vil være.") for text in said)
    grab(bare.room, "bemanding-intet-minimum")
    next(button for button in page.desk.side.words.findChildren(Button) if button.text() == "Skriv et minimum").click()
    assert page.desk.side.need.lines[0].minimum.isAncestorOf(bare.room.focusWidget())


def test_hours_without_times_are_said_and_lead_to_the_persons_page(bare):
    page = bare.open("presence")
    team = bare.services.settings.add_team(TeamDraft("Mariehønen"))
    person = new_person(bare.services, team)
    bare.services.settings.set_needs([NeedDraft(Place(team_id=team), Need(1), 2)])
    (card,) = page.desk.side.words.cards
    assert card.gap.headline == "Mariehønen: 1 uden mødetid"
    page.desk.take(card.gap, card.gap.ways[0])
    assert bare.opened == [("staff_edit", person)]
    assert date(2026, 3, 12) in [view.day for view in page._shown.week.days]
