"""What holds of every house, tried on houses in a file and through the services: levels, goals, newcomers, windows."""

from contextlib import contextmanager, suppress
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dagleder.base.clock import FixedClock
from dagleder.base.errors import UserProblem
from dagleder.competence.drafts import AssessmentDraft, GoalDraft
from dagleder.competence.levels import ALONE, GUIDES, Source, Wish
from dagleder.presence.drafts import AbsenceDraft
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from dagleder.storage.database import Database
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.delegation_service import DelegationService
from dagleder.tasks.drafts import TaskDraft
from dagleder.tasks.needs import Need
from dagleder.tasks.service import TasksService
from dagleder.tasks.suggestion import Why
from tests.tasks.test_monotone import values

TODAY = date(2026, 3, 12)
IN_A_HOUSE = settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
KEYS = ("sprogvurdering", "tras")
LEVELS = st.integers(0, GUIDES)
AHEAD = (st.integers(0, 60) | st.integers(380, 440)).map(lambda days: TODAY + timedelta(days))  # of next year too
SOME_DAY = st.none() | AHEAD


@contextmanager
def taken_back(services):
    """What is done inside is undone after: the next house begins with the same."""
    before = standing(services)
    yield
    while standing(services) > before:
        services.database.undo()


def standing(services):
    return sum(not step.undone for step in services.database.history())


def ids_of(competence, keys=KEYS):
    known = {each.key: each.id for each in competence.competences(hidden=True)}
    return [known[key] for key in keys]


def can_and_wants(data, competence, staff, which):
    """Levels, goals and wishes of everybody, as they would be entered."""
    for who in staff:
        for each in which:
            level = data.draw(st.none() | LEVELS)
            if level is not None:
                source = data.draw(st.sampled_from((Source.LEADER, Source.SELF)))
                competence.assess(AssessmentDraft(who, each, level, date(2026, 1, 10), source))
            if data.draw(st.booleans()):
                with suppress(UserProblem):  # reached already
                    competence.set_goal(GoalDraft(who, each, data.draw(st.integers(1, GUIDES))))
            competence.set_wish(who, each, data.draw(st.none() | st.sampled_from(Wish)))


@st.composite
def needs(draw, which, certificate=None):
    asked = [each for each in which if draw(st.booleans())]
    levels = {each: ALONE if each == certificate else draw(st.integers(1, GUIDES)) for each in asked}
    return tuple(Need(each, level, draw(st.booleans()), "Noget") for each, level in levels.items())


@IN_A_HOUSE
@given(st.data())
def test_raising_a_level_moves_her_competence_alone_and_never_down_in_sikker(
    services, delegation, competence, tasks, data
):
    with taken_back(services):
        staff = [services.staff.add(each) for each in people("Ada", "Bo", "Eva")]
        which = ids_of(competence)
        can_and_wants(data, competence, staff, which)
        task = tasks.add(TaskDraft("Sprog", needs=data.draw(needs(which)), due=data.draw(SOME_DAY)))
        before = delegation.suggest(task)
        who, raised = data.draw(st.sampled_from(staff)), data.draw(st.sampled_from(which))
        level = data.draw(st.integers(competence.facts().level(who, raised), GUIDES))
        source = data.draw(st.sampled_from(Source))
        competence.assess(AssessmentDraft(who, raised, level, TODAY, source))
        after = delegation.suggest(task)
        assert_moved_only(who, values(before), values(after))
        if before.directions[0].employee_id == who:
            assert after.directions[0].employee_id == who


def assert_moved_only(who, was, now):
    assert {other: each for other, each in was.items() if other != who} == {
        other: each for other, each in now.items() if other != who
    }
    if who in was:
        assert now[who][Criterion.COMPETENCE] >= was[who][Criterion.COMPETENCE]
        assert {**now[who], Criterion.COMPETENCE: 0} == {**was[who], Criterion.COMPETENCE: 0}


@IN_A_HOUSE
@given(st.data())
def test_a_task_has_the_same_answer_alone_as_among_others(services, delegation, competence, tasks, data):
    with taken_back(services):
        staff = [services.staff.add(each) for each in people("Ada", "Bo", "Eva", "Ib", time=data.draw)]
        language, first_aid = which = ids_of(competence, ("sprogvurdering", "foerstehjaelp"))
        for who in staff:
            competence.assess(AssessmentDraft(who, language, data.draw(LEVELS), date(2026, 1, 10)))
            day, until = date(2026, 1, 10), data.draw(SOME_DAY)
            competence.assess(AssessmentDraft(who, first_aid, 3, day, valid_until=until))
            absent(data, services, who)
        for number in range(data.draw(st.integers(1, 4))):
            first, last = data.draw(SOME_DAY), data.draw(SOME_DAY)
            due = max(first, last or first) if first else last
            tasks.add(TaskDraft(f"Nr {number}", needs=data.draw(needs(which, first_aid)), first=first, due=due))
        for task, hint in delegation.suggest_all().items():
            alone = delegation.suggest(task)
            assert hint.employee_ids == tuple(each.employee_id for each in alone.candidates[:3])


def absent(data, services, who):
    if data.draw(st.booleans()):
        first = data.draw(AHEAD)
        last = first + timedelta(data.draw(st.integers(0, 9)))
        with suppress(UserProblem):  # not employed then
            services.presence.add_absence(AbsenceDraft(who, first, last, "F"))


def people(*names, time=None):
    for name in names:
        start, end = (time(SOME_DAY), time(SOME_DAY)) if time else (None, None)
        if start and end and end < start:
            start, end = end, start
        yield NewEmployeeDraft(EmployeeDraft(name, "Skov", "P", start=start, end=end), 37 * 60, (1,))


def test_a_goal_reached_since_the_task_came_up_speaks_as_the_open_one_did(
    delegation, add, hire, can, competence, services
):
    bo = hire("Bo Holm", "P", 1)
    language = can(bo, "sprogvurdering", 3)
    competence.set_goal(GoalDraft(bo, language, 4))
    task = add("Sprog", needs=(Need(language, 2, True, "Sprogvurdering"),), due=date(2026, 4, 1))
    was = delegation.suggest(task).candidate(bo).values[Criterion.READINESS]
    assert (was.value, was.fact) == (4, "Har mål om “Sprogvurdering”, ingen åbne opgaver")
    competence.assess(AssessmentDraft(bo, language, 4, TODAY))
    now = delegation.suggest(task).candidate(bo).values[Criterion.READINESS]
    assert (now.value, now.fact) == (4, "Har nået sit mål om “Sprogvurdering”, ingen åbne opgaver")
    tomorrow = TasksService(services.database, FixedClock(services.clock.now() + timedelta(days=1)))
    later = tomorrow.add(TaskDraft("Mere", needs=(Need(language, 2, True, "Sprogvurdering"),), due=date(2026, 4, 1)))
    assert delegation.suggest(later).candidate(bo).values[Criterion.READINESS].value == 3


def test_a_newcomer_is_seen_with_the_levels_she_brings(delegation, add, kinds, hire, can):
    bo = hire("Bo Holm", "P", 1, start=date(2026, 3, 23))
    can(bo, "sprogvurdering", 4)
    task = add("Sprog", kind_id=kinds["sprogvurdering"].id, due=date(2026, 4, 10))
    found = delegation.suggest(task).candidate(bo)
    assert found.values[Criterion.COMPETENCE].fact == "Sprogvurdering 4"
    assert delegation.suggest_all()[task].employee_ids == (bo,)


def test_a_certificate_must_hold_on_the_deadline(delegation, add, hire, can):
    bo = hire("Bo Skov", "P", 1)
    first_aid = can(bo, "foerstehjaelp", 3, date(2026, 3, 31))
    need = (Need(first_aid, 3, True, "Førstehjælp", certificate=True),)
    held, lapsed = add("Tur", needs=need, due=date(2026, 3, 31)), add("Tur", needs=need, due=date(2026, 4, 1))
    assert delegation.suggest(held).candidate(bo) is not None
    (left_out,) = delegation.suggest(lapsed).left_out
    assert (left_out.why, left_out.reason) == (
        Why.NEED,
        "Har Førstehjælp, men det udløber 31. marts 2026, før opgaven er slut.",
    )
    some_day = add("Tur", needs=need)
    assert delegation.suggest(some_day).candidate(bo) is not None


def test_a_window_that_only_reads_sees_what_another_program_has_written(services, delegation, add, hire):
    hire("Ada Skov", "P", 1)
    task = add("Sprog")
    beside = Database.open(services.database.path, clock=services.clock, read_only=True)
    reading = DelegationService(beside, services.clock)
    assert [each.called for each in reading.suggest(task).candidates] == ["Ada"]
    hire("Bo Vang", "P", 1)
    assert [each.called for each in reading.suggest(task).candidates] == ["Ada", "Bo"]
    assert reading.suggest(task) == delegation.suggest(task)
    beside.close()


def test_absence_of_one_day_is_told_as_a_day(delegation, add, hire, services):
    ada = hire("Ada Skov", "P", 1)
    services.presence.add_absence(AbsenceDraft(ada, TODAY, TODAY + timedelta(days=1), "F"))
    day = delegation.suggest(add("I dag", due=TODAY)).left_out
    days = delegation.suggest(add("To dage", due=TODAY + timedelta(days=1))).left_out
    assert [each.reason for each in (*day, *days)] == ["Er væk 12. marts.", "Er væk i hele perioden 12.–13. marts."]
