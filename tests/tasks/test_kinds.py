"""The kinds of task: the sixteen of a new house, and what may be changed about them."""

from dataclasses import replace

import pytest

from dagleder.base.errors import UserProblem
from dagleder.tasks.kinds import KindDraft, Subject, Weights, shipped_kinds
from dagleder.tasks.needs import Need

# The leader's own table of kinds (roller-og-kompetencer.md): who may have it, and the musts.
SHIPPED = {
    "Forældresamtale": ("P PA D DP", {"foraeldresamtaler": 3}),
    "Sprogvurdering": ("P PA D DP", {"sprogvurdering": 3}),
    "Handleplan efter sprogvurdering": ("P PA D DP", {"handleplaner": 3}),
    "Kontakt til eksterne parter": ("P DP", {"eksterne_parter": 3}),
    "Vejleder for PA-elev": ("P PA", {"vejledning_pa_elever": 3}),
    "Vejleder for pædagogstuderende": ("P", {"vejledning_studerende": 3}),
    "Mentor for ny kollega": ("P PA PM DP", {}),
    "Ressourceperson i kompetenceudviklingsforløb": ("P PA", {"facilitering": 2}),
    "Tovholder for en metode": ("P PA DP", {}),
    "Planlægge pædagogisk aktivitet": ("", {"paedagogiske_aktiviteter": 2}),
    "Mødeledelse eller projektledelse": ("P PA DP", {}),
    "Oplæg på personalemøde": ("", {}),
    "Metafortælling eller læringshistorie": ("", {}),
    "Praktisk opgave": ("", {}),
    "Koordinering af gæsteplacering": ("DP", {"gaesteplacering": 3}),
    "Deltage i netværk": ("P PA D DP", {}),
}


def test_a_new_house_has_the_sixteen_kinds_with_whom_they_may_be_given_to_and_what_they_ask_for(services, tasks):
    keys = {each.id: each.key for each in services.competence.competences(hidden=True)}
    found = {kind.name: (kind.roles, {keys[n.competence_id]: n.level for n in kind.needs}) for kind in tasks.kinds()}
    assert found == {name: (frozenset(roles.split()), needs) for name, (roles, needs) in SHIPPED.items()}
    assert all(need.must for kind in tasks.kinds() for need in kind.needs)
    assert {kind.weights for kind in tasks.kinds()} == {Weights(2, 2, 2, 2)}


def test_every_shipped_kind_asks_for_competences_of_the_catalogue(services):
    known = {each.key for each in services.competence.competences(hidden=True)}
    assert {key for kind in shipped_kinds() for key in kind.needs} <= known


def test_a_kind_allows_the_roles_named_or_everybody(kinds):
    assert kinds["sprogvurdering"].allows("PA")
    assert not kinds["sprogvurdering"].allows("PM")
    assert kinds["praktisk"].allows("PM")


def test_a_method_is_chosen_with_each_task_about_one_and_until_then_it_is_told(tasks, add, kinds, services):
    kids = next(each.id for each in services.competence.competences() if each.name == "KIDS")
    about_kids = add(kind_id=kinds["tovholder"].id, needs=(Need(kids, 3),))
    assert tasks.findings(about_kids) == ()
    told = {"tovholder": "Vælg den metode, opgaven gælder.", "oplaeg": "Vælg den kompetence, opgaven handler om."}
    for key, sentence in told.items():
        assert [finding.text for finding in tasks.findings(add(kind_id=kinds[key].id))] == [sentence]


def test_what_a_kind_asks_for_itself_is_no_choice(kinds):
    kind = replace(kinds["sprogvurdering"], subject=Subject.METHOD)
    assert kind.to_choose(kind.needs)
    assert not kind.to_choose((*kind.needs, Need(99, 3)))


def test_a_kind_is_added_renamed_and_switched_off_each_in_one_step(tasks, services, add):
    kind_id = tasks.add_kind(KindDraft("Skovdag", frozenset({"P"}), (Need(1, 2), Need(2, 4, must=False))))
    assert services.database.undo_name() == "Ny opgavetype: Skovdag"
    made = tasks.kinds()[-1]
    assert (made.id, made.draft()) == (
        kind_id,
        KindDraft("Skovdag", frozenset({"P"}), (Need(1, 2), Need(2, 4, must=False))),
    )
    tasks.change_kind(kind_id, KindDraft("Skovtur", needs=(Need(2, 3),)))
    assert (tasks.kinds()[-1].name, tasks.kinds()[-1].needs) == ("Skovtur", (Need(2, 3),))
    task_id = add(kind_id=kind_id)
    tasks.hide_kind(kind_id)
    assert kind_id not in {kind.id for kind in tasks.kinds()}
    assert tasks.task(task_id).kind.name == "Skovtur"
    assert services.database.undo_name() == "Skjul opgavetypen Skovtur"


def test_a_kind_changed_leaves_tasks_already_made_as_they_are(tasks, add, kinds):
    kind = kinds["sprogvurdering"]
    task_id = add(kind_id=kind.id)
    tasks.change_kind(kind.id, KindDraft(kind.name))
    assert tasks.task(task_id).needs == kind.needs


def test_the_weights_of_a_kind_are_the_leaders(tasks, services, kinds):
    kind = kinds["mentor"]
    tasks.set_weights(kind.id, Weights(1, 2, 3, 3))
    assert next(each for each in tasks.kinds() if each.id == kind.id).weights == Weights(1, 2, 3, 3)
    assert services.database.undo_name() == "Ret vægte for Mentor for ny kollega"
    with pytest.raises(UserProblem) as told:
        tasks.set_weights(kind.id, Weights(experience=4))
    assert told.value.field == "experience"


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (KindDraft(" "), "name"),
        (KindDraft("x" * 81), "name"),
        (KindDraft("Skovdag", roles=frozenset({"X"})), "roles"),
        (KindDraft("Skovdag", needs=(Need(1, 0),)), "needs"),
        (KindDraft("Skovdag", needs=(Need(1, 5),)), "needs"),
        (KindDraft("Skovdag", needs=(Need(1, 3), Need(1, 2))), "needs"),
        (KindDraft("Skovdag", subject=Subject.METHOD, subject_level=0), "subject_level"),
    ],
)
def test_a_kind_that_cannot_be_kept_is_told_at_its_field(tasks, draft, field):
    with pytest.raises(UserProblem) as told:
        tasks.add_kind(draft)
    assert told.value.field == field
