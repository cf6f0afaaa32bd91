"""One horizon for all that is told of coming days, and any other period where it is asked for."""

from argparse import Namespace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dagleder import app
from dagleder.base.command import Answer
from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.files import vulnerability_file
from dagleder.competence.insight_commands import export_vulnerability, list_vulnerable
from dagleder.competence.levels import Source
from dagleder.competence.reports_vulnerability import vulnerability_paper
from dagleder.competence.service import CompetenceService
from dagleder.presence.count import HOUSE
from dagleder.presence.drafts import AbsenceDraft
from dagleder.settings.closing_days import ClosingDraft
from dagleder.settings.places import SiteDraft
from tests.competence.conftest import TODAY, Assess, Hire

SUMMER = date(2026, 7, 6), date(2026, 7, 7)
NEXT_WINTER = date(2027, 2, 15), date(2027, 2, 19)


@pytest.fixture
def karen(house: app.Services, competence: CompetenceService, hire: Hire, egernet: int, assess: Assess) -> int:
    """She alone can it; on holiday in July and in February."""
    who = hire("Karen Ulvdal", egernet)
    tras = next(each.id for each in competence.competences() if each.key == "tras")
    competence.set_wanted({(tras, HOUSE): 2})
    assess(who, "tras", 4)
    assert house.presence is not None
    for first, last in (SUMMER, NEXT_WINTER):
        house.presence.add_absence(AbsenceDraft(who, first, last, "F"))
    return who


def asked(competence: CompetenceService, **said: Any) -> Answer:
    return list_vulnerable(competence, Namespace(**{"date": None, "without": None, "first": None, "last": None} | said))


@pytest.mark.usefixtures("karen")
def test_card_days_and_paper_look_equally_far_ahead(competence: CompetenceService) -> None:
    insight = competence.insight
    assert insight.period() == (TODAY, TODAY + timedelta(days=365))
    (card,), days = insight.vulnerable(), insight.over_time(*insight.period())
    assert "Karen har ferie 6.–7. juli 2026 og uge 7 i 2027." in card.text
    assert [each.headline for each in days] == ["TRAS, 6.–7. juli 2026 og uge 7 i 2027: ingen på arbejde"]
    report = insight.vulnerability_report()
    assert (report.first, report.last) == insight.period()
    assert [each.headline for each in report.days] == [each.headline for each in days]


@pytest.mark.usefixtures("karen")
def test_july_alone_can_be_asked_about(competence: CompetenceService) -> None:
    answer = asked(competence, first=date(2026, 7, 1), last=date(2026, 7, 31))
    assert answer.value == [
        {
            "competence": "TRAS",
            "competence_id": competence.facts().in_use()[0].id,
            "place": "Hele huset",
            "team_id": None,
            "site_id": None,
            "wanted": 2,
            "state": "none",
            "people": [],
            "away": ["Karen Ulvdal"],
            "days": 2,
            "fewest": 0,
            "stretches": [{"from": "2026-07-06", "to": "2026-07-07", "days": 2}],
        }
    ]
    assert answer.lines == ("1.–31. juli 2026", "TRAS, 6.–7. juli: ingen på arbejde. Karen har ferie.")
    june = asked(competence, first=date(2026, 6, 1), last=date(2026, 6, 30))
    assert (june.value, june.lines[1:]) == ([], ("Ingen dage er tyndere, end det er ellers.",))


def test_with_one_end_of_it_the_other_is_today_or_a_year_on(competence: CompetenceService, karen: int) -> None:
    until = asked(competence, last=date(2026, 7, 31))
    assert until.lines[0] == "12. marts–31. juli 2026"
    onwards: Any = asked(competence, first=date(2026, 8, 1)).value
    assert [each["stretches"][0]["from"] for each in onwards] == ["2027-02-15"]
    (winter,) = competence.insight.over_time(date(2027, 1, 4), date(2027, 3, 1))
    assert winter.headline == "TRAS, uge 7 i 2027: ingen på arbejde"
    assert asked(competence, first=date(2026, 7, 1), without=str(competence.facts().people[karen].name)).value == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"first": date(2026, 3, 11)}, "begynder i dag eller senere"),
        ({"first": date(2026, 7, 2), "last": date(2026, 7, 1)}, r"^Det er før 2\. juli 2026, som perioden begynder\.$"),
        ({"last": date(2030, 1, 1)}, "højst to år"),
        ({"first": date(2026, 7, 1), "date": date(2026, 7, 1)}, "enten --date eller --from og --to"),
    ],
)
def test_a_period_that_cannot_be_is_refused(competence: CompetenceService, said: dict[str, date], told: str) -> None:
    with pytest.raises(UserProblem, match=told):
        asked(competence, **said)


@pytest.mark.usefixtures("karen")
def test_the_paper_of_a_period_has_its_days_only(competence: CompetenceService, tmp_path: Path) -> None:
    out = tmp_path / "x.xlsx"
    export_vulnerability(competence, Namespace(first=date(2027, 1, 1), last=date(2027, 3, 1), out=out))
    whole = vulnerability_file(competence.insight.vulnerability_report(), out)
    counts = [openpyxl.load_workbook(each)["Dage"].max_row - 1 for each in (out, BytesIO(whole))]
    assert counts == [1, 2]


@pytest.mark.usefixtures("karen")
@pytest.mark.parametrize(
    ("last", "lapsing"), [(date(2026, 6, 30), ["2026-03-24"]), (date(2027, 1, 1), ["2026-03-24", "2026-09-25"])]
)
def test_the_paper_tells_what_lapses_until_the_period_ends(
    competence: CompetenceService, hire: Hire, tmp_path: Path, last: date, lapsing: list[str]
) -> None:
    aid = next(each.id for each in competence.competences() if each.certificate)
    for name, until in (("Bo Vang", date(2026, 3, 24)), ("Eva Lund", date(2026, 9, 25))):
        competence.assess(AssessmentDraft(hire(name), aid, 3, TODAY, Source.COURSE, until))
    report = competence.insight.vulnerability_report(date(2026, 6, 1), last)
    sheet = openpyxl.load_workbook(BytesIO(vulnerability_file(report, tmp_path / "x.xlsx")))["Beviser"]
    assert [row[2].date().isoformat() for row in sheet.iter_rows(min_row=2, values_only=True)] == lapsing
    words = str(vulnerability_paper(report))
    assert f"udløber til og med {day_text(last, year=True)}" in words
    assert ("25. september" in words) == (len(lapsing) == 2)
    assert "Hænger i dag på én eller ingen" in words


def test_on_which_days_the_house_is_closed_is_told_by_those_it_would_have_been_open(
    house: app.Services, competence: CompetenceService
) -> None:
    insight = competence.insight
    assert insight.closed_text(*insight.period()) == ""
    site = house.settings.sites()[0].id
    house.settings.add_site(SiteDraft("Skoven"))
    for first, last, where in (
        (date(2026, 7, 13), date(2026, 7, 19), None),
        (date(2026, 12, 23), date(2026, 12, 31), None),
        (date(2026, 5, 4), date(2026, 5, 4), site),
    ):
        house.settings.add_closing_days(ClosingDraft(first, last, "Lukket", site_id=where))
    assert insight.closed_text(*insight.period()) == "Huset er lukket uge 29, 23.–24. december og 28.–31. december."
    assert insight.closed_text(date(2026, 7, 14), date(2026, 7, 31)) == "Huset er lukket 14.–17. juli."
