from datetime import date

import pytest

from dagleder import app


@pytest.fixture
def staff(demo_services):
    return demo_services.staff


def card(staff, name):
    return next(card for card in staff.cards(staff.find(name).id) if card.title == "Møder forude")


def test_a_persons_page_has_the_meetings_she_takes_part_in(staff):
    found = card(staff, "Karen Ulvdal")
    assert found.lines
    assert all(line.opens is None or line.opens[0] == "meetings" for line in found.lines)
    assert len(found.lines) <= 6


def test_a_meeting_of_another_stue_or_one_that_is_cancelled_is_not_hers(demo_services, staff):
    ids = {line.opens[1] for line in card(staff, "Karen Ulvdal").lines if line.opens}
    assert ids
    first = min(ids, key=lambda one: demo_services.meetings.meeting(one).day)
    demo_services.meetings.cancel(first)
    assert first not in {line.opens[1] for line in card(staff, "Karen Ulvdal").lines if line.opens}


def test_who_has_left_has_none(staff):
    staff.leave(staff.find("Karen Ulvdal").id, date(2026, 3, 11))
    found = card(staff, "Karen Ulvdal")
    assert (found.lines, found.nothing) == ((), "Ingen møder det næste halve år.")


def test_without_meetings_there_is_no_such_card(demo_services):
    services = app.compose(demo_services.database, demo_services.clock, without=("meetings",))
    cards = services.staff.cards(services.staff.find("Karen Ulvdal").id)
    assert "Møder forude" not in [card.title for card in cards]
