"""What of the tasks can be found, and what of them cannot."""

from datetime import date

import pytest

from dagleder.search.finders import TaskFinder, finders
from dagleder.search.ranking import find
from dagleder.tasks.drafts import PersonDraft, TaskDraft


@pytest.fixture
def otto(demo_services):
    return demo_services.staff.find("Otto Kærvig").id


@pytest.fixture
def task_id(demo_services, otto):
    draft = TaskDraft("Legepladseftersyn", description="Hængsel", due=date(2026, 4, 1), people=(PersonDraft(otto),))
    return demo_services.tasks.add(draft)


def found(services, text):
    every = finders(services)
    entries = [entry for finder in every for entry in finder.entries()]
    topics = [topic for finder in every for topic in finder.topics()]
    return find(text, entries, topics, 20)


def test_a_task_is_found_by_its_title_and_by_who_has_it(demo_services, task_id):
    for text in ("legepl", "otto eftersyn"):
        first = next(one for one in found(demo_services, text) if one.feature == "tasks" and one.record_id)
        assert (first.title, first.record_id) == ("Legepladseftersyn", task_id)
        assert first.detail == "Otto Kærvig · frist 1. april 2026"


def test_somebodys_tasks_are_found_by_her_name(demo_services, otto):
    assert ("Opgaver for Otto Kærvig", otto) in [(one.title, one.about) for one in found(demo_services, "otto opg")]


def test_what_is_written_about_a_task_and_what_has_ended_is_not_found(demo_services, task_id):
    finder = TaskFinder(demo_services.tasks)
    assert all("Hængsel" not in f"{entry.detail} {entry.words}" for entry in finder.entries())
    demo_services.tasks.finish(task_id)
    assert task_id not in [entry.record_id for entry in finder.entries()]
