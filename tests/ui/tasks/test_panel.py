"""One task in the panel: its fields, its checklist, its people, what it asks for, and how it is followed up."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from dagleder.tasks.delegation import DelegationDraft
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.states import Mandate, Part, State
from tests.ui.grabs import settle
from tests.ui.tasks.conftest import TODAY, days
from tests.ui.tasks.test_list import pick
from ui.kit.buttons import Button
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.label import Label


@pytest.fixture
def late(page, tasks, place, qtbot):
    """The first task, opened by Enter."""
    page.list.table.setFocus()
    page.list.choose(tasks["late"])
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert place.room.focusWidget() is page.pane.form.form.frame("title").control
    return tasks["late"]


def write(page, key, text):
    """Type in a field and leave it."""
    page.pane.form.form.frame(key).put_text(text)
    page.pane.form.form.commit()


def choose(page, key, value):
    pick(page.pane.form.form.frame(key).control, value)
    page.pane.form.form.frame(key).control.left.emit()


def click_row(page, qtbot, task_id):
    table = page.list.table
    where = table.visualRect(table.rows.index(table.rows.line_of(task_id), 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert table.chosen_row().task.id == task_id


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("title", "Eftersyn af legeplads", "Eftersyn af legeplads"),
        ("due", "20/3-2026", date(2026, 3, 20)),
        ("first", "1/3-2026", date(2026, 3, 1)),
        ("minutes", "2,5", 150),
        ("theme", "Ude", "Ude"),
        ("description", "Husk målebånd", "Husk målebånd"),
    ],
)
def test_a_field_is_saved_when_it_is_left(page, late, read, key, text, value):
    write(page, key, text)
    assert getattr(read(late), key) == value


@pytest.mark.usefixtures("late")
def test_a_title_must_be_there_and_a_period_must_have_its_order(page, read, tasks):
    write(page, "title", "")
    assert page.pane.form.form.frame("title").sentence == "Skriv hvad opgaven hedder."
    write(page, "first", "1/5-2026")
    assert "før" in page.pane.form.form.frame("due").sentence
    assert (read(tasks["late"]).title, read(tasks["late"]).first) == ("Legepladseftersyn", None)


def test_hours_a_week_ask_for_hours_first(page, late, read):
    box = page.pane.form.form.frame("weekly").control
    box.click()
    assert page.pane.form.form.frame("minutes").sentence == "Skriv hvor mange timer om ugen."
    write(page, "minutes", "2")
    assert (read(late).minutes, read(late).weekly) == (120, True)


@pytest.mark.usefixtures("late")
def test_the_tick_for_hours_a_week_stands_level_with_the_hours(page, place):
    place.room.resize(1440, 900)
    settle(place.room)
    fields = page.pane.form.form.frame("minutes").control, page.pane.form.form.frame("weekly").control
    hours, tick = (each.mapTo(page.pane, each.rect().center()) for each in fields)
    assert abs(hours.y() - tick.y()) <= 1
    assert hours.x() < tick.x()


def test_a_task_that_comes_again_is_laid_anew_when_it_is_done(page, late, read, demo_services, place):
    choose(page, "repeat", Repeat(1, Unit.MONTHS))
    assert read(late).repeat is not None
    place.press("Sæt som færdig")
    assert place.messages.told[-1] == "Legepladseftersyn er færdig. Den næste er lagt"
    again = next(task for task in demo_services.tasks.tasks() if task.title == "Legepladseftersyn")
    assert again.due == date(2026, 4, 10)


def test_the_kind_brings_what_it_asks_for(page, late, read, kinds):
    choose(page, "kind_id", kinds["sprogvurdering"].id)
    assert [need.text for need in read(late).needs] == ["Sprogvurdering 3+"]
    choose(page, "kind_id", None)
    assert read(late).needs == ()


def test_how_much_is_delegated_is_chosen(page, late, read):
    choose(page, "mandate", Mandate.DECIDE)
    assert read(late).mandate is Mandate.DECIDE


# the checklist


def test_a_line_is_added_by_enter_and_the_next_can_be_written(page, late, read, qtbot):
    new = page.pane.checklist.new
    for text in ("Mål fald", "Tag billeder"):
        new.setFocus()
        qtbot.keyClicks(new, text)
        qtbot.keyClick(new, Qt.Key.Key_Return)
    assert [step.text for step in read(late).steps][3:] == ["Mål fald", "Tag billeder"]
    assert new.text() == ""


def test_a_line_is_ticked_and_the_task_has_begun(page, late, read):
    page.pane.checklist.box(1).click()
    assert [step.done_on for step in read(late).steps] == [TODAY, TODAY, None]
    assert read(late).state is State.STARTED


def test_a_line_is_written_moved_and_removed_by_keys(page, late, read, qtbot, place):
    checklist = page.pane.checklist
    checklist.text(2).setText("Skriv til Teknik")
    checklist.text(2).left.emit()
    checklist.text(2).setFocus()
    qtbot.keyClick(checklist.text(2), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [step.text for step in read(late).steps] == ["Bestil sand", "Skriv til Teknik", "Gå rundt"]
    assert place.room.focusWidget() is page.pane.checklist.text(1)
    removing = (b for b in checklist.findChildren(Button) if b.accessibleName() == "Fjern “Gå rundt”")
    next(button for button in removing if button.isVisible()).click()
    assert [step.text for step in read(late).steps] == ["Bestil sand", "Skriv til Teknik"]
    assert place.messages.told[-1] == "“Gå rundt” er fjernet"


# who has it


def test_somebody_is_added_and_gets_another_part(page, late, read, staff):
    pick(page.pane.people.add, staff["Karen"])
    assert [(person.called, person.part) for person in read(late).people] == [
        ("Otto", Part.OWNER),
        ("Karen", Part.LEARNER),
    ]


def test_without_the_last_who_had_it_it_is_nobodys(page, late, read):
    remove = next(b for b in page.pane.people.findChildren(Button) if b.accessibleName() == "Fjern Otto fra opgaven")
    remove.click()
    assert read(late).unassigned


@pytest.mark.parametrize(("name", "own"), [("Behold selv", True), ("Tag tilbage", False)])
def test_the_leader_keeps_it_or_takes_it_back(page, late, read, name, own):
    button = next(b for b in page.pane.people.findChildren(Button) if b.text() == name)
    assert button.isVisible()
    button.click()
    assert (read(late).own, read(late).owners) == (own, ())


# what it asks for


def test_a_need_is_added_raised_made_a_wish_and_removed(page, late, read, demo_services):
    competence = next(each for each in demo_services.competence.competences() if each.name == "Sprogvurdering")
    pick(page.pane.needs.add, competence.id)
    menu = page.pane.needs.buttons[0].menu()
    next(a for a in menu.actions() if a.text() == "4 Kan vejlede andre").trigger()
    assert [(need.text, need.must) for need in read(late).needs] == [("Sprogvurdering 4+", True)]
    menu = page.pane.needs.buttons[0].menu()
    next(a for a in menu.actions() if a.text() == "Gør det til et ønske").trigger()
    assert page.pane.needs.told == ["Sprogvurdering 4+ (ønske)"]
    next(a for a in page.pane.needs.buttons[0].menu().actions() if a.text() == "Fjern").trigger()
    assert read(late).needs == ()


# following up


def test_a_follow_up_is_laid_and_answered(page, late, read, qtbot, demo_services):
    part = page.pane.follow_ups
    part.open.click()
    part.form.frame("day").put_text("13/3-2026")
    part.form.frame("text").put_text("Er sandet bestilt?")
    part.lay.click()
    (follow_up,) = read(late).follow_ups
    assert (follow_up.day, follow_up.text) == (days(1), "Er sandet bestilt?")
    line = part.answer(follow_up.id)
    qtbot.keyClicks(line, "Ja, det kommer fredag")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (answered,) = read(late).follow_ups
    assert (answered.answer, answered.done_on) == ("Ja, det kommer fredag", TODAY)
    assert demo_services.database.undo_name() == "Svar på opfølgning på Legepladseftersyn"


def test_half_a_line_and_half_a_question_are_there_again_when_she_comes_back(page, late, tasks, qtbot, read):
    asking = page.pane.follow_ups
    qtbot.keyClicks(page.pane.checklist.new, "Ring til kom")
    asking.open.click()
    asking.form.frame("text").put_text("Er sandet")
    page.list.choose(tasks["week"])
    assert page.pane.checklist.new.text() == ""
    assert asking.form.isHidden()
    page.list.choose(late)
    assert page.pane.checklist.new.text() == "Ring til kom"
    assert (asking.form.isHidden(), asking.form.frame("text").text) == (False, "Er sandet")
    qtbot.keyClicks(page.pane.checklist.new, "munen")
    qtbot.keyClick(page.pane.checklist.new, Qt.Key.Key_Return)
    assert read(late).steps[-1].text == "Ring til kommunen"
    asking.lay.click()
    page.list.choose(tasks["week"])
    page.list.choose(late)
    assert (page.pane.checklist.new.text(), asking.form.isHidden()) == ("", True)


def test_a_question_she_has_left_for_another_task_is_there_when_she_clicks_back(page, late, tasks, qtbot, place):
    asking = page.pane.follow_ups
    asking.open.click()
    asking.form.frame("text").control.setFocus()
    qtbot.keyClicks(place.room.focusWidget(), "Er sandet")
    for task_id in (tasks["week"], late):
        click_row(page, qtbot, task_id)
    assert (asking.form.isHidden(), asking.form.frame("text").text) == (False, "Er sandet")
    asking.lay.click()
    assert place.drafts.left() == {}


# where it comes from and where it went


def test_what_it_comes_from_is_opened(page, tasks, place):
    page.list.choose(tasks["today"])
    place.press("Vis, hvor opgaven kommer fra")
    assert place.page.feature == "meetings"


def test_why_somebody_got_it_is_told_on_paper(page, tasks, demo_services, place, qtbot):
    suggested = demo_services.delegation.suggest(tasks["later"])
    first = suggested.candidates[0]
    demo_services.delegation.delegate(DelegationDraft(tasks["later"], (first.employee_id,), "Hun vil gerne."))
    page.open_record(tasks["later"])
    button = page.pane.given.buttons[0]
    assert button.text() == f"Hvorfor fik {first.called} den?"
    button.click()
    place.wait(qtbot)
    assert place.papers[-1].title == f"Hvorfor fik {first.called} den?"
    assert place.papers[-1].build({})[:4] == b"%PDF"


def test_of_one_who_learns_along_it_is_told_why_she_does(page, tasks, demo_services, place):
    suggested = demo_services.delegation.suggest(tasks["later"])
    first, learner = suggested.candidates[0], suggested.lacking[0]
    draft = DelegationDraft(tasks["later"], (first.employee_id,), learner_ids=(learner.employee_id,))
    demo_services.delegation.delegate(draft)
    demo_services.tasks.take_back(tasks["later"])  # she learns it no longer; why she did stays
    page.open_record(tasks["later"])
    texts = [button.text() for button in page.pane.given.buttons]
    assert texts == [f"Hvorfor fik {first.called} den?", f"Hvorfor lærer {learner.called} med?"]
    page.pane.given.buttons[1].click()
    assert place.papers[-1].title == f"Hvorfor lærer {learner.called} med?"
    told = [label.text() for label in page.pane.given.findChildren(Label)]
    assert any(text.startswith(learner.name) and " · lærer med · " in text for text in told)


# going about


def test_the_panel_follows_the_list_and_esc_closes_it(page, late, tasks, place, qtbot, read):
    page.pane.form.form.frame("theme").put_text("Ude")
    page.list.choose(tasks["week"])
    assert page.pane.shown.id == tasks["week"]
    assert read(late).theme == "Ude"
    page.pane.form.form.frame("title").control.setFocus()
    qtbot.keyClick(page.pane.form.form.frame("title").control, Qt.Key.Key_Escape)
    assert page.pane.isHidden()
    assert place.room.focusWidget() is page.list.table


def test_it_stays_open_on_the_next_when_its_task_leaves_the_list(page, late, place, tasks):
    place.press("Sæt som færdig")
    assert not page.pane.isHidden()
    assert page.pane.shown.id == tasks["today"] != late


def test_f9_shows_and_hides_it(page, tasks):
    page.list.choose(tasks["week"])
    assert page.toggle_side_panel()
    assert not page.pane.isHidden()
    assert page.toggle_side_panel()
    assert page.pane.isHidden()


def test_a_task_that_is_deleted_leaves_the_panel(page, late, place, demo_services):
    place.press("Slet opgaven")
    assert late not in [task.id for task in demo_services.tasks.tasks()]
    assert page.pane.shown.id != late
    place.messages.choose("Fortryd")
    assert late in [task.id for task in demo_services.tasks.tasks()]


def test_a_task_that_has_ended_goes_to_nobody_and_says_why(page, late, demo_services):
    demo_services.tasks.finish(late)
    page.refresh(frozenset({"task"}))
    page.open_record(late)
    actions = {action.name: action for action in page.page_actions()}
    for name in ("Uddelegér…", "Behold selv", "Tag tilbage"):
        assert actions[name].why_not() == "Opgaven er færdig. Genåbn den først."
    people = page.pane.people
    assert not people.add.isVisible()
    assert [each for each in people.findChildren(ChoiceInput) if each.isVisible() and each.isEnabled()] == []
