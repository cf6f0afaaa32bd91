"""What competences say in the places that lower features declare: on somebody's page, and when somebody leaves."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from dagleder.base.clock import Clock
from dagleder.base.dates import day_text
from dagleder.base.text import and_list, plural
from dagleder.competence import reading
from dagleder.competence.belonging import place_name
from dagleder.competence.facts import Competence, Facts, Holding
from dagleder.competence.lapsing import WITHIN
from dagleder.competence.levels import ALONE, GUIDES, WISH_NAMES
from dagleder.competence.vulnerability import State, Vulnerable, lost_with
from dagleder.presence.count import HOUSE
from dagleder.staff.places import Card, CardLine, Consequence, Mark
from dagleder.storage.database import Database

_MOST_NAMED: Final = 5
_MOST_LINES: Final = 8
_SAID: Final = {
    State.NONE: "Ingen kan det selv efter den dag",
    State.SINGLE: "Hænger derefter på én",
    State.SHORT: "Færre end behovet",
}


class CompetenceAtLeaving:
    """What becomes thin when somebody leaves, and the goals agreed on; nothing of it is deleted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def at_leaving(self, employee_id: int, last_day: date) -> Sequence[Consequence]:
        with self._database.reading() as session:
            before = reading.facts(session, last_day)
            after = reading.facts(session, last_day, [employee_id])
        lost = lost_with(employee_id, before, after)
        told = [f"{said}: {_named(lost, state, after)}." for state, said in _SAID.items() if _named(lost, state, after)]
        goals = sum(who == employee_id and held.goal is not None for (who, _), held in before.holdings.items())
        if goals:
            told.append(f"{plural(goals, 'aftalt mål', 'aftalte mål')} bliver stående.")
        opens = ("competence", lost[0].competence.id) if lost else None
        return [Consequence("Kompetencer", " ".join(told), opens)] if told else []


def _named(thin: Sequence[Vulnerable], state: State, facts: Facts) -> str:
    """'Sprogvurdering, Førstehjælp (Egernet) og 2 til'."""
    names = [
        each.competence.head + (f" ({place_name(facts, each.place)})" if each.place != HOUSE else "")
        for each in thin
        if each.state is state
    ]
    rest = [f"{len(names) - _MOST_NAMED} til"] if len(names) > _MOST_NAMED else []
    return and_list([*names[:_MOST_NAMED], *rest])


class CompetenceAboutPerson:
    """What somebody can, has agreed to reach and wishes, for the person's page."""

    tables: Final = frozenset(("assessment", "competence_wish", "competence_goal", "competence", "competence_area"))

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def marks(self, day: date) -> Mapping[int, Mark]:  # noqa: ARG002 -- what somebody can is no standing
        return {}

    def card(self, employee_id: int) -> Card:
        today = self._clock.today()
        with self._database.reading() as session:
            catalogue = [
                each for each in reading.competences(session, reading.catalogue_areas(session)) if not each.hidden
            ]
            holdings = reading.holdings(session, today, employee_id)
        held = [(each, holdings[employee_id, each.id]) for each in catalogue if (employee_id, each.id) in holdings]
        told = [*_lapsing(held, today), *_aims(held, today), *_wishes(held)]
        shown = [CardLine(text, detail) for text, detail in (*_able(held, today), *told)]
        if len(shown) > _MOST_LINES:
            shown[_MOST_LINES:] = [CardLine(f"og {len(shown) - _MOST_LINES} til")]
        return Card("Kompetencer", tuple(shown), "Ingen vurderinger endnu.", "competence")


_Held = Sequence[tuple[Competence, Holding]]
_Lines = Iterator[tuple[str, str]]


def _able(held: _Held, today: date) -> _Lines:
    levels = [holding.counted.level_on(today) for _, holding in held if holding.counted]
    if levels:
        guides = levels.count(GUIDES)
        yield f"{sum(level >= ALONE for level in levels)} på 3 eller 4", f"heraf {guides} på 4" if guides else ""


def _lapsing(held: _Held, today: date) -> _Lines:
    for competence, holding in held:
        last = holding.counted.valid_until if holding.counted else None
        if last and (last - today).days <= WITHIN:
            when = day_text(last, year=last.year != today.year)
            yield competence.head, f"udløbet {when}" if last < today else f"udløber {when}"


def _aims(held: _Held, today: date) -> _Lines:
    for competence, holding in held:
        if goal := holding.goal:
            level = "" if competence.certificate else f" på {goal.level}"
            due = day_text(goal.due, year=goal.due.year != today.year) if goal.due else ""
            yield f"Mål: {competence.head}{level}", f"senest {due}" if due else ""


def _wishes(held: _Held) -> _Lines:
    for competence, holding in held:
        if holding.wish:
            yield competence.head, WISH_NAMES[holding.wish.wish]
