"""What is told of somebody beside a task: only what is known, in Danish whatever a competence is called."""

from datetime import date, timedelta

import pytest

from dagleder.competence.drafts import AssessmentDraft, CompetenceDraft, GoalDraft
from dagleder.competence.levels import Wish
from dagleder.presence.drafts import AbsenceDraft
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.drafts import PersonDraft
from dagleder.tasks.needs import Need
from dagleder.tasks.suggestion import Direction

VERB = "Planlægge og gennemføre ture"


def facts(delegation, task_id, who):
    found = delegation.suggest(task_id)
    person = found.candidate(who) or found.learner(who)
    return {each: valued.fact for each, valued in person.values.items()}


@pytest.fixture
def trips(competence):
    """A competence whose name begins with a verb."""
    area = competence.areas()[0].id
    return competence.add_competence(CompetenceDraft(VERB, area))


@pytest.fixture
def trip(add, trips):
    return add("Koloni", needs=(Need(trips, 3),), due=date(2026, 5, 1))


def test_a_name_that_begins_with_a_verb_is_never_bent_into_a_sentence(
    delegation, trip, trips, competence, helle, rikke
):
    competence.assess(AssessmentDraft(helle, trips, 2, date(2026, 1, 10)))
    competence.assess(AssessmentDraft(rikke, trips, 4, date(2026, 1, 10)))
    competence.set_goal(GoalDraft(helle, trips, 4))
    found = delegation.suggest(trip)
    first = found.candidate(rikke)
    assert facts(delegation, trip, rikke)[Criterion.COMPETENCE] == f"{VERB} 4"
    assert first.sentence == f"Rikke kan vejlede andre i “{VERB}” og har plads."
    assert first.praise == f"Jeg har valgt Rikke, som er på 4 i “{VERB}”, og har plads til opgaven."
    assert found.lacking[0].reason == f"Er på 2 i “{VERB}”, og opgaven kræver 3."
    assert facts(delegation, trip, helle)[Criterion.READINESS] == f"Har mål om “{VERB}”, ingen åbne opgaver"
    developing = found.towards(Direction.DEVELOPING)
    assert developing.why == f"Helle har mål om “{VERB}” og kan lære med. Rikke får opgaven."
    assert dict(developing.praise) == {
        helle: f"Jeg har valgt, at Helle lærer med: Helle har mål om “{VERB}”.",
        rikke: f"Jeg har valgt Rikke, som kan vejlede andre i “{VERB}”.",
    }


def test_what_is_held_or_not_is_told_as_everywhere_else(delegation, add, helle, rikke, can):
    safety, aid = can(rikke, "brand", 3), can(rikke, "foerstehjaelp", 3, date(2026, 6, 3))
    can(helle, "foerstehjaelp", 3, date(2026, 1, 31))
    task = add("Øvelse", needs=(Need(safety, 3, certificate=True), Need(aid, 3, certificate=True)))
    found = delegation.suggest(task)
    assert facts(delegation, task, rikke)[Criterion.COMPETENCE] == "Brandansvarlig, Førstehjælp til 3. juni 2026"
    assert found.candidate(rikke).praise.startswith("Jeg har valgt Rikke, som er brandansvarlig og har Førstehjælp, ")
    assert found.lacking[0].reason == "Er ikke brandansvarlig. Havde Førstehjælp, men det udløb 31. januar 2026."


def test_what_is_not_met_stands_first_and_says_whether_it_is_a_must(delegation, add, helle, can):
    language, tras, kids = can(helle, "sprogvurdering", 3), can(helle, "tras", 1), can(helle, "kids", 2)
    task = add("Sprog", needs=(Need(language), Need(tras, 2, must=False), Need(kids)))
    told = "KIDS 2 (kræver 3), TRAS 1 (ønsket 2), Sprogvurdering 3"
    assert facts(delegation, task, helle)[Criterion.COMPETENCE] == told


def test_who_has_done_the_kind_is_not_said_to_have_had_nothing_like_it(delegation, tasks, add, kinds, helle, rikke):
    kind = kinds["praktisk"].id
    tasks.finish(add("Oprydning i skuret", kind_id=kind, people=(PersonDraft(helle),)))
    fruit = add("Køb frugt", kind_id=kind)
    assert facts(delegation, fruit, helle)[Criterion.EXPERIENCE] == "1 gang, senest i marts 2026"
    told = [each for who in (helle, rikke) for each in facts(delegation, fruit, who).values()]
    told += [each.sentence for each in delegation.suggest(fruit).candidates]
    assert not [each for each in told if "lignende" in each or "ikke haft" in each]


@pytest.mark.parametrize(
    ("end", "fact"),
    [
        (None, "Har en opgave om “frugt”"),
        ("finish", "Har haft en opgave om “frugt”"),
        ("drop", "Opgaven gælder hele huset"),
    ],
)
def test_a_task_is_told_as_one_she_has_or_had_and_a_dropped_one_as_neither(delegation, tasks, add, helle, end, fact):
    fruit = add("Frugtordning", people=(PersonDraft(helle),))
    if end:
        getattr(tasks, end)(fruit)
    assert facts(delegation, add("Mere frugt"), helle)[Criterion.RELEVANCE] == fact


def test_who_has_her_first_of_the_kind_now_is_not_called_new_to_it(delegation, asked, add, kinds, helle, rikke):
    add("Sprogvurdering af Bo", kind_id=kinds["sprogvurdering"].id, people=(PersonDraft(helle),))
    assert facts(delegation, asked, helle)[Criterion.EXPERIENCE] == "Har sin første nu (4 år i huset)"
    found = delegation.suggest(asked)
    assert "ny med opgaven" not in found.candidate(helle).sentence
    assert found.candidate(rikke).sentence.endswith("men er ny med opgaven.")


def test_the_sentence_tells_what_decides_and_not_each_fact_again(delegation, asked, competence, helle):
    language = next(each.id for each in competence.competences() if each.key == "sprogvurdering")
    competence.assess(AssessmentDraft(helle, language, 4, date(2026, 1, 10)))
    competence.set_wish(helle, language, Wish.USE)
    found = delegation.suggest(asked).candidate(helle)
    told = "Helle kan vejlede andre i “Sprogvurdering” og vil gerne bruge det, men er ny med opgaven."
    assert found.sentence == told


def test_it_is_called_by_its_name_where_it_has_not_been_told_yet(delegation, add, competence, helle, can):
    language, tras = can(helle, "sprogvurdering", 4), can(helle, "tras", 2)
    competence.set_wish(helle, language, Wish.USE)
    needs = (Need(language, 3), Need(tras, 3, must=False))
    found = delegation.suggest(add("Sprog", needs=needs, people=())).candidate(helle)
    assert (found.values[Criterion.COMPETENCE].value, found.values[Criterion.READINESS].value) == (3, 4)
    assert found.sentence == "Helle vil gerne bruge “Sprogvurdering” og kan vejlede andre i “Sprogvurdering”."


def test_the_safe_choice_is_never_justified_by_what_she_has_not_done(delegation, asked, add, helle, tasks, kinds):
    assert delegation.suggest(asked).towards(Direction.SAFE).why == "Helle opfylder kravet."
    kind = kinds["praktisk"].id
    assert delegation.suggest(add("Mal hegnet")).towards(Direction.SAFE).why == "Helle har været 4 år i huset."
    tasks.finish(add("Mal skuret", kind_id=kind, people=(PersonDraft(helle),)))
    assert delegation.suggest(add("Ryd op", kind_id=kind)).towards(Direction.SAFE).why == "Helle har gjort det 1 gang."


LONG = "Vejlede kolleger, studerende og vikarer i det daglige arbejde"


def test_a_target_is_about_what_its_short_name_says(delegation, competence, add, helle):
    """The words of the long name are no subject: 'Bestil vikar' isn't about guiding 'vikarer'."""
    which = competence.add_competence(CompetenceDraft(LONG, competence.areas()[0].id, short_name="Vejlede nuet"))
    competence.set_target(which, "P", 3)
    assert "i stillingen" not in facts(delegation, add("Bestil vikar til workshop"), helle)[Criterion.RELEVANCE]
    assert "“Vejlede nuet” i stillingen" in facts(delegation, add("Vejledere"), helle)[Criterion.RELEVANCE]


@pytest.mark.parametrize(("last", "parathed"), [(0, 3), (7, 2), (21, 1), (40, 0)])
def test_a_day_off_in_a_long_time_is_told_but_takes_nothing_and_more_takes_by_its_share(
    delegation, add, helle, services, last, parathed
):
    """By the share that she is away of the 53 days she works: 1 of them, 6, 16, 28."""
    first = date(2026, 4, 20)
    task = add("Have", due=date(2026, 6, 1))
    services.presence.add_absence(AbsenceDraft(helle, first, first + timedelta(last), "F"))
    found = delegation.suggest(task).candidate(helle)
    assert found.values[Criterion.READINESS].value == parathed
    assert found.values[Criterion.READINESS].fact.startswith("Er væk 20.")


def test_that_she_would_rather_not_comes_before_her_absence_and_stands_on_the_cards(
    delegation, add, competence, trips, helle, services
):
    competence.assess(AssessmentDraft(helle, trips, 4, date(2026, 1, 10)))
    competence.set_wish(helle, trips, Wish.NOT_NOW)
    services.presence.add_absence(AbsenceDraft(helle, date(2026, 3, 23), date(2026, 3, 24), "F"))
    found = delegation.suggest(add("Koloni", needs=(Need(trips, 3),), due=date(2026, 4, 10)))
    hers, unwilling = found.candidate(helle), f"men ønsker ikke “{VERB}” nu"
    assert unwilling in hers.sentence
    assert hers.values[Criterion.READINESS].fact.startswith("Ønsker ikke")
    cards = [found.towards(each) for each in (Direction.SAFE, Direction.RELIEVING)]
    assert [(card.employee_id, unwilling in card.why) for card in cards] == [(helle, True)] * 2
