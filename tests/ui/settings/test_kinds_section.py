"""Mødetyper: changed, added, hidden."""

import pytest

from dagleder.meetings.hours import Frame
from dagleder.meetings.kinds import Audience
from tests.ui.settings.conftest import click, type_in
from ui.settings.kind_rows import kind_text
from ui.settings.kinds_section import KindsSection


@pytest.fixture
def shown(show_section):
    return show_section(KindsSection)


def kind(place, name):
    return next(kind for kind in place.services.meetings.kinds(hidden=True) if kind.name == name)


def row_of(place, section, name):
    return section.rows.rows[kind(place, name).id]


def test_a_line_says_how_long_where_and_who(shown):
    place, _section = shown
    assert kind_text(kind(place, "Personalemøde")) == "3 t · Fællesrummet · alle ansatte"
    assert kind_text(kind(place, "Pædagogisk dag")) == "6 t · alle ansatte · også på lukkedage"


def test_name_letter_length_and_place_are_changed_in_place(shown, qtbot):
    place, section = shown
    row = row_of(place, section, "Personalemøde")
    click(qtbot, row.edit)
    for key, text in (("name", "Husmøde"), ("letter", "H"), ("minutes", "45"), ("place", "Kantinen")):
        type_in(qtbot, row.editor.form, key, text)
    changed = kind(place, "Husmøde")
    assert (changed.letter, changed.minutes, changed.place) == ("H", 45, "Kantinen")
    assert row._detail.text() == "45 min. · Kantinen · alle ansatte"


@pytest.mark.parametrize(
    ("key", "text", "said"), [("name", "", "Skriv hvad mødet hedder."), ("minutes", "2", "fra 5 til 1440")]
)
def test_what_cannot_be_kept_is_said_at_its_field(shown, qtbot, key, text, said):
    place, section = shown
    row = row_of(place, section, "Stuemøde")
    click(qtbot, row.edit)
    row.editor.form.frame(key).control.clear()
    type_in(qtbot, row.editor.form, key, text)
    assert said in row.editor.form.frame(key).sentence


def test_certain_roles_need_one_of_them(shown, qtbot, messages):
    place, section = shown
    row = row_of(place, section, "P-møde")
    click(qtbot, row.edit)
    row.editor.roles.ticks["P"].click()
    assert kind(place, "P-møde").roles == {"PA"}
    row.editor.roles.ticks["PA"].click()
    assert kind(place, "P-møde").roles == {"PA"}
    assert messages.problems[0].sentence == "Vælg mindst én stilling."
    assert row.editor.roles.ticks["PA"].isChecked()


def test_a_new_kind_opens_with_the_keyboard_in_its_name(shown, qtbot):
    place, section = shown
    section._add()
    row = row_of(place, section, "Ny mødetype")
    assert not row.editor.isHidden()
    type_in(qtbot, row.editor.form, "name", "Sommerfest")
    assert kind(place, "Sommerfest").audience is Audience.NAMED


def test_a_kind_is_hidden_and_found_again(shown, qtbot):
    place, section = shown
    row = row_of(place, section, "Netværksmøde")
    click(qtbot, row.hide_button)
    hidden = kind(place, "Netværksmøde")
    assert hidden.hidden
    assert hidden.id not in section.rows.rows
    click(qtbot, section.more)
    click(qtbot, section.rows.rows[hidden.id].hide_button)
    assert not kind(place, "Netværksmøde").hidden


def test_the_frame_of_meeting_hours_is_set_for_a_year_and_taken_away(shown, qtbot):
    place, section = shown
    part, meetings = section.frame_part, place.services.meetings
    year = 2026
    assert part.form.frame("proportional").isHidden()
    type_in(qtbot, part.form, "minutes", "45")
    assert meetings.frame(year) == Frame(45 * 60, proportional=True)
    assert place.services.database.undo_name() == f"Ret ramme for møder i {year}"
    part.form.frame("proportional").control.click()
    assert meetings.frame(year) == Frame(45 * 60, proportional=False)
    click(qtbot, part.later)
    assert part.form.frame("minutes").text == ""
    click(qtbot, part.earlier)
    type_in(qtbot, part.form, "minutes", "900")
    assert part.form.frame("minutes").sentence == "Rammen er mellem 1 og 500 timer om året."
    part.form.frame("minutes").put_text("")
    assert part.form.commit()
    assert meetings.frame(year) is None
