"""import competences: the answer others' scripts rely on."""

import pytest

from tests.cli.conftest import LISTS, OWN

SHEET = LISTS / "kompetencer-hvem-kan-hvad.xlsx"
PONIES = "Heste og ponyer"


@pytest.fixture
def staffed(at):
    assert at("import", "staff", OWN).code == 0
    return at


def counts(said):
    return said.value["added"], said.value["changed"], said.value["unchanged"]


@pytest.fixture
def sheet(tmp_path):
    def write(*lines):
        file = tmp_path / "ark.csv"
        file.write_text("\n".join(lines), "utf-8")
        return file

    return write


def test_the_answer_has_the_keys_of_the_contract(staffed):
    answer = staffed("import", "competences", SHEET).value
    assert list(answer) == ["added", "changed", "unchanged", "left_out", "warnings"]
    assert all(item.keys() == {"row", "column", "text"} for item in answer["warnings"])


def test_a_dry_run_answers_the_same_and_keeps_nothing(staffed):
    dry = staffed("import", "competences", SHEET, "--dry-run").value
    assert staffed("import", "competences", SHEET).value == dry
    assert counts(staffed("import", "competences", SHEET, "--dry-run")) == (0, 0, 201)


def test_a_second_call_is_no_step_and_undo_takes_the_first_back(staffed):
    assert counts(staffed("import", "competences", SHEET)) == (201, 0, 0)
    assert counts(staffed("import", "competences", SHEET)) == (0, 0, 201)
    assert staffed("undo").value == {"name": "Importér kompetencer"}
    assert counts(staffed("import", "competences", SHEET, "--dry-run")) == (201, 0, 0)


@pytest.mark.parametrize("name", [PONIES, "heste og ponyer", "M"])
def test_an_unknown_column_is_taken_when_it_is_named(staffed, name):
    assert counts(staffed("import", "competences", SHEET, "--new-column", name)) == (202, 0, 0)
    assert counts(staffed("import", "competences", SHEET)) == (0, 0, 202)


def test_a_column_that_is_not_there_is_told(staffed):
    said = staffed("import", "competences", SHEET, "--new-column", "Kaniner")
    assert (said.code, said.out) == (1, "")
    assert said.err == "“kompetencer-hvem-kan-hvad.xlsx” har ingen kolonne, der hedder “Kaniner”.\n"


def test_names_that_may_be_several_are_left_out_with_them_all(staffed, sheet):
    answer = staffed("import", "competences", sheet("Navn;TRAS", "Freja;3", "Eva;2", "Uden Navn;1")).value
    assert answer["added"] == 1
    assert answer["left_out"] == [
        {"row": 2, "reason": "“Freja” kan være Freja Gramkow og Freja Westergren. Skriv hele navnet."},
        {"row": 4, "reason": "Ingen medarbejder hedder Uden Navn."},
    ]
    assert {"row": 3, "column": "Navn", "text": "“Eva” er læst som Eva Thorlund."} in answer["warnings"]


def test_an_older_day_does_not_overwrite(staffed, sheet):
    staffed("import", "competences", SHEET)
    older = staffed("import", "competences", sheet("Navn;TRAS", "Bo Jæger;4"), "--date", "2025-06-30")
    assert counts(older) == (0, 0, 0)
    assert older.value["warnings"][0]["text"].endswith("Den vurdering bliver.")
    assert staffed("import", "competences", SHEET, "--date", "2030-01-01").code == 1


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("Navn;TRAS", "Bo Jæger;3"), 0),
        (("Navn;TRAS", "Uden Navn;3"), 1),  # not one row could be used
        (("Navn;Heste", "Bo Jæger;3"), 1),
        (("Navn;TRAS",), 1),
        (("TRAS;KIDS", "3;3"), 1),  # no names
        (("",), 1),
    ],
)
def test_exit_is_0_when_at_least_one_row_could_be_used(staffed, sheet, lines, code):
    said = staffed("import", "competences", sheet(*lines))
    assert said.code == code
    assert (said.out == "") == bool(code)


def test_a_file_that_cannot_be_used_is_told_as_with_staff(at, tmp_path):
    for content in (b"%PDF-1.7", b"PK\x03\x04 broken", b""):
        file = tmp_path / "ark.xlsx"
        file.write_bytes(content)
        assert at("import", "competences", file).err == at("import", "staff", file).err != ""


@pytest.mark.usefixtures("staffed")
def test_people_read_what_would_happen(cli, house):
    said = cli("--house", house, "import", "competences", SHEET, "--dry-run", "--new-column", PONIES)
    lines = said.out.splitlines()
    assert lines[:2] == [
        "202 nye vurderinger, 0 ændrede, 0 uændrede, 0 rækker ikke brugt.",
        "Vurderet den 12. marts 2026.",
    ]
    assert lines[3] == "Ny kompetence: Heste og ponyer."
    assert lines[-1] == "Intet er gemt."


def test_where_no_name_fits_it_is_asked_whose_sheet_it_is(staffed, sheet):
    said = staffed("import", "competences", sheet("Navn;TRAS", "Mette Nord;3", "Kim Vest;2", "Per Syd;1"))
    assert (said.code, said.err) == (1, "Ingen af de 3 navne findes. Er det en anden institutions ark?\n")
    mixed = staffed("import", "competences", sheet("Navn;TRAS", "Freja;3", "Kim Vest;2"))
    assert mixed.err == "Ingen af rækkerne i “ark.csv” kunne bruges.\n"


@pytest.mark.usefixtures("staffed")
def test_for_people_the_day_is_told_and_what_stands_above_the_table(cli, house):
    told = cli("--house", house, "import", "competences", SHEET).out
    assert "201 nye vurderinger, 0 ændrede, 0 uændrede, " in told
    assert "\nVurderet den 12. marts 2026.\n" in told
    assert "rettet i juni”: er arket ældre, så skriv dagen med --date." in told
    dated = cli("--house", house, "import", "competences", SHEET, "--date", "2026-03-01", "--dry-run").out
    assert "Vurderet den 1. marts 2026." in dated
    assert "er arket ældre" not in dated
