from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from dagleder.staff.drafts import HoursDraft
from tests.ui.grabs import settle
from ui.kit.line_input import Trouble
from ui.staff.page import NEW

TODAY = date(2026, 3, 12)


@pytest.fixture
def nanna(place):
    return place.services.staff.find("Nanna Granly").id


@pytest.fixture
def page(place, nanna):
    place.open("staff")
    return place.open("staff_edit", nanna)


def facts(place, who):
    return place.services.staff.person(who).facts


def write(qtbot, page, key, text, end=Qt.Key.Key_Tab):
    """Type in a field of 'Om Nanna' and leave it."""
    control = page.view.about.form.frame(key).control
    control.setFocus()
    control.selectAll()
    qtbot.keyClicks(control, text)
    qtbot.keyClick(control, end)
    return page.view.about.form.frame(key)


@pytest.mark.parametrize(
    ("key", "typed_and_stored"),
    [
        ("first_name", ("Nanna Marie", "Nanna Marie")),
        ("known_as", ("Nan", "Nan")),
        ("mail", ("nanna@example.org", "nanna@example.org")),
        ("phone", ("+45 20 00 00 99", "20000099")),
        ("birthday", ("16/9", (16, 9))),
        ("start", ("1. juni 2023", date(2023, 6, 1))),
        ("end", ("31/7 26", date(2026, 7, 31))),
    ],
)
def test_a_field_is_saved_when_it_is_left(qtbot, place, page, nanna, key, typed_and_stored):
    typed, stored = typed_and_stored
    frame = write(qtbot, page, key, typed)
    assert getattr(facts(place, nanna), key) == stored
    assert frame._saved.isVisible()
    place.services.database.undo()
    assert frame.kept != stored


def test_choices_are_saved_at_once(qtbot, place, page, nanna):
    role = page.view.about.form.frame("role").control
    role.setFocus()
    qtbot.keyClick(role, Qt.Key.Key_Down)
    role.activated.emit(role.currentIndex())
    assert facts(place, nanna).role == "PA"


def test_initials_of_somebody_else_are_refused_with_free_ones(qtbot, place, page, nanna):
    frame = write(qtbot, page, "initials", "ku")
    assert frame.sentence == "KU er Karen Ulvdal. Mente du NG?"
    assert facts(place, nanna).initials == "NG"
    frame._message.link_clicked.emit()
    assert frame.trouble is Trouble.NONE
    write(qtbot, page, "initials", "ngr")
    assert facts(place, nanna).initials == "NGR"


def test_what_is_wrong_is_counted_and_f8_goes_to_it(qtbot, place, page):
    write(qtbot, page, "end", "1/5 2024")
    write(qtbot, page, "phone", "123")
    assert page._unsaved._label.text() == "2 felter er ikke gemt"
    place.press("Næste fejl")
    assert page.view.about.form.frame("phone").control.hasFocus()
    place.press("Næste fejl")
    assert page.view.about.form.frame("end").control.hasFocus()
    qtbot.keyClick(page.view.about.form.frame("end").control, Qt.Key.Key_Escape)
    assert page._unsaved._label.text() == "1 felt er ikke gemt"


def test_done_goes_back_but_first_to_what_is_wrong(qtbot, place, page, nanna):
    write(qtbot, page, "end", "1/5 2024")
    place.press("Færdig")
    assert place.page is page
    end = page.view.about.form.frame("end")
    assert end.control.hasFocus()
    end._message.link_clicked.emit()
    assert facts(place, nanna).end == date(2025, 5, 1)
    place.press("Færdig")
    assert place.page.feature == "staff"


def test_done_saves_what_was_given_back_after_a_crash_and_never_left(place, nanna):
    place.services.database.keep_draft(f"staff/{nanna}/phone", "20 00 00 99")
    place.services.database.keep_draft(f"staff/{nanna}/notes", "Nøgle 7")
    place.open("staff")
    page = place.open("staff_edit", nanna)
    assert page.view.about.form.frame("phone").text == "20 00 00 99"
    place.press("Færdig")
    assert place.page.feature == "staff"
    assert (facts(place, nanna).phone, facts(place, nanna).notes) == ("20000099", "Nøgle 7")
    assert place.services.database.drafts() == {}


def test_done_stays_at_what_was_given_back_and_cannot_be_saved(place, nanna):
    place.services.database.keep_draft(f"staff/{nanna}/phone", "123")
    place.open("staff")
    page = place.open("staff_edit", nanna)
    place.press("Færdig")
    assert place.page is page
    assert page.view.about.form.frame("phone").control.hasFocus()


def test_a_day_opens_the_week_of_the_period_it_is_in(place, nanna):
    place.services.staff.set_hours(nanna, HoursDraft(20 * 60, date(2027, 1, 4)))
    page = place.open("staff_edit", nanna)
    assert page.view.about.form.frame("first_name").control.hasFocus()
    place.frame.open("staff_edit", nanna, date(2027, 2, 1))
    assert page.view.work.grid.first_field.hasFocus()
    assert page.view.work.head.day.text() == "04-01-2027"


@pytest.mark.parametrize(("size", "beside"), [((1440, 900), False), ((1600, 900), True)])
def test_with_large_text_no_field_is_cut_off_beside_what_it_means(place, page, theme, size, beside):
    theme.choose(text_size=130)
    place.room.resize(*size)
    settle(place.room)
    view = page.view
    assert view._area.horizontalScrollBar().maximum() == 0
    assert (view.panel.mapTo(view, QPoint()).x() > view.work.width()) is beside
    place.press("Sæt som fratrådt…")
    settle(place.room)
    assert not view.leaving.visibleRegion().isEmpty()
    theme.choose(text_size=100)
    place.room.resize(1440, 900)
    settle(place.room)
    assert view.panel.mapTo(view, QPoint()).x() > view.work.width()


def test_f9_gives_the_fields_the_room_of_what_they_mean(place, page):
    before = page.view.work.width()
    assert page.toggle_side_panel()
    settle(place.room)
    assert page.view.work.width() > before + 200
    place.press("Sæt som fratrådt…")
    settle(place.room)
    assert page.view.leaving.isVisible()
    page.view.leaving.given_up.emit()
    settle(place.room)
    assert page.view.work.width() > before + 200
    page.toggle_side_panel()
    settle(place.room)
    assert (page.view.panel.isVisible(), page.view.work.width()) == (True, before)


def test_another_stue_holds_from_today_and_the_old_one_stays_in_the_history(place, page, nanna):
    team = page.view.about.form.frame("team").control
    team.setCurrentIndex([team.itemText(n) for n in range(team.count())].index("Ræven"))
    team.activated.emit(team.currentIndex())
    held = {m.team: (m.valid_from, m.valid_to) for m in place.services.staff.person(nanna).employment.memberships}
    assert held == {"Egernet": (None, date(2026, 3, 11)), "Ræven": (TODAY, None)}
    assert place.messages.told == ["Nanna er på Ræven fra i dag, 12. marts"]
    place.messages.choose("Fortryd")
    assert page.view.about.form.values()["team"] == place.services.staff.person(nanna).memberships[0].team_id


def test_somebody_new_is_there_when_she_has_a_name(qtbot, place):
    place.open("staff")
    page = place.open("staff_edit", NEW)
    assert page.view.about.form.frame("first_name").control.hasFocus()
    assert not page.view.work.isEnabled()
    write(qtbot, page, "last_name", "Kollega")
    assert page.view.about.form.frame("first_name").sentence == "Skriv først et fornavn."
    write(qtbot, page, "first_name", "Ny")
    row = place.services.staff.find("Ny Kollega")
    assert row.initials == "NK"
    assert page.view.about.form.values()["initials"] == "NK"
    assert page.view.work.isEnabled()
    place.press("Færdig")
    assert place.page.feature == "staff"


def test_the_first_stue_of_somebody_new_holds_from_the_start(qtbot, place):
    page = place.open("staff_edit", NEW)
    write(qtbot, page, "first_name", "Ny")
    team = page.view.about.form.frame("team").control
    team.setCurrentIndex(1)
    team.activated.emit(1)
    (membership,) = place.services.staff.person(place.services.staff.find("Ny").id).employment.memberships
    assert (membership.team, membership.valid_from) == ("Mariehønen", None)


def test_undoing_her_coming_leads_away_from_her_page(qtbot, place):
    place.open("staff")
    page = place.open("staff_edit", NEW)
    write(qtbot, page, "first_name", "Ny")
    place.services.database.undo()
    assert place.page.feature == "staff"


def test_the_note_marks_a_cpr_number_and_takes_it_out(qtbot, place, page, nanna):
    frame = page.view.note.form.frame("notes")
    frame.control.setFocus()
    frame.control.selectAll()
    qtbot.keyClicks(frame.control, "Nøgle nr. 7. 010190-0000")
    page.view.about.form.frame("mail").control.setFocus()
    assert facts(place, nanna).notes == "Nøgle nr. 7. 010190-0000"
    assert frame.trouble is Trouble.DOUBT
    frame._message.link_clicked.emit()
    assert facts(place, nanna).notes == "Nøgle nr. 7."


def test_what_is_half_written_is_there_again_after_a_crash(qtbot, place, page, nanna):
    frame = page.view.note.form.frame("notes")
    frame.control.setFocus()
    qtbot.keyClicks(frame.control, "Halvt skr")
    place.drafts.keep_now()
    assert place.services.database.drafts() == {f"staff/{nanna}/notes": frame.text}
    again = place.open("staff_edit", nanna)
    assert again.view.note.form.frame("notes").text.startswith("Halvt skr")
    again.view.note.form.commit()
    assert facts(place, nanna).notes.startswith("Halvt skr")
    assert place.services.database.drafts() == {}


def test_another_text_size_is_no_half_written_text(place, theme, page):
    theme.choose(text_size=130)
    place.drafts.keep_now()
    theme.choose(text_size=100)
    assert page.view is not None
    assert place.services.database.drafts() == {}


def test_leaving_from_her_page_stands_above_what_her_hours_mean(qtbot, place, page, nanna):
    place.press("Sæt som fratrådt…")
    panel = page.view.leaving
    field = panel.form.frame("end").control
    field.selectAll()
    qtbot.keyClicks(field, "30/4 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.mouseClick(panel._confirm, Qt.MouseButton.LeftButton)
    assert facts(place, nanna).end == date(2026, 4, 30)
    assert page.view.leaving is None
    assert page.view.about.form.values()["end"] == date(2026, 4, 30)


def test_going_back_from_the_paper_comes_back_to_her(place, page):
    place.press("Udskriv oplysninger")
    assert place.papers[0].file_name == "Oplysninger om Nanna Granly"
    assert place.page.feature == "paper"
    place.stack.back()
    assert place.page is page
    assert page.view.about.form.values()["last_name"] == "Granly"


def test_changes_made_elsewhere_are_shown_and_what_is_typed_stays(qtbot, place, page, nanna):
    control = page.view.about.form.frame("mail").control
    control.setFocus()
    control.selectAll()
    qtbot.keyClicks(control, "halv")
    place.services.staff.set_hours(nanna, HoursDraft(30 * 60, date(2026, 1, 5)))
    assert page.view.work.form.frame("hours").text == "30"
    assert control.text() == "halv"


def test_f9_gives_the_fields_the_room_of_the_panel(page):
    assert page.toggle_side_panel()
    assert page.view.panel.isHidden()
    page.toggle_side_panel()
    assert not page.view.panel.isHidden()
