"""What decides for or against somebody about one task, in a short sentence: the facts stand above it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dagleder.base.text import and_list
from dagleder.competence.levels import GUIDES
from dagleder.presence.facts import Person
from dagleder.tasks import experience
from dagleder.tasks.asking import Ask
from dagleder.tasks.criteria import TIE_ORDER, Criterion
from dagleder.tasks.explaining import Explainer
from dagleder.tasks.known import Known
from dagleder.tasks.naming import at_levels, quoted
from dagleder.tasks.needs import Need
from dagleder.tasks.points import MOST_ROOM, OTHER_PLACE, SAME_TEAM

_FOR, _AGAINST = 3, 1
"""From which value of 0–4 a criterion speaks for somebody, and up to which against."""
_MOST: Final = 2
"""So many things on either side."""

Values = Mapping[Criterion, int]


class Deciding:
    """Clauses that follow her name."""

    def __init__(self, ask: Ask, known: Known, explainer: Explainer) -> None:
        self._ask, self._known, self._explainer = ask, known, explainer

    def sentence(self, person: Person, values: Values) -> str:
        """'Karen kan vejlede andre i “TRAS” og har plads, men er ny med opgaven': the most that speaks either way."""
        good, bad = [*self._good(person, values)][:_MOST], [*self._bad(person, values)][:_MOST]
        told = ", men ".join(and_list(clauses) for clauses in (good, bad) if clauses)
        return f"{person.called} {told or self.load(person.id)}."

    def sure(self, person: Person) -> str:
        """Why she is the safe choice: what she can and has done, else what else there is."""
        told = [clause for clause in (self._can(person.id), self.done(person.id)) if clause]
        years = experience.years_told(self._known.seniority[person.id], self._known.read.today)
        return and_list(told) or (f"har været {years}" if years else self.load(person.id))

    def unwilling(self, who: int) -> str:
        """', men ønsker ikke “TRAS” nu', behind what else is told of her; or ''."""
        clause = next(self._explainer.unwilling(who), "")
        return f", men {clause}" if clause else ""

    def done(self, who: int) -> str:
        """'har gjort det 3 gange', or ''."""
        return experience.clause(self._known.record(who, self._ask.kind_id))

    def load(self, who: int) -> str:
        """'har 2 opgaver, ca. 2,5 timer/uge'."""
        return f"har {self._known.loads[who].told}"

    def belongs(self, who: int) -> str:
        """'hører til Ræven', where the task is of her stue; or ''."""
        team = self._ask.team_id
        own = team is not None and self._explainer.place(who) == SAME_TEAM
        return f"hører til {self._known.teams[team].name}" if team is not None and own else ""

    # --- for ---------------------------------------------------------------------------------

    def _good(self, person: Person, values: Values) -> Iterator[str]:
        """The highest first."""
        who = person.id
        can = self._can(who)
        comes_first = values[Criterion.COMPETENCE] >= max(_FOR, values[Criterion.READINESS])
        clauses = {
            Criterion.COMPETENCE: can,
            Criterion.EXPERIENCE: self.done(who),
            Criterion.READINESS: self._ready(who, told=can if comes_first else ""),
            Criterion.RELEVANCE: self._explainer.subject_clause(who) or self.belongs(who),
        }
        order = sorted(TIE_ORDER, key=lambda each: -values[each])
        return (clauses[each] for each in order if values[each] >= _FOR and clauses[each])

    def _can(self, who: int) -> str:
        """'kan vejlede andre i “Sprogvurdering”', else that she can all that the task asks for."""
        needs = self._ask.needs
        guides = [
            quoted(self._explainer.competence(need).head)
            for need in needs
            if not need.certificate and self._explainer.level(who, need.competence_id) >= GUIDES
        ]
        if guides:
            return f"kan vejlede andre i {and_list(guides[:_MOST])}"
        met = bool(needs) and all(self._explainer.meets(who, need) for need in needs)
        return f"opfylder {_asked(needs)}" if met else ""

    def _ready(self, who: int, told: str) -> str:
        """'vil gerne bruge “TRAS”', after 'kan vejlede andre i “TRAS”' '… det'; else that there is room."""
        wish = next(self._explainer.wishes(who), "")
        if wish:
            verb, mark, name = wish.partition(" “")
            return f"{verb} det" if told.endswith(f" i{mark}{name}") else wish
        return "har plads" if self._known.loads[who].points == MOST_ROOM else ""

    # --- against -----------------------------------------------------------------------------

    def _bad(self, person: Person, values: Values) -> Iterator[str]:
        """That she stops before it is over, whatever else there is; then the lowest first."""
        if stops := self._explainer.stops(person):
            yield stops
        for each in sorted(TIE_ORDER, key=values.__getitem__):
            if values[each] <= _AGAINST and (clause := self._against(each, person)):
                yield clause

    def _against(self, criterion: Criterion, person: Person) -> str:
        who, kind_id = person.id, self._ask.kind_id
        if criterion is Criterion.COMPETENCE:
            return self._lower(who)
        if criterion is Criterion.EXPERIENCE:
            new = kind_id is not None and not self.done(who) and not self._known.has_one(who, kind_id)
            return "er ny med opgaven" if new else ""
        if criterion is Criterion.READINESS:
            stops = self._explainer.stops(person)
            return next((each for each in self._explainer.hindrances(person) if each != stops), self.load(who))
        if self._ask.team_id is None or self._explainer.place(who) != OTHER_PLACE:
            return ""
        return "er på en anden matrikel" if self._known.team_name(who) else "har ingen fast stue"

    def _lower(self, who: int) -> str:
        """'er på 1 i “TRAS”': what is below the wish."""
        below = [need for need in self._ask.needs if not need.certificate and not self._explainer.meets(who, need)]
        levels = ((self._explainer.competence(each), self._explainer.level(who, each.competence_id)) for each in below)
        return at_levels([*levels][:_MOST])


def _asked(needs: Sequence[Need]) -> str:
    """'kravet', 'kravene', 'ønsket', 'ønskerne', 'krav og ønsker'."""
    if len({need.must for need in needs}) > 1:
        return "krav og ønsker"
    one, several = ("kravet", "kravene") if needs[0].must else ("ønsket", "ønskerne")
    return one if len(needs) == 1 else several
