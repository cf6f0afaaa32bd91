"""What a task asks for: competences at a level, as musts or as wishes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dagleder.base.errors import UserProblem
from dagleder.competence.levels import ALONE, LEVELS, NOT_YET

MOST_NEEDS: Final = 20
CERTIFICATE_LEVEL: Final = ALONE
"""A certificate or a function somebody has, or has not: it is asked for at no other level."""


@dataclass(frozen=True, slots=True)
class Need:
    """One competence at a level. Read from the house it knows what the competence is called."""

    competence_id: int
    level: int = ALONE
    must: bool = True
    name: str = field(default="", compare=False)
    certificate: bool = field(default=False, compare=False)

    @property
    def text(self) -> str:
        """'Sprogvurdering 3+'; a certificate has no levels."""
        return self.name if self.certificate else f"{self.name} {self.level}+"


def check_needs(needs: Iterable[Need]) -> None:
    """Raises UserProblem where a level is none, a competence is asked for twice, or there are very many."""
    asked: set[int] = set()
    for need in needs:
        if need.level not in LEVELS or need.level == NOT_YET:
            raise UserProblem("Vælg et niveau fra 1 til 4.", field="needs", suggestion=str(ALONE))
        if need.competence_id in asked:
            raise UserProblem("Den samme kompetence står der to gange. Behold den ene.", field="needs")
        asked.add(need.competence_id)
    if len(asked) > MOST_NEEDS:
        raise UserProblem(f"En opgave har højst {MOST_NEEDS} krav og ønsker.", field="needs")
