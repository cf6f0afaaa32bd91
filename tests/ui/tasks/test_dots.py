"""The dot beside a name in the list of tasks."""

from datetime import date

from tests.tasks.make import person, task
from ui.tasks.task_lines import COLUMNS, By, lines_of

TODAY = date(2026, 3, 12)


def test_under_each_of_those_who_share_a_task_stand_her_own_initials():
    shared = task("Hegn", people=(person(1, "Ada Skov"), person(2, "Bea Holm")))
    (column,) = (each for each in COLUMNS if each.key == "who")
    lines = lines_of([shared], By.PERSON, TODAY, "")
    assert column.shape is not None
    assert [column.shape(line) for line in lines] == [owner.initials for owner in shared.owners]
    assert len({owner.initials for owner in shared.owners}) == 2
