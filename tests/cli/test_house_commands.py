"""The commands about the house itself, and the order of history."""

from pathlib import Path

import pytest

from dagleder import app
from dagleder.base.findings import Finding, Level
from dagleder.models.settings import House
from dagleder.storage.database import Database
from tests.cli.conftest import OWN, PAYROLL


def names(said):
    return [(step["name"], step["undone"]) for step in said.value]


def test_new_makes_a_house_and_never_overwrites_one(cli, house, tmp_path):
    said = cli("--house", tmp_path / "andet.dagleder", "--json", "new")
    assert (said.code, said.value) == (0, {"house": str(tmp_path / "andet.dagleder")})
    before = house.read_bytes()
    again = cli("--house", house, "--json", "new")
    assert (again.code, again.out) == (1, "")
    assert house.read_bytes() == before
    assert cli("--house", tmp_path / "ingen" / "h.dagleder", "new").code == 1


@pytest.mark.usefixtures("home")
def test_the_demo_house_is_lively_and_has_no_history(cli, tmp_path, clock):
    path = tmp_path / "demo.dagleder"
    assert cli("--house", path, "new", "--demo", "--name", "Lille hus").code == 0
    with Database.open(path, clock=clock, read_only=True).reading() as session:
        assert session.get_one(House, 1).name == "Lille hus"
    staff = cli("--house", path, "--json", "list", "staff").value
    assert (len(staff), len({person["initials"] for person in staff})) == (24, 24)
    teams = cli("--house", path, "--json", "list", "teams").value
    assert (len(teams), len({team["site"] for team in teams})) == (5, 2)
    assert cli("--house", path, "--json", "history").value == []
    assert cli("--house", path, "undo").code == 1


def test_undo_and_redo_say_what_and_are_no_lines_of_their_own(at):
    at("import", "staff", OWN)
    at("import", "staff", PAYROLL)
    step = "Importér 23 medarbejdere"
    assert at("undo").value == {"name": step}
    assert names(at("history")) == [(step, True), (step, False)]
    assert at("list", "staff").value[0]["number"] is None
    assert at("redo").value == {"name": step}
    assert names(at("history")) == [(step, False), (step, False)]
    assert at("list", "staff").value[0]["number"] == "4128"


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_with_nothing_to_do_there_is_a_sentence(at, command):
    said = at(command)
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith(".\n")


def test_a_whole_house_is_said_to_be_whole(at):
    assert at("check").value == {"ok": True, "findings": []}


def test_what_is_wrong_is_listed_and_exit_is_1(at, monkeypatch):
    wrong = Finding(Level.MUST, "Filen", "1 sted i filen er beskadiget.", "kontrollen")
    monkeypatch.setattr(Database, "check", lambda _: [wrong])
    said = at("check")
    assert said.code == 1
    listed = {"level": "must", "subject": "Filen", "text": "1 sted i filen er beskadiget.", "source": "kontrollen"}
    assert said.value == {"ok": False, "findings": [listed]}
    assert said.err == "1 fejl i filen; sæt en kopi i stedet med restore FILE.\n"


def damage(house):
    content = bytearray(house.read_bytes())
    content[len(content) // 2] ^= 1
    house.write_bytes(content)


def test_a_damaged_house_is_told_and_exit_is_1(cli, at, house):
    at("import", "staff", OWN)
    damage(house)
    said = at("check")
    assert said.code == 1
    assert said.err == "1 fejl i filen; sæt en kopi i stedet med restore FILE.\n"
    assert said.value["ok"] is False
    assert [finding["level"] for finding in said.value["findings"]] == ["must"]
    assert cli("--house", house, "check").code == 1


def test_a_backup_is_a_house_and_restore_keeps_what_was(cli, at, tmp_path):
    at("import", "staff", OWN)
    copy = tmp_path / "kopi.dagleder"
    assert at("backup", "--out", copy).code == 0
    assert len(cli("--house", copy, "--json", "list", "staff").value) == 23
    at("undo")
    assert at("list", "staff").value == []
    restored = at("restore", copy)
    assert restored.code == 0
    assert len(at("list", "staff").value) == 23
    assert cli("--house", restored.value["kept"], "--json", "list", "staff").value == []


@pytest.mark.parametrize("hurt", [damage, Path.unlink])
def test_a_copy_takes_the_place_of_a_house_that_is_damaged_or_gone(at, house, tmp_path, hurt):
    at("import", "staff", OWN)
    copy = tmp_path / "kopi.dagleder"
    at("backup", "--out", copy)
    hurt(house)
    there = house.exists()
    hurt_file = house.read_bytes() if there else b""
    restored = at("restore", copy)
    assert (restored.code, restored.err) == (0, "")
    assert len(at("list", "staff").value) == 23
    kept = restored.value["kept"]
    assert (Path(kept).read_bytes() if kept else b"") == hurt_file


@pytest.mark.usefixtures("home")
def test_the_password_of_a_copy_is_asked_for_where_the_house_is_gone(cli, tmp_path):
    house, copy, code = tmp_path / "h.dagleder", tmp_path / "kopi.dagleder", tmp_path / "kode"
    code.write_text("sol sommer solsikke", "utf-8")
    assert cli("--house", house, "--password-file", code, "new").code == 0
    assert cli("--house", house, "--password-file", code, "backup", "--out", copy).code == 0
    house.unlink()
    asked = cli("--house", house, "restore", copy)
    assert (asked.code, "--password-file" in asked.err, house.exists()) == (1, True, False)
    assert cli("--house", house, "--password-file", code, "restore", copy).code == 0
    assert cli("--house", house, "--password-file", code, "list", "staff").code == 0


@pytest.mark.parametrize("file", ["findes-ikke.dagleder", "rod.dagleder"])
def test_what_is_no_copy_is_not_restored(at, tmp_path, file):
    (tmp_path / "rod.dagleder").write_bytes(b"rod" * 2000)
    at("import", "staff", OWN)
    said = at("restore", tmp_path / file)
    assert (said.code, said.out) == (1, "")
    assert len(at("list", "staff").value) == 23


def test_a_backup_needs_a_folder(at, tmp_path):
    said = at("backup", "--out", tmp_path / "ingen" / "kopi.dagleder")
    assert (said.code, said.out) == (1, "")
    assert "findes ikke" in said.err


def test_a_backup_never_takes_the_place_of_a_folder_or_of_a_house_that_is_open(at, cli, tmp_path, clock):
    other = tmp_path / "andet.dagleder"
    assert cli("--house", other, "new").code == 0
    before = other.read_bytes()
    services = app.open_house(other, None, clock)
    try:
        taken = at("backup", "--out", other)
    finally:
        services.close()
    assert (taken.code, taken.out) == (1, "")
    assert "åbent" in taken.err
    assert other.read_bytes() == before
    assert "er en mappe" in at("backup", "--out", tmp_path).err


def test_a_backup_takes_the_place_of_an_older_one_of_this_house_and_of_nothing_else(at, cli, tmp_path):
    other, paper, copy = (tmp_path / name for name in ("andet.dagleder", "plan.pdf", "kopi.dagleder"))
    assert cli("--house", other, "new").code == 0
    paper.write_bytes(b"%PDF-1.7")
    for file in (other, paper):
        before = file.read_bytes()
        said = at("backup", "--out", file)
        assert (said.code, "ikke en kopi af dette hus" in said.err) == (1, True)
        assert file.read_bytes() == before
    assert at("backup", "--out", copy).code == 0
    at("import", "staff", OWN)
    assert at("backup", "--out", copy).code == 0
    assert len(cli("--house", copy, "--json", "list", "staff").value) == 23


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("demo", [(), ("--demo",)])
def test_a_house_is_not_named_by_a_cpr_number(cli, tmp_path, demo):
    path = tmp_path / "hus.dagleder"
    said = cli("--house", path, "new", "--name", "Solen 160971-1234", *demo)
    assert (said.code, said.out, path.exists()) == (1, "", False)
    assert "CPR" in said.err


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("command", [["new"], ["check"], ["list", "staff"]])
def test_a_name_no_system_takes_is_told(cli, tmp_path, command):
    said = cli("--house", tmp_path / ("x" * 300), *command)
    assert (said.code, said.out) == (1, "")
    assert "kortere navn" in said.err
