"""What stands beside the matrix while levels are typed in it, and how its keys leave it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.competence.ways import K, aside, button, choose, holding, ids, level

CTRL = Qt.KeyboardModifier.ControlModifier


def matrix(page):
    return page.desk.card.matrix


def stands(page, key):
    """What is chosen or written in a field of the panel."""
    return aside(page).form.frame(key).control.raw()


def back_in_matrix(page):
    matrix(page).setFocus()
    return matrix(page)


def test_a_level_typed_while_it_is_asked_for_beside_is_what_the_panel_saves(page, place, qtbot):
    pair = choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    qtbot.keyClick(matrix(page), K.Key_Return)
    assert stands(page, "level") == 2
    qtbot.keyClicks(back_in_matrix(page), "1")
    assert stands(page, "level") == 1
    assert matrix(page).hasFocus()
    button(aside(page), "Gem vurdering").click()
    assert level(place, pair) == 1


def test_an_undone_level_is_undone_in_the_panel_too(page, place, qtbot):
    choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    qtbot.keyClicks(matrix(page), "1")
    qtbot.keyClick(matrix(page), K.Key_Return)
    place.frame.undo()
    assert stands(page, "level") == 2
    assert aside(page).isAncestorOf(QApplication.focusWidget())


def test_what_is_half_written_is_not_read_anew(page, place, qtbot):
    choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    qtbot.keyClick(matrix(page), K.Key_Return)
    qtbot.keyClicks(aside(page).form.frame("evidence").control, "Kursus")
    qtbot.keyClicks(back_in_matrix(page), "1")
    assert (stands(page, "evidence"), stands(page, "level")) == ("Kursus", 2)


def test_a_note_being_asked_for_is_of_what_counts_now(page, place, qtbot):
    pair = choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    qtbot.keyClicks(matrix(page), "n")
    qtbot.keyClicks(back_in_matrix(page), "1")
    aside(page).form.frame("note").put_text("Set i marts.")
    button(aside(page), "Gem vurdering").click()
    counted = holding(place, pair).counted
    assert (counted.level, counted.note) == (1, "Set i marts.")


def test_a_goal_asked_for_stands_on_the_level_typed_meanwhile(page, place, qtbot):
    choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    qtbot.keyClicks(matrix(page), "m")
    assert stands(page, "level") == 3
    qtbot.keyClicks(back_in_matrix(page), "3")
    assert stands(page, "level") == 4


def test_esc_in_the_matrix_leaves_what_is_asked_for_beside_it(page, place, qtbot):
    choose(page, place, "Jonas Klitmark", "TRAS")
    qtbot.keyClick(matrix(page), K.Key_Return)
    there = choose(page, place, "Karen Ulvdal", "TRAS")
    qtbot.keyClick(back_in_matrix(page), K.Key_Escape)
    assert page.desk.side.aside is None
    assert matrix(page).hasFocus()
    assert page.desk.card.pair() == there


@pytest.mark.parametrize("keys", [Qt.KeyboardModifier.NoModifier, CTRL])
def test_what_is_saved_by_a_key_in_a_line_can_be_taken_back(page, place, messages, qtbot, keys):
    pair = choose(page, place, "Emil Vestermose", "Førstehjælp")
    qtbot.keyClicks(matrix(page), "3")
    until = aside(page).form.frame("valid_until").control
    qtbot.keyClicks(until, "30-06-2027")
    told = len(messages.told)
    qtbot.keyClick(until, K.Key_Return, keys)
    assert str(holding(place, pair).counted.valid_until) == "2027-06-30"
    assert len(messages.told) == told + 1
    messages.choose("Fortryd")
    assert level(place, pair) == 0


def test_a_three_never_shortens_a_certificate(page, place, qtbot):
    pair = choose(page, place, "Emil Vestermose", "Førstehjælp")
    for typed in ("31-03-2029", ""):
        qtbot.keyClicks(matrix(page), "3")
        until = aside(page).form.frame("valid_until").control
        qtbot.keyClicks(until, typed)
        qtbot.keyClick(until, K.Key_Return)
        assert str(holding(place, pair).counted.valid_until) == "2029-03-31"


def test_the_longer_certificate_of_one_is_not_proposed_for_several(page, place, qtbot):
    first, other = choose(page, place, "Birthe Lindemark", "Førstehjælp"), ids(place, "Cecilie Ravnsø", "Førstehjælp")
    qtbot.keyClicks(matrix(page), "3")
    qtbot.keyClicks(aside(page).form.frame("valid_until").control, "31-03-2029")
    button(aside(page), "Gem vurdering").click()
    qtbot.keyClick(back_in_matrix(page), K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.desk.card.pairs() == (first, other)
    qtbot.keyClicks(matrix(page), "3")
    assert stands(page, "valid_until") == "12-03-2028"


def write(page, key, text):
    """Typed in a field of the panel, which is then left; what is said under it."""
    frame = aside(page).form.frame(key)
    frame.control.setText(text)
    frame.control.left.emit()
    return frame.sentence


def test_a_day_that_cannot_be_is_marked_when_its_field_is_left(page, place, qtbot):
    choose(page, place, "Emil Vestermose", "Førstehjælp")
    qtbot.keyClicks(matrix(page), "3")
    assert write(page, "day", "01-04-2027") == "Vælg en dag, der er kommet."
    assert stands(page, "valid_until") == "12-03-2028", "it does not follow a day that cannot be"
    assert not write(page, "day", "12-03-2026")
    assert write(page, "valid_until", "31-03-2020").startswith("Det er før 12. marts 2026")
    assert stands(page, "valid_until") == "31-03-2020"


def test_a_last_day_that_was_too_early_is_right_beside_an_earlier_day(page, place, qtbot):
    pair = choose(page, place, "Emil Vestermose", "Førstehjælp")
    qtbot.keyClicks(matrix(page), "3")
    assert write(page, "valid_until", "31-12-2025")
    assert not write(page, "day", "1-12-2023")
    assert not aside(page).form.frame("valid_until").sentence
    button(aside(page), "Gem vurdering").click()
    assert str(holding(place, pair).counted.valid_until) == "2025-12-31"
