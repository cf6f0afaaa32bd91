"""Certificates that lapse within 90, 30 or 0 days, or have lapsed: who and when. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from dagleder.base.dates import day_text
from dagleder.base.findings import Finding, Level
from dagleder.base.text import ended
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.levels import NOT_YET
from dagleder.presence.count import GRAVITY, gravest

WITHIN: Final = 90
SOON: Final = 30
SOURCE: Final = "datoen, der er skrevet ved vurderingen"


@dataclass(frozen=True, slots=True)
class Lapse:
    """What one person can until a day, seen `days` before it: below 0 it has lapsed."""

    employee_id: int
    competence: Competence
    valid_until: date
    days: int

    @property
    def lapsed(self) -> bool:
        return self.days < 0

    @property
    def level(self) -> Level:
        if self.lapsed:
            return Level.MUST
        return Level.SHOULD if self.days <= SOON else Level.INFO


def lapses(facts: Facts, within: int = WITHIN) -> tuple[Lapse, ...]:
    """By competence, and there those that lapse first first."""
    found = sorted(_lapses(facts, within), key=lambda each: each.valid_until)
    order = {competence_id: number for number, competence_id in enumerate(facts.competences)}
    return tuple(sorted(found, key=lambda each: order[each.competence.id]))


def _lapses(facts: Facts, within: int) -> Iterator[Lapse]:
    for (who, competence_id), holding in facts.holdings.items():
        counted, competence = holding.counted, facts.competences.get(competence_id)
        if counted and counted.valid_until and counted.level > NOT_YET and competence and who in facts.people:
            days = (counted.valid_until - facts.day).days
            if days <= within:
                yield Lapse(who, competence, counted.valid_until, days)


def lapse_findings(facts: Facts, within: int = WITHIN) -> tuple[Finding, ...]:
    """One for each competence, gravest first: 'Førstehjælp udløber: Ulla 1. marts (udløbet), Otto 4. juni.'."""
    found = []
    for competence, group in groupby(lapses(facts, within), key=lambda each: each.competence):
        each = tuple(group)
        told = ", ".join(lapse_text(lapse, facts) for lapse in each)
        level = gravest(lapse.level for lapse in each)
        found.append(
            Finding(level, f"{competence.head} udløber", ended(told), SOURCE, ref=("competence", competence.id))
        )
    return tuple(sorted(found, key=lambda finding: GRAVITY[finding.level]))


def lapse_text(lapse: Lapse, facts: Facts) -> str:
    """'Ulla 1. marts (udløbet)', 'Otto 4. juni'."""
    called = facts.people[lapse.employee_id].called
    when = day_text(lapse.valid_until, year=lapse.valid_until.year != facts.day.year)
    return f"{called} {when} (udløbet)" if lapse.lapsed else f"{called} {when}"
