"""Opgavetyper: renamed, added, switched off; who may have them, and what is chosen with each."""

import pytest
from PySide6.QtCore import Qt

from dagleder.tasks.criteria import Criterion
from dagleder.tasks.kinds import Subject, Weights
from tests.ui.settings.conftest import click, type_in
from ui.settings.task_kind_rows import task_kind_text
from ui.settings.task_kinds_section import TaskKindsSection


@pytest.fixture
def shown(show_section):
    return show_section(TaskKindsSection)


def kind(place, name):
    return next(kind for kind in place.services.tasks.kinds(hidden=True) if kind.name == name)


def opened(place, section, qtbot, name):
    row = section.rows.rows[kind(place, name).id]
    click(qtbot, row.edit)
    return row


def test_a_line_says_who_may_have_it_and_what_it_asks_for(shown):
    place, _section = shown
    assert task_kind_text(kind(place, "Vejleder for PA-elev")) == (
        "Pædagog, Pædagogisk assistent · Vejledning af PA-elever 3+"
    )
    assert task_kind_text(kind(place, "Oplæg på personalemøde")) == "Alle · et emne 3+"


def test_how_much_each_criterion_weighs_is_told_and_changed(shown, qtbot):
    place, section = shown
    row = opened(place, section, qtbot, "Oplæg på personalemøde")
    qtbot.mouseClick(row.editor.weights.segments[Criterion.READINESS]._buttons["3"], Qt.MouseButton.LeftButton)
    changed = kind(place, "Oplæg på personalemøde")
    assert changed.weights == Weights(readiness=3)
    assert task_kind_text(changed) == "Alle · et emne 3+ · Parathed vejer meget"
    assert place.services.database.undo_name() == "Ret vægte for Oplæg på personalemøde"
    place.services.database.undo()
    assert row.editor.weights.segments[Criterion.READINESS].key == "2"


def test_a_kind_is_renamed_and_asks_for_a_method_on_another_level(shown, qtbot):
    place, section = shown
    row = opened(place, section, qtbot, "Praktisk opgave")
    type_in(qtbot, row.editor.form, "name", "Oprydning")
    assert place.services.database.undo_name() == "Ret opgavetypen Oprydning"
    for key, value in (("subject", Subject.METHOD), ("subject_level", 2)):
        control = row.editor.form.frame(key).control
        control.show_raw(value)
        control.left.emit()
    changed = kind(place, "Oprydning")
    assert (changed.subject, changed.subject_level) == (Subject.METHOD, 2)


def test_a_name_is_not_taken_away(shown, qtbot):
    place, section = shown
    row = opened(place, section, qtbot, "Praktisk opgave")
    row.editor.form.frame("name").control.clear()
    type_in(qtbot, row.editor.form, "name", "")
    assert row.editor.form.frame("name").sentence == "Skriv hvad opgavetypen hedder."


def test_stillinger_are_ticked_and_none_is_everybody(shown, qtbot):
    place, section = shown
    row = opened(place, section, qtbot, "Vejleder for PA-elev")
    row.editor.roles.ticks["P"].click()
    assert kind(place, "Vejleder for PA-elev").roles == {"PA"}
    row.editor.roles.ticks["PA"].click()
    assert kind(place, "Vejleder for PA-elev").allows("PM")
    assert row._detail.text() == "Alle · Vejledning af PA-elever 3+"


def test_a_new_kind_opens_with_the_keyboard_in_its_name(shown, qtbot):
    place, section = shown
    section._add()
    row = section.rows.rows[kind(place, "Ny opgavetype").id]
    type_in(qtbot, row.editor.form, "name", "Skovdag")
    assert kind(place, "Skovdag").roles == frozenset()


def test_a_kind_is_switched_off_and_found_again(shown, qtbot):
    place, section = shown
    hidden = kind(place, "Deltage i netværk").id
    click(qtbot, section.rows.rows[hidden].hide_button)
    assert kind(place, "Deltage i netværk").hidden
    assert hidden not in section.rows.rows
    click(qtbot, section.more)
    click(qtbot, section.rows.rows[hidden].hide_button)
    assert not kind(place, "Deltage i netværk").hidden


def test_the_section_in_pictures(shown, qtbot, grab):
    place, section = shown
    opened(place, section, qtbot, "Vejleder for PA-elev")
    grab(place.room, "indstillinger-opgavetyper")


def test_what_a_kind_asks_for_is_added_taken_away_and_put_back(shown, qtbot):
    place, section = shown
    row = opened(place, section, qtbot, "Vejleder for PA-elev")
    needs = row.editor.needs
    kids = next(each.id for each in place.services.competence.competences() if each.key == "kids")
    needs.add.show_raw(kids)
    needs.add.activated.emit(needs.add.currentIndex())
    assert needs.told == ["Vejledning af PA-elever 3+", "KIDS 3+"]
    assert [need.competence_id for need in kind(place, "Vejleder for PA-elev").needs][-1] == kids
    remove = next(action for action in needs.buttons[0].menu().actions() if action.text() == "Fjern")
    remove.trigger()
    assert [need.name for need in kind(place, "Vejleder for PA-elev").needs] == ["KIDS"]
    place.frame.undo()
    assert len(kind(place, "Vejleder for PA-elev").needs) == 2
