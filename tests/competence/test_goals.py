"""What people have agreed to reach, and assessments that had been entered wrongly."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.base.errors import UserProblem
from dagleder.competence.drafts import AssessmentDraft, GoalDraft
from dagleder.competence.levels import Source
from dagleder.competence.service import CompetenceService
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from tests.competence.conftest import TODAY, Assess, Hire
from tests.queries import count_queries

Ids = dict[str, int]


@pytest.fixture
def bo(hire: Hire) -> int:
    return hire("Bo Skov")


def test_two_have_one_open_goal_and_it_can_be_changed(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int
) -> None:
    goal = competence.set_goal(GoalDraft(bo, ids["tras"], 3))
    assert competence.set_goal(GoalDraft(bo, ids["tras"], 4, due=date(2026, 9, 1), note="Efter kurset")) == goal
    (found,) = competence.goals(bo)
    assert (found.level, found.due, found.note, found.agreed_on) == (4, date(2026, 9, 1), "Efter kurset", TODAY)
    assert house.database.undo_name() == "Aftal mål for Bo: TRAS på 4"


def test_a_goal_given_up_is_kept_and_a_new_one_may_be_agreed(competence: CompetenceService, ids: Ids, bo: int) -> None:
    competence.end_goal(competence.set_goal(GoalDraft(bo, ids["tras"], 3)), reached=False)
    assert competence.facts().holding(bo, ids["tras"]).goal is None
    competence.set_goal(GoalDraft(bo, ids["tras"], 4))
    assert [(goal.level, goal.ended_on, goal.reached) for goal in competence.goals(bo)] == [
        (4, None, False),
        (3, TODAY, False),
    ]


def test_a_goal_that_is_reached_already_is_refused(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    assess(bo, "tras", 3)
    with pytest.raises(UserProblem, match="Bo er allerede på 3"):
        competence.set_goal(GoalDraft(bo, ids["tras"], 3))
    yesterday = TODAY - timedelta(days=1)
    assess(bo, "foerstehjaelp", 3, yesterday, valid_until=yesterday)
    competence.set_goal(GoalDraft(bo, ids["foerstehjaelp"], 3))


@pytest.mark.parametrize(
    "draft", [GoalDraft(1, 1, 0), GoalDraft(1, 1, 5), GoalDraft(1, 1, 3, due=TODAY - timedelta(days=1))]
)
def test_a_goal_nobody_can_reach_is_refused(draft: GoalDraft) -> None:
    with pytest.raises(UserProblem):
        draft.check(certificate=False, today=TODAY)


def test_a_lapsed_certificate_reaches_no_goal(competence: CompetenceService, ids: Ids, bo: int, assess: Assess) -> None:
    competence.set_goal(GoalDraft(bo, ids["foerstehjaelp"], 3))
    competence.paste("11-03-2026", [bo], [ids["foerstehjaelp"]])
    assert [goal.reached for goal in competence.goals(bo)] == [False]
    assess(bo, "foerstehjaelp", 3, valid_until=TODAY)
    assert [goal.reached for goal in competence.goals(bo)] == [True]


def test_what_was_found_before_the_goal_was_agreed_does_not_reach_it(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    competence.set_goal(GoalDraft(bo, ids["tras"], 3))
    assess(bo, "tras", 3, TODAY - timedelta(days=1))
    assert [goal.reached for goal in competence.goals(bo)] == [False]


def test_an_assessment_of_another_day_or_source_is_moved(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    found, tras, earlier = assess(bo, "tras", 3), ids["tras"], TODAY - timedelta(days=30)
    competence.change_assessment(found, AssessmentDraft(bo, tras, 2, earlier, Source.COURSE, evidence="Kursusbevis"))
    (moved,) = competence.history(bo)
    assert (moved.level, moved.day, moved.source, moved.evidence) == (2, earlier, Source.COURSE, "Kursusbevis")
    assert house.database.undo_name() == "Ret vurdering af TRAS for Bo"
    house.database.undo()
    assert [(each.id, each.level) for each in competence.history(bo)] == [(found, 3)]


def test_a_note_is_taken_out_by_changing_the_assessment(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    found = assess(bo, "tras", 3, note="Forkert person")
    competence.change_assessment(found, AssessmentDraft(bo, ids["tras"], 3, TODAY))
    assert [(each.id, each.note) for each in competence.history(bo)] == [(found, "")]


def test_what_is_undone_meanwhile_is_told(competence: CompetenceService, ids: Ids, bo: int) -> None:
    for ask in (
        lambda: competence.remove_assessment(99),
        lambda: competence.change_assessment(99, AssessmentDraft(bo, ids["tras"], 3, TODAY)),
        lambda: competence.end_goal(99, reached=True),
        lambda: competence.competence(999),
        lambda: competence.assess(AssessmentDraft(99, ids["tras"], 3, TODAY)),
        lambda: competence.assess_many([AssessmentDraft(bo, 999, 3, TODAY)], "Indsæt"),
        lambda: competence.set_wanted({(999, HOUSE): 1}),
        lambda: competence.set_wanted({(ids["tras"], Place(team_id=99)): 1}),
        lambda: competence.set_wanted({(ids["tras"], Place(site_id=99)): 1}),
    ):
        with pytest.raises(UserProblem, match="findes ikke længere"):
            ask()


def test_the_facts_cost_as_many_questions_for_many_as_for_one(
    competence: CompetenceService, hire: Hire, bo: int, assess: Assess
) -> None:
    assess(bo, "tras", 3)
    one = count_queries(competence.facts)
    for number in range(8):
        assess(hire(f"Eva {number}"), "topi", 2)
    assert count_queries(competence.facts) == one


def test_a_goal_given_up_does_not_bring_back_the_one_before_it(
    competence: CompetenceService, ids: Ids, bo: int, assess: Assess
) -> None:
    first = competence.set_goal(GoalDraft(bo, ids["tras"], 3))
    reached_by = assess(bo, "tras", 3)
    second = competence.set_goal(GoalDraft(bo, ids["tras"], 4))
    competence.end_goal(second, reached=False)
    competence.remove_assessment(reached_by)
    assert {goal.id: goal.ended_on for goal in competence.goals(bo)} == {first: TODAY, second: TODAY}
    assert competence.facts().holding(bo, ids["tras"]).goal is None


_DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["assess", "change", "remove", "agree", "give up"]), st.integers(1, 4), st.integers(0, 2)
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_DEEDS)
def test_whatever_is_assessed_agreed_and_given_up_two_have_one_open_goal_at_most(
    competence: CompetenceService, ids: Ids, hire: Hire, deeds: list[tuple[str, int, int]]
) -> None:
    bo = hire("Bo Skov")
    for deed, level, ago in deeds:
        with suppress(UserProblem):
            _do(competence, AssessmentDraft(bo, ids["tras"], level, TODAY - timedelta(days=ago)), deed)
        still_open = [goal for goal in competence.goals(bo) if goal.ended_on is None or goal.ended_on > TODAY]
        assert len(still_open) <= 1
        assert competence.facts().holding(bo, ids["tras"]).goal == (still_open[0] if still_open else None)


def _do(competence: CompetenceService, draft: AssessmentDraft, deed: str) -> None:
    known, goals = competence.history(draft.employee_id), competence.goals(draft.employee_id)
    if deed == "assess":
        competence.assess(draft)
    elif deed == "agree":
        competence.set_goal(GoalDraft(draft.employee_id, draft.competence_id, draft.level))
    elif deed == "give up" and goals:
        competence.end_goal(goals[0].id, reached=False)
    elif deed == "change" and known:
        competence.change_assessment(known[0].id, draft)
    elif deed == "remove" and known:
        competence.remove_assessment(known[-1].id)


def test_a_goal_ends_on_the_day_it_is_entered_as_reached_and_opens_when_nothing_meets_it_any_more(
    house: app.Services, competence: CompetenceService, ids: Ids, bo: int
) -> None:
    assert house.presence is not None
    before = FixedClock(datetime(2026, 2, 1, 9))
    CompetenceService(house.database, before, house.presence).set_goal(GoalDraft(bo, ids["tras"], 3))
    found = AssessmentDraft(bo, ids["tras"], 3, TODAY - timedelta(days=20))
    first, second = competence.assess(found), competence.assess(replace(found, source=Source.COURSE))
    assert [(goal.ended_on, goal.reached) for goal in competence.goals(bo)] == [(TODAY, True)]
    competence.remove_assessment(first)
    assert [(goal.ended_on, goal.reached) for goal in competence.goals(bo)] == [(TODAY, True)]
    competence.remove_assessment(second)
    assert [(goal.ended_on, goal.reached) for goal in competence.goals(bo)] == [(None, False)]


@pytest.mark.parametrize(("reached", "told"), [(True, "nået"), (False, "opgivet")])
def test_how_a_goal_ended_is_not_changed(
    competence: CompetenceService, ids: Ids, bo: int, *, reached: bool, told: str
) -> None:
    goal = competence.set_goal(GoalDraft(bo, ids["tras"], 3))
    competence.end_goal(goal, reached=reached)
    with pytest.raises(UserProblem, match=f"Målet er allerede {told}"):
        competence.end_goal(goal, reached=not reached)
    assert [each.reached for each in competence.goals(bo)] == [reached]


def test_an_assessment_entered_under_the_wrong_competence_or_person_is_moved(
    competence: CompetenceService, ids: Ids, bo: int, hire: Hire, assess: Assess
) -> None:
    found, eva = assess(bo, "tras", 3), hire("Eva Lund")
    competence.change_assessment(found, AssessmentDraft(bo, ids["topi"], 3, TODAY))
    (moved,) = competence.history(bo)
    assert moved.competence_id == ids["topi"]
    competence.change_assessment(moved.id, AssessmentDraft(eva, ids["topi"], 3, TODAY))
    assert (competence.history(bo), [each.level for each in competence.history(eva)]) == ((), [3])
