"""The tab 'Opgaver' on a person's page, by keys and clicks in the frame."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dagleder.tasks.drafts import PersonDraft
from dagleder.tasks.earlier import EarlierDraft
from dagleder.tasks.states import Part, State
from ui.kit.buttons import Button
from ui.tasks.person_lines import lines_of

K = Qt.Key


@pytest.fixture
def karen(tasks, staff, kinds, demo_services):
    """With something late, something to learn, something done and something from before."""
    service, who = demo_services.tasks, staff["Karen"]
    service.give(tasks["late"], [PersonDraft(staff["Otto"]), PersonDraft(who, Part.LEARNER)])
    service.give(tasks["never"], [PersonDraft(who)])
    service.finish(tasks["never"])
    service.add_earlier(EarlierDraft(who, kinds["sprogvurdering"].id, date(2021, 8, 1), date(2023, 6, 30), "14 børn"))
    return who


@pytest.fixture
def tab(karen, place):
    """With the keyboard in the list of her tasks."""
    page = place.open("staff", karen)
    page.pane.tabs.choose("tasks")
    page.pane.tabs.body.table.setFocus()
    return page.pane.tabs.body


@pytest.mark.parametrize("size", [100, 130])
def test_the_tab_in_pictures(place, tab, theme, grab, size):
    theme.choose(text_size=size)
    grab(place.room, f"medarbejder-opgaver-{size}")
    tab.ask_earlier()
    grab(place.room, f"medarbejder-opgaver-erfaring-{size}")


@pytest.fixture
def service(demo_services):
    return demo_services.tasks


def told(tab):
    """Heading, title, her part and when, line by line; what the demo house has from before is left out."""
    rows = tab.table.rows.shown_rows()
    return [(row.heading, row.title, row.part, row.when) for row in rows if "Husets" not in row.title]


def choose(tab, title):
    row = next(each for each in tab.table.rows.shown_rows() if each.title == title)
    tab.table.choose(row.id)
    return row.id[1]


def button(widget, text):
    return next(each for each in widget.findChildren(Button) if each.text() == text and each.isVisible())


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_her_tasks_stand_by_deadline_then_what_is_done_then_what_was_before(tab):
    assert told(tab)[:4] == [
        ("Over fristen", "Legepladseftersyn", "Lærer med", "10. mar · 2 dage over"),
        ("Denne uge", "Nyhedsbrev til forældre", "Ansvarlig", "13. mar"),
        ("Færdige det seneste år", "Ryd op i skuret", "Ansvarlig", "12. mar"),
        ("Erfaring fra før", "Sprogvurdering: 14 børn", "", "aug 2021–jun 2023"),
    ]


def test_what_was_done_over_a_year_ago_and_what_was_dropped_is_not_told(karen, place, service, tasks):
    service.drop(tasks["week"])
    task = replace(service.task(tasks["never"]), ended_on=date(2025, 3, 12))
    shown = lines_of(karen, [task, service.task(tasks["week"])], (), {}, place.context.clock.today())
    assert shown == []
    task = replace(task, ended_on=date(2025, 3, 13))
    assert [line.title for line in lines_of(karen, [task], (), {}, place.context.clock.today())] == ["Ryd op i skuret"]


def test_a_tick_finishes_a_task_and_takes_it_to_what_is_done(qtbot, tab, read):
    task_id = choose(tab, "Nyhedsbrev til forældre")
    qtbot.keyClick(tab.table, K.Key_Space)
    assert read(task_id).ended
    assert ("Færdige det seneste år", "Nyhedsbrev til forældre") in [row[:2] for row in told(tab)]


def test_del_drops_a_task_and_takes_away_what_was_before(qtbot, place, karen, tab, service, read):
    task_id = choose(tab, "Nyhedsbrev til forældre")
    qtbot.keyClick(tab.table, K.Key_Delete)
    assert read(task_id).state is State.DROPPED
    before = service.earlier(karen)
    choose(tab, "Sprogvurdering: 14 børn")
    qtbot.keyClick(tab.table, K.Key_Delete)
    assert len(service.earlier(karen)) == len(before) - 1
    assert place.messages.told[-1] == "Erfaringen er fjernet"
    place.messages.choose("Fortryd")
    assert service.earlier(karen) == before


def test_enter_opens_a_task_where_all_of_it_stands(qtbot, place, tab):
    task_id = choose(tab, "Nyhedsbrev til forældre")
    qtbot.keyClick(tab.table, K.Key_Return)
    assert place.page.feature == "tasks"
    assert place.opened[-1] == ("tasks", task_id)


def test_a_new_task_is_hers(qtbot, karen, tab, read):
    click(qtbot, button(tab, "Ny opgave til Karen"))
    form = tab.side.aside.form
    qtbot.keyClicks(form.frame("title").control, "Tag billeder")
    qtbot.keyClicks(form.frame("due").control, "20/3")
    qtbot.keyClick(form.frame("due").control, K.Key_Return)
    assert tab.side.aside is None
    assert tab.table.hasFocus()
    task = read(tab.table.chosen_row().id[1])
    assert (task.title, task.due, [each.employee_id for each in task.owners]) == (
        "Tag billeder",
        date(2026, 3, 20),
        [karen],
    )


def test_a_task_without_a_title_is_refused_at_its_field(qtbot, tab, service):
    count = len(service.tasks())
    tab.ask_task()
    panel = tab.side.aside
    click(qtbot, button(panel, "Opret opgave"))
    assert panel.form.frame("title").sentence == "Skriv hvad opgaven hedder."
    assert len(service.tasks()) == count
    qtbot.keyClick(panel, K.Key_Escape)
    assert tab.side.isHidden()


def test_experience_from_before_is_added(qtbot, karen, tab, service, kinds):
    click(qtbot, button(tab, "Tilføj erfaring"))
    panel = tab.side.aside
    panel.form.frame("kind_id").control.show_raw(kinds["sprogvurdering"].id)
    qtbot.keyClicks(panel.form.frame("first").control, "1/8 2019")
    click(qtbot, button(panel, "Tilføj erfaring"))
    assert [entry.first for entry in service.earlier(karen)].count(date(2019, 8, 1)) == 1
    assert ("Erfaring fra før", "Sprogvurdering", "", "aug 2019") in told(tab)


def test_experience_from_before_is_changed_and_a_day_to_come_is_refused(qtbot, karen, tab, service):
    entry_id = choose(tab, "Sprogvurdering: 14 børn")
    qtbot.keyClick(tab.table, K.Key_Return)
    last = tab.side.aside.form.frame("last")
    last.control.selectAll()
    qtbot.keyClicks(last.control, "1/6 2026")
    qtbot.keyClick(last.control, K.Key_Return)
    assert last.sentence.startswith("Erfaring er fra før i dag.")
    last.control.selectAll()
    qtbot.keyClicks(last.control, "30/6 2024")
    qtbot.keyClick(last.control, K.Key_Return)
    assert next(each for each in service.earlier(karen) if each.id == entry_id).last == date(2024, 6, 30)


def test_of_what_was_before_a_year_or_a_month_is_enough(qtbot, karen, tab, service, kinds):
    click(qtbot, button(tab, "Tilføj erfaring"))
    panel = tab.side.aside
    panel.form.frame("kind_id").control.show_raw(kinds["sprogvurdering"].id)
    first, last = panel.form.frame("first"), panel.form.frame("last")
    first.control.setFocus()
    qtbot.keyClicks(first.control, "2018")
    qtbot.keyClick(first.control, K.Key_Tab)
    assert (first.text, last.text) == ("01-01-2018", "31-12-2018")
    last.control.setFocus()
    last.control.selectAll()
    qtbot.keyClicks(last.control, "august 2019")
    click(qtbot, button(panel, "Tilføj erfaring"))
    kept = [(each.first, each.last) for each in service.earlier(karen)]
    assert (date(2018, 1, 1), date(2019, 8, 31)) in kept


def test_whole_years_are_told_as_years(tab, karen, service, kinds):
    service.add_earlier(EarlierDraft(karen, kinds["sprogvurdering"].id, date(2017, 1, 1), date(2019, 12, 31)))
    assert ("Erfaring fra før", "Sprogvurdering", "", "2017–2019") in told(tab)


def test_a_day_to_come_is_told_as_the_field_is_left(qtbot, tab):
    click(qtbot, button(tab, "Tilføj erfaring"))
    first = tab.side.aside.form.frame("first")
    first.control.setFocus()
    qtbot.keyClicks(first.control, "1/6 2026")
    qtbot.keyClick(first.control, K.Key_Tab)
    assert first.sentence.startswith("Erfaring er fra før i dag.")


def test_what_can_be_done_with_experience_is_offered_on_its_line_only(place, tab):
    actions = {action.name: action for action in place.page.page_actions()}
    choose(tab, "Nyhedsbrev til forældre")
    assert actions["Fjern erfaring fra før"].why_not()
    choose(tab, "Sprogvurdering: 14 børn")
    assert not actions["Fjern erfaring fra før"].why_not()


def test_her_list_is_printed_and_found_in_opgaver(qtbot, place, karen, tab):
    place.press("Udskriv opgaveliste")
    (job,) = place.papers
    assert job.options["whose"].employee_id == karen
    assert job.build(job.options).startswith(b"%PDF")
    place.open("staff")
    click(qtbot, button(tab, "Vis i Opgaver"))
    assert place.page.list.filters.wanted.employee_id == karen


def test_whoever_has_no_tasks_is_told_so(place, tab, service):
    rows = place.services.staff.staff_list()
    nobody = next(row.id for row in rows if not service.earlier(row.id) and row.first_name not in {"Karen", "Otto"})
    place.page.open_record(nobody)
    assert not tab.table.isVisible()
    assert "Ingen opgaver" in [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
    place.page.pane.tabs.step(0)
    assert tab.new.hasFocus()
