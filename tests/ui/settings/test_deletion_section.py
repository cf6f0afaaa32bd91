"""Sletning og indsigt: nobody is erased without the leader's tick and her yes."""

import pytest

from tests.ui.settings.conftest import click
from ui.settings.deletion_section import DeletionSection


@pytest.fixture
def shown(show_section):
    return show_section(DeletionSection)


def names(place):
    return [row.name for row in place.services.staff.staff_list(left=True)]


def test_leavers_whose_time_is_up_stand_on_the_list_unticked(shown):
    place, section = shown
    assert [row.leaver.name for row in section.rows.rows.values()] == ["Gry Sandager"]
    assert section.attention == 1
    assert section.approved == []
    assert not section.erase_button.isEnabled()
    assert place.services.privacy.leavers_due()


def test_a_longer_time_empties_the_list(shown):
    place, section = shown
    section.months.setCurrentIndex(section.months.findText("60 måneder"))
    section.months.activated.emit(section.months.currentIndex())
    assert place.house.retention_months == 60
    assert not section.rows.rows
    assert section._none.text() == "Ingen. Her kommer fratrådte, når der er gået 60 måneder."


def test_a_no_erases_nobody(shown, qtbot, messages):
    place, section = shown
    next(iter(section.rows.rows.values())).tick.click()
    messages.answers = [""]
    click(qtbot, section.erase_button)
    place.wait(qtbot)
    assert "Gry Sandager" in names(place)
    assert messages.asked[0].answers[0].kind == "danger"


def test_whoever_is_approved_is_erased_with_a_receipt(shown, qtbot, messages):
    place, section = shown
    next(iter(section.rows.rows.values())).tick.click()
    assert section.erase_button.text() == "Slet 1 person helt…"
    messages.answers = ["erase"]
    click(qtbot, section.erase_button)
    place.wait(qtbot)
    assert "Gry Sandager" not in names(place)
    assert place.papers[0].title == "Kvittering for sletning"
    assert place.papers[0].build({}).startswith(b"%PDF")
    assert not section.rows.rows


def test_what_is_kept_about_one_is_printed_from_her_page(shown, qtbot):
    place, section = shown
    click(qtbot, section.facts_button)
    assert place.opened == [("staff", None)]
