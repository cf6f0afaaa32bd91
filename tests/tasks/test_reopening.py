"""A task that comes again, opened again: the next one is there once, and what has been done with it is kept."""

from dataclasses import replace

import pytest

from dagleder.base.errors import UserProblem
from dagleder.tasks.drafts import PersonDraft, StepDraft
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.states import State
from tests.tasks.make import day

MONTHLY = Repeat(1, Unit.MONTHS)


@pytest.fixture
def finished(tasks, add, hire):
    """Otto's task of every month is done, and the next one is laid."""
    otto = PersonDraft(hire("Otto Kærvig", "P", 1))
    steps = StepDraft("Gynger"), StepDraft("Sand")
    task_id = add(first=day("10/3"), due=day("13/3"), repeat=MONTHLY, people=(otto,), steps=steps)
    tasks.finish(task_id)
    return task_id


def following(tasks, task_id):
    return next((each for each in tasks.tasks(ended=True) if each.repeats_id == task_id), None)


def test_the_next_one_is_withdrawn_in_the_same_step(services, tasks, finished):
    after = following(tasks, finished)
    assert tasks.untouched_next(finished) == after
    tasks.reopen(finished)
    assert [(each.id, each.state) for each in tasks.tasks(ended=True)] == [(finished, State.OPEN)]
    services.database.undo()
    assert (tasks.task(finished).state, following(tasks, finished)) == (State.DONE, after)


def test_done_again_it_is_laid_again(tasks, finished):
    tasks.reopen(finished)
    tasks.finish(finished)
    assert [each.due for each in tasks.tasks()] == [day("13/4")]


@pytest.mark.parametrize(
    "touch",
    [
        lambda tasks, after: tasks.start(after.id),
        lambda tasks, after: tasks.tick(after.id, after.steps[0].id),
        lambda tasks, after: tasks.follow_up(after.id, day("1/4")),
        lambda tasks, after: tasks.take_back(after.id),
        lambda tasks, after: tasks.change(after.id, replace(after.draft(), due=day("14/4"))),
        lambda tasks, after: tasks.finish(after.id),
    ],
    ids=["begun", "ticked", "followed up", "taken back", "moved", "done"],
)
def test_a_next_one_with_which_something_was_done_stays(tasks, finished, touch):
    after = following(tasks, finished)
    touch(tasks, after)
    assert tasks.untouched_next(finished) is None
    tasks.reopen(finished)
    assert tasks.task(after.id).repeats_id == finished
    tasks.finish(finished)
    assert [each.id for each in tasks.tasks(ended=True) if each.repeats_id == finished] == [after.id]


@pytest.mark.parametrize("end", ["finish", "drop"])
@pytest.mark.parametrize("ticked", [True, False])
def test_it_is_as_far_as_it_was_before_it_ended(tasks, add, end, ticked):
    task_id = add(steps=(StepDraft("Gynger"), StepDraft("Sand")))
    if ticked:
        tasks.tick(task_id, tasks.task(task_id).steps[0].id)
    else:
        tasks.start(task_id)
    before = tasks.task(task_id)
    getattr(tasks, end)(task_id)
    tasks.reopen(task_id)
    assert tasks.task(task_id) == before
    assert before.state is State.STARTED


def test_one_that_was_not_begun_is_not_begun_and_an_open_one_cannot_be_opened(tasks, add):
    task_id = add()
    tasks.finish(task_id)
    tasks.reopen(task_id)
    assert tasks.task(task_id).state is State.OPEN
    with pytest.raises(UserProblem, match="allerede åben: ikke startet"):
        tasks.reopen(task_id)
