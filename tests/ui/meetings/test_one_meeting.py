"""One meeting at the right: its fields, its stuer and guests, what is said of its date, and what can be done."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.states import PROPOSED
from ui.kit.buttons import Button
from ui.meetings.finding_lines import SOURCE_ASKED

MAY = date(2026, 5, 19)


@pytest.fixture
def page(place):
    return place.open("meetings")


@pytest.fixture
def meeting_id(page, demo_services):
    meeting = next(m for m in demo_services.meetings.meetings(MAY, MAY) if m.kind.key == "personalemoede")
    page.choose(meeting.id)
    return meeting.id


def write(page, key, text):
    """Type in a field of the meeting and leave it."""
    form = page.pane.detail.form.form
    form.frame(key).put_text(text)
    form.commit()


def read(services, meeting_id):
    return services.meetings.meeting(meeting_id)


@pytest.mark.usefixtures("meeting_id")
def test_the_head_says_when_where_and_how_many(page):
    facts = page.pane.detail.facts
    assert facts == ("Tirsdag 19. maj", "17–20", "Fællesrummet", "24 deltagere")


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("day", "26/5-2026", date(2026, 5, 26)),
        ("end", "19", 19 * 60),
        ("title", "Stormøde", "Stormøde"),
        ("place", "Salen", "Salen"),
        ("note", "Husk kage", "Husk kage"),
    ],
)
def test_a_field_is_saved_when_it_is_left(page, meeting_id, demo_services, key, text, value):
    write(page, key, text)
    assert getattr(read(demo_services, meeting_id), key) == value


def test_a_later_start_takes_the_end_along(page, meeting_id, demo_services):
    write(page, "start", "18.30")
    after = read(demo_services, meeting_id)
    assert (after.start, after.end) == (18 * 60 + 30, 21 * 60 + 30)
    assert page.pane.detail.form.form.frame("end").kept == after.end


def test_an_end_before_the_start_is_refused_at_its_field(page, meeting_id, demo_services):
    write(page, "end", "16.00")
    assert "før det begynder" in page.pane.detail.form.form.frame("end").sentence
    assert read(demo_services, meeting_id).end == 20 * 60


def test_a_cpr_number_in_the_title_is_refused(page, meeting_id, demo_services):
    write(page, "title", "Møde om 010190-1234")
    assert page.pane.detail.form.form.frame("title").sentence
    assert read(demo_services, meeting_id).title == "Personalemøde"


def test_what_is_typed_is_saved_when_another_meeting_is_chosen(page, meeting_id, demo_services):
    page.pane.detail.form.form.frame("place").put_text("Haven")
    page.choose(next(m.id for m in demo_services.meetings.meetings() if m.id != meeting_id and m.day > MAY))
    assert read(demo_services, meeting_id).place == "Haven"


def test_a_stue_is_ticked(page, meeting_id, demo_services):
    team = demo_services.settings.open_teams()[0]
    page.pane.detail.form.teams.box(team.id).click()
    assert read(demo_services, meeting_id).team_names == (team.name,)
    assert page.pane.detail.facts[3] != "24 deltagere"


def test_an_external_participant_is_invited_and_removed(page, meeting_id, demo_services, place):
    guests = page.pane.detail.guests
    guests.open_external.click()
    for key, text in (("name", "Mette Lind"), ("role", "konsulent"), ("mail", "ml@example.org")):
        guests.external.frame(key).put_text(text)
    guests.add_external.click()
    assert [guest.text for guest in read(demo_services, meeting_id).guests] == ["Mette Lind, konsulent"]
    assert place.messages.told[-1] == "Mette Lind er inviteret"
    remove = next(b for b in guests.findChildren(Button) if b.accessibleName() == "Fjern Mette Lind fra mødet")
    remove.click()
    assert read(demo_services, meeting_id).guests == ()


def test_an_external_participant_is_typed_and_entered_where_it_is_seen(page, meeting_id, demo_services, place, qtbot):
    place.room.resize(1366, 768)
    guests = page.pane.detail.guests
    qtbot.mouseClick(guests.open_external, Qt.MouseButton.LeftButton)
    field, add = guests.external.frame("name").control, guests.add_external
    qtbot.waitUntil(lambda: add.visibleRegion().boundingRect() == add.rect())
    assert field.visibleRegion().boundingRect() == field.rect()
    assert place.room.focusWidget() is field
    qtbot.keyClicks(field, "Mette Lind")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [guest.name for guest in read(demo_services, meeting_id).guests] == ["Mette Lind"]


@pytest.mark.parametrize("shape", ["year", "coming"])
def test_after_cancelling_the_keyboard_is_in_the_plan_and_enter_starts_nothing(page, meeting_id, place, qtbot, shape):
    page.left.show_shape(shape)
    page.choose(meeting_id)
    cancel = next(b for b in page.pane.findChildren(Button) if b.text() == "Aflys mødet" and b.isVisible())
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Space)
    assert place.room.focusWidget() is page.left.pane
    qtbot.keyClick(place.room.focusWidget(), Qt.Key.Key_Return)
    assert place.page is page


@pytest.mark.usefixtures("meeting_id")
def test_an_external_participant_without_a_name_is_told_at_the_field(page):
    guests = page.pane.detail.guests
    guests.open_external.click()
    guests.add_external.click()
    assert guests.external.frame("name").sentence == "Skriv navnet på den eksterne deltager."


def test_somebody_of_the_staff_is_invited(page, demo_services):
    meeting = next(m for m in demo_services.meetings.meetings(MAY) if m.kind.key == "stuemoede")
    page.choose(meeting.id)
    who = page.pane.detail.guests.who.frame("who")
    option = who.field.options[0]
    who.control.show_raw(option.key)
    who.control.left.emit()
    assert option.key in [guest.employee_id for guest in read(demo_services, meeting.id).guests]


@pytest.mark.usefixtures("meeting_id")
def test_each_remark_has_a_way_on_and_a_source(page, qtbot):
    remarks = page.pane.detail.remarks
    names = [button.text() for button in remarks.findChildren(Button) if button.isVisible()]
    assert {"Flyt til 26. maj", "Ret datoen", "Ret sluttiden", SOURCE_ASKED} <= set(names)
    asked = next(
        button for button in remarks.findChildren(Button) if button.isVisible() and button.text() == SOURCE_ASKED
    )
    qtbot.mouseClick(asked, Qt.MouseButton.LeftButton)
    assert any(label.text().startswith("Kilde: ") and label.isVisible() for label in remarks.sources)


def test_the_reason_of_a_move_is_asked_for_when_it_has_been_moved(page, meeting_id, demo_services):
    because = page.pane.detail.form.form.frame("because")
    assert because.isHidden()
    write(page, "day", "26/5-2026")
    assert because.isVisible()
    assert demo_services.database.undo_name() == "Flyt Personalemøde 19. maj til 26. maj"
    write(page, "because", "temadag i klyngen")
    assert read(demo_services, meeting_id).because == "temadag i klyngen"
    assert page.pane.detail.moved == "Flyttet fra 19. maj på grund af temadag i klyngen."


def test_the_way_to_bemanding_goes_to_the_meetings_day(page, place, demo_services):
    day = date(2026, 5, 20)
    kind = next(kind for kind in demo_services.meetings.kinds() if kind.key == "personalemoede")
    page.open_record(demo_services.meetings.add(MeetingDraft(kind.id, day, Times(10 * 60, 11 * 60))))
    way = next(b for b in page.pane.detail.remarks.findChildren(Button) if b.text() == "Find afløser i Bemanding")
    way.click()
    assert place.page.feature == "presence"
    _row, (chosen, _band) = place.page.desk.grid.grid.cursor_keys()
    assert chosen == day


def test_a_way_on_moves_the_meeting(page, meeting_id, demo_services, place):
    way = next(b for b in page.pane.detail.remarks.findChildren(Button) if b.text() == "Flyt til 26. maj")
    way.click()
    assert read(demo_services, meeting_id).day == date(2026, 5, 26)
    assert place.messages.told[-1] == "Personalemøde 19. maj er flyttet til 26. maj"


@pytest.mark.parametrize(
    ("name", "attribute", "value"),
    [
        ("Flyt mødet en uge frem", "day", date(2026, 5, 26)),
        ("Flyt mødet en uge tilbage", "day", date(2026, 5, 12)),
        ("Forlæng mødet 15 minutter", "end", 20 * 60 + 15),
        ("Forkort mødet 15 minutter", "end", 19 * 60 + 45),
        ("Sæt som holdt", "state", "held"),
        ("Aflys mødet", "state", "cancelled"),
    ],
)
def test_what_the_menu_does(place, meeting_id, demo_services, name, attribute, value):
    place.press(name)
    assert getattr(read(demo_services, meeting_id), attribute) == value


def test_a_cancelled_meeting_is_reinstated(page, place, meeting_id, demo_services):
    place.press("Aflys mødet")
    shut = {a.name: a.why_not() for a in page.page_actions()}
    assert shut["Aflys mødet"] == "Mødet er allerede aflyst."
    assert shut["Flyt mødet en uge frem"] == "Mødet er aflyst. Genopret det først."
    place.press("Genopret mødet")
    assert read(demo_services, meeting_id).state == "planned"


def test_a_proposed_meeting_is_agreed_on(page, place, demo_services):
    kind = demo_services.meetings.kinds()[0]
    draft = MeetingDraft(kind.id, date(2026, 6, 4), Times(600, 660), state=PROPOSED)
    meeting_id = demo_services.meetings.add(draft)
    place.open("meetings", meeting_id)
    assert any(b.text() == "Sæt som planlagt" for b in page.pane.detail.remarks.findChildren(Button))
    place.press("Sæt som planlagt")
    assert read(demo_services, meeting_id).state == "planned"


def test_one_meeting_becomes_a_calendar_file(place, tmp_path, meeting_id, demo_services):
    place.messages.files = [tmp_path / "mødet"]
    place.press("Mødet som kalenderfil")
    text = (tmp_path / "mødet.ics").read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == 1
    assert read(demo_services, meeting_id).uid in text


def test_more_shows_only_what_can_be_done(page, place, meeting_id):  # noqa: ARG001 -- it chooses the meeting
    place.press("Aflys mødet")
    menu = page.pane.detail.more.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        "Ret mønster fra her…",
        "Mødet som kalenderfil",
        "Genopret mødet",
    ]
