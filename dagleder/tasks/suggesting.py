"""From what is known to what the leader sees: the weighing of tasks, told in words for the one she looks at."""

from collections.abc import Mapping, Sequence

from dagleder.presence.facts import Person
from dagleder.tasks.asking import Ask
from dagleder.tasks.crew import Layout
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.deciding import Deciding
from dagleder.tasks.directions import Directions
from dagleder.tasks.explaining import Explainer
from dagleder.tasks.known import Known
from dagleder.tasks.praise import Praise
from dagleder.tasks.suggestion import Candidate, Hint, LeftOut, Suggestion, Valued, Why
from dagleder.tasks.weighing import Weighed, first_of, weigh

HINTS = 3


def suggestion(ask: Ask, known: Known) -> Suggestion:
    """Everybody who has not left, in the light of one task."""
    layout = Layout([ask], known)
    return _Telling(ask, known, weigh(layout.asked(), layout.crew())).suggestion()


def hints(asks: Sequence[Ask], known: Known) -> Mapping[int, Hint]:
    """By task the first few of the order; by the same weighing, all tasks at once."""
    if not asks or not known.people:
        return {}
    people, layout = known.people, Layout(asks, known)
    found = {}
    for ask, columns in zip(asks, first_of(layout.asked(), layout.crew(), HINTS), strict=True):
        first = [people[column] for column in columns if column >= 0]
        ids, names = tuple(each.id for each in first), tuple(each.name for each in first)
        found[ask.task_id] = Hint(ask.title, ids, names)
    return found


def who_may(asks: Sequence[Ask], known: Known) -> Mapping[int, tuple[Person, ...]]:
    """By task everybody who may have it, in the same order; all tasks weighed at once."""
    if not asks or not known.people:
        return {}
    layout = Layout(asks, known)
    weighed = weigh(layout.asked(), layout.crew())
    return {ask.task_id: tuple(known.people[who] for who in weighed.order(row)) for row, ask in enumerate(asks)}


def who_guides(asks: Sequence[Ask], known: Known) -> Mapping[int, tuple[Person, ...]]:
    """By task everybody at level 4 in something it asks for who is there for it, by whose turn it is."""
    if not asks or not known.people:
        return {}
    layout = Layout(asks, known)
    weighed = weigh(layout.asked(), layout.crew())
    return {ask.task_id: tuple(_guiding(ask, known, weighed, row)) for row, ask in enumerate(asks)}


def _guiding(ask: Ask, known: Known, weighed: Weighed, row: int) -> list[Person]:
    explainer = Explainer(ask, known)
    there = (person for column, person in enumerate(known.people) if weighed.mostly_there[row, column])
    found = [each for each in there if not explainer.stops(each) and explainer.guides(each.id)]
    return sorted(found, key=lambda each: known.turn(each.id, ask.kind_id))


class _Telling:
    """Row 0 of a weighing, told."""

    def __init__(self, ask: Ask, known: Known, weighed: Weighed) -> None:
        self._ask, self._known, self._weighed = ask, known, weighed
        self._explainer = Explainer(ask, known)
        self._deciding = Deciding(ask, known, self._explainer)
        self._praise = Praise(ask, known, self._explainer)

    def suggestion(self) -> Suggestion:
        people = self._known.people
        candidates = tuple(self._candidate(column, people[column]) for column in self._weighed.order(0))
        may = {each.employee_id for each in candidates}
        left_out = tuple(self._left_out(column, person) for column, person in enumerate(people) if person.id not in may)
        here = frozenset(person.id for column, person in enumerate(people) if self._here(column, person))
        lacking = [each for each in left_out if each.can_learn]
        return Suggestion(
            task_id=self._ask.task_id,
            title=self._ask.title,
            weights=self._ask.weights,
            first=self._ask.first,
            last=self._ask.last,
            candidates=candidates,
            left_out=left_out,
            directions=Directions(self._ask, self._known, here).all(candidates, lacking),
        )

    def _here(self, column: int, person: Person) -> bool:
        """At work for most of the task's time, and until it is over."""
        return bool(self._weighed.mostly_there[0, column]) and not self._explainer.stops(person)

    def _candidate(self, column: int, person: Person) -> Candidate:
        values = self._values(column, person)
        numbers = {each: valued.value for each, valued in values.items()}
        team = self._known.team_name(person.id)
        sentence, praise = self._deciding.sentence(person, numbers), self._praise.of(person, numbers)
        return Candidate(person.id, person.name, person.called, person.role, team, values, sentence, praise)

    def _values(self, column: int, person: Person) -> dict[Criterion, Valued]:
        facts = self._explainer.facts(person)
        return {each: Valued(int(self._weighed.values[each][0, column]), facts[each]) for each in Criterion}

    def _left_out(self, column: int, person: Person) -> LeftOut:
        why, reason = self._reason(column, person)
        team = self._known.team_name(person.id)
        values = self._values(column, person) if why is Why.NEED else {}
        return LeftOut(person.id, person.name, person.called, person.role, team, why, reason, values)

    def _reason(self, column: int, person: Person) -> tuple[Why, str]:
        """The first that holds: what cannot be changed before what could be learnt."""
        if not self._weighed.allowed[0, column]:
            return Why.ROLE, self._explainer.role_reason(person)
        if not self._weighed.there[0, column]:
            return Why.AWAY, self._explainer.away_reason(person)
        return Why.NEED, self._explainer.need_reason(person.id)
