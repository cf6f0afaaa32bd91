"""From an absence to help: the hole it makes is where help is looked for, in whichever week it is."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from dagleder.base.clock import FixedClock
from dagleder.settings.staffing import Place
from tests.ui.presence.ways import MONDAY, THURSDAY, K, button, choose_person, press
from ui.kit.label import Label
from ui.presence import papers
from ui.presence.rows import PersonRow, PlaceRow

NEXT_TUESDAY = date(2026, 3, 17)
FRIDAY = date(2026, 3, 13)


def report(page, place, name, first, last=None):
    """'Meld fravær' typed into the panel."""
    place.press("Meld fravær…")
    panel = page.desk.side.aside
    person = place.services.staff.find(name)
    panel.show_values({"employee_id": person.id, "kind": "X", "first": first, "last": last or first})
    button(panel, "Meld fravær").click()
    return person


def wish(page, place):
    place.press("Find afløser…")
    return page.desk.side.aside.wish


def test_help_is_looked_for_where_the_absence_has_made_a_hole(page, place):
    page.desk.grid.choose((PlaceRow(Place(team_id=3)), (MONDAY, 2)))
    person = report(page, place, "Helle Brinkholt", NEXT_TUESDAY)
    assert page.week_bar._title.text() == "Uge 12 · 16.–20. marts"
    assert page.desk.grid.grid.cursor_keys()[0] == PersonRow(2, person.id)
    asked = wish(page, place)
    assert (asked.team_id, asked.first, asked.last) == (2, NEXT_TUESDAY, NEXT_TUESDAY)
    holes = [gap for gap in page._shown.week.gaps if gap.day == NEXT_TUESDAY and gap.place.team_id == 2]
    assert holes, "Ida is away already"


def test_of_several_days_away_help_is_looked_for_on_all_of_them(page, place):
    report(page, place, "Mads Ellemose", NEXT_TUESDAY, NEXT_TUESDAY + timedelta(days=2))
    asked = wish(page, place)
    assert (asked.team_id, asked.first, asked.last) == (3, NEXT_TUESDAY, NEXT_TUESDAY + timedelta(days=2))


def test_a_letter_in_the_grid_makes_a_hole_just_as_well(page, place, qtbot):
    choose_person(page, place, "Jonas Klitmark", FRIDAY)
    qtbot.keyClicks(page.desk.grid.grid, "x")
    asked = wish(page, place)
    assert "Egernet, fredag kl. 8–10: kun Leyla" in [gap.headline for gap in page._shown.week.gaps]
    assert (asked.team_id, asked.first, asked.band_id) == (3, FRIDAY, 2)


def test_what_an_absence_brings_about_is_pointed_out_though_it_is_the_least_of_many(page, place):
    report(page, place, "Thea Birkemark", THURSDAY)
    (card,) = [card for card in page.desk.side.words.cards if card.property("chosen") == "true"]
    assert (card.gap.place.team_id, card.gap.day) == (5, THURSDAY)
    assert page.desk.side.words.cards.index(card) >= 12


def test_a_hole_that_is_chosen_is_the_one_help_is_looked_for(page, place):
    card = page.desk.side.words.cards[1]
    page.desk.show_gap(card.gap)
    asked = wish(page, place)
    assert (asked.team_id, asked.first, asked.band_id) == (card.gap.place.team_id, card.gap.day, 2)


def test_an_absence_over_a_weekend_is_shown_from_monday(page, place):
    report(page, place, "Helle Brinkholt", date(2026, 3, 14), date(2026, 3, 16))
    assert page.desk.grid.grid.cursor_keys()[1][0] == date(2026, 3, 16)


def test_somebody_whose_stue_is_hidden_is_shown_all_the_same(page, place):
    page.filter.choose(3)
    person = report(page, place, "Helle Brinkholt", FRIDAY)
    assert page.filter.team_id is None
    assert page.desk.grid.grid.cursor_keys()[0] == PersonRow(2, person.id)


def test_help_in_another_week_is_shown_there(page, place):
    page.desk.grid.choose((PlaceRow(Place(team_id=4)), (THURSDAY, 2)))
    place.press("Find afløser…")
    panel = page.desk.side.aside
    panel.when.load({**panel.when.values(), "first": NEXT_TUESDAY, "last": NEXT_TUESDAY})
    button(panel, "Sæt vikar på").click()
    assert page.week_bar._title.text() == "Uge 12 · 16.–20. marts"
    assert page.desk.grid.grid.cursor_keys() == (PlaceRow(Place(team_id=4)), (NEXT_TUESDAY, 1))


def test_an_end_before_the_beginning_is_told_when_the_field_is_left(page, place, qtbot):
    place.press("Meld fravær…")
    form = page.desk.side.aside.form
    last = form.frame("last").control
    last.setFocus()
    last.selectAll()
    qtbot.keyClicks(last, "1/3 2026")
    press(qtbot, last, K.Key_Tab)
    assert form.frame("last").sentence.startswith("Slutdatoen ligger før startdatoen.")


def test_a_later_beginning_takes_the_end_along(page, place, qtbot):
    place.press("Meld fravær…")
    form = page.desk.side.aside.form
    first = form.frame("first").control
    first.setFocus()
    first.selectAll()
    qtbot.keyClicks(first, "20/3 2026")
    press(qtbot, first, K.Key_Tab)
    assert form.values()["last"] == date(2026, 3, 20)


def test_absence_begins_today_at_the_earliest_unless_a_day_of_hers_is_chosen(page, place):
    page.desk.grid.choose((PlaceRow(Place(team_id=2)), (MONDAY, 1)))
    place.press("Meld fravær…")
    assert page.desk.side.aside.form.values()["first"] == THURSDAY
    page.desk.panels.close()
    choose_person(page, place, "Helle Brinkholt", MONDAY)
    place.press("Meld fravær…")
    assert page.desk.side.aside.form.values()["first"] == MONDAY, "told afterwards"
    page.open_about(place.services.staff.find("Helle Brinkholt").id)
    assert page.desk.side.aside.form.values()["first"] == THURSDAY


def test_the_filter_holds_for_words_and_paper_too(page, place, qtbot):
    place.wait(qtbot)  # what is imported after the start
    page.filter.choose(3)
    words = page.desk.side.words
    assert {card.gap.place.team_id for card in words.cards} <= {3, None}
    assert "Ugen i ord · Egernet" in [label.text() for label in words.findChildren(Label)]
    job = papers.week_paper(place.services, place.context.clock, papers.PaperWeek(MONDAY, 3), "grid")
    assert job.file_name == "Bemanding Egernet 2026 uge 11"
    text = " ".join(each.extract_text() for each in PdfReader(BytesIO(job.build(job.options))).pages)
    assert "Leyla Enghave" in text
    assert "Helle Brinkholt" not in text
    page.other_shape()
    assert page.words.cards
    assert {card.gap.place.team_id for card in page.words.cards} <= {3, None}


@pytest.mark.parametrize(("day", "week", "offered"), [(FRIDAY, 11, "denne"), (date(2026, 3, 15), 12, "næste")])
def test_in_a_weekend_the_week_to_come_is_shown_and_offered(place, monkeypatch, day, week, offered):
    monkeypatch.setattr(FixedClock, "today", lambda _clock: datetime(day.year, day.month, day.day).date())
    page = place.open("presence")
    assert page.week_bar._title.text().startswith(f"Uge {week} ·")
    page.move_week(1)
    page.move_week(0)
    assert page.week_bar._title.text().startswith(f"Uge {week} ·")
    (offer,) = papers.offered(place.context, place.services)
    assert offer.title == f"Bemanding i {offered} uge"
    assert offer.make().file_name == f"Bemanding 2026 uge {week}"
