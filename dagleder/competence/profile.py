"""What is known of one person's competences, as it is laid before her at the MUS. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dagleder.competence.development import Change, after_courses
from dagleder.competence.facts import NOTHING_KNOWN, Area, Assessed, Competence, Facts, Holding
from dagleder.presence.facts import Person


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One competence: the level that counts, the target of the role (0: none), and all that was ever assessed."""

    competence: Competence
    level: int
    target: int
    holding: Holding
    history: tuple[Assessed, ...]

    @property
    def assessed(self) -> bool:
        """Whether anybody has said what she can; else `level` means nothing."""
        return self.holding.counted is not None

    @property
    def own(self) -> int | None:
        """Her own view; None where she has not told it."""
        return self.holding.own.level if self.holding.own else None

    @property
    def differs(self) -> bool:
        """Whether she and others see it differently."""
        counted, own = self.holding.counted, self.holding.own
        return counted is not None and own is not None and counted.level != own.level


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything the role is expected to have, and everything she has been assessed in, wishes or aims at."""

    person: Person
    house_name: str
    team: str
    day: date
    areas: tuple[tuple[Area, tuple[ProfileLine, ...]], ...]

    @property
    def lines(self) -> tuple[ProfileLine, ...]:
        return tuple(line for _, lines in self.areas for line in lines)

    @property
    def courses(self) -> tuple[tuple[Competence, Change], ...]:
        """What courses came to, the latest first; what is only held or not is told by its date."""
        levels = (line for line in self.lines if not line.competence.certificate)
        found = [(line.competence, change) for line in levels for change in after_courses(line.history)]
        return tuple(sorted(found, key=lambda each: each[1].day, reverse=True))


def profile(facts: Facts, employee_id: int, history: Sequence[Assessed], house_name: str) -> Profile:
    person = facts.people[employee_id]
    held = person.employment.memberships_on(facts.day)
    areas = ((area, tuple(_lines(facts, employee_id, history, area))) for area in facts.areas)
    told = tuple((area, lines) for area, lines in areas if lines)
    return Profile(person, house_name, held[0].team if held else "", facts.day, told)


def _lines(facts: Facts, who: int, history: Sequence[Assessed], area: Area) -> Iterator[ProfileLine]:
    for competence in facts.competences.values():
        line = profile_line(facts, who, competence, history)
        if competence.area_id == area.id and (line.target or line.holding != NOTHING_KNOWN):
            yield line


def profile_line(facts: Facts, who: int, competence: Competence, history: Sequence[Assessed]) -> ProfileLine:
    """One competence of somebody, out of all her assessments."""
    own = tuple(each for each in history if each.competence_id == competence.id)
    level, target = facts.level(who, competence.id), facts.target(who, competence.id)
    return ProfileLine(competence, level, target, facts.holding(who, competence.id), own)
