"""The competences, functions and guidance that hang on somebody. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dagleder.base.dates import day_text
from dagleder.base.findings import Level
from dagleder.competence.belonging import place_name
from dagleder.competence.development import held_since
from dagleder.competence.facts import Assessed, Competence, Facts
from dagleder.competence.guides import guidance
from dagleder.competence.levels import LEVEL_NAMES
from dagleder.competence.vulnerability import LEVELS, State, Vulnerable, is_learning, lost_with, state_of
from dagleder.departure.orphans import NOBODY, Line, Section, section, some_names
from dagleder.presence.count import HOUSE, gravest

_FEATURE: Final = "competence"


@dataclass(frozen=True, slots=True)
class Competences:
    """The facts of the day with her (`facts`) and without (`rest`), and all that she was ever assessed."""

    employee_id: int
    facts: Facts
    rest: Facts
    history: Sequence[Assessed]

    @classmethod
    def of(cls, employee_id: int, facts: Facts, history: Sequence[Assessed]) -> "Competences":
        people = {who: person for who, person in facts.people.items() if who != employee_id}
        holdings = {pair: held for pair, held in facts.holdings.items() if pair[0] != employee_id}
        return cls(employee_id, facts, replace(facts, people=people, holdings=holdings), history)

    def sections(self) -> tuple[Section, ...]:
        return (
            section("competences", "Kompetencer", self._competences()),
            section("functions", "Funktioner", self._functions()),
            section("guidance", "Vejledning", self._guidance()),
        )

    def successors(self, competence_id: int) -> str:
        """Who can do it alone; 'ingen endnu. På vej: Nanna og Bo' where nobody can; else nobody."""
        if able := self._able(competence_id):
            return some_names([self.rest.people[who].called for who in able])
        learning = [who for who in self.rest.people if is_learning(self.rest, who, competence_id)]
        if not learning:
            return NOBODY
        nearest = sorted(learning, key=lambda who: self._on_the_way(who, competence_id))
        return f"{NOBODY} endnu. På vej: {some_names([self.rest.people[who].called for who in nearest])}"

    def _on_the_way(self, who: int, competence_id: int) -> tuple[bool, int]:
        """Those with an agreed goal first, then the highest level."""
        return self.rest.holding(who, competence_id).goal is None, -self.rest.level(who, competence_id)

    def _able(self, competence_id: int) -> list[int]:
        return [who for who in self.rest.people if self.rest.can_alone(who, competence_id)]

    def _hers(self, competence_id: int) -> bool:
        return self.facts.can_alone(self.employee_id, competence_id)

    # --- what she can ------------------------------------------------------------------------

    def _competences(self) -> Iterator[Line]:
        """What is thin without her and was not so thin with her; then what nobody else can, though no number is set."""
        told = set()
        for thin in lost_with(self.employee_id, self.facts, self.rest):
            if not is_function(thin.competence):
                told.add(thin.competence.id)
                yield self._thin_line(thin)
        for competence in self.facts.competences.values():
            alone = self._hers(competence.id) and not self._able(competence.id)
            if alone and competence.id not in told and not is_function(competence):
                level = LEVEL_NAMES[self.facts.level(self.employee_id, competence.id)].casefold()
                detail = f"Ingen andre kan det alene. Niveau: {level}."
                yield self._line(competence, detail, Level.SHOULD)

    def _thin_line(self, thin: Vulnerable) -> Line:
        where = "" if thin.place == HOUSE else f" på {place_name(self.facts, thin.place)}"
        can = "har det" if thin.competence.certificate else "kan det alene"
        left = [self.rest.people[who].called for who in thin.holders]
        who = {
            State.NONE: f"Ingen andre {can}",
            State.SINGLE: f"Kun {left[0]} er tilbage" if left else "",
            State.SHORT: f"{len(left)} er tilbage",
        }[thin.state]
        return self._line(thin.competence, f"{who}. Behov: {thin.wanted}.", LEVELS[thin.state], where)

    def _line(self, competence: Competence, detail: str, level: Level, where: str = "") -> Line:
        successor = self.successors(competence.id)
        return Line(f"{competence.head}{where}", detail, successor, level, opens=(_FEATURE, competence.id))

    # --- what she is -------------------------------------------------------------------------

    def _functions(self) -> Iterator[Line]:
        for competence in self.facts.competences.values():
            if is_function(competence) and self._hers(competence.id):
                yield self._function(competence)

    def _function(self, competence: Competence) -> Line:
        """As grave as what is left of it in the house and where she belongs, by the same numbers as any competence."""
        others = [self.rest.people[who].called for who in self._able(competence.id)]
        held = held_since((each for each in self.history if each.competence_id == competence.id), self.facts.day)
        since = f"Siden {day_text(held, year=True)}. " if held else ""
        wanted = self.facts.wanted.get((competence.id, HOUSE), 0)
        need = f" Behov: {wanted}." if wanted else ""
        if not others:
            return self._line(competence, f"{since}Ingen andre har den.{need}", Level.MUST)
        lost = [each for each in lost_with(self.employee_id, self.facts, self.rest) if each.competence == competence]
        where = "".join(
            f" På {place_name(self.facts, each.place)}: {len(each.holders) or NOBODY}, behov {each.wanted}."
            for each in lost
            if each.place != HOUSE
        )
        state = state_of(wanted, len(others))
        levels = [*([LEVELS[state]] if state else ()), *(each.level for each in lost)]
        level = gravest(levels) if levels else Level.INFO
        left = f"Kun {others[0]} er tilbage" if state is State.SINGLE else f"Også {some_names(others)}"
        return self._line(competence, f"{since}{left}.{need}{where}", level)

    # --- whom she guides ---------------------------------------------------------------------

    def _guidance(self) -> Iterator[Line]:
        """Those on the way in something that nobody else can guide others in."""
        for each in guidance(self.facts):
            if each.guides == (self.employee_id,):
                competence = self.facts.competences[each.competence_id]
                able = [self.rest.people[who].called for who in self._able(competence.id) if who != each.learner_id]
                learner = self.facts.people[each.learner_id].called
                why = "har det som mål" if each.agreed else "vil gerne lære det"
                yield Line(
                    f"{competence.head} for {learner}",
                    f"{learner} {why}, og ingen andre kan vejlede i det.",
                    some_names(able) if able else NOBODY,
                    Level.SHOULD if each.agreed else Level.INFO,
                    opens=(_FEATURE, competence.id),
                )


def is_function(competence: Competence) -> bool:
    """Held by somebody as a duty: it does not lapse by itself."""
    return competence.certificate and competence.months is None
