from dataclasses import dataclass, field
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.base.cpr import CPR_SENTENCE
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import doubt_weekly_hours
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.line_input import Trouble

TODAY = date(2026, 3, 12)
ROLES = (Option("P", "Pædagog"), Option("PM", "Pædagogmedhjælper"))
FIELDS = (
    Field("name", "Navn", required="Skriv et navn.", span=6),
    Field("mail", "E-mail", FieldKind.MAIL, span=6),
    Field("start", "Ansat fra", FieldKind.DATE, span=4),
    Field("end", "Sidste dag", FieldKind.DATE, span=4),
    Field("hours", "Timer pr. uge", FieldKind.HOURS, span=4, doubt=doubt_weekly_hours),
    Field("role", "Stilling", FieldKind.CHOICE, options=ROLES, span=6),
    Field("counts", "Tæller med", FieldKind.CHECK, span=6),
    Field("weeks", "Uger", FieldKind.STEPPER, low=1, high=8),
    Field("notes", "Praktisk note", FieldKind.MULTILINE),
)
NANNA = {
    "name": "Nanna Granly",
    "start": date(2024, 6, 1),
    "hours": 1920,
    "role": "P",
    "weeks": 2,
    "notes": "Nøgle nr. 7.",
}


@dataclass
class Staff:
    """Keeps what a service would keep, with one rule between two fields."""

    values: dict[str, object] = field(default_factory=lambda: dict(NANNA))
    saved: list[tuple[str, object]] = field(default_factory=list)

    def save(self, key, value):
        after = self.values | {key: value}
        if after.get("end") and after["end"] < after["start"]:
            raise UserProblem("Sidste dag ligger før ansættelsen.", field="end", suggestion="01-05-2027")
        self.values = after
        self.saved.append((key, value))


@pytest.fixture
def staff():
    return Staff()


@pytest.fixture
def form(qtbot, theme, staff):
    window = QWidget()
    form = Form(theme, FIELDS, today=lambda: TODAY, save=staff.save)
    QVBoxLayout(window).addWidget(form)
    form.load(NANNA)
    qtbot.addWidget(window)
    window.resize(840, 700)
    with qtbot.waitExposed(window):
        window.show()
    yield form
    window.close()


def type_in(qtbot, form, key, text):
    """Click in a field, replace what stands there, and leave with Tab."""
    control = form.frame(key).control
    qtbot.mouseClick(control.viewport() if hasattr(control, "viewport") else control, Qt.MouseButton.LeftButton)
    control.setFocus()
    control.selectAll()
    qtbot.keyClick(control, Qt.Key.Key_Delete)
    qtbot.keyClicks(control, text)
    qtbot.keyClick(control, Qt.Key.Key_Tab)


def test_a_field_is_saved_when_it_is_left_and_says_so(qtbot, form, staff):
    with qtbot.waitSignal(form.saved):
        type_in(qtbot, form, "start", "1/9 24")
    assert staff.saved == [("start", date(2024, 9, 1))]
    assert form.frame("start").control.text() == "01-09-2024"
    assert form.frame("start")._saved.isVisible()


def test_a_date_without_a_year_is_taken_and_the_year_is_shown(qtbot, form, staff):
    type_in(qtbot, form, "end", "20/3")
    assert staff.saved == [("end", date(2026, 3, 20))]
    assert form.frame("end").control.text() == "20-03-2026"


def test_only_the_field_saved_last_says_saved(qtbot, form):
    type_in(qtbot, form, "name", "Nanna G.")
    type_in(qtbot, form, "hours", "30")
    assert [key for key in form.values() if form.frame(key)._saved.isVisible()] == ["hours"]


def test_what_was_taken_back_no_longer_says_saved(qtbot, form):
    type_in(qtbot, form, "name", "Nanna Holm")
    assert form.frame("name")._saved.isVisible()
    form.refresh(NANNA)
    assert form.values()["name"] == "Nanna Granly"
    assert not form.frame("name")._saved.isVisible()


def test_nothing_is_said_or_saved_while_typing(qtbot, form, staff):
    control = form.frame("start").control
    control.setFocus()
    control.selectAll()
    qtbot.keyClicks(control, "31-02-")
    assert form.frame("start").trouble is Trouble.NONE
    assert staff.saved == []


def test_what_cannot_be_read_keeps_its_text_and_is_not_saved(qtbot, form, staff):
    with qtbot.waitSignal(form.unsaved_changed, check_params_cb=lambda count: count == 1):
        type_in(qtbot, form, "start", "31-02-2026")
    frame = form.frame("start")
    assert (frame.trouble, frame.control.text(), staff.saved) == (Trouble.PROBLEM, "31-02-2026", [])
    assert frame.sentence == "Februar 2026 har kun 28 dage. Mente du 28-02-2026?"
    assert frame.control.accessibleDescription() == frame.sentence


def test_a_click_on_the_suggestion_mends_and_saves_the_field(qtbot, form, staff):
    type_in(qtbot, form, "start", "31-02-2026")
    line = form.frame("start")._message
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.link_rect().center())
    assert staff.saved == [("start", date(2026, 2, 28))]
    assert form.frame("start").trouble is Trouble.NONE


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_suggestion_is_reached_by_keyboard_too(qtbot, form, staff, key):
    type_in(qtbot, form, "start", "31-02-2026")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_F8)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    line = form.frame("start")._message
    assert line.hasFocus()
    qtbot.keyClick(line, key)
    assert staff.saved == [("start", date(2026, 2, 28))]


def test_beside_the_link_nothing_is_clicked(qtbot, form, staff):
    type_in(qtbot, form, "start", "31-02-2026")
    line = form.frame("start")._message
    qtbot.mouseMove(line, line.rect().topLeft())
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().topLeft())
    assert staff.saved == []


def test_a_problem_the_service_finds_stands_at_the_field_it_names(qtbot, form, staff):
    type_in(qtbot, form, "end", "01-05-2024")
    assert form.frame("end").sentence == "Sidste dag ligger før ansættelsen. Mente du 01-05-2027?"
    assert staff.saved == []


def test_a_field_that_waits_for_another_is_saved_when_that_is_mended(qtbot, form, staff):
    type_in(qtbot, form, "end", "01-07-2024")
    type_in(qtbot, form, "start", "01-08-2024")
    assert form.frame("end").trouble is form.frame("start").trouble is Trouble.PROBLEM
    type_in(qtbot, form, "end", "01-05-2027")
    assert staff.saved[-2:] == [("end", date(2027, 5, 1)), ("start", date(2024, 8, 1))]
    assert form.frame("end").trouble is form.frame("start").trouble is Trouble.NONE


def test_a_doubt_is_shown_and_saved_all_the_same(qtbot, form, staff):
    type_in(qtbot, form, "mail", "karen.u@example")
    assert form.frame("mail").trouble is Trouble.DOUBT
    type_in(qtbot, form, "hours", "300")
    assert form.frame("hours").sentence.startswith("300 timer om ugen er flere, end der er i en uge. Mente du 30?")
    assert staff.saved == [("mail", "karen.u@example"), ("hours", 18000)]


def test_the_guess_in_a_doubt_can_be_clicked(qtbot, form, staff):
    type_in(qtbot, form, "hours", "300")
    line = form.frame("hours")._message
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.link_rect().center())
    assert staff.saved[-1] == ("hours", 1800)
    assert form.frame("hours").trouble is Trouble.NONE


def test_a_cpr_number_is_refused_in_a_line(qtbot, form, staff):
    type_in(qtbot, form, "name", "Nanna 010190-0000")
    assert form.frame("name").sentence == CPR_SENTENCE
    assert staff.saved == []


def test_a_cpr_number_in_a_note_is_saved_marked_and_can_be_taken_out(qtbot, form, staff):
    type_in(qtbot, form, "notes", "Nøgle nr. 7. 010190-0000")
    frame = form.frame("notes")
    assert staff.saved == [("notes", "Nøgle nr. 7. 010190-0000")]
    assert (frame.trouble, frame.sentence) == (Trouble.DOUBT, f"{CPR_SENTENCE} Fjern nummeret")
    qtbot.mouseClick(frame._message, Qt.MouseButton.LeftButton, pos=frame._message.link_rect().center())
    assert staff.saved[-1] == ("notes", "Nøgle nr. 7.")
    assert frame.trouble is Trouble.NONE


def test_the_cpr_number_is_underlined_where_it_stands(qtbot, form):
    type_in(qtbot, form, "notes", "Nøgle 010190-0000")
    block = form.frame("notes").control.document().firstBlock()
    assert [(part.start, part.length) for part in block.layout().formats()] == [(6, 11)]


def test_choices_are_saved_as_they_are_made(qtbot, form, staff):
    qtbot.keyClick(form.frame("role").control, Qt.Key.Key_Down)
    check = form.frame("counts").control
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=check.rect().topLeft() + check.rect().center() * 0.1)
    qtbot.keyClick(form.frame("weeks").control.focusProxy(), Qt.Key.Key_Up)
    assert staff.saved == [("role", "PM"), ("counts", True), ("weeks", 3)]


def test_escape_takes_a_field_back(qtbot, form, staff):
    control = form.frame("name").control
    control.setFocus()
    control.selectAll()
    qtbot.keyClicks(control, "Nann")
    qtbot.keyClick(control, Qt.Key.Key_Escape)
    assert control.text() == "Nanna Granly"
    type_in(qtbot, form, "start", "31-02-2026")
    qtbot.keyClick(form.frame("start").control, Qt.Key.Key_Escape)
    assert (form.frame("start").trouble, form.frame("start").control.text()) == (Trouble.NONE, "01-06-2024")
    assert staff.saved == []


def test_escape_in_an_empty_required_field_complains_of_nothing(qtbot, theme):
    form = Form(theme, FIELDS, today=lambda: TODAY)
    qtbot.addWidget(form)
    qtbot.keyClicks(form.frame("name").control, "Ida")
    qtbot.keyClick(form.frame("name").control, Qt.Key.Key_Escape)
    assert (form.frame("name").text, form.frame("name").sentence) == ("", "")


def test_commit_tries_again_what_was_mended_and_not_left(qtbot, form, staff):
    type_in(qtbot, form, "start", "31-02-2026")
    control = form.frame("start").control
    control.setFocus()
    control.selectAll()
    qtbot.keyClicks(control, "1-3-26")
    assert form.commit()
    assert staff.saved == [("start", date(2026, 3, 1))]


def test_f8_goes_from_problem_to_problem(qtbot, form):
    type_in(qtbot, form, "start", "aldrig")
    type_in(qtbot, form, "name", "")
    form.frame("mail").control.setFocus()
    visited = []
    for _ in range(3):
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_F8)
        visited.append(next(key for key in form.values() if form.frame(key).control.hasFocus()))
    assert visited == ["start", "name", "start"]


def test_enter_saves_without_leaving(qtbot, form, staff):
    control = form.frame("name").control
    control.setFocus()
    control.selectAll()
    qtbot.keyClicks(control, "Nanna G.")
    qtbot.keyClick(control, Qt.Key.Key_Return)
    assert staff.saved == [("name", "Nanna G.")]


def test_leaving_without_a_change_saves_nothing(qtbot, form, staff):
    for key in ("name", "start", "notes"):
        form.frame(key).control.setFocus()
        qtbot.keyClick(form.frame(key).control, Qt.Key.Key_Tab)
    assert staff.saved == []


def test_commit_saves_what_is_typed_before_the_page_is_left(qtbot, form, staff):
    control = form.frame("name").control
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_End)
    qtbot.keyClicks(control, "!")
    assert form.commit()
    assert staff.saved == [("name", "Nanna Granly!")]
    qtbot.keyClicks(form.frame("start").control, "x")
    assert not form.commit()


def test_a_refresh_leaves_alone_what_is_being_typed(qtbot, form):
    control = form.frame("name").control
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_End)
    qtbot.keyClicks(control, " Ny")
    form.refresh({"name": "En anden", "mail": "ny@example.dk"})
    assert control.text() == "Nanna Granly Ny"
    assert form.frame("mail").control.text() == "ny@example.dk"


def test_unsaved_texts_survive_as_a_draft(qtbot, form):
    type_in(qtbot, form, "start", "31-02-2026")
    texts = form.unsaved_texts()
    assert texts == {"start": "31-02-2026"}
    form.load(NANNA)
    assert form.unsaved_texts() == {}
    form.restore_texts(texts)
    assert form.frame("start").control.text() == "31-02-2026"


def test_a_new_record_is_read_as_a_whole(qtbot, theme):
    form = Form(theme, FIELDS, today=lambda: TODAY)
    qtbot.addWidget(form)
    form.show()
    assert form.read_all() is None
    assert form.frame("name").sentence == "Skriv et navn."
    assert form.focusWidget() is form.frame("name").control
    type_in(qtbot, form, "name", "Ida Ny")
    values = form.read_all()
    assert values is not None
    assert (values["name"], values["start"], values["mail"], values["counts"]) == ("Ida Ny", None, "", False)


def test_what_is_found_wrong_by_whoever_finishes_a_form_stays_until_something_else_stands_there(qtbot, theme):
    form = Form(theme, FIELDS, today=lambda: TODAY)
    qtbot.addWidget(form)
    form.load(NANNA)
    form.entered.connect(lambda: form.show_problem(UserProblem("Ligger i en lukkeuge.", field="start")))
    start = form.frame("start")
    qtbot.keyClick(start.control, Qt.Key.Key_Return)
    assert start.sentence == "Ligger i en lukkeuge."
    start.put_text("02-06-2024")
    start.control.left.emit()
    assert start.sentence == ""


def test_a_problem_of_another_form_is_not_shown_here(form):
    assert not form.show_problem(UserProblem("Findes allerede.", field="number"))
    assert form.show_problem(UserProblem("Findes allerede.", field="name"))
    assert form.frame("name").sentence == "Findes allerede."


def test_every_field_has_a_spoken_name_and_plain_text(form):
    for frame in (form.frame(key) for key in form.values()):
        assert frame.control.accessibleName() == frame.field.label


@pytest.mark.parametrize(("width", "rows"), [(840, 5), (360, 7)])
def test_fields_go_to_more_rows_where_there_is_less_room(form, width, rows):
    form.window().resize(width, 900)
    form.window().layout().activate()
    tops = {form.frame(key).y() for key in form.values() if key != "counts"}
    assert len(tops) == rows
    role, counts = form.frame("role"), form.frame("counts")
    assert abs(role.y() + role.middle() - counts.y() - counts.middle()) <= 1  # the tick beside it is level with it
    assert all(form.frame(key).geometry().right() <= form.width() for key in form.values())


def test_a_number_out_of_bounds_in_a_stepper_is_said_at_its_field(qtbot, form):
    number = form.frame("weeks").control._number
    number.selectAll()
    qtbot.keyClicks(number, "40")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert form.frame("weeks").sentence == "Skriv et antal mellem 1 og 8."
    assert (form.frame("weeks").kept, number.text()) == (2, "40")
    assert form.read_all() is None, "what stands there is never taken for the number before"


def test_a_choice_is_never_narrower_than_what_may_be_chosen_unless_that_is_very_long(qtbot, theme):  # noqa: ARG001 -- its fonts
    short, long = ChoiceInput((Option(1, "Mariehønen og Ræven"),)), ChoiceInput((Option(1, "M" * 200),))
    for choice in (short, long):
        qtbot.addWidget(choice)
    assert short.minimumSizeHint().width() > short.fontMetrics().horizontalAdvance("Mariehønen og Ræven")
    assert long.minimumSizeHint().width() < 400
