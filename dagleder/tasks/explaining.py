"""The facts behind the four criteria in words, about one task. Each follows the name of whom it is about. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from dagleder.base.dates import day_text, days_between, period_text
from dagleder.base.text import and_list, capitalised, plural
from dagleder.calendars.holidays import holiday_name
from dagleder.competence.facts import Assessed, Holding
from dagleder.competence.levels import NOT_YET, Wish
from dagleder.presence.facts import Person
from dagleder.staff.roles import ROLES, UNKNOWN_ROLE_NAME, role_name
from dagleder.tasks import experience
from dagleder.tasks.asking import Ask
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.known import Known
from dagleder.tasks.needs import Need
from dagleder.tasks.points import SAME_SITE, SAME_TEAM
from dagleder.tasks.readiness import away_clause, new_until, works_on
from dagleder.tasks.relevance import place_points

WHOLE_HOUSE: Final = "Opgaven gælder hele huset"
NO_NEEDS: Final = "Opgaven stiller ingen krav"
_MOST_NEEDS: Final = 3
_FOR, _AGAINST = 3, 1
"""From which value of 0–4 a fact speaks for somebody, and up to which against."""


class Explainer:
    """Puts into words what is known of each in the light of one task."""

    def __init__(self, ask: Ask, known: Known) -> None:
        self._ask, self._known = ask, known
        self._match = known.subjects.of(ask.subject)

    # --- the four facts ----------------------------------------------------------------------

    def facts(self, person: Person) -> dict[Criterion, str]:
        """As they stand in the list: 'Har Sprogvurdering 4'. Where the task asks nobody for anything, that is told."""
        without_type = experience.without_type(self._known.seniority[person.id], self._known.read.today)
        told = {
            Criterion.RELEVANCE: WHOLE_HOUSE,
            Criterion.COMPETENCE: NO_NEEDS,
            Criterion.EXPERIENCE: without_type,
        }
        return {each: capitalised(clause) or told[each] for each, clause in self.clauses(person).items()}

    def sentence(self, person: Person, values: Mapping[Criterion, int]) -> str:
        """What speaks for and against: 'Karen har Sprogvurdering 4, men har 6 åbne opgaver'.

        What does neither is left to the list, unless there is nothing else to say.
        """
        clauses = {each: clause for each, clause in self.clauses(person).items() if clause}
        speaks_for = _joined([clause for each, clause in clauses.items() if values[each] >= _FOR])
        against = _joined([clause for each, clause in clauses.items() if values[each] <= _AGAINST])
        told = ", men ".join(each for each in (speaks_for, against) if each) or _joined([*clauses.values()])
        return f"{person.called} {told}."

    def clauses(self, person: Person) -> dict[Criterion, str]:
        return {
            Criterion.RELEVANCE: and_list(list(self._relevance(person))),
            Criterion.COMPETENCE: self._competence(person.id),
            Criterion.EXPERIENCE: self._experience(person.id),
            Criterion.READINESS: and_list(list(self._readiness(person))),
        }

    # --- relevance ---------------------------------------------------------------------------

    def _relevance(self, person: Person) -> Iterator[str]:
        if self._ask.team_id is not None:
            yield self._place(person, self._ask.team_id)
        if person.id in self._match.by_task:
            yield f"har haft en opgave om {self._match.by_task[person.id] or 'emnet'}"
        elif person.role in self._match.by_role:
            yield f"har {self._match.by_role[person.role]} i sin stilling"
        elif self._match.asked:
            yield "har ikke haft en lignende opgave"

    def _place(self, person: Person, team_id: int) -> str:
        known = self._known
        points = place_points(known.held[person.id], team_id, known.teams)
        if points == SAME_TEAM:
            return f"hører til {known.teams[team_id].name}"
        own = known.team_name(person.id)
        if not own:
            return "hører ikke til en stue"
        return f"hører til {own} (samme matrikel)" if points == SAME_SITE else f"hører til {own} på en anden matrikel"

    # --- competence --------------------------------------------------------------------------

    def _competence(self, who: int) -> str:
        shown = [self._need(who, need) for need in self._ask.needs[:_MOST_NEEDS]]
        if not shown:
            return ""
        more = len(self._ask.needs) - len(shown)
        return f"har {and_list([*shown, *([plural(more, 'krav mere', 'krav mere')] if more else [])])}"

    def _need(self, who: int, need: Need) -> str:
        """'Sprogvurdering 3', 'Sprogvurdering 1 (ønsket 3)', 'Førstehjælp til 1. maj 2027', 'ikke Førstehjælp'."""
        level = self.level(who, need.competence_id)
        counted = self._holding(who, need.competence_id).counted
        if need.certificate:
            if not level:
                return f"ikke {need.name}{_lapsed(counted)}"
            return f"{need.name}{_until(counted)}"
        wanted = f" (ønsket {need.level})" if level < need.level else ""
        return f"{need.name} {level}{wanted}"

    def level(self, who: int, competence_id: int) -> int:
        """What it counts for on the day the task needs it."""
        counted = self._holding(who, competence_id).counted
        return counted.level_on(self._ask.held_on) if counted else NOT_YET

    def _holding(self, who: int, competence_id: int) -> Holding:
        return self._known.read.facts.holding(who, competence_id)

    # --- experience --------------------------------------------------------------------------

    def _experience(self, who: int) -> str:
        """'' for a task without a type: of it there is nothing to have had before."""
        known, kind_id = self._known, self._ask.kind_id
        if kind_id is None:
            return ""
        return experience.clause(known.record(who, kind_id), known.seniority[who], known.read.today)

    # --- readiness ---------------------------------------------------------------------------

    def _readiness(self, person: Person) -> Iterator[str]:
        known = self._known
        yield known.loads[person.id].clause
        yield from self._willing(person.id)
        yield from self._there(person)
        until = new_until(person)
        if until and self._ask.first < until and person.employment.start:
            yield f"er ny i huset fra {day_text(person.employment.start)}"
        yield from (note.text for note in known.notes_in(person.id, self._ask.first, self._ask.last))

    def _willing(self, who: int) -> Iterator[str]:
        for need in self._ask.needs:
            holding = self._holding(who, need.competence_id)
            wish = holding.wish.wish if holding.wish else None
            if wish is Wish.NOT_NOW:
                yield f"ønsker ikke {need.name} lige nu"
            elif wish:
                yield f"vil gerne {'udvikle' if wish is Wish.DEVELOP else 'bruge'} {need.name}"
            if holding.goal:
                yield f"har et aftalt mål om {need.name}"
            elif self._known.read.reached.get((who, need.competence_id), date.min) >= self._ask.added_on:
                yield f"har nået sit mål om {need.name}"

    def _there(self, person: Person) -> Iterator[str]:
        """What of the task's time she is not there, told without its kind."""
        first, last, time = self._ask.first, self._ask.last, person.employment
        if time.start and first < time.start <= last:
            yield f"begynder {day_text(time.start)}"
        if time.end and first <= time.end < last:
            yield f"stopper {day_text(time.end)}"
        away = [each for each in self._known.absences.get(person.id, ()) if each.first <= last and each.last >= first]
        if away:
            yield away_clause(away, first, last)
        elif not any(works_on(person, day) and not holiday_name(day) for day in days_between(first, last)):
            yield "arbejder ikke på de dage"

    # --- why somebody may not have it --------------------------------------------------------

    def role_reason(self, person: Person) -> str:
        if person.id == self._known.read.leader_id:
            return "Det er dig selv: du kan beholde opgaven."
        kind = self._ask.kind
        here = {each.role for each in self._known.people}
        named = [role for role in ROLES if kind and role.key in kind.roles]
        allowed = [role.name.lower() for role in named if role.key in here] or [role.name.lower() for role in named]
        own = f"Er {role_name(person.role).lower()}" if person.role else UNKNOWN_ROLE_NAME
        return f"{own}, og opgaven er kun for {and_list(allowed)}."

    def away_reason(self, person: Person) -> str:
        time, first, last = person.employment, self._ask.first, self._ask.last
        if time.start and time.start > last:
            return f"Er først ansat fra {day_text(time.start, year=True)}."
        if time.end and time.end < first:
            return f"Stopper {day_text(time.end, year=True)}, før opgaven begynder."
        return f"Er væk {'' if first == last else 'i hele perioden '}{period_text(first, last)}."

    def never_there(self, person: Person) -> bool:
        """Whether she is away, or not employed, on all the days of the task that she would work, or on all of them."""
        days = [*days_between(self._ask.first, self._ask.last)]
        times = [*self._known.away(person)]
        away = {day for day in days if any(first <= day <= last for first, last in times)}
        working = {day for day in days if works_on(person, day) and not holiday_name(day)}
        return len(away) == len(days) or (bool(working) and working <= away)

    def need_reason(self, who: int) -> str:
        """The musts she lacks, each told."""
        lacking = self.lacking(who)
        return " ".join(f"{need.name} {why}." if why else f"Har ikke {need.name}." for need, why in lacking.items())

    def lacking(self, who: int) -> dict[Need, str]:
        """The musts she lacks, and how: 'udløb 31. januar 2026'; '' for a certificate she never had."""
        musts = (need for need in self._ask.needs if need.must)
        return {need: self._lacks(who, need) for need in musts if self.level(who, need.competence_id) < need.level}

    def _lacks(self, who: int, need: Need) -> str:
        counted = self._holding(who, need.competence_id).counted
        until = counted.valid_until if counted else None
        if counted and until and counted.level >= need.level:
            if until < self._known.read.today:
                return f"udløb {day_text(until, year=True)}"
            return f"udløber {day_text(until, year=True)}, før opgaven er slut"
        if need.certificate:
            return ""
        return f"er på {self.level(who, need.competence_id)}, og opgaven kræver {need.level}"


def _joined(clauses: Sequence[str]) -> str:
    """With a comma before 'og': each of them may have an 'og' of its own."""
    *rest, last = clauses or ("",)
    return f"{', '.join(rest)}, og {last}" if rest else last


def _until(counted: Assessed | None) -> str:
    return f" til {day_text(counted.valid_until, year=True)}" if counted and counted.valid_until else ""


def _lapsed(counted: Assessed | None) -> str:
    until: date | None = counted.valid_until if counted and counted.level else None
    return f" (til {day_text(until, year=True)})" if until else ""
