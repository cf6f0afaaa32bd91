"""The week shown, in words and as a grid, told of changes, remembered and printed."""

from datetime import date, timedelta
from io import BytesIO

from pypdf import PdfReader
from PySide6.QtCore import Qt

from dagleder.presence.kinds import KINDS
from dagleder.settings.staffing import Need, NeedDraft, Place
from tests.ui.presence.ways import THURSDAY, K, button, choose_person
from ui.kit.buttons import Button
from ui.kit.label import Label
from ui.pages import PAGES
from ui.presence.rows import PlaceRow


def test_the_week_of_today_is_shown_with_the_cursor_at_today(page):
    assert page.week_bar._title.text() == "Uge 11 · 9.–13. marts"
    row, (day, _) = page.desk.grid.grid.cursor_keys()
    assert row == PlaceRow(Place(team_id=1))
    assert day == THURSDAY


def test_alt_and_arrows_go_from_week_to_week_and_home_to_this_one(page):
    keys = {action.key: action for action in page.page_actions() if action.key.startswith("Alt")}
    keys["Alt+Right"].run()
    keys["Alt+Right"].run()
    assert page.week_bar._title.text() == "Uge 13 · 23.–27. marts"
    keys["Alt+Left"].run()
    assert page.desk.grid.grid.cursor_keys()[1][0] == THURSDAY + timedelta(days=7), "the cursor keeps its weekday"
    keys["Alt+Home"].run()
    assert page.week_bar._title.text() == "Uge 11 · 9.–13. marts"


def test_the_arrow_buttons_do_the_same(page, qtbot):
    after = next(b for b in page.week_bar.findChildren(Button) if b.accessibleName().startswith("Ugen efter"))
    qtbot.mouseClick(after, Qt.MouseButton.LeftButton)
    assert page.week_bar._title.text() == "Uge 12 · 16.–20. marts"


def test_everybody_is_there_also_without_absence(page, place):
    names = {row.name for row in page.desk.grid.grid.content.rows if not row.heading}
    assert names >= {row.name for row in place.services.staff.staff_list() if row.team}


def test_the_filter_shows_one_stue(page):
    page.filter.choose(3)
    headings = [row.name for row in page.desk.grid.grid.content.rows if row.heading]
    assert headings == ["Egernet"]
    assert page.filter.button.text() == "Egernet"
    page.filter.choose(None)
    assert "Hovedhuset" in [row.name for row in page.desk.grid.grid.content.rows]


def test_the_status_line_tells_the_cell_and_its_keys(page, place):
    page.desk.grid.choose((PlaceRow(Place(team_id=2)), (date(2026, 3, 13), 1)))
    assert place.hints[0].text == "Humlebien, fredag 13. marts, åbning, 0 på arbejde, mindst 1"
    assert [hint.key for hint in place.hints[1:]] == ["Enter", "M"]
    choose_person(page, place, "Ida Søndervang", date(2026, 3, 13))
    assert [hint.key for hint in place.hints[1:]] == ["Enter", "Del", *"F6OSAKBX"]
    assert {("F", "ferie"), ("K", "kursus")} <= {(hint.key, hint.text) for hint in place.hints}


def test_the_week_in_words_stands_worst_first_and_ends_with_the_rest(page, place):
    gaps = place.services.presence.week(THURSDAY).gaps
    assert [card.gap for card in page.desk.side.words.cards] == list(gaps[:12])
    button(page.desk.side.words, f"Vis {len(gaps) - 12} til").click()
    assert [card.gap for card in page.desk.side.words.cards] == list(gaps)
    assert page.desk.side.words.cards[0].gap.headline == "Humlebien, fredag: ingen før kl. 8"


def test_in_words_alone_is_the_other_half_of_the_segment(page, qtbot):
    qtbot.mouseClick(page.shape._buttons["words"], Qt.MouseButton.LeftButton)
    assert page.words.isVisible()
    assert not page.desk.grid.isVisible()
    assert [card.gap for card in page.words.cards] == [card.gap for card in page.desk.side.words.cards]
    page.words.cards[0].setFocus()
    qtbot.keyClick(page.words.cards[0], K.Key_Return)
    assert page.desk.grid.isVisible(), "the gap is shown where it is"


def test_a_click_on_a_gap_goes_there_and_the_cell_points_it_out(page, qtbot):
    card = page.desk.side.words.cards[0]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert page.desk.grid.grid.cursor_keys() == (PlaceRow(Place(team_id=2)), (date(2026, 3, 13), 1))
    assert card.property("chosen") == "true"
    assert page.desk.side.need._title.text() == "Mindst på Humlebien"


def test_a_gap_on_a_stue_that_is_not_shown_shows_all_of_them_again(page):
    page.filter.choose(5)
    page.desk.show_worst()
    assert page.filter.team_id is None
    assert page.desk.grid.grid.cursor_keys()[0] == PlaceRow(Place(team_id=2))


def test_leaders_who_are_not_counted_are_told(page):
    said = " ".join(label.text() for label in page.desk.side.words.findChildren(Label))
    assert "Ledere tæller ikke med i tallene." in said


def test_a_change_elsewhere_is_seen_and_the_cursor_stays(page, place):
    page.desk.grid.choose((PlaceRow(Place(team_id=4)), (THURSDAY, 2)))
    cursor = page.desk.grid.grid.cursor_keys()
    place.services.settings.set_needs([NeedDraft(Place(team_id=4), Need(9), 2)])
    assert page.desk.grid.grid.content.stored_cells[cursor].words.endswith("mindst 9")
    assert page.desk.grid.grid.cursor_keys() == cursor


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


def test_f9_hides_the_side_panel_and_f6_goes_round(page):
    assert page.toggle_side_panel()
    assert page.desk.side.isHidden()
    page.desk.edit_need()
    assert page.desk.side.isVisible(), "what is asked for is shown"
    assert page.panes()[0] is page.desk.grid


def test_the_week_is_printed_without_kinds(page, place, qtbot):
    page.print_week()
    place.wait(qtbot)  # one paper is made at a time
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
