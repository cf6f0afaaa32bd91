"""Whom a task could be given to: the whole way from the house to the four criteria with their facts."""

from datetime import date

import pytest

from dagleder.competence.drafts import GoalDraft
from dagleder.competence.levels import Wish
from dagleder.presence.drafts import AbsenceDraft
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.drafts import PersonDraft
from dagleder.tasks.earlier import EarlierDraft
from dagleder.tasks.kinds import Weights
from dagleder.tasks.needs import Need
from dagleder.tasks.suggestion import Direction, Why
from tests.queries import count_queries

DUE = date(2026, 4, 1)


def language(competence):
    return next(each.id for each in competence.competences() if each.key == "sprogvurdering")


def values(suggestion, who):
    return {each.value: valued.value for each, valued in suggestion.candidate(who).values.items()}


def fact(suggestion, who, criterion):
    return suggestion.candidate(who).values[Criterion(criterion)].fact


def reasons(suggestion):
    return {each.employee_id: (each.why, each.reason) for each in suggestion.left_out}


def test_each_criterion_has_a_value_and_a_fact_from_the_house(delegation, asked, helle, rikke):
    found = delegation.suggest(asked)
    assert values(found, helle) == {"relevance": 3, "competence": 3, "experience": 1, "readiness": 3}
    assert values(found, rikke) == {"relevance": 2, "competence": 4, "experience": 1, "readiness": 3}
    assert fact(found, helle, "relevance") == "Egen stue, “Sprogvurdering” i stillingen"
    assert fact(found, rikke, "competence") == "Sprogvurdering 4"
    assert fact(found, rikke, "experience") == "Ny med opgaven (7 år i huset)"
    assert fact(found, helle, "readiness") == "Ingen åbne opgaver"


def test_who_is_refused_for_her_role_is_told_those_of_the_house_that_may(delegation, asked, hire, can):
    hire("Bo Skov", "P", 1)
    thea = hire("Thea Birk", "PM", 2)
    can(thea, "sprogvurdering", 4)
    why, reason = reasons(delegation.suggest(asked))[thea]
    assert why is Why.ROLE
    assert reason == "Er pædagogmedhjælper, og opgaven er kun for pædagoger."


def test_a_lapsed_first_aid_certificate_is_refused_with_its_date(delegation, add, hire, can):
    bo = hire("Bo Skov", "P", 1)
    first_aid = can(bo, "foerstehjaelp", 3, date(2026, 3, 11))
    trip = add("Tur til stranden", needs=(need(first_aid),), due=DUE)
    assert reasons(delegation.suggest(trip))[bo] == (Why.NEED, "Havde Førstehjælp, men det udløb 11. marts 2026.")
    can(bo, "foerstehjaelp", 3, DUE)
    assert delegation.suggest(trip).candidate(bo) is not None


def need(competence_id, level=3, *, must=True):
    return Need(competence_id, level, must)


def test_a_certificate_must_hold_through_the_period_of_a_task(delegation, add, hire, can):
    bo = hire("Bo Skov", "P", 1)
    first_aid = can(bo, "foerstehjaelp", 3, date(2026, 6, 3))
    trip = add("Koloni", needs=(need(first_aid),), first=date(2026, 6, 1), due=date(2026, 6, 5))
    reason = "Har Førstehjælp, men det udløber 3. juni 2026, før opgaven er slut."
    assert reasons(delegation.suggest(trip))[bo] == (Why.NEED, reason)


def test_whoever_lacks_a_must_can_learn_along(delegation, asked, hire, can):
    ny = hire("Nanna Ny", "P", 2)
    can(ny, "sprogvurdering", 2)
    found = delegation.suggest(asked)
    assert [each.employee_id for each in found.lacking] == [ny]
    assert reasons(found)[ny][1] == "Er på 2 i “Sprogvurdering”, og opgaven kræver 3."


def test_whoever_is_away_all_of_the_time_is_left_out_without_its_kind(delegation, asked, helle, services):
    services.presence.add_absence(AbsenceDraft(helle, date(2026, 3, 1), date(2026, 4, 30), "O"))
    assert reasons(delegation.suggest(asked))[helle] == (Why.AWAY, "Er væk i hele perioden 12. marts–1. april.")


def test_absence_in_part_of_the_time_takes_from_parathed_and_is_told_with_its_days(delegation, asked, helle, services):
    services.presence.add_absence(AbsenceDraft(helle, date(2026, 3, 16), date(2026, 3, 17), "O"))
    found = delegation.suggest(asked)
    assert values(found, helle)["readiness"] == 2
    assert fact(found, helle, "readiness") == "Er væk 16.–17. marts, ingen åbne opgaver"


def test_whoever_starts_later_or_has_stopped_before_is_left_out(delegation, add, kinds, hire):
    soon = hire("Signe Snart", "P", 1, start=date(2026, 8, 1))
    gone = hire("Gro Gammel", "P", 1, end=date(2026, 3, 31))
    task = add("Oprydning", kind_id=kinds["praktisk"].id, first=date(2026, 6, 1), due=date(2026, 6, 5))
    found = reasons(delegation.suggest(task))
    assert found[soon] == (Why.AWAY, "Er først ansat fra 1. august 2026.")
    assert found[gone] == (Why.AWAY, "Stopper 31. marts 2026, før opgaven begynder.")


def test_open_tasks_count_against_weekly_hours(delegation, asked, helle, add):
    add("Netværk", minutes=240, weekly=True, people=(PersonDraft(helle),))
    found = delegation.suggest(asked)
    assert values(found, helle)["readiness"] == 1  # 4 of 37 hours: above a tenth
    assert fact(found, helle, "readiness") == "1 opgave, ca. 4 timer/uge"


def test_wish_and_goal_about_what_the_task_asks_for_raise_parathed(delegation, asked, helle, competence):
    which = language(competence)
    competence.set_wish(helle, which, Wish.DEVELOP)
    assert values(delegation.suggest(asked), helle)["readiness"] == 4
    competence.set_wish(helle, which, Wish.NOT_NOW)
    found = delegation.suggest(asked)
    assert values(found, helle)["readiness"] == 1
    assert fact(found, helle, "readiness") == "Ønsker ikke “Sprogvurdering” nu, ingen åbne opgaver"


def test_tasks_done_before_and_in_the_program_are_experience(delegation, asked, helle, tasks, add, kinds):
    kind = kinds["sprogvurdering"].id
    done = add("Sprogvurdering af Bo", kind_id=kind, people=(PersonDraft(helle),))
    tasks.finish(done)
    assert values(delegation.suggest(asked), helle)["experience"] == 3
    tasks.add_earlier(EarlierDraft(helle, kind, date(2024, 5, 1)))
    found = delegation.suggest(asked)
    assert values(found, helle)["experience"] == 4
    assert fact(found, helle, "experience") == "2 gange, senest i marts 2026"


def test_the_order_follows_the_weights_of_the_leader(delegation, asked, helle, rikke):
    def order(**weights):
        return [each.employee_id for each in delegation.suggest(asked, Weights(**weights)).candidates]

    assert order(relevance=3, competence=1, experience=1) == [helle, rikke]
    assert order(relevance=1, competence=3) == [rikke, helle]


def test_the_kinds_weights_hold_until_others_are_given(delegation, asked, helle, rikke, tasks, kinds):
    tasks.set_weights(kinds["sprogvurdering"].id, Weights(3, 1, 1, 2))
    assert delegation.suggest(asked).weights == Weights(3, 1, 1, 2)
    assert [each.employee_id for each in delegation.suggest(asked).candidates] == [helle, rikke]


def test_the_three_directions_each_name_theirs(delegation, asked, helle, rikke, competence, add):
    competence.set_goal(GoalDraft(helle, language(competence), 4))
    add("Netværk", people=(PersonDraft(rikke),))
    safe, developing, relieving = delegation.suggest(asked).directions
    assert (safe.direction, safe.employee_id) == (Direction.SAFE, rikke)
    assert (developing.employee_id, developing.partner_id, developing.learns_along) == (helle, rikke, False)
    assert developing.why == "Helle har mål om “Sprogvurdering”. Rikke kan være sparringspartner."
    assert (relieving.employee_id, relieving.why) == (helle, "Helle har ingen åbne opgaver.")


def test_whoever_lacks_a_must_develops_beside_the_one_who_has_the_task(delegation, asked, rikke, hire, can, competence):
    nanna = hire("Nanna Ny", "P", 2)
    can(nanna, "sprogvurdering", 2)
    competence.set_wish(nanna, language(competence), Wish.DEVELOP)
    developing = delegation.suggest(asked).directions[1]
    assert (developing.employee_id, developing.partner_id, developing.learns_along) == (nanna, rikke, True)
    assert developing.why == "Nanna vil gerne udvikle “Sprogvurdering” og kan lære med. Rikke får opgaven."


def test_whoever_has_the_task_goes_on_with_it_where_somebody_learns_along(
    delegation, add, hire, can, competence, kinds
):
    """Though another who could guide is of the learner's own stue, and has less to do."""
    karen, other, nanna = hire("Karen Kvist", "P", 1), hire("Cecilie Bro", "P", 2), hire("Nanna Ny", "P", 2)
    for who, level in ((karen, 4), (other, 4), (nanna, 2)):
        can(who, "sprogvurdering", level)
    competence.set_wish(nanna, language(competence), Wish.DEVELOP)
    task = add("Sprogvurdering", kind_id=kinds["sprogvurdering"].id, people=(PersonDraft(karen),))
    add("Netværk", people=(PersonDraft(karen),))
    developing = delegation.suggest(task).directions[1]
    assert (developing.employee_id, developing.partner_id, developing.learns_along) == (nanna, karen, True)
    assert developing.why.endswith("kan lære med. Karen har opgaven.")


def test_a_direction_without_anybody_says_why(delegation, asked, helle):
    safe, developing, relieving = delegation.suggest(asked).directions
    assert (safe.employee_id, relieving.employee_id) == (helle, helle)
    assert (developing.employee_id, developing.why) == (
        None,
        "Ingen har et mål, et ønske eller noget at lære ved opgaven.",
    )


def test_the_sentence_of_a_candidate_tells_what_speaks_for_and_against(delegation, asked, helle):
    candidate = delegation.suggest(asked).candidate(helle)
    assert [valued.value for valued in candidate.values.values()] == [3, 3, 1, 3]
    assert candidate.sentence == "Helle opfylder kravet og har plads, men er ny med opgaven."


def test_a_task_that_asks_for_nothing_is_open_to_all_alike(delegation, add, helle, rikke):
    found = delegation.suggest(add("Nyt"))
    assert {values(found, who)["competence"] for who in (helle, rikke)} == {3}
    assert fact(found, helle, "competence") == "Opgaven stiller ingen krav"
    assert fact(found, helle, "relevance") == "Opgaven gælder hele huset"


@pytest.mark.usefixtures("asked", "helle", "rikke")
def test_the_list_names_the_same_first_three_as_the_dialog(delegation, add, hire):
    add("Oprydning i skuret")
    hire("Otto Kærvig", "PM", 1)
    hints = delegation.suggest_all()
    for task_id, hint in hints.items():
        order = [each.employee_id for each in delegation.suggest(task_id).candidates]
        assert list(hint.employee_ids) == order[:3]
    assert len(hints) == 2


def test_whoever_is_new_in_the_house_is_left_to_settle_first(delegation, asked, hire, can):
    ny = hire("Signe Ny", "P", 2, start=date(2026, 2, 1))
    can(ny, "sprogvurdering", 3)
    found = delegation.suggest(asked)
    assert values(found, ny)["readiness"] == 1
    assert fact(found, ny, "readiness") == "Er ny i huset fra 1. februar, ingen åbne opgaver"


def test_a_task_on_days_she_does_not_work_takes_from_parathed(delegation, add, helle):
    weekend = add("Loppemarked", first=date(2026, 3, 14), due=date(2026, 3, 15))
    found = delegation.suggest(weekend)
    assert values(found, helle)["readiness"] == 0
    assert fact(found, helle, "readiness") == "Arbejder ikke på de dage, ingen åbne opgaver"


def test_the_stue_the_matrikel_and_earlier_tasks_about_it_are_relevance(delegation, helle, rikke, add):
    add("Sprog i garderoben", people=(PersonDraft(rikke),))
    found = delegation.suggest(add("Ny plan", theme="sproget", team_id=1))
    assert values(found, rikke)["relevance"] == 4
    assert fact(found, rikke, "relevance") == "Egen stue, har en opgave om “sprog”"
    assert values(found, helle)["relevance"] == 1
    assert fact(found, helle, "relevance") == "Samme matrikel"


def test_a_stue_that_is_closed_is_asked_of_nobody(delegation, add, helle, services):
    task = add("Oprydning", team_id=2)
    services.settings.close_team(2, date(2026, 3, 12))
    assert fact(delegation.suggest(task), helle, "relevance") == "Opgaven gælder hele huset"


def test_a_competence_switched_off_is_asked_of_nobody(delegation, asked, hire, competence):
    bo = hire("Bo Skov", "P", 1)
    assert delegation.suggest(asked).candidate(bo) is None
    competence.hide_competence(language(competence))
    assert delegation.suggest(asked).candidate(bo) is not None


def test_many_people_and_tasks_cost_as_many_queries_as_few(delegation, asked, hire, add):
    few = count_queries(lambda: delegation.suggest(asked))
    for number in range(12):
        add("Mere", people=(PersonDraft(hire(f"Nr {number}", "P", 1)),))
    assert count_queries(lambda: delegation.suggest(asked)) == few


def test_of_a_task_without_a_type_nobody_is_told_not_to_have_had_it(delegation, add, rikke):
    found = delegation.suggest(add("Køb blomster"))
    assert fact(found, rikke, "experience") == "Opgaven har ingen type (7 år i huset)"
    assert not any("gjort det" in each.sentence for each in found.candidates)
