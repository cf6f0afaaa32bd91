"""What 47 people can, once more through the window: filled in by keys and by paste, and a task given by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dagleder.tasks.drafts import TaskDraft
from tests.story.forty_seven import KEYS, block, catalogue, settle, want
from tests.ui.conftest import messages, new_place, open_place, session_theme, theme  # noqa: F401 -- fixtures of the window

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def lived(new_services, new_place, qtbot):  # noqa: F811 -- the fixture
    """The house with its staff, and the page Kompetencer in front."""
    people = settle(new_services)
    want(new_services)
    page = new_place.open("competence")
    new_place.wait(qtbot)
    return new_place, page, people, catalogue(new_services)


def test_a_column_is_filled_by_keys_alone_and_each_is_one_undo(lived, qtbot):
    place, page, _, ids = lived
    in_order = list(place.services.competence.facts().people)
    assert page.desk.choose(in_order[0], ids["tras"])
    matrix = page.desk.card.matrix
    matrix.setFocus()
    typed = [str(number % 5) for number in range(len(in_order))]
    for figure in typed:
        qtbot.keyClicks(matrix, figure)
        qtbot.keyClick(matrix, Qt.Key.Key_Down)
    facts = place.services.competence.facts()
    assert [str(facts.level(who, ids["tras"])) for who in in_order] == typed
    place.frame.undo()
    assert place.services.competence.facts().level(in_order[-1], ids["tras"]) == 0
    assert place.services.competence.facts().level(in_order[-2], ids["tras"]) == int(typed[-2])


def test_a_block_of_46_rows_is_pasted_and_undone_as_one(lived, qtbot):
    place, page, people, ids = lived
    matrix = page.desk.card.matrix
    heads, rows = [each.key for each in matrix.matrix.columns], list(place.services.competence.facts().people)
    by_person = dict(zip(people, block().splitlines(), strict=False))
    lines = [by_person.get(who, "\t" * 4).split("\t") for who in rows]
    order = [KEYS.index(key) for head in heads for key in KEYS if ids[key] == head]
    QGuiApplication.clipboard().setText("\n".join("\t".join(line[at] for at in order) for line in lines))
    page.desk.choose(rows[0], heads[0])
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_V, CTRL)
    facts = place.services.competence.facts()
    assert [who for who in facts.people if facts.can_alone(who, ids["tras"])] == [people[0]]
    assert place.services.database.undo_name().startswith("Indsæt ")
    place.frame.undo()
    assert not place.services.competence.facts().holdings


def test_a_task_is_given_by_keys_to_the_one_who_stands_first(lived, qtbot):
    place, _, people, ids = lived
    services = place.services
    services.competence.paste(block(), people[:46], [ids[key] for key in KEYS])
    kind = next(each for each in services.tasks.kinds() if each.key == "sprogvurdering")
    task = services.tasks.add(TaskDraft("Sprogvurdering af tre børn", kind.id, due=date(2026, 4, 1)))
    page = place.open("tasks", task)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_D, CTRL)
    assert page.dialog is not None
    chosen = page.dialog.suggestion.candidates[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert [person.employee_id for person in services.tasks.task(task).owners] == [chosen.employee_id]
    assert chosen.role in {"P", "PA"}
    place.frame.undo()
    assert services.tasks.task(task).unassigned
