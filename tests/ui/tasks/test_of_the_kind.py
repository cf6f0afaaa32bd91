"""What is changed in 'Uddelegér' and holds for every task of the kind: told in the open, and never without anybody."""

from PySide6.QtCore import Qt

from dagleder.tasks.kinds import Weights
from ui.kit.label import Label


def texts(dialog):
    return [label.text() for label in dialog.findChildren(Label) if label.isVisible()]


def turn(dialog, name):
    action = next(a for a in dialog.asked.roles.menu().actions() if a.text() == name)
    action.trigger()


def kind_of(services, kinds):
    return next(kind for kind in services.tasks.kinds() if kind.id == kinds["sprogvurdering"].id)


def test_it_stands_in_the_open_that_roles_and_weights_are_the_kinds(dialog):
    assert "Gælder alle opgaver af typen Sprogvurdering." in texts(dialog)
    assert "Gemmes for typen, når du giver opgaven." in texts(dialog)


def test_a_task_without_a_kind_has_nothing_of_it_to_change(page, place, tasks):
    page.list.choose(tasks["never"])
    place.press("Uddelegér…")
    assert not page.dialog.asked.roles.isVisible()
    assert not any("typen" in text for text in texts(page.dialog))


def test_the_last_role_cannot_be_taken_away(dialog, demo_services, kinds):
    names = [a.text() for a in dialog.asked.roles.menu().actions() if a.isChecked()]
    for name in names:
        turn(dialog, name)
    assert len(kind_of(demo_services, kinds).roles) == 1
    assert names[-1] in texts(dialog)
    (last,) = [a for a in dialog.asked.roles.menu().actions() if a.isChecked()]
    assert not last.isEnabled()


def test_changed_roles_stay_and_so_says_the_button(dialog, demo_services, kinds):
    turn(dialog, "Pædagogmedhjælper")
    assert dialog.foot.leave.text() == "Luk"
    dialog.foot.leave.click()
    assert "PM" in kind_of(demo_services, kinds).roles


def test_giving_with_other_weights_is_one_step(dialog, demo_services, kinds, place, qtbot):
    segment = next(iter(dialog.asked.weights.segments.values()))
    qtbot.mouseClick(segment._buttons["3"], Qt.MouseButton.LeftButton)
    dialog.give()
    assert kind_of(demo_services, kinds).weights == Weights(relevance=3)
    place.messages.choose("Fortryd")
    assert kind_of(demo_services, kinds).weights == Weights()
    assert demo_services.tasks.task(dialog._task.id).unassigned


def test_who_gives_it_up_is_told_before_and_after(page, tasks, place, read):
    page.list.choose(tasks["week"])
    place.press("Uddelegér…")
    dialog = page.dialog
    (karen,) = read(tasks["week"]).owners
    other = next(each for each in dialog.suggestion.candidates if each.employee_id != karen.employee_id)
    dialog.list.view.chosen.emit(other.employee_id)
    assert dialog.foot._gone.sentence.text == "Karen har den ikke længere, når du giver den videre."
    assert dialog.foot._gone.isVisible()
    dialog.foot.also.emit(karen.employee_id)
    assert not dialog.foot._gone.isVisible()
