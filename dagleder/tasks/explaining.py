"""The facts behind the four criteria in words, about one task: short, as they stand under each. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from dagleder.base.dates import day_text, days_between, period_text
from dagleder.base.text import and_list, capitalised
from dagleder.calendars.holidays import holiday_name
from dagleder.competence.facts import Assessed, Competence, Holding
from dagleder.competence.functions import held_text
from dagleder.competence.levels import GUIDES, NOT_YET, Wish
from dagleder.presence.facts import Person
from dagleder.staff.roles import ROLES, UNKNOWN_ROLE_NAME, role_name
from dagleder.tasks import experience
from dagleder.tasks.asking import Ask
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.known import Known
from dagleder.tasks.naming import holds, labelled, quoted
from dagleder.tasks.needs import Need
from dagleder.tasks.points import OTHER_PLACE, SAME_SITE, SAME_TEAM
from dagleder.tasks.readiness import away_clause, new_until, works_on
from dagleder.tasks.relevance import as_written, place_points

WHOLE_HOUSE: Final = "Opgaven gælder hele huset"
NO_NEEDS: Final = "Opgaven stiller ingen krav"
_WISHES: Final = {Wish.DEVELOP: "vil gerne udvikle", Wish.USE: "vil gerne bruge"}
_PLACES: Final = {SAME_TEAM: "egen stue", SAME_SITE: "samme matrikel", OTHER_PLACE: "anden matrikel"}
_ROOM: Final = 60
"""Letters of needs under 'Kompetencer'; of those beyond it is told how many."""


class Explainer:
    """Puts into words what is known of each in the light of one task."""

    def __init__(self, ask: Ask, known: Known) -> None:
        self._ask, self._known = ask, known
        self._match = known.subjects.of(ask.subject)

    def facts(self, person: Person) -> dict[Criterion, str]:
        """As they stand in the list: 'Sprogvurdering 4'. Where the task asks nobody for anything, that is told.

        Only what is known is told: of nobody that she never had a task like it.
        """
        return {
            Criterion.RELEVANCE: _fact(self._relevance(person)) or WHOLE_HOUSE,
            Criterion.COMPETENCE: capitalised(self._competence(person.id)) or NO_NEEDS,
            Criterion.EXPERIENCE: self._experience(person.id),
            Criterion.READINESS: _fact(self._readiness(person)),
        }

    # --- relevance ---------------------------------------------------------------------------

    def _relevance(self, person: Person) -> Iterator[str]:
        if self._ask.team_id is not None:
            yield self._place(person.id)
        if clause := self.subject_clause(person.id):
            yield clause
        elif person.role in self._match.by_role:
            yield f"{quoted(self._match.by_role[person.role])} i stillingen"

    def _place(self, who: int) -> str:
        points = self.place(who)
        if points == OTHER_PLACE and not self._known.team_name(who):
            return "ingen fast stue"
        return _PLACES[points]

    def place(self, who: int) -> int:
        """How near her stue is to that of the task, in points."""
        return place_points(self._known.held[who], self._ask.team_id, self._known.teams)

    def subject_clause(self, who: int) -> str:
        """'har en opgave om “sprog”', of one that is over 'har haft …', or ''.

        The word is the one that stands in this task: title and theme of another one may name somebody.
        """
        shared = self._match.by_task.get(who)
        if shared is None:
            return ""
        return f"har{'' if shared.still else ' haft'} en opgave om {quoted(as_written(shared.word, self._ask.subject))}"

    # --- competence --------------------------------------------------------------------------

    def competence(self, need: Need) -> Competence:
        return self._known.read.facts.competences[need.competence_id]

    def level(self, who: int, competence_id: int) -> int:
        """What it counts for on the day the task needs it."""
        counted = self._holding(who, competence_id).counted
        return counted.level_on(self._ask.held_on) if counted else NOT_YET

    def meets(self, who: int, need: Need) -> bool:
        return self.level(who, need.competence_id) >= need.level

    def guides(self, who: int) -> bool:
        """Whether somebody could turn to her about something the task asks for; never the leader."""
        able = (not need.certificate and self.level(who, need.competence_id) >= GUIDES for need in self._ask.needs)
        return who != self._known.read.leader_id and any(able)

    def _competence(self, who: int) -> str:
        """What isn't met first: 'TRAS 1 (ønsket 2), Sprogvurdering 4'."""
        told, room = list[str](), _ROOM
        needs = sorted(self._ask.needs, key=lambda need: self.meets(who, need))
        for need in needs:
            one = self._need(who, need)
            room -= len(one)
            if told and room < 0:
                return f"{', '.join(told)} og {len(needs) - len(told)} mere"
            told.append(one)
        return ", ".join(told)

    def _need(self, who: int, need: Need) -> str:
        """'Sprogvurdering 3', 'Sprogvurdering 1 (ønsket 3)', 'Førstehjælp til 1. maj 2027', 'ikke Førstehjælp'."""
        level, competence = self.level(who, need.competence_id), self.competence(need)
        counted = self._holding(who, need.competence_id).counted
        if need.certificate:
            no = "" if level else "ikke "
            until = _until(counted)
            return f"{no}{competence.head}{until if level or not until else f' ({until.strip()})'}"
        asked = "" if level >= need.level else f" ({'kræver' if need.must else 'ønsket'} {need.level})"
        return f"{labelled(competence, level)}{asked}"

    def _holding(self, who: int, competence_id: int) -> Holding:
        return self._known.read.facts.holding(who, competence_id)

    # --- experience --------------------------------------------------------------------------

    def _experience(self, who: int) -> str:
        known, kind_id, today = self._known, self._ask.kind_id, self._known.read.today
        seniority = known.seniority[who]
        if kind_id is None:
            return experience.without_type(seniority, today)
        has_one = known.has_one(who, kind_id)
        return experience.fact(known.record(who, kind_id), has_one=has_one, seniority=seniority, today=today)

    # --- readiness ---------------------------------------------------------------------------

    def _readiness(self, person: Person) -> Iterator[str]:
        """What speaks against her first, and what is told of everybody last: a narrow column shows the beginning."""
        yield from self.hindrances(person)
        yield from self.wishes(person.id)
        yield self._known.loads[person.id].told

    def hindrances(self, person: Person) -> Iterator[str]:
        """What takes from her readiness, her open tasks apart: what she says herself first."""
        yield from self.unwilling(person.id)
        yield from self._there(person)
        until = new_until(person)
        if until and self._ask.first < until and person.employment.start:
            yield f"er ny i huset fra {day_text(person.employment.start)}"

    def unwilling(self, who: int) -> Iterator[str]:
        """'ønsker ikke “TRAS” nu', of each that the task asks for."""
        for need in self._ask.needs:
            wish = self._holding(who, need.competence_id).wish
            if wish and wish.wish is Wish.NOT_NOW:
                yield f"ønsker ikke {self._quoted(need)} nu"

    def wishes(self, who: int) -> Iterator[str]:
        """What she wants with what the task asks for: 'har mål om “TRAS”'."""
        for need in self._ask.needs:
            holding, name = self._holding(who, need.competence_id), self._quoted(need)
            wish = _WISHES.get(holding.wish.wish) if holding.wish else None
            if holding.goal:
                yield f"har mål {'og ønske ' if wish else ''}om {name}"
                continue
            if self._known.read.reached.get((who, need.competence_id), date.min) >= self._ask.added_on:
                yield f"har nået sit mål om {name}"
            if wish:
                yield f"{wish} {name}"

    def _quoted(self, need: Need) -> str:
        return quoted(self.competence(need).head)

    def _there(self, person: Person) -> Iterator[str]:
        """What of the task's time she is not there, told without its kind."""
        first, last, time = self._ask.first, self._ask.last, person.employment
        if time.start and first < time.start <= last:
            yield f"begynder {day_text(time.start)}"
        if stops := self.stops(person):
            yield stops
        away = [each for each in self._known.absences.get(person.id, ()) if each.first <= last and each.last >= first]
        if away:
            yield away_clause(away, first, last)
        elif not any(works_on(person, day) and not holiday_name(day) for day in days_between(first, last)):
            yield "arbejder ikke på de dage"

    def stops(self, person: Person) -> str:
        """'stopper 10. maj', where the task is not over by then; or ''."""
        end = person.employment.end
        if end is None or not self._ask.first <= end < max(self._ask.last, self._ask.held_on):
            return ""
        return f"stopper {day_text(end, year=end.year != self._known.read.today.year)}"

    # --- why somebody may not have it --------------------------------------------------------

    def role_reason(self, person: Person) -> str:
        if person.id == self._known.read.leader_id:
            return "Det er dig selv: du kan beholde opgaven."
        kind = self._ask.kind
        here = {each.role for each in self._known.people}
        named = [role for role in ROLES if kind and role.key in kind.roles]
        allowed = [role.several for role in named if role.key in here] or [role.several for role in named]
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
        """The musts she lacks, each as a sentence: 'Er på 2 i “Sprogvurdering”, …'."""
        return " ".join(f"{capitalised(why)}." for why in self.lacking(who))

    def lacking(self, who: int) -> tuple[str, ...]:
        """The musts she lacks, as clauses after her name: 'havde Førstehjælp, men det udløb 31. januar 2026'."""
        return tuple(self._lacks(who, need) for need in self._ask.needs if need.must and not self.meets(who, need))

    def _lacks(self, who: int, need: Need) -> str:
        counted, competence = self._holding(who, need.competence_id).counted, self.competence(need)
        until = counted.valid_until if counted and counted.level >= need.level else None
        if counted and until:
            over = until < self._known.read.today
            held = holds(competence, counted.level, over=over)
            if over:
                return f"{held}, men det udløb {day_text(until, year=True)}"
            return f"{held}, men det udløber {day_text(until, year=True)}, før opgaven er slut"
        if need.certificate:
            return held_text(competence, held=False)
        return f"{holds(competence, self.level(who, need.competence_id))}, og opgaven kræver {need.level}"


def _fact(clauses: Iterator[str]) -> str:
    return capitalised(", ".join(clauses))


def _until(counted: Assessed | None) -> str:
    held = counted and counted.level and counted.valid_until
    return f" til {day_text(held, year=True)}" if held else ""
