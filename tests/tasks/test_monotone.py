"""More ability never harms, and absence never helps: tried on many houses, through the whole reckoning.

The houses are made of plain values as they are read, so that thousands can be tried; that the service reads them right
is tried beside (`test_raising_a_level_through_the_service…`).
"""

from dataclasses import asdict, replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.facts import Area, Assessed, Competence, Facts, Goal, Holding, Wished
from dagleder.competence.goal_writing import reach
from dagleder.competence.levels import GUIDES, Source, Wish
from dagleder.models.competence import CompetenceGoal
from dagleder.presence.facts import Absence, Person
from dagleder.settings.places import Team
from dagleder.settings.staff_groups import StaffGroup
from dagleder.staff.employment import AgreedHours, Employment, Membership
from dagleder.tasks.asking import Ask
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.directions import Directions
from dagleder.tasks.explaining import Explainer
from dagleder.tasks.kinds import Weights
from dagleder.tasks.known import Read, know
from dagleder.tasks.needs import Need
from dagleder.tasks.suggesting import hints, suggestion
from dagleder.tasks.suggestion import Candidate, Direction, LeftOut, Why
from tests.tasks.make import person as holder
from tests.tasks.make import task

TODAY = date(2026, 3, 12)
COMPETENCES = range(1, 4)
DAYS = st.integers(-40, 60).map(lambda days: TODAY + timedelta(days))
OPEN = st.none() | DAYS
TEAMS = tuple(Team(number, f"Stue {number}", 1, "Huset", "bird", number, None) for number in (1, 2))


@st.composite
def people(draw):
    found = []
    for who in range(1, draw(st.integers(1, 6)) + 1):
        start = draw(st.none() | st.just(date(2019, 8, 1)) | DAYS)
        hours = (AgreedHours(1, None, draw(st.sampled_from((None, 1200, 2220)))),)
        team = draw(st.sampled_from((1, 2)))
        memberships = (Membership(who, team, f"Stue {team}", None, None, 0, 0),)
        end = draw(st.none() | DAYS.filter(lambda day: day >= TODAY))
        name, role = f"Navn {who}", draw(st.sampled_from(("P", "PM")))
        employment = Employment(who, name, f"N{who}", role, start, end, hours, memberships, ())
        found.append(Person(employment, f"Navn{who}", StaffGroup.PEDAGOGUES))
    return tuple(found)


@st.composite
def holdings(draw, staff):
    found = {}
    for person in staff:
        for which in COMPETENCES:
            level, until = draw(st.integers(0, GUIDES)), draw(OPEN)
            counted = Assessed(1, person.id, which, level, TODAY, Source.LEADER, until)
            wish = draw(st.none() | st.sampled_from(Wish))
            agreed = TODAY - timedelta(draw(st.integers(0, 60)))
            goal = Goal(1, person.id, which, 4, agreed) if draw(st.booleans()) else None
            wished = Wished(1, person.id, which, wish, TODAY) if wish else None
            found[person.id, which] = Holding(counted, None, wished, goal)
    return found


@st.composite
def asks(draw, task_id=1):
    needs = tuple(
        Need(which, draw(st.integers(1, GUIDES)), draw(st.booleans()), f"Kunnen {which}")
        for which in COMPETENCES
        if draw(st.booleans())
    )
    first = draw(st.integers(0, 30).map(lambda days: TODAY + timedelta(days)))
    last = first + timedelta(draw(st.integers(0, 20)))
    weights = Weights(*(draw(st.integers(1, 3)) for _ in Criterion))
    added = TODAY - timedelta(draw(st.integers(0, 60)))
    team = draw(st.sampled_from((None, 1, 2)))
    return Ask(task_id, "Sprog", None, team, "Sprog", needs, first, last, last, added, weights)


@st.composite
def houses(draw):
    staff = draw(people())
    facts = Facts(
        day=TODAY,
        areas=(Area(1, "a", "A", 0),),
        competences={
            each: Competence(each, f"k{each}", 1, f"Kunnen {each}", "", False, None, each, False)
            for each in COMPETENCES
        },
        people={person.id: person for person in staff},
        teams=TEAMS,
        sites=(),
        holdings=draw(holdings(staff)),
        targets={(1, "P"): 3},
        wanted={},
    )
    absences = tuple(draw(st.lists(absence(staff), max_size=4)))
    reached = {pair: TODAY - timedelta(draw(st.integers(0, 90))) for pair in facts.holdings if draw(st.booleans())}
    return Read(TODAY, facts, reached, staff, absences, draw(held(staff)), (), None)


@st.composite
def held(draw, staff):
    """What some of them have to do already."""
    owners = draw(st.lists(st.sampled_from([person.id for person in staff]), max_size=4))
    minutes = st.sampled_from((60, 600))
    return tuple(task("Hegn", minutes=draw(minutes), weekly=True, people=(holder(who),)) for who in owners)


def absence(staff):
    def made(who, first, days):
        return Absence(1, who, first, first + timedelta(days), "F")

    return st.builds(made, st.sampled_from([person.id for person in staff]), DAYS, st.integers(0, 20))


def values(found):
    return {
        each.employee_id: {criterion: valued.value for criterion, valued in each.values.items()}
        for each in found.candidates
    }


def place_in_safe(ask, read, found, who):
    directions = Directions(ask, know(read), frozenset())
    order = [each.employee_id for each in directions.safest(found.candidates)]
    return order.index(who) if who in order else len(order)


def raised(read, who, which, higher, days_ago):
    """As the house is read once somebody is assessed so much higher, by a view of an earlier day entered now."""
    held = read.facts.holdings[who, which]
    level = min(held.counted.level + higher, GUIDES)
    goals = [CompetenceGoal(**asdict(held.goal))] if held.goal else []
    reach(goals, AssessmentDraft(who, which, level, TODAY - timedelta(days_ago)), TODAY)
    (ended,) = [goal.ended_on for goal in goals if goal.reached] or [None]
    still = None if ended else held.goal
    holding = held._replace(counted=held.counted._replace(level=level), goal=still)
    facts = replace(read.facts, holdings={**read.facts.holdings, (who, which): holding})
    return replace(read, facts=facts, reached={**read.reached, (who, which): ended} if ended else read.reached)


@given(st.data(), houses(), asks())
def test_raising_a_level_moves_nothing_but_her_competence_and_never_moves_her_down(data, read, ask):
    who, which = data.draw(st.sampled_from(sorted(read.facts.holdings)))
    after_read = raised(read, who, which, data.draw(st.integers(0, GUIDES)), data.draw(st.integers(0, 60)))
    before, after = suggestion(ask, know(read)), suggestion(ask, know(after_read))
    was, now = values(before), values(after)
    assert {other: kept for other, kept in was.items() if other != who} == {
        other: kept for other, kept in now.items() if other != who
    }
    if who in was:
        assert now[who][Criterion.COMPETENCE] >= was[who][Criterion.COMPETENCE]
        assert {**now[who], Criterion.COMPETENCE: 0} == {**was[who], Criterion.COMPETENCE: 0}
        assert place_in_safe(ask, after_read, after, who) <= place_in_safe(ask, read, before, who)
        if before.directions[0].employee_id == who:
            assert after.directions[0].employee_id == who


@given(st.data(), houses(), asks())
def test_more_absence_never_raises_parathed_nor_lets_anybody_in(data, read, ask):
    more = data.draw(absence(read.people))
    was = values(suggestion(ask, know(read)))
    now = values(suggestion(ask, know(replace(read, absences=(*read.absences, more)))))
    assert set(now) <= set(was)
    for who, kept in now.items():
        assert kept[Criterion.READINESS] <= was[who][Criterion.READINESS]
        assert {**kept, Criterion.READINESS: 0} == {**was[who], Criterion.READINESS: 0}


@given(houses(), st.lists(asks(), min_size=1, max_size=5))
def test_many_tasks_weighed_at_once_are_ordered_as_each_by_itself(read, several):
    numbered = [replace(ask, task_id=number) for number, ask in enumerate(several)]
    known = know(read)
    found = hints(numbered, known)
    for ask in numbered:
        alone = suggestion(ask, known)
        assert found[ask.task_id].employee_ids == tuple(each.employee_id for each in alone.candidates[:3])


@given(houses(), asks())
def test_everybody_is_either_a_candidate_or_left_out_with_a_reason(read, ask):
    found = suggestion(ask, know(read))
    everybody = [each.employee_id for each in found.candidates] + [each.employee_id for each in found.left_out]
    assert sorted(everybody) == sorted(person.id for person in read.people)
    people: list[Candidate | LeftOut] = [*found.candidates, *found.left_out]
    told = [valued for each in people for valued in each.values.values()]
    assert all(0 <= valued.value <= 4 for valued in told)
    assert all(each.reason.endswith(".") for each in found.left_out)
    assert all(valued.fact for valued in told)


@given(houses(), asks())
def test_whoever_is_not_there_on_any_day_is_no_candidate(read, ask):
    def away(person, day):
        absent = any(each.first <= day <= each.last for each in read.absences if each.employee_id == person.id)
        return absent or not person.employment.employed_on(day)

    days = [ask.first + timedelta(number) for number in range((ask.last - ask.first).days + 1)]
    never = {person.id for person in read.people if all(away(person, day) for day in days)}
    found = suggestion(ask, know(read))
    assert never.isdisjoint(each.employee_id for each in found.candidates)
    assert {each.why for each in found.left_out if each.employee_id in never} <= {Why.AWAY}


@given(houses(), asks())
def test_who_is_never_there_is_told_alike_beside_a_task_and_in_its_list(read, ask):
    known = know(read)
    explainer = Explainer(ask, known)
    never = {person.id for person in known.people if explainer.never_there(person)}
    assert never == {each.employee_id for each in suggestion(ask, known).left_out if each.why is Why.AWAY}


@given(houses(), asks())
def test_the_same_house_gives_the_same_answer(read, ask):
    assert suggestion(ask, know(read)) == suggestion(ask, know(read))


@given(houses(), asks())
def test_the_order_is_by_the_weights_then_by_what_settles_ties(read, ask):
    found = suggestion(ask, know(read))
    known = know(read)

    def key(each: Candidate):
        value = {criterion: valued.value for criterion, valued in each.values.items()}
        weighed = sum(getattr(ask.weights, criterion) * value[criterion] for criterion in Criterion)
        ties = (Criterion.COMPETENCE, Criterion.EXPERIENCE, Criterion.READINESS, Criterion.RELEVANCE)
        return (-weighed, *(-value[criterion] for criterion in ties), *known.turn(each.employee_id, None))

    assert list(found.candidates) == sorted(found.candidates, key=key)


@given(houses(), asks())
def test_a_partner_is_somebody_else_at_level_four_and_whoever_has_the_task_may_have_it(read, ask):
    found = suggestion(ask, know(read))
    developing = found.directions[1]
    assert developing.direction is Direction.DEVELOPING
    may = {each.employee_id for each in found.candidates}
    if developing.employee_id is None:
        assert developing.partner_id is None
        return
    assert developing.partner_id != developing.employee_id
    held = (read.facts.holdings[developing.partner_id, need.competence_id].counted for need in ask.needs)
    assert any(each.level_on(ask.held_on) == GUIDES for each in held)
    assert (developing.partner_id if developing.learns_along else developing.employee_id) in may


def test_raising_a_level_through_the_service_moves_only_her_competence(delegation, add, kinds, hire, can):
    first, second = hire("Bo Skov", "P", 1), hire("Ida Holm", "P", 2)
    for who in (first, second):
        can(who, "sprogvurdering", 3)
    task = add("Sprogvurdering", kind_id=kinds["sprogvurdering"].id, team_id=1, due=date(2026, 4, 1))
    was = values(delegation.suggest(task))
    can(second, "sprogvurdering", 4)
    now = values(delegation.suggest(task))
    assert now[first] == was[first]
    assert now[second] == {**was[second], Criterion.COMPETENCE: 4}
