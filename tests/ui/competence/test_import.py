"""A leader's own sheet of competences in the window: looked through, put right, taken in, taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dagleder.competence.drafts import CompetenceDraft
from dagleder.competence.proposal import proposed
from dagleder.exchange.tables import read_table
from dagleder.presence.count import HOUSE
from dagleder.staff.import_target import STAFF_TARGET
from tests.ui.reading_in import reader
from ui.kit.label import Label

DATA = Path(__file__).parents[2] / "data" / "lille-hus"
SHEET = DATA / "kompetencer-hvem-kan-hvad.xlsx"
NOT_YET = "Vurderingerne kan ikke gælde fra en dag, der ikke er kommet."
NO_DATE = "“i juni” er ikke en dato. Skriv den som 17-08-2026."
ODD = """Stue;Navn;TRAS;Førstehjælp;Heste
Alle;Bo;3;x;ja
Spurven;Freja;2;31-03-2028;
Spurven;Freja Gramkow;9;1;2
Egernet;Viggo Ågesen;0;;
;Uden Navn;3;;
;I alt;12;;
"""


@pytest.fixture
def staffed_place(new_place):
    """A house with the 23 people of the small house."""
    new_place.services.staff.import_staff(read_table(DATA / "personale-egen-liste.xlsx", STAFF_TARGET))
    new_place.open("competence")
    return new_place


@pytest.fixture
def view(staffed_place):
    return staffed_place.open("competence_import").view


@pytest.fixture
def read(qtbot, view):
    return reader(qtbot, view)


@pytest.fixture
def odd(tmp_path, read):
    file = tmp_path / "ark.csv"
    file.write_text(ODD, "utf-8")
    return read(file)


def ways_said(shown):
    """What stands beside the button."""
    said = "Intet gemmes, før du trykker Importér.", "Ret først den dag, vurderingerne er fra."
    return [label.text() for label in shown.findChildren(Label) if label.text() in said and not label.isHidden()]


def type_day(qtbot, view, text):
    field = view.day.control
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def settled(qtbot, view):
    qtbot.waitUntil(lambda: not view.busy)


def take(qtbot, view, button):
    with qtbot.waitSignal(view.done):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def row_named(shown, name):
    return next(row for row in shown.table.view.rows.shown_rows() if row.name == name)


def level(place, name, key):
    competence = place.services.competence
    (which,) = [each.id for each in competence.competences() if each.key == key]
    return competence.facts().level(place.services.staff.find(name).id, which)


def choose_column(shown, index, key):
    choice = shown.table.choice(index)
    choice.show_raw(key)
    choice.left.emit()


def test_her_own_sheet_is_read_in_and_one_undo_takes_it_all_back(qtbot, staffed_place, view, read):
    shown = read(SHEET)
    assert shown.take_all.text() == "Importér 201 vurderinger"
    take(qtbot, view, shown.take_all)
    assert staffed_place.page.feature == "competence"
    assert staffed_place.messages.told[-1].startswith("201 vurderinger er hentet. ")
    assert level(staffed_place, "Carsten Østerlund", "foraeldresamtaler") == 4
    staffed_place.messages.choose("Fortryd")
    assert level(staffed_place, "Carsten Østerlund", "foraeldresamtaler") == 0
    assert staffed_place.services.database.history()[0].undone


def test_what_came_in_is_taken_in_use_in_one_click(qtbot, staffed_place, view, read):
    service = staffed_place.services.competence
    tras = next(each.id for each in service.competences() if each.key == "tras")
    service.set_wanted({(tras, HOUSE): 4})
    shown = read(SHEET)
    take(qtbot, view, shown.take_all)
    told = {key for _, key in service.facts().holdings}
    assert staffed_place.messages.told[-1].endswith(f"{len(told) - 1} kompetencer er ikke i brug endnu")
    staffed_place.messages.choose("Tag dem i brug")
    facts = service.facts()
    assert {each.id for each in facts.in_use()} == told
    assert facts.wanted[tras, HOUSE] == 4
    proposals = {each.competence.id: each.wanted for each in proposed(facts)}
    assert all(facts.wanted[key, HOUSE] == proposals.get(key, 2) for key in told - {tras})
    staffed_place.frame.undo()
    assert [each.id for each in service.facts().in_use()] == [tras]


def test_her_own_columns_are_offered_first_long_after_the_toast_is_gone(qtbot, staffed_place, view, read):
    service = staffed_place.services.competence
    take(qtbot, view, read(SHEET).take_all)
    staffed_place.wait(qtbot)
    proposal = staffed_place.open("competence").proposal
    told = {key for _, key in service.facts().holdings}
    lines = list(proposal.table.rows.shown_rows())
    assert {line.proposed.competence.id for line in lines if line.taken} == told
    assert {line.proposed.competence.id for line in lines[: len(told)]} == told
    assert all(line.proposed.reason.startswith("Ingen er vurderet endnu.") for line in lines[len(told) :])
    assert proposal.use.text() == f"Brug de {len(told)}"
    proposal.use.click()
    assert {each.id for each in service.facts().in_use()} == told


def test_the_page_of_competences_and_the_palette_lead_there(new_place):
    page = new_place.open("competence")
    new_place.press("Importér kompetencer…")
    assert new_place.page.feature == "competence_import"
    new_place.press("Tilbage til kompetencer")
    assert new_place.page is page


def test_a_second_time_there_is_nothing_to_take_in(qtbot, staffed_place, view, read):
    take(qtbot, view, read(SHEET).take_all)
    staffed_place.open("competence_import")
    shown = read(SHEET)
    assert not shown.take_all.isEnabled()
    assert shown.take_all.text() == "Intet at importere"


def test_the_ponies_become_a_competence_when_she_chooses_it(qtbot, staffed_place, view, read):
    shown = read(SHEET)
    assert shown.table.choice(12).currentText() == "Medtag ikke"
    choose_column(shown, 12, "new")
    settled(qtbot, view)
    assert shown.table.choice(12).currentText() == "Ny kompetence: Heste og ponyer"
    assert shown.take_all.text() == "Importér 202 vurderinger"
    take(qtbot, view, shown.take_all)
    assert staffed_place.messages.told[-1].startswith("202 vurderinger er hentet, 1 ny kompetence. ")
    assert "Heste og ponyer" in [each.name for each in staffed_place.services.competence.competences()]
    staffed_place.open("competence_import")
    assert read(SHEET).table.choice(12).currentText() == "Heste og ponyer"


def test_a_tick_above_the_list_takes_the_ponies_in_or_not(qtbot, view, read):
    shown = read(SHEET)
    (tick,) = shown.offers
    assert tick.text() == "Tag “Heste og ponyer” med som ny kompetence"
    for count in (202, 201):
        tick.setFocus()
        qtbot.keyClick(tick, Qt.Key.Key_Space)
        settled(qtbot, view)
        assert tick.hasFocus()
        assert shown.take_all.text() == f"Importér {count} vurderinger"


def test_another_guess_for_a_column_is_hers(qtbot, staffed_place, view, read):
    shown = read(SHEET)
    (sparring,) = [c for c in staffed_place.services.competence.competences() if c.key == "faglig_sparring"]
    choose_column(shown, 10, f"competence/{sparring.id}")
    settled(qtbot, view)
    take(qtbot, view, shown.take_all)
    assert level(staffed_place, "Gitte Skov", "faglig_sparring") == 4
    assert level(staffed_place, "Gitte Skov", "smtte") == 0


def test_the_day_of_the_assessments_is_hers(qtbot, staffed_place, view, read):
    shown = read(SHEET)
    assert view.day.text == "12-03-2026"
    type_day(qtbot, view, "30-06-2025")
    settled(qtbot, view)
    take(qtbot, view, shown.take_all)
    bo = staffed_place.services.staff.find("Bo Jæger").id
    assert {each.day.isoformat() for each in staffed_place.services.competence.history(bo)} == {"2025-06-30"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31-02-2026", "Februar 2026 har kun 28 dage. Mente du 28-02-2026?"),
        ("30-06-2030", NOT_YET),
        ("i juni", NO_DATE),
    ],
)
def test_a_day_that_cannot_be_stays_with_the_reason_and_nothing_is_taken_in(qtbot, messages, view, read, typed, said):
    shown = read(SHEET)
    type_day(qtbot, view, typed)
    settled(qtbot, view)
    assert (view.day.text, view.day.sentence) == (typed, said)
    assert not shown.take_all.isEnabled()
    assert ways_said(shown) == ["Ret først den dag, vurderingerne er fra."]
    assert not messages.notes
    type_day(qtbot, view, "1/3/2026")
    settled(qtbot, view)
    assert (view.day.text, view.day.sentence) == ("01-03-2026", "")
    assert shown.take_all.isEnabled()
    assert ways_said(shown) == ["Intet gemmes, før du trykker Importér."]


def test_a_day_that_cannot_be_is_gone_with_the_sheet(qtbot, staffed_place, view, read):
    shown = read(SHEET)
    type_day(qtbot, view, "31-02-2026")
    shown.left.emit()
    staffed_place.open("competence_import")
    assert read(SHEET).take_all.isEnabled()
    assert view.day.text == "12-03-2026"


def test_she_says_who_a_row_is_from_those_it_may_be(qtbot, view, odd):
    row = row_named(odd, "Bo")
    assert row.ticked is None
    odd.table.view.link_clicked.emit(row, row.notes[0])
    likely = [action.text() for action in view.who.actions() if action.text()]
    assert likely == ["Bo Jæger", "Bo Skov", "En anden medarbejder"]
    view.who.actions()[0].trigger()
    settled(qtbot, view)
    assert [note.text for note in row_named(odd, "Bo Jæger").notes][-1] == "“Bo” er læst som Bo Jæger."


def test_a_row_of_a_stranger_may_be_anybody_and_is_asked_by_keys(qtbot, view, odd):
    table = odd.table.view
    table.setFocus()
    table.choose(row_named(odd, "Uden Navn").number)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert len(view.who.actions()) == 23
    view.who.close()


def test_what_cannot_be_read_is_mended_where_it_stands(qtbot, staffed_place, view, odd):
    row = row_named(odd, "Freja Gramkow")
    assert [cell.wrong for cell in row.cells] == [False, False, True, True, False]
    assert not odd.take_all.isEnabled()
    odd.table.mended.emit(row.number, "C", "3")
    settled(qtbot, view)
    qtbot.mouseClick(odd.empty_all, Qt.MouseButton.LeftButton)
    settled(qtbot, view)
    take(qtbot, view, odd.take_all)
    assert level(staffed_place, "Freja Gramkow", "tras") == 3


def test_a_cpr_number_in_a_cell_is_never_shown_and_is_left_empty_by_its_link(qtbot, tmp_path, view, read):
    file = tmp_path / "ark.csv"
    file.write_text("Navn;TRAS;KIDS\nBo Skov;160971-1234;3\nGitte Skov;2;\nIda Skov;1;\n", "utf-8")
    shown = read(file)
    row = row_named(shown, "Bo Skov")
    assert "160971" not in repr(shown.table.view.rows.shown_rows())
    assert not shown.take_all.isEnabled()
    shown.table.view.link_clicked.emit(row, row.notes[0])
    settled(qtbot, view)
    assert shown.take_all.text() == "Importér 3 vurderinger"
    assert shown.take_all.isEnabled()


def test_why_a_column_cannot_become_a_competence_stands_above_the_list(qtbot, staffed_place, view, odd):
    service = staffed_place.services.competence
    service.hide_competence(service.add_competence(CompetenceDraft("Heste", service.areas()[0].id)))
    settled(qtbot, view)
    choose_column(odd, 4, "new")
    settled(qtbot, view)
    assert "“Heste” er slået fra i kataloget." in [label.text() for label in odd.findChildren(Label)]


def test_a_row_may_wait(qtbot, staffed_place, view, odd):
    assert odd.take_some.text() == "Importér 1, lad Freja vente"
    take(qtbot, view, odd.take_some)
    assert staffed_place.messages.told[-1].startswith("1 vurdering er hentet. ")


def test_each_row_stands_under_what_becomes_of_it(odd):
    kinds = {row.number: row.kind.value for row in odd.table.view.rows.shown_rows()}
    assert kinds == {2: "who", 3: "who", 4: "news", 5: "news", 6: "who", 7: "out"}


def test_a_file_that_is_no_sheet_is_told_where_it_was_chosen(tmp_path, view, read):
    file = tmp_path / "ark.xlsx"
    file.write_bytes(b"%PDF-1.7")
    read(file)
    assert view.start.problem == "“ark.xlsx” er ikke et regneark. Dagleder læser .xlsx, .xls, .ods, .csv og .tsv."
    assert not view.showing_list


# --- pictures ------------------------------------------------------------------------------------


@pytest.fixture(params=[100, 130])
def text_size(request, theme):
    theme.choose(text_size=request.param)
    yield request.param
    theme.choose(text_size=100)


def test_the_sheet_as_it_comes_is_to_be_looked_through(staffed_place, grab, read, text_size):
    read(SHEET)
    grab(staffed_place.room, f"kompetencer-import-{text_size}")


def test_a_sheet_with_much_to_decide(staffed_place, grab, odd, text_size):
    assert odd.table
    grab(staffed_place.room, f"kompetencer-import-tvivl-{text_size}")


def test_where_a_sheet_is_fetched(staffed_place, grab, view):
    assert view.start.choose.hasFocus()
    grab(staffed_place.room, "kompetencer-import-start")


def test_a_sheet_with_a_day_that_cannot_be(qtbot, staffed_place, grab, view, read, theme):
    theme.choose(text_size=130)
    read(SHEET)
    type_day(qtbot, view, "31-02-2026")
    grab(staffed_place.room, "kompetencer-import-dag-130")
