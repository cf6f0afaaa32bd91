"""What the leader tells about a house that is just being made: part of how it begins, and nothing to be undone."""

from dataclasses import dataclass

from sqlmodel import col, select

from dagleder.base.lines import line, plain_line
from dagleder.guide import progress
from dagleder.guide.progress import Progress
from dagleder.guide.steps import Step
from dagleder.models.settings import House, Site
from dagleder.settings.places import SiteDraft
from dagleder.storage.database import Database


@dataclass(frozen=True)
class FirstFacts:
    """Texts as typed; the matrikler in their order, the first of them renames the one every house has."""

    municipality: str = ""
    leader_name: str = ""
    sites: tuple[str, ...] = ()


def found(database: Database, facts: FirstFacts) -> None:
    """Before anything else is written. Raises UserProblem on a name that cannot be kept."""
    names = [plain_line(name) for name in facts.sites if plain_line(name)]
    for name in names:
        SiteDraft(name).check()
    with database.founding() as session:
        house = session.get_one(House, 1)
        house.municipality = line(facts.municipality, "municipality")
        house.leader_name = line(facts.leader_name, "leader_name")
        there = list(session.exec(select(Site).order_by(col(Site.position))))
        for site, name in zip(there, names, strict=False):
            site.name = name
        for position, name in enumerate(names[len(there) :], start=len(there)):
            session.add(Site(name=name, position=position))
    progress.keep(database, Progress(Step.SECURITY))
