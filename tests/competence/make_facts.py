"""Builds what the answers about competences are reckoned from, with as little said as a case needs."""

from datetime import date

from dagleder.competence.facts import Area, Assessed, Competence, Facts, Goal, Holding, Wished
from dagleder.competence.levels import Source, Wish
from dagleder.presence.count import HOUSE
from tests.presence.make import MONDAY, house

TRAS, MEDICIN, AID = 1, 2, 3
NAMES = {TRAS: "TRAS", MEDICIN: "Medicinhåndtering", AID: "Førstehjælp"}


def competence(number, **more):
    name = NAMES.get(number, f"Kompetence {number}")
    facts = {"key": name.casefold(), "area_id": 1, "name": name, "short_name": "", "certificate": False, "months": None}
    return Competence(**{"id": number, **facts, "position": number, "hidden": False, **more})


def assessed(who, what, level, *, day=date(2025, 1, 1), source=Source.LEADER, until=None):
    return Assessed(who * 1000 + what, who, what, level, day, source, until)


def goal(who, what, level=3, due=None):
    return Goal(1, who, what, level, date(2025, 1, 1), due)


def wish(who, what, wanted=Wish.DEVELOP):
    return Wished(1, who, what, wanted, date(2025, 1, 1))


def facts(people, levels=(), *, wanted=(), targets=(), until=(), goals=(), wishes=(), day=MONDAY, sites=1):  # noqa: PLR0913 -- as above
    """`levels` and `until` by (person, competence); `wanted` by competence (the house) or (competence, place)."""
    at, ends = house(sites=sites), dict(until)
    holdings = {}
    for pair, level in dict(levels).items():
        holdings[pair] = Holding(assessed(pair[0], pair[1], level, until=ends.get(pair)))
    for each in goals:
        pair = each.employee_id, each.competence_id
        holdings[pair] = holdings.get(pair, Holding())._replace(goal=each)
    for each in wishes:
        pair = each.employee_id, each.competence_id
        holdings[pair] = holdings.get(pair, Holding())._replace(wish=each)
    asked = {key if isinstance(key, tuple) else (key, HOUSE): count for key, count in dict(wanted).items()}
    known = {what for _, what in holdings} | {what for what, _ in asked} | {what for what, _ in dict(targets)}
    return Facts(
        day=day,
        areas=(Area(1, "metoder", "Metoder", 0),),
        competences={number: competence(number) for number in sorted(known | set(NAMES))},
        people={each.id: each for each in people},
        teams=at.teams,
        sites=at.sites,
        holdings=holdings,
        targets=dict(targets),
        wanted=asked,
    )
