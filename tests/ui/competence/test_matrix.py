"""Levels by keys on the page Kompetencer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dagleder.competence.levels import Wish
from tests.ui.competence.ways import K, aside, button, choose, holding, ids, level
from ui.competence.assess_panel import AssessPanel
from ui.competence.goal_panel import GoalPanel

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def matrix(page):
    return page.desk.card.matrix


def test_a_typed_level_is_saved_at_once_and_the_cursor_stays(page, place, qtbot):
    pair = choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    qtbot.keyClicks(matrix(page), "3")
    assert level(place, pair) == 3
    assert place.services.database.undo_name() == "Sæt Sprogvurdering til 3 for Jonas"
    assert page.desk.card.pair() == pair
    place.frame.undo()
    assert level(place, pair) == 2


def test_a_goal_typed_after_a_level_is_for_the_one_just_typed(page, place, qtbot):
    pair = choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    qtbot.keyClicks(matrix(page), "1m")
    assert aside(page).accessibleName() == "Mål for Jonas · Sprogvurdering"
    button(aside(page), "Sæt mål").click()
    assert holding(place, pair).goal.level == 3


def test_a_figure_that_is_no_level_says_so_and_other_letters_set_none(page, place, messages, qtbot):
    pair = choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    qtbot.keyClicks(matrix(page), "5")
    assert messages.told[-1] == "Et niveau er et tal fra 0 til 4."
    qtbot.keyClicks(matrix(page), "x")
    assert level(place, pair) == 2


def test_a_block_is_set_in_one_step(page, place, qtbot):
    first = choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    qtbot.keyClick(matrix(page), K.Key_Down, SHIFT)
    qtbot.keyClick(matrix(page), K.Key_Right, SHIFT)
    qtbot.keyClicks(matrix(page), "1")
    assert level(place, first) == level(place, ids(place, "Karen Ulvdal", "TRAS")) == 1
    assert place.services.database.undo_name() == "Sæt 4 vurderinger til 1"
    place.frame.undo()
    assert level(place, ids(place, "Karen Ulvdal", "TRAS")) == 4


@pytest.mark.parametrize("typed", ["1", "2", "4"])
def test_a_certificate_has_no_levels_between_and_says_why(page, place, messages, qtbot, typed):
    pair = choose(page, place, "Emil Vestermose", "Medicinhåndtering")
    qtbot.keyClicks(matrix(page), typed)
    assert messages.told[-1].startswith("Medicinhåndtering har man, eller man har det ikke")
    assert level(place, pair) == 0


@pytest.mark.parametrize("typed", ["x", "X", "j", "ja", "3"])
def test_a_function_is_held_by_a_cross_a_yes_or_a_three(page, place, qtbot, typed):
    pair = choose(page, place, "Emil Vestermose", "Brandansvarlig")
    columns = len(matrix(page).matrix.columns)
    qtbot.keyClicks(matrix(page), typed)
    assert level(place, pair) == 3
    assert page.desk.card.pair() == pair
    assert len(matrix(page).matrix.columns) == columns, "the a of 'ja' is no wish to see all"
    qtbot.keyClicks(matrix(page), "a")
    assert (len(matrix(page).matrix.columns) == columns) == (typed == "j")


def test_the_rest_of_a_yes_leaves_the_proposed_day_alone(page, place, qtbot):
    choose(page, place, "Emil Vestermose", "Førstehjælp")
    qtbot.keyClicks(matrix(page), "j")
    until = aside(page).form.frame("valid_until").control
    qtbot.keyClicks(until, "a")
    assert (until.text(), until.selectedText()) == ("12-03-2028", "12-03-2028")
    qtbot.keyClicks(until, "31-03-2029")
    assert until.text() == "31-03-2029"


def test_a_certificate_that_lapses_asks_until_when_and_proposes_it(page, place, qtbot):
    pair = choose(page, place, "Emil Vestermose", "Førstehjælp")
    qtbot.keyClicks(matrix(page), "3")
    panel = aside(page)
    until = panel.form.frame("valid_until").control
    assert isinstance(panel, AssessPanel)
    assert until.hasFocus()
    assert panel.form.frame("valid_until").field.hint == "Holder 24 måneder fra dagen. Tomt: udløber ikke."
    assert until.text() == "12-03-2028"
    qtbot.keyClicks(until, "31-03-2029")
    qtbot.keyClick(until, K.Key_Return)
    assert page.desk.side.aside is None
    counted = holding(place, pair).counted
    assert (counted.level, str(counted.valid_until)) == (3, "2029-03-31"), "what is typed took the place of all of it"
    assert matrix(page).hasFocus()


def test_until_when_a_certificate_holds_follows_its_day_until_she_writes_another(page, place, qtbot):
    pair = choose(page, place, "Emil Vestermose", "Førstehjælp")
    qtbot.keyClicks(matrix(page), "3")
    form = aside(page).form
    day, until = form.frame("day").control, form.frame("valid_until").control
    for typed, proposed in (("1-12-2025", "01-12-2027"), ("2-12-2025", "02-12-2027")):
        day.setText(typed)
        day.left.emit()
        assert until.text() == proposed
    until.setText("31-03-2028")
    until.left.emit()
    day.setText("1-11-2025")
    qtbot.keyClick(day, K.Key_Return)
    counted = holding(place, pair).counted
    assert (str(counted.day), str(counted.valid_until)) == ("2025-11-01", "2028-03-31")


def test_enter_in_the_day_takes_the_day_until_which_it_holds_with_it(page, place, qtbot):
    pair = choose(page, place, "Emil Vestermose", "Førstehjælp")
    qtbot.keyClicks(matrix(page), "3")
    day = aside(page).form.frame("day").control
    day.setText("1-12-2025")
    qtbot.keyClick(day, K.Key_Return)
    assert str(holding(place, pair).counted.valid_until) == "2027-12-01"


def test_that_somebody_has_it_still_keeps_the_day_until_which_it_holds(page, place):
    pair = choose(page, place, "Karen Ulvdal", "Førstehjælp")
    before = holding(place, pair).counted
    page.desk.assess()
    button(aside(page), "Gem vurdering").click()
    after = holding(place, pair).counted
    assert after.day > before.day
    assert before.valid_until == after.valid_until is not None


def test_a_certificate_given_to_several_asks_once_until_when(page, place, messages, qtbot):
    pairs = choose(page, place, "Birthe Lindemark", "Førstehjælp"), ids(place, "Cecilie Ravnsø", "Førstehjælp")
    before = [holding(place, pair).counted for pair in pairs]
    qtbot.keyClick(matrix(page), K.Key_Down, SHIFT)
    qtbot.keyClicks(matrix(page), "3")
    panel = aside(page)
    assert panel.accessibleName() == "2 medarbejdere · Førstehjælp"
    until = panel.form.frame("valid_until").control
    assert until.selectedText() == "12-03-2028"
    qtbot.keyClicks(until, "31-05-2027")
    qtbot.keyClick(until, K.Key_Return)
    assert [str(holding(place, pair).counted.valid_until) for pair in pairs] == ["2027-05-31"] * 2
    assert messages.told[-1] == "2 medarbejdere har Førstehjælp til 31. maj 2027"
    place.frame.undo()
    assert [holding(place, pair).counted for pair in pairs] == before


def test_a_block_of_certificates_tells_the_day_nobody_has_typed(page, place, messages, qtbot):
    choose(page, place, "Birthe Lindemark", "Medicinhåndtering")
    keys = [column.key for column in matrix(page).matrix.columns]
    aid, medicine = (ids(place, "Birthe Lindemark", head)[1] for head in ("Førstehjælp", "Medicinhåndtering"))
    step = K.Key_Right if keys.index(aid) > keys.index(medicine) else K.Key_Left
    for _ in range(abs(keys.index(aid) - keys.index(medicine))):
        qtbot.keyClick(matrix(page), step, SHIFT)
    qtbot.keyClicks(matrix(page), "3")
    assert "Førstehjælp gælder til 12. marts 2028" in messages.told[-1]


def test_a_certificate_taken_away_is_not_asked_about(page, place, qtbot):
    pair = choose(page, place, "Karen Ulvdal", "Førstehjælp")
    qtbot.keyClicks(matrix(page), "0")
    assert level(place, pair) == 0
    assert place.services.database.undo_name() == "Karen har ikke Førstehjælp"


def test_m_sets_a_goal_and_the_cell_gets_its_corner(page, place, qtbot):
    pair = choose(page, place, "Jonas Klitmark", "TRAS")
    qtbot.keyClicks(matrix(page), "m")
    panel = aside(page)
    assert isinstance(panel, GoalPanel)
    panel.form.frame("due").put_text("30-06-2026")
    button(panel, "Sæt mål").click()
    goal = holding(place, pair).goal
    assert (goal.level, str(goal.due)) == (3, "2026-06-30")
    looks = matrix(page).matrix
    column = [each.key for each in looks.columns].index(pair[1])
    assert looks.looks[pair[0]][column].goal


def test_a_goal_is_reached_or_given_up(page, place, qtbot):
    pair = choose(page, place, "Nanna Granly", "TRAS")
    qtbot.keyClicks(matrix(page), "m")
    button(aside(page), "Opgiv målet").click()
    assert holding(place, pair).goal is None
    place.frame.undo()
    assert holding(place, pair).goal is not None


def test_n_writes_a_note_on_the_assessment(page, place, qtbot):
    pair = choose(page, place, "Jonas Klitmark", "TRAS")
    before = holding(place, pair).counted
    qtbot.keyClicks(matrix(page), "n")
    note = aside(page).form.frame("note").control
    assert note.hasFocus()
    note.setPlainText("Har set Karen gøre det.")
    qtbot.keyClick(note, K.Key_Return, CTRL)
    after = holding(place, pair).counted
    assert (after.note, after.level, after.day) == ("Har set Karen gøre det.", before.level, before.day)


def test_there_is_no_note_without_an_assessment(page, place, messages, qtbot):
    choose(page, place, "Birthe Lindemark", "Medicinhåndtering")
    qtbot.keyClicks(matrix(page), "n")
    assert messages.told[-1] == "Sæt først et niveau. Noten hører til vurderingen."
    assert page.desk.side.aside is None


def test_a_block_of_a_spreadsheet_is_pasted_in_one_step(page, place, messages, qtbot):
    first = choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    QGuiApplication.clipboard().setText("4\tkan selv\n1\t-")
    qtbot.keyClick(matrix(page), K.Key_V, CTRL)
    assert [level(place, pair) for pair in (first, ids(place, "Jonas Klitmark", "TRAS"))] == [4, 3]
    assert [level(place, ids(place, "Karen Ulvdal", head)) for head in ("Sprogvurdering", "TRAS")] == [1, 0]
    assert messages.told[-1].startswith("4 vurderinger er sat ind")
    messages.choose("Fortryd")
    assert level(place, first) == 2


def test_a_paste_with_nothing_new_says_so(page, place, messages, qtbot):
    choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    QGuiApplication.clipboard().setText("2")
    qtbot.keyClick(matrix(page), K.Key_V, CTRL)
    assert messages.told[-1] == "Intet nyt: 1 stod der i forvejen."
    assert not messages.choices[-1], "nothing was set that could be taken back"


def test_a_goal_tells_who_agreed_on_it(page, place):
    choose(page, place, "Jonas Klitmark", "TRAS")
    page.desk.goal()
    assert aside(page).form.frame("source").control.accessibleName() == "Aftalt af"


def test_what_cannot_be_used_is_told_and_nothing_is_pasted(page, place, messages, qtbot):
    pair = choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    QGuiApplication.clipboard().setText("4\tmåske")
    qtbot.keyClick(matrix(page), K.Key_V, CTRL)
    assert "“måske”" in messages.problems[-1].sentence
    assert level(place, pair) == 2


def test_what_is_copied_can_be_pasted_again(page, place, qtbot):
    choose(page, place, "Karen Ulvdal", "Sprogvurdering")
    qtbot.keyClick(matrix(page), K.Key_Right, SHIFT)
    qtbot.keyClick(matrix(page), K.Key_C, CTRL)
    pair = choose(page, place, "Otto Kærvig", "Sprogvurdering")
    qtbot.keyClick(matrix(page), K.Key_V, CTRL)
    assert level(place, pair) == level(place, ids(place, "Otto Kærvig", "TRAS")) == 4


def test_the_cell_is_read_aloud_and_stands_in_the_status_line(page, place):
    choose(page, place, "Karen Ulvdal", "TRAS")
    words = matrix(page).accessibleDescription()
    assert words.startswith("Karen Ulvdal, TRAS, niveau 4, kan vejlede andre")
    assert page.desk.hints()[0].text == "Karen Ulvdal · TRAS · niveau 4"


def test_an_open_panel_is_about_the_cell_she_goes_on_to(page, place, qtbot):
    choose(page, place, "Jonas Klitmark", "TRAS")
    for ask, told in (
        (page.desk.assess, "{} · TRAS"),
        (page.desk.goal, "Mål for {} · TRAS"),
        (page.desk.history, "{} · TRAS"),
    ):
        choose(page, place, "Jonas Klitmark", "TRAS")
        ask()
        matrix(page).setFocus()
        qtbot.keyClick(matrix(page), K.Key_Down)
        name = "Karen" if ask == page.desk.goal else "Karen Ulvdal"
        assert aside(page).accessibleName() == told.format(name)
        assert matrix(page).hasFocus()
        page.desk.panels.close()


def test_what_is_half_written_in_a_panel_stays(page, place, qtbot):
    choose(page, place, "Jonas Klitmark", "TRAS")
    page.desk.assess()
    evidence = aside(page).form.frame("evidence").control
    qtbot.keyClicks(evidence, "Kursus")
    matrix(page).setFocus()
    qtbot.keyClick(matrix(page), K.Key_Down)
    assert aside(page).accessibleName() == "Jonas Klitmark · TRAS"
    assert evidence.text() == "Kursus"


def test_a_panel_about_another_cell_than_the_marked_one_stays_with_its_own(page, place, qtbot):
    pair = choose(page, place, "Jonas Klitmark", "TRAS")
    page.desk.panels.goal(ids(place, "Nanna Granly", "TRAS"))
    place.services.competence.set_wish(*pair, Wish.USE)
    qtbot.keyClick(matrix(page), K.Key_Down)
    assert aside(page).accessibleName() == "Mål for Nanna · TRAS"


def test_undo_goes_to_the_cell_it_takes_back(page, place, qtbot):
    pair = choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    qtbot.keyClicks(matrix(page), "1")
    qtbot.keyClick(matrix(page), K.Key_Down)
    qtbot.keyClick(matrix(page), K.Key_Right)
    place.frame.undo()
    assert page.desk.card.pair() == pair


def test_undo_of_many_leaves_the_cursor_where_it_is(page, place, qtbot):
    choose(page, place, "Jonas Klitmark", "Sprogvurdering")
    qtbot.keyClick(matrix(page), K.Key_Down, SHIFT)
    qtbot.keyClicks(matrix(page), "1")
    there = choose(page, place, "Otto Kærvig", "TRAS")
    place.frame.undo()
    assert page.desk.card.pair() == there


def test_after_an_assessment_is_taken_away_the_keyboard_is_at_the_next(page, place, qtbot):
    choose(page, place, "Karen Ulvdal", "TRAS")
    page.desk.history()
    panel = aside(page)
    away = button(panel, "Fjern")
    away.setFocus()
    qtbot.keyClick(away, K.Key_Space)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert panel.isAncestorOf(focus)
