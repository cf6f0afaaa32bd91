"""Where a task comes from, in its pane and in 'Uddelegér', as the leader wrote it."""

from dataclasses import replace

from dagleder.tasks.drafts import Origin
from ui.tasks.delegate_dialog import about


def test_where_it_comes_from_keeps_its_capital_after_a_colon(page, tasks, read, demo_services):
    task_id = tasks["late"]
    draft = read(task_id).draft()
    demo_services.tasks.change(task_id, replace(draft, origin=Origin("Personalemøde 24. februar", "staff", 1)))
    assert about(read(task_id)).startswith("Kommer fra: Personalemøde 24. februar")
    page.open_record(task_id)
    assert page.pane._origin.text() == "Kommer fra: Personalemøde 24. februar"
