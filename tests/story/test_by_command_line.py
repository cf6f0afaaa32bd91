"""The same story by the command line alone, each command a process of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from dagleder.base.paths import HOME_VARIABLE
from tests.story.lists import OWN_LIST, PAYROLL, payroll

ROOT = Path(__file__).parent.parent.parent
YEAR = "2027"
COUNTS = ("added", "changed", "unchanged")


@dataclass
class Terminal:
    """Runs commands on one house, and keeps what each answered under a name."""

    folder: Path
    answers: dict[str, Any] = field(default_factory=dict)

    def run(self, *words: str | Path, code_file: str = "kode.txt") -> subprocess.CompletedProcess[str]:
        options = ["--house", "h.dagleder", "--password-file", code_file, "--json"]
        command = [sys.executable, "-m", "dagleder", *options, *map(str, words)]
        surroundings = os.environ | {HOME_VARIABLE: str(self.folder), "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            command, cwd=self.folder, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def say(self, name: str, *words: str | Path) -> None:
        done = self.run(*words)
        assert (done.returncode, done.stderr) == (0, ""), f"{words}: {done.stderr}"
        self.answers[name] = json.loads(done.stdout)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What a leader sees who types the whole story."""
    terminal = Terminal(tmp_path_factory.mktemp("cli"))
    (terminal.folder / "kode.txt").write_text("sol sommer solsikke\n", "utf-8")
    terminal.say("new", "new", "--name", "Lille hus")
    terminal.say("own list", "import", "staff", OWN_LIST)
    terminal.say("payroll", "import", "staff", PAYROLL)
    terminal.say("staff", "list", "staff")
    terminal.say("plan", "meetings", "plan", "--year", YEAR)
    terminal.say("undo", "undo")
    terminal.say("meetings after undo", "list", "meetings", "--year", YEAR)
    terminal.say("redo", "redo")
    terminal.say("meetings", "list", "meetings", "--year", YEAR)
    terminal.say("presence", "presence", "--date", f"{YEAR}-04-07")
    for ending in ("pdf", "xlsx", "ics"):
        terminal.say(f"plan.{ending}", "export", "meeting-plan", "--year", YEAR, "--out", f"plan.{ending}")
    terminal.say("history", "history")
    terminal.say("check", "check")
    return terminal


def test_everybody_of_both_lists_is_there_once(told):
    staff = {f"{row['first_name']} {row['last_name']}": row for row in told.answers["staff"]}
    truth = payroll()
    assert len(told.answers["staff"]) == 23
    assert {name: (row["number"], row["role"], row["weekly_hours"]) for name, row in staff.items()} == {
        name: (line.number, line.role, line.hours) for name, line in truth.items()
    }
    assert {name: (row["start"], row["teams"]) for name, row in staff.items()} == {
        name: (line.start.isoformat(), [line.team]) for name, line in truth.items()
    }


def test_what_each_list_did_is_told_in_numbers(told):
    counts = [[told.answers[name][key] for key in COUNTS] for name in ("own list", "payroll")]
    assert counts == [[23, 0, 0], [0, 23, 0]]
    assert [item["row"] for item in told.answers["own list"]["left_out"]] == [30, 31]


def test_the_plan_is_laid_taken_back_and_laid_again(told):
    answers = told.answers
    assert answers["plan"]["added"] == len(answers["meetings"]) > 60
    assert answers["undo"]["name"] == answers["redo"]["name"] == f"Læg mødeplan for {YEAR}"
    assert answers["meetings after undo"] == []


def test_every_stue_is_told_on_a_day_with_who_has_no_times(told):
    presence = {row["team"]: (row["present"], row["without_times"]) for row in told.answers["presence"]}
    assert presence == {"Mariehønen": (6, 6), "Egernet": (6, 6), "Spurven": (6, 6), "Pindsvinet": (5, 5)}


def test_the_papers_are_there(told):
    assert (told.folder / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert (told.folder / "plan.ics").read_text("utf-8").count("BEGIN:VEVENT") == len(told.answers["meetings"])
    assert (told.folder / "plan.xlsx").read_bytes().startswith(b"PK")


def test_one_command_is_one_line_of_history_and_the_file_is_whole(told):
    assert [step["name"] for step in told.answers["history"]] == [
        f"Læg mødeplan for {YEAR}",
        "Importér 23 medarbejdere",
        "Importér 23 medarbejdere",
    ]
    assert told.answers["check"]["ok"] is True


def test_without_the_password_nothing_is_told(told):
    (told.folder / "forkert.txt").write_text("noget andet\n", "utf-8")
    done = told.run("list", "staff", code_file="forkert.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Adgangskoden passer ikke. Store og små bogstaver skal være ens.\n"
