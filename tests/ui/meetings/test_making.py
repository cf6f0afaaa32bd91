"""Meetings are made: a single one, the usual rhythm of a year, series by rule and by hand; and given out on paper."""

from datetime import date
from io import BytesIO

import pypdf
import pytest
from PySide6.QtCore import Qt

from dagleder.base.errors import UserProblem
from dagleder.meetings.plan_year import PlanYear
from ui.meetings.series_entry import NTH, PICKED, WEEKS, parse_weeks


def put(form, **texts):
    """Fill in fields as if each was left."""
    for key, raw in texts.items():
        form.frame(key).control.show_raw(raw)
    assert form.commit()


def test_a_single_meeting_is_made(place, demo_services):
    page = place.open("meetings")
    place.press("Nyt møde")
    panel = page.panel
    put(panel.form, title="Kaffemøde", day="03-06-2026", start="10.00", end="10.45")
    panel.finish()
    made = demo_services.meetings.meeting(page.left.year.grid.chosen_id)
    assert (made.title, made.day, made.start, made.end) == ("Kaffemøde", date(2026, 6, 3), 600, 645)
    assert place.messages.told[-1] == "Mødet 3. juni er oprettet"


def test_a_new_meeting_takes_length_and_place_from_its_kind(place, demo_services):
    page = place.open("meetings")
    place.press("Nyt møde")
    kind = next(k for k in demo_services.meetings.kinds() if k.key == "p_moede")
    put(page.panel.form, kind_id=kind.id)
    assert page.panel.form.frame("end").kept == 13 * 60 + 90


def test_what_is_wrong_with_a_new_meeting_stands_at_its_field(place, demo_services, qtbot):
    page = place.open("meetings")
    place.press("Nyt møde")
    count = len(demo_services.meetings.meetings())
    panel = page.panel
    panel.form.frame("end").control.show_raw("9.00")
    panel.finish()
    assert "før det begynder" in panel.form.frame("end").sentence
    assert len(demo_services.meetings.meetings()) == count
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert page.panel is None


def test_the_rhythm_of_a_year_is_laid_once(place, demo_services):
    page = place.open("meetings_plan", 2028)
    assert page.chosen
    place.press("Læg møderne")
    laid = len(demo_services.meetings.meetings(date(2028, 1, 1), date(2028, 12, 31)))
    assert place.messages.told[-1] == f"{laid} møder er lagt i 2028"
    again = place.open("meetings_plan", 2028)
    action = again.page_actions()[0]
    assert action.why_not() == "Mødeplanen for 2028 er allerede lagt."


def test_one_undo_takes_the_whole_year_back(place, demo_services):
    place.open("meetings_plan", 2028)
    place.press("Læg møderne")
    place.messages.choose("Fortryd")
    assert demo_services.meetings.meetings(date(2028, 1, 1), date(2028, 12, 31)) == ()


def test_meetings_are_switched_off_one_by_one_and_by_kind(place, demo_services, qtbot):
    page = place.open("meetings_plan", 2028)
    everything = len(page.chosen)
    page.table.choose_first()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert len(page.chosen) == everything - 1
    kinds = {line.meeting.kind.name: line.meeting.kind for line in page.chosen}
    box = next(box for box in page.kind_boxes if box.text().startswith("Stuemøde"))
    box.click()
    assert "Stuemøde" not in {line.meeting.kind.name for line in page.chosen}
    place.press("Læg møderne")
    laid = demo_services.meetings.meetings(date(2028, 1, 1), date(2028, 12, 31))
    assert {meeting.kind.name for meeting in laid} == set(kinds) - {"Stuemøde"}


def test_every_line_has_its_reason(place):
    page = place.open("meetings_plan", 2028)
    assert all(line.meeting.reason for line in page.chosen)


def test_a_new_series_by_rule(place, demo_services, qtbot):
    page = place.open("meetings_series", 0)
    kind = next(k for k in demo_services.meetings.kinds() if k.key == "ledermoede")
    put(page.form.form, kind_id=kind.id, way=WEEKS, every_weeks=2, first="01-06-2026", last="29-06-2026", start="9.00")
    qtbot.waitUntil(lambda: len(page.dates.days) == 2)
    place.press("Opret række")
    own = [m for m in demo_services.meetings.meetings() if m.kind.key == "ledermoede"]
    assert [m.day for m in own] == [date(2026, 6, 2), date(2026, 6, 16)]
    assert all((m.start, m.end) == (540, 660) for m in own)


def test_a_series_of_hand_picked_days(place, demo_services):
    page = place.open("meetings_series", 0)
    kind = next(k for k in demo_services.meetings.kinds() if k.key == "netvaerk")
    put(page.form.form, kind_id=kind.id, way=PICKED)
    page.form.days.show_days((date(2026, 5, 6), date(2026, 9, 9)), date(2026, 5, 6))
    place.press("Opret række")
    assert [m.day for m in demo_services.meetings.meetings() if m.kind.key == "netvaerk"] == [
        date(2026, 5, 6),
        date(2026, 9, 9),
    ]


def test_a_pattern_changed_from_a_meeting_on_keeps_the_past(place, demo_services):
    before = demo_services.meetings.meetings(date(2026, 1, 1), date(2026, 12, 31))
    own = [m for m in before if m.kind.key == "personalemoede"]
    since = next(m for m in own if m.day == date(2026, 5, 19))
    page = place.open("meetings_series", since.id)
    put(page.form.form, nth=2, start="16.00")
    place.press("Opret række")  # its name says 'Ret fra 19. maj'
    after = [m for m in demo_services.meetings.meetings() if m.series_id == since.series_id]
    assert [(m.id, m.day) for m in after if m.day < since.day] == [(m.id, m.day) for m in own if m.day < since.day]
    later = [m for m in after if m.day >= since.day and not m.cancelled]
    assert later
    assert all(m.start == 16 * 60 and 8 <= m.day.day <= 14 for m in later)


def test_a_rule_without_dates_says_so(place, qtbot):
    page = place.open("meetings_series", 0)
    put(page.form.form, way=NTH, first="01-07-2026", last="31-07-2026")
    qtbot.waitUntil(lambda: "ingen datoer" in page.dates.problem)
    place.press("Opret række")
    assert "ingen datoer" in page.form.form.frame("last").sentence


@pytest.mark.parametrize(("text", "weeks"), [("7, 42 og 52", (7, 42, 52)), ("uge 8", (8,)), ("42 7 7", (7, 42))])
def test_weeks_are_read_as_they_are_written(text, weeks):
    assert parse_weeks(text) == weeks


@pytest.mark.parametrize("text", ["54", "0", "syv", "7-9"])
def test_what_is_no_week_is_refused(text):
    with pytest.raises(UserProblem) as refused:
        parse_weeks(text)
    assert refused.value.field == "excluded_weeks"


def test_the_plan_goes_to_paper_and_files(place, tmp_path, demo_services):
    place.open("meetings")
    place.press("Udskriv mødeplan")
    job = place.papers[-1]
    assert job.build(job.options).startswith(b"%PDF")
    excel, calendar = (kind.build(job.options) for kind in job.formats)
    assert excel.startswith(b"PK")
    assert calendar.startswith(b"BEGIN:VCALENDAR")
    team = demo_services.settings.open_teams()[0]
    mine = job.formats[1].build({**job.options, "whose": ("team", team.id)})
    assert mine.count(b"BEGIN:VEVENT") < calendar.count(b"BEGIN:VEVENT")
    place.open("meetings")  # from the preview, which is in front
    place.messages.files = [tmp_path / "plan.ics", None]
    place.press("Kalenderfil (.ics)")
    assert (tmp_path / "plan.ics").read_bytes().count(b"BEGIN:VEVENT") == calendar.count(b"BEGIN:VEVENT")
    place.press("Kalenderfil (.ics)")
    assert len(place.messages.told) == 1


def test_a_paper_given_out_is_a_version_once(place, demo_services):
    meeting = next(m for m in demo_services.meetings.meetings(date(2026, 9, 1)) if m.kind.key == "personalemoede")
    demo_services.meetings.cancel(meeting.id)
    place.open("meetings")
    place.press("Udskriv mødeplan")
    job = place.papers[-1]
    chosen = {**job.options, "version": True, "form": "list"}

    def numbers():
        return [version.number for version in demo_services.meetings.plan(PlanYear(2026)).versions]

    text = pypdf.PdfReader(BytesIO(job.build(chosen))).pages[0].extract_text()
    assert "version 2, 12. marts 2026" in text
    assert numbers() == [1], "looking at it gives nothing out"
    job.printed(job.options)
    assert numbers() == [1]
    for _ in range(2):
        job.printed(chosen)
    assert numbers() == [2, 1]


def test_what_lies_ahead_is_filtered_by_stue_and_person(place, demo_services):
    page = place.open("meetings")
    page.left.show_shape("coming")
    coming = page.left.coming
    everything = set(coming.shown_ids)
    team = demo_services.settings.open_teams()[0]
    coming.whose.setCurrentIndex(1)
    coming.whose.activated.emit(1)
    shown = [demo_services.meetings.meeting(number) for number in coming.shown_ids]
    assert 0 < len(shown) < len(everything)
    assert all(not m.teams or team.id in m.team_ids for m in shown)
    person = next(iter(demo_services.meetings.plan(page.year).people))
    page.open_about(person)
    assert set(coming.shown_ids) < everything
