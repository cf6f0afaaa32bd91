"""What is found of somebody: kept as history, the newest counts, each change a step that can be undone."""

from datetime import date, timedelta

import pytest

from dagleder import app
from dagleder.base.errors import UserProblem
from dagleder.competence.drafts import AssessmentDraft, GoalDraft
from dagleder.competence.functions import held_or_not
from dagleder.competence.levels import Source, Wish
from dagleder.competence.service import CompetenceService
from tests.competence.conftest import TODAY, Assess, Hire

LAST_WEEK, LAST_YEAR = TODAY - timedelta(days=7), TODAY - timedelta(days=365)
Ids = dict[str, int]


@pytest.fixture
def bo(hire: Hire, egernet: int) -> int:
    return hire("Bo Skov", egernet)


def test_the_newest_assessment_counts_and_the_older_ones_stay(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    assess(bo, "tras", 3, LAST_WEEK)
    assess(bo, "tras", 1, LAST_YEAR)
    assert competence.facts().level(bo, ids["tras"]) == 3
    assert [each.level for each in competence.history(bo, ids["tras"])] == [3, 1]
    assert competence.facts(LAST_WEEK - timedelta(days=1)).level(bo, ids["tras"]) == 1
    assert competence.facts(LAST_YEAR - timedelta(days=1)).level(bo, ids["tras"]) == 0


def test_her_own_view_stands_beside_and_counts_only_where_it_is_alone(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    assess(bo, "tras", 4, source=Source.SELF)
    assert competence.facts().level(bo, ids["tras"]) == 4
    assess(bo, "tras", 2, LAST_WEEK, source=Source.TALK)
    held = competence.facts().holding(bo, ids["tras"])
    assert (held.counted and held.counted.level, held.own and held.own.level) == (2, 4)


def test_a_step_is_told_in_the_leaders_words_and_undone(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    assess(bo, "sprogvurdering", 3)
    assert house.database.undo_name() == "Sæt Sprogvurdering til 3 for Bo"
    house.database.undo()
    assert competence.facts().level(bo, ids["sprogvurdering"]) == 0
    assert competence.history(bo) == ()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("brand", 3, None), "Bo er brandansvarlig"),
        (("brand", 0, None), "Bo er ikke brandansvarlig"),
        (("amr", 3, None), "Bo er arbejdsmiljørepræsentant"),
        (("foerstehjaelp", 3, date(2027, 3, 18)), "Bo har Førstehjælp til 18. marts 2027"),
        (("foerstehjaelp", 0, None), "Bo har ikke Førstehjælp"),
    ],
)
def test_a_function_is_what_somebody_is_and_a_certificate_what_somebody_has(
    house: app.Services, bo: int, assess: Assess, said: tuple[str, int, date | None], told: str
) -> None:
    key, level, until = said
    assess(bo, key, level, valid_until=until)
    assert house.database.undo_name() == told


def test_what_cannot_be_half_is_said_as_one_says_it(competence: CompetenceService, ids: Ids) -> None:
    said = [held_or_not(competence.competence(ids[key])) for key in ("brand", "foerstehjaelp")]
    assert said == [
        "Brandansvarlig er man, eller man er det ikke",
        "Førstehjælp har man, eller man har det ikke",
    ]


def test_a_slip_of_the_finger_leaves_one_assessment_of_the_day(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    first = assess(bo, "tras", 2)
    assert assess(bo, "tras", 3) == first
    assert [each.level for each in competence.history(bo, ids["tras"])] == [3]
    house.database.undo()
    assert [each.level for each in competence.history(bo, ids["tras"])] == [2]


def test_what_is_entered_last_counts_also_when_a_course_was_entered_the_same_day(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    assess(bo, "tras", 1)
    assess(bo, "tras", 3, source=Source.COURSE)
    assess(bo, "tras", 2)
    assert competence.facts().level(bo, ids["tras"]) == 2
    assert [(each.level, each.source) for each in competence.history(bo)] == [(2, Source.LEADER), (3, Source.COURSE)]


@pytest.mark.parametrize("level", [1, 2, 4])
def test_a_certificate_is_held_or_not(level: int, bo: int, assess: Assess) -> None:
    with pytest.raises(UserProblem, match="har man, eller man har det ikke") as problem:
        assess(bo, "foerstehjaelp", level)
    assert problem.value.field == "level"


def test_a_certificate_counts_through_its_last_day_and_not_the_day_after(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    assess(bo, "foerstehjaelp", 3, valid_until=TODAY)
    first_aid = ids["foerstehjaelp"]
    assert competence.facts().can_alone(bo, first_aid)
    tomorrow = competence.facts(TODAY + timedelta(days=1))
    counted = tomorrow.holding(bo, first_aid).counted
    assert tomorrow.level(bo, first_aid) == 0
    assert counted is not None
    assert counted.level == 3


def test_a_year_mistyped_is_asked_about(bo: int, assess: Assess) -> None:
    with pytest.raises(UserProblem, match="årstallet er rigtigt"):
        assess(bo, "tras", 3, date(1926, 3, 12))


def test_nobody_is_assessed_on_a_day_that_has_not_come(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(UserProblem, match=r"^Vælg en dag, der er kommet\.$") as problem:
        assess(bo, "tras", 3, tomorrow)
    assert problem.value.field == "day"
    with pytest.raises(UserProblem, match="der er kommet"):
        competence.assess_many([AssessmentDraft(bo, ids["tras"], 3, tomorrow)], "Indsæt")
    known = assess(bo, "tras", 3)
    with pytest.raises(UserProblem, match="der er kommet"):
        competence.change_assessment(known, AssessmentDraft(bo, ids["tras"], 3, tomorrow))
    assert [each.day for each in competence.history(bo)] == [TODAY]


def test_many_are_one_step_and_what_is_known_is_left_out(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int, hire: Hire
) -> None:
    eva = hire("Eva Lund")
    drafts = [AssessmentDraft(who, ids[key], 3, TODAY) for who in (bo, eva) for key in ("tras", "topi")]
    steps = len(house.database.history())
    assert len(competence.assess_many(drafts[:3], "Indsæt 3 vurderinger")) == 3
    assert len(competence.assess_many(drafts, "Indsæt 4 vurderinger")) == 1
    assert competence.assess_many(drafts, "Indsæt igen") == ()
    assert [step.name for step in house.database.history()[: -steps or None]] == [
        "Indsæt 4 vurderinger",
        "Indsæt 3 vurderinger",
    ]


def test_of_several_from_one_source_about_the_same_day_the_last_one_holds(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    assess(bo, "tras", 2)
    said = [(3, Source.LEADER), (4, Source.SELF), (1, Source.LEADER), (2, Source.LEADER), (3, Source.SELF)]
    drafts = [AssessmentDraft(bo, ids["tras"], level, TODAY, source) for level, source in said]
    competence.assess_many(drafts, "Indsæt")
    assert {(each.source, each.level) for each in competence.history(bo)} == {(Source.LEADER, 2), (Source.SELF, 3)}
    mixed = [AssessmentDraft(bo, ids["topi"], level, TODAY, source) for level, source in said[:3]]
    assert len(competence.assess_many(mixed, "Indsæt")) == 2
    assert competence.facts().level(bo, ids["topi"]) == 1


def test_nobody_is_assessed_when_one_of_them_is_gone(competence: CompetenceService, ids: Ids, bo: int) -> None:
    drafts = [AssessmentDraft(who, ids["tras"], 3, TODAY) for who in (bo, 999)]
    with pytest.raises(UserProblem, match="findes ikke længere"):
        competence.assess_many(drafts, "Indsæt")
    assert competence.history(bo) == ()


def test_a_goal_that_is_reached_ends_in_the_same_step_and_undo_brings_it_back(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    competence.set_goal(GoalDraft(bo, ids["tras"], 3))
    assess(bo, "tras", 3, source=Source.SELF)
    assert competence.facts().holding(bo, ids["tras"]).goal is not None
    assess(bo, "tras", 3)
    (goal,) = competence.goals(bo)
    assert (goal.reached, goal.ended_on) == (True, TODAY)
    assert competence.facts().holding(bo, ids["tras"]).goal is None
    house.database.undo()
    (goal,) = competence.goals(bo)
    assert (goal.reached, goal.ended_on) == (False, None)


def test_a_goal_reached_by_a_slip_is_open_again_when_it_is_mended(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    competence.set_goal(GoalDraft(bo, ids["tras"], 3))
    found = assess(bo, "tras", 3)
    assess(bo, "tras", 2)
    assert [goal.reached for goal in competence.goals(bo)] == [False]
    assess(bo, "tras", 4)
    competence.remove_assessment(found)
    assert [goal.ended_on for goal in competence.goals(bo)] == [None]


def test_a_wish_holds_from_its_day_until_it_is_taken_back(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int
) -> None:
    competence.set_wish(bo, ids["tras"], Wish.DEVELOP)
    competence.set_wish(bo, ids["tras"], Wish.USE, Source.TALK)
    assert [(each.wish, each.source) for each in competence.wishes(bo)] == [(Wish.USE, Source.TALK)]
    competence.set_wish(bo, ids["tras"], None)
    assert competence.wishes(bo) == ()
    house.database.undo()
    assert [each.wish for each in competence.wishes(bo)] == [Wish.USE]
