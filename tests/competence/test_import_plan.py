"""What a leader's own sheet changes: nothing erased, nothing overwritten, nothing silent, taken in twice as once."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.competence.facts import Assessed
from dagleder.competence.import_plan import plan_import
from dagleder.competence.import_target import field_of
from dagleder.competence.import_values import NO_WISHES, Outcome, SheetWishes
from dagleder.competence.levels import Source
from dagleder.exchange.tables_values import column_letter
from tests.competence.sheets import IDS, TODAY, known, plan_of, read, register, told

HEADS: list[Any] = ["Stue", "Navn", "Sprogvurdering", "Førstehjælp (udløb)"]


def cells(plan):
    return [(cell.row, cell.name, cell.level, cell.valid_until, cell.outcome) for cell in plan.cells]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Sprogvurdering", "sprogvurdering"),
        ("Førstehjælp (udløb)", "foerstehjaelp"),
        ("Vejl. PA-elever", "vejledning_pa_elever"),
        ("Vejledning af PA-elever", "vejledning_pa_elever"),
        ("Læringsmiljøer", "laeringsmiljoeer"),
        ("Forældresamtaler", "foraeldresamtaler"),
        ("Brandansvarlig", "brand"),
        ("Brand- og evakueringsansvarlig", "brand"),
        ("Den styrkede pædagogiske læreplan", "laereplan"),
        ("sprogvurderingr", "sprogvurdering"),
    ],
)
def test_a_column_finds_its_competence_however_it_is_headed(heading, key):
    plan = plan_of([["Navn", heading], ["Bo Skov", "-"], ["Bo Jæger", "x"]])
    assert {cell.competence_id for cell in plan.cells} == {IDS[key]}


def test_levels_come_as_numbers_as_text_and_as_words():
    row = ["Egernet", "Bo Jæger", "øver sig", date(2028, 3, 31)]
    plan = plan_of([HEADS, row, ["Mariehønen", "Bo Skov", "4", "x"], ["Pindsvinet", "Agnete", 0, None]])
    assert cells(plan) == [
        (2, "Sprogvurdering", 2, None, Outcome.ADDED),
        (2, "Førstehjælp", 3, date(2028, 3, 31), Outcome.ADDED),
        (3, "Sprogvurdering", 4, None, Outcome.ADDED),
        (3, "Førstehjælp", 3, None, Outcome.ADDED),
        (4, "Sprogvurdering", 0, None, Outcome.ADDED),
    ]
    assert {cell.day for cell in plan.cells} == {TODAY}
    assert "“Agnete” er læst som Agnete Bækgaard." in told(plan)


def test_a_certificate_held_without_a_date_or_lapsed_is_told():
    plan = plan_of([HEADS, [None, "Bo Skov", None, "ja"], [None, "Bo Jæger", None, date(2025, 6, 15)]])
    assert [cell.valid_until for cell in plan.cells] == [None, date(2025, 6, 15)]
    assert told(plan) == [
        "“ja” er læst som har det, uden udløbsdato.",
        "Udløb 15-06-2025, og tages med som udløbet.",
    ]


@pytest.mark.parametrize("written", [1, "2", 4, "måske"])
def test_a_certificate_has_no_levels_and_the_cell_is_told(written):
    plan = plan_of([HEADS, [None, "Bo Skov", 3, written]])
    assert [cell.name for cell in plan.cells] == ["Sprogvurdering"]
    (notice,) = plan.warnings
    assert (notice.row, notice.column, notice.taken) == (2, "Førstehjælp (udløb)", False)


# --- against what is known -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "written", "outcome"),
    [
        ({}, 2, Outcome.ADDED),
        (known(1, "sprogvurdering", 2), 2, Outcome.UNCHANGED),
        (known(1, "sprogvurdering", 2), "øver sig", Outcome.UNCHANGED),
        (known(1, "sprogvurdering", 2), 3, Outcome.CHANGED),
        (known(1, "sprogvurdering", 2, day=TODAY), 3, Outcome.CHANGED),
    ],
)
def test_a_level_is_news_when_it_is_another(before, written, outcome):
    plan = plan_of([HEADS, [None, "Bo Skov", written, None]], register(newest=before))
    assert [cell.outcome for cell in plan.cells] == [outcome]
    assert plan.changes_anything == (outcome is not Outcome.UNCHANGED)


@pytest.mark.parametrize(
    ("until", "written", "after"),
    [
        (date(2027, 1, 1), "ja", None),  # she has it, as was known
        (date(2027, 1, 1), date(2027, 1, 1), None),
        (date(2027, 1, 1), date(2028, 1, 1), date(2028, 1, 1)),
        (date(2025, 1, 1), date(2025, 1, 1), None),  # lapsed, as was known
    ],
)
def test_a_certificate_is_news_when_its_last_day_is_another(until, written, after):
    before = known(1, "foerstehjaelp", 3, valid_until=until)
    plan = plan_of([HEADS, [None, "Bo Skov", None, written]], register(newest=before))
    assert [cell.valid_until for cell in plan.cells if cell.is_news] == ([after] if after else [])


def test_held_again_after_it_lapsed_is_news():
    before = known(1, "foerstehjaelp", 3, valid_until=date(2025, 1, 1))
    (cell,) = plan_of([HEADS, [None, "Bo Skov", None, "ja"]], register(newest=before)).cells
    assert (cell.outcome, cell.valid_until) == (Outcome.CHANGED, None)


def test_what_was_assessed_after_the_day_of_the_sheet_stays_and_is_told():
    before = known(1, "sprogvurdering", 2, day=date(2026, 3, 1))
    rows = [HEADS, [None, "Bo Skov", 3, None]]
    plan = plan_of(rows, register(newest=before), SheetWishes(day=date(2026, 2, 1)))
    assert plan.cells == ()
    assert told(plan) == ["Vurderet 1. marts 2026, efter arkets dag. Den vurdering bliver."]
    assert plan_of(rows, register(newest=before)).changes_anything


@pytest.mark.parametrize("day", [date(2026, 3, 13), date(1900, 1, 1)])
def test_a_day_to_come_or_long_ago_is_refused(day):
    with pytest.raises(UserProblem) as problem:
        plan_of([HEADS, [None, "Bo Skov", 3, None]], wishes=SheetWishes(day=day))
    assert problem.value.field == "day"


# --- comments ------------------------------------------------------------------------------------


def test_a_comment_becomes_the_note_and_others_are_told():
    rows = [HEADS, [None, "Bo Skov", 3, None]]
    plan = plan_of(rows, comments=[("C2", "på kursus til foråret"), ("D2", "spørg"), ("B2", "ny")])
    assert [cell.note for cell in plan.cells] == ["på kursus til foråret"]
    assert {cell.text for cell in plan.unused} == {"spørg", "ny"}


@pytest.mark.parametrize(("note", "news"), [("", True), ("på kursus", False), ("Før. På kursus", False)])
def test_a_comment_is_news_when_it_was_not_noted(note, news):
    before = known(1, "sprogvurdering", 3, note=note)
    (cell,) = plan_of(
        [HEADS, [None, "Bo Skov", 3, None]], register(newest=before), comments=[("C2", "på kursus")]
    ).cells
    assert cell.is_news == news
    assert cell.note.endswith("på kursus") or note in cell.note


def test_what_was_noted_the_same_day_is_kept():
    before = known(1, "sprogvurdering", 2, day=TODAY, note="Set på stuen", evidence="video")
    (cell,) = plan_of([HEADS, [None, "Bo Skov", 3, None]], register(newest=before)).cells
    assert (cell.draft(1).note, cell.draft(1).evidence) == ("Set på stuen", "video")


# --- columns -------------------------------------------------------------------------------------


def test_a_column_nobody_knows_is_told_and_may_become_a_competence():
    rows = [["Navn", "TRAS", "Heste og ponyer"], ["Bo Skov", 2, "ja"]]
    assert "Ikke brugt, “Heste og ponyer” er ikke i kataloget: “ja”." in told(plan_of(rows))
    plan = plan_of(rows, new=[2])
    (new,) = plan.new_competences
    assert (new.draft.name, new.draft.certificate) == ("Heste og ponyer", False)
    assert [(cell.name, cell.level) for cell in plan.cells] == [("TRAS", 2), ("Heste og ponyer", 3)]


def test_a_new_column_of_dates_becomes_a_certificate():
    plan = plan_of([["Navn", "Livredder"], ["Bo Skov", date(2027, 1, 1)], ["Agnete", "-"]], new=[1])
    assert [new.draft.certificate for new in plan.new_competences] == [True]
    assert [cell.words() for cell in plan.cells] == ["✓ til 01-01-2027", "–"]


def test_a_new_column_that_is_known_after_all_is_that_competence():
    plan = plan_of([["Navn", "TRAS"], ["Bo Skov", 2]], new=[1])
    assert plan.new_competences == ()
    assert [cell.competence_id for cell in plan.cells] == [IDS["tras"]]


def test_a_competence_switched_off_is_not_read_in():
    rows = [["Navn", "TRAS", "KIDS"], ["Bo Skov", 2, 3]]
    plan = plan_import(read(rows), register(hidden=["tras"]), TODAY, NO_WISHES)
    assert [cell.name for cell in plan.cells] == ["KIDS"]
    assert told(plan) == ["Ikke brugt, “TRAS” er slået fra i kataloget: “2”."]


def test_two_columns_of_one_name_become_one_competence():
    plan = plan_of([["Navn", "Heste", "Heste"], ["Bo Skov", 2, 3]], new=[1, 2])
    assert [new.draft.name for new in plan.new_competences] == ["Heste"]
    assert "Ikke brugt, “Heste” står over to kolonner, og den første er brugt: “3”." in told(plan)
    assert [cell.level for cell in plan.cells] == [2]


@pytest.mark.parametrize("dated", [1, 2])
def test_two_columns_of_one_certificate_come_to_its_date(dated):
    row = ["Bo Skov", "x", "x"]
    row[dated] = "31-03-2028"
    both = dict.fromkeys((1, 2), field_of(IDS["foerstehjaelp"]))
    table = read([["Navn", "Førstehjælp", "Udløb"], row], columns=both)
    plan = plan_import(table, register(), TODAY, NO_WISHES)
    assert [cell.valid_until for cell in plan.cells] == [date(2028, 3, 31)]
    assert any("som er brugt" in text for text in told(plan))


def test_a_cpr_number_is_told_at_its_cell_and_not_kept():
    plan = plan_of([["Navn", "TRAS"], ["Bo Skov", "160971-1234"], ["Agnete", 2]])
    (notice, _) = plan.warnings
    assert (notice.row, notice.column, notice.field, notice.taken) == (2, "TRAS", "B", False)
    assert "160971" not in repr(plan)


# --- rows ----------------------------------------------------------------------------------------


def test_rows_that_are_about_nobody_are_left_out_with_the_reason():
    plan = plan_of(
        [HEADS, [None, "Bo", 3, None], [None, "Ny Person", 2, None], [None, "I alt", 5, None], HEADS, ["Egernet"]]
    )
    assert [(item.row, item.name, item.candidates) for item in plan.left_out] == [
        (2, "Bo", (1, 2)),
        (3, "Ny Person", ()),
        (4, "", ()),
        (5, "", ()),
        (6, "", ()),
    ]
    assert not plan.useful


def test_a_stue_alone_in_its_row_helps_with_the_names_below():
    rows = [["Navn", "TRAS"], ["Mariehønen", None], ["Bo", 3], ["EGERNET", None], ["Bo", 2]]
    plan = plan_of(rows)
    assert [(person.row, person.name) for person in plan.people] == [(3, "Bo Skov"), (5, "Bo Jæger")]


def test_the_leader_says_who_a_row_is():
    rows = [HEADS, [None, "Bo", 3, None]]
    plan = plan_of(rows, wishes=SheetWishes(people={2: 2}))
    assert [(person.employee_id, person.guessed) for person in plan.people] == [(2, True)]
    assert plan.left_out == ()


def test_a_row_that_waits_is_not_taken_in():
    rows = [HEADS, [None, "Bo Skov", 3, None], [None, "Agnete", 2, None]]
    plan = plan_of(rows, wishes=SheetWishes(waiting=frozenset({2})))
    assert ([p.row for p in plan.people], [p.row for p in plan.waiting]) == ([3], [2])
    assert {cell.row for cell in plan.cells} == {3}


def test_somebody_who_stands_twice_counts_once_and_the_rest_is_told():
    rows = [HEADS, [None, "Bo Skov", 3, None], [None, "Agnete", 1, None], [None, "BS", 2, "x"]]
    plan = plan_of(rows)
    assert {cell.row for cell in plan.cells} == {3, 4}
    (left_out,) = plan.left_out
    assert left_out.reason == "Bo Skov står også i række 4, som er brugt. Her står i stedet Sprogvurdering: 3."


def test_a_person_with_empty_cells_is_told():
    plan = plan_of([HEADS, [None, "Bo Skov", None, None]])
    assert [item.reason for item in plan.left_out] == ["Der står intet om kompetencer i rækken."]


# --- any sheet -----------------------------------------------------------------------------------

HEADINGS = ["Navn", "Stue", "Init", "Sprogvurdering", "TRAS", "Førstehjælp", "AMR", "Heste", "Note", "Heste"]
WORDS = ["Bo Skov", "Bo", "Agnete", "BJ", "Ukendt", "I alt", "x", "ja", "-", "?", "2-3", "kan selv", "2", "5"]
CELL = st.one_of(
    st.none(),
    st.sampled_from([*WORDS, "31.03.28", "160971-1234", "Egernet", "\u202eomvendt", "😀 😀", "=1+1"]),
    st.text(min_size=1, max_size=8).filter(lambda text: bool(text.strip()) and text.isprintable()),
    st.integers(-5, 60000),
    st.floats(-1e9, 1e9, allow_nan=False),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.booleans(),
)
# Whole sheets take long to draw, and texts that show nothing are left out.
SHEETS = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
ROWS = st.lists(st.lists(CELL, min_size=len(HEADINGS), max_size=len(HEADINGS)), max_size=10)


@SHEETS
@example([["Bo Skov", *[None] * 5, "Bo Skov", "160971-1234", None, None]], ())
@example([["Bo Skov", *[None] * 5, 3, None, None, "160971-1234"]], ())
@example([["Bo Skov", *[None] * 4, 3, *["160971-1234"] * 4], ["Agnete", *[None] * 4, 3, *["160971-1234"] * 4]], ())
@given(ROWS, st.sampled_from([(), (7,), (7, 9), (4, 8)]))
def test_every_cell_of_any_sheet_is_used_or_told(rows, new):
    table = read([HEADINGS, *rows], new=new)
    plan = plan_import(table, register(), TODAY, NO_WISHES)
    out = {item.row for item in plan.left_out}
    assert sorted([*out, *(person.row for person in plan.people)]) == [row.number for row in table.rows]
    used = {(cell.row, column_letter(cell.column)) for cell in plan.cells}
    told_of = {(cell.row, cell.column) for cell in plan.unused}
    told_of |= {(notice.row, place) for notice in plan.warnings for place in (notice.field, notice.column)}
    told_of |= {(row.number, column.letter) for row in table.rows for column in table.columns if column.cpr}
    names = {column.index: column.name for column in table.columns}
    for r, row in enumerate(rows, start=2):
        for c, cell in enumerate(row[3:], start=3):
            assert cell is None or r in out or {(r, column_letter(c)), (r, names[c])} & (used | told_of)


@SHEETS
@given(ROWS)
def test_taking_any_sheet_in_twice_changes_nothing_the_second_time(rows):
    table = read([HEADINGS, *rows])
    first = plan_import(table, register(), TODAY, NO_WISHES)
    newest = {
        (c.employee_id, c.competence_id): Assessed(
            1, c.employee_id, c.competence_id, c.level, c.day, Source.LEADER, c.valid_until, "", c.note
        )
        for c in first.cells
        if c.competence_id
    }
    again = plan_import(table, register(newest=newest), TODAY, NO_WISHES)
    assert not again.changes_anything
    assert again.count(Outcome.UNCHANGED) == len(first.cells)
