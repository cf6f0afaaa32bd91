"""The list of tasks by keys and clicks, and what each row says."""

import pytest
from PySide6.QtCore import QPoint, Qt

from dagleder.tasks.drafts import PersonDraft, TaskDraft
from dagleder.tasks.lists import Which
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.states import State
from tests.ui.tasks.conftest import TODAY, days
from ui.kit.table_values import GroupLine, Mark
from ui.tasks.task_lines import COLUMNS, By


def groups(page):
    rows = page.list.table.rows
    return [line.text for line in map(rows.line, range(rows.rowCount())) if isinstance(line, GroupLine)]


def titles(page):
    return [line.task.title for line in page.list.table.rows.shown_rows()]


def cell(page, task_id, key):
    line = next(line for line in page.list.lines if line.id == task_id)
    return next(column for column in COLUMNS if column.key == key).text(line)


def shape(page, task_id, key):
    line = next(line for line in page.list.lines if line.id == task_id)
    column = next(column for column in COLUMNS if column.key == key)
    return column.shape(line) if column.shape else None


def test_it_is_divided_by_deadline(page):
    assert groups(page) == ["Over fristen · 1", "Denne uge · 2", "Senere · 1", "Uden frist · 1"]


def test_each_tab_says_how_many_it_has(page):
    texts = [page.list.tabs._buttons[which].text() for which in Which]
    assert texts == ["Alle 5", "Mine 1", "Uddelegeret 2", "Ikke fordelt 2", "Færdige"]


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (Which.OWN, ["Send dagsorden"]),
        (Which.DELEGATED, ["Legepladseftersyn", "Nyhedsbrev til forældre"]),
        (Which.UNASSIGNED, ["Sprogvurdering i Egernet", "Ryd op i skuret"]),
    ],
)
def test_a_tab_shows_its_own(page, qtbot, which, expected):
    qtbot.mouseClick(page.list.tabs._buttons[which], Qt.MouseButton.LeftButton)
    assert titles(page) == expected


def test_a_deadline_that_has_passed_is_told_by_words_icon_and_tone(page, tasks):
    assert cell(page, tasks["late"], "due") == "10. mar · 2 dage over"
    late, today = shape(page, tasks["late"], "due"), shape(page, tasks["today"], "due")
    assert (late.tone, late.icon) == ("danger", "clock-alert")
    assert (cell(page, tasks["today"], "due"), today.tone) == ("12. mar · i dag", "warn")
    assert shape(page, tasks["later"], "due") is None


def test_who_has_it_or_that_nobody_has(page, tasks):
    assert [cell(page, tasks[name], "who") for name in ("late", "today", "later")] == [
        "Otto Kærvig",
        "Dig",
        "Ikke fordelt",
    ]
    assert shape(page, tasks["later"], "who").icon == "user-x"


def test_a_checklist_is_a_bar_and_the_rest_words(page, tasks):
    assert shape(page, tasks["late"], "progress") == pytest.approx(1 / 3)
    assert cell(page, tasks["late"], "progress") == "1 af 3"
    assert shape(page, tasks["week"], "progress") is None
    assert cell(page, tasks["week"], "progress") == "ikke startet"


def test_space_ticks_a_task_and_fortryd_takes_it_back(page, tasks, read, place, qtbot):
    page.list.table.setFocus()
    page.list.choose(tasks["week"])
    qtbot.keyClick(page.list.table, Qt.Key.Key_Space)
    assert read(tasks["week"]).state is State.DONE
    assert place.messages.told[-1] == "Nyhedsbrev til forældre er færdig"
    assert page.list.table.chosen_row().task.title == "Sprogvurdering i Egernet"
    place.messages.choose("Fortryd")
    assert read(tasks["week"]).state is State.OPEN


def test_a_click_in_the_box_ticks_it(page, tasks, read, qtbot):
    table = page.list.table
    box = table.visualRect(table.rows.index(table.rows.line_of(tasks["late"]), 0))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(16, 16))
    assert read(tasks["late"]).state is State.DONE


def test_a_task_that_ended_is_opened_again_by_its_tick(page, tasks, read, demo_services):
    demo_services.tasks.finish(tasks["late"])
    page.list.show_only(Which.ENDED)
    assert groups(page) == ["Marts · 1"]
    page.list.ticked.emit(read(tasks["late"]))
    assert read(tasks["late"]).state is State.STARTED  # as it was: one of its lines is ticked


def test_del_drops_it_with_a_way_back(page, tasks, read, place, qtbot):
    page.list.table.setFocus()
    page.list.choose(tasks["never"])
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert read(tasks["never"]).state is State.DROPPED
    place.messages.choose("Fortryd")
    assert read(tasks["never"]).state is State.OPEN


def test_a_dropped_task_is_not_ticked_as_a_done_one_is(page, tasks, demo_services):
    demo_services.tasks.finish(tasks["week"])
    demo_services.tasks.drop(tasks["never"])
    page.list.show_only(Which.ENDED)
    assert shape(page, tasks["week"], "done") is True
    assert shape(page, tasks["never"], "done") == Mark("text2", "x")
    assert (cell(page, tasks["week"], "done"), cell(page, tasks["never"], "done")) == ("færdig", "droppet")


def test_a_follow_up_that_waits_stands_under_its_task_and_leads_to_the_answer(page, tasks, demo_services, place):
    follow_up = demo_services.tasks.follow_up(tasks["week"], TODAY, "Er billederne valgt?")
    line = next(line for line in page.list.lines if line.id == tasks["week"])
    model = page.list.table.rows
    notes = [model.line(number) for number in model.other_lines()]
    note = next(each for each in notes if not isinstance(each, GroupLine))
    assert note.note.text == "Følg op i dag: Er billederne valgt?"
    page.list.table.link_clicked.emit(line, note.note)
    assert place.room.focusWidget() is page.pane.follow_ups.answer(follow_up)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (By.PERSON, ["Dig · 1", "Karen Ulvdal · 1", "Otto Kærvig · 1", "Ikke fordelt · 2"]),
        (By.TEAM, ["Hele huset · 4", "Mariehønen · 1"]),
    ],
)
def test_it_is_divided_by_person_or_stue(page, by, expected):
    page.list.divide_by(by)
    assert groups(page) == expected


def pick(box, key):
    """Choose in a list that drops down, as by mouse."""
    box.setCurrentIndex(box._keys.index(key))
    box.activated.emit(box.currentIndex())


def test_it_is_narrowed_to_a_person_a_stue_or_a_kind(page, staff, kinds, demo_services):
    boxes = page.list.filters.boxes
    pick(boxes["employee_id"], staff["Otto"])
    assert titles(page) == ["Legepladseftersyn"]
    pick(boxes["employee_id"], None)
    pick(boxes["kind_id"], kinds["sprogvurdering"].id)
    assert titles(page) == ["Sprogvurdering i Egernet"]
    pick(boxes["kind_id"], None)
    pick(boxes["team_id"], demo_services.settings.open_teams()[0].id)
    assert titles(page) == ["Legepladseftersyn"]


def test_a_column_sorts_within_the_groups(page):
    page.list.table.sort_by(1)
    assert titles(page)[1:3] == ["Nyhedsbrev til forældre", "Send dagsorden"]


def test_what_a_search_opens_is_shown_also_where_a_filter_hid_it(page, tasks, staff, place):
    page.open_about(staff["Otto"])
    assert titles(page) == ["Legepladseftersyn"]
    place.open("tasks", tasks["never"])
    assert page.list.table.chosen_row().id == tasks["never"]
    assert not page.pane.isHidden()


def test_where_she_was_is_kept(page, tasks, place):
    page.list.show_only(Which.UNASSIGNED)
    page.list.divide_by(By.TEAM)
    page.list.choose(tasks["never"])
    kept = page.place()
    page.list.show_only(Which.ALL)
    page.list.divide_by(By.DUE)
    page.go_to(kept)
    assert (page.list.which, page.list.filters.by) == (Which.UNASSIGNED, By.TEAM)
    assert page.list.table.chosen_row().id == tasks["never"]
    assert place.page is page


def test_the_status_line_counts_what_is_open_and_late(place, page, qtbot):
    qtbot.waitUntil(lambda: bool(place.hints) and "åbne" in place.hints[0].text)
    assert page.feature == "tasks"
    assert place.hints[0].text == "5 åbne · 1 over fristen"


def test_the_picture_takes_the_place_of_the_list_and_its_keys(page, place):
    place.press("Vis spredning af opgaver")
    assert not page.list.pane.isVisible()
    assert place.room.focusWidget() is page.spread.focusProxy()
    actions = {action.name: action for action in page.page_actions()}
    assert actions["Uddelegér…"].why_not() == "Vælg først en opgave."
    page.list.show_only(Which.ALL)
    assert page.list.pane.isVisible()
    assert not actions["Uddelegér…"].why_not()


@pytest.mark.parametrize(("spread", "title"), [(False, "Udskriv opgaver"), (True, "Udskriv spredning")])
def test_what_is_shown_goes_on_paper(page, place, staff, qtbot, spread, title):
    page.open_about(staff["Otto"])
    page.list.pane.filter_field.setText("legeplads")
    if spread:
        page.list.show_spread()
    place.press("Udskriv")
    place.wait(qtbot)
    job = place.papers[-1]
    assert job.title == title
    assert job.build(job.options)[:4] == b"%PDF"
    if not spread:
        whose = job.options["whose"]
        assert whose.employee_id == staff["Otto"]
        assert whose.narrowed == "“legeplads”"
        assert whose.task_ids == {line.task.id for line in page.list.table.rows.shown_rows()}
        assert job.formats[0].build(job.options)[:2] == b"PK"


def test_a_task_that_several_have_stands_under_each_of_them(page, staff, demo_services):
    both = (PersonDraft(staff["Otto"]), PersonDraft(staff["Karen"]))
    shared = demo_services.tasks.add(TaskDraft("Fælles", due=TODAY, people=both))
    page.list.divide_by(By.PERSON)
    rows = [line for line in page.list.lines if line.task.id == shared]
    assert [line.heading.split()[0] for line in rows] == ["Karen", "Otto"]
    assert len({line.id for line in rows}) == 2
    assert page.list.table.choose(rows[1].id)
    assert page.list.table.chosen_row() == rows[1]


def test_a_tab_chosen_by_mouse_has_a_task_to_give_away(page, place, qtbot):
    qtbot.mouseClick(page.list.tabs._buttons[Which.UNASSIGNED], Qt.MouseButton.LeftButton)
    assert page.list.table.chosen_row().task.unassigned
    place.press("Uddelegér…")
    assert page.dialog.isVisible()


def test_what_ending_a_task_brings_with_it_is_told(page, tasks, read, place, demo_services):
    service = demo_services.tasks
    task_id = service.add(TaskDraft("Mødereferat", due=days(1), repeat=Repeat(1, Unit.WEEKS)))
    service.follow_up(task_id, days(5))
    page.list.ticked.emit(read(task_id))
    assert place.messages.told[-1] == "Mødereferat er færdig. Den næste er lagt. Opfølgningen 17. marts bortfalder"
    page.list.ticked.emit(read(task_id))
    assert place.messages.told[-1] == "Mødereferat er åben igen. Den næste er trukket tilbage"
    page.list.removed.emit(read(task_id))
    assert place.messages.told[-1] == "Mødereferat er droppet og gentages ikke mere"
    page.list.removed.emit(read(tasks["never"]))
    assert place.messages.told[-1] == "Ryd op i skuret er droppet"
