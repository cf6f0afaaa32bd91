import pytest

from dagleder.exchange.tables import read_table_bytes
from dagleder.staff.import_target import STAFF_TARGET
from tests.ui.staff.conftest import LIST
from ui.kit.import_values import Mend, place_text
from ui.kit.table_values import Change
from ui.staff.import_rows import Kind, facts, kinds_of, remarks, rows, ways_on

NAME = "personaleliste 2026.csv"


def table_of(text):
    return read_table_bytes(text.encode(), NAME, STAFF_TARGET)


@pytest.fixture
def plan_of(new_services):
    """The table, its plan and the rows as shown, on an empty house."""

    def made(text, waiting=frozenset(), kinds=None):
        table = table_of(text)
        plan = new_services.staff.plan_import(table, waiting)
        return table, plan, rows(table, plan, kinds or {})

    return made


def row_of(shown, name):
    return next(row for row in shown if row.name == name)


def test_every_row_of_the_file_is_shown_with_what_becomes_of_it(plan_of):
    table, _, shown = plan_of(LIST)
    assert [row.kind for row in shown] == [Kind.NEW] * 7 + [Kind.OUT]
    assert sorted(row.number for row in shown) == [row.number for row in table.rows]
    assert [note.text for note in shown[-1].notes] == ["En sum, ikke en medarbejder."]
    assert shown[-1].ticked is None


def test_what_was_mended_is_before_and_after(plan_of):
    _, _, shown = plan_of(LIST)
    assert row_of(shown, "Cecilie Ravnsø").cells[2].change == Change("Mariehøne", "Mariehønen")
    assert row_of(shown, "Dorte Højkilde").cells[4].change == Change("1/9 18", "01-09-2018")


def test_no_cpr_number_is_ever_shown(plan_of):
    _, _, shown = plan_of(LIST)
    assert {row.cells[6].text for row in shown} == {"•••••• – udelades"}
    assert "CPR-numre hentes ikke" in [fact.text for fact in facts(*plan_of(LIST))]


def test_what_cannot_be_used_stands_at_its_cell_with_a_mend(plan_of):
    _, _, shown = plan_of(LIST)
    gitte = row_of(shown, "Gitte Klitager")
    assert gitte.cells[3].wrong
    (note,) = gitte.notes
    assert (note.link, note.tone, note.about) == ("30", "danger", Mend("hours", "30"))


def test_what_is_odd_is_kept_and_doubted(plan_of):
    _, _, shown = plan_of("Navn;Timer\nBo Skov;45\n")
    (bo,) = shown
    assert (bo.to_mend, [note.tone for note in bo.notes]) == ((), ["warn"])


def test_each_cell_that_cannot_be_used_is_told_under_its_row_and_can_be_left_empty(plan_of):
    _, _, shown = plan_of("Navn;Stilling;Mobil\nBo Skov;Kaptajn;123\n")
    (bo,) = shown
    assert bo.to_mend == ("role", "phone")
    assert [note.text.partition(":")[0] for note in bo.notes] == ["Stilling", "Mobil"]
    assert {note.link for note in bo.notes} == {"Lad feltet stå tomt"}
    assert [note.about for note in bo.notes] == [Mend("role", ""), Mend("phone", "")]


def test_the_chips_count_what_she_wants_to_know(plan_of):
    assert [(fact.text, fact.look) for fact in facts(*plan_of(LIST))] == [
        ("6 medarbejdere klar", "ok"),
        ("2 rettet for dig", "info"),
        ("1 skal du rette", "danger"),
        ("1 række ikke med", "plain"),
        ("CPR-numre hentes ikke", "plain"),
    ]
    assert remarks(*plan_of(LIST)[:2]) == ["Nye stuer: Mariehønen og Humlebien."]
    assert place_text(table_of(LIST)) == f"{NAME} · overskrifter fundet i række 1"


def test_one_who_is_wrong_can_wait_by_name_and_several_by_number(plan_of):
    _, plan, shown = plan_of(LIST)
    ways = ways_on(plan, shown)
    assert (ways.all_text, ways.some_text) == ("Importér 7 medarbejdere", "Importér 6, lad Gitte vente")
    assert ways.why_not_all == "Ret først det, der er markeret, eller lad det vente."
    _, plan, shown = plan_of(LIST.replace("Pædagog;Mariehønen;37", "Pædagog;Mariehønen;x"))
    assert ways_on(plan, shown).some_text == "Importér 5, lad 2 vente"


def test_a_row_that_waits_stays_where_it_was_and_is_not_counted(plan_of):
    _, first, shown = plan_of(LIST)
    gitte = row_of(shown, "Gitte Klitager").number
    _, plan, shown = plan_of(LIST, frozenset({gitte}), kinds_of(first))
    row = row_of(shown, "Gitte Klitager")
    assert (row.kind, row.ticked, row.waits) == (Kind.NEW, False, True)
    assert ways_on(plan, shown).all_text == "Importér 6 medarbejdere"
    assert ways_on(plan, shown).why_not_all == ""


def test_of_somebody_the_house_knows_the_change_is_told(new_services, plan_of):
    new_services.staff.import_staff(table_of("Navn;Timer;Tlf\nBo Skov;37;20000001\nIda Holm;30;20000002\n"))
    table, plan, shown = plan_of("Navn;Timer;Tlf\nBo Skov;32;20000001\nIda Holm;30;20 00 00 02\nNy Mand;37;\n")
    assert [(row.name, row.kind) for row in shown] == [
        ("Ny Mand", Kind.NEW),
        ("Bo Skov", Kind.CHANGED),
        ("Ida Holm", Kind.SAME),
    ]
    assert row_of(shown, "Bo Skov").cells[1].change == Change("37", "32", "refresh-cw")
    assert ways_on(plan, shown).all_text == "Tilføj 1, ret 1"
    assert ways_on(plan, shown).said == "Intet gemmes, før du trykker Tilføj."
    assert ("1 ændres", "info") in [(fact.text, fact.look) for fact in facts(table, plan, shown)]


def test_a_list_that_changes_nothing_says_so(new_services, plan_of):
    new_services.staff.import_staff(table_of("Navn;Timer\nBo Skov;37\n"))
    _, plan, shown = plan_of("Navn;Timer\nBo Skov;37,0 t\n")
    ways = ways_on(plan, shown)
    assert (ways.all_text, ways.why_not_all) == ("Intet at importere", "Alt er, som det allerede står.")
    assert ways.said == ways.why_not_all


def test_a_list_that_only_changes_people_says_ret(new_services, plan_of):
    new_services.staff.import_staff(table_of("Navn;Timer;Tlf\nBo Skov;37;\nIda Holm;30;\n"))
    _, plan, shown = plan_of("Navn;Timer;Tlf\nBo Skov;32;\nIda Holm;31;\n")
    assert ways_on(plan, shown).all_text == "Ret 2 medarbejdere"
    _, plan, shown = plan_of("Navn;Timer;Tlf\nBo Skov;32;\nIda Holm;31;12\n")
    assert ways_on(plan, shown).some_text == "Ret 1, lad Ida vente"
