"""The fictional house's tasks: in every state, with those a leader has to see to this week."""

from datetime import datetime, timedelta

import pytest

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.states import Part, State
from dagleder.tasks.suggestion import Direction, Why
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def tasks(demo_services):
    return demo_services.tasks.tasks(ended=True)


def test_there_are_tasks_in_every_state(tasks):
    assert {task.state for task in tasks} == set(State)
    assert len([task for task in tasks if not task.ended]) >= 10


def test_one_is_over_its_deadline_some_are_due_today_and_some_this_week(tasks):
    due = [task.due for task in tasks if not task.ended and task.due]
    assert sum(day < TODAY for day in due) == 1
    assert sum(day == TODAY for day in due) == 2
    assert sum(TODAY < day <= TODAY + timedelta(days=4) for day in due) == 3


def test_some_are_the_leaders_own_some_given_and_some_nobodys(tasks):
    still = [task for task in tasks if not task.ended]
    assert (sum(task.own for task in still), sum(task.unassigned for task in still)) == (6, 2)
    assert sum(task.delegated for task in still) > 10


def test_checklists_are_half_done_and_follow_ups_wait(tasks):
    assert any(task.progress and 0 < task.progress < 1 for task in tasks)
    waiting = [task.next_follow_up.day for task in tasks if task.next_follow_up]
    assert any(day <= TODAY for day in waiting)
    assert any(each.answer for task in tasks for each in task.follow_ups)


def test_somebody_learns_along_and_somebody_is_the_one_to_turn_to(tasks):
    assert {person.part for task in tasks for person in task.people} == set(Part)


def test_one_that_comes_again_was_done_and_is_laid_for_the_next_year(tasks):
    done, coming = (task for task in tasks if task.title.startswith("Bedsteforældredag"))
    assert (done.state, coming.state) == (State.DONE, State.OPEN)
    assert coming.repeats_id == done.id
    assert coming.due > TODAY


def test_nothing_was_done_or_given_before_it_came_up(tasks):
    for task in tasks:
        days = [task.ended_on, *(step.done_on for step in task.steps), *(person.since for person in task.people)]
        assert not [day for day in days if day and not task.added_on <= day <= TODAY]


@pytest.mark.parametrize("day", [datetime(2026, 1, 1), datetime(2026, 5, 16), datetime(2028, 2, 29)])
def test_on_any_day_one_is_late_and_some_are_waiting(tmp_path, day):
    services = app.create_demo_house(tmp_path / "Solsikken.dagleder", secret=None, clock=FixedClock(day))
    assert services.tasks is not None
    due = [task.due for task in services.tasks.tasks() if task.due]
    assert sum(each < day.date() for each in due) == 1
    services.close()


def test_four_were_given_by_the_criteria_with_a_reason_in_all_three_directions(demo_services, tasks):
    given = [each for task in tasks for each in demo_services.delegation.delegations(task.id)]
    assert len({each.task_id for each in given}) == 4
    assert {each.direction for each in given} == set(Direction)
    assert all(each.reason and set(each.values) == set(Criterion) for each in given)
    assert all(0 <= valued.value <= 4 for each in given for valued in each.values.values())
    nanna = next(each for each in given if each.called == "Nanna").values[Criterion.COMPETENCE]
    assert (nanna.value, nanna.fact) == (1, "TRAS 2 (kræver 4)")


def test_there_is_experience_from_before_the_program(demo_services):
    earlier = demo_services.tasks.earlier()
    assert len(earlier) == 7
    assert all(each.first < TODAY for each in earlier)


def test_a_task_that_nobody_has_could_go_to_somebody(demo_services, tasks):
    waiting = next(task for task in tasks if task.title == "Ny koordinator for sprogvurderinger")
    suggestion = demo_services.delegation.suggest(waiting.id)
    assert {"Karen", "Rikke"} <= {each.called for each in suggestion.candidates}
    assert any(each.why is Why.ROLE for each in suggestion.left_out)
    assert any(each.why is Why.NEED for each in suggestion.left_out)


def test_no_task_names_a_time_of_the_year_as_its_days_are_counted_from_today(demo_services):
    titles = " ".join(task.title for task in demo_services.tasks.tasks(ended=True)).casefold()
    seasons = ("forår", "sommer", "efterår", "vinter", "jul", "påske", "fastelavn", "hans")
    assert [season for season in seasons if season in titles] == []
