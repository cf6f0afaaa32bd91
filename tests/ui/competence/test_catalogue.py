"""What is in use, how many are wanted, and competences of her own."""

import pytest
from PySide6.QtWidgets import QApplication, QSpinBox

from dagleder.presence.count import HOUSE
from tests.ui.competence.ways import K, aside, button, choose, ids
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.sentence import SentenceLine


@pytest.fixture
def bare(place, qtbot):
    """The page in a house that wants nothing yet."""
    service = place.services.competence
    service.set_wanted(dict.fromkeys(service.facts().wanted))
    opened = place.open("competence")
    place.wait(qtbot)
    return opened


def test_the_fifteen_are_proposed_and_taken_in_one_step(bare, place):
    assert bare.overview.currentWidget() is bare.proposal
    assert bare.proposal.use.text() == "Brug de 15"
    bare.proposal.use.setFocus()
    bare.proposal.use.click()
    assert len(place.services.competence.facts().in_use()) == 15
    assert bare.overview.currentWidget() is bare.desk.card
    assert bare.desk.card.matrix.hasFocus()
    place.frame.undo()
    assert bare.overview.currentWidget() is bare.proposal


def test_one_of_the_fifteen_can_be_left_out(bare, place, qtbot):
    table = bare.proposal.table
    table.choose(next(line for line in table.rows.shown_rows() if line.taken).proposed.competence.id)
    qtbot.keyClick(table, K.Key_Space)
    assert bare.proposal.use.text() == "Brug de 14"
    bare.proposal.use.click()
    assert len(place.services.competence.facts().in_use()) == 14


def test_all_competences_can_be_seen_before_any_is_wanted(bare):
    bare.desk.which_wanted.emit("all")
    assert bare.overview.currentWidget() is bare.desk.card


def test_a_tick_takes_a_competence_in_use_and_out_again(page, place, qtbot):
    key = ids(place, "Karen Ulvdal", "KIDS")[1]
    page.add()
    panel = aside(page)
    qtbot.keyClicks(panel.pane.filter_field, "kids")
    assert panel.table.choose(key)
    qtbot.keyClick(panel.table, K.Key_Space)
    assert place.services.competence.facts().wanted[key, HOUSE] == 2
    qtbot.keyClick(panel.table, K.Key_Space)
    assert (key, HOUSE) not in place.services.competence.facts().wanted


def test_a_competence_of_her_own_is_made_and_given_a_number(page, place):
    page.add()
    aside(page).pane.filter_field.setText("naturvejledning")
    button(aside(page), "Ny kompetence…").click()
    assert aside(page).form.frame("name").control.text() == "Naturvejledning"
    button(aside(page), "Opret kompetence").click()
    assert aside(page).accessibleName() == "Naturvejledning"
    assert "Naturvejledning" in [each.name for each in place.services.competence.competences()]


def test_a_competence_may_stand_in_an_area_of_her_own(page, place):
    page.add()
    button(aside(page), "Ny kompetence…").click()
    aside(page).form.frame("name").control.setText("Bålmad")
    aside(page).form.frame("new_area").control.setText("Natur og udeliv")
    button(aside(page), "Opret kompetence").click()
    assert place.services.competence.areas()[-1].name == "Natur og udeliv"
    assert place.services.competence.competences()[-1].name == "Bålmad"


def test_a_name_that_is_there_is_told_at_the_field(page):
    page.add()
    button(aside(page), "Ny kompetence…").click()
    aside(page).form.frame("name").control.setText("TRAS")
    button(aside(page), "Opret kompetence").click()
    assert aside(page).accessibleName() == "Ny kompetence"
    assert aside(page).form.troubled()


def test_what_a_role_is_expected_to_have_is_changed(page, place):
    key = choose(page, place, "Karen Ulvdal", "TRAS")[1]
    page.edit_needs()
    choice = next(each for each in aside(page).findChildren(ChoiceInput) if each.accessibleName() == "Mål for Pædagog")
    choice.show_raw(2)
    choice.left.emit()
    assert place.services.competence.facts().targets[key, "P"] == 2
    place.frame.undo()
    assert choice.raw() is None


@pytest.mark.parametrize("typed", ["999", "-1"])
def test_a_number_out_of_bounds_stays_with_what_is_wrong_under_it_and_is_not_taken(page, place, qtbot, typed):
    key = choose(page, place, "Karen Ulvdal", "TRAS")[1]
    wanted = place.services.competence.facts().wanted[key, HOUSE]
    page.edit_needs()
    panel = aside(page)
    field = panel.findChildren(QSpinBox)[0]
    qtbot.wait(0)
    field.selectAll()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, K.Key_Return)
    said = [line.sentence.text for line in panel.findChildren(SentenceLine) if not line.isHidden()]
    assert said == ["Skriv et antal mellem 0 og 99."]
    assert place.services.competence.facts().wanted[key, HOUSE] == wanted
    assert (field.text(), field.parent().property("problem")) == (typed, True)
    line = next(line for line in panel.findChildren(SentenceLine) if not line.isHidden())
    second = panel.findChildren(QSpinBox)[1].parent()
    assert field.parent().y() < line.y() < second.y(), "under the number it is about"
    qtbot.keyClicks(field, "1")
    qtbot.keyClick(field, K.Key_Return)
    assert place.services.competence.facts().wanted[key, HOUSE] == 1
    assert not [line for line in panel.findChildren(SentenceLine) if not line.isHidden()]


def test_what_is_chosen_of_the_roles_stands_under_one_another(page, place):
    choose(page, place, "Karen Ulvdal", "TRAS")
    page.edit_needs()
    QApplication.processEvents()
    boxes = [each.geometry() for each in aside(page).findChildren(ChoiceInput)]
    assert len({(box.left(), box.right()) for box in boxes}) == 1


def test_a_competence_is_switched_off_and_its_panel_goes(page, place):
    key = choose(page, place, "Karen Ulvdal", "TRAS")[1]
    page.edit_needs()
    button(aside(page), "Slå fra").click()
    assert key not in place.services.competence.facts().competences
    assert page.desk.side.aside is None


@pytest.mark.parametrize("key", [K.Key_Space, K.Key_Return])
def test_what_is_switched_off_is_found_again_and_switched_on_with_its_numbers(page, place, qtbot, key):
    service, what = place.services.competence, choose(page, place, "Karen Ulvdal", "TRAS")[1]
    wanted = service.facts().wanted[what, HOUSE]
    page.edit_needs()
    button(aside(page), "Slå fra").click()
    page.add()
    panel = aside(page)
    qtbot.keyClicks(panel.pane.filter_field, "tras")
    assert panel.table.rows.line(0).text == "Slået fra · 1"
    assert panel.table.choose(what)
    qtbot.keyClick(panel.table, key)
    assert service.facts().wanted[what, HOUSE] == wanted
    assert aside(page).accessibleName() == ("TRAS" if key == K.Key_Return else "Tilføj kompetence")
    assert place.services.database.undo_name() == "Slå TRAS til"


def test_a_competence_is_renamed(page, place):
    key = choose(page, place, "Karen Ulvdal", "TRAS")[1]
    page.edit_needs()
    button(aside(page), "Ret navn…").click()
    aside(page).form.frame("name").control.setText("TRAS og Sprogtrappen")
    button(aside(page), "Ret kompetence").click()
    assert place.services.competence.competence(key).name == "TRAS og Sprogtrappen"


def test_a_house_without_staff_says_where_to_begin(new_place, qtbot):
    page = new_place.open("competence")
    new_place.wait(qtbot)
    assert page.overview.currentWidget().findChildren(type(button(page, "Gå til Medarbejdere")))


def test_papers_are_offered_and_made(page, place):
    for print_paper, start in (
        (page.print_overview, b"%PDF"),
        (page.print_vulnerability, b"%PDF"),
        (page.print_profile, b"%PDF"),
    ):
        print_paper()
        job = place.papers[-1]
        assert job.build(job.options).startswith(start)
        assert job.formats[0].build(job.options).startswith(b"PK")
