"""Help found and taken back; what is wanted of a place."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from dagleder.presence.gaps import Way
from dagleder.settings.staffing import Need, Place
from tests.ui.presence.ways import MONDAY, THURSDAY, K, button, choose_person, need_of, press
from ui.presence.relief_panel import ReliefPanel
from ui.presence.rows import PersonRow, PlaceRow


def test_a_way_out_offers_those_who_can_be_lent_with_all_filled_in(page, place, qtbot):
    gap = page.desk.side.words.cards[0].gap
    qtbot.mouseClick(button(page.desk.side.words.cards[0], "Lån fra Uglen"), Qt.MouseButton.LeftButton)
    panel = page.desk.side.aside
    assert isinstance(panel, ReliefPanel)
    assert panel.when.values() == {"first": gap.day, "last": gap.day, "team": 2, "band": 1}
    assert place.room.focusWidget() is panel.first_helper
    panel.first_helper.click()
    (loan,) = [loan for loan in place.services.presence.loans(gap.day, gap.day) if loan.team_id == 2]
    assert loan.employee_id in gap.ways[0].employee_ids
    assert loan.band_id == 1
    assert gap.headline not in [card.gap.headline for card in page.desk.side.words.cards]


def test_a_vikar_who_is_not_named_yet_is_put_in_for_the_week(page, place, qtbot):
    page.desk.grid.choose((PlaceRow(Place(team_id=2)), (date(2026, 3, 13), 1)))
    place.press("Find afløser…")
    panel = page.desk.side.aside
    qtbot.mouseClick(panel.length._buttons["week"], Qt.MouseButton.LeftButton)
    button(panel, "Sæt vikar på").click()
    found = [s for s in place.services.presence.substitutes(MONDAY, MONDAY) if not s.name and s.team_id == 2]
    assert [(s.first, s.last, s.band_id, s.employee_id) for s in found] == [(MONDAY, date(2026, 3, 13), 1, None)]
    assert place.messages.told[-1] == "Vikar er sat på Humlebien 9.–13. marts"


def test_a_named_vikar_counts_as_pedagogue_when_ticked(page, place):
    page.desk.find_relief()
    panel = page.desk.side.aside
    panel.outside.frame("name").control.setText("Frida Fjord")
    panel.outside.frame("pedagogue").control.setChecked(True)
    button(panel, "Sæt vikar på").click()
    found = [s for s in place.services.presence.substitutes(THURSDAY, THURSDAY) if s.name == "Frida Fjord"]
    assert [(s.team_id, s.pedagogue) for s in found] == [(1, True)]


def test_a_cpr_number_in_the_name_of_a_vikar_is_refused_at_the_field(page):
    page.desk.find_relief()
    panel = page.desk.side.aside
    panel.outside.frame("name").control.setText("Frida 010190-1234")
    button(panel, "Sæt vikar på").click()
    assert panel.outside.frame("name").sentence.startswith("Det ligner et CPR-nummer.")


def test_one_of_the_staff_is_put_in_and_taken_out_again_with_delete(page, place, qtbot):
    friday, helle = date(2026, 3, 13), place.services.staff.find("Helle Brinkholt")
    page.desk.grid.choose((PlaceRow(Place(team_id=2)), (friday, 1)))
    page.desk.find_relief()
    button(page.desk.side.aside, "Sæt på").click()

    def put_in():
        found = place.services.presence.substitutes(friday, friday)
        return [s for s in found if s.employee_id == helle.id]

    assert [(s.team_id, s.band_id, s.last) for s in put_in()] == [(2, 1, friday)]
    assert "Humlebien, fredag: ingen før kl. 8" not in [card.gap.headline for card in page.desk.side.words.cards]
    choose_person(page, place, "Helle Brinkholt", friday)
    press(qtbot, page.desk.grid.grid, K.Key_Delete)
    assert put_in() == []


def test_a_loan_is_taken_back_with_delete_on_its_line(page, place, qtbot):
    gap = page.desk.side.words.cards[0].gap
    page.desk.take(gap, gap.ways[0])
    page.desk.side.aside.first_helper.click()
    (loan,) = [loan for loan in place.services.presence.loans(gap.day, gap.day) if loan.team_id == 2]
    assert page.desk.grid.choose((PersonRow(2, loan.employee_id), (gap.day, 1)))
    press(qtbot, page.desk.grid.grid, K.Key_Delete)
    assert loan not in place.services.presence.loans(gap.day, gap.day)


def test_the_dates_of_help_cannot_stand_the_wrong_way_round(page):
    page.desk.find_relief()
    panel = page.desk.side.aside
    last = panel.when.frame("last")
    last.control.setText("01-03-2026")
    last.control.left.emit()
    assert last.sentence.startswith("Slutdatoen ligger før startdatoen. Mente du ")


def test_a_meeting_in_the_way_is_opened(page, place):
    place.press("Ugen efter")
    gap = next(card.gap for card in page.desk.side.words.cards if card.gap.ways[0].way is Way.MOVE_MEETING)
    page.desk.take(gap, gap.ways[0])
    assert place.opened == [gap.ways[0].where_to_open]


def test_m_goes_to_the_minimum_of_the_cell_and_plus_stores_it_for_all_days_from_this_week(page, place, qtbot):
    page.desk.grid.choose((PlaceRow(Place(team_id=1)), (THURSDAY, 3)))
    qtbot.keyClicks(page.desk.grid.grid, "m")
    stepper = page.desk.side.need.lines[2].minimum
    assert stepper.isAncestorOf(place.room.focusWidget())
    press(qtbot, place.room.focusWidget(), K.Key_Up)
    assert stepper.value() == 2
    assert [need_of(place, MONDAY + timedelta(days=n), 3).minimum for n in range(5)] == [2] * 5
    assert need_of(place, MONDAY - timedelta(days=7), 3).minimum == 1, "earlier weeks keep theirs"
    assert stepper.isAncestorOf(place.room.focusWidget()), "the keyboard stays"


def test_days_that_are_not_the_same_are_changed_one_by_one(page, place):
    page.desk.side.need.same.click()
    line = page.desk.side.need.lines[0]
    line.minimum._number.setValue(1)
    assert need_of(place, THURSDAY).minimum == 1
    assert need_of(place, MONDAY).minimum == 0
    assert page.desk.side.need._title.text() == "Mindst på Mariehønen, torsdag"
    page.desk.side.need.same.click()
    assert need_of(place, MONDAY).minimum == 1, "the numbers of the day hold for all days again"


def test_a_tick_asks_for_a_pedagogue_in_the_band(page, place):
    tick = page.desk.side.need.lines[3].pedagogue
    tick.click()
    assert need_of(place, THURSDAY, 4).pedagogues == 1


def test_a_wish_below_the_minimum_is_refused_with_a_sentence(page, place):
    page.desk.side.need.lines[1].wanted._number.setValue(1)
    assert page.desk.side.need._problem.sentence.text == "Helst 1 er færre end mindst 2."
    assert page.desk.side.need.lines[1].wanted.value() == 2
    assert need_of(place, THURSDAY, 2) == Need(2, 2)


def test_a_matrikel_has_numbers_of_its_own(page, place):
    page.desk.grid.choose((PlaceRow(Place(site_id=2)), (THURSDAY, 1)))
    assert page.desk.side.need._title.text() == "Mindst på Skovhuset"
    page.desk.side.need.lines[0].minimum._number.setValue(2)
    assert place.services.settings.needs().on(Place(site_id=2), THURSDAY, 1).minimum == 2
