"""What other parts are told of tasks: somebody's page, a leaver's consequences, and what hangs on a stue."""

import pytest

from dagleder import app
from dagleder.base.errors import UserProblem
from dagleder.settings.closing_days import ClosingDraft
from dagleder.staff.places import CardLine, Consequence
from dagleder.tasks.drafts import PersonDraft
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.states import Part
from tests.conftest import NOW
from tests.tasks.make import day

TODAY = NOW.date()


@pytest.fixture
def otto(hire):
    return hire("Otto Kærvig", "P", 1)


@pytest.fixture
def thea(hire):
    return hire("Thea Birkemark", "PA", 2)


def card(services, who):
    return next(each for each in services.staff.cards(who) if each.title == "Opgaver")


def test_a_persons_page_has_her_open_tasks_the_soonest_first(services, tasks, add, otto, thea):
    later = add("Hegn", due=day("1/5"), people=(PersonDraft(thea), PersonDraft(otto, Part.LEARNER)))
    late = add("Gynger", due=day("10/3"), people=(PersonDraft(otto),))
    add("Sand", due=TODAY, people=(PersonDraft(thea),))
    without = add("Mur", people=(PersonDraft(otto),))
    tasks.finish(add("Færdig", people=(PersonDraft(otto),)))
    assert card(services, otto).lines == (
        CardLine("Gynger", "10. mar · 2 dage over", ("tasks", late)),
        CardLine("Hegn", "1. maj · lærer med", ("tasks", later)),
        CardLine("Mur", "ikke startet", ("tasks", without)),
    )


def test_of_many_tasks_the_page_has_the_first_and_how_many_more(services, add, otto):
    for number in range(7):
        add(f"Opgave {number}", people=(PersonDraft(otto),))
    assert [line.text for line in card(services, otto).lines][4:] == ["Opgave 4", "og 2 opgaver mere"]


def test_who_has_none_is_told_so(services, otto):
    assert (card(services, otto).lines, card(services, otto).nothing) == ((), "Ingen opgaver lige nu.")


def test_without_tasks_there_is_no_such_card(services, otto):
    left_out = app.compose(services.database, services.clock, without=("tasks",))
    assert left_out.tasks is None
    assert "Opgaver" not in [each.title for each in left_out.staff.cards(otto)]


@pytest.mark.parametrize("part", ["presence", "competence"])
def test_without_what_they_ask_for_there_are_no_tasks(services, part):
    assert app.compose(services.database, services.clock, without=(part,)).tasks is None


def consequences(services, who, last_day):
    return [each for each in services.staff.leaving_means(who, last_day) if each.what == "Opgaver"]


def test_a_leaver_leaves_the_tasks_she_cannot_finish_by_her_last_day(services, tasks, add, otto, thea):
    late = add("Sen", due=day("10/3"), people=(PersonDraft(otto),))
    add("Når hun", due=day("30/3"), people=(PersonDraft(otto),))
    add("Bagefter", due=day("1/4"), people=(PersonDraft(otto), PersonDraft(thea)))
    add("Uden frist", people=(PersonDraft(otto),))
    add("Igen", due=day("20/3"), people=(PersonDraft(otto),), repeat=Repeat(1, Unit.MONTHS))
    tasks.finish(add("Færdig", people=(PersonDraft(otto),)))
    told = (
        "Er med i 4 opgaver, der ikke er færdige. 3 af dem har ingen anden ansvarlig. Vælg selv, hvem der tager over."
    )
    assert consequences(services, otto, day("31/3")) == [Consequence("Opgaver", told, ("tasks", late))]


def test_with_others_left_nothing_is_without_somebody(services, add, otto, thea):
    add("Bagefter", people=(PersonDraft(otto), PersonDraft(thea)))
    assert [each.text for each in consequences(services, thea, TODAY)] == ["Er med i 1 opgave, der ikke er færdig."]


def test_the_only_task_of_somebody_is_spoken_of_as_one(services, add, otto):
    add("Bagefter", people=(PersonDraft(otto),))
    (told,) = consequences(services, otto, TODAY)
    assert told.text == (
        "Er med i 1 opgave, der ikke er færdig. Den har ingen anden ansvarlig. Vælg selv, hvem der tager over."
    )


def test_who_has_no_tasks_leaves_none(services, otto):
    assert consequences(services, otto, TODAY) == []


def test_a_stue_that_is_closed_has_its_open_tasks_told(services, tasks, add):
    add(team_id=1)
    add(team_id=1, due=day("1/4"))
    add(team_id=1, due=day("10/3"))
    add(team_id=2)
    tasks.finish(add(team_id=1))
    assert "3 opgaver" in services.settings.closing_means(1, TODAY)


def test_a_stue_with_a_task_is_not_deleted(services, tasks, add):
    tasks.finish(add(team_id=2))
    with pytest.raises(UserProblem, match="1 opgave"):
        services.settings.delete_team(2)


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("12/3", []),
        ("14/3", ["Fristen 14. marts er en lørdag."]),
        ("2/4", ["Fristen 2. april er skærtorsdag."]),
        ("15/5", ["Fristen 15. maj er en lukkedag (Fredag efter Kristi himmelfart)."]),
    ],
)
def test_a_deadline_on_a_day_the_house_is_closed_is_told_and_not_moved(services, tasks, add, due, told):
    services.settings.add_closing_days(ClosingDraft(day("15/5"), day("15/5"), "Fredag efter Kristi himmelfart"))
    task_id = add(due=day(due))
    assert [finding.text for finding in tasks.findings(task_id)] == told
    assert tasks.task(task_id).due == day(due)


def told_of(tasks, task_id):
    return [finding.text for finding in tasks.findings(task_id)]


def test_somebody_who_has_left_or_will_before_the_deadline_is_told(services, tasks, add, otto, thea):
    people = PersonDraft(otto), PersonDraft(thea, Part.LEARNER)
    shared, alone, in_time = add(due=day("1/4"), people=people), add(people=people[:1]), add(due=day("31/3"))
    tasks.give(in_time, [PersonDraft(thea)])
    services.staff.leave(otto, day("10/3"))
    services.staff.leave(thea, day("31/3"))
    takes_over = "Otto er stoppet 10. marts. Vælg, hvem der tager over."
    assert told_of(tasks, shared) == [takes_over, "Thea (lærer med) stopper 31. marts, før fristen."]
    assert (told_of(tasks, alone), told_of(tasks, in_time)) == ([takes_over], [])


def test_who_stops_in_another_year_is_told_with_the_year(services, tasks, add, otto):
    task_id = add(due=day("4/1/2027"), people=(PersonDraft(otto),))
    services.staff.leave(otto, day("3/1/2027"))
    assert told_of(tasks, task_id) == ["Otto stopper 3. januar 2027, før fristen."]


def test_a_stue_that_is_closed_by_the_deadline_is_told(services, tasks, add):
    before, after, without = (add(team_id=2, due=due) for due in (day("31/3"), day("1/4"), None))
    services.settings.close_team(2, day("1/4"))
    assert [told_of(tasks, each) for each in (before, after, without)] == [[], ["Ræven er lukket fra 1. april."], []]


def test_of_a_task_that_ended_there_is_nothing_to_tell(tasks, add):
    task_id = add(due=day("14/3"))
    tasks.finish(task_id)
    assert tasks.findings(task_id) == ()
