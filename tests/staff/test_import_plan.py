"""What reading a list in changes: nothing erased, nothing doubled, nothing silent, all taken back by one undo."""

from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dagleder.base.clock import FixedClock
from dagleder.base.errors import UserProblem
from dagleder.exchange.tables import read_table_bytes
from dagleder.exchange.tables_values import column_letter
from dagleder.staff.drafts import HoursDraft
from dagleder.staff.import_people import PresentPerson
from dagleder.staff.import_plan import PresentStaff, plan_import
from dagleder.staff.import_target import STAFF_TARGET
from dagleder.staff.service import StaffService
from tests.exchange.spreadsheets import xlsx

TODAY = date(2026, 3, 12)
HEADING = "Nr;Navn;Stue;Stilling;Timer;Ansat;Fødselsdag;Mail;Tlf;Note"
BO = "4100;Bo Skov;Egernet;PAU;35;17-08-2020;16/9;bo@example.org;60883322;Nøgle 7"


@pytest.fixture
def take_in(staff, staff_table):
    def take(*lines, heading=HEADING):
        return staff.import_staff(staff_table(heading, *lines))

    return take


def changes(plan):
    return [(c.field, c.before, c.after) for person in plan.changed for c in person.changes]


def test_somebody_new_comes_with_everything_the_row_says(staff, take_in):
    plan = take_in(BO)
    assert (len(plan.added), plan.new_teams) == (1, ("Egernet",))
    (row,) = staff.staff_list()
    person = staff.person(row.id)
    assert (row.number, row.name, row.role, row.minutes, row.team) == ("4100", "Bo Skov", "PA", 2100, "Egernet")
    assert (person.facts.birthday, person.facts.phone, person.facts.notes) == ((16, 9), "60883322", "Nøgle 7")


def test_a_comment_beside_a_cell_is_told_as_not_used(staff):
    content = xlsx({"Ark": [["Navn", "Timer"], ["Bo Skov", 37]]}, comments=[("B2", "fra august 30")])
    plan = staff.import_staff(read_table_bytes(content, "liste.xlsx", STAFF_TARGET))
    assert [(cell.text, cell.why) for cell in plan.unused] == [("fra august 30", "kommentarer hentes ikke")]
    assert "fra august 30" in plan.warnings[0].text


def test_one_undo_takes_it_all_back_and_a_second_import_is_no_step(house, staff, take_in):
    take_in(BO, "2;Ida Skov;Spurven;P;37;;;;;")
    steps = [step.name for step in house.database.history()]
    assert steps == ["Importér 2 medarbejdere"]
    plan = take_in(BO, "2;Ida Skov;Spurven;P;37;;;;;")
    assert (len(plan.unchanged), plan.added, plan.changed) == (2, (), ())
    assert len(house.database.history()) == 1
    house.database.undo()
    assert staff.staff_list() == []
    assert house.settings.teams() == ()


@pytest.mark.parametrize(
    "line",
    [
        "04100; BO  SKOV ;EGERNET;Pædagogisk assistent;35,0 t;17/8 2020;16. sep;BO@example.org;+4560883322;nøgle 7",
        "4100;Bo Skov;;;;;;;;",  # an empty cell never erases
        ";Bo Skov;;;;;;;;",
        ";Skov, Bo;;;;;;;;",
        "4100;Bo Skov;Egernet;Køkkenchef;efter behov;i fjor;;;12;",  # what cannot be read changes nothing
    ],
)
def test_what_differs_only_in_form_or_is_empty_is_unchanged(staff, take_in, line):
    take_in(BO)
    before = staff.person(1)
    plan = take_in(line)
    assert [person.name for person in plan.unchanged] == ["Bo Skov"]
    assert staff.person(1) == before


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("4101;Bo Skov;;;;;;;;", ("Medarbejdernummer", "4100", "4101")),
        ("4100;Bo Holm;;;;;;;;", ("Navn", "Bo Skov", "Bo Holm")),
        ("4100;Bo Skov;Spurven;;;;;;;", ("Stue", "Egernet", "Spurven")),
        ("4100;Bo Skov;;Pædagog;;;;;;", ("Stilling", "Pædagogisk assistent", "Pædagog")),
        ("4100;Bo Skov;;;37;;;;;", ("Timer pr. uge", "35", "37")),
        ("4100;Bo Skov;;;;18-08-2020;;;;", ("Ansat fra", "17-08-2020", "18-08-2020")),
        ("4100;Bo Skov;;;;;17/9;;;", ("Fødselsdag", "16. september", "17. september")),
        ("4100;Bo Skov;;;;;;skov@example.org;;", ("E-mail", "bo@example.org", "skov@example.org")),
        ("4100;Bo Skov;;;;;;;60883323;", ("Telefon", "60 88 33 22", "60 88 33 23")),
        ("4100;Bo Skov;;;;;;;;Bor langt væk", ("Note", "Nøgle 7", "Nøgle 7\nBor langt væk")),
    ],
)
def test_a_corrected_list_updates_and_says_before_and_after(house, staff, take_in, line, change):
    take_in(BO)
    plan = take_in(line)
    expected = [change, ("Fornavn", *change[1:])] if change[0] == "Fornavn" else [change]
    assert changes(plan) == expected
    assert take_in(line).changed == ()
    house.database.undo()
    assert changes(take_in(line)) == expected
    assert len(staff.staff_list()) == 1


def test_new_hours_and_stue_hold_from_today_and_the_past_keeps_its_own(staff, take_in):
    take_in(BO)
    take_in("4100;Bo Skov;Spurven;;37;;;;;")
    employment = staff.employments()[1]
    yesterday = date(2026, 3, 11)
    assert (employment.minutes_on(yesterday), employment.minutes_on(TODAY)) == (2100, 2220)
    assert [m.team for m in employment.memberships_on(yesterday)] == ["Egernet"]
    assert [m.team for m in employment.memberships_on(TODAY)] == ["Spurven"]


def test_hours_and_stue_nobody_knew_hold_from_the_start(staff, take_in):
    take_in("4100;Bo Skov;;;;17-08-2020;;;;")
    take_in(BO)
    employment = staff.employments()[1]
    assert employment.minutes_on(date(2020, 8, 17)) == 2100
    assert [m.team for m in employment.memberships_on(date(2020, 8, 17))] == ["Egernet"]


def test_one_stue_in_the_list_is_no_news_of_somebody_in_two(staff, take_in):
    take_in("4100;Bo Skov;Egernet/Spurven;;;;;;;")
    assert staff.team_names()[1] == ["Egernet", "Spurven"]
    assert take_in("4100;Bo Skov;Spurven;;;;;;;").changed == ()
    assert changes(take_in("4100;Bo Skov;Ræven;;;;;;;")) == [("Stue", "Egernet og Spurven", "Ræven")]


def test_two_cells_know_better_than_one_where_the_last_name_begins(staff, take_in):
    take_in("Anne Marie Holm Hansen;PMH", heading="Navn;Stilling")
    assert staff.staff_list()[0].last_name == "Hansen"
    plan = take_in("Anne Marie;Holm Hansen", heading="Fornavn;Efternavn")
    assert changes(plan) == [("Fornavn", "Anne Marie Holm", "Anne Marie")]
    assert take_in("Anne Marie Holm Hansen;PMH", heading="Navn;Stilling").changed == ()


def test_two_people_with_one_mail_are_told_until_one_waits(staff, staff_table):
    table = staff_table("Navn;Mail", "Søs Gramkow;s@example.org", "Søren Gram;S@example.org")
    assert [(w.row, w.field) for w in staff.plan_import(table).warnings] == [(3, "mail")]
    assert staff.plan_import(table, frozenset({3})).warnings == ()


def test_a_row_can_be_let_wait(staff, staff_table):
    table = staff_table(HEADING, BO, "2;Ida Skov;Spurven;P;300;;;;;")
    plan = staff.import_staff(table, frozenset({3}))
    assert [(item.row, item.reason) for item in plan.waiting] == [(3, "Venter, som du har valgt.")]
    assert [row.name for row in staff.staff_list()] == ["Bo Skov"]
    assert [team for row in staff.staff_list() if (team := row.team)] == ["Egernet"]


def test_a_cell_can_be_mended_before_it_is_taken_in(staff, staff_table):
    table = staff_table(HEADING, "4100;Bo Skov;Egernet;P;300;;;;;")
    (warning,) = staff.plan_import(table).warnings
    assert (warning.row, warning.field, warning.suggestion, warning.taken) == (2, "hours", "30", False)
    plan = staff.import_staff(table.with_value(warning.row, warning.field, warning.suggestion))
    assert plan.warnings == ()
    assert staff.staff_list()[0].minutes == 1800


def test_somebody_who_has_left_is_known_and_stays_left(staff, take_in):
    take_in(BO)
    staff.leave(1, date(2026, 3, 1))
    plan = take_in(BO)
    assert [person.name for person in plan.unchanged] == ["Bo Skov"]
    assert "fratrådt" in plan.warnings[0].text
    assert staff.staff_list() == []


def test_what_a_list_says_otherwise_of_who_has_left_is_news_once(staff, take_in):
    take_in(BO)
    staff.leave(1, date(2026, 3, 1))
    corrected = "4100;Bo Skov;Spurven;;37;;;;;"
    assert changes(take_in(corrected)) == [("Timer pr. uge", "35", "37"), ("Stue", "Egernet", "Spurven")]
    assert take_in(corrected).changed == ()
    assert staff.person(1).minutes == 2220


def test_a_last_day_before_the_first_is_not_taken(take_in):
    plan = take_in("Bo Skov;01-05-2024;01-04-2024", heading="Navn;Ansat fra;Sidste dag")
    assert plan.added[0].draft.end is None
    assert "før ansættelsen" in plan.warnings[0].text


def test_initials_of_the_list_are_kept_unless_somebody_has_them(staff, take_in):
    plan = take_in("Bo Skov;BOS", "Ida Holm;bos", "Eva Lund;EVA-LOUISE", heading="Navn;Initialer")
    assert [row.initials for row in staff.staff_list()] == ["IH", "EL", "BOS"]
    assert len(plan.warnings) == 2


def test_a_plan_is_reckoned_afresh_when_it_is_taken_in(staff, staff_table):
    table = staff_table(HEADING, BO)
    assert len(staff.plan_import(table).added) == 1
    staff.import_staff(table)
    staff.set_hours(1, HoursDraft(2220, None))
    assert changes(staff.import_staff(table)) == [("Timer pr. uge", "37", "35")]
    assert staff.person(1).minutes == 2100


def test_hours_of_a_later_day_are_not_lost(house, take_in):
    take_in(BO)
    later = StaffService(house.database, FixedClock(datetime(2026, 6, 1, 8)))
    later.import_staff(read_table_bytes(b"Nr;Navn;Timer\n4100;Bo Skov;30", "l.csv", STAFF_TARGET))
    assert [h.minutes for h in later.person(1).hours_history] == [1800, 2100]


def test_what_is_not_used_is_told_by_column(take_in):
    plan = take_in("Bo Skov;PAU;ja", "Ida Skov;P;nej", "Eva Lund;P;", heading="Navn;Stilling;Kan cykle")
    (warning,) = plan.warnings
    assert (warning.row, warning.column) == (2, "C")
    assert warning.text == "Ikke brugt, kolonnen er ikke brugt (Kan cykle): “ja” (og 1 celle til)."


def test_a_cpr_number_is_told_and_never_repeated(take_in):
    plan = take_in("Bo Skov;160971-1234;160971-1234", "Ida Skov;Egernet;010203-1234", heading="Navn;Stue;CPR")
    assert {(w.row, w.column) for w in plan.warnings} >= {(1, "CPR"), (2, "Stue")}
    assert "1234" not in repr(plan)


CELL = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "Bo Skov",
            "Ida Skov",
            "I alt",
            "-",
            "?",
            "PAU",
            "Pæd.",
            "37",
            "300",
            "16/9 1971",
            "17.08.20",
            "160971-1234",
            "bo@example.org",
            "60 88 33 22",
            "Egernet",
            "EGERNET",
            "Vikar (ubesat)",
            "=1+1",
            "\u202eomvendt",
            "😀 😀",
        ]
    ),
    st.text(min_size=1, max_size=12).filter(str.strip),
    st.floats(-1e9, 1e9, allow_nan=False),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.booleans(),
)
ROWS = st.lists(st.lists(CELL, min_size=12, max_size=12), max_size=12)
HEADINGS = [
    "Nr",
    "Navn",
    "Stue",
    "Stilling",
    "Timer",
    "Ansat fra",
    "Sidste dag",
    "Fødselsdag",
    "Mail",
    "Tlf",
    "Note",
    "Andet felt",
]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_every_row_of_any_list_ends_in_one_place_and_every_cell_is_told(rows):
    table = read_table_bytes(
        xlsx(
            {
                "Ark": [
                    HEADINGS,
                    *(
                        [cell if not isinstance(cell, str) or cell.isprintable() else "x y" for cell in row]
                        for row in rows
                    ),
                ]
            }
        ),
        "l.xlsx",
        STAFF_TARGET,
    )
    plan = plan_import(table, PresentStaff((), ()), TODAY)
    placed = [item.row for group in (plan.added, plan.changed, plan.unchanged, plan.left_out) for item in group]
    assert sorted(placed) == [row.number for row in table.rows]
    assert len({new.draft.initials for new in plan.added}) == len(plan.added)
    used = {(row.number, column.letter) for row in table.rows for column in table.field_columns.values()}
    told = {(cell.row, cell.column) for cell in plan.unused} | {(p.row, column_letter(p.column)) for p in table.refused}
    filled = {
        (r, column_letter(c)) for r, row in enumerate(rows, start=2) for c, cell in enumerate(row) if cell is not None
    }
    assert filled <= used | told


@given(ROWS)
def test_taking_any_list_in_twice_changes_nothing_the_second_time(rows):
    lines = "\n".join(
        ";".join(str(cell or "").replace(";", ",").replace('"', "").replace("\n", " ") for cell in row) for row in rows
    )
    try:
        table = read_table_bytes(f"{';'.join(HEADINGS)}\n{lines}".encode("utf-8", "replace"), "l.csv", STAFF_TARGET)
    except UserProblem:
        return
    first = plan_import(table, PresentStaff((), ()), TODAY)
    again = plan_import(table, _after(first), TODAY)
    assert again.added == ()
    assert again.changed == ()


def _after(plan):
    people = tuple(PresentPerson(n, new.draft, new.minutes, new.teams) for n, new in enumerate(plan.added, start=1))
    return PresentStaff(people, plan.new_teams)
