"""Whoever moves to another stue within a period is named there, and on the first one told to be on the other."""

from datetime import date

import pytest

from dagleder import app
from dagleder.competence.service import CompetenceService
from dagleder.presence.drafts import AbsenceDraft
from dagleder.settings.staffing import Place
from tests.competence.conftest import TODAY, Assess, Hire

LAST = date(2026, 6, 30)
MOVES = date(2026, 4, 7)
ON_HOLIDAY = date(2026, 5, 4), date(2026, 5, 8)


@pytest.fixture
def ada_moves(
    house: app.Services, ids: dict[str, int], hire: Hire, egernet: int, spurven: int, assess: Assess
) -> CompetenceService:
    """From Egernet to Spurven, where Bea is; one who can TRAS is wanted on each. Both have a week's holiday later."""
    competence, presence = house.competence, house.presence
    assert competence is not None
    assert presence is not None
    ada, bea = hire("Ada Skov", egernet), hire("Bea Holm", spurven)
    for who in (ada, bea):
        assess(who, "tras", 3)
    competence.set_wanted({(ids["tras"], Place(team_id=team)): 1 for team in (egernet, spurven)})
    house.staff.move_to_teams(ada, [spurven], MOVES)
    for who in (ada, bea):
        presence.add_absence(AbsenceDraft(who, *ON_HOLIDAY, "F"))
    return competence


def told(competence: CompetenceService, first: date = TODAY, last: date = LAST) -> dict[str, str]:
    return {each.headline: each.text for each in competence.insight.over_time(first, last)}


def test_she_is_on_the_other_stue_and_not_without_times(ada_moves: CompetenceService) -> None:
    assert told(ada_moves)["TRAS på Egernet, 7. april–30. juni: ingen på arbejde"] == "Ada er på Spurven."


def test_where_she_has_come_she_is_named_with_the_others(ada_moves: CompetenceService) -> None:
    assert told(ada_moves)["TRAS på Spurven, uge 19: ingen på arbejde"] == "Ada og Bea har ferie."


def test_before_she_comes_she_is_not_missed_there(ada_moves: CompetenceService, house: app.Services) -> None:
    assert house.presence is not None
    bea = house.staff.find("Bea Holm").id
    house.presence.add_absence(AbsenceDraft(bea, date(2026, 3, 16), date(2026, 3, 20), "F"))
    assert told(ada_moves, last=date(2026, 3, 31)) == {"TRAS på Spurven, uge 12: ingen på arbejde": "Bea har ferie."}
