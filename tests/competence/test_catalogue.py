"""The shipped catalogue, and what a leader makes of it in her own house."""

import pytest

from dagleder import app
from dagleder.base.errors import UserProblem
from dagleder.competence.catalogue import shipped_catalogue
from dagleder.competence.drafts import CompetenceDraft
from dagleder.competence.service import CompetenceService
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from dagleder.staff.roles import ROLE_BY_KEY
from tests.competence.conftest import Assess, Hire

Ids = dict[str, int]


def of_area(competence: CompetenceService, name: str) -> int:
    return next(area.id for area in competence.areas() if area.name == name)


def draft_of(competence: CompetenceService, competence_id: int, **changed: object) -> CompetenceDraft:
    before = competence.competence(competence_id)
    values = {name: getattr(before, name) for name in ("name", "area_id", "short_name", "certificate", "months")}
    return CompetenceDraft(**values | changed)


def test_a_new_house_has_the_whole_catalogue_in_its_order(house: app.Services, competence: CompetenceService) -> None:
    shipped = shipped_catalogue()
    assert [area.name for area in competence.areas()] == [
        "Samarbejde",
        "Pædagogisk faglighed",
        "Metoder og redskaber",
        "Funktioner og certifikater",
        "Ledelse",
    ]
    assert [each.key for each in competence.competences()] == [each.key for each in shipped.competences]
    assert len(shipped.competences) == 20 + 16 + 13 + 11 + 15
    assert house.database.history() == []


def test_what_is_shipped_can_be_kept() -> None:
    shipped = shipped_catalogue()
    assert len({each.key for each in shipped.competences}) == len(shipped.competences)
    for each in shipped.competences:
        CompetenceDraft(each.name, 1, each.short_name, each.certificate, each.months).check()
        assert set(each.targets) <= set(ROLE_BY_KEY)
        assert each.certificate == (each.area == "funktioner")


@pytest.mark.parametrize(
    ("key", "role", "level"),
    [("sprogvurdering", "PA", 3), ("sprogvurdering", "PM", None), ("oekonomi", "DL", 4), ("tras", "P", None)],
)
def test_a_role_has_the_target_of_the_municipal_descriptions(
    competence: CompetenceService, ids: Ids, key: str, role: str, level: int | None
) -> None:
    assert competence.facts().targets.get((ids[key], role)) == level


def test_a_competence_of_her_own_stands_last_in_an_area_of_her_own(
    house: app.Services, competence: CompetenceService
) -> None:
    methods = of_area(competence, "Metoder og redskaber")
    competence.add_competence(CompetenceDraft("  Heste og  ponyer ", methods, new_area=" Natur og  udeliv "))
    bonfire = competence.add_competence(
        CompetenceDraft("Bålbevis", methods, certificate=True, months=36, new_area="natur og udeliv")
    )
    assert [each.name for each in competence.competences()[-2:]] == ["Heste og ponyer", "Bålbevis"]
    assert competence.competence(bonfire).months == 36
    assert [area.name for area in competence.areas()][-2:] == ["Ledelse", "Natur og udeliv"]
    house.database.undo()
    house.database.undo()
    assert [area.name for area in competence.areas()][-1] == "Ledelse"


@pytest.mark.parametrize("name", ["TRAS", "tras", " Tras "])
def test_no_two_competences_share_a_name(competence: CompetenceService, ids: Ids, name: str) -> None:
    area = of_area(competence, "Ledelse")
    with pytest.raises(UserProblem, match="TRAS er der allerede under Metoder og redskaber"):
        competence.add_competence(CompetenceDraft(name, area))
    competence.hide_competence(ids["tras"])
    with pytest.raises(UserProblem, match=r"hvor den er slået fra. Slå den til igen under Tilføj kompetence"):
        competence.add_competence(CompetenceDraft(name, area))


def test_a_competence_renamed_keeps_what_was_assessed(
    house: app.Services, competence: CompetenceService, ids: Ids, assess: Assess, hire: Hire
) -> None:
    bo = hire("Bo Skov")
    assess(bo, "tras", 3)
    competence.change_competence(ids["tras"], draft_of(competence, ids["tras"], name="Sprogscreening"))
    assert competence.facts().competences[ids["tras"]].name == "Sprogscreening"
    assert competence.facts().can_alone(bo, ids["tras"])
    house.database.undo()
    assert competence.competence(ids["tras"]).name == "TRAS"


def test_a_competence_switched_off_is_in_no_list_and_asks_for_nobody(
    competence: CompetenceService, ids: Ids, assess: Assess, hire: Hire
) -> None:
    bo, tras = hire("Bo Skov"), ids["tras"]
    assess(bo, "tras", 3)
    competence.set_wanted({(tras, HOUSE): 2})
    competence.hide_competence(tras)
    facts = competence.facts()
    assert tras not in facts.competences
    assert (facts.wanted, facts.in_use(), facts.holdings) == ({}, (), {})
    competence.hide_competence(tras, hidden=False)
    assert [each.id for each in competence.facts().in_use()] == [tras]
    assert competence.facts().can_alone(bo, tras)


def test_levels_between_keep_a_competence_from_becoming_a_certificate(
    competence: CompetenceService, ids: Ids, assess: Assess, hire: Hire
) -> None:
    tras = ids["tras"]
    assess(hire("Bo Skov"), "tras", 2)
    with pytest.raises(UserProblem, match="1 vurdering eller mål står på niveau 1, 2 eller 4"):
        competence.change_competence(tras, draft_of(competence, tras, certificate=True))


def test_only_what_lapses_has_months(competence: CompetenceService) -> None:
    area = of_area(competence, "Ledelse")
    for months, certificate in ((12, False), (0, True), (121, True)):
        with pytest.raises(UserProblem) as problem:
            CompetenceDraft("Kursus", area, certificate=certificate, months=months).check()
        assert problem.value.field == "months"


def test_targets_are_hers(house: app.Services, competence: CompetenceService, ids: Ids) -> None:
    tras = ids["tras"]
    competence.set_target(tras, "P", 3)
    competence.set_target(tras, "P", 4)
    assert competence.facts().targets[tras, "P"] == 4
    assert house.database.undo_name() == "Sæt rollens mål for Pædagog: TRAS på 4"
    competence.set_target(tras, "P", None)
    assert (tras, "P") not in competence.facts().targets


@pytest.mark.parametrize(("key", "role", "level"), [("tras", "P", 5), ("foerstehjaelp", "P", 2), ("tras", "Kok", 3)])
def test_a_target_nobody_can_have_is_refused(
    competence: CompetenceService, ids: Ids, key: str, role: str, level: int
) -> None:
    with pytest.raises(UserProblem):
        competence.set_target(ids[key], role, level)


def test_wanted_numbers_are_set_for_house_matrikel_and_stue_in_one_step(
    house: app.Services, competence: CompetenceService, ids: Ids, egernet: int
) -> None:
    (site,) = house.settings.sites()
    numbers = {
        (ids["foerstehjaelp"], HOUSE): 4,
        (ids["foerstehjaelp"], Place(team_id=egernet)): 1,
        (ids["amr"], Place(site_id=site.id)): 1,
    }
    competence.set_wanted(numbers)
    assert competence.facts().wanted == numbers
    competence.set_wanted({(ids["foerstehjaelp"], HOUSE): 5, (ids["amr"], Place(site_id=site.id)): 0})
    assert competence.facts().wanted == {
        (ids["foerstehjaelp"], HOUSE): 5,
        (ids["foerstehjaelp"], Place(team_id=egernet)): 1,
    }
    house.database.undo()
    assert competence.facts().wanted == numbers


def test_taking_in_use_is_called_so_and_a_number_changed_afterwards_is_not(
    house: app.Services, competence: CompetenceService, ids: Ids
) -> None:
    names = []
    for numbers in ({"tras": 2}, {"kids": 2, "topi": 2}, {"tras": 3}, {"tras": 3, "kids": 4}, {"kids": 0}):
        competence.set_wanted({(ids[key], HOUSE): count for key, count in numbers.items()})
        names.append(house.database.undo_name())
    assert names == [
        *("Tag TRAS i brug", "Tag 2 kompetencer i brug", "Ret behov for TRAS", "Ret behov"),
        f"Ret behov for {competence.competence(ids['kids']).head}",
    ]


def test_a_wanted_number_is_at_most_two_digits(competence: CompetenceService, ids: Ids) -> None:
    for count in (-1, 100):
        with pytest.raises(UserProblem, match="mellem 0 og 99"):
            competence.set_wanted({(ids["tras"], HOUSE): count})


def test_no_two_competences_have_one_short_name_nor_one_the_name_of_the_other(
    competence: CompetenceService, ids: dict[str, int]
) -> None:
    kids = competence.competence(ids["kids"])
    for taken in ("TOPI", "topi "):
        with pytest.raises(UserProblem, match="er der allerede") as problem:
            competence.change_competence(kids.id, CompetenceDraft(kids.name, kids.area_id, short_name=taken))
        assert problem.value.field == "short_name"
    competence.change_competence(kids.id, CompetenceDraft(kids.name, kids.area_id, short_name="KID"))
    assert competence.competence(kids.id).head == "KID"
