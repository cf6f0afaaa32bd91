"""What every command keeps to, by docs/command-line.md."""

import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dagleder import app
from dagleder.__main__ import COMMANDS
from dagleder.base.last_house import LastHouse, remember_house
from dagleder.staff.service import StaffService
from tests.cli.conftest import OWN

CONTRACT = Path(__file__).parents[2] / "docs" / "command-line.md"
READING = (
    ["list", "staff"],
    ["list", "teams"],
    ["list", "meetings"],
    ["tasks", "list"],
    ["history"],
    ["check"],
    ["presence", "--date", "2026-03-12"],
)


def one_sentence(text):
    return text.endswith(".\n") and text.count("\n") == 1 and "Traceback" not in text


def test_the_answer_stands_on_stdout_alone(at):
    said = at("list", "teams")
    assert (said.code, said.value, said.err) == (0, [], "")


def test_a_problem_leaves_stdout_empty_and_says_one_sentence(at, tmp_path):
    said = at("import", "staff", tmp_path / "findes-ikke.xlsx")
    assert (said.code, said.out) == (1, "")
    assert one_sentence(said.err)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Der mangler en kommando"),
        (["list"], "Der mangler en kommando"),
        (["synkroniser"], "“synkroniser” er ikke blandt new, check, restore, history"),
        (["list", "staff", "--json"], "“--json” kan ikke bruges her"),
        (["import", "staff"], "Der mangler FILE"),
        (["--house"], "--house mangler en værdi"),
        (["--hou", "x", "history"], "“x” er ikke blandt"),
        (["export", "staff-list"], "Der mangler --out"),
        (["export", "staff-list", "--year", "tyve", "--out", "x.pdf"], "“tyve” er ikke et årstal"),
        (
            ["export", "meeting-plan", "--year", "1950", "--out", "x.pdf"],
            "er ikke et årstal mellem 2000 og 2099",
        ),
        (["presence", "--date", "i dag"], "er ikke en dato"),
        (["presence", "--date", "20261123"], "“20261123” er ikke en dato"),
    ],
)
def test_what_is_not_a_command_is_wrong_usage(cli, arguments, said):
    answer = cli(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert one_sentence(answer.err)


def test_a_fault_of_ours_ends_with_3_and_tells_no_names(at, monkeypatch):
    at("import", "staff", OWN)

    def fail(*_, **__):
        raise RuntimeError("Gitte Skov")

    monkeypatch.setattr(StaffService, "staff_list", fail)
    said = at("list", "staff")
    assert (said.code, said.out) == (3, "")
    assert "RuntimeError" in said.err
    assert "Gitte" not in said.err


def test_help_is_danish_and_no_problem(cli):
    for arguments in (["--help"], ["import", "staff", "-h"], ["list", "--help"]):
        said = cli(*arguments)
        assert (said.code, said.err) == (0, "")
        assert said.out.startswith("Brug: dagleder-cli")
        assert "usage" not in said.out
        assert "show this help" not in said.out
        assert "…" not in said.out


def written_commands():
    """The commands in the contract's table, without what follows their words."""
    table = CONTRACT.read_text("utf-8").partition("## Commands")[2]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    for call in (call for cell in cells for call in re.findall(r"`([^`]+)`", cell)):
        yield " ".join(itertools.takewhile(lambda word: re.fullmatch(r"[a-z][a-z-]*", word), call.split()))


def test_the_commands_are_those_of_the_contract_and_no_others():
    written = list(written_commands())
    assert len(written) == len(set(written))
    assert set(written) == {" ".join(command.words) for command in COMMANDS.all}


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_the_same_call_answers_the_same_twice(at, command):
    at("import", "staff", OWN)
    at("meetings", "plan", "--year", 2026)
    assert at(*command) == at(*command)


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_every_answer_can_be_read_by_people_too(cli, house, command):
    said = cli("--house", house, *command)
    assert (said.code, said.err) == (0, "")
    assert said.out.strip()
    with pytest.raises(ValueError, match="value"):
        json.loads(said.out)


def test_while_another_program_writes_what_reads_works_and_what_writes_does_not(at, house, tmp_path, clock):
    at("import", "staff", OWN)
    other = app.open_house(house, None, clock)
    try:
        for command in (
            *READING,
            ["export", "staff-list", "--out", tmp_path / "s.xlsx"],
            ["import", "staff", OWN, "--dry-run"],
        ):
            assert at(*command).code == 0
        for command in (["import", "staff", OWN], ["undo"], ["redo"], ["restore", house]):
            said = at(*command)
            assert (said.code, said.out) == (1, "")
            assert "åbent i et andet program" in said.err
    finally:
        other.close()


def test_without_a_house_it_is_the_one_the_window_had_open_last(cli, house):
    said = cli("--json", "list", "teams")
    assert (said.code, said.out) == (1, "")
    assert one_sentence(said.err)
    remember_house(LastHouse(house, "Solsikken"))
    assert cli("--json", "list", "teams").value == []


@pytest.mark.usefixtures("home")
def test_a_password_is_the_first_line_of_its_file(cli, tmp_path):
    path, right, wrong = tmp_path / "h.dagleder", tmp_path / "ret", tmp_path / "forkert"
    right.write_bytes("blåbær og fløde \r\nmere\n".encode())
    wrong.write_text("blåbær og fløde", "utf-8")
    assert cli("--house", path, "--password-file", right, "new").code == 0
    assert cli("--house", path, "--password-file", right, "list", "teams").code == 0
    for arguments, sentence in (
        (("--password-file", wrong), "Adgangskoden passer ikke"),
        ((), "Huset har en adgangskode"),
        (("--password-file", tmp_path / "væk"), "kan ikke læses"),
        (("--password-file", OWN), "ikke gemt som UTF-8"),
    ):
        said = cli("--house", path, *arguments, "list", "teams")
        assert (said.code, said.out) == (1, "")
        assert sentence in said.err
    (tmp_path / "kort").write_text("x\n")
    short = cli("--house", tmp_path / "ny.dagleder", "--password-file", tmp_path / "kort", "new")
    assert (short.code, "mindst 12 tegn" in short.err, (tmp_path / "ny.dagleder").exists()) == (1, True, False)
    (tmp_path / "tom").write_text("\n")
    assert "ingen adgangskode" in cli("--house", path, "--password-file", tmp_path / "tom", "new").err


def test_no_answer_repeats_a_cpr_number(cli, at, house, tmp_path):
    file = tmp_path / "160971-1234.csv"
    file.write_text("Navn;Stue\nBo Skov;Egernet 160971-1234\n160971-1234;Egernet\n", "utf-8")
    for said in (
        at("import", "staff", file),
        at("import", "staff", tmp_path / "160971-1235.csv"),
        at("list", "staff", "160971-1234"),
        at("history"),
        cli("--house", house, "import", "staff", file),
        cli("--house", tmp_path / "160971-1236.dagleder", "--json", "new"),
    ):
        assert "160971" not in said.out + said.err


def test_one_command_is_one_step_and_no_change_is_none(at):
    assert at("history").value == []
    at("import", "staff", OWN)
    at("import", "staff", OWN)
    (step,) = at("history").value
    assert step.keys() == {"step", "at", "by", "name", "undone"}
    assert (step["at"], step["name"], step["undone"]) == ("2026-03-12T10:42:00", "Importér 23 medarbejdere", False)


def test_a_machine_that_knows_no_user_names_is_no_problem(at, monkeypatch):
    def unknown():
        raise OSError

    monkeypatch.setattr("getpass.getuser", unknown)
    at("import", "staff", OWN)
    assert at("history").value[0]["by"] == ""


def test_the_program_speaks_utf_8_on_every_system(program, tmp_path):
    environment = {"DAGLEDER_HOME": str(tmp_path / "hjem"), "LANG": "C", "LC_ALL": "C"}
    house = tmp_path / "Bjørnehuset.dagleder"
    assert program("--house", house, "new", environment=environment).code == 0
    said = program("--house", house, "--json", "import", "staff", OWN, environment=environment)
    assert (said.code, said.value["added"], said.err) == (0, 23, "")
    listed = program("--house", house, "list", "staff", environment=environment)
    assert "Viggo Ågesen" in listed.out
    missing = program("--house", tmp_path / "Åhuset.dagleder", "list", "staff", environment=environment)
    assert (missing.code, missing.out) == (1, "")
    assert "Åhuset" in missing.err


def test_a_reader_that_goes_away_is_no_fault(house):
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "dagleder", "--house", str(house), "list", "teams"]
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (1, b"")
