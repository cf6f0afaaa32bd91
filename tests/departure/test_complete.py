"""Nothing of hers is forgotten: every way a row can point at an employee is told, or named here with the reason."""

import pytest

from dagleder.models.tables import FEATURE_TABLES
from tests.departure.conftest import lines

# By the column: the section that tells of it.
TOLD = {
    ("assessment", "employee_id"): "competences",
    ("task_person", "employee_id"): "tasks",
    ("meeting_participant", "employee_id"): "meetings",
    ("absence", "employee_id"): "planned",
    ("loan", "employee_id"): "planned",
    ("substitute", "employee_id"): "planned",
    ("team_membership", "employee_id"): "coverage",
    ("work_pattern", "employee_id"): "coverage",
}
NOT_LEFT = {
    ("weekly_hours", "employee_id"): "her own agreement; what her stue lacks is told with the hours of her pattern",
    ("competence_wish", "employee_id"): "what she wants goes with her",
    ("competence_goal", "employee_id"): "what she was to reach goes with her",
    ("earlier_task", "employee_id"): "experience goes with her",
    ("delegation", "employee_id"): "why she was chosen then stays as it was; the task itself is told",
    ("delegation", "partner_id"): "the partner of a task is told by her part in it",
}


def test_every_column_that_points_at_an_employee_is_known():
    pointing = {
        (table.name, key.parent.name)
        for table in FEATURE_TABLES
        for key in table.foreign_keys
        if key.column.table.name == "employee"
    }
    assert pointing == TOLD.keys() | NOT_LEFT.keys()
    assert not TOLD.keys() & NOT_LEFT.keys()


@pytest.mark.parametrize("section", sorted(set(TOLD.values())))
def test_somebody_with_something_of_every_sort_has_it_told(without, busy, section):
    assert lines(without(busy), section)
