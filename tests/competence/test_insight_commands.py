"""`competence gaps`, `competence vulnerable` and the exports: what scripts of others rely on."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dagleder.base.errors import UserProblem
from dagleder.competence.commands import matrix
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.insight_commands import export_overview, export_profile, list_gaps, list_vulnerable
from dagleder.competence.levels import Source
from dagleder.competence.proposal import proposed
from dagleder.presence.count import HOUSE
from dagleder.presence.drafts import AbsenceDraft
from tests.competence.conftest import TODAY

_WHOLE = {"team": None, "area": None, "all": False, "out": Path("x.pdf")}
NOW = Namespace(date=None, without=None, area=None, first=None, last=None)


def rows_of(answer):
    found: Any = answer.value
    return found


@pytest.fixture
def karen(hire, egernet):
    return hire("Karen Ulvdal", egernet)


@pytest.fixture
def tras(competence, ids, karen):
    competence.set_wanted({(ids["tras"], HOUSE): 2})
    competence.assess(AssessmentDraft(karen, ids["tras"], 4, TODAY, Source.LEADER))
    return ids["tras"]


def test_a_gap_is_a_row_with_level_target_and_what_is_lacking(competence, ids, karen):
    competence.assess(AssessmentDraft(karen, ids["sprogvurdering"], 1, TODAY, Source.LEADER))
    (row,) = [row for row in rows_of(list_gaps(competence, NOW)) if row["competence"] == "Sprogvurdering"]
    assert (row["employee"], row["employee_id"], row["level"], row["target"], row["gap"]) == (
        "Karen Ulvdal",
        karen,
        1,
        3,
        2,
    )
    assert row["assessed"]
    metoder = Namespace(date=None, without=None, area="metoder og redskaber")
    assert rows_of(list_gaps(competence, metoder)) == []
    gone = Namespace(date=None, without="KU", area=None)
    assert rows_of(list_gaps(competence, gone)) == []


def test_what_nobody_has_assessed_is_counted_apart_from_what_is_below(competence, ids, karen):
    competence.assess(AssessmentDraft(karen, ids["sprogvurdering"], 1, TODAY, Source.LEADER))
    answer = list_gaps(competence, NOW)
    unknown = [row for row in rows_of(answer) if not row["assessed"]]
    assert len(unknown) == len(rows_of(answer)) - 1 > 0
    assert answer.lines[0].endswith(f"under målet, 2 niveauer i alt, {len(unknown)} ikke vurderet")
    assert answer.lines[-2:] == (
        "Karen Ulvdal · Sprogvurdering: 1, målet er 3",
        f"Karen Ulvdal · {len(unknown)} kompetencer med mål er ikke vurderet",
    )


@pytest.mark.parametrize("command", [list_gaps, list_vulnerable, matrix])
def test_an_empty_name_is_nobodys(competence, command):
    with pytest.raises(UserProblem, match="Ingen medarbejder har"):
        command(competence, Namespace(**vars(NOW) | {"without": "", "all": False}))


def test_what_is_vulnerable_is_a_row_with_its_number_its_people_and_its_state(competence, tras):
    (row,) = rows_of(list_vulnerable(competence, NOW))
    assert row == {
        "competence": "TRAS",
        "competence_id": tras,
        "place": "Hele huset",
        "team_id": None,
        "site_id": None,
        "wanted": 2,
        "holders": 1,
        "people": ["Karen Ulvdal"],
        "away": [],
        "learning": [],
        "state": "single",
        "date": "2026-03-12",
        "new": False,
    }


def test_on_a_date_only_those_at_work_count_and_a_closed_day_has_no_rows(house, competence, tras, karen):
    house.presence.add_absence(AbsenceDraft(karen, date(2026, 3, 17), date(2026, 3, 17), "K"))
    (row,) = rows_of(list_vulnerable(competence, Namespace(**vars(NOW) | {"date": date(2026, 3, 17)})))
    assert (row["competence_id"], row["holders"], row["state"], row["away"]) == (tras, 0, "none", ["Karen Ulvdal"])
    saturday = list_vulnerable(competence, Namespace(**vars(NOW) | {"date": date(2026, 3, 21)}))
    assert (saturday.value, saturday.lines) == ([], ("Lørdag 21. marts 2026", "Huset er lukket den dag."))


def test_without_any_wanted_number_nothing_is_vulnerable(competence):
    answer = list_vulnerable(competence, NOW)
    assert (answer.value, answer.lines) == ([], ("Der er ingen ønskede antal endnu, så intet kan være sårbart.",))


@pytest.mark.usefixtures("tras")
def test_the_papers_are_written_and_an_unknown_stue_or_ending_is_refused(competence, tmp_path):
    for name in ("overblik.pdf", "overblik.xlsx"):
        export_overview(competence, Namespace(**_WHOLE | {"team": "egernet", "out": tmp_path / name}))
    export_profile(competence, Namespace(employee="KU", out=tmp_path / "profil.pdf"))
    assert {path.name for path in tmp_path.iterdir()} >= {"overblik.pdf", "overblik.xlsx", "profil.pdf"}
    with pytest.raises(UserProblem, match="ingen stue"):
        export_overview(competence, Namespace(**_WHOLE | {"team": "Ræven"}))
    with pytest.raises(UserProblem, match="skal ende på"):
        export_overview(competence, Namespace(**_WHOLE | {"out": tmp_path / "x.txt"}))


@pytest.mark.usefixtures("tras")
def test_the_overview_is_written_of_what_is_in_use_of_one_area_or_of_all(competence, tmp_path):
    out = tmp_path / "x.xlsx"
    columns = []
    for chosen in ({}, {"area": "metoder og redskaber"}, {"all": True}):
        export_overview(competence, Namespace(**_WHOLE | {"out": out} | chosen))
        columns.append(openpyxl.load_workbook(out).worksheets[0].max_column - 3)
    catalogue = competence.competences()
    area = competence.insight.area_named("Metoder og redskaber")
    assert columns == [1, sum(each.area_id == area for each in catalogue), len(catalogue)]
    with pytest.raises(UserProblem, match="enten --area eller --all"):
        export_overview(competence, Namespace(**_WHOLE | {"area": "Metoder og redskaber", "all": True}))


def test_a_new_house_is_proposed_fifteen_with_numbers_it_can_reach(competence, hire, egernet, spurven):
    for number in range(16):
        hire(f"Bo Skov{number}", (egernet, spurven)[number % 2])
    numbers = {each.competence.key: each.wanted for each in proposed(competence.facts())}
    assert len(numbers) == 15
    assert (numbers["foerstehjaelp"], numbers["medicin"], numbers["brand"], numbers["sprogvurdering"]) == (8, 3, 2, 2)
    assert all(2 <= wanted <= 16 for wanted in numbers.values())
    assert all(each.reason.endswith(".") for each in proposed(competence.facts()))


def test_a_house_that_has_assessed_somebody_is_proposed_that_first(competence, ids, hire, egernet):
    bo = hire("Bo Skov", egernet)
    hire("Lis Holm", egernet)
    kids = ids["kids"]
    competence.assess(AssessmentDraft(bo, kids, 3, TODAY))
    first, *rest = proposed(competence.facts())
    assert (first.competence.id, first.wanted, first.reason, first.first) == (kids, 2, "1 af jer er vurderet.", True)
    assert len(rest) == 15
    assert not any(each.first for each in rest)
    assert all(each.reason.startswith("Ingen er vurderet endnu. ") for each in rest)


def test_where_nobody_has_been_looked_at_that_is_said_and_not_that_nobody_learns_it(competence, ids, hire, egernet):
    bo = hire("Bo Skov", egernet)
    kids = ids["kids"]
    competence.set_wanted({(kids, HOUSE): 2})
    assert [each.text for each in competence.insight.vulnerable()] == ["Ingen er vurderet endnu."]
    competence.assess(AssessmentDraft(bo, kids, 1, TODAY))
    assert [each.text for each in competence.insight.vulnerable()] == ["Ingen øver sig."]


def test_of_very_many_assessed_a_house_begins_with_those_of_the_fifteen(competence, ids, hire, egernet):
    bo = hire("Bo Skov", egernet)
    competence.assess_many([AssessmentDraft(bo, key, 3, TODAY) for key in ids.values()], "Ark")
    found = proposed(competence.facts())
    assert len(found) == len(ids)
    assert sum(each.first for each in found) == 15
