"""What the competences of a real house tell: absences sent in by presence, somebody thought away, and the papers."""

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from dagleder.base.errors import UserProblem
from dagleder.competence.drafts import AssessmentDraft, GoalDraft
from dagleder.competence.files import overview_file, profile_file, vulnerability_file
from dagleder.competence.import_values import Outcome
from dagleder.competence.insight import Insight
from dagleder.competence.levels import Source, Wish
from dagleder.competence.overview import EVERYTHING, Columns
from dagleder.competence.profile_drawing import course
from dagleder.exchange.drawing import Circle
from dagleder.exchange.drawing_ink import WHITE
from dagleder.exchange.tables import read_table
from dagleder.presence.count import HOUSE
from dagleder.presence.drafts import AbsenceDraft
from dagleder.settings.staffing import Place
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from tests.competence.conftest import TODAY
from tests.queries import count_queries

PDF, XLSX = Path("a.pdf"), Path("a.xlsx")


@pytest.fixture
def insight(competence) -> Insight:
    found: Insight = competence.insight
    return found


@pytest.fixture
def karen(hire, egernet):
    return hire("Karen Ulvdal", egernet)


@pytest.fixture
def nanna(hire, egernet):
    return hire("Nanna Granly", egernet, role="PM")


@pytest.fixture
def thin_house(competence, ids, karen, nanna):
    """TRAS is wanted of three and hangs on Karen; Nanna has it as a goal; førstehjælp of one has lapsed."""
    tras, aid = ids["tras"], ids["foerstehjaelp"]
    competence.set_wanted({(tras, HOUSE): 3, (aid, HOUSE): 2})
    competence.assess(AssessmentDraft(karen, tras, 4, TODAY, Source.LEADER))
    competence.assess(AssessmentDraft(karen, tras, 2, TODAY, Source.SELF))
    competence.assess(AssessmentDraft(nanna, tras, 2, TODAY, Source.COURSE, evidence="TRAS-kursus"))
    for who, until in ((karen, date(2026, 3, 1)), (nanna, date(2026, 6, 4))):
        competence.assess(AssessmentDraft(who, aid, 3, date(2024, 6, 4), Source.COURSE, valid_until=until))
    competence.set_goal(GoalDraft(nanna, tras, 3, date(2026, 6, 1)))
    competence.set_wish(karen, ids["kids"], Wish.DEVELOP)
    return competence


def _away(house, who, first, last, kind="F"):
    house.presence.add_absence(AbsenceDraft(who, first, last, kind))


@pytest.mark.usefixtures("thin_house")
def test_what_hangs_on_one_is_found_with_her_holiday_and_who_is_on_the_way(house, insight, karen):
    _away(house, karen, date(2026, 7, 6), date(2026, 7, 24))
    told = [(each.headline, each.text) for each in insight.vulnerable()]
    assert told == [
        ("TRAS: kun Karen Ulvdal", "1 af 3. Karen har ferie uge 28–30. Nanna har det som mål til juni."),
        ("Førstehjælp: kun Nanna Granly", "1 af 2. Ingen øver sig."),
    ]


@pytest.mark.usefixtures("thin_house")
@pytest.mark.parametrize(
    ("away", "told"),
    [
        ([("F", 12, 13)], "Karen har ferie 12.–13. marts og uge 28–30."),
        ([("K", 13, 13)], "Karen er på kursus 13. marts. Karen har ferie uge 28–30."),
        ([("F", 16, 20)], "Karen har ferie uge 12."),
    ],
)
def test_what_is_nearest_is_told_before_what_is_long(house, insight, karen, away, told):
    _away(house, karen, date(2026, 7, 6), date(2026, 7, 24))
    for kind, first, last in away:
        _away(house, karen, date(2026, 3, first), date(2026, 3, last), kind)
    (tras,) = [each for each in insight.vulnerable() if each.headline.startswith("TRAS")]
    assert tras.text == f"1 af 3. {told} Nanna har det som mål til juni."


@pytest.mark.usefixtures("thin_house")
def test_no_paper_says_why_somebody_is_away(house, insight, karen):
    _away(house, karen, date(2026, 3, 16), date(2026, 3, 17), "B")
    _away(house, karen, date(2026, 3, 23), date(2026, 3, 27), "K")
    report = insight.vulnerability_report()
    for text in (_text(vulnerability_file(report, PDF)), str(_rows(vulnerability_file(report, XLSX)))):
        assert not any(word in text for word in ("ferie", "kursus", "orlov", "barsel"))
    assert "Karen er ikke på arbejde 16.–17. marts og uge 13." in report.now[0].text
    assert {each.text for each in report.days if each.thin.competence.name == "TRAS"} == {"Karen er ikke på arbejde."}


@pytest.mark.usefixtures("thin_house")
def test_the_day_on_which_its_holder_is_on_holiday_is_found(house, insight, karen):
    _away(house, karen, date(2026, 3, 23), date(2026, 3, 27))
    (day, *_) = insight.vulnerable_on(date(2026, 3, 24))
    assert (day.headline, day.text) == (
        "TRAS: ingen, 3 ønsket",
        "Karen har ferie. Nanna har det som mål til juni.",
    )
    (week,) = insight.over_time(TODAY, date(2026, 4, 30))
    assert (week.headline, week.text) == ("TRAS, uge 13: ingen på arbejde", "Karen har ferie.")


def test_without_somebody_it_is_told_what_becomes_thin(thin_house, insight, karen, nanna):
    told = {each.headline: each.new for each in insight.vulnerable(without=[nanna])}
    assert told == {"Førstehjælp: ingen, 2 ønsket": True, "TRAS: kun Karen Ulvdal": False}
    assert thin_house.facts().people.keys() == {karen, nanna}


@pytest.mark.usefixtures("thin_house")
def test_asking_changes_nothing_and_takes_as_many_questions_for_many_people(house, insight, hire, egernet):
    before = len(house.database.history())
    asked = count_queries(lambda: insight.over_time(TODAY, date(2026, 4, 30)))
    for number in range(5):
        hire(f"Bo Skov{number}", egernet)
    assert count_queries(lambda: insight.over_time(TODAY, date(2026, 4, 30))) == asked
    assert len(house.database.history()) == before + 5


def test_somebody_who_begins_in_the_period_counts_from_then_on(house, thin_house, insight, ids, egernet, karen):
    draft = EmployeeDraft("Ny", "Kollega", role="P", start=date(2026, 4, 13))
    new = house.staff.add(NewEmployeeDraft(draft, 2220, (egernet,)))
    thin_house.assess(AssessmentDraft(new, ids["tras"], 3, TODAY, Source.LEADER))
    _away(house, karen, date(2026, 3, 23), date(2026, 4, 17))
    (found,) = insight.over_time(TODAY, date(2026, 4, 30))
    assert (found.thin.stretches[0].first, found.thin.stretches[-1].last) == (date(2026, 3, 23), date(2026, 4, 10))


@pytest.mark.parametrize("word", ["KU", "ku", "Karen Ulvdal", "karen ulvdal"])
def test_somebody_is_meant_by_initials_or_full_name(insight, karen, word):
    assert insight.person_named(word) == karen


@pytest.mark.usefixtures("karen")
def test_a_name_that_two_have_is_asked_about_and_so_is_one_that_nobody_has(insight, hire):
    hire("Karen Ulvdal")
    with pytest.raises(UserProblem, match="Der er 2, der hedder Karen Ulvdal"):
        insight.person_named("Karen Ulvdal")
    with pytest.raises(UserProblem, match="Ingen medarbejder har"):
        insight.person_named("")


# --- papers ------------------------------------------------------------------------------------


def _text(content):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def _rows(content, sheet=0):
    return list(openpyxl.load_workbook(io.BytesIO(content)).worksheets[sheet].values)


@pytest.mark.usefixtures("thin_house")
def test_the_overview_has_everybody_by_stue_the_sums_and_what_is_thin(insight):
    text = _text(overview_file(insight.overview(), PDF))
    order = [text.index(word) for word in ("Kompetenceoverblik", "Egernet", "Nanna Granly", "Karen Ulvdal", "1/3 !")]
    assert order == sorted(order)
    assert "TRAS (Karen Ulvdal)" in text
    assert "Karen 1. marts (udløbet), Nanna 4. juni" in text
    assert "fortroligt, til ledelsen" in text


@pytest.mark.usefixtures("thin_house")
def test_the_sheet_of_the_overview_is_one_row_per_person_and_the_next_the_numbers(insight):
    content = overview_file(insight.overview(), XLSX)
    headings, *rows = _rows(content)
    assert headings == ("Medarbejder", "Stilling", "Stue", "TRAS", "Førstehjælp")
    assert rows == [
        ("Nanna Granly", "Pædagogmedhjælper", "Egernet", 2, datetime(2026, 6, 4)),
        ("Karen Ulvdal", "Pædagog", "Egernet", 4, datetime(2026, 3, 1)),
    ]
    assert _rows(content, 1)[1:] == [("TRAS", "Hele huset", 1, 3, "ja"), ("Førstehjælp", "Hele huset", 1, 2, "ja")]
    ((who, what, course, day, before, after),) = _rows(content, 2)[1:]
    assert (who, what, course, day.date(), before, after) == ("Nanna Granly", "TRAS", "TRAS-kursus", TODAY, None, 2)


def test_the_overview_can_be_of_one_area_or_of_all(thin_house, insight):
    assert [each.name for each in insight.overview().competences] == ["TRAS", "Førstehjælp"]
    area = insight.area_named("Metoder og redskaber")
    methods = insight.overview(columns=Columns(area))
    assert {each.area_id for each in methods.competences} == {area}
    text = _text(overview_file(methods, PDF))
    assert "Metoder og redskaber" in text
    assert "Førstehjælp" not in text
    everything = insight.overview(columns=EVERYTHING)
    assert [each.id for each in everything.competences] == [each.id for each in thin_house.competences()]


def test_the_sheet_of_the_overview_read_in_again_changes_nothing(thin_house, insight, ids, karen, tmp_path):
    thin_house.assess(AssessmentDraft(karen, ids["amr"], 3, TODAY))
    thin_house.assess(AssessmentDraft(karen, ids["brand"], 0, TODAY))
    file = tmp_path / "overblik.xlsx"
    file.write_bytes(overview_file(insight.overview(columns=EVERYTHING), file))
    plan = thin_house.plan_import(read_table(file, thin_house.import_target()))
    assert {cell.outcome for cell in plan.cells} == {Outcome.UNCHANGED}
    known = {pair for pair, held in insight.facts().holdings.items() if held.by_others}
    assert {(cell.employee_id, cell.competence_id) for cell in plan.cells} == known
    assert not plan.changes_anything


def test_a_stue_has_its_own_people_and_its_own_number(thin_house, insight, ids, hire, spurven, egernet):
    hire("Otto Kærvig", spurven)
    thin_house.set_wanted({(ids["tras"], Place(team_id=spurven)): 1})
    text = _text(overview_file(insight.overview(spurven), PDF))
    assert "Otto Kærvig" in text
    assert "Karen Ulvdal" not in text
    assert "0/1 !" in text
    assert "Der er ingen ønskede antal her." in _text(overview_file(insight.overview(egernet), PDF))


@pytest.mark.usefixtures("thin_house")
def test_a_profile_shows_both_views_the_goal_the_wish_the_certificate_and_what_the_course_came_to(
    insight, karen, nanna
):
    text = _text(profile_file(insight.profile(karen), PDF))
    assert "TRAS: 2 efter egen vurdering, 4 (leder 12. marts 2026)." in text
    assert "Vil gerne udvikle" in text
    assert "1. mar 2026" in text
    assert "(udløbet)" in text
    other = _text(profile_file(insight.profile(nanna), PDF))
    assert "Mål: 3 inden 1. juni" in other
    assert "12. marts 2026 · TRAS: ikke vurderet før, 2 nu. TRAS-kursus." in other
    assert "Karen" not in other


def test_a_competence_of_which_only_the_own_view_is_known_stands_in_the_profile_with_it(insight, competence, ids, hire):
    bo = hire("Bo Skov")
    competence.assess(AssessmentDraft(bo, ids["tras"], 3, TODAY, Source.SELF))
    text = _text(profile_file(insight.profile(bo), PDF))
    assert "TRAS\n3\n3\n" in text
    (tras,) = [line for line in insight.profile(bo).lines if line.competence.id == ids["tras"]]
    drawn = course(tras.history, TODAY, TODAY)
    assert drawn.description == "egen vurdering 3"
    assert [shape.fill for shape in drawn.shapes if isinstance(shape, Circle)] == [WHITE]


def test_what_nobody_has_assessed_has_no_level_in_the_profile(insight, ids, hire):
    bo = hire("Bo Skov")
    facts = insight.facts()
    assert facts.target(bo, ids["sprogvurdering"])
    told = {row[1]: row[2] for row in _rows(profile_file(insight.profile(bo), XLSX))[1:]}
    assert set(told.values()) == {None}
    text = _text(profile_file(insight.profile(bo), PDF))
    assert "– ikke vurderet" in text
    assert "Sprogvurdering\n–\n–" in text
    assert "\n0\n" not in text


@pytest.mark.usefixtures("thin_house")
def test_the_sheet_of_a_profile_has_level_target_own_view_and_dates(insight, karen):
    headings, *rows = _rows(profile_file(insight.profile(karen), XLSX))
    assert headings[:5] == ("Område", "Kompetence", "Niveau", "Mål for stillingen", "Egen vurdering")
    (tras,) = [row for row in rows if row[1] == "TRAS"]
    assert (tras[2], tras[3], tras[4], tras[10]) == (4, None, 2, "leder")


def test_whoever_is_not_employed_has_no_profile(insight):
    with pytest.raises(UserProblem, match="ikke ansat"):
        insight.profile(99)


@pytest.mark.usefixtures("thin_house")
def test_the_paper_of_what_is_vulnerable_has_days_and_reasons(house, insight, karen):
    _away(house, karen, date(2026, 3, 23), date(2026, 3, 27))
    text = _text(vulnerability_file(insight.vulnerability_report(), PDF))
    order = [
        text.index(word) for word in ("TRAS: kun Karen Ulvdal", "TRAS, uge 13: ingen på arbejde", "Førstehjælp udløber")
    ]
    assert order == sorted(order)
    content = vulnerability_file(insight.vulnerability_report(), XLSX)
    assert [row[0] for row in _rows(content)[1:]] == ["TRAS", "Førstehjælp"]
    (days,) = [row for row in _rows(content, 1)[1:] if row[0] == "TRAS"]
    assert (days[2], days[3].date(), days[4].date(), days[5], days[7]) == (
        "ingen",
        date(2026, 3, 23),
        date(2026, 3, 27),
        5,
        "Karen er ikke på arbejde.",
    )
    assert [row[1] for row in _rows(content, 2)[1:]] == ["Karen Ulvdal", "Nanna Granly"]


def test_an_empty_house_has_its_papers_too_and_another_ending_is_refused(insight):
    assert "Ingen er vurderet endnu" in _text(overview_file(insight.overview(), PDF))
    assert "ingen ønskede antal endnu" in _text(vulnerability_file(insight.vulnerability_report(), PDF))
    with pytest.raises(UserProblem, match="skal ende på"):
        overview_file(insight.overview(), Path("a.doc"))
