"""What competences say on somebody's page, when somebody leaves, and when a stue is closed."""

from datetime import date, timedelta

import pytest

from dagleder import app
from dagleder.base.errors import UserProblem
from dagleder.competence.drafts import GoalDraft
from dagleder.competence.levels import Wish
from dagleder.competence.service import CompetenceService
from dagleder.presence.count import HOUSE
from dagleder.settings.places import TeamDraft
from dagleder.settings.staffing import Place
from dagleder.staff.places import Card
from tests.competence.conftest import TODAY, Assess, Hire

Ids = dict[str, int]
LAST_DAY = date(2026, 4, 30)


@pytest.fixture
def bo(hire: Hire, egernet: int) -> int:
    return hire("Bo Skov", egernet)


def card(house: app.Services, who: int) -> Card:
    return next(card for card in house.staff.cards(who) if card.title == "Kompetencer")


def leaving(house: app.Services, who: int) -> str:
    return " ".join(each.text for each in house.staff.leaving_means(who, LAST_DAY) if each.what == "Kompetencer")


def test_the_page_of_somebody_tells_levels_lapsing_goals_and_wishes(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    assess(bo, "sprogvurdering", 4)
    assess(bo, "tras", 2)
    assess(bo, "foerstehjaelp", 3, valid_until=TODAY + timedelta(days=20))
    assess(bo, "medicin", 3, date(2026, 1, 5), valid_until=TODAY - timedelta(days=20))
    competence.set_goal(GoalDraft(bo, ids["tras"], 3, due=date(2026, 6, 1)))
    competence.set_wish(bo, ids["topi"], Wish.DEVELOP)
    assert [(line.text, line.detail) for line in card(house, bo).lines] == [
        ("2 på 3 eller 4", "heraf 1 på 4"),
        ("Førstehjælp", "udløber 1. april"),
        ("Medicinhåndtering", "udløbet 20. februar"),
        ("Mål: TRAS på 3", "senest 1. juni"),
        ("TOPI", "vil gerne udvikle"),
    ]


def test_the_page_says_so_where_nothing_is_known(house: app.Services, bo: int) -> None:
    assert card(house, bo).lines == ()
    assert card(house, bo).nothing == "Ingen vurderinger endnu."


def test_who_leaves_is_told_with_what_becomes_thin(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int, assess: Assess, hire: Hire
) -> None:
    (egernet,) = (team.id for team in house.settings.teams())
    eva, ida = hire("Eva Lund", egernet), hire("Ida Holm")
    for who in (bo, eva, ida):
        assess(who, "tras", 3)
    assess(bo, "topi", 4)
    assess(bo, "kids", 3)
    assess(eva, "kids", 3)
    wanted = {(ids["topi"], HOUSE): 1, (ids["kids"], HOUSE): 1, (ids["tras"], HOUSE): 3}
    competence.set_wanted({**wanted, (ids["tras"], Place(team_id=egernet)): 1})
    competence.set_goal(GoalDraft(bo, ids["smtte"], 3))
    assert leaving(house, bo) == (
        "Ingen kan det selv efter den dag: TOPI. Hænger derefter på én: KIDS og TRAS (Egernet). "
        "Færre end behovet: TRAS. 1 aftalt mål bliver stående."
    )
    assert leaving(house, hire("Ole Ny")) == ""


def test_who_leaves_is_not_told_of_stuer_she_is_not_on(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int, egernet: int, assess: Assess
) -> None:
    other = house.settings.add_team(TeamDraft("Ræven"))
    assess(bo, "tras", 3)
    competence.set_wanted({(ids["tras"], Place(team_id=team)): 1 for team in (egernet, other)})
    assert leaving(house, bo) == "Ingen kan det selv efter den dag: TRAS (Egernet)."
    assert house.departure is not None
    told = house.departure.would_leave(bo, LAST_DAY).filled
    assert [line.what for section in told for line in section.lines] == ["TRAS på Egernet"]


def test_what_was_as_thin_before_does_not_come_of_leaving(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int, assess: Assess, hire: Hire
) -> None:
    staff = [bo, *(hire(f"Nr {number}") for number in range(3))]
    for who in staff:
        assess(who, "tras", 3)
    for wanted, told in ((5, ""), (4, "Færre end behovet: TRAS.")):
        competence.set_wanted({(ids["tras"], HOUSE): wanted})
        assert leaving(house, bo) == told


def test_a_stue_that_is_closed_asks_for_no_competences(
    house: app.Services, competence: CompetenceService, ids: Ids, egernet: int
) -> None:
    competence.set_wanted({(ids["tras"], Place(team_id=egernet)): 1, (ids["topi"], Place(team_id=egernet)): 2})
    told = house.settings.closing_means(egernet, LAST_DAY)
    assert "2 behov for kompetencer tæller ikke med derefter." in told
    assert "bliver stående" not in told
    house.settings.close_team(egernet, LAST_DAY)
    assert competence.facts(LAST_DAY).wanted == {}
    assert len(competence.facts(LAST_DAY - timedelta(days=1)).wanted) == 2
    with pytest.raises(UserProblem, match="2 behov for kompetencer"):
        house.settings.delete_team(egernet)
