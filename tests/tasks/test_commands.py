"""Tasks on the command line, as typed. Today is Thursday 12 March 2026."""

import json
from dataclasses import replace

import pytest

from dagleder.app import open_house
from tests.command_line import typed


@pytest.fixture
def cli(services, clock, capsys, hire):
    services.settings.save_house(replace(services.settings.house(), leader_name="Lone Myrtoft"))
    hire("Otto Kærvig", "P", 1, number="4711", known_as="Ottomanden")
    hire("Karen Ulvdal", "P", 2)
    hire("Karen Brink", "PM", 2)
    return typed(services, clock, capsys)


def _json(cli, *words):
    return json.loads(cli("--json", *words).out)


def _only(cli):
    (row,) = _json(cli, "tasks", "list")
    return row


def test_a_quick_line_becomes_a_task_in_one_step(cli):
    assert _json(cli, "tasks", "add", "Legepladseftersyn @ok #ræven fre") == {"id": 1}
    assert _only(cli) == {
        "id": 1,
        "title": "Legepladseftersyn",
        "kind": None,
        "due": "2026-03-13",
        "first": None,
        "team": "Ræven",
        "people": [{"employee": "Otto Kærvig", "part": "owner"}],
        "state": "open",
        "own": False,
        "mandate": None,
        "needs": [],
        "overdue": False,
        "origin": None,
    }
    assert _json(cli, "history")[0]["name"] == "Ny opgave: Legepladseftersyn"
    assert _json(cli, "undo") == {"name": "Ny opgave: Legepladseftersyn"}
    assert _json(cli, "tasks", "list") == []


def test_everything_can_be_told_beside_the_line(cli):
    told = ["--kind", "sprogvurdering", "--from", "2026-04-01", "--due", "2026-05-01", "--team", "egernet"]
    more = ["--to", "KU", "Otto Kærvig", "--hours", "2,5", "--weekly", "--mandate", "indstil"]
    needs = ["--needs", "Sprogvurdering@2", "--wish", "TRAS", "Førstehjælp"]
    cli("tasks", "add", "Sprogvurderinger i maj", *told, *more, *needs)
    row = _only(cli)
    assert (row["kind"], row["first"], row["due"], row["team"]) == (
        "Sprogvurdering",
        "2026-04-01",
        "2026-05-01",
        "Egernet",
    )
    assert ([each["employee"] for each in row["people"]], row["mandate"]) == (
        ["Karen Ulvdal", "Otto Kærvig"],
        "propose",
    )
    assert row["needs"] == [
        {"competence": "Sprogvurdering", "level": 2, "must": True},
        {"competence": "TRAS", "level": 3, "must": False},
        {"competence": "Førstehjælp", "level": 3, "must": False},
    ]


def test_a_task_of_a_kind_asks_for_what_the_kind_does(cli):
    cli("tasks", "add", "Sprogvurdering af Ida", "--kind", "Sprogvurdering", "--wish", "TRAS@4")
    assert [(need["competence"], need["must"]) for need in _only(cli)["needs"]] == [
        ("Sprogvurdering", True),
        ("TRAS", False),
    ]


def test_what_is_told_beside_the_line_wins_over_it(cli):
    beside = ["--due", "2026-04-10", "--to", "ok", "--mandate", "orienter", "--team", "egernet"]
    said = cli("tasks", "add", "Nyhedsbrev @mig !beslut #ræven fre", *beside).out
    assert "Ikke brugt fra linjen: fristen 13. marts 2026, stuen, beføjelsen beslut og @mig." in said
    row = _only(cli)
    assert (row["due"], row["own"], row["mandate"]) == ("2026-04-10", False, "inform")
    assert [each["employee"] for each in row["people"]] == ["Otto Kærvig"]


def test_who_is_told_in_the_line_and_who_beside_it_both_have_it(cli):
    said = cli("tasks", "add", "Nyhedsbrev @ok", "--to", "KU", "OK").out
    assert "Ikke brugt" not in said
    assert [each["employee"] for each in _only(cli)["people"]] == ["Otto Kærvig", "Karen Ulvdal"]


def test_a_deadline_that_is_not_there_is_told(cli):
    assert "Februar 2027 har kun 28 dage. Mente du 28-02-2027?" in cli("tasks", "add", "Mødelokale 31/2").out


_WITH_SOMEBODY = (
    ("tasks", "add", "Nyhedsbrev", "--to", "{}"),
    ("departure", "{}"),
    ("competence", "matrix", "--without", "{}"),
    ("competence", "gaps", "--without", "{}"),
    ("competence", "vulnerable", "--without", "{}"),
    ("export", "competence-profile", "{}", "--out", "profil.pdf"),
    ("export", "handover", "{}", "--out", "plan.pdf"),
)


@pytest.mark.parametrize("command", _WITH_SOMEBODY, ids=lambda words: " ".join(words[:2]))
def test_every_command_understands_and_refuses_a_person_in_the_same_way(cli, command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for somebody in ("ok", "Otto Kærvig", "4711", "Ottomanden Kærvig"):
        cli(*(word.format(somebody) for word in command))
    said = cli(*(word.format("Karen") for word in command), code=1)
    assert said.err == "Ingen medarbejder har nummeret, initialerne eller navnet “Karen”.\n"
    assert cli(*(word.format(" ") for word in command), code=1).err.startswith("Ingen medarbejder har nummeret")


def test_a_deadline_on_a_closed_day_is_told(cli):
    assert cli("tasks", "add", "Nyhedsbrev 2/4").out.splitlines() == [
        "Ny opgave 1: Nyhedsbrev.",
        "Fristen 2. april er skærtorsdag.",
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["Nyhedsbrev @karen"], "Mener du Karen Ulvdal (@ku) eller Karen Brink (@kb)?\n"),
        (["Nyhedsbrev", "--to", "Bo"], "Ingen medarbejder har nummeret, initialerne eller navnet “Bo”.\n"),
        (["Nyhedsbrev", "--team", "Uglen"], "Ingen stue hedder “Uglen”.\n"),
        (["Nyhedsbrev", "--kind", "Fest"], "Ingen opgavetype hedder “Fest”.\n"),
        (["Nyhedsbrev", "--needs", "Jonglere@3"], "Ingen kompetence hedder “Jonglere”.\n"),
        (["Nyhedsbrev", "--needs", "TRAS@tre"], "“TRAS@tre” har ikke et niveau fra 1 til 4. Skriv fx TRAS@3.\n"),
        (["Nyhedsbrev", "--needs", "TRAS@7"], "Vælg et niveau fra 1 til 4.\n"),
        (["Nyhedsbrev", "--mandate", "alt"], "Skriv orientér, indstil eller beslut.\n"),
        (["Nyhedsbrev", "--weekly"], "Skriv hvor mange timer om ugen.\n"),
        (["Nyhedsbrev", "--hours", "mange"], "“mange” er ikke et antal timer. Skriv fx 37 eller 28,5.\n"),
        ([" "], "Skriv hvad opgaven hedder.\n"),
    ],
)
def test_what_cannot_be_understood_is_a_sentence_and_leaves_no_step(cli, words, sentence):
    said = cli("tasks", "add", *words, code=1)
    assert (said.out, said.err) == ("", sentence)
    assert not [step for step in _json(cli, "history") if step["name"].startswith("Ny opgave:")]


def test_a_method_that_is_still_to_be_chosen_is_told(cli):
    assert "Vælg den metode, opgaven gælder." in cli("tasks", "add", "KIDS", "--kind", "tovholder").out
    assert "Vælg" not in cli("tasks", "add", "KIDS", "--kind", "tovholder", "--needs", "KIDS").out


def test_a_date_that_is_none_is_wrong_usage(cli):
    assert "“snart” er ikke en dato" in cli("tasks", "add", "Nyhedsbrev", "--due", "snart", code=2).err


def test_the_list_is_told_by_deadline(cli):
    assert cli("tasks", "list").out == "Ingen opgaver.\n"
    cli("tasks", "add", "Nyhedsbrev")
    cli("tasks", "add", "Ring til PPR @mig", "--due", "2026-03-10")
    cli("tasks", "add", "Skovtur @ok fre")
    assert cli("tasks", "list").out.splitlines() == [
        "Over fristen:",
        "  2 · Ring til PPR · Dig · 10. mar · 2 dage over",
        "Denne uge:",
        "  3 · Skovtur · Otto Kærvig · 13. mar",
        "Uden frist:",
        "  1 · Nyhedsbrev · Ikke fordelt",
    ]
    assert [(row["id"], row["overdue"]) for row in _json(cli, "tasks", "list")] == [(2, True), (3, False), (1, False)]


def test_those_done_are_listed_when_asked_for(cli, services, clock):
    for title in ("Nyhedsbrev", "Skovtur", "Hegn"):
        cli("tasks", "add", title)
    opened = open_house(services.database.path, None, clock)
    assert opened.tasks is not None
    opened.tasks.finish(1)
    opened.tasks.drop(2)
    opened.close()
    for state, ids in {"open": {3}, "done": {1}, "all": {1, 2, 3}}.items():
        assert {row["id"] for row in _json(cli, "tasks", "list", "--state", state)} == ids


@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
def test_the_list_is_written_as_a_file(cli, tmp_path, ending):
    cli("tasks", "add", "Skovtur @ok fre")
    out = tmp_path / f"opgaver.{ending}"
    assert _json(cli, "export", "task-list", "--employee", "OK", "--team", "egernet", "--out", out) == {
        "file": str(out)
    }
    assert out.stat().st_size > 1000


def test_another_kind_of_file_is_not_written(cli, tmp_path):
    said = cli("export", "task-list", "--out", tmp_path / "opgaver.docx", code=1)
    assert said.err == "“opgaver.docx” skal ende på .pdf eller .xlsx.\n"


def test_a_name_that_nobody_has_is_refused_with_those_nearest_and_nothing_is_kept(cli):
    told = cli("tasks", "add", "Sprogvurdering @ott fre", code=1).err
    assert told.strip().endswith("Ingen hedder “ott”. Mener du Otto Kærvig (@ok)?")
    assert _json(cli, "tasks", "list") == []


@pytest.mark.parametrize(
    ("typed_day", "due"),
    [("1/4", "2026-04-01"), ("om 14 dage", "2026-03-26"), ("før uge 14", "2026-03-27"), ("2026-05-01", "2026-05-01")],
)
def test_a_deadline_is_typed_as_in_its_field(cli, typed_day, due):
    cli("tasks", "add", "Nyhedsbrev @ok", "--due", typed_day)
    assert _only(cli)["due"] == due


def test_help_names_the_four_criteria_and_one_told_twice_is_said(cli):
    shown = " ".join(cli("tasks", "suggest", "--help").out.split())
    assert "relevans, kompetencer, erfaring og parathed; 3 vejer mest" in shown
    told = cli("tasks", "suggest", "--weights", "parathed=1,parathed=3", code=2).err
    assert "“parathed” er nævnt to gange" in told
