"""The leader's own sheet of tests/data/lille-hus against its 23 people: each cell looked up again with openpyxl."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from dagleder.competence.import_values import Outcome, SheetWishes
from dagleder.competence.levels import Source
from dagleder.exchange.tables import Choices, read_table
from dagleder.staff.import_target import STAFF_TARGET
from tests.queries import count_queries

LISTS = Path(__file__).parent.parent / "data" / "lille-hus"
SHEET = LISTS / "kompetencer-hvem-kan-hvad.xlsx"
COLUMNS = {
    "Sprogvurdering": "sprogvurdering",
    "TRAS": "tras",
    "Førstehjælp (udløb)": "foerstehjaelp",
    "Forældresamtaler": "foraeldresamtaler",
    "KIDS": "kids",
    "TOPI": "topi",
    "Vejl. PA-elever": "vejledning_pa_elever",
    "Læringsmiljøer": "laeringsmiljoeer",
    "SMTTE": "smtte",
    "Brandansvarlig": "brand",
}
LEVELS = {"-": 0, "kender": 1, "øver sig": 2, "kan selv": 3, "x": 3, "ja": 3, "kan lære fra sig": 4}
FULL_NAMES = {"Agnete": "Agnete Bækgaard", "Kåre": "Kåre Aabling", "Eva": "Eva Thorlund"}


@pytest.fixture
def staffed(house):
    house.staff.import_staff(read_table(LISTS / "personale-egen-liste.xlsx", STAFF_TARGET))
    return house


def take_in(competence, wishes=None, choices=None):
    table = read_table(SHEET, competence.import_target(), choices)
    return competence.import_sheet(table, wishes or SheetWishes())


def written():
    """(name, competence, level, valid until) of each cell with something in it, but for the ponies."""
    rows = openpyxl.load_workbook(SHEET).active.iter_rows(min_row=3, values_only=True)
    heads = next(rows)
    for row in rows:
        for head, value in zip(heads[2:12], row[2:12], strict=True):
            if value is not None:
                until = value.date() if isinstance(value, datetime) else None
                level = 3 if until else LEVELS[value] if value in LEVELS else int(value)
                yield FULL_NAMES.get(row[1], row[1]), COLUMNS[head], level, until


def kept(house):
    keys = {each.id: each.key for each in house.competence.competences(hidden=True)}
    for person in house.staff.staff_list():
        for each in house.competence.history(person.id):
            assert (each.source, each.day) == (Source.LEADER, date(2026, 3, 12))
            yield person.name, keys[each.competence_id], each.level, each.valid_until


def test_every_cell_is_in_the_house_afterwards(staffed, competence):
    plan = take_in(competence)
    assert (plan.count(Outcome.ADDED), plan.left_out) == (201, ())
    assert sorted(kept(staffed), key=str) == sorted(written(), key=str)


@pytest.mark.usefixtures("staffed")
def test_what_is_odd_about_it_is_told(competence):
    plan = take_in(competence)
    assert {(w.row, w.column) for w in plan.warnings} == {
        (1, "Hvem kan hvad!A"),  # 'rettet i juni' dates nothing
        (6, "Hvem kan hvad!M"),  # the ponies
        *((row, "Førstehjælp (udløb)") for row in (8, 12, 13, 24)),  # lapsed
        *((row, "Førstehjælp (udløb)") for row in (9, 11, 14, 20)),  # 'ja'
        *((row, "Brandansvarlig") for row in (8, 21)),
        *((row, "Navn") for row in (16, 19, 22)),  # first names
    }
    noted = [(cell.row, cell.name, cell.note) for cell in plan.cells if cell.note]
    assert noted == [(6, "Sprogvurdering", "vil gerne på kursus til efteråret")]


def test_one_undo_takes_it_all_back_and_a_second_time_is_no_step(staffed, competence):
    take_in(competence)
    assert staffed.database.history()[0].name == "Importér kompetencer"
    plan = take_in(competence)
    assert (plan.count(Outcome.UNCHANGED), plan.changes_anything) == (201, False)
    assert len(staffed.database.history()) == 2
    staffed.database.undo()
    assert list(kept(staffed)) == []


def test_the_ponies_become_a_competence_when_she_wants_them(staffed, competence):
    wanted = Choices(columns={12: "new"})
    take_in(competence, choices=wanted)
    (ponies,) = [each for each in competence.competences() if each.name == "Heste og ponyer"]
    (gitte,) = [row for row in staffed.staff.staff_list() if row.name == "Gitte Skov"]
    assert [each.level for each in competence.history(gitte.id, ponies.id)] == [3]
    assert not take_in(competence, choices=wanted).changes_anything
    staffed.database.undo()
    assert "Heste og ponyer" not in [each.name for each in competence.competences(hidden=True)]


def test_the_day_is_hers_to_choose(staffed, competence):
    take_in(competence, SheetWishes(day=date(2025, 6, 30)))
    assert {each.day for row in staffed.staff.staff_list() for each in competence.history(row.id)} == {
        date(2025, 6, 30)
    }


def test_what_was_found_since_stays(staffed, competence, ids, assess):
    (bo,) = [row for row in staffed.staff.staff_list() if row.name == "Bo Jæger"]
    assess(bo.id, "sprogvurdering", 4, day=date(2026, 3, 1))
    take_in(competence, SheetWishes(day=date(2025, 6, 30)))
    assert competence.facts().level(bo.id, ids["sprogvurdering"]) == 4
    assert len(competence.history(bo.id, ids["sprogvurdering"])) == 1


def test_her_own_view_is_not_the_leaders(staffed, competence, ids, assess):
    (bo,) = [row for row in staffed.staff.staff_list() if row.name == "Bo Jæger"]
    assess(bo.id, "sprogvurdering", 2, source=Source.SELF)
    take_in(competence)
    assert {each.source for each in competence.history(bo.id, ids["sprogvurdering"])} == {Source.SELF, Source.LEADER}


def test_a_plan_asks_as_often_in_an_empty_house_as_with_everybody(house, competence):
    table = read_table(SHEET, competence.import_target())
    empty = count_queries(lambda: competence.plan_import(table))
    house.staff.import_staff(read_table(LISTS / "personale-egen-liste.xlsx", STAFF_TARGET))
    take_in(competence)
    assert count_queries(lambda: competence.plan_import(table)) == empty
