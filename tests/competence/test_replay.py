"""Whatever is entered, taken out and undone: the matrix of a day is what replaying the history says."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.base.errors import UserProblem
from dagleder.competence.drafts import AssessmentDraft, GoalDraft
from dagleder.competence.levels import Source, Wish
from dagleder.competence.service import CompetenceService
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from tests.competence.conftest import TODAY
from tests.storage.houses import dump

PEOPLE, KEYS = ("Bo", "Eva"), ("tras", "foerstehjaelp")
DAYS = tuple(TODAY - timedelta(days=number) for number in range(4))
Slot = tuple[int, str, date, Source]


@dataclass
class Replay:
    """What was entered, in its order, in the house and beside it."""

    house: app.Services
    people: list[int] = field(default_factory=list)
    entered: dict[Slot, AssessmentDraft] = field(default_factory=dict)

    @property
    def competence(self) -> CompetenceService:
        assert self.house.competence is not None
        return self.house.competence

    def assess(self, who: int, key: str, level: int, day: date, source: Source, days: int | None) -> None:
        number = next(each.id for each in self.competence.competences() if each.key == key)
        until = None if days is None or not level else day + timedelta(days)
        draft = AssessmentDraft(self.people[who], number, level, day, source, valid_until=until)
        self.competence.assess(draft)
        self.entered.pop((who, key, day, source), None)
        self.entered[who, key, day, source] = draft

    def level(self, who: int, key: str, day: date) -> int:
        """By the history alone, told from the beginning: that of others, else her own; nothing once it has lapsed."""
        said = [(slot, draft) for slot, draft in self.entered.items() if slot[:2] == (who, key) and slot[2] <= day]
        by_others = [each for each in said if each[0][3] is not Source.SELF]
        known: AssessmentDraft | None = None
        for _, told in sorted(by_others or said, key=lambda each: each[0][2]):
            until = known.valid_until if known and known.level == told.level else None
            if told.valid_until or until is None or until < told.day:
                known = told  # else it says again what is known with its date
        return 0 if known is None or (known.valid_until and known.valid_until < day) else known.level


ASSESSED = st.tuples(
    st.integers(0, 1),
    st.sampled_from(KEYS),
    st.sampled_from((0, 3)),
    st.sampled_from(DAYS),
    st.sampled_from((Source.LEADER, Source.SELF, Source.COURSE)),
    st.none() | st.integers(0, 3),
)


def in_a_house(use: Callable[[Replay], None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = FixedClock(datetime.combine(TODAY, datetime.min.time()))
        house = app.create_house(Path(folder) / "hus.dagleder", name="", secret=None, clock=clock)
        people = [house.staff.add(NewEmployeeDraft(EmployeeDraft(name, "", role="P"), None, ())) for name in PEOPLE]
        try:
            use(Replay(house, people))
        finally:
            house.close()


@settings(max_examples=12)
@given(st.lists(ASSESSED, max_size=12))
def test_the_matrix_of_a_day_is_the_history_replayed(assessed: list[tuple[Any, ...]]) -> None:
    def use(replay: Replay) -> None:
        for each in assessed:
            replay.assess(*each)
        numbers = {each.key: each.id for each in replay.competence.competences()}
        for day in (*DAYS, TODAY + timedelta(days=1), DAYS[-1] - timedelta(days=1)):
            facts = replay.competence.facts(day)
            for who, employee_id in enumerate(replay.people):
                for key in KEYS:
                    assert facts.level(employee_id, numbers[key]) == replay.level(who, key, day)

    in_a_house(use)


WISHES = st.tuples(st.integers(0, 1), st.sampled_from([*Wish, None]))
GOALS = st.tuples(st.integers(0, 1), st.integers(1, 4))


@settings(max_examples=12)
@given(st.lists(st.one_of(ASSESSED, WISHES, GOALS, st.just("remove"), st.just("end")), max_size=10))
def test_undoing_anything_gives_back_equal_rows(done: list[Any]) -> None:
    def use(replay: Replay) -> None:
        database, before = replay.house.database, []
        for each in done:
            before.append((len(database.history()), dump(database)))
            try:
                _do(replay, each)
            except UserProblem:
                continue
        while before:
            steps, rows = before.pop()
            while sum(not step.undone for step in database.history()) > steps:
                database.undo()
            assert dump(database) == rows

    in_a_house(use)


def _do(replay: Replay, each: Any) -> None:
    service = replay.competence
    tras = next(known.id for known in service.competences() if known.key == "tras")
    match each:
        case "remove":
            for found in service.history(replay.people[0])[:1]:
                service.remove_assessment(found.id)
        case "end":
            for goal in service.goals(replay.people[0])[:1]:
                service.end_goal(goal.id, reached=False)
        case (who, Wish() | None as wish):
            service.set_wish(replay.people[who], tras, wish)
        case (who, level):
            service.set_goal(GoalDraft(replay.people[who], tras, level))
        case _:
            replay.assess(*each)
