"""What the window would not let her do is refused by the program itself, and what others did meanwhile stays."""

from dataclasses import replace
from datetime import date

import pytest

from dagleder.base.errors import UserProblem
from dagleder.competence.drafts import CompetenceDraft
from dagleder.tasks.delegation import DelegationDraft
from dagleder.tasks.drafts import PersonDraft, StepDraft
from dagleder.tasks.kinds import KindDraft
from dagleder.tasks.needs import Need
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.states import Mandate, Part, State


def test_a_finished_task_is_not_begun_on_dropped_or_finished_again_past_genaabn(tasks, add):
    task = add("Hegn", due=date(2026, 3, 20), repeat=Repeat(1, Unit.WEEKS))
    tasks.finish(task)
    for again in (tasks.start, tasks.drop):
        with pytest.raises(UserProblem, match="Genåbn den først"):
            again(task)
    assert (tasks.task(task).state, tasks.task(task).ended_on) == (State.DONE, date(2026, 3, 12))


def test_a_dropped_task_is_neither_ticked_off_nor_asked_about_and_one_that_is_done_may_be(tasks, add):
    dropped, done = (add("Hegn", steps=(StepDraft("Mål op"),)) for _ in range(2))
    tasks.drop(dropped)
    tasks.finish(done)
    with pytest.raises(UserProblem, match="Opgaven er droppet"):
        tasks.tick(dropped, tasks.task(dropped).steps[0].id)
    with pytest.raises(UserProblem, match="Opgaven er droppet"):
        tasks.follow_up(dropped, date(2026, 4, 1))
    tasks.tick(done, tasks.task(done).steps[0].id)
    tasks.follow_up(done, date(2026, 4, 1))
    assert (tasks.task(done).progress, len(tasks.task(done).follow_ups)) == (1, 1)


def test_a_follow_up_of_another_task_is_not_answered(tasks, add):
    task, other = add("Hegn"), add("Sand")
    asked = tasks.follow_up(other, date(2026, 4, 1))
    with pytest.raises(UserProblem, match="Opfølgningen findes ikke længere"):
        tasks.answer_follow_up(task, asked, "Ja")
    assert tasks.task(other).next_follow_up.id == asked


def test_whoever_got_the_task_while_it_was_being_edited_keeps_it(tasks, add, hire, delegation):
    ada, bea, task = hire("Ada Skov", "P", 1), hire("Bea Holm", "P", 1), add("Hegn")
    written = replace(tasks.task(task).draft(), title="Hegnet")
    delegation.delegate(DelegationDraft(task, (ada,), "Du kan lide hegn", Mandate.DECIDE))
    tasks.change(task, written)
    kept = tasks.task(task)
    assert (kept.title, [each.employee_id for each in kept.owners], kept.mandate) == ("Hegnet", [ada], Mandate.DECIDE)
    with pytest.raises(UserProblem, match="givet til andre imens"):
        tasks.change(task, replace(written, people=(PersonDraft(bea),)))
    tasks.change(task, replace(kept.draft(), people=(PersonDraft(bea),)))
    assert [each.employee_id for each in tasks.task(task).owners] == [bea]


def test_the_task_of_somebody_who_is_erased_can_still_be_edited(services, tasks, add, hire):
    gone, learns = hire("Ada Skov", "P", 1), hire("Bea Holm", "P", 1)
    task = add("Hegn", people=(PersonDraft(gone), PersonDraft(learns, Part.LEARNER)))
    services.staff.leave(gone, date(2026, 3, 11))
    services.privacy.erase(gone)
    tasks.change(task, replace(tasks.task(task).draft(), title="Hegnet", steps=(StepDraft("Mål op"),)))
    kept = tasks.task(task)
    assert (kept.title, kept.unassigned, [each.part for each in kept.people]) == ("Hegnet", True, [Part.LEARNER])
    with pytest.raises(UserProblem, match="Vælg mindst én"):
        tasks.change(task, replace(kept.draft(), people=(PersonDraft(learns, Part.PARTNER),)))


@pytest.mark.parametrize("level", [1, 2, 4])
def test_a_certificate_is_asked_for_as_such_and_at_no_other_level(tasks, add, competence, level):
    aid = next(each.id for each in competence.competences() if each.key == "foerstehjaelp")
    for refused in (
        lambda: add("Tur", needs=(Need(aid, level),)),
        lambda: tasks.add_kind(KindDraft("Tur", needs=(Need(aid, level, must=False),))),
    ):
        with pytest.raises(UserProblem, match="Førstehjælp har man, eller man har det ikke") as problem:
            refused()
        assert problem.value.field == "needs"
    with pytest.raises(UserProblem, match="Førstehjælp har man"):
        add("Tur", needs=(tasks.register().need(f"Førstehjælp@{level}", level, must=True),))
    assert add("Tur", needs=(tasks.register().need("Førstehjælp", level, must=True),))


def test_what_becomes_a_certificate_is_asked_for_as_one_by_the_tasks_that_asked_for_a_level(
    tasks, add, competence, delegation, hire, can
):
    ada = hire("Ada Skov", "P", 1)
    tras = competence.competence(can(ada, "tras", 3))
    task = add("Samtale", needs=(Need(tras.id, 4),))
    assert delegation.suggest(task).candidate(ada) is None
    competence.change_competence(tras.id, CompetenceDraft(tras.name, tras.area_id, certificate=True))
    assert tasks.task(task).needs[0].level == 3
    assert delegation.suggest(task).candidate(ada)


def test_no_two_kinds_have_one_name(tasks, kinds):
    with pytest.raises(UserProblem, match="Opgavetypen Sprogvurdering er der allerede"):
        tasks.add_kind(KindDraft("sprogvurdering "))
    with pytest.raises(UserProblem, match="er der allerede"):
        tasks.change_kind(kinds["mentor"].id, KindDraft("Sprogvurdering"))
    tasks.hide_kind(kinds["sprogvurdering"].id)
    with pytest.raises(UserProblem, match="skjult"):
        tasks.add_kind(KindDraft("Sprogvurdering"))
    tasks.change_kind(kinds["mentor"].id, KindDraft("Mentor for ny Kollega"))
    assert tasks.register().kind("Mentor for ny kollega").id == kinds["mentor"].id
