"""'Uddelegér' left half done: whom she had chosen and what she had written stand there again, and belong together."""

import pytest
from PySide6.QtCore import Qt

from dagleder.competence.drafts import AssessmentDraft
from dagleder.tasks.states import Mandate
from dagleder.tasks.suggestion import Direction
from tests.ui.faults import faults
from tests.ui.painted import cut_short
from tests.ui.tasks.keys import CTRL, press
from ui.tasks.give_foot import PUT_BY


def add_words(dialog, qtbot, words):
    dialog.reason.line.setFocus()
    press(qtbot, Qt.Key.Key_End, CTRL)
    qtbot.keyClicks(dialog.reason.line, words)
    dialog.list.view.setFocus()


def add_inside(dialog, qtbot, words):
    """After 'Jeg har '."""
    dialog.reason.line.setFocus()
    press(qtbot, Qt.Key.Key_Home, CTRL)
    for _ in "Jeg har ":
        press(qtbot, Qt.Key.Key_Right)
    qtbot.keyClicks(dialog.reason.line, words)
    dialog.list.view.setFocus()


def again(page, place):
    place.press("Uddelegér…")
    return page.dialog


def test_with_another_chosen_the_reason_tells_of_her_and_keeps_the_leaders_words(dialog, qtbot, place, task_id):
    add_words(dialog, qtbot, " Vi taler om det.")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    third = dialog.suggestion.candidates[2]
    assert dialog.reason.text == f"{third.praise} Vi taler om det."
    press(qtbot, Qt.Key.Key_Return, CTRL)
    (kept,) = place.services.delegation.delegations(task_id)
    assert (kept.employee_id, kept.reason) == (third.employee_id, f"{third.praise} Vi taler om det.")


def test_words_inside_the_sentence_are_told_to_have_gone_with_it(dialog, qtbot, grab, place):
    add_inside(dialog, qtbot, "med glæde ")
    hers = dialog.reason.text
    assert "med glæde" in hers
    assert dialog.reason.remark == ""
    press(qtbot, Qt.Key.Key_Down)
    assert (dialog.reason.text, dialog.reason.remark) == (dialog.suggestion.candidates[1].praise, PUT_BY)
    grab(place.room, "uddeleger-egne-ord")
    assert faults(place.room) + cut_short(place.room) == []
    press(qtbot, Qt.Key.Key_Up)
    assert (dialog.reason.text, dialog.reason.remark) == (hers, "")


def test_a_space_is_set_where_she_wrote_right_up_to_the_sentence(dialog, qtbot, place, task_id):
    dialog.reason.line.setFocus()
    press(qtbot, Qt.Key.Key_Home, CTRL)
    qtbot.keyClicks(dialog.reason.line, "Vi skal have ro.")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    (kept,) = place.services.delegation.delegations(task_id)
    assert kept.reason.startswith("Vi skal have ro. Jeg har valgt")


def test_another_way_tells_of_those_it_names(dialog, qtbot):
    add_words(dialog, qtbot, " Vi taler om det.")
    first = dialog.suggestion.candidates[0]
    press(qtbot, Qt.Key.Key_2)
    way = dialog.suggestion.towards(Direction.DEVELOPING)
    assert first.praise not in dialog.reason.text
    assert all(sentence in dialog.reason.text for sentence in way.praise.values())
    assert "Vi taler om det." in dialog.reason.text


def test_a_reason_that_says_another_was_chosen_is_not_kept(dialog, qtbot, read, task_id):
    first, second = dialog.suggestion.candidates[:2]
    dialog.reason.line.setFocus()
    dialog.reason.line.selectAll()
    qtbot.keyClicks(dialog.reason.line, f"Jeg har valgt {second.called}, helt sikkert.")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert read(task_id).unassigned
    assert dialog.reason._problem.sentence.text == (
        f"Begrundelsen siger, at du har valgt {second.called}. Ret den, før du giver opgaven."
    )
    dialog.list.view.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert [each.employee_id for each in read(task_id).owners] == [second.employee_id]
    assert first.called != second.called


@pytest.fixture(params=["Esc", "a lock"])
def leave(request, dialog, place, qtbot):
    def by_lock():
        place.drafts.keep_now()
        dialog.reject()

    return by_lock if request.param == "a lock" else lambda: press(qtbot, Qt.Key.Key_Escape)


def test_the_choice_comes_back_with_what_she_wrote(dialog, page, qtbot, place, leave):
    second, third = dialog.suggestion.candidates[1:3]
    press(qtbot, Qt.Key.Key_Down)
    dialog.foot.also.emit(third.employee_id)
    qtbot.mouseClick(dialog.reason.mandate_choice._buttons[Mandate.DECIDE], Qt.MouseButton.LeftButton)
    add_words(dialog, qtbot, " Vi taler om det.")
    text = dialog.reason.text
    leave()
    opened = again(page, place)
    assert opened.choice.owners == (second.employee_id, third.employee_id)
    assert (opened.reason.text, opened.reason.mandate) == (text, Mandate.DECIDE)
    assert opened.list.view.people.choice.marked == {second.employee_id, third.employee_id}


def test_the_way_that_was_gone_and_both_of_it_come_back(dialog, page, qtbot, place):
    press(qtbot, Qt.Key.Key_2)
    before = dialog.choice
    press(qtbot, Qt.Key.Key_Escape)
    opened = again(page, place)
    assert opened.choice == before
    assert opened.directions.cards[Direction.DEVELOPING].isChecked()
    assert opened.reason.reason


def test_weights_that_were_tried_stand_there_again(dialog, page, qtbot, place):
    segment = next(iter(dialog.asked.weights.segments.values()))
    qtbot.mouseClick(segment._buttons["3"], Qt.MouseButton.LeftButton)
    press(qtbot, Qt.Key.Key_Escape)
    opened = again(page, place)
    assert next(iter(opened.asked.weights.segments.values())).key == "3"
    assert opened.suggestion.weights.relevance == 3


def test_when_she_who_was_chosen_cannot_have_it_any_more_the_reason_is_not_about_her(
    dialog, page, qtbot, place, read, task_id
):
    second, competence = dialog.suggestion.candidates[1], read(task_id).needs[0].competence_id
    press(qtbot, Qt.Key.Key_Down)
    add_words(dialog, qtbot, " Vi taler om det.")
    press(qtbot, Qt.Key.Key_Escape)
    services = place.services
    services.competence.assess(AssessmentDraft(second.employee_id, competence, 1, services.clock.today()))
    opened = again(page, place)
    first = opened.suggestion.candidates[0]
    assert opened.choice.first == first.employee_id
    assert opened.reason.text == f"{first.praise} Vi taler om det."


def test_a_choice_alone_is_no_text_that_is_offered_when_the_program_opens(dialog, qtbot, place):
    press(qtbot, Qt.Key.Key_Down)
    dialog.reject()
    assert place.drafts.left() == {}
    assert place.services.database.drafts()


def test_once_it_is_given_nothing_of_it_is_kept_for_the_next_time(dialog, page, qtbot, place):
    press(qtbot, Qt.Key.Key_Down)
    add_words(dialog, qtbot, " Vi taler om det.")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert place.services.database.drafts() == {}
    place.messages.choose("Fortryd")
    opened = again(page, place)
    assert opened.choice.first == opened.suggestion.candidates[0].employee_id


def test_the_button_that_leaves_says_whether_something_stays(dialog, page, qtbot, place):
    assert dialog.foot.leave.text() == "Annullér"
    press(qtbot, Qt.Key.Key_Down)
    assert dialog.foot.leave.text() == "Luk"
    qtbot.mouseClick(dialog.foot.leave, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert again(page, place).foot.leave.text() == "Luk"


def test_what_is_changed_of_the_task_stays_and_so_says_the_button(dialog, read, task_id):
    menu = dialog.asked.needs.buttons[0].menu()
    next(a for a in menu.actions() if a.text().startswith("2 ")).trigger()
    assert read(task_id).needs[0].level == 2
    assert dialog.foot.leave.text() == "Luk"
