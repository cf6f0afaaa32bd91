"""Experience from before the program. Today is 12 March 2026."""

import pytest

from dagleder.base.errors import UserProblem
from dagleder.tasks.earlier import EarlierDraft, EarlierTask
from tests.storage.houses import dump
from tests.tasks.make import day


@pytest.fixture
def otto(hire):
    return hire("Otto Kærvig")


@pytest.fixture
def draft(otto, kinds):
    return EarlierDraft(otto, kinds["mentor"].id, day("1/8/2020"), day("1/6/2022"), "Mentor for tre nye")


def test_an_entry_is_kept_changed_and_taken_away_each_in_one_step(tasks, services, draft, otto, kinds):
    entry = tasks.add_earlier(draft)
    assert services.database.undo_name() == "Ny erfaring for Otto: Mentor for ny kollega"
    assert tasks.earlier(otto) == (
        EarlierTask(entry, otto, kinds["mentor"].id, day("1/8/2020"), day("1/6/2022"), "Mentor for tre nye"),
    )
    before = dump(services.database)
    tasks.change_earlier(entry, EarlierDraft(otto, kinds["praktisk"].id, day("1/8/2020")))
    assert services.database.undo_name() == "Ret erfaring for Otto: Praktisk opgave"
    assert tasks.earlier(otto)[0].last is None
    services.database.undo()
    assert dump(services.database) == before
    tasks.remove_earlier(entry)
    assert services.database.undo_name() == "Fjern erfaring for Otto: Mentor for ny kollega"
    assert tasks.earlier() == ()


def test_the_newest_comes_first_and_each_has_her_own(tasks, hire, draft, kinds):
    thea = hire("Thea Birkemark")
    tasks.add_earlier(draft)
    tasks.add_earlier(EarlierDraft(draft.employee_id, kinds["praktisk"].id, day("1/1/2024")))
    tasks.add_earlier(EarlierDraft(thea, kinds["praktisk"].id, day("1/1/2023")))
    assert [each.first.year for each in tasks.earlier(draft.employee_id)] == [2024, 2020]
    assert [each.first.year for each in tasks.earlier()] == [2024, 2023, 2020]


@pytest.mark.parametrize(
    ("first", "values", "field"),
    [
        ("13/3", {}, "first"),
        ("1/1/1899", {}, "first"),
        ("1/1/2024", {"last": day("1/1/2023")}, "last"),
        ("1/1/2024", {"last": day("13/3")}, "last"),
        ("1/1/2024", {"text": "x" * 201}, "text"),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_field(tasks, draft, first, values, field):
    with pytest.raises(UserProblem) as told:
        tasks.add_earlier(EarlierDraft(draft.employee_id, draft.kind_id, day(first), **values))
    assert told.value.field == field


def test_an_entry_that_is_gone_is_told_as_such(tasks, draft):
    for deed in (lambda: tasks.change_earlier(99, draft), lambda: tasks.remove_earlier(99)):
        with pytest.raises(UserProblem, match="Erfaringen findes ikke længere"):
            deed()
