"""Tasks more than a year ahead, and people who are not there until they are over."""

from datetime import date

import pytest

from dagleder.presence.drafts import AbsenceDraft
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.needs import Need
from dagleder.tasks.suggestion import Direction, Why

MAY = {"first": date(2026, 5, 1), "due": date(2026, 5, 29)}


@pytest.fixture
def first_aid(hire, can):
    """Somebody who has it until 18 March of next year, and what to ask for."""
    mads = hire("Mads Skov", "P", 1)
    return mads, (Need(can(mads, "foerstehjaelp", 3, date(2027, 3, 18)), 3, True, "Førstehjælp", certificate=True),)


@pytest.mark.parametrize(
    "time", [{"first": date(2027, 5, 3), "due": date(2027, 5, 7)}, {"due": date(2027, 12, 1)}], ids=["period", "due"]
)
def test_a_certificate_that_lapses_before_a_task_of_next_year_is_refused(delegation, add, first_aid, time):
    mads, needs = first_aid
    left_out = delegation.suggest(add("Koloni", needs=needs, **time)).left_out
    told = "Har Førstehjælp, men det udløber 18. marts 2027, før opgaven er slut."
    assert [(each.employee_id, each.why, each.reason) for each in left_out] == [(mads, Why.NEED, told)]
    assert delegation.suggest(add("Tur", needs=needs, due=date(2027, 3, 18))).candidate(mads)


def test_absence_is_looked_at_in_the_time_of_a_task_of_next_year(delegation, services, add, helle, rikke):
    services.presence.add_absence(AbsenceDraft(helle, date(2027, 5, 1), date(2027, 5, 9), "F"))
    services.presence.add_absence(AbsenceDraft(rikke, date(2027, 3, 12), date(2027, 3, 12), "F"))
    trip = add("Koloni", first=date(2027, 5, 3), due=date(2027, 5, 7))
    add("I morgen", due=date(2026, 3, 13))
    found = delegation.suggest(trip)
    assert (found.first, found.last) == (date(2027, 5, 3), date(2027, 5, 7))
    assert [(each.employee_id, each.reason) for each in found.left_out] == [
        (helle, "Er væk i hele perioden 3.–7. maj.")
    ]
    assert found.candidate(rikke).values[Criterion.READINESS].fact == "Ingen åbne opgaver"
    assert delegation.suggest_all()[trip].employee_ids == (rikke,)


@pytest.fixture
def language(add, kinds):
    return add("Sprog", kind_id=kinds["sprogvurdering"].id, **MAY)


def test_who_stops_before_the_deadline_is_no_safe_choice_and_it_is_told(delegation, services, language, helle, rikke):
    services.staff.leave(rikke, date(2026, 5, 20))
    found = delegation.suggest(language)
    assert found.candidate(rikke).sentence == (
        "Rikke kan vejlede andre i “Sprogvurdering”, men stopper 20. maj og er ny med opgaven."
    )
    assert {each.direction: each.employee_id for each in found.directions} == {
        Direction.SAFE: helle,
        Direction.DEVELOPING: None,
        Direction.RELIEVING: helle,
    }


@pytest.fixture
def nanna(hire, can):
    who = hire("Nanna Ny", "P", 2)
    can(who, "sprogvurdering", 2)
    return who


def test_who_is_away_for_most_of_it_is_neither_the_safe_choice_nor_to_be_turned_to(
    delegation, services, language, helle, rikke, nanna
):
    safe, developing, _ = delegation.suggest(language).directions
    assert (safe.employee_id, developing.employee_id, developing.partner_id) == (rikke, nanna, rikke)
    services.presence.add_absence(AbsenceDraft(rikke, date(2026, 5, 4), date(2026, 5, 29), "F"))
    safe, developing, relieving = delegation.suggest(language).directions
    assert (safe.employee_id, relieving.employee_id) == (helle, helle)
    assert (developing.employee_id, developing.partner_id) == (None, None)
    assert developing.why == "Ingen på niveau 4 er på arbejde i perioden og kan være sparringspartner."


def test_where_nobody_is_there_until_the_end_two_ways_say_so(delegation, services, add, helle):
    services.staff.leave(helle, date(2026, 5, 20))
    safe, _, relieving = delegation.suggest(add("Oprydning", **MAY)).directions
    told = "Ingen, der kan få opgaven, er her det meste af tiden og til den er slut."
    assert (safe.employee_id, safe.why, relieving.employee_id, relieving.why) == (None, told, None, told)


def test_a_missed_must_counts_as_far_as_she_has_come(delegation, add, helle, can):
    language, tras, kids = can(helle, "sprogvurdering", 2), can(helle, "tras", 1), can(helle, "kids", 0)
    for needs, value in (
        ((Need(language),), 2),
        ((Need(language), Need(tras), Need(kids)), 1),
        ((Need(kids, 4),), 0),
    ):
        (left_out,) = delegation.suggest(add("Sprog", needs=needs)).lacking
        assert left_out.values[Criterion.COMPETENCE].value == value
