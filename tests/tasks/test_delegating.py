"""Giving a task on: the choice kept as it was made, and nobody chosen who may not have it."""

from dataclasses import replace
from datetime import date

import pytest

from dagleder.base.errors import UserProblem
from dagleder.exchange.drawing import Text
from dagleder.exchange.paper_layout import lay_out
from dagleder.presence.drafts import AbsenceDraft
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.delegation import DelegationDraft
from dagleder.tasks.drafts import PersonDraft
from dagleder.tasks.kinds import Weights
from dagleder.tasks.states import Mandate, Part
from dagleder.tasks.suggestion import Direction
from tests.storage.houses import dump

DUE = date(2026, 4, 1)


@pytest.fixture
def nanna(hire, can):
    who = hire("Nanna Ny", "P", 2)
    can(who, "sprogvurdering", 2)
    return who


def test_the_choice_is_kept_with_facts_weights_reason_and_partner(delegation, asked, helle, rikke, tasks):
    weights = Weights(3, 2, 1, 3)
    before = delegation.suggest(asked, weights).candidate(helle).values
    draft = DelegationDraft(
        asked, (helle,), "Helle vil gerne.", Mandate.DECIDE, Direction.DEVELOPING, rikke, weights=weights
    )
    delegation.delegate(draft)
    (kept,) = delegation.delegations(asked)
    assert (kept.called, kept.partner, kept.reason) == ("Helle", "Rikke Solhøj", "Helle vil gerne.")
    assert (kept.day, kept.direction, kept.mandate) == (date(2026, 3, 12), Direction.DEVELOPING, Mandate.DECIDE)
    assert (kept.values, kept.weights) == (before, weights)
    task = tasks.task(asked)
    assert [(each.called, each.part) for each in task.people] == [("Helle", Part.OWNER), ("Rikke", Part.PARTNER)]
    assert task.mandate is Mandate.DECIDE


def test_one_step_takes_the_whole_choice_back(delegation, asked, helle, rikke, tasks, services):
    delegation.delegate(DelegationDraft(asked, (helle, rikke)))
    assert services.database.undo_name() == "Giv Sprogvurdering af Ida til Helle og Rikke"
    assert len(delegation.delegations(asked)) == 2
    services.database.undo()
    assert delegation.delegations(asked) == ()
    assert tasks.task(asked).unassigned


def test_the_choice_stays_when_the_task_goes_on_to_somebody_else(delegation, asked, helle, rikke):
    delegation.delegate(DelegationDraft(asked, (helle,)))
    delegation.delegate(DelegationDraft(asked, (rikke,)))
    assert [each.called for each in delegation.delegations(asked)] == ["Rikke", "Helle"]


def test_what_was_kept_does_not_move_when_the_house_does(delegation, asked, helle, can):
    delegation.delegate(DelegationDraft(asked, (helle,)))
    can(helle, "sprogvurdering", 4)
    (kept,) = delegation.delegations(asked)
    assert kept.values[Criterion.COMPETENCE].fact == "Sprogvurdering 3"


def test_whoever_misses_a_must_is_refused_but_can_learn_along(delegation, asked, helle, nanna, tasks):
    with pytest.raises(UserProblem) as refused:
        delegation.delegate(DelegationDraft(asked, (nanna,)))
    sentence = "Nanna kan ikke vælges. Er på 2 i “Sprogvurdering”, og opgaven kræver 3."
    assert (refused.value.sentence, refused.value.field) == (sentence, "employee_ids")
    assert tasks.task(asked).unassigned
    delegation.delegate(DelegationDraft(asked, (helle,), learner_ids=(nanna,)))
    assert [each.part for each in tasks.task(asked).people] == [Part.OWNER, Part.LEARNER]


def test_whoever_is_away_is_refused_as_partner(delegation, asked, helle, rikke, services):
    services.presence.add_absence(AbsenceDraft(rikke, date(2026, 3, 1), date(2026, 5, 1), "B"))
    with pytest.raises(UserProblem, match=r"Rikke kan ikke vælges\. Er væk i hele perioden"):
        delegation.delegate(DelegationDraft(asked, (helle,), partner_id=rikke))


def test_a_medhjaelper_cannot_learn_a_task_her_role_may_not_have(delegation, asked, helle, hire):
    thea = hire("Thea Birk", "PM", 2)
    with pytest.raises(UserProblem, match=r"Thea kan ikke vælges\. Er pædagogmedhjælper"):
        delegation.delegate(DelegationDraft(asked, (helle,), learner_ids=(thea,)))


@pytest.mark.parametrize(
    ("people", "partner", "field"),
    [((), None, "employee_ids"), ((1, 1), None, "employee_ids"), ((1,), 1, "employee_ids")],
)
def test_a_choice_of_nobody_or_of_somebody_twice_is_refused(people, partner, field):
    with pytest.raises(UserProblem) as refused:
        DelegationDraft(1, people, partner_id=partner).check()
    assert refused.value.field == field


def test_the_leader_herself_is_not_a_candidate(delegation, asked, hire, can, services):
    leader = hire("Lone Leder", "P", 1)
    can(leader, "sprogvurdering", 4)
    services.settings.save_house(replace(services.settings.house(), leader_name="Lone Leder"))
    found = {each.employee_id: each.reason for each in delegation.suggest(asked).left_out}
    assert found.get(leader) == "Det er dig selv: du kan beholde opgaven."


def said(document):
    pages = lay_out(document)
    assert len(pages) == 1
    return " ".join(" ".join(shape.text for shape in pages[0].shapes if isinstance(shape, Text)).split())


def test_the_paper_tells_her_what_was_asked_why_and_nothing_of_others(delegation, asked, helle, rikke):
    (kept,) = delegation.delegate(DelegationDraft(asked, (helle,), "Du har bedt om mere sprog.", Mandate.PROPOSE))
    text = said(delegation.why_paper(kept))
    for part in (
        "Hvorfor fik jeg opgaven?",
        "Helle Brinkholt · givet torsdag 12. marts 2026",
        "Frist: 1. april 2026.",
        "Opgaven kræver: Sprogvurdering 3+.",
        "Sprogvurdering 3",
        "Ingen åbne opgaver",
        "Du har bedt om mere sprog.",
        "Indstil: du foreslår en løsning",
    ):
        assert part in text
    assert "Rikke" not in text
    assert delegation.suggest(asked).candidate(rikke) is not None


def test_whoever_learns_along_has_a_paper_of_her_own_without_the_words_to_the_other(delegation, asked, helle, nanna):
    reasons = {helle: "Helle kan lære fra sig.", nanna: "Nanna vil gerne lære det."}
    draft = DelegationDraft(asked, (helle,), mandate=Mandate.DECIDE, learner_ids=(nanna,), reasons=reasons)
    hers, learners = (said(delegation.why_paper(kept)) for kept in delegation.delegate(draft))
    assert "Nanna" not in hers
    for part in (
        "Nanna vil gerne lære det.",
        "Sprogvurdering 2 (kræver 3)",
        "Hvorfor lærer jeg med?",
        "Du lærer med",
        "Opgaven blev givet til Helle Brinkholt, som du kan bruge som sparringspartner.",
    ):
        assert part in learners
    for other in ("Helle kan lære fra sig.", "Du beslutter selv", "Nu er opgaven din"):
        assert other not in learners
    assert [each.called for each in delegation.delegations(asked)] == ["Helle", "Nanna"]


def test_the_paper_of_a_choice_without_a_reason_says_so(delegation, asked, helle):
    (kept,) = delegation.delegate(DelegationDraft(asked, (helle,)))
    assert "Der er ikke skrevet en begrundelse." in said(delegation.why_paper(kept))


def test_a_choice_that_was_undone_is_told_as_gone(delegation, asked, helle, services):
    (kept,) = delegation.delegate(DelegationDraft(asked, (helle,)))
    services.database.undo()
    with pytest.raises(UserProblem, match="Valget findes ikke længere"):
        delegation.why_paper(kept)


def test_an_earlier_task_is_told_by_the_word_the_two_share_and_names_nobody(services, add, helle):
    add("TRAS-oplæring af Zanariba", theme="Zanariba", people=(PersonDraft(helle),))
    asked = add("TRAS i Ræven")
    (kept,) = services.delegation.delegate(DelegationDraft(asked, (helle,)))
    fact = services.delegation.delegations(asked)[0].values[Criterion.RELEVANCE].fact
    assert fact == "Har en opgave om “TRAS”"
    assert "Zanariba" not in said(services.delegation.why_paper(kept))
    assert "Zanariba" not in str(dump(services.database)["delegation"])


def test_the_word_is_told_as_it_stands_in_the_task_that_is_given(delegation, add, helle):
    add("Zanaribas legehus", people=(PersonDraft(helle),))
    found = delegation.suggest(add("Nyt Legehusmøbel")).candidate(helle)
    assert found.values[Criterion.RELEVANCE].fact == "Har en opgave om “Legehus”"
    assert "Zanariba" not in found.sentence


def test_the_name_of_a_colleague_is_no_subject_and_stands_on_nobodys_paper(delegation, add, helle, rikke):
    add("Rikkes mødeplan", people=(PersonDraft(helle),))
    found = delegation.suggest(add("Rikkes introforløb"))
    assert {found.candidate(who).values[Criterion.RELEVANCE].value for who in (helle, rikke)} == {1}
    assert found.candidate(helle).values[Criterion.RELEVANCE].fact == "Opgaven gælder hele huset"
