from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dagleder.presence.drafts import AbsenceDraft
from dagleder.presence.gaps import Way
from dagleder.presence.kinds import KINDS
from dagleder.settings.staffing import Need, NeedDraft, Place
from ui.kit.buttons import Button
from ui.kit.label import Label
from ui.pages import PAGES
from ui.presence.absence_panel import AbsencePanel
from ui.presence.relief_panel import ReliefPanel
from ui.presence.rows import PersonRow, PlaceRow
from ui.presence.who_panel import WhoPanel

K = Qt.Key
THURSDAY = date(2026, 3, 12)
MONDAY = date(2026, 3, 9)


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifier)


def choose_person(page, place, name, day=THURSDAY):
    person = place.services.staff.find(name)
    row = next(r.key for r in page.grid.grid.content.rows if getattr(r.key, "employee_id", None) == person.id)
    assert page.grid.choose((row, (day, 1)))
    return person


def absences(place, person, first=MONDAY, last=date(2026, 3, 20)):
    return [(each.kind, each.first, each.last) for each in place.services.presence.absences(first, last, person.id)]


def button(panel, text):
    return next(b for b in panel.findChildren(Button) if b.text() == text and not b.isHidden())


# --- the week ------------------------------------------------------------------------------------


def test_the_week_of_today_is_shown_with_the_cursor_at_today(page):
    assert page.week_bar._title.text() == "Uge 11 · 9.–13. marts"
    row, (day, _) = page.grid.grid.cursor_keys()
    assert row == PlaceRow(Place(team_id=1))
    assert day == THURSDAY


def test_alt_and_arrows_go_from_week_to_week_and_home_to_this_one(page):
    keys = {action.key: action for action in page.page_actions() if action.key.startswith("Alt")}
    keys["Alt+Right"].run()
    keys["Alt+Right"].run()
    assert page.week_bar._title.text() == "Uge 13 · 23.–27. marts"
    keys["Alt+Left"].run()
    assert page.grid.grid.cursor_keys()[1][0] == THURSDAY + timedelta(days=7), "the cursor keeps its weekday"
    keys["Alt+Home"].run()
    assert page.week_bar._title.text() == "Uge 11 · 9.–13. marts"


def test_the_arrow_buttons_do_the_same(page, qtbot):
    after = next(b for b in page.week_bar.findChildren(Button) if b.accessibleName().startswith("Ugen efter"))
    qtbot.mouseClick(after, Qt.MouseButton.LeftButton)
    assert page.week_bar._title.text() == "Uge 12 · 16.–20. marts"


def test_everybody_is_there_also_without_absence(page, place):
    names = {row.name for row in page.grid.grid.content.rows if not row.heading}
    assert names >= {row.name for row in place.services.staff.staff_list() if row.team}


def test_the_filter_shows_one_stue(page):
    page.filter.choose(3)
    headings = [row.name for row in page.grid.grid.content.rows if row.heading]
    assert headings == ["Egernet"]
    assert page.filter.button.text() == "Egernet"
    page.filter.choose(None)
    assert "Hovedhuset" in [row.name for row in page.grid.grid.content.rows]


def test_the_status_line_tells_the_cell_and_its_keys(page, place):
    page.grid.choose((PlaceRow(Place(team_id=2)), (date(2026, 3, 13), 1)))
    assert place.hints[0].text == "Humlebien, fredag 13. marts, åbning, 0 på arbejde, mindst 1"
    assert [hint.key for hint in place.hints[1:]] == ["Enter", "M"]
    choose_person(page, place, "Ida Søndervang", date(2026, 3, 13))
    assert [hint.key for hint in place.hints[1:]] == ["Enter", "Del", "F 6 O S A K B X"]


# --- in words ------------------------------------------------------------------------------------


def test_the_week_in_words_stands_worst_first_and_ends_with_the_rest(page, place):
    gaps = place.services.presence.week(THURSDAY).gaps
    assert [card.gap for card in page.side.words.cards] == list(gaps)
    assert page.side.words.cards[0].gap.headline == "Humlebien, fredag: ingen før kl. 8"


def test_in_words_alone_is_the_other_half_of_the_segment(page, qtbot):
    qtbot.mouseClick(page.shape._buttons["words"], Qt.MouseButton.LeftButton)
    assert page.words.isVisible()
    assert not page.grid.isVisible()
    assert [card.gap for card in page.words.cards] == [card.gap for card in page.side.words.cards]
    page.words.cards[0].setFocus()
    qtbot.keyClick(page.words.cards[0], K.Key_Return)
    assert page.grid.isVisible(), "the gap is shown where it is"


def test_a_click_on_a_gap_goes_there_and_the_cell_points_it_out(page, qtbot):
    card = page.side.words.cards[0]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert page.grid.grid.cursor_keys() == (PlaceRow(Place(team_id=2)), (date(2026, 3, 13), 1))
    assert card.property("chosen") == "true"
    assert page.side.need._title.text() == "Mindst på Humlebien"


def test_a_gap_on_a_stue_that_is_not_shown_shows_all_of_them_again(page):
    page.filter.choose(5)
    page.show_worst()
    assert page.filter.team_id is None
    assert page.grid.grid.cursor_keys()[0] == PlaceRow(Place(team_id=2))


def test_leaders_who_are_not_counted_are_told(page):
    said = " ".join(label.text() for label in page.side.words.findChildren(Label))
    assert "Ledere tæller ikke med i tallene." in said


# --- absence by keys -----------------------------------------------------------------------------


@pytest.mark.parametrize("letter", "f6OSAkBX")
def test_a_letter_lays_absence_of_its_kind_at_once(page, place, qtbot, letter):
    person = choose_person(page, place, "Amalie Tangvig")
    qtbot.keyClicks(page.grid.grid, letter)
    assert absences(place, person) == [(letter.upper(), THURSDAY, THURSDAY)]
    assert "til Amalie 12. marts" in place.messages.told[-1]


def test_shift_and_arrows_choose_the_days_and_undo_takes_it_back(page, place, qtbot):
    person = choose_person(page, place, "Amalie Tangvig", MONDAY)
    both = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    for _ in range(2):
        press(qtbot, page.grid.grid, K.Key_Right, both)
    qtbot.keyClicks(page.grid.grid, "f")
    assert absences(place, person) == [("F", MONDAY, date(2026, 3, 11))]
    place.messages.choose("Fortryd")
    assert absences(place, person) == []


def test_delete_takes_the_chosen_days_out(page, place, qtbot):
    person = choose_person(page, place, "Karen Ulvdal")
    assert absences(place, person) == [("F", date(2026, 3, 11), date(2026, 3, 13))]
    press(qtbot, page.grid.grid, K.Key_Delete)
    assert absences(place, person) == [
        ("F", date(2026, 3, 11), date(2026, 3, 11)),
        ("F", date(2026, 3, 13), date(2026, 3, 13)),
    ]
    choose_person(page, place, "Amalie Tangvig")
    press(qtbot, page.grid.grid, K.Key_Delete)
    assert place.messages.told[-1] == "Amalie har intet fravær 12. marts"


@pytest.mark.parametrize(("answer", "kinds"), [("", ["F"]), ("replace", ["F", "K", "F"]), ("keep_both", ["F"])])
def test_absence_of_another_kind_is_asked_about(page, place, qtbot, answer, kinds):
    person = choose_person(page, place, "Karen Ulvdal")
    place.messages.answers = [answer]
    qtbot.keyClicks(page.grid.grid, "k")
    assert place.messages.asked[0].text == ("Karen har allerede ferie 11.–13. marts. Erstat, eller behold begge?")
    assert sorted(kind for kind, _, _ in absences(place, person)) == sorted(kinds)


def test_several_people_are_not_laid_absence_at_once(page, place, qtbot):
    choose_person(page, place, "Amalie Tangvig")
    press(qtbot, page.grid.grid, K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(page.grid.grid, "f")
    assert place.messages.told == ["Vælg dage hos én medarbejder ad gangen."]


# --- the panels ----------------------------------------------------------------------------------


def test_enter_tells_who_is_here_and_esc_goes_back(page, place, qtbot):
    page.grid.choose((PlaceRow(Place(team_id=2)), (date(2026, 3, 13), 1)))
    press(qtbot, page.grid.grid, K.Key_Return)
    panel = page.side.aside
    assert isinstance(panel, WhoPanel)
    said = [label.text() for label in panel.findChildren(type(page.side.need._title))]
    assert said[:3] == ["Humlebien, fredag", "13. marts · Åbning 6.30–8", "0 på arbejde, mindst 1"]
    assert said[said.index("Ida Søndervang") + 1] == "Omsorgsdag"
    assert said[said.index("Gitte Klitager") + 1] == "På arbejde 8–14"
    press(qtbot, panel, K.Key_Escape)
    assert page.side.aside is None
    assert place.room.focusWidget() is page.grid.grid


def test_a_panel_that_no_longer_holds_goes_when_something_changes(page, place):
    page.who()
    person = place.services.staff.find("Amalie Tangvig")
    place.services.presence.add_absence(AbsenceDraft(person.id, THURSDAY, THURSDAY, "F"))
    assert page.side.aside is None


def test_enter_on_absence_changes_it(page, place, qtbot):
    person = choose_person(page, place, "Karen Ulvdal")
    press(qtbot, page.grid.grid, K.Key_Return)
    panel = page.side.aside
    assert isinstance(panel, AbsencePanel)
    last = panel.form.frame("last").control
    last.setText("12-03-2026")
    button(panel, "Ret fravær").click()
    assert absences(place, person) == [("F", date(2026, 3, 11), THURSDAY)]
    assert page.side.aside is None


def test_absence_is_reported_by_mouse_with_clock_times(page, place):
    person = choose_person(page, place, "Amalie Tangvig")
    place.press("Meld fravær…")
    panel = page.side.aside
    assert panel.form.values()["employee_id"] == person.id
    panel.form.frame("kind").control.show_raw("A")
    panel.form.frame("start").control.setText("12")
    panel.form.frame("end").control.setText("15")
    button(panel, "Meld fravær").click()
    (absence,) = place.services.presence.absences(THURSDAY, THURSDAY, person.id)
    assert (absence.kind, absence.start, absence.end) == ("A", 720, 900)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({}, "kind", "Vælg hvad det er."),
        ({"kind": "F", "last": "11-03-2026"}, "last", "Slutdatoen ligger før startdatoen. Mente du 13-03-2026?"),
        ({"kind": "F", "start": "12"}, "end", "Skriv både hvornår det begynder og slutter."),
        ({"kind": "F", "first": "31-02-2026"}, "first", "Februar 2026 har kun 28 dage. Mente du 28-02-2026?"),
    ],
)
def test_bad_input_gets_a_sentence_at_its_field(page, place, values, field, sentence):
    choose_person(page, place, "Amalie Tangvig")
    page.report_absence()
    panel = page.side.aside
    for key, text in values.items():
        panel.form.frame(key).control.show_raw(text)
    button(panel, "Meld fravær").click()
    assert panel.form.frame(field).sentence == sentence
    assert page.side.aside is panel
    assert place.messages.told == []


def test_there_is_no_field_for_a_reason(page):
    page.report_absence()
    assert list(page.side.aside.form.values()) == ["employee_id", "kind", "first", "last", "start", "end"]


def test_a_person_is_opened_with_what_she_has_ahead(page, place):
    person = place.services.staff.find("Karen Ulvdal")
    page.open_about(person.id)
    panel = page.side.aside
    assert panel.form.values()["employee_id"] == person.id
    assert page.grid.grid.cursor_keys()[0] == PersonRow(3, person.id)
    button(panel, "Ferie 11.–13. marts").click()
    edited = page.side.aside
    button(edited, "Fjern").click()
    assert absences(place, person) == []


def test_only_one_button_is_the_primary_one(page):
    def primary():
        return [b.text() for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]

    assert primary() == ["Find afløser…"]
    page.report_absence()
    QApplication.processEvents()
    assert primary() == ["Meld fravær"]


# --- help ----------------------------------------------------------------------------------------


def test_a_way_out_offers_those_who_can_be_lent_with_all_filled_in(page, place, qtbot):
    gap = page.side.words.cards[0].gap
    qtbot.mouseClick(button(page.side.words.cards[0], "Lån fra Uglen"), Qt.MouseButton.LeftButton)
    panel = page.side.aside
    assert isinstance(panel, ReliefPanel)
    assert panel.when.values() == {"first": gap.day, "last": gap.day, "team": 2, "band": 1}
    assert place.room.focusWidget() is panel.first_helper
    panel.first_helper.click()
    (loan,) = [loan for loan in place.services.presence.loans(gap.day, gap.day) if loan.team_id == 2]
    assert loan.employee_id in gap.ways[0].employee_ids
    assert loan.band_id == 1
    assert gap.headline not in [card.gap.headline for card in page.side.words.cards]


def test_a_vikar_who_is_not_named_yet_is_put_in_for_the_week(page, place, qtbot):
    page.grid.choose((PlaceRow(Place(team_id=2)), (date(2026, 3, 13), 1)))
    place.press("Find afløser…")
    panel = page.side.aside
    qtbot.mouseClick(panel.length._buttons["week"], Qt.MouseButton.LeftButton)
    button(panel, "Sæt vikar på").click()
    found = [s for s in place.services.presence.substitutes(MONDAY, MONDAY) if not s.name and s.team_id == 2]
    assert [(s.first, s.last, s.band_id, s.employee_id) for s in found] == [(MONDAY, date(2026, 3, 13), 1, None)]
    assert place.messages.told[-1] == "Vikar er sat på Humlebien 9.–13. marts"


def test_a_named_vikar_counts_as_pedagogue_when_ticked(page, place):
    page.find_relief()
    panel = page.side.aside
    panel.outside.frame("name").control.setText("Frida Fjord")
    panel.outside.frame("pedagogue").control.setChecked(True)
    button(panel, "Sæt vikar på").click()
    found = [s for s in place.services.presence.substitutes(THURSDAY, THURSDAY) if s.name == "Frida Fjord"]
    assert [(s.team_id, s.pedagogue) for s in found] == [(1, True)]


def test_a_cpr_number_in_the_name_of_a_vikar_is_refused_at_the_field(page):
    page.find_relief()
    panel = page.side.aside
    panel.outside.frame("name").control.setText("Frida 010190-1234")
    button(panel, "Sæt vikar på").click()
    assert panel.outside.frame("name").sentence.startswith("Det ligner et CPR-nummer.")


def test_one_of_the_staff_is_put_in_and_taken_out_again_with_delete(page, place, qtbot):
    friday, helle = date(2026, 3, 13), place.services.staff.find("Helle Brinkholt")
    page.grid.choose((PlaceRow(Place(team_id=2)), (friday, 1)))
    page.find_relief()
    button(page.side.aside, "Sæt på").click()

    def put_in():
        found = place.services.presence.substitutes(friday, friday)
        return [s for s in found if s.employee_id == helle.id]

    assert [(s.team_id, s.band_id, s.last) for s in put_in()] == [(2, 1, friday)]
    assert "Humlebien, fredag: ingen før kl. 8" not in [card.gap.headline for card in page.side.words.cards]
    choose_person(page, place, "Helle Brinkholt", friday)
    press(qtbot, page.grid.grid, K.Key_Delete)
    assert put_in() == []


def test_a_loan_is_taken_back_with_delete_on_its_line(page, place, qtbot):
    gap = page.side.words.cards[0].gap
    page._take(gap, gap.ways[0])
    page.side.aside.first_helper.click()
    (loan,) = [loan for loan in place.services.presence.loans(gap.day, gap.day) if loan.team_id == 2]
    assert page.grid.choose((PersonRow(2, loan.employee_id), (gap.day, 1)))
    press(qtbot, page.grid.grid, K.Key_Delete)
    assert loan not in place.services.presence.loans(gap.day, gap.day)


def test_the_dates_of_help_cannot_stand_the_wrong_way_round(page):
    page.find_relief()
    panel = page.side.aside
    last = panel.when.frame("last")
    last.control.setText("01-03-2026")
    last.control.left.emit()
    assert last.sentence == "Slutdatoen ligger før startdatoen."


def test_a_meeting_in_the_way_is_opened(page, place):
    place.press("Ugen efter")
    gap = next(card.gap for card in page.side.words.cards if card.gap.ways[0].way is Way.MOVE_MEETING)
    page._take(gap, gap.ways[0])
    assert place.opened == [gap.ways[0].where_to_open]


# --- what is wanted ------------------------------------------------------------------------------


def need_of(place, day=THURSDAY, band=1, team=1):
    return place.services.settings.needs().on(Place(team_id=team), day, band)


def test_m_goes_to_the_minimum_of_the_cell_and_plus_stores_it_for_all_days_from_this_week(page, place, qtbot):
    page.grid.choose((PlaceRow(Place(team_id=1)), (THURSDAY, 3)))
    qtbot.keyClicks(page.grid.grid, "m")
    stepper = page.side.need.lines[2].minimum
    assert stepper.isAncestorOf(place.room.focusWidget())
    press(qtbot, place.room.focusWidget(), K.Key_Up)
    assert stepper.value() == 2
    assert [need_of(place, MONDAY + timedelta(days=n), 3).minimum for n in range(5)] == [2] * 5
    assert need_of(place, MONDAY - timedelta(days=7), 3).minimum == 1, "earlier weeks keep theirs"
    assert stepper.isAncestorOf(place.room.focusWidget()), "the keyboard stays"


def test_days_that_are_not_the_same_are_changed_one_by_one(page, place):
    page.side.need.same.click()
    line = page.side.need.lines[0]
    line.minimum._number.setValue(1)
    assert need_of(place, THURSDAY).minimum == 1
    assert need_of(place, MONDAY).minimum == 0
    assert page.side.need._title.text() == "Mindst på Mariehønen, torsdag"
    page.side.need.same.click()
    assert need_of(place, MONDAY).minimum == 1, "the numbers of the day hold for all days again"


def test_a_tick_asks_for_a_pedagogue_in_the_band(page, place):
    tick = page.side.need.lines[3].pedagogue
    tick.click()
    assert need_of(place, THURSDAY, 4).pedagogues == 1


def test_a_wish_below_the_minimum_is_refused_with_a_sentence(page, place):
    page.side.need.lines[1].wanted._number.setValue(1)
    assert page.side.need._problem.sentence.text == "Helst 1 er færre end mindst 2."
    assert page.side.need.lines[1].wanted.value() == 2
    assert need_of(place, THURSDAY, 2) == Need(2, 2)


def test_a_matrikel_has_numbers_of_its_own(page, place):
    page.grid.choose((PlaceRow(Place(site_id=2)), (THURSDAY, 1)))
    assert page.side.need._title.text() == "Mindst på Skovhuset"
    page.side.need.lines[0].minimum._number.setValue(2)
    assert place.services.settings.needs().on(Place(site_id=2), THURSDAY, 1).minimum == 2


# --- being told, remembered, printed, empty ------------------------------------------------------


def test_a_change_elsewhere_is_seen_and_the_cursor_stays(page, place):
    page.grid.choose((PlaceRow(Place(team_id=4)), (THURSDAY, 2)))
    cursor = page.grid.grid.cursor_keys()
    place.services.settings.set_needs([NeedDraft(Place(team_id=4), Need(9), 2)])
    assert page.grid.grid.content.stored_cells[cursor].words.endswith("mindst 9")
    assert page.grid.grid.cursor_keys() == cursor


def test_filter_shape_and_week_are_remembered(page, place):
    page.filter.choose(3)
    place.press("Ugen efter")
    place.press("Vis ugen i ord")
    kept = page.place()
    page.filter.choose(None)
    place.press("Denne uge")
    place.press("Vis ugen i ord")
    page.go_to(kept)
    assert (page.filter.team_id, page.shape.key) == (3, "words")
    assert page.week_bar._title.text() == "Uge 12 · 16.–20. marts"
    page.go_to({**kept, "on": "2026-03-11"})
    page.move_week(0)
    page.go_to({**kept, "on": "2026-03-11"})
    assert page.week_bar._title.text() == "Uge 11 · 9.–13. marts", "another day begins with its own week"


def test_f9_hides_the_side_panel_and_f6_goes_round(page):
    assert page.toggle_side_panel()
    assert page.side.isHidden()
    page.edit_need()
    assert page.side.isVisible(), "what is asked for is shown"
    assert page.panes()[0] is page.grid


def test_the_week_is_printed_without_kinds(page, place):
    page.print_week()
    (job,) = place.papers
    assert job.file_name == "Bemanding 2026 uge 11"
    assert job.options == {"form": "grid"}
    for form in ("grid", "words"):
        pages = PdfReader(BytesIO(job.build({"form": form}))).pages
        text = " ".join(page.extract_text() for page in pages)
        assert "Bemanding" in text
        assert not any(kind.name in text for kind in KINDS)


def test_what_the_palette_offers_is_there(page):
    offers = next(entry.offers for entry in PAGES if entry.feature == "presence")
    assert {offer.name for offer in offers} <= {action.name for action in page.page_actions()}
