"""Tasks on a real house: kept as entered, each change one step that can be taken back. Today is 12 March 2026."""

from dataclasses import replace

import pytest

from dagleder.base.errors import UserProblem
from dagleder.tasks.drafts import Origin, PersonDraft, StepDraft, TaskDraft
from dagleder.tasks.needs import Need
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.states import Mandate, Part, State
from tests.conftest import NOW
from tests.queries import count_queries
from tests.storage.houses import dump
from tests.tasks.make import day

TODAY = NOW.date()


@pytest.fixture
def language(services):
    """The competence Sprogvurdering."""
    return next(each.id for each in services.competence.competences() if each.key == "sprogvurdering")


@pytest.fixture
def whole(hire, kinds, language):
    """A draft with everything a task can have."""
    otto, thea = hire("Otto Kærvig", "P", 1), hire("Thea Birkemark", "PA", 2)
    return TaskDraft(
        title="Legepladseftersyn, forår",
        kind_id=kinds["praktisk"].id,
        description="Gynger og sand.\nHusk hegnet.",
        team_id=1,
        theme="Natur",
        first=day("2/3"),
        due=day("31/3"),
        minutes=150,
        weekly=True,
        mandate=Mandate.PROPOSE,
        needs=(Need(language, 2), Need(language + 1, 3, must=False)),
        origin=Origin("Personalemøde 24. februar", "meetings", 7),
        steps=(StepDraft("Gynger"), StepDraft("Hegn")),
        people=(PersonDraft(otto), PersonDraft(thea, Part.LEARNER)),
        repeat=Repeat(3, Unit.MONTHS),
    )


def test_a_task_is_kept_as_it_was_entered(tasks, whole):
    task = tasks.task(tasks.add(whole))
    kept = replace(whole, steps=tuple(StepDraft(step.text, step.id) for step in task.steps))
    assert task.draft() == replace(kept, repeat=Repeat(3, Unit.MONTHS, 31))
    assert (task.state, task.added_on, task.team_name, task.kind.name) == (
        State.OPEN,
        TODAY,
        "Egernet",
        "Praktisk opgave",
    )
    assert [(each.called, each.since) for each in task.people] == [("Otto", TODAY), ("Thea", TODAY)]


def test_what_is_entered_again_unchanged_leaves_no_step(tasks, services, whole):
    task_id = tasks.add(whole)
    tasks.change(task_id, tasks.task(task_id).draft())
    assert services.database.undo_name() == "Ny opgave: Legepladseftersyn, forår"


def test_a_task_asks_for_what_its_kind_asks_for_unless_told_otherwise(tasks, add, kinds, language):
    kind = kinds["sprogvurdering"]
    assert tasks.task(add(kind_id=kind.id)).needs == (Need(language, 3),)
    assert tasks.task(add(kind_id=kind.id, needs=())).needs == ()
    assert [need.text for need in tasks.task(add(kind_id=kind.id)).needs] == ["Sprogvurdering 3+"]


def test_a_task_changed_keeps_the_ticks_of_the_lines_that_stay(tasks, whole):
    task_id = tasks.add(whole)
    first, second = tasks.task(task_id).steps
    tasks.tick(task_id, second.id)
    lines = (StepDraft("Hegnet", second.id), StepDraft("Sand"))
    tasks.change(task_id, replace(tasks.task(task_id).draft(), steps=lines))
    assert [(step.text, step.done_on) for step in tasks.task(task_id).steps] == [("Hegnet", TODAY), ("Sand", None)]
    assert first.id not in {step.id for step in tasks.task(task_id).steps}


def test_with_the_first_line_ticked_the_task_has_begun(tasks, add):
    task_id = add(steps=(StepDraft("Gynger"), StepDraft("Hegn")))
    step = tasks.task(task_id).steps[0]
    tasks.tick(task_id, step.id)
    assert (tasks.task(task_id).state, tasks.task(task_id).progress) == (State.STARTED, 0.5)
    tasks.tick(task_id, step.id, done=False)
    assert (tasks.task(task_id).state, tasks.task(task_id).progress) == (State.STARTED, 0)


def test_a_line_of_another_task_is_not_ticked_under_this_one(tasks, add):
    with_step, other = add(steps=(StepDraft("Gynger"),)), add("Nyhedsbrev")
    with pytest.raises(UserProblem):
        tasks.tick(other, tasks.task(with_step).steps[0].id)


def test_a_follow_up_waits_until_it_is_answered(tasks, add):
    task_id = add(due=day("1/5"))
    later = tasks.follow_up(task_id, day("1/4"), "Er der bestilt sand?")
    sooner = tasks.follow_up(task_id, day("20/3"))
    assert tasks.task(task_id).next_follow_up.id == sooner
    tasks.answer_follow_up(task_id, sooner, "Ja, det kommer mandag.")
    answered, waiting = tasks.task(task_id).follow_ups
    assert (answered.answer, answered.done_on) == ("Ja, det kommer mandag.", TODAY)
    assert tasks.task(task_id).next_follow_up == waiting
    assert (waiting.id, waiting.text) == (later, "Er der bestilt sand?")


def test_the_course_of_a_task(tasks, add):
    task_id = add()
    tasks.start(task_id)
    assert tasks.task(task_id).state is State.STARTED
    tasks.finish(task_id)
    assert (tasks.task(task_id).state, tasks.task(task_id).ended_on) == (State.DONE, TODAY)
    tasks.reopen(task_id)
    assert (tasks.task(task_id).state, tasks.task(task_id).ended_on) == (State.STARTED, None)
    tasks.drop(task_id)
    assert (tasks.task(task_id).state, tasks.tasks()) == (State.DROPPED, ())
    with pytest.raises(UserProblem, match="allerede droppet"):
        tasks.drop(task_id)


def test_those_that_ended_are_read_only_when_asked_for(tasks, add):
    done, going = add("Færdig"), add("I gang")
    tasks.finish(done)
    assert [task.id for task in tasks.tasks()] == [going]
    assert {task.id for task in tasks.tasks(ended=True)} == {done, going}


def test_a_removed_task_is_gone_with_all_that_belongs_to_it(tasks, services, whole):
    kept = dump(services.database)
    task_id = tasks.add(whole)
    tasks.follow_up(task_id, TODAY)
    tasks.remove(task_id)
    assert dump(services.database) == kept
    with pytest.raises(UserProblem, match="findes ikke længere"):
        tasks.task(task_id)


@pytest.mark.parametrize(
    ("deed", "name"),
    [
        (lambda tasks, task: tasks.change(task.id, replace(task.draft(), title="Hegn", steps=())), "Ret opgaven Hegn"),
        (lambda tasks, task: tasks.start(task.id), "Begynd på Legepladseftersyn, forår"),
        (lambda tasks, task: tasks.finish(task.id), "Færdig: Legepladseftersyn, forår"),
        (lambda tasks, task: tasks.drop(task.id), "Drop Legepladseftersyn, forår"),
        (lambda tasks, task: tasks.keep(task.id), "Behold Legepladseftersyn, forår selv"),
        (lambda tasks, task: tasks.take_back(task.id), "Tag Legepladseftersyn, forår tilbage"),
        (
            lambda tasks, task: tasks.tick(task.id, task.steps[0].id),
            "Afkryds “Gynger” i Legepladseftersyn, forår",
        ),
        (
            lambda tasks, task: tasks.follow_up(task.id, day("1/4")),
            "Opfølgning på Legepladseftersyn, forår 1. april",
        ),
        (lambda tasks, task: tasks.remove(task.id), "Slet opgaven Legepladseftersyn, forår"),
    ],
)
def test_undo_gives_the_very_same_house(tasks, services, whole, deed, name):
    task = tasks.task(tasks.add(whole))
    before = dump(services.database)
    deed(tasks, task)
    assert services.database.undo_name() == name
    assert dump(services.database) != before
    services.database.undo()
    assert dump(services.database) == before


def test_a_list_of_many_tasks_asks_no_more_often_than_one_of_few(tasks, whole):
    tasks.add(whole)
    few = count_queries(tasks.tasks)
    for _ in range(20):
        tasks.add(whole)
    assert count_queries(tasks.tasks) == few


def test_a_task_is_not_laid_on_a_stue_that_is_closed_but_one_there_can_be_changed(tasks, services, add):
    task_id = add(team_id=1)
    services.settings.close_team(1, TODAY)
    with pytest.raises(UserProblem, match="Stuen er lukket"):
        add(team_id=1)
    tasks.change(task_id, replace(tasks.task(task_id).draft(), title="Hegn"))
    assert tasks.task(task_id).title == "Hegn"
