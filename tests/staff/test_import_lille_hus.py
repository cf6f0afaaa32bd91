"""The two lists of tests/data/lille-hus, read by hand into the table below, in both orders."""

from datetime import date
from pathlib import Path

import pytest

from dagleder.exchange.tables import read_table
from dagleder.staff.import_target import STAFF_TARGET

LISTS = Path(__file__).parent.parent / "data" / "lille-hus"
OWN, PAYROLL = "personale-egen-liste.xlsx", "personale-loensystem.csv"

# number, name, role, hours, first day, stue, birthday, phone
EXPECTED = """
4100 | Bo Skov               | PA | 35   | 2020-08-17 | Mariehønen | 16/9  | 60883322
4107 | Bo Jæger              | P  | 37   | 2017-07-01 | Egernet    | 15/7  | 61889330
4114 | Mohammed Aabling      | PM | 35   | 1995-01-02 | Spurven    | 1/10  | 49516685
4121 | Søs Gramkow           | PM | 20   | 2005-11-10 | Pindsvinet | 3/11  | 49934562
4128 | Ivan de-Waal          | P  | 35   | 2011-05-01 | Mariehønen | 1/5   | 24822361
4135 | Gitte Skov            | P  | 37   | 2015-02-01 | Egernet    | 2/4   | 50586063
4142 | Eva Thorlund          | P  | 32   | 2008-06-03 | Spurven    | 14/1  | 27274122
4149 | Agnete Bækgaard       | PM | 35   | 2022-03-22 | Pindsvinet | 7/9   | 28639259
4156 | Hanne Mølgaard        | PM | 32   | 2004-01-09 | Mariehønen | 6/4   | 45879283
4163 | Gitte Bækgaard        | P  | 37   | 2018-06-01 | Egernet    | 27/6  | 38591919
4170 | Freja Gramkow         | PA | 30   | 2006-01-20 | Spurven    | 15/10 | 28857183
4177 | Ida Skov              | PM | 32   | 2002-11-05 | Pindsvinet | 8/10  | 32309080
4184 | Mette Westergren      | PM | 28.5 | 2021-10-03 | Mariehønen | 4/2   | 22754240
4191 | Viggo Ågesen          | PM | 20   | 2007-07-27 | Egernet    | 6/9   | 24263971
4198 | Ivan Vejrup           | PA | 35   | 1995-05-07 | Spurven    | 9/2   | 46674117
4205 | Camilla Fjeldsø       | P  | 37   | 2014-09-19 | Pindsvinet | 5/6   | 48529498
4212 | Gorm Thorlund         | P  | 30   | 2023-05-01 | Mariehønen | 2/5   | 21869119
4219 | Dennis Christoffersen | P  | 37   | 2011-03-03 | Egernet    | 12/9  | 22265355
4226 | Freja Westergren      | PM | 37   | 2010-10-01 | Spurven    | 1/10  | 59945858
4233 | Kåre Aabling          | PA | 37   | 1995-02-03 | Pindsvinet | 24/7  | 41599884
4240 | Carsten Østerlund     | PM | 37   | 2025-02-17 | Mariehønen | 3/10  | 50123999
4247 | Hanne Pihlkjær        | PA | 30   | 2022-05-01 | Egernet    | 22/3  | 59357631
4254 | Amira Kærholm         | PM | 28.5 | 2022-04-11 | Spurven    | 7/5   | 60653537
"""


def expected():
    for line in EXPECTED.strip().splitlines():
        number, name, role, hours, start, team, birthday, phone = (part.strip() for part in line.split("|"))
        day, _, month = birthday.partition("/")
        yield number, name, role, float(hours), date.fromisoformat(start), team, (int(day), int(month)), phone


def kept(staff):
    for row in sorted(staff.staff_list(), key=lambda row: row.number or ""):
        birthday = staff.person(row.id).facts.birthday
        yield row.number, row.name, row.role, row.minutes / 60, row.start, row.team, birthday, row.phone


def take_in(staff, name):
    return staff.import_staff(read_table(LISTS / name, STAFF_TARGET))


def test_her_own_list_gives_every_real_person_once(staff):
    plan = take_in(staff, OWN)
    assert len(plan.added) == 23
    assert [(item.row, item.reason.partition(",")[0]) for item in plan.left_out] == [
        (30, "Samme person som i række 8"),
        (31, "En ubesat stilling"),
    ]
    assert plan.new_teams == ("Mariehønen", "Egernet", "Spurven", "Pindsvinet")
    without_numbers = [row[1:] for row in sorted(kept(staff), key=lambda row: row[1])]
    assert without_numbers == [row[1:] for row in sorted(expected(), key=lambda row: row[1])]


def test_what_her_own_list_says_besides_is_told(staff):
    plan = take_in(staff, OWN)
    told = {(w.row, w.column): w.text for w in plan.warnings}
    assert told.keys() == {
        (1, "Personale 2026-27!A"),
        (1, "Telefonkæde!A"),
        (4, "Fødselsdag"),
        (33, "Personale 2026-27!A"),
    }
    assert "Sidst rettet: 3. november" in [cell.text for cell in plan.unused]
    assert ("MARIEHØNEN", "Mariehønen") in [(c.before, c.after) for c in plan.corrections]
    assert ("17.08.20", "17-08-2020") in [(c.before, c.after) for c in plan.corrections]


def test_the_payroll_list_leaves_its_sum_out(staff):
    plan = take_in(staff, PAYROLL)
    assert (len(plan.added), plan.warnings) == (23, ())
    assert [(item.row, item.reason) for item in plan.left_out] == [(26, "En sum, ikke en medarbejder.")]


@pytest.mark.parametrize("order", [(OWN, PAYROLL), (PAYROLL, OWN)], ids=["own first", "payroll first"])
def test_both_lists_in_either_order_are_the_same_23_people(house, staff, order):
    for name in order:
        take_in(staff, name)
    assert list(kept(staff)) == list(expected())
    assert min(row.mail for row in staff.staff_list()) == "agnete.baekgaard7@example.org"
    for name in order:
        plan = take_in(staff, name)
        assert (len(plan.unchanged), plan.added, plan.changed) == (23, (), ())
    assert len(house.database.history()) == 2


def test_the_second_list_only_adds_what_it_knows_better(staff):
    take_in(staff, OWN)
    plan = take_in(staff, PAYROLL)
    assert plan.added == ()
    assert {change.field for person in plan.changed for change in person.changes} == {"Medarbejdernummer", "E-mail"}
    assert all(change.before == "" for person in plan.changed for change in person.changes)
