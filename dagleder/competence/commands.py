"""The competences' part of the command line: who can what."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import groupby

from dagleder.base.command import Answer, Argument, Command, Json
from dagleder.base.dates import day_short, long_day_text
from dagleder.base.text import capitalised, plural
from dagleder.competence.belonging import Stuer, place_name, stuer
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.insight_commands import WHEN_AND_WITHOUT, without_named
from dagleder.competence.service import CompetenceService
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place


def matrix(service: CompetenceService, arguments: Namespace) -> Answer:
    """Everybody's levels in the competences in use; in the whole catalogue when none is, or with --all."""
    facts = service.facts(arguments.date, without=without_named(service, arguments))
    everything = tuple(facts.competences.values())
    shown = everything if arguments.all else facts.in_use() or everything
    where = stuer(facts)
    value: Json = {
        "date": facts.day.isoformat(),
        "competences": [_competence(each, facts) for each in shown],
        "people": [_person(who, shown, where, facts) for who in facts.people],
    }
    return Answer(value, tuple(_lines(shown, where, facts)))


def _competence(competence: Competence, facts: Facts) -> Json:
    return {
        "id": competence.id,
        "key": competence.key,
        "name": competence.name,
        "area": next(area.name for area in facts.areas if area.id == competence.area_id),
        "certificate": competence.certificate,
        "wanted": facts.wanted.get((competence.id, HOUSE)),
        "holders": _holders(competence, facts),
    }


def _holders(competence: Competence, facts: Facts) -> int:
    return sum(facts.can_alone(who, competence.id) for who in facts.people)


def _person(employee_id: int, shown: Sequence[Competence], where: Stuer, facts: Facts) -> Json:
    person, team = facts.people[employee_id], where[employee_id]
    known = [each.id for each in shown if (employee_id, each.id) in facts.holdings]
    return {
        "id": employee_id,
        "name": person.name,
        "initials": person.employment.initials,
        "role": person.role or None,
        "team": None if team is None else place_name(facts, Place(team_id=team)),
        "levels": [_level(employee_id, competence_id, facts) for competence_id in known],
    }


def _level(employee_id: int, competence_id: int, facts: Facts) -> Json:
    """`level` is what counts on the day: 0 when it has lapsed, None where only a wish or a goal is known."""
    held = facts.holding(employee_id, competence_id)
    counted = held.counted
    return {
        "competence": competence_id,
        "level": facts.level(employee_id, competence_id) if counted else None,
        "assessed": counted is not None,
        "valid_until": counted.valid_until.isoformat() if counted and counted.valid_until else None,
        "lapsed": bool(counted and counted.lapsed(facts.day)),
        "source": counted.source if counted else None,
        "own": held.own.level if held.own else None,
        "goal": held.goal.level if held.goal else None,
        "wish": held.wish.wish if held.wish else None,
    }


def _lines(shown: Sequence[Competence], where: Stuer, facts: Facts) -> Iterator[str]:
    counts = plural(len(shown), "kompetence", "kompetencer"), plural(len(facts.people), "medarbejder", "medarbejdere")
    yield f"{capitalised(long_day_text(facts.day))} · {' · '.join(counts)}"
    known = {what for _, what in facts.holdings} | {what for what, _ in facts.wanted}
    for competence in (each for each in shown if each.id in known):
        wanted = facts.wanted.get((competence.id, HOUSE))
        asked = f", behov {wanted}" if wanted else ""
        able = "har det" if competence.certificate else "kan selv"
        yield f"{competence.name}: {_holders(competence, facts)} {able}{asked}"
    for team, people in groupby(facts.people, key=lambda who: where[who]):
        yield "Uden stue" if team is None else place_name(facts, Place(team_id=team))
        for who in people:
            told = [_told(who, each, facts) for each in shown if facts.holding(who, each.id).counted]
            yield f"  {facts.people[who].name}: {', '.join(told) or 'ingen vurderinger'}"


def _told(employee_id: int, competence: Competence, facts: Facts) -> str:
    """'TRAS 3', 'Førstehjælp til 31. mar 2028', 'Førstehjælp udløbet 1. mar 2026', 'AMR ja'."""
    counted = facts.holding(employee_id, competence.id).counted
    if counted is None or not counted.level or not counted.valid_until:
        level = facts.level(employee_id, competence.id)
        return f"{competence.head} {(('ja' if level else 'nej') if competence.certificate else level)}"
    level_said = "" if competence.certificate else f" {counted.level}"
    word = "udløbet" if counted.lapsed(facts.day) else "til"
    return f"{competence.head}{level_said} {word} {day_short(counted.valid_until, year=True)}"


COMMANDS = (
    Command(
        ("competence", "matrix"),
        "hvem der kan hvad, i de kompetencer, der er i brug",
        matrix,
        (*WHEN_AND_WITHOUT, Argument(("--all",), {"action": "store_true", "help": "hele kataloget"})),
    ),
)
