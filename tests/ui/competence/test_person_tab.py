"""The tab 'Kompetencer' on a person's page, by keys and clicks in the frame."""

from datetime import date
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.levels import Source, Wish
from tests.ui.competence.ways import button, ids
from tests.ui.grabs import settle
from ui.staff.people import Shown

K = Qt.Key


@pytest.fixture
def page(place):
    return place.open("staff")


def show(place, page, name):
    """Somebody's competences, with the keyboard in the list of them."""
    page.open_record(place.services.staff.find(name).id)
    page.pane.tabs.choose("competence")
    tab = page.pane.tabs.body
    tab.table.setFocus()
    return tab


@pytest.mark.parametrize("size", [100, 130])
def test_the_tab_in_pictures(place, page, theme, grab, size):
    theme.choose(text_size=size)
    karen, tras = ids(place, "Karen Ulvdal", "TRAS")
    place.services.competence.assess(AssessmentDraft(karen, tras, 1, place.context.clock.today(), Source.SELF))
    tab = show(place, page, "Karen Ulvdal")
    tab.table.choose(tras)
    grab(place.room, f"medarbejder-kompetencer-{size}")
    for name, ask in (("ret", tab._assess), ("maal", tab._goal), ("historik", tab._history)):
        ask()
        grab(place.room, f"medarbejder-kompetencer-{name}-{size}")


@pytest.fixture
def service(place):
    return place.services.competence


def choose(place, page, name, head):
    """A line of somebody's list, with the keyboard there."""
    tab, pair = show(place, page, name), ids(place, name, head)
    assert tab.table.choose(pair[1])
    return tab, pair


def part(tab, text):
    return next(each for each in tab.whose.findChildren(QToolButton) if each.text() == text)


def line(tab, competence_id):
    return next(each for each in tab.table.rows.shown_rows() if each.id == competence_id)


def said(tab, competence_id):
    """What stands in the columns of a line."""
    row = line(tab, competence_id)
    return {column.key: column.text(row) for column in tab.table.rows.columns}


def test_a_figure_sets_the_leaders_view_and_she_stays_on_the_line(qtbot, place, page, service):
    tab, pair = choose(place, page, "Karen Ulvdal", "KIDS")
    before = service.history(*pair)
    qtbot.keyClicks(tab.table, "2")
    newest = service.history(*pair)[0]
    assert (newest.level, newest.source) == (2, Source.LEADER)
    assert said(tab, pair[1])["level"].startswith("2")
    qtbot.keyClicks(tab.table, "m")
    assert tab.side.aside.accessibleName() == "Mål for Karen · KIDS"
    place.frame.undo()
    assert service.history(*pair) == before
    assert said(tab, pair[1])["level"].startswith(str(before[0].level))


def test_what_she_says_of_herself_is_typed_and_stands_beside_the_leaders_view(qtbot, place, page, service):
    tab, pair = choose(place, page, "Karen Ulvdal", "KIDS")
    before = service.facts().level(*pair)
    qtbot.mouseClick(part(tab, "Egen vurdering"), Qt.MouseButton.LeftButton)
    assert place.hints[1].text == "sæt egen vurdering"
    qtbot.keyClicks(tab.table, "1")
    holding = service.facts().holding(*pair)
    assert (service.facts().level(*pair), holding.own.level, holding.own.source) == (before, 1, Source.SELF)
    assert said(tab, pair[1])["own"] == "1"
    assert tab.differences.isVisible()


def test_seeing_alike_is_no_subject(qtbot, place, page, service):
    tab, pair = choose(place, page, "Karen Ulvdal", "KIDS")
    level = service.facts().level(*pair)
    assert not tab.differences.isVisible()
    qtbot.mouseClick(part(tab, "Egen vurdering"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(tab.table, str(level))
    assert said(tab, pair[1])["own"] == str(level)
    assert not tab.differences.isVisible()


def test_her_own_view_can_be_entered_with_its_day_and_a_note(qtbot, place, page, service):
    tab, pair = choose(place, page, "Karen Ulvdal", "KIDS")
    tab.whose.choose("own")
    qtbot.keyClick(tab.table, K.Key_Return)
    panel = tab.side.aside
    panel.form.frame("level").control.show_raw(2)
    panel.form.frame("note").control.setPlainText("Vil gerne med en kollega første gang.")
    qtbot.mouseClick(button(panel, "Gem vurdering"), Qt.MouseButton.LeftButton)
    own = service.facts().holding(*pair).own
    assert (own.level, own.source, own.note) == (2, Source.SELF, "Vil gerne med en kollega første gang.")
    assert tab.side.aside is None
    assert tab.table.hasFocus()


def test_a_certificate_is_held_or_not_and_asks_until_when(qtbot, place, page, service):
    tab, pair = choose(place, page, "Karen Ulvdal", "Førstehjælp")
    before = service.history(*pair)
    qtbot.keyClicks(tab.table, "2")
    assert service.history(*pair) == before
    assert "har man, eller man har det ikke" in place.messages.told[-1]
    qtbot.keyClicks(tab.table, "3")
    assert tab.side.aside.form.values()["valid_until"] is not None


def test_a_lapsed_certificate_is_told_with_its_day(place, page):
    found = said(show(place, page, "Ulla Fjordgren"), ids(place, "Ulla Fjordgren", "Førstehjælp")[1])
    assert (found["level"], found["course"]) == ("Udløbet", "Udløb 01-03-2026")


def test_a_goal_is_set_and_reached_from_the_line(qtbot, place, page, service):
    tab, pair = choose(place, page, "Karen Ulvdal", "Videorefleksion")
    qtbot.keyClicks(tab.table, "m")
    qtbot.mouseClick(button(tab.side.aside, "Sæt mål"), Qt.MouseButton.LeftButton)
    assert said(tab, pair[1])["aims"].startswith("Mål: 3")
    qtbot.keyClicks(tab.table, "m")
    qtbot.mouseClick(button(tab.side.aside, "Målet er nået"), Qt.MouseButton.LeftButton)
    assert service.facts().holding(*pair).goal is None
    assert said(tab, pair[1])["aims"] == ""


def test_a_wish_is_set_beside_the_line(place, page, service):
    tab, pair = choose(place, page, "Karen Ulvdal", "KIDS")
    tab.detail.wish.show_raw(Wish.DEVELOP)
    tab.detail.wish.left.emit()
    assert service.facts().holding(*pair).wish.wish is Wish.DEVELOP
    assert said(tab, pair[1])["aims"] == "Vil gerne udvikle"


def test_the_course_tells_every_step_with_its_day_and_source(place, page, service):
    tab, pair = choose(place, page, "Karen Ulvdal", "TRAS")
    course = tab.table.rows.columns[-1]
    assert course.text(line(tab, pair[1])) == "3 → 4 → 4 → 4"
    told = course.tip(line(tab, pair[1])).splitlines()
    assert len(told) == len(service.history(*pair))
    assert told[0] == "Niveau 4, kan vejlede andre · vurderet i MUS 3. marts"


def test_earlier_views_can_be_changed_from_the_line(qtbot, place, page, service):
    tab, pair = choose(place, page, "Karen Ulvdal", "TRAS")
    count = len(service.history(*pair))
    qtbot.mouseClick(button(tab.detail, "Historik"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(tab.side.aside, "Fjern"), Qt.MouseButton.LeftButton)
    assert len(service.history(*pair)) == count - 1


def test_the_rest_of_what_her_role_should_have_is_one_click_away(qtbot, place, page, service):
    tab = show(place, page, "Emil Vestermose")
    few = len(tab.table.rows.shown_rows())
    hidden = int(tab.more.text().split()[1])
    qtbot.mouseClick(tab.more, Qt.MouseButton.LeftButton)
    assert len(tab.table.rows.shown_rows()) == few + hidden
    who, facts = place.services.staff.find("Emil Vestermose").id, service.facts()
    shown = {each.id for each in tab.table.rows.shown_rows()}
    assert {what for (what, role) in facts.targets if role == facts.people[who].role} <= shown
    qtbot.mouseClick(tab.more, Qt.MouseButton.LeftButton)
    assert len(tab.table.rows.shown_rows()) == few


def test_somebody_else_closes_the_panel_and_leaves_the_keyboard_in_the_list(qtbot, place, page):
    tab, _pair = choose(place, page, "Karen Ulvdal", "KIDS")
    qtbot.keyClick(tab.table, K.Key_Return)
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, K.Key_Down)
    assert tab.side.aside is None
    assert page.list.table.hasFocus()


def test_whoever_has_left_has_no_competences_to_show(place, page):
    place.services.staff.leave(place.services.staff.find("Otto Kærvig").id, date(2026, 3, 11))
    page.list.show_only(Shown.LEFT)
    tab = show(place, page, "Otto Kærvig")
    assert not tab.table.isVisible()
    assert "Otto er ikke ansat i dag." in [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]


def test_the_profile_is_printed_and_her_line_in_the_matrix_is_found(qtbot, place, page):
    tab, pair = choose(place, page, "Karen Ulvdal", "KIDS")
    qtbot.mouseClick(button(tab, "Vis i skemaet"), Qt.MouseButton.LeftButton)
    assert (place.page.feature, place.page.desk.card.pair()[0]) == ("competence", pair[0])
    place.open("staff")
    place.press("Udskriv kompetenceprofil")
    (job,) = place.papers
    assert job.options["who"] == pair[0]
    assert job.build(job.options).startswith(b"%PDF")


def test_nothing_is_read_for_what_does_not_concern_it(place, page, monkeypatch):
    show(place, page, "Karen Ulvdal")
    read = Mock(side_effect=place.services.competence.facts)
    monkeypatch.setattr(place.services.competence, "facts", read)
    page.refresh(frozenset({"task"}))
    assert read.call_count == 0
    page.refresh(frozenset({"assessment"}))
    assert read.call_count == 1


def test_what_a_narrow_list_has_no_room_for_is_told_with_where_it_stands(place, page, theme):
    theme.choose(text_size=130)
    place.room.resize(1366, 768)
    settle(place.room)
    tab = show(place, page, "Karen Ulvdal")
    settle(place.room)
    shown = [column.key for at, column in enumerate(tab.table.rows.columns) if not tab.table.isColumnHidden(at)]
    assert "course" not in shown
    assert tab.elsewhere.isVisible()
    assert "“Forløb” står til højre for den linje, du er på." in tab.elsewhere.text()
    theme.choose(text_size=100)
    place.room.resize(1600, 900)
    settle(place.room)
    assert not tab.elsewhere.isVisible()
