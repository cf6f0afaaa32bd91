"""What can be entered about a task: each problem is told at its field."""

import pytest

from dagleder.base.errors import UserProblem
from dagleder.tasks.drafts import MOST_STEPS, Origin, PersonDraft, StepDraft, TaskDraft
from dagleder.tasks.needs import Need
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.states import Part
from tests.tasks.make import day

_DUE = day("12/3")


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"title": "  "}, "title", "Skriv hvad opgaven hedder."),
        ({"title": "Ring om 010190-1234"}, "title", "CPR"),
        ({"theme": "x" * 201}, "theme", "Skriv højst 200 tegn."),
        ({"origin": Origin("x" * 201)}, "origin", "Skriv højst 200 tegn."),
        ({"first": _DUE}, "due", "Skriv den dag, perioden slutter."),
        ({"first": _DUE, "due": day("10/3")}, "due", "og fristen 10. marts 2026 ligger før."),
        ({"due": day("1/1/1999")}, "due", "Vælg en dag mellem 2000 og 2099."),
        ({"repeat": Repeat(1, Unit.WEEKS)}, "due", "En opgave, der gentages, skal have en frist."),
        ({"due": _DUE, "repeat": Repeat(0, Unit.WEEKS)}, "repeat", "Skriv et antal mellem 1 og 99."),
        ({"minutes": 0}, "minutes", "over 0 og højst 2000."),
        ({"minutes": 41 * 60, "weekly": True}, "minutes", "om ugen over 0 og højst 40."),
        ({"weekly": True}, "minutes", "Skriv hvor mange timer om ugen."),
        ({"needs": (Need(1, 9),)}, "needs", "Vælg et niveau fra 1 til 4."),
        ({"steps": (StepDraft(" "),)}, "steps", "Skriv noget på linjen, eller fjern den."),
        ({"steps": (StepDraft("a"),) * (MOST_STEPS + 1)}, "steps", "En tjekliste har højst 100 linjer."),
        ({"own": True, "people": (PersonDraft(1),)}, "people", "enten din egen eller givet til nogen"),
        ({"people": (PersonDraft(1, Part.PARTNER),)}, "people", "Vælg mindst én, der har ansvaret."),
        ({"people": (PersonDraft(1), PersonDraft(1))}, "people", "Den samme medarbejder står der to gange."),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_field(values, field, sentence):
    with pytest.raises(UserProblem) as told:
        TaskDraft(**{"title": "Legepladseftersyn"} | values).check()
    assert told.value.field == field
    assert sentence in told.value.sentence


def test_a_title_is_all_a_task_needs():
    TaskDraft("Legepladseftersyn").check()
