"""competence matrix: the answer others' scripts rely on."""

from argparse import Namespace
from datetime import date, timedelta
from typing import Any

import pytest

from dagleder.competence.commands import matrix
from dagleder.competence.drafts import GoalDraft
from dagleder.competence.levels import Source, Wish
from dagleder.competence.service import CompetenceService
from dagleder.presence.count import HOUSE
from tests.competence.conftest import TODAY, Assess, Hire

Ids = dict[str, int]


@pytest.fixture
def bo(hire: Hire, egernet: int) -> int:
    return hire("Bo Skov", egernet)


def asked(competence: CompetenceService, **arguments: Any) -> Any:
    given: dict[str, Any] = {"date": None, "without": None, "all": False}
    return matrix(competence, Namespace(**given | arguments))


def levels(competence: CompetenceService, **arguments: Any) -> list[dict[str, Any]]:
    levels: list[dict[str, Any]] = asked(competence, **arguments).value["people"][0]["levels"]
    return levels


def test_it_is_of_the_competences_in_use(competence: CompetenceService, ids: Ids, bo: int, assess: Assess) -> None:
    competence.set_wanted({(ids["tras"], HOUSE): 2})
    assess(bo, "tras", 3)
    assess(bo, "topi", 4)
    answer = asked(competence).value
    assert answer["competences"] == [
        {
            "id": ids["tras"],
            "key": "tras",
            "name": "TRAS",
            "area": "Metoder og redskaber",
            "certificate": False,
            "wanted": 2,
            "holders": 1,
        }
    ]
    assert [each["competence"] for each in levels(competence)] == [ids["tras"]]
    assert [each["competence"] for each in levels(competence, all=True)] == [ids["topi"], ids["tras"]]
    assert len(asked(competence, all=True).value["competences"]) == len(ids)


def test_with_nothing_in_use_it_is_the_whole_catalogue(competence: CompetenceService, ids: Ids) -> None:
    assert len(asked(competence).value["competences"]) == len(ids)


def test_a_person_has_what_counts_beside_the_own_view(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    assess(bo, "tras", 2, source=Source.TALK)
    assess(bo, "tras", 4, source=Source.SELF)
    competence.set_goal(GoalDraft(bo, ids["tras"], 3))
    competence.set_wish(bo, ids["tras"], Wish.USE)
    (person,) = asked(competence).value["people"]
    assert (person["name"], person["initials"], person["role"], person["team"]) == ("Bo Skov", "BS", "P", "Egernet")
    assert person["levels"] == [
        {
            "competence": ids["tras"],
            "level": 2,
            "assessed": True,
            "valid_until": None,
            "lapsed": False,
            "source": "talk",
            "own": 4,
            "goal": 3,
            "wish": "use",
        }
    ]


def test_what_nobody_has_assessed_is_not_told_as_0(competence: CompetenceService, ids: Ids, bo: int) -> None:
    competence.set_wish(bo, ids["tras"], Wish.USE)
    (tras,) = levels(competence)
    assert (tras["level"], tras["assessed"], tras["wish"]) == (None, False, "use")


def test_a_lapsed_certificate_counts_nothing_and_is_told(
    competence: CompetenceService, bo: int, assess: Assess
) -> None:
    assess(bo, "foerstehjaelp", 3, valid_until=TODAY)
    (today,), (tomorrow,) = levels(competence), levels(competence, date=TODAY + timedelta(days=1))
    assert (today["level"], today["lapsed"], today["valid_until"]) == (3, False, "2026-03-12")
    assert (tomorrow["level"], tomorrow["lapsed"], tomorrow["valid_until"]) == (0, True, "2026-03-12")


def test_somebody_can_be_left_out(competence: CompetenceService, ids: Ids, bo: int, assess: Assess) -> None:
    competence.set_wanted({(ids["tras"], HOUSE): 1})
    assess(bo, "tras", 3)
    answer = asked(competence, without="Bo Skov").value
    assert (answer["people"], answer["competences"][0]["holders"]) == ([], 0)


def test_for_people_it_is_told_by_stue(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess, hire: Hire
) -> None:
    hire("Eva Lund")
    competence.set_wanted({(ids["tras"], HOUSE): 2, (ids["foerstehjaelp"], HOUSE): 1, (ids["amr"], HOUSE): 1})
    assess(bo, "tras", 3)
    assess(bo, "amr", 3)
    assess(bo, "foerstehjaelp", 3, date(2026, 1, 5), valid_until=date(2026, 2, 1))
    assert asked(competence).lines == (
        "Torsdag 12. marts 2026 · 3 kompetencer · 2 medarbejdere",
        "TRAS: 1 kan selv, behov 2",
        "Førstehjælp: 0 har det, behov 1",
        "Arbejdsmiljørepræsentant: 1 har det, behov 1",
        "Egernet",
        "  Bo Skov: TRAS 3, Førstehjælp udløbet 1. feb 2026, AMR ja",
        "Uden stue",
        "  Eva Lund: ingen vurderinger",
    )
