"""The table engine finds the table, guesses its columns, and says what it left."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.exchange.tables import ABOVE, CPR_COLUMN, OTHER_SHEET, UNREADABLE, Choices, read_table_bytes
from dagleder.exchange.tables_values import ByValues, Target, TargetField, cell_text, column_letter
from tests.exchange.spreadsheets import raw_xlsx, xlsx

TARGET = Target(
    fields=(
        TargetField(
            "name", "Navn", ("navn", "medarbejder"), lambda v: isinstance(v, str) and " " in v, ByValues.ALWAYS
        ),
        TargetField("team", "Stue", ("stue", "afdeling/stue")),
        TargetField("hours", "Timer", ("timer", "timer pr. uge"), lambda v: isinstance(v, float)),
        TargetField("mail", "E-mail", ("e-mail", "mail"), lambda v: "@" in str(v), ByValues.WITHOUT_HEADING),
    ),
    needed=("name",),
    missing="Ingen navne i “{name}”.",
)
ROWS = [["Navn", "Stue"], ["Bo Skov", "Egernet"], ["Ida Skov", "Spurven"]]


def read(rows, **options):
    choices = options.pop("choices", None)
    return read_table_bytes(xlsx({"Ark1": rows}, **options), "liste.xlsx", TARGET, choices)


def fields(table):
    return {column.letter: column.field for column in table.columns}


def test_title_rows_and_blank_rows_stand_above_the_headings():
    table = read([["Personale 2026", None], [None, None], *ROWS])
    assert table.heading_row == 3
    assert [(row.number, table.value(row, "name")) for row in table.rows] == [(4, "Bo Skov"), (5, "Ida Skov")]
    assert [(cell.row, cell.column, cell.text, cell.why) for cell in table.left] == [(1, "A", "Personale 2026", ABOVE)]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("STUE", "team"),
        ("Stue:", "team"),
        (" Stue ", "team"),
        ("Afdeling / Stue", "team"),
        ("Stue (hjemme)", "team"),
        ("Timer pr. uge 2026", "hours"),
        ("Timr pr. uge", "hours"),  # one slip
        ("Tim. pr. uge", "hours"),  # cut short
        ("Studie", None),
        ("Løn", None),
    ],
)
def test_headings_are_known_however_they_are_written(heading, field):
    table = read([["Navn", heading], ["Bo Skov", 30.0], ["Ida Skov", 32.0]])
    assert fields(table) == {"A": "name", "B": field}


def test_values_decide_where_the_heading_says_nothing():
    table = read(
        [["Hvem", "Stue", None], ["Bo Skov", "Egernet", "bo@example.org"], ["Ida Skov", "Spurven", "i@example.org"]]
    )
    assert fields(table) == {"A": "name", "B": "team", "C": "mail"}


def test_a_heading_nobody_knows_is_not_overruled_where_values_may_mean_another():
    table = read([["Navn", "Pårørendes adresse"], ["Bo Skov", "x@example.org"], ["Ida Skov", "y@example.org"]])
    assert fields(table) == {"A": "name", "B": None}


def test_a_list_without_headings_is_read_by_its_values():
    table = read([["Bo Skov", "bo@example.org"], ["Ida Skov", "ida@example.org"]])
    assert table.heading_row == 0
    assert fields(table) == {"A": "name", "B": "mail"}
    assert len(table.rows) == 2


def test_the_leaders_choice_wins_over_the_guess():
    table = read([["Navn", "Timer"], ["Bo Skov", 30.0]], choices=Choices(columns={1: None}))
    assert fields(table) == {"A": "name", "B": None}
    other = read([["Navn", "X"], ["Bo Skov", "Egernet"]], choices=Choices(columns={1: "team"}))
    assert other.columns[1].confidence == 1.0
    assert other.value(other.rows[0], "team") == "Egernet"


def test_a_guess_says_how_sure_it_is():
    sure, less = read([["Navn", "Timr pr. uge"], ["Bo Skov", 30.0], ["Ida Skov", "?"]]).columns
    assert 0.3 < less.confidence < sure.confidence <= 1


def test_the_sheet_that_fits_best_is_read_and_the_others_are_listed():
    content = xlsx(
        {"Telefonkæde": [["udfyldes"]], "Gammel": ROWS, "Personale": [*ROWS, ["Eva T", "Egernet"]]}, hidden=["Gammel"]
    )
    table = read_table_bytes(content, "liste.xlsx", TARGET)
    assert table.sheet == "Personale"
    assert [(s.name, s.hidden, s.cells) for s in table.sheets] == [
        ("Telefonkæde", False, 1),
        ("Gammel", True, 6),
        ("Personale", False, 8),
    ]
    assert {cell.sheet for cell in table.left if cell.why == OTHER_SHEET} == {"Telefonkæde", "Gammel"}


def test_a_sheet_with_the_needed_column_goes_before_one_with_more_of_the_others():
    shifts: list[list[object]] = [["Stue", "Timer", "E-mail"], ["Egernet", 37.0, "e@x.dk"], ["Spurven", 30.0, "s@x.dk"]]
    table = read_table_bytes(xlsx({"Vagter": shifts, "Ark1": ROWS}), "liste.xlsx", TARGET)
    assert table.sheet == "Ark1"


def test_a_field_named_twice_is_no_better_heading_than_named_once():
    table = read([["Stue", "Stue", "Stue"], *ROWS])
    assert (table.heading_row, len(table.rows)) == (2, 2)


def test_a_hidden_sheet_is_read_when_it_is_the_only_one_that_fits_or_is_asked_for():
    content = xlsx({"Forside": [["Hej"]], "Skjult": ROWS, "Ny": ROWS}, hidden=["Skjult"])
    assert read_table_bytes(content, "l.xlsx", TARGET, Choices(sheet="Skjult")).sheet == "Skjult"
    only = xlsx({"Forside": [["Hej"]], "Skjult": ROWS}, hidden=["Skjult"])
    assert read_table_bytes(only, "l.xlsx", TARGET).sheet == "Skjult"
    with pytest.raises(UserProblem, match="noget ark"):
        read_table_bytes(only, "l.xlsx", TARGET, Choices(sheet="Findes ikke"))


def test_a_cell_merged_downwards_counts_for_each_of_its_rows():
    rows = [["Navn", "Stue"], ["Bo Skov", "Egernet"], ["Ida Skov", None], ["Eva T", None], ["Åse L", "Spurven"]]
    table = read(rows, merged=["B2:B4"])
    assert [table.value(row, "team") for row in table.rows] == ["Egernet", "Egernet", "Egernet", "Spurven"]


def test_errors_and_formulas_without_a_result_are_listed():
    text = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>{1}</t></is></c></row>'
    silent = (
        '<row r="4"><c r="A4"><f>COUNTA(A1:A2)</f><v/></c><c r="B4" t="e"><v>#REF!</v></c>'
        '<c r="C4" t="str"><f>A1</f><v></v></c></row>'
    )
    cells = text.format(1, "Navn") + text.format(2, "Bo Skov")
    table = read_table_bytes(raw_xlsx(cells + silent), "l.xlsx", TARGET)
    assert [(c.row, c.column, c.text, c.why) for c in table.left] == [
        (4, "A", "formel uden resultat", UNREADABLE),
        (4, "B", "#REF!", UNREADABLE),
    ]


@pytest.mark.parametrize("heading", ["CPR", "Cpr.nr.", "Personnummer", "Nr"])
def test_a_column_of_cpr_numbers_is_dropped(heading):
    table = read([["Navn", heading], ["Bo Skov", "160971-1234"], ["Ida Skov", 101901234], ["Eva T", "0101901234"]])
    assert table.columns[1].cpr
    assert [row.values for row in table.rows] == [("Bo Skov", None), ("Ida Skov", None), ("Eva T", None)]
    assert {cell.why for cell in table.left} == {CPR_COLUMN}
    assert "1234" not in repr(table)


def test_a_single_cpr_number_is_refused_and_the_rest_of_the_row_kept():
    table = read([["Navn", "Stue"], ["Bo Skov", "Egernet 160971-1234"], ["Ida Skov", "Spurven"]])
    assert [(place.row, place.column) for place in table.refused] == [(2, 1)]
    assert table.rows[0].values == ("Bo Skov", None)
    assert "160971" not in repr(table)


def test_a_cell_mended_in_the_preview_changes_only_itself():
    table = read([["Navn", "Timer"], ["Bo Skov", 300.0], ["Ida Skov", "160971-1234"]])
    mended = table.with_value(2, "hours", "30")
    assert [row.values for row in mended.rows] == [("Bo Skov", "30"), ("Ida Skov", None)]
    assert mended.with_value(3, "hours", 32.0).refused == ()
    again = mended.with_value(2, "hours", "010203-1234")
    assert again.rows[0].values == ("Bo Skov", None)
    assert [place.row for place in again.refused] == [3, 2]


def test_without_a_name_column_there_is_a_sentence():
    with pytest.raises(UserProblem, match="Ingen navne i “liste"):
        read([["Stue", "Timer"], ["Egernet", 37.0]])


@pytest.mark.parametrize(
    ("value", "text"),
    [(37.0, "37"), (28.5, "28,5"), (date(2020, 8, 17), "17-08-2020"), (True, "ja"), (None, ""), ("a", "a")],
)
def test_a_cell_is_told_as_its_reader_would_say_it(value, text):
    assert cell_text(value) == text


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_in_a_spreadsheet(index, letter):
    assert column_letter(index) == letter


CELLS = st.one_of(
    st.none(),
    st.text(
        st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f\x85\xa0"), min_size=1, max_size=8
    ).filter(str.strip),
    st.floats(-1e6, 1e6, allow_nan=False),
    st.sampled_from(["Navn", "Stue", "I alt", "160971-1234", "Bo Skov", "=1+1", "\xa0x"]),
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
)
GRIDS = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8)


@given(above=GRIDS, below=GRIDS, other=GRIDS)
def test_every_cell_that_holds_something_is_used_or_listed(above, below, other):
    rows = [*above, [], ["Navn", "Stue", "Noget"], *below, ["Bo Skov", "Egernet"]]
    table = read_table_bytes(xlsx({"Ark1": rows, "Ark2": other}), "liste.xlsx", TARGET)
    sheets = {"Ark1": rows, "Ark2": other}
    filled = {
        (name, r, column_letter(c))
        for name, grid in sheets.items()
        for r, row in enumerate(grid, start=1)
        for c, value in enumerate(row)
        if value is not None
    }
    used = {
        (table.sheet, row.number, column_letter(c))
        for row in table.rows
        for c, value in enumerate(row.values)
        if value is not None
    }
    headings = {(table.sheet, table.heading_row, column.letter) for column in table.columns if column.heading}
    refused = {(table.sheet, place.row, column_letter(place.column)) for place in table.refused}
    left = {(cell.sheet, cell.row, cell.column) for cell in table.left}
    assert used | headings | refused | left == filled
    assert len(used) + len(headings) + len(refused) + len(left) == len(filled)
    assert "160971" not in repr(table)
