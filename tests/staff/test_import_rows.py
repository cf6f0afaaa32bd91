"""Which rows of a staff list are people, and what each cell says."""

from datetime import date

import pytest

from dagleder.base.cpr import CPR_SENTENCE
from dagleder.staff.import_names import A_NUMBER, A_REMARK, A_SUM, HEADINGS, NO_NAME, NOBODY, ONE_WORD, read_name
from dagleder.staff.import_rows import YEAR_DROPPED, read_rows
from dagleder.staff.import_teams import cell_teams, team_spellings, teams_alone

TODAY = date(2026, 3, 12)
HEADING = "Nr;Navn;Stue;Stilling;Timer;Ansat;Sidste dag;Fødselsdag;Mail;Tlf;Note"


@pytest.fixture
def rows(staff_table):
    def read(*lines, heading=HEADING, teams=()):
        return read_rows(staff_table(heading, *lines), TODAY, teams)

    return read


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (";I alt;;23 medarbejdere;754,0;;;;;;", A_SUM),
        ("I alt;;;23 medarbejdere;754,0;;;;;;", A_SUM),
        (";Antal: 23;;;;;;;;;", A_SUM),
        (";Sum:;;;754;;;;;;", A_SUM),
        (";Samlet;;;754;;;;;;", A_SUM),
        (";Timer i alt;;;754;;;;;;", A_SUM),
        (";23;;;;;;;;;", A_NUMBER),
        (";Vikar (ubesat);Egernet;?;efter behov;;;;;;", NOBODY),
        (";Vakant stilling;Egernet;Pædagog;37;;;;;;", NOBODY),
        (";N.N.;Egernet;Pædagog;37;;;;;;", NOBODY),
        (";Timevikar;;;;;;;;;", NOBODY),
        (";;Egernet;Pædagog;37;;;;;;", NO_NAME),
        (";Navn;Stue;;;;;;;;", HEADINGS),
        (";Egernet;;;;;;;;;", A_REMARK),  # a heading of a group
        (";Stuen Egernet;;;;;;;;;", A_REMARK),
        (";* er på barsel;;;;;;;;;", A_REMARK),
        (";Sidst rettet 3. november;;;;;;;;;", A_REMARK),
        (";Husk at spørge alle om sommerferien inden fredag;;;;;;;;;", A_REMARK),
        (";Køkkenet;;;;;;;;;", ONE_WORD),
    ],
)
def test_a_row_that_is_nobody_is_left_out_with_the_reason(rows, line, reason):
    read = rows("1;Bo Skov;Egernet;Pædagog;37;;;;;;", line)
    assert [record.name for record in read.records] == ["Bo Skov"]
    assert [(item.row, item.reason) for item in read.left_out] == [(3, reason)]


@pytest.mark.parametrize(
    "name", ["Bo Skov", "Bo J.", "Søs Gramkow ", "Vibeke Vikar-Hansen", "=1+1 Hansen", "Sumaya Ali", "Ann"]
)
def test_a_name_with_something_beside_it_is_a_person(rows, name):
    assert [record.name for record in rows(f";{name};Egernet;;;;;;;;").records] == [name.strip()]


def test_a_row_of_nothing_but_a_cpr_number_is_left_out(rows):
    read = rows("1;Bo Skov;Egernet;;;;;;;;", ";160971-1234;;;;;;;;;")
    assert [(item.row, item.reason) for item in read.left_out] == [(3, CPR_SENTENCE)]


def test_only_a_name_is_needed(rows):
    read = rows("Bo Skov", "Agnete", "Ida Holm Skov", heading="Navn")
    assert [record.name for record in read.records] == ["Bo Skov", "Agnete", "Ida Holm Skov"]


def test_every_field_is_read(rows):
    (record,) = rows(
        "4100;Bo Skov;Egernet;PAU;35,0 t;17.08.20;1. maj 2027;16/9 1971;bo@example.org;60 88 33 22;Nøgle 7"
    ).records
    assert (record.number, record.role, record.minutes, record.teams) == ("4100", "PA", 2100, ("Egernet",))
    assert (record.start, record.end, record.birthday) == (date(2020, 8, 17), date(2027, 5, 1), (16, 9))
    assert (record.mail, record.phone, record.notes) == ("bo@example.org", "60883322", "Nøgle 7")


@pytest.mark.parametrize(
    ("column", "text", "warning", "suggestion"),
    [
        ("Timer", "300", "300 timer om ugen er flere, end der er i en uge. Mente du 30?", "30"),
        ("Timer", "41", "41 timer om ugen er mere end fuld tid, 37. De bruges, som de står.", ""),
        ("Timer", "efter behov", "er ikke et antal timer", ""),
        ("Stilling", "Køkkenchef", "“Køkkenchef” er ikke en stilling", ""),
        ("Ansat", "31/2 2020", "Februar 2020 har kun 29 dage", "29-02-2020"),
        ("Mail", "bo.example.org", "mangler et @", ""),
        ("Tlf", "1234", "skriv otte cifre", ""),
        ("Nr", "ny", "er ikke et medarbejdernummer", ""),
        ("Fødselsdag", "31/9", "er ikke en fødselsdag", "30/09"),
        ("Note", "160971-1234", CPR_SENTENCE, ""),
        ("Stue", "Egernet 160971-1234", CPR_SENTENCE, ""),
    ],
)
def test_a_cell_that_cannot_be_used_is_told_and_the_row_kept(rows, column, text, warning, suggestion):
    cells = {"Navn": "Bo Skov", "Stilling": "Pædagog", "Stue": "Egernet"} | {column: text}
    read = rows(";".join(cells.get(name, "") for name in HEADING.split(";")), ";Ida Skov;Egernet;;;;;;;;")
    assert [record.name for record in read.records] == ["Bo Skov", "Ida Skov"]
    (notice,) = read.notices
    assert (notice.row, notice.column, notice.suggestion) == (2, column, suggestion)
    assert warning.casefold() in notice.text.casefold()
    assert "1234" not in notice.text or column == "Tlf"


def test_hours_that_can_be_are_kept_and_hours_that_cannot_are_not(rows):
    minutes = [
        record.minutes for record in rows(*(f";Person {n} Hansen;;;{n};;;;;;" for n in ("40", "0,5", "300"))).records
    ]
    assert minutes == [2400, 30, None]


def test_the_year_of_birthdays_is_dropped_and_said_once(rows):
    read = rows(*(f";Person Nr{n};;Pæd.;;;;{n}/9 1971;;;" for n in range(1, 9)))
    assert [record.birthday for record in read.records] == [(n, 9) for n in range(1, 9)]
    assert [(notice.row, notice.column, notice.text) for notice in read.notices] == [(1, "Fødselsdag", YEAR_DROPPED)]
    assert rows(";Bo Skov;;Pæd.;;;;16/9;;;").notices == ()


def test_what_was_mended_is_told_as_before_and_after(rows):
    read = rows(
        "1;BO SKOV;MARIEHØNEN;pædagogmedhælper;37;17.08.20;;;;;",
        *(f"{n};Person Nr{n};Mariehønen;PMH;37;01-01-2020;;;;;" for n in range(2, 6)),
        "9;Ida Skov;Mariehøne;PMH;37;01-01-2020;;;;;",
    )
    assert [(c.row, c.column, c.before, c.after) for c in read.corrections] == [
        (2, "Navn", "BO SKOV", "Bo Skov"),
        (2, "Stilling", "pædagogmedhælper", "Pædagogmedhjælper"),
        (2, "Ansat", "17.08.20", "17-08-2020"),
        (2, "Stue", "MARIEHØNEN", "Mariehønen"),
        (7, "Stue", "Mariehøne", "Mariehønen"),
    ]


def test_cells_that_say_nothing_are_listed(rows):
    read = rows(";Bo Skov;-;?;–;;;;;alle;...")
    assert [(cell.column, cell.text) for cell in read.unused] == [("D", "?"), ("C", "-"), ("E", "–"), ("K", "...")]


@pytest.mark.parametrize(
    ("full", "first", "last", "expected"),
    [
        ("Bo Skov", "", "", ("Bo", "Skov")),
        ("Anne Marie Holm", "", "", ("Anne Marie", "Holm")),
        ("Skov, Bo", "", "", ("Bo", "Skov")),
        ("Ivan de-Waal", "", "", ("Ivan", "de-Waal")),
        ("Ivan van der Berg", "", "", ("Ivan", "van der Berg")),
        ("Agnete", "", "", ("Agnete", "")),
        ("", "Bo", "Skov", ("Bo", "Skov")),
        ("", "", "Skov", ("Skov", "")),
        ("Bo", "", "Skov", ("Bo", "Skov")),
        ("Bo Skov", "", "Skov", ("Bo", "Skov")),
        ("BO DE WAAL-HANSEN", "", "", ("Bo", "de Waal-Hansen")),
        ("Bo\u00a0 Skov (barsel)", "", "", ("Bo", "Skov")),
        ("NG", "", "", ("NG", "")),
    ],
)
def test_a_name_in_one_cell_or_two(full, first, last, expected):
    name = read_name(full, first, last)
    assert (name.first, name.last) == expected
    assert name.aside == ("(barsel)" if "barsel" in full else "")


@pytest.mark.parametrize(
    ("text", "others", "house", "teams"),
    [
        ("Egernet", [], [], ("Egernet",)),
        ("Egernet/Spurven", [], [], ("Egernet", "Spurven")),
        ("Egernet og Spurven", ["Egernet"], ["Spurven"], ("Egernet", "Spurven")),
        ("Egernet & Spurvn", ["EGERNET", "Spurven/Ræven"], [], ("Egernet", "Spurvn")),  # a slip of the pen
        ("Sol og Måne", [], [], ("Sol og Måne",)),
        ("Sol og Måne/Ræven", ["Sol"], [], ("Sol og Måne", "Ræven")),
        ("Rød og blå stue", ["Rød", "Blå stue"], ["Rød og Blå stue"], ("Rød og blå stue",)),
        ("alle", [], [], ()),
        ("Egernet, EGERNET", [], [], ("EGERNET",)),
    ],
)
def test_the_stuer_of_a_cell(text, others, house, teams):
    assert cell_teams(text, teams_alone([text, *others], house)) == teams


def test_a_new_stue_with_og_in_its_name_is_one_stue(rows):
    read = rows("Bo Skov;Sol og Måne", "Ida Skov;SOL OG MÅNE", "Eva Lund;Sol & Stjerne", heading="Navn;Stue")
    assert [r.teams for r in read.records] == [("Sol og Måne",), ("Sol og Måne",), ("Sol & Stjerne",)]


@pytest.mark.parametrize(
    ("written", "house", "names"),
    [
        (["MARIEHØNEN", "Mariehønen"], [], {"MARIEHØNEN": "Mariehønen", "Mariehønen": "Mariehønen"}),
        (["MARIEHØNEN"], [], {"MARIEHØNEN": "Mariehønen"}),
        (["mariehønen"], ["Mariehønen"], {"mariehønen": "Mariehønen"}),
        (["Mariehøne"], ["Mariehønen"], {"Mariehøne": "Mariehønen"}),
        (["Stue 1", "Stue 2"], ["Stue 1"], {"Stue 1": "Stue 1", "Stue 2": "Stue 2"}),
        (["Egerne"], ["Egernet", "Egerner"], {"Egerne": "Egerne"}),  # two it might be
        (["Uglen"], ["Ugle"], {"Uglen": "Uglen"}),  # too short to guess
        (["Spurve", "Spurven", "Spurven"], [], {"Spurve": "Spurve", "Spurven": "Spurven"}),
        (["Spurve", *["Spurven"] * 3], [], {"Spurve": "Spurven", "Spurven": "Spurven"}),
    ],
)
def test_each_stue_has_one_name(written, house, names):
    assert team_spellings(written, house) == names
