"""The contract of the command line, as typed."""

import json

import pytest

from tests.command_line import typed
from tests.meetings.make import day


@pytest.fixture
def cli(services, clock, capsys):
    return typed(services, clock, capsys)


def _json(cli, *words):
    return json.loads(cli("--json", *words).out)


def test_meetings_are_planned_once(cli):
    first = _json(cli, "meetings", "plan", "--year", 2027)
    assert (first["year"], first["added"] > 40) == (2027, True)
    assert _json(cli, "meetings", "plan", "--year", 2027)["added"] == 0
    assert [step["name"] for step in _json(cli, "history")][:1] == ["Læg mødeplan for 2027"]
    assert "allerede lagt" in cli("meetings", "plan", "--year", 2027).out


def test_what_was_moved_or_left_out_is_said(cli):
    said = cli("meetings", "plan", "--year", 2026).out
    assert "MED-møde / TRIO 9. apr: " in said
    assert "Rykket fra 2. april på grund af skærtorsdag." in said
    assert "Intet møde: 12. februar ligger i uge 7." in said


def test_meetings_are_listed_by_start(cli):
    assert _json(cli, "list", "meetings") == []
    assert cli("list", "meetings").out == "Der er ingen møder endnu.\n"
    cli("meetings", "plan", "--year", 2026)
    cli("meetings", "plan", "--year", 2027)
    listed = _json(cli, "list", "meetings", "--year", 2027)
    assert {row["date"][:4] for row in listed} == {"2027"}
    assert [(row["date"], row["start"]) for row in listed] == sorted((row["date"], row["start"]) for row in listed)
    assert list(listed[0]) == ["id", "uid", "kind", "title", "date", "start", "end", "teams", "state"]
    first = listed[0] | {"id": 0, "uid": ""}
    assert first == {
        "id": 0,
        "uid": "",
        "kind": "Stuemøde",
        "title": "Stuemøde",
        "date": "2027-01-06",
        "start": "12:30",
        "end": "13:30",
        "teams": ["Mariehønen"],
        "state": "planned",
    }
    assert len(_json(cli, "list", "meetings")) > len(listed)
    assert _json(cli, "list", "meetings") == _json(cli, "list", "meetings")


@pytest.mark.parametrize(
    ("name", "begins"), [("plan.pdf", b"%PDF"), ("plan.xlsx", b"PK"), ("plan.ics", b"BEGIN:VCALENDAR")]
)
def test_the_ending_chooses_the_kind_of_file(cli, tmp_path, name, begins):
    cli("meetings", "plan", "--year", 2027)
    target = tmp_path / name
    target.write_bytes(b"old")
    assert _json(cli, "export", "meeting-plan", "--year", 2027, "--out", target) == {"file": str(target)}
    first = target.read_bytes()
    assert first.startswith(begins)
    cli("export", "meeting-plan", "--out", target)
    assert target.read_bytes() == first


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("export", "meeting-plan", "--out", "plan.doc"), 1),
        (("export", "meeting-plan", "--out", "mangler/plan.pdf"), 1),
        (("export", "meeting-plan"), 2),
        (("meetings", "plan"), 2),
        (("meetings", "plan", "--year", "i år"), 2),
        (("meetings", "plan", "--year", 1901), 2),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(cli, tmp_path, monkeypatch, words, code):
    monkeypatch.chdir(tmp_path)
    said = cli(*words, code=code)
    assert said.out == ""
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_a_moved_and_cancelled_meeting_undone_and_redone(cli):
    cli("meetings", "plan", "--year", 2027)
    laid = _json(cli, "list", "meetings")
    cli("undo")
    assert _json(cli, "list", "meetings") == []
    cli("redo")
    assert _json(cli, "list", "meetings") == laid
    assert day("6/1/2027").isoformat() == laid[0]["date"]


def test_no_uid_can_be_hidden_as_a_cpr_number(cli):
    cli("meetings", "plan", "--year", 2027)
    uids = [row["uid"] for row in _json(cli, "list", "meetings")]
    assert len(set(uids)) == len(uids)
    assert all(uid.isalpha() for uid in uids)
