"""The page of tasks on the demo house, with tasks of every sort around the day."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from dagleder.tasks.drafts import Origin, PersonDraft, StepDraft, TaskDraft
from tests.ui.tasks.keys import CTRL

TODAY = date(2026, 3, 12)


def days(count):
    return TODAY + timedelta(days=count)


@pytest.fixture
def staff(demo_services):
    """The ids of the staff by first name."""
    return {row.first_name: row.id for row in demo_services.staff.staff_list()}


@pytest.fixture
def kinds(demo_services):
    return {kind.key: kind for kind in demo_services.tasks.kinds()}


@pytest.fixture
def tasks(demo_services, staff, kinds):
    """The ids of some tasks by what they are called; nothing else is in the list."""
    service = demo_services.tasks
    for task in service.tasks(ended=True):
        service.remove(task.id)
    team = demo_services.settings.open_teams()[0]
    otto, karen = PersonDraft(staff["Otto"]), PersonDraft(staff["Karen"])
    steps = tuple(StepDraft(text) for text in ("Bestil sand", "Gå rundt", "Skriv rapport"))
    drafts = {
        "late": TaskDraft("Legepladseftersyn", due=days(-2), team_id=team.id, people=(otto,), steps=steps),
        "today": TaskDraft("Send dagsorden", due=TODAY, own=True, origin=Origin("Møder", "meetings")),
        "week": TaskDraft("Nyhedsbrev til forældre", due=days(1), people=(karen,)),
        "later": TaskDraft("Sprogvurdering i Egernet", kinds["sprogvurdering"].id, due=days(20)),
        "never": TaskDraft("Ryd op i skuret"),
    }
    made = {name: service.add(draft) for name, draft in drafts.items()}
    service.tick(made["late"], service.task(made["late"]).steps[0].id)
    return made


@pytest.fixture
def page(tasks, place):  # noqa: ARG001 -- they are there before the page is made
    return place.open("tasks")


@pytest.fixture
def read(demo_services):
    return demo_services.tasks.task


@pytest.fixture
def task_id(tasks):
    return tasks["later"]


@pytest.fixture
def dialog(page, task_id, place, qtbot):
    """Opened by Ctrl+D on the task chosen in the list."""
    page.list.table.setFocus()
    page.list.choose(task_id)
    qtbot.keyClick(page.list.table, Qt.Key.Key_D, CTRL)
    assert page.dialog is not None
    assert place.room.focusWidget() is page.dialog.list.view
    return page.dialog
