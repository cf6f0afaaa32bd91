"""The kinds of task: what is shipped, and what may be entered. All of it can be renamed, switched off and added to."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Final

from dagleder.base.errors import UserProblem
from dagleder.base.lines import line
from dagleder.base.paths import resource
from dagleder.competence.levels import ALONE, LEVELS, NOT_YET
from dagleder.staff.roles import ROLE_BY_KEY
from dagleder.tasks.needs import Need, check_needs

LONGEST_NAME: Final = 80
WEIGHT_NAMES: Final = {1: "Lidt", 2: "Noget", 3: "Meget"}
_EVEN: Final = 2


class Subject(StrEnum):
    """A competence that is chosen with each task of the kind."""

    NONE = ""
    METHOD = "method"
    SUBJECT = "subject"


_CHOOSE: Final = {
    Subject.METHOD: "Vælg den metode, opgaven gælder.",
    Subject.SUBJECT: "Vælg den kompetence, opgaven handler om.",
}


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each criterion counts for the order: 1 Lidt, 2 Noget, 3 Meget."""

    relevance: int = _EVEN
    competence: int = _EVEN
    experience: int = _EVEN
    readiness: int = _EVEN

    def check(self) -> None:
        for each in fields(self):
            if getattr(self, each.name) not in WEIGHT_NAMES:
                raise UserProblem("Vælg Lidt, Noget eller Meget.", field=each.name, suggestion=WEIGHT_NAMES[_EVEN])


@dataclass(frozen=True, slots=True)
class KindDraft:
    """A kind as entered. No roles: everybody may have it."""

    name: str
    roles: frozenset[str] = frozenset()
    needs: tuple[Need, ...] = ()
    subject: Subject = Subject.NONE
    subject_level: int = ALONE

    def check(self) -> None:
        """Raises UserProblem at the field that cannot be kept."""
        line(self.name, "name", longest=LONGEST_NAME, empty="Skriv hvad opgavetypen hedder.")
        if not self.roles <= set(ROLE_BY_KEY):
            raise UserProblem("Vælg stillinger fra listen.", field="roles")
        check_needs(self.needs)
        if self.subject_level not in LEVELS or self.subject_level == NOT_YET:
            raise UserProblem("Vælg et niveau fra 1 til 4.", field="subject_level", suggestion=str(ALONE))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind as stored."""

    id: int
    key: str
    name: str
    roles: frozenset[str]
    subject: Subject
    subject_level: int
    position: int
    hidden: bool
    weights: Weights
    needs: tuple[Need, ...]

    def allows(self, role: str) -> bool:
        return not self.roles or role in self.roles

    def to_choose(self, needs: Iterable[Need]) -> str:
        """What is still to be chosen for a task with these needs ('Vælg den metode, opgaven gælder.'), or ''."""
        own = {need.competence_id for need in self.needs}
        chosen = any(need.competence_id not in own for need in needs)
        return "" if chosen or not self.subject else _CHOOSE[self.subject]

    def draft(self) -> KindDraft:
        """As it would be entered again."""
        return KindDraft(self.name, self.roles, self.needs, self.subject, self.subject_level)


def usual_level(kind: Kind | None) -> int:
    """At which level another competence is asked for, until a level is told."""
    return kind.subject_level if kind and kind.subject else ALONE


@dataclass(frozen=True, slots=True)
class ShippedKind:
    """A kind in every new house, under a key that never changes; what it needs by the keys of competences."""

    key: str
    name: str
    roles: frozenset[str]
    needs: Mapping[str, int]
    subject: Subject
    subject_level: int

    def draft(self, competences: Mapping[str, int]) -> KindDraft:
        """`competences`: the ids by key."""
        needs = tuple(Need(competences[key], level) for key, level in self.needs.items())
        return KindDraft(self.name, self.roles, needs, self.subject, self.subject_level)


@cache
def shipped_kinds() -> tuple[ShippedKind, ...]:
    """In the order they are shown."""
    read = tomllib.loads(resource("catalogues", "opgavetyper.toml").read_text("utf-8"))
    return tuple(
        ShippedKind(
            each["key"],
            each["name"],
            frozenset(each.get("roles", ())),
            each.get("needs", {}),
            Subject(each.get("subject", "")),
            each.get("subject_level", ALONE),
        )
        for each in read["kind"]
    )
