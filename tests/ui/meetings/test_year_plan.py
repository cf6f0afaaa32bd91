"""The year's plan: chips by mouse and keyboard, other years, what is said under it."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from dagleder.base.text import plural
from dagleder.meetings.drafts import MeetingDraft, Times
from ui.kit.label import Label


@pytest.fixture
def page(place, qtbot):
    shown = place.open("meetings")
    qtbot.waitUntil(lambda: bool(shown.left.year.notes))
    return shown


def meeting_on(services, kind_key, day):
    return next(m for m in services.meetings.meetings(day, day) if m.kind.key == kind_key)


def press(qtbot, page, *keys):
    page.left.year.grid.setFocus()
    for key in keys:
        qtbot.keyClick(page.left.year.grid, key)


def test_the_next_meeting_is_chosen_when_the_page_opens(page, demo_services):
    chosen = demo_services.meetings.meeting(page.left.year.grid.chosen_id)
    assert chosen.day == date(2026, 3, 12)
    assert page.pane.detail.accessibleName() == "P-møde"


def test_a_click_on_a_chip_shows_its_meeting(page, demo_services, qtbot):
    meeting = meeting_on(demo_services, "personalemoede", date(2026, 5, 19))
    box = page.left.year.grid.chip_box(meeting.id)
    qtbot.mouseClick(page.left.year.grid, Qt.MouseButton.LeftButton, pos=box.center())
    assert page.pane.detail.form.form.frame("day").kept == date(2026, 5, 19)


def test_a_click_beside_the_chips_changes_nothing(page, qtbot):
    before = page.left.year.grid.chosen_id
    qtbot.mouseClick(page.left.year.grid, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert page.left.year.grid.chosen_id == before


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([Qt.Key.Key_Right], date(2026, 4, 9)),
        ([Qt.Key.Key_Left], date(2026, 1, 8)),
        ([Qt.Key.Key_Home], date(2026, 1, 8)),
        ([Qt.Key.Key_End], date(2026, 12, 10)),
        ([Qt.Key.Key_Up], date(2026, 3, 25)),
        ([Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down], date(2026, 3, 25)),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], date(2026, 12, 10)),
    ],
)
def test_arrows_go_from_meeting_to_meeting(page, demo_services, qtbot, keys, day):
    press(qtbot, page, *keys)
    assert demo_services.meetings.meeting(page.left.year.grid.chosen_id).day == day


def test_what_is_marked_is_told_to_screen_readers(page, qtbot):
    press(qtbot, page, Qt.Key.Key_Right)
    said = page.left.year.grid.accessibleDescription()
    assert said.startswith("P-møde, torsdag 9. april 2026 kl. 13–14.30, aflyst")


def test_enter_goes_to_the_date_of_the_meeting(page, qtbot):
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.window().focusWidget() is page.pane.detail.form.form.frame("day").control


def test_delete_cancels_and_undo_takes_it_back(page, place, demo_services, qtbot):
    meeting_id = page.left.year.grid.chosen_id
    press(qtbot, page, Qt.Key.Key_Delete)
    assert demo_services.meetings.meeting(meeting_id).cancelled
    assert place.messages.told[-1] == "P-møde 12. marts er aflyst"
    place.messages.choose("Fortryd")
    assert not demo_services.meetings.meeting(meeting_id).cancelled
    assert page.left.year.grid.chosen_id == meeting_id


def test_delete_leaves_a_cancelled_meeting_alone(page, place, qtbot):
    press(qtbot, page, Qt.Key.Key_Right, Qt.Key.Key_Delete)
    assert place.messages.told == []


def test_another_year_is_one_arrow_away(page, place):
    place.press("Året efter")
    assert page.place()["year"] == 2027
    assert page.left.year.accessibleName() == "Årsplan"
    assert page.left.year.grid.accessibleName() == "Årsplan 2027"


def test_a_year_may_begin_in_august(page, place):
    place.press("Vis året fra august til juli")
    assert page.left.year.grid.accessibleName() == "Årsplan 2026/27"
    action = next(a for a in page.page_actions() if a.name == "Vis året fra august til juli")
    assert action.shown_name() == "Vis året fra januar til december"


def test_a_year_without_meetings_shows_the_way(page, place):
    for _ in range(2):
        place.press("Året efter")
    assert page.left.empty.isVisible()
    assert page.pane.isHidden()
    assert page.panes() == (page.left.empty,)


def test_the_notes_say_what_to_look_at(page, demo_services):
    leads = [note.lead for note in page.left.year.notes]
    assert leads[0] == "Pædagogisk dag 15. maj ligger på en lukkedag."
    assert leads[1].endswith("kommende møder bør ses efter.")
    page.left.year.notes[0].choices[0].run()
    assert demo_services.meetings.meeting(page.left.year.grid.chosen_id).day == date(2026, 5, 15)


def test_f8_goes_round_the_meetings_to_look_at(page, place):
    seen = []
    for _ in range(3):
        place.press("Vis det næste møde, der bør ses efter")
        seen.append(page.left.year.grid.chosen_id)
    assert len(set(seen)) == 3


def test_a_meeting_of_another_year_opens_in_its_year(page, place, demo_services):
    meeting = demo_services.meetings.meetings(date(2027, 5, 1), date(2027, 5, 31))[0]
    place.open("meetings", meeting.id)
    assert page.left.year.grid.accessibleName() == "Årsplan 2027"
    assert page.left.year.grid.chosen_id == meeting.id


def test_a_meeting_that_is_gone_is_told(place):
    place.open("meetings", 999_999)
    assert place.messages.problems


def test_she_comes_back_to_where_she_was(page, demo_services):
    meeting = meeting_on(demo_services, "personalemoede", date(2026, 9, 15))
    page.choose(meeting.id)
    page.left.show_shape("coming")
    kept = page.place()
    page.left.show_shape("year")
    page.choose(None)
    page.go_to(kept)
    assert page.left.tabs.key == "coming"
    assert page.left.coming.table.chosen_row().id == meeting.id


def test_what_moves_elsewhere_is_shown(page, demo_services, qtbot):
    meeting = meeting_on(demo_services, "personalemoede", date(2026, 5, 19))
    page.choose(meeting.id)
    demo_services.meetings.move(meeting.id, date(2026, 5, 26), because="temadag")
    detail = page.pane.detail
    qtbot.waitUntil(lambda: detail.form.form.frame("day").kept == date(2026, 5, 26))
    assert detail.moved == "Flyttet fra 19. maj på grund af temadag."


def test_presence_changes_are_heard_too(page, demo_services):
    assert {"absence", "closing_day", "team", "meeting_participant"} <= page.tables
    kind = demo_services.meetings.kinds()[0]
    count = len(demo_services.meetings.meetings())
    demo_services.meetings.add(MeetingDraft(kind.id, date(2026, 6, 3), Times(600, 660)))
    assert len(demo_services.meetings.meetings()) == count + 1
    assert any(cell.day == 3 for cell in page.left.year.grid.lines.rows[0].months[5])


def test_what_must_be_solved_is_marked_in_the_grid_as_the_note_counts_it(page, demo_services, qtbot):
    kind = next(kind for kind in demo_services.meetings.kinds() if kind.key == "personalemoede")
    draft = MeetingDraft(kind.id, date(2026, 5, 20), Times(10 * 60, 11 * 60))
    all_called_away = demo_services.meetings.add(draft)
    year, grid = page.left.year, page.left.year.grid
    qtbot.waitUntil(lambda: all_called_away in page.checks.marks)
    solve = plural(len(page.checks.marks), "møde", "møder")
    assert f"Ved {solve} skal noget løses." in [note.text for note in year.notes]
    page.choose(all_called_away)
    assert grid.accessibleDescription().endswith("Skal løses.")
    assert "skal løses" in year.legend.accessibleName()
    corner = grid.chip_box(all_called_away).topLeft()
    colour = page.context.theme.colour("dangerSolid")
    assert grid.grab().toImage().pixelColor(corner + QPoint(1, 1)) == colour


def test_a_stuemoede_the_others_can_cover_is_told_calmly_and_not_marked(page, demo_services):
    calm = [
        meeting
        for meeting in demo_services.meetings.meetings(date(2026, 3, 12), date(2026, 12, 31))
        if meeting.kind.key == "stuemoede"
        if any("kan lånes: " in each.text for each in demo_services.meetings.findings(meeting.id))
    ]
    meeting = next(m for m in calm if m.id not in page.checks.marks)
    page.choose(meeting.id)
    (told,) = [r.text() for r in page.pane.detail.remarks.findChildren(Label) if " kan lånes: " in r.text()]
    assert " fra " in told
    assert page.left.year.grid.accessibleDescription().endswith("planlagt.")


def test_a_long_name_of_a_fixed_pattern_is_whole(page):
    names = [label for label in page.left.year.patterns.findChildren(Label) if "bestyrelses" in label.text()]
    assert names
    assert all(longest_word(label) <= label.width() for label in names)


def longest_word(label):
    """The widest part that cannot be broken."""
    parts = label.text().replace(" ", "\u00ad").split("\u00ad")
    return max(label.fontMetrics().horizontalAdvance(f"{part}-") for part in parts)
