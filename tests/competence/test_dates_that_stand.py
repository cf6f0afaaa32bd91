"""A certificate's date stands until it lapses or is mended: 'har det' without one says nothing against it."""

from datetime import date

import pytest

from dagleder.base.errors import UserProblem
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.facts import Assessed
from dagleder.competence.levels import Source
from dagleder.competence.service import CompetenceService
from tests.competence.conftest import TODAY, Assess, Hire

COURSE_DAY, UNTIL, SHEET_DAY = date(2025, 12, 1), date(2027, 12, 1), date(2026, 2, 15)


@pytest.fixture
def bo(hire: Hire, egernet: int) -> int:
    return hire("Bo Skov", egernet)


@pytest.fixture
def aid(ids: dict[str, int]) -> int:
    return ids["foerstehjaelp"]


def counted(competence: CompetenceService, who: int, aid: int, day: date = TODAY) -> Assessed:
    found = competence.facts(day).holding(who, aid).counted
    assert found is not None
    return found


def test_a_certificate_entered_after_the_sheet_counts_with_its_own_day_and_lapses(
    competence: CompetenceService, bo: int, aid: int, assess: Assess
) -> None:
    assess(bo, "foerstehjaelp", 3, SHEET_DAY)
    assess(bo, "foerstehjaelp", 3, COURSE_DAY, Source.COURSE, valid_until=UNTIL)
    found = counted(competence, bo, aid)
    assert (found.day, found.source, found.valid_until) == (COURSE_DAY, Source.COURSE, UNTIL)
    assert [competence.facts(day).level(bo, aid) for day in (UNTIL, date(2027, 12, 2))] == [3, 0]


def test_before_the_certificate_was_earned_nothing_stands_beside_the_sheet(
    competence: CompetenceService, bo: int, aid: int, assess: Assess
) -> None:
    assess(bo, "foerstehjaelp", 3, date(2025, 1, 5))
    assess(bo, "foerstehjaelp", 3, COURSE_DAY, valid_until=UNTIL)
    assert counted(competence, bo, aid, date(2025, 6, 1)).valid_until is None


@pytest.mark.parametrize("news", ["nej", "lapsed"])
def test_told_after_a_no_or_after_it_lapsed_to_have_it_is_news(
    competence: CompetenceService, bo: int, aid: int, assess: Assess, news: str
) -> None:
    assess(bo, "foerstehjaelp", 3, COURSE_DAY, valid_until=date(2026, 1, 10) if news == "lapsed" else UNTIL)
    if news == "nej":
        assess(bo, "foerstehjaelp", 0, date(2026, 1, 10))
    assess(bo, "foerstehjaelp", 3, SHEET_DAY)
    found = counted(competence, bo, aid)
    assert (found.day, found.valid_until) == (SHEET_DAY, None)


def test_her_own_date_says_nothing_of_what_others_told(
    competence: CompetenceService, bo: int, aid: int, assess: Assess
) -> None:
    assess(bo, "foerstehjaelp", 3, COURSE_DAY, Source.SELF, valid_until=UNTIL)
    assess(bo, "foerstehjaelp", 3, SHEET_DAY)
    assert counted(competence, bo, aid).valid_until is None


def test_the_date_is_taken_away_where_it_was_written(
    competence: CompetenceService, bo: int, aid: int, assess: Assess
) -> None:
    written = assess(bo, "foerstehjaelp", 3, COURSE_DAY, valid_until=UNTIL)
    assess(bo, "foerstehjaelp", 3, SHEET_DAY)
    competence.change_assessment(written, AssessmentDraft(bo, aid, 3, COURSE_DAY))
    assert counted(competence, bo, aid).day == SHEET_DAY


def test_a_certificate_that_ends_before_its_own_day_is_asked_about(
    competence: CompetenceService, bo: int, aid: int, assess: Assess
) -> None:
    with pytest.raises(UserProblem, match=r"^Det er før 12\. marts 2026, som vurderingen er fra\.") as problem:
        assess(bo, "foerstehjaelp", 3, valid_until=date(2020, 3, 31))
    assert problem.value.field == "valid_until"
    assert competence.history(bo) == ()
    written = assess(bo, "foerstehjaelp", 3, valid_until=TODAY)
    with pytest.raises(UserProblem, match=r"^Det er før"):
        competence.change_assessment(written, AssessmentDraft(bo, aid, 3, TODAY, valid_until=COURSE_DAY))


def test_what_a_sheet_told_as_lapsed_can_have_a_note(competence: CompetenceService, bo: int, aid: int) -> None:
    competence.paste("01-12-2025", [bo], [aid])
    found = counted(competence, bo, aid)
    assert found.lapsed(TODAY)
    competence.change_assessment(
        found.id, AssessmentDraft(bo, aid, 3, TODAY, valid_until=COURSE_DAY, note="Kursus 4. maj")
    )
    assert counted(competence, bo, aid).note == "Kursus 4. maj"
