"""Lukkedage and special days."""

from datetime import date

import pytest

from dagleder.settings.special_day_status import DayStatus
from tests.ui.settings.conftest import click, type_in
from ui.settings.closing_section import ClosingSection


@pytest.fixture
def shown(show_section):
    return show_section(ClosingSection)


def choose(choice, key):
    choice.setCurrentIndex(choice._keys.index(key))
    choice.activated.emit(choice.currentIndex())


def test_new_lukkedage_are_laid_and_counted(shown, qtbot):
    place, section = shown
    section._begin_new()
    for key, text in (("first", "12-10-2026"), ("last", "16-10-2026"), ("name", "Efterårsferie")):
        type_in(qtbot, section.panel.form, key, text)
    click(qtbot, section.panel.confirm)
    period = place.services.settings.closing_periods(2026)[2]
    assert (period.first, period.last, period.name) == (date(2026, 10, 12), date(2026, 10, 16), "Efterårsferie")
    assert section.panel.isHidden()
    assert "15 dage tæller" in section._head.text()


def test_over_the_house_own_limit_it_is_said_and_not_stopped(shown, qtbot):
    place, section = shown
    before = section.attention
    type_in(qtbot, section.form, "closing_days_max", "9")
    assert place.house.closing_days_max == 9
    assert "jeres grænse er 9" in section.findings.itemAt(0).widget().accessibleName()
    assert section.attention == before + 1


def test_an_end_before_the_start_is_said_at_the_field_with_a_proposal(shown, qtbot):
    _place, section = shown
    section._begin_new()
    type_in(qtbot, section.panel.form, "first", "16-10-2026")
    type_in(qtbot, section.panel.form, "last", "12-10-2026")
    click(qtbot, section.panel.confirm)
    assert "før startdatoen" in section.panel.form.frame("last").sentence
    assert not section.panel.isHidden()


def test_a_period_is_renamed_and_removed_whole(shown, qtbot):
    place, section = shown
    row = next(row for row in section.periods.rows.values() if row._when.text() == "13.–17. juli")
    type_in(qtbot, row.form, "name", "Sommerferie")
    assert [period.name for period in place.services.settings.closing_periods(2026)][1] == "Sommerferie"
    click(qtbot, row.remove)
    assert len(place.services.settings.closing_periods(2026)) == 2
    place.services.database.undo()
    assert len(place.services.settings.closing_periods(2026)) == 3


def test_the_year_is_turned(shown, qtbot):
    _place, section = shown
    click(qtbot, section.later)
    assert section._head.text().startswith("Lukkedage 2027")
    click(qtbot, section.earlier)
    click(qtbot, section.earlier)
    assert section._head.text().startswith("Lukkedage 2025")


def test_a_special_day_is_settled_for_one_group(shown):
    place, section = shown
    may_day = section.special.choices["may_day", "assistants"]
    choose(may_day, DayStatus.UNCLEAR)
    attention = section.attention
    choose(may_day, DayStatus.OFF)
    assert place.services.settings.special_days()["may_day", "assistants"] is DayStatus.OFF
    assert section.attention == attention - 1
    assert may_day.property("status") == "off"


def test_a_day_far_ahead_that_is_not_clear_asks_for_nothing_yet(shown):
    _place, section = shown
    attention = section.attention
    choose(section.special.choices["christmas_eve", "assistants"], DayStatus.UNCLEAR)
    assert section.attention == attention


def test_an_unclear_day_is_marked_and_said_in_words(shown):
    _place, section = shown
    choose(section.special.choices["may_day", "assistants"], DayStatus.UNCLEAR)
    assert section.special.choices["may_day", "assistants"].property("status") == "unclear"
    said = [
        section.special_findings.itemAt(n).widget().accessibleName() for n in range(section.special_findings.count())
    ]
    assert any("Indtil da regnes dagen som arbejdsdag" in text for text in said)
