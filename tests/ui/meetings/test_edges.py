"""The meetings pages where something is missing, gone or refused; and what a leader does with keys alone."""

from datetime import date

from PySide6.QtCore import Qt

from dagleder.meetings.drafts import MeetingDraft, Times
from ui.meetings.coming import PERSON, TEAM
from ui.meetings.guests import names_line
from ui.meetings.series_entry import PICKED

MAY = date(2026, 5, 19)


def staff_meeting(services):
    return next(m for m in services.meetings.meetings(MAY, MAY) if m.kind.key == "personalemoede")


def test_moved_cancelled_and_taken_back_by_keys_alone(place, demo_services, qtbot):
    page = place.open("meetings")
    before = demo_services.meetings.meetings()
    meeting = staff_meeting(demo_services)
    page.choose(meeting.id)
    page.left.year.grid.setFocus()
    qtbot.keyClick(page.left.year.grid, Qt.Key.Key_Return)
    day = page.pane.detail.form.form.frame("day").control
    day.show_raw("26-05-2026")
    assert page.pane.detail.form.form.commit()
    assert demo_services.meetings.meeting(meeting.id).day == date(2026, 5, 26)
    qtbot.keyClick(page.left.year.grid, Qt.Key.Key_Delete)
    assert demo_services.meetings.meeting(meeting.id).cancelled
    names = [demo_services.database.undo().name for _ in range(2)]
    assert names == ["Aflys Personalemøde 26. maj", "Flyt Personalemøde 19. maj til 26. maj"]
    assert demo_services.meetings.meetings() == before


def test_a_meeting_without_a_series_has_no_pattern_to_change(place, demo_services):
    kind = demo_services.meetings.kinds()[0]
    alone = demo_services.meetings.add(MeetingDraft(kind.id, MAY, Times(600, 660)))
    for number in (alone, 999_999):
        place.open("meetings_series", number)
    assert place.messages.problems[0].sentence == "Mødet hører ikke til en række."
    assert len(place.messages.problems) == 2


def test_a_series_without_a_day_is_told_where_the_days_are(place, demo_services):
    page = place.open("meetings_series", 0)
    page.form.form.frame("way").control.show_raw(PICKED)
    assert page.form.form.commit()
    page.form.days.show_days((), MAY)
    count = len(demo_services.meetings.series())
    place.press("Opret række")
    assert place.page is page
    assert page.form.form.frame("way").sentence == "Vælg mindst én dato."
    assert len(demo_services.meetings.series()) == count


def test_the_dates_of_a_series_follow_what_is_changed_elsewhere(place, demo_services, qtbot):
    since = staff_meeting(demo_services)
    page = place.open("meetings_series", since.id)
    qtbot.waitUntil(lambda: bool(page.dates.days))
    kind = demo_services.meetings.kinds()[0]
    first = page.dates.days[0]
    assert not any("Støder sammen" in finding.text for finding in first.findings)
    demo_services.meetings.add(MeetingDraft(kind.id, first.where.target, Times(18 * 60, 19 * 60)))
    qtbot.waitUntil(lambda: any("Støder sammen" in found.text for found in page.dates.days[0].findings))


def test_a_meeting_left_out_by_the_filter_is_shown_when_it_is_chosen(place, demo_services):
    page = place.open("meetings")
    page.left.show_shape("coming")
    coming = page.left.coming
    team, other = demo_services.settings.open_teams()[:2]
    coming.show_for((TEAM, team.id))
    hidden = next(m for m in demo_services.meetings.meetings(MAY) if m.team_ids == {other.id})
    assert hidden.id not in coming.shown_ids
    assert coming.choose(hidden.id)
    assert coming.table.chosen_row().id == hidden.id
    assert not coming.choose(999_999)


def test_where_she_was_in_what_lies_ahead_is_kept(place, demo_services):
    page = place.open("meetings")
    coming = page.left.coming
    person = next(iter(demo_services.meetings.plan(page.year).people))
    coming.show_for((PERSON, person))
    kept = coming.place()
    coming.show_for(("all", 0))
    coming.go_to(kept)
    assert coming.place() == kept


def test_what_the_service_refuses_of_a_guest_stands_where_she_was_entered(place, demo_services):
    page = place.open("meetings")
    meeting = staff_meeting(demo_services)
    page.choose(meeting.id)
    guests = page.pane.detail.guests
    guests.open_external.click()
    guests.external.frame("name").put_text("Mette " + "Lindgaard" * 30)
    guests.add_external.click()
    assert guests.external.frame("name").sentence.startswith("Skriv højst")
    assert demo_services.meetings.meeting(meeting.id).guests == ()


def test_who_takes_part_is_told_also_where_nobody_does(place, demo_services):
    page = place.open("meetings")
    kind = next(kind for kind in demo_services.meetings.kinds() if kind.key == "netvaerk")
    page.open_record(demo_services.meetings.add(MeetingDraft(kind.id, MAY, Times(600, 660))))
    company = page.pane.detail.guests._company
    assert names_line(company).endswith("Ingen af personalet er med endnu.")


def test_bemanding_opens_on_any_day_of_the_week_and_on_the_week_of_a_saturday(place):
    for day in (date(2026, 9, day) for day in range(7, 12)):
        place.frame.open("presence", day=day)
        _row, (chosen, _band) = place.page.desk.grid.grid.cursor_keys()
        assert chosen == day
    place.frame.open("presence", day=date(2026, 9, 19))
    _row, (chosen, _band) = place.page.desk.grid.grid.cursor_keys()
    assert date(2026, 9, 14) <= chosen <= date(2026, 9, 18)
