"""Who belongs where on the day: the stue of each, and the people of house, matrikel and stue. Pure."""

from collections import defaultdict
from collections.abc import Mapping

from dagleder.competence.facts import Facts
from dagleder.presence.count import HOUSE
from dagleder.presence.pattern import home_team
from dagleder.settings.staffing import Place

Stuer = Mapping[int, int | None]
"""The stue of each person; None for the house only."""


def stuer(facts: Facts) -> Stuer:
    """Where each of the people belongs on the day."""
    open_teams = frozenset(team.id for team in facts.teams if team.is_open(facts.day))
    return {who: home_team(person.employment, facts.day, open_teams) for who, person in facts.people.items()}


def people_of(facts: Facts, where: Stuer) -> Mapping[Place, tuple[int, ...]]:
    """The people of each place, in the order of the facts; whoever is not in `where` is nowhere.

    With one matrikel it is the house: then those without a stue are there too.
    """
    sites: dict[int | None, int | None] = {team.id: team.site_id for team in facts.teams}
    sites[None] = facts.sites[0].id if len(facts.sites) == 1 else None
    found: defaultdict[Place, list[int]] = defaultdict(list)
    for who in facts.people:
        if who not in where:
            continue
        team = where[who]
        found[HOUSE].append(who)
        if team is not None:
            found[Place(team_id=team)].append(who)
        if (site := sites.get(team)) is not None:
            found[Place(site_id=site)].append(who)
    return {place: tuple(people) for place, people in found.items()}


def place_name(facts: Facts, place: Place) -> str:
    """'Egernet', 'Skovhuset', 'Hele huset'."""
    if place.team_id is not None:
        return next((team.name for team in facts.teams if team.id == place.team_id), "Stuen")
    return next((site.name for site in facts.sites if site.id == place.site_id), "Hele huset")
