"""import staff, list staff, export staff-list: the answers others' scripts rely on."""

import openpyxl
import pytest

from tests.cli.conftest import OWN, PAYROLL

KEYS = [
    "id",
    "number",
    "first_name",
    "last_name",
    "initials",
    "role",
    "weekly_hours",
    "start",
    "teams",
    "mail",
    "phone",
]


def test_the_small_house_by_the_command_line_alone(at):
    own = at("import", "staff", OWN).value
    assert (own["added"], own["changed"], own["unchanged"]) == (23, 0, 0)
    assert [item["row"] for item in own["left_out"]] == [30, 31]
    payroll = at("import", "staff", PAYROLL).value
    assert (payroll["added"], payroll["changed"], payroll["unchanged"]) == (0, 23, 0)
    staff = at("list", "staff").value
    assert [list(person) for person in staff] == [KEYS] * 23
    bo = next(person for person in staff if person["number"] == "4100")
    assert bo == {
        "id": bo["id"],
        "number": "4100",
        "first_name": "Bo",
        "last_name": "Skov",
        "initials": "BS",
        "role": "PA",
        "weekly_hours": 35,
        "start": "2020-08-17",
        "teams": ["Mariehønen"],
        "mail": "bo.skov0@example.org",
        "phone": "60883322",
    }
    assert {person["weekly_hours"] for person in staff} == {20, 28.5, 30, 32, 35, 37}
    assert {team["name"] for team in at("list", "teams").value} == {"Egernet", "Mariehønen", "Pindsvinet", "Spurven"}


def test_the_answer_has_the_keys_of_the_contract(at):
    answer = at("import", "staff", OWN).value
    assert list(answer) == ["added", "changed", "unchanged", "left_out", "warnings"]
    assert all(item.keys() == {"row", "reason"} for item in answer["left_out"])
    assert all(item.keys() == {"row", "column", "text"} for item in answer["warnings"])


def test_a_dry_run_answers_the_same_and_keeps_nothing(at):
    dry = at("import", "staff", OWN, "--dry-run").value
    assert at("list", "staff").value == []
    assert at("import", "staff", OWN).value == dry
    assert at("import", "staff", OWN, "--dry-run").value["unchanged"] == 23


def test_people_come_by_stue_last_name_first_name(at, tmp_path):
    """The stuer in the leader's order: as they came in the file, until she moves them."""
    file = tmp_path / "l.csv"
    lines = (
        "Bo Ågesen;Åen",
        "Bo Zander;Åen",
        "Ane Skov;Zebraen",
        "Bo Aaby;Åen",
        "Ida Skov;Zebraen",
        "Eva;",
        "Bo Æbelø;Åen",
    )
    file.write_text("Navn;Stue\n" + "\n".join(f"{line};x" for line in lines), "utf-8")
    at("import", "staff", file)
    names = [f"{p['first_name']} {p['last_name'] or ''}".strip() for p in at("list", "staff").value]
    assert names == ["Bo Zander", "Bo Æbelø", "Bo Aaby", "Bo Ågesen", "Ane Skov", "Ida Skov", "Eva"]


def test_what_is_not_known_is_null(at, tmp_path):
    file = tmp_path / "l.csv"
    file.write_text("Navn\nAgnete\n", "utf-8")
    at("import", "staff", file)
    (person,) = at("list", "staff").value
    assert {key: value for key, value in person.items() if value is None or value == []} == {
        "number": None,
        "last_name": None,
        "role": None,
        "weekly_hours": None,
        "start": None,
        "teams": [],
        "mail": None,
        "phone": None,
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("Navn;Stue\nBo Skov;Egernet\nI alt;1\n", 0),
        ("Navn;Stue\nI alt;1\nVikar (ubesat);Egernet\n", 1),  # not one row could be used
        ("Navn;Stue\n", 1),
        ("Stue;Timer\nEgernet;37\n", 1),
        ("", 1),
    ],
)
def test_exit_is_0_when_at_least_one_row_could_be_used(at, tmp_path, content, code):
    file = tmp_path / "l.csv"
    file.write_text(content, "utf-8")
    said = at("import", "staff", file)
    assert said.code == code
    assert (said.out == "") == bool(code)


def test_people_read_what_would_happen(cli, house):
    said = cli("--house", house, "import", "staff", OWN, "--dry-run")
    lines = said.out.splitlines()
    assert lines[0] == "23 nye, 0 ændrede, 0 uændrede, 2 ikke brugt."
    assert lines[1] == "Nye stuer: Mariehønen, Egernet, Spurven, Pindsvinet."
    assert "Række 5, Stue: MARIEHØNEN → Mariehønen" in lines
    assert "Række 31 er ikke brugt. En ubesat stilling, ikke en medarbejder." in lines
    assert lines[-1] == "Intet er gemt."
    cli("--house", house, "import", "staff", OWN)
    payroll = cli("--house", house, "import", "staff", PAYROLL)
    assert "Bo Skov: Medarbejdernummer – → 4100" in payroll.out.splitlines()


@pytest.mark.parametrize("ending", [".xlsx", ".XLSX", ".pdf"])
def test_the_list_is_written_over_what_was_there(at, tmp_path, ending):
    at("import", "staff", OWN)
    out = tmp_path / f"liste{ending}"
    out.write_text("gammelt")
    said = at("export", "staff-list", "--out", out)
    assert (said.code, said.value) == (0, {"file": str(out)})
    assert out.read_bytes()[:2] == (b"%P" if ending == ".pdf" else b"PK")
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_the_sheet_has_a_row_per_person(at, tmp_path):
    at("import", "staff", OWN)
    at("export", "staff-list", "--year", "2010", "--out", tmp_path / "l.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "l.xlsx").worksheets[0].values)
    assert len(rows) == 1 + 10  # those employed since 2010 or before


@pytest.mark.parametrize("out", ["liste.doc", "liste", "ingen/liste.pdf"])
def test_another_ending_or_no_folder_is_a_problem(at, tmp_path, out):
    said = at("export", "staff-list", "--out", tmp_path / out)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
