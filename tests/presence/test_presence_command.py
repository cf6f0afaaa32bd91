from argparse import ArgumentParser, Namespace

import pytest

from dagleder.presence.commands import COMMANDS
from dagleder.presence.drafts import AbsenceDraft, SubstituteDraft
from dagleder.presence.service import PresenceService
from dagleder.settings.staffing import Need, NeedDraft, Place
from tests.presence.make import BEE, BUG, MONDAY, MORNING, OPENING
from tests.presence.test_person_day import at
from tests.presence.test_week import Meetings


def run(presence, day=MONDAY):
    (command,) = COMMANDS
    assert (command.words, command.writes) == (("presence",), False)
    return command.run(presence, Namespace(date=day))


def test_presence_answers_as_the_contract_says(presence, hire, settings):
    hire("Karen", "Ulvdal", "8-16")
    hire("Åse", "Bang", role="PM")
    settings.set_needs(
        [NeedDraft(Place(team_id=BUG), Need(2), MORNING), NeedDraft(Place(team_id=BUG), Need(1), OPENING)]
    )
    first, second = run(presence).value
    assert list(first) == ["team", "minimum", "present", "pedagogues", "people", "bands", "without_times"]
    assert {key: first[key] for key in first if key != "bands"} == {
        "team": "Mariehønen",
        "minimum": 2,
        "present": 2,
        "pedagogues": 1,
        "people": ["Åse Bang", "Karen Ulvdal"],
        "without_times": 1,
    }
    assert first["bands"][:2] == [
        {"name": "Åbning", "from": "06:30", "to": "08:00", "present": 0, "minimum": 1},
        {"name": "Formiddag", "from": "08:00", "to": "11:30", "present": 1, "minimum": 2},
    ]
    assert len(first["bands"]) == 5
    assert (second["team"], second["present"], second["people"]) == ("Humlebien", 0, [])


def test_people_read_the_rest_too(presence, hire):
    hire("Karen", "Ulvdal", "8-16")
    hire("Otto", "Kærvig", "8-16", team=None)
    away = hire("Ida", "Søndervang", "8-16")
    presence.add_absence(AbsenceDraft(away, MONDAY, MONDAY, "O"))
    presence.add_substitute(SubstituteDraft(BEE, MONDAY, MONDAY))
    assert run(presence).lines == (
        "Mandag 16. marts 2026",
        "Mariehønen: 1 på arbejde (1 pædagog)",
        "  Karen Ulvdal",
        "  Åbning 0 · Formiddag 1 · Middag 1 · Eftermiddag 1 · Lukning 0",
        "Humlebien: 1 på arbejde (0 pædagoger)",
        "  Vikar",
        "  Åbning 1 · Formiddag 1 · Middag 1 · Eftermiddag 1 · Lukning 1",
        "Uden stue: Otto Kærvig",
        "Væk: Ida Søndervang (omsorgsdag)",
    )


def test_people_read_that_bands_cannot_be_told_without_clock_times(presence, hire, settings):
    hire("Åse", "Bang", role="PM")
    hire("Karen", "Ulvdal", "8-13", team=BEE)
    settings.set_needs([NeedDraft(Place(team_id=BUG), Need(2)), NeedDraft(Place(team_id=BUG), Need(1), OPENING)])
    assert run(presence).lines[1:] == (
        "Mariehønen: 1 på arbejde, mindst 2 (0 pædagoger, 1 uden mødetid)",
        "  Åse Bang",
        "  Åbning – (mindst 1) · Formiddag – · Middag – · Eftermiddag – · Lukning –",
        "Humlebien: 1 på arbejde (1 pædagog)",
        "  Karen Ulvdal",
        "  Åbning 0 · Formiddag 1 · Middag 0 · Eftermiddag 0 · Lukning 0",
        "Tidsrummene tæller dem med mødetid. – = kan ikke siges: der er kun nogen uden mødetid.",
    )


def test_people_read_why_somebody_does_not_count(hire, database, clock):
    course = hire("Ida", "Søndervang", "8-16")
    half = hire("Mads", "Ellemose", "8-16")
    source = Meetings(at(MONDAY, "8", "15", who=course, what="førstehjælp"))
    presence = PresenceService(database, clock, [source])
    presence.add_absence(AbsenceDraft(half, MONDAY, MONDAY, "A", 480, 780))
    assert run(presence).lines[-1] == "Væk: Mads Ellemose (afspadsering), Ida Søndervang (førstehjælp)"


def test_a_house_without_stuer_answers_an_empty_array(presence, settings):
    settings.delete_team(BUG)
    settings.delete_team(BEE)
    answer = run(presence)
    assert (answer.value, answer.lines[1:]) == ([], ("Der er ingen stuer endnu.",))


def test_a_public_holiday_says_so_and_counts_nobody(presence, hire):
    hire("Karen", "Ulvdal", "8-16")
    answer = run(presence, MONDAY.replace(month=4, day=2))
    assert answer.value[0]["present"] == 0
    assert answer.lines[1] == "Skærtorsdag: helligdag."
    assert answer.lines[-1] == "Væk: Karen Ulvdal (skærtorsdag)"


def test_a_date_that_is_none_is_wrong_usage(capsys):
    (command,) = COMMANDS
    parser = ArgumentParser()
    for argument in command.arguments:
        parser.add_argument(*argument.names, **argument.options)
    assert parser.parse_args(["--date", "2026-03-16"]).date == MONDAY
    with pytest.raises(SystemExit) as stopped:
        parser.parse_args(["--date", "16/3"])
    assert stopped.value.code == 2
    assert "Skriv den som 2026-03-12" in capsys.readouterr().err
