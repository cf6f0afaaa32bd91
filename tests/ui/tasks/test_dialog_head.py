"""What stands under the name of the task in Uddelegér."""

import pytest
from PySide6.QtWidgets import QLabel

from dagleder.tasks.drafts import TaskDraft


@pytest.fixture
def task_id(demo_services, request):
    return demo_services.tasks.add(TaskDraft("Byttedag", **request.param))


@pytest.mark.parametrize(
    ("task_id", "told"),
    [
        ({"minutes": 60, "weekly": True}, "1 time om ugen · uden frist"),
        ({"minutes": 90}, "1,5 time · uden frist"),
        ({"minutes": 120, "weekly": True}, "2 timer om ugen · uden frist"),
        ({}, "Uden frist"),
    ],
    indirect=["task_id"],
)
def test_hours_are_told_as_they_are_said(dialog, told):
    assert dialog.accessibleName() == "Uddelegér: Byttedag"
    assert told in {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}
