"""Where a rule begins and ends: on the very day, at the very share, in the very year."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dagleder.base.findings import Level
from dagleder.tasks.asking import LONGEST, time_of
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.drafts import PersonDraft
from dagleder.tasks.earlier import EarlierDraft
from dagleder.tasks.needs import Need
from dagleder.tasks.points import experience_points, load_points
from dagleder.tasks.suggestion import Direction
from tests.tasks.make import task as made

TODAY = date(2026, 3, 12)


def ready(found, who):
    return found.candidate(who).values[Criterion.READINESS].value


def test_two_years_ago_is_no_longer_lately():
    assert [experience_points(2, years, 5) for years in (1, 2, 3)] == [4, 3, 2]


@pytest.mark.parametrize(("per_cent", "left"), [(5, 3), (6, 2), (10, 2), (11, 1), (20, 1), (21, 0)])
def test_a_share_at_a_step_still_belongs_below_it(per_cent, left):
    assert load_points(per_cent * 20, 2000) == left


def test_on_the_day_her_first_months_are_over_she_is_no_longer_new(delegation, add, hire):
    ny = hire("Signe Ny", "P", 1, start=date(2026, 1, 1))
    still, over = (add("Hegn", first=day, due=date(2026, 4, 20)) for day in (date(2026, 3, 31), date(2026, 4, 1)))
    assert (ready(delegation.suggest(still), ny), ready(delegation.suggest(over), ny)) == (1, 3)


def test_among_several_tasks_a_certificate_holds_on_its_last_day_and_not_the_day_after(delegation, add, hire, can):
    bo = hire("Bo Holm", "P", 1)
    need = (Need(can(bo, "foerstehjaelp", 3, date(2026, 4, 1)), 3),)
    held, lapsed = (add("Tur", needs=need, due=day) for day in (date(2026, 4, 1), date(2026, 4, 2)))
    hints = delegation.suggest_all()
    assert (hints[held].employee_ids, hints[lapsed].employee_ids) == ((bo,), ())


def test_the_leader_is_nobodys_partner(services, delegation, add, hire, can):
    services.settings.save_house(replace(services.settings.house(), leader_name="Lone Almgård"))
    leader, bo = hire("Lone Almgård", "PL"), hire("Bo Holm", "P", 1)
    can(leader, "tras", 4)
    task = add("Samtale", needs=(Need(can(bo, "tras", 2), 3, must=False),))
    developing = next(each for each in delegation.suggest(task).directions if each.direction is Direction.DEVELOPING)
    assert (developing.employee_id, developing.partner_id) == (None, None)
    ada = hire("Ada Skov", "P", 1)
    can(ada, "tras", 4)
    developing = next(each for each in delegation.suggest(task).directions if each.direction is Direction.DEVELOPING)
    assert (developing.employee_id, developing.partner_id) == (bo, ada)


@pytest.mark.parametrize(("due", "left"), [(date(2026, 4, 30), 0), (date(2026, 5, 1), 1)])
def test_what_is_due_on_her_last_day_she_can_still_do(services, add, hire, due, left):
    bo = hire("Bo Holm", "P", 1)
    add("Hegn", due=due, people=(PersonDraft(bo),))
    told = [each for each in services.staff.leaving_means(bo, date(2026, 4, 30)) if each.what == "Opgaver"]
    assert len(told) == left


def test_a_task_due_on_the_day_she_leaves_is_hers_to_finish_and_a_later_one_must_be_handed_over(services, add, hire):
    bo, last = hire("Bo Holm", "P", 1), date(2026, 4, 30)
    add("På dagen", due=last, people=(PersonDraft(bo),))
    add("Dagen efter", due=date(2026, 5, 1), people=(PersonDraft(bo),))
    sections = services.departure.would_leave(bo, last).sections
    lines = next(section.lines for section in sections if section.key == "tasks")
    assert {line.what: line.level for line in lines} == {"På dagen": Level.SHOULD, "Dagen efter": Level.MUST}


def test_what_she_does_still_counts_until_the_day_it_was_told(tasks, delegation, add, hire, kinds):
    once, still = hire("Ada Skov", "P", 1), hire("Bo Holm", "P", 1)
    tasks.add_earlier(EarlierDraft(once, kinds["praktisk"].id, date(2018, 1, 1)))
    tasks.add_earlier(EarlierDraft(still, kinds["praktisk"].id, date(2018, 1, 1), TODAY))
    found = delegation.suggest(add("Hegn", kind_id=kinds["praktisk"].id))
    experience = {each.employee_id: each.values[Criterion.EXPERIENCE] for each in found.candidates}
    assert (experience[once].value, experience[still].value) == (2, 4)
    assert experience[still].fact.startswith("8 år")


def test_of_a_task_of_several_years_the_first_is_looked_at():
    assert time_of(made("Hegn", due=TODAY + 3 * LONGEST), TODAY) == (TODAY, TODAY + LONGEST)
    assert time_of(made("Hegn", due=TODAY + timedelta(days=9)), TODAY) == (TODAY, TODAY + timedelta(days=9))


def test_the_leaders_own_tasks_are_handed_over_with_hers_by_her_one_row_in_the_register(services, add, hire):
    services.settings.save_house(replace(services.settings.house(), leader_name="Lone Almgård"))
    add("Budget", own=True)
    leader = hire("Lone Almgård", "PL")

    def told():
        sections = services.departure.would_leave(leader, TODAY).sections
        return [line.what for section in sections if section.key == "tasks" for line in section.lines]

    assert told() == ["Budget"]
    hire("Lone Almgård", "P", 1)
    assert (told(), services.tasks.leader_id()) == ([], None)
