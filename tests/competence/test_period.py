"""What is told of a period agrees with what is told of each of its days, whoever comes and goes in it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.base.dates import days_between
from dagleder.base.errors import UserProblem
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.insight import Insight
from dagleder.competence.levels import Source
from dagleder.competence.service import CompetenceService
from dagleder.competence.vulnerability import State, gravity
from dagleder.presence.count import HOUSE
from dagleder.presence.drafts import AbsenceDraft
from dagleder.settings.places import TeamDraft
from dagleder.settings.staffing import Place
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from tests.competence.conftest import TODAY, Assess, Hire
from tests.conftest import NOW

LAST = TODAY + timedelta(days=25)
Ids = dict[str, int]


def _away(house: app.Services, who: int, first: date, last: date) -> None:
    assert house.presence is not None
    house.presence.add_absence(AbsenceDraft(who, first, last, "F"))


def test_whoever_begins_and_leaves_within_the_period_is_there_meanwhile(
    house: app.Services, competence: CompetenceService, ids: Ids, hire: Hire, assess: Assess
) -> None:
    ada = hire("Ada Skov")
    bo = hire("Bo Vang", start=TODAY + timedelta(days=10), end=TODAY + timedelta(days=40))
    hire_later = hire("Eva Lund", start=date(2026, 9, 1))
    for who in (ada, bo, hire_later):
        assess(who, "tras", 3)
    competence.set_wanted({(ids["tras"], HOUSE): 1})
    _away(house, ada, date(2026, 3, 16), date(2026, 3, 16))
    _away(house, ada, date(2026, 3, 30), date(2026, 4, 1))
    for last in (date(2026, 4, 10), date(2026, 5, 1)):
        (told,) = competence.insight.over_time(TODAY, last)
        assert told.headline == "TRAS, 16. marts: ingen på arbejde"
        assert told.text == "Ada har ferie. Bo er ikke begyndt."


class _Somebody(NamedTuple):
    """Days are counted from today; what she can is of the two competences, with the day it lapses."""

    team: int
    start: int | None
    stays: int | None
    level: int
    own: bool
    lapses: int | None
    away: tuple[int, int]


_STAFF = st.lists(
    st.builds(
        _Somebody,
        st.integers(0, 1),
        st.none() | st.integers(1, 27),
        st.none() | st.integers(0, 20),
        st.sampled_from([3, 4, 2]),
        st.booleans(),
        st.none() | st.integers(-1, 20),
        st.tuples(st.integers(0, 20), st.integers(0, 20)),
    ),
    min_size=2,
    max_size=6,
)


@dataclass(frozen=True)
class _House:
    services: app.Services
    competence: CompetenceService
    tras: int
    teams: tuple[int, int]


@contextmanager
def _house_of(staff: list[_Somebody]) -> Iterator[_House]:
    with tempfile.TemporaryDirectory() as folder:
        services = app.create_house(Path(folder) / "hus.dagleder", name="Hus", secret=None, clock=FixedClock(NOW))
        assert services.competence is not None
        teams = services.settings.add_team(TeamDraft("Egernet")), services.settings.add_team(TeamDraft("Spurven"))
        tras = next(each.id for each in services.competence.competences() if each.key == "tras")
        house = _House(services, services.competence, tras, teams)
        for each in staff:
            _move_in(house, each)
        yield house
        services.close()


def _move_in(house: _House, each: _Somebody) -> None:
    start = None if each.start is None else TODAY + timedelta(days=each.start)
    end = None if each.stays is None else (start or TODAY) + timedelta(days=each.stays)
    draft = EmployeeDraft("Bo", "Skov", role="P", start=start, end=end)
    who = house.services.staff.add(NewEmployeeDraft(draft, 2220, (house.teams[each.team],)))
    until = None if each.lapses is None else TODAY + timedelta(days=each.lapses)
    day = min(TODAY, until or TODAY)
    source = Source.SELF if each.own else Source.LEADER
    house.competence.assess(AssessmentDraft(who, house.tras, each.level, day, source, until))
    first = TODAY + timedelta(days=each.away[0])
    with suppress(UserProblem):  # not employed then
        _away(house.services, who, first, first + timedelta(days=each.away[1]))


@settings(max_examples=25, deadline=None)
@given(_STAFF, st.integers(1, 3), st.integers(0, 2))
def test_a_period_tells_of_every_day_what_the_day_itself_tells(
    staff: list[_Somebody], in_house: int, on_a_stue: int
) -> None:
    with _house_of(staff) as house:
        places = HOUSE, Place(team_id=house.teams[0])
        house.competence.set_wanted({(house.tras, places[0]): in_house, (house.tras, places[1]): on_a_stue})
        insight = house.competence.insight
        usual = {each.thin.place: gravity(each.thin.state) for each in insight.vulnerable()}
        told = _told(insight)
        for day in days_between(TODAY, LAST):
            if not insight.is_closed(day):
                thin = {each.thin.place: each.thin.state for each in insight.vulnerable_on(day)}
                worse = {place for place, state in thin.items() if gravity(state) < usual.get(place, len(State))}
                assert {place: thin[place] for place in worse} == told.get(day, {}), day


def _told(insight: Insight) -> dict[date, dict[Place, State]]:
    found: dict[date, dict[Place, State]] = {}
    for each in insight.over_time(TODAY, LAST):
        for stretch in each.thin.stretches:
            for day in days_between(stretch.first, stretch.last):
                found.setdefault(day, {})[each.thin.place] = each.thin.state
    return found
