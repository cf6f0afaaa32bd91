"""Who has a task: given, kept, taken back. Today is 12 March 2026."""

from dataclasses import replace
from datetime import date

import pytest

from dagleder.base.errors import UserProblem
from dagleder.presence.drafts import AbsenceDraft
from dagleder.tasks.delegation import DelegationDraft
from dagleder.tasks.drafts import PersonDraft, StepDraft
from dagleder.tasks.needs import Need
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.states import Part, State
from tests.conftest import NOW
from tests.storage.houses import dump
from tests.tasks.make import day

TODAY = NOW.date()


@pytest.fixture
def otto(hire):
    return hire("Otto Kærvig", "P", 1)


@pytest.fixture
def thea(hire):
    return hire("Thea Birkemark", "PA", 2)


@pytest.fixture
def leader(services, hire):
    """The leader stands in the register under her own name."""
    services.settings.save_house(replace(services.settings.house(), leader_name="Lone Myrtoft"))
    return hire("Lone Myrtoft", "PL")


def test_a_task_is_given_to_one_or_several(tasks, services, add, otto, thea):
    task_id = add()
    assert tasks.task(task_id).unassigned
    tasks.give(task_id, [PersonDraft(otto)])
    assert services.database.undo_name() == "Giv Legepladseftersyn til Otto"
    tasks.give(task_id, [PersonDraft(thea), PersonDraft(otto, Part.PARTNER)])
    assert services.database.undo_name() == "Giv Legepladseftersyn til Thea og Otto"
    assert [(each.employee_id, each.part) for each in tasks.task(task_id).people] == [
        (thea, Part.OWNER),
        (otto, Part.PARTNER),
    ]


def test_who_goes_on_with_a_task_keeps_the_day_since_when(tasks, clock, add, otto, thea, services):
    task_id = add(people=(PersonDraft(otto),))
    later = replace(clock, at=clock.at.replace(day=20))
    type(tasks)(services.database, later).give(task_id, [PersonDraft(otto), PersonDraft(thea)])
    assert [each.since for each in tasks.task(task_id).people] == [TODAY, day("20/3")]


def test_the_leader_keeps_a_task_and_lays_it_down_again(tasks, add, otto):
    task_id = add(people=(PersonDraft(otto),))
    tasks.keep(task_id)
    assert (tasks.task(task_id).own, tasks.task(task_id).people) == (True, ())
    tasks.take_back(task_id)
    assert tasks.task(task_id).unassigned


def test_given_to_the_leader_under_her_own_name_a_task_is_her_own(tasks, services, add, otto, leader):
    task_id = add(people=(PersonDraft(otto),))
    before = dump(services.database)
    tasks.give(task_id, [PersonDraft(leader)])
    assert (tasks.task(task_id).own, tasks.task(task_id).people) == (True, ())
    services.database.undo()
    assert dump(services.database) == before
    assert tasks.task(tasks.add_quick("Nyhedsbrev @lone")).own


def test_together_with_others_the_leader_has_a_part_as_they_have(tasks, add, otto, leader):
    task_id = add()
    tasks.give(task_id, [PersonDraft(otto), PersonDraft(leader, Part.PARTNER)])
    assert not tasks.task(task_id).own
    assert tasks.task(task_id).has(leader)


def test_her_own_task_given_to_somebody_is_hers_no_longer(tasks, add, otto):
    task_id = add(own=True)
    tasks.give(task_id, [PersonDraft(otto)])
    assert not tasks.task(task_id).own


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ([], "Vælg mindst én, der har ansvaret."),
        ([(1, Part.LEARNER)], "Vælg mindst én, der har ansvaret."),
        ([(1, Part.OWNER), (1, Part.PARTNER)], "Den samme medarbejder står der to gange."),
        ([(99, Part.OWNER)], "Medarbejderen findes ikke længere. Måske er det fortrudt eller slettet imens."),
    ],
)
def test_somebody_who_is_there_must_be_responsible(tasks, add, hire, people, sentence):
    hire("Otto Kærvig")
    task_id = add()
    with pytest.raises(UserProblem) as told:
        tasks.give(task_id, [PersonDraft(*each) for each in people])
    assert told.value.sentence == sentence
    assert tasks.task(task_id).unassigned


def test_a_task_is_not_given_to_who_has_left_but_stays_with_who_had_it(tasks, services, add, otto, thea):
    hers, another = add(people=(PersonDraft(otto),)), add("Nyhedsbrev")
    services.staff.leave(otto, day("28/2"))
    with pytest.raises(UserProblem, match=r"Otto Kærvig stoppede 28\. februar 2026"):
        tasks.give(another, [PersonDraft(otto)])
    tasks.give(hers, [PersonDraft(otto), PersonDraft(thea)])
    assert len(tasks.task(hers).people) == 2


def test_done_a_task_that_comes_again_is_laid_anew_in_the_same_step(tasks, services, add, otto, thea):
    people = (PersonDraft(otto), PersonDraft(thea, Part.LEARNER))
    task_id = add(due=day("31/1"), first=day("26/1"), steps=(StepDraft("Gynger"),), people=people, repeat=_MONTHLY)
    tasks.tick(task_id, tasks.task(task_id).steps[0].id)
    before = dump(services.database)
    tasks.finish(task_id)
    (laid,) = tasks.tasks()
    assert (laid.first, laid.due, laid.state, laid.repeats_id) == (day("26/3"), day("31/3"), State.OPEN, task_id)
    assert [(step.text, step.done_on) for step in laid.steps] == [("Gynger", None)]
    assert laid.draft().people == people
    services.database.undo()
    assert dump(services.database) == before
    services.database.redo()
    assert [task.due for task in tasks.tasks()] == [day("31/3")]


_MONTHLY = Repeat(1, Unit.MONTHS)


def test_a_task_that_comes_again_is_laid_once_however_often_it_is_done(tasks, add):
    task_id = add(due=TODAY, repeat=_MONTHLY)
    tasks.finish(task_id)
    tasks.reopen(task_id)
    tasks.finish(task_id)
    assert [task.due for task in tasks.tasks()] == [day("12/4")]


def test_a_deadline_that_is_moved_is_what_the_next_ones_are_counted_from(tasks, add):
    task_id = add(due=day("31/3"), repeat=_MONTHLY)
    tasks.finish(task_id)
    (april,) = tasks.tasks()
    tasks.change(april.id, replace(april.draft(), title="Hegn"))
    tasks.finish(april.id)
    (may,) = tasks.tasks()
    assert (april.due, may.due) == (day("30/4"), day("31/5"))
    tasks.change(may.id, replace(may.draft(), due=day("1/6")))
    tasks.finish(may.id)
    assert [task.due for task in tasks.tasks()] == [day("1/7")]


def test_a_task_that_comes_again_goes_on_without_those_who_have_left(tasks, services, add, otto, thea):
    both = add(due=TODAY, repeat=_MONTHLY, people=(PersonDraft(otto), PersonDraft(thea)))
    alone = add("Nyhedsbrev", due=TODAY, repeat=_MONTHLY, people=(PersonDraft(otto), PersonDraft(thea, Part.LEARNER)))
    services.staff.leave(otto, day("28/2"))
    tasks.finish(both)
    tasks.finish(alone)
    laid = {task.title: [each.employee_id for each in task.people] for task in tasks.tasks()}
    assert laid == {"Legepladseftersyn": [thea], "Nyhedsbrev": []}


def test_dropped_it_does_not_come_again(tasks, add):
    tasks.drop(add(due=TODAY, repeat=_MONTHLY))
    assert tasks.tasks() == ()


def test_a_quick_line_becomes_a_task(tasks, services, otto):
    task = tasks.task(tasks.add_quick("Skovtur @ok #egernet !beslut fre"))
    assert (task.title, task.due, task.team_name, task.mandate) == ("Skovtur", day("13/3"), "Egernet", "decide")
    assert [each.employee_id for each in task.people] == [otto]
    assert services.database.undo_name() == "Ny opgave: Skovtur"


def test_in_a_quick_line_who_has_left_and_a_stue_that_is_closed_mean_nothing(tasks, services, otto):
    services.staff.leave(otto, day("28/2"))
    services.settings.close_team(1, TODAY)
    assert tasks.quick("Skovtur @ok #egernet").title == "Skovtur @ok #egernet"


@pytest.mark.parametrize(("end", "sentence"), [("finish", "færdig"), ("drop", "droppet")])
def test_a_task_that_has_ended_goes_to_nobody_until_it_is_open_again(services, add, otto, thea, end, sentence):
    tasks, task_id = services.tasks, add(people=(PersonDraft(otto),))
    getattr(tasks, end)(task_id)
    before, draft = dump(services.database), tasks.task(task_id).draft()
    for deed in (
        lambda: services.delegation.delegate(DelegationDraft(task_id, (thea,))),
        lambda: tasks.give(task_id, [PersonDraft(thea)]),
        lambda: tasks.keep(task_id),
        lambda: tasks.take_back(task_id),
        lambda: tasks.change(task_id, replace(draft, people=(PersonDraft(thea),))),
    ):
        with pytest.raises(UserProblem, match=rf"^Opgaven er {sentence}\. Genåbn den først\.$"):
            deed()
    assert dump(services.database) == before
    tasks.change(task_id, replace(draft, title="Eftersyn"))
    tasks.reopen(task_id)
    tasks.give(task_id, [PersonDraft(thea)])
    assert [each.employee_id for each in tasks.task(task_id).people] == [thea]


def test_whoever_the_criteria_refuse_may_be_given_a_task_and_it_is_told(services, add, otto, hire, can, kinds):
    thea = hire("Thea Birk", "PM", 2)
    first_aid = can(otto, "foerstehjaelp", 3, date(2026, 1, 31))
    language = next(each for each in services.competence.competences() if each.key == "sprogvurdering")
    needs = (Need(first_aid, 3, True, "Førstehjælp", certificate=True), Need(language.id, 3, True, "Sprogvurdering"))
    kind = kinds["sprogvurdering"].id
    task_id = add(kind_id=kind, needs=needs, people=(PersonDraft(otto), PersonDraft(thea)), due=day("13/3"))
    services.presence.add_absence(AbsenceDraft(otto, TODAY, day("13/3"), "F"))
    told = {finding.text for finding in services.tasks.findings(task_id)}
    left_out = {each.called: each.reason for each in services.delegation.suggest(task_id).left_out}
    role = left_out["Thea"].removeprefix("Er")
    assert told == {
        "Otto er væk i hele perioden 12.–13. marts.",
        "Otto havde Førstehjælp, men det udløb 31. januar 2026.",
        "Otto er på 0 i “Sprogvurdering”, og opgaven kræver 3.",
        f"Thea er{role}",
        "Thea har ikke Førstehjælp.",
        "Thea er på 0 i “Sprogvurdering”, og opgaven kræver 3.",
    }
    assert role.startswith(" pædagogmedhjælper, og opgaven er kun for")
    services.tasks.finish(task_id)
    assert services.tasks.findings(task_id) == ()
