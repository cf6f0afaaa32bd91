"""A house of 47 people: what they can, where it hangs on one, and a task given to the one it suits; by the services."""

from datetime import date

import pytest

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.base.errors import UserProblem
from dagleder.competence.vulnerability import State
from dagleder.exchange.pdf import render_pdf
from dagleder.models.tables import FEATURE_TABLES
from dagleder.presence.drafts import AbsenceDraft
from dagleder.tasks.delegation import DelegationDraft
from dagleder.tasks.drafts import TaskDraft
from dagleder.tasks.needs import Need
from dagleder.tasks.suggestion import Direction, Why
from tests.conftest import NOW
from tests.story.forty_seven import KEYS, SEEDED, WANTED, block, catalogue, settle, want

MONDAY = date(2026, 6, 1)


@pytest.fixture
def house(tmp_path):
    services = app.create_house(tmp_path / "47.dagleder", name="Storehuset", secret=None, clock=FixedClock(NOW))
    people = settle(services)
    want(services)
    ids = catalogue(services)
    assert services.competence
    services.competence.paste(block(), people[:46], [ids[key] for key in KEYS])
    yield services
    services.close()


def rows(house):
    """Every row of every feature's table."""
    with house.database.reading() as session:
        return {table.name: session.execute(table.select()).all() for table in FEATURE_TABLES}


def employed(house, number):
    """The one that was employed as this number."""
    return house.staff.find(f"P{number:02}").id


def first(house):
    return employed(house, 0)


def thin(house, day=None, **more):
    """What is vulnerable, by key."""
    insight = house.competence.insight
    told = insight.vulnerable_on(day, **more) if day else insight.vulnerable(**more)
    return {each.thin.competence.key: each.thin for each in told}


def test_what_was_pasted_is_one_step_and_is_gone_when_it_is_undone(house):
    facts = house.competence.facts()
    assert sum(1 for holding in facts.holdings.values() if holding.counted) > 150
    assert house.database.undo_name().startswith("Indsæt ")
    house.database.undo()
    assert not any(holding.counted for holding in house.competence.facts().holdings.values())
    house.database.redo()
    assert house.competence.facts().holdings == facts.holdings


def test_what_hangs_on_one_is_found_and_nothing_that_does_not(house):
    found = thin(house)
    assert found[SEEDED].holders == (first(house),)
    assert found[SEEDED].state is State.SINGLE
    facts, ids = house.competence.facts(), catalogue(house)
    for key in KEYS:
        holders = sum(facts.can_alone(who, ids[key]) for who in facts.people)
        assert (key in found) == (holders < 2 or holders < WANTED[key])


def test_the_day_its_holder_is_on_holiday_is_found_and_undone_again(house):
    house.presence.add_absence(AbsenceDraft(first(house), MONDAY, date(2026, 6, 5), "F"))
    assert thin(house, MONDAY)[SEEDED].state is State.NONE
    assert thin(house, MONDAY)[SEEDED].away == (first(house),)
    assert thin(house, date(2026, 6, 8))[SEEDED].state is State.SINGLE
    days = house.competence.insight.over_time(MONDAY, date(2026, 6, 30))
    # 5 June is Grundlovsdag: the house is closed and asks for nobody
    nobody = [each.thin for each in days if each.thin.competence.key == SEEDED and each.thin.state is State.NONE]
    assert [(each.first, each.last) for one in nobody for each in one.stretches] == [(MONDAY, date(2026, 6, 4))]
    house.database.undo()
    assert thin(house, MONDAY)[SEEDED].state is State.SINGLE


def test_without_its_holder_there_is_nobody(house):
    assert thin(house, without=[first(house)])[SEEDED].state is State.NONE


def language_task(house, **more):
    kind = next(kind for kind in house.tasks.kinds() if kind.key == "sprogvurdering")
    return house.tasks.add(TaskDraft("Sprogvurdering af tre børn", kind.id, due=date(2026, 4, 1), **more))


def test_a_language_assessment_goes_to_the_one_the_criteria_favour_and_medhjaelpere_are_refused_for_role(house):
    task = language_task(house)
    suggestion = house.delegation.suggest(task)
    chosen = suggestion.candidates[0]
    assert {each.role for each in suggestion.candidates} <= {"P", "PA"}
    refused = {each.employee_id: each for each in suggestion.left_out if each.role == "PM"}
    assert len(refused) == 15
    assert {each.why for each in refused.values()} == {Why.ROLE}
    with pytest.raises(UserProblem, match="kan ikke vælges"):
        house.delegation.delegate(DelegationDraft(task, (next(iter(refused)),)))
    safe = next(each for each in suggestion.directions if each.direction is Direction.SAFE)
    before = rows(house)
    house.delegation.delegate(DelegationDraft(task, (chosen.employee_id,), chosen.sentence, direction=safe.direction))
    assert [person.employee_id for person in house.tasks.task(task).people] == [chosen.employee_id]
    assert house.delegation.delegations(task)[0].reason == chosen.sentence
    house.database.undo()
    assert rows(house) == before


def test_lapsed_first_aid_counts_as_missing_and_its_date_is_told(house):
    lapsed, ids = employed(house, 7), catalogue(house)
    task = language_task(house, needs=(Need(ids["foerstehjaelp"]),))
    suggestion = house.delegation.suggest(task)
    (left,) = [each for each in suggestion.left_out if each.employee_id == lapsed]
    assert left.why is Why.NEED
    assert "31. januar 2026" in left.reason


def test_every_paper_of_it_can_be_printed(house):
    task = language_task(house)
    chosen = house.delegation.suggest(task).candidates[0]
    (kept,) = house.delegation.delegate(DelegationDraft(task, (chosen.employee_id,), chosen.sentence))
    papers = [house.tasks.list_paper(), house.delegation.why_paper(kept)]
    assert all(render_pdf(paper).startswith(b"%PDF") for paper in papers)
