"""What the fictional staff can, entered over two years: at a MUS each year, on courses, and by the leader herself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import months_after
from dagleder.competence.drafts import AssessmentDraft, GoalDraft
from dagleder.competence.facts import Facts
from dagleder.competence.levels import ALONE, GUIDES, Source
from dagleder.competence.service import CompetenceService
from dagleder.demo.house import Places
from dagleder.demo.people import FOREST_SITE, LEADER, NEWCOMER
from dagleder.demo.skills import (
    COLUMNS,
    COURSES,
    FIRST_AID,
    FIRST_AID_LASTS,
    GIVEN_UP_GOALS,
    HELD,
    LEADER_BELOW,
    MATRIX,
    METHODS,
    NOTES,
    OPEN_GOALS,
    OWN_VIEWS,
    REACHED_GOALS,
    WANTED,
    WANTED_IN_THE_FOREST,
    WISHES,
)
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place

At = Callable[[date], CompetenceService]
"""The service as the leader had it on a day: what is agreed and wished bears the day it was entered on."""

_AREAS_OF_ALL: Final = ("samarbejde", "faglighed")
_ROUND_OF: Final = "Karen"  # her MUS was the latest
_SINCE_LATEST, _APART, _ROUND_LASTS, _YEAR = 9, 11, 97, 364
_AGREED, _AGREED_LONG_AGO, _GIVEN_UP = timedelta(days=8), timedelta(days=800), timedelta(days=200)
_OLD_HAND, _SETTLED = 8 * 365, 3 * 365
_FIRST_AID_MONTHS: Final = 24


def fill(at: At, places: Places, people: Mapping[str, int], starts: Mapping[str, date], today: date) -> None:
    """Wanted numbers, goals from before, two years of assessments, and what is agreed and wished now."""
    now = at(today)
    ids = {each.key: each.id for each in now.competences()}
    forest = Place(site_id=places.sites[FOREST_SITE])
    now.set_wanted(
        {(ids[key], HOUSE): count for key, count in WANTED.items()}
        | {(ids[key], forest): count for key, count in WANTED_IN_THE_FOREST.items()}
    )
    before = at(today - _AGREED_LONG_AGO)
    for name, key, level in (*REACHED_GOALS, *GIVEN_UP_GOALS):
        before.set_goal(GoalDraft(people[name], ids[key], level, source=Source.TALK))
    rounds = _Rounds(now.facts(), ids, people, starts, today)
    with_goal = {(people[name], ids[key]) for name, key, _ in REACHED_GOALS}
    found = sorted(rounds.assessments(), key=lambda each: each.day)
    for draft in found:
        if draft.pair in with_goal:
            at(draft.day).assess(draft)  # a goal is reached on the day that is entered
    now.assess_many([draft for draft in found if draft.pair not in with_goal], "Kompetencer")
    lately = at(today - _AGREED)
    for name, key, level, days, source in OPEN_GOALS:
        lately.set_goal(GoalDraft(people[name], ids[key], level, today + timedelta(days=days), source))
    for name, key, wish, source in WISHES:
        lately.set_wish(people[name], ids[key], wish, source)
    given_up = at(today - _GIVEN_UP)
    for name, key, _ in GIVEN_UP_GOALS:
        goal = next(goal for goal in now.goals(people[name]) if goal.competence_id == ids[key])
        given_up.end_goal(goal.id, reached=False)


@dataclass(frozen=True)
class _Rounds:
    """The assessments of two years, for everybody who was employed."""

    facts: Facts
    ids: Mapping[str, int]
    people: Mapping[str, int]
    starts: Mapping[str, date]
    today: date

    def assessments(self) -> Iterator[AssessmentDraft]:
        for number, (name, levels) in enumerate(MATRIX.items()):
            for column, (key, level) in enumerate(zip(COLUMNS, map(int, levels.split()), strict=True)):
                yield from self._course_of_years(name, key, level, number + column)
            yield from self._expected_of_all(name, number)
        for key, levels_by_name in METHODS.items():
            for name, level in levels_by_name.items():
                yield from self._course_of_years(name, key, level, level)
        yield from self._own_views()
        yield from self._certificates()
        yield from self._leader()

    def _course_of_years(self, name: str, key: str, level: int, step: int) -> Iterator[AssessmentDraft]:
        """Two MUS and the latest; some have risen since the first, a few at each, and those on a course by it."""
        taken = COURSES.get((name, key))
        course_day = months_after(self.today, -taken[0]) if taken else None
        lower = (1 if step % 2 == 0 else 0) + (1 if step % 4 == 0 else 0), (1 if step % 4 == 0 else 0), 0
        for years, less in zip((2, 1, 0), lower, strict=True):
            day = self._talk(name, years)
            found = level - (int(day < course_day) if course_day else less)
            if years == 0 or (found > 0 and day >= self.starts[name]):
                note = NOTES.get((name, key), "") if years == 0 else ""
                yield replace(self._draft(name, key, found, max(day, self.starts[name])), note=note)
        if taken and course_day:
            yield replace(self._draft(name, key, level, course_day, Source.COURSE), evidence=taken[1])

    def _expected_of_all(self, name: str, number: int) -> Iterator[AssessmentDraft]:
        """What the role is expected to have besides: old hands have it, the others lack a level here and there."""
        here = (self.today - self.starts[name]).days
        every = 11 if here > _OLD_HAND else 5 if here > _SETTLED else 3
        areas = {area.id for area in self.facts.areas if area.key in _AREAS_OF_ALL}
        rest = [each for each in self.facts.competences.values() if each.area_id in areas and each.key not in COLUMNS]
        for place, competence in enumerate(rest):
            target = self.facts.target(self.people[name], competence.id)
            lacks = (number * 3 + place * 5) % every == 0
            more = here > _OLD_HAND and (number + place) % 13 == 0
            level = min(target - lacks + more, GUIDES) - (name == NEWCOMER)
            if target and level > 0:
                yield self._draft(name, competence.key, level, max(self._talk(name, 0), self.starts[name]))

    def _own_views(self) -> Iterator[AssessmentDraft]:
        for (name, key), level in OWN_VIEWS.items():
            day = max(self._talk(name, 0) - timedelta(days=6), self.starts[name])
            yield self._draft(name, key, level, day, Source.SELF)

    def _certificates(self) -> Iterator[AssessmentDraft]:
        for number, name in enumerate(FIRST_AID):
            days = FIRST_AID_LASTS.get(name, 110 + number * 29 % 600)
            until = self.today + timedelta(days=days)
            taken = months_after(until, -_FIRST_AID_MONTHS)
            for last, day in ((taken, months_after(taken, -_FIRST_AID_MONTHS)), (until, taken)):
                if day >= self.starts[name] or last == until:
                    yield self._held(name, "foerstehjaelp", day, last, "Førstehjælp, 12 timer")
        for key, names in HELD.items():
            for name in names:
                yield self._held(name, key, max(self._talk(name, 1), self.starts[name]), None, "")

    def _held(self, name: str, key: str, day: date, until: date | None, evidence: str) -> AssessmentDraft:
        source = Source.COURSE if evidence else Source.LEADER
        return AssessmentDraft(self.people[name], self.ids[key], ALONE, day, source, until, evidence)

    def _leader(self) -> Iterator[AssessmentDraft]:
        """Her own view, which counts as there is no other."""
        name = LEADER.split()[0]
        for competence in self.facts.competences.values():
            target = self.facts.target(self.people[name], competence.id)
            if target:
                level = LEADER_BELOW.get(competence.key, target)
                yield self._draft(name, competence.key, level, self.today - timedelta(days=70), Source.SELF)

    def _draft(self, name: str, key: str, level: int, day: date, source: Source = Source.TALK) -> AssessmentDraft:
        return AssessmentDraft(self.people[name], self.ids[key], level, day, source)

    def _talk(self, name: str, years: int) -> date:
        """The day of her MUS so many years ago: one after another through a spring."""
        order = list(MATRIX)
        place = (order.index(name) - order.index(_ROUND_OF)) * _APART % _ROUND_LASTS
        return self.today - timedelta(days=_SINCE_LATEST + place + years * _YEAR)
