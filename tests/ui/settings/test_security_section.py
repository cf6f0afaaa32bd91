"""Sikkerhed: password, lock, nøgleark and the kommune's leave, by typing and clicking."""

import shutil
from datetime import date

import pytest

from dagleder import app
from dagleder.privacy.security import FORGOTTEN, UNPROTECTED
from dagleder.storage.backups import keep_backup, kept_backups
from dagleder.storage.problems import WrongSecret
from dagleder.storage.secret import Password
from tests.conftest import NOW
from tests.ui.settings.conftest import click, type_in
from ui.settings.security_section import SecuritySection

KODE = "tre små grise"


@pytest.fixture
def shown(show_section):
    return show_section(SecuritySection)


def set_password(place, section, qtbot, first=KODE, again=KODE):
    click(qtbot, section.set_button)
    qtbot.keyClicks(section.password_panel.first, first)
    qtbot.keyClicks(section.password_panel.again, again)
    click(qtbot, section.password_panel.confirm)
    place.wait(qtbot)


def reopened(place, tmp_path, clock, secret):
    copy = shutil.copyfile(place.services.database.path, tmp_path / "igen.dagleder")
    return app.open_house(copy, secret, clock, read_only=True)


def test_without_a_password_the_consequence_is_said_and_nothing_can_be_locked(shown):
    place, section = shown
    assert section._password._detail.text() == UNPROTECTED
    assert section.attention == 1
    assert not section.minutes.isEnabled()
    assert not section.print_button.isEnabled()
    assert section.remove_button.isHidden()
    assert not place.services.security.protected


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [("for kort", "for kort", "mindst 12 tegn"), (KODE, "tre små giraffer", "ikke ens"), ("", "", "mindst 12 tegn")],
)
def test_a_password_that_will_not_do_is_refused_in_the_panel(shown, qtbot, first, again, said):
    place, section = shown
    set_password(place, section, qtbot, first, again)
    assert said in section.password_panel.sentence
    assert not place.services.security.protected


def test_a_password_is_set_with_the_copies_and_the_fields_are_emptied(shown, qtbot, messages, tmp_path, clock):
    place, section = shown
    keep_backup(place.services.database, NOW)
    set_password(place, section, qtbot)
    assert place.services.security.protected
    assert section.password_panel.first.text() == ""
    assert "1 kopi er skrevet om" in messages.told[-1]
    assert [copy.rows is not None for copy in kept_backups(place.services.database)] == [True]
    with pytest.raises(WrongSecret):
        reopened(place, tmp_path, clock, Password("en helt anden"))
    reopened(place, tmp_path, clock, Password(KODE)).close()
    assert section.attention == 1  # now the nøgleark is what is missing
    assert section.minutes.isEnabled()


def test_the_panel_says_what_a_forgotten_password_means(shown, qtbot):
    _place, section = shown
    click(qtbot, section.set_button)
    texts = [label.text() for label in section.password_panel.findChildren(type(section._password._detail))]
    assert FORGOTTEN in texts


def test_the_password_is_removed_only_after_a_question(shown, qtbot, messages):
    place, section = shown
    set_password(place, section, qtbot)
    messages.answers = ["", "remove"]
    click(qtbot, section.remove_button)
    place.wait(qtbot)
    assert place.services.security.protected
    click(qtbot, section.remove_button)
    place.wait(qtbot)
    assert not place.services.security.protected
    assert messages.asked[0].text == UNPROTECTED


def test_the_sheet_counts_as_printed_when_it_was_and_no_more_after_a_new_password(shown, qtbot):
    place, section = shown
    set_password(place, section, qtbot)
    click(qtbot, section.print_button)
    job = place.papers[-1]
    assert job.build({}).startswith(b"%PDF")
    assert place.services.security.sheet_printed_on is None
    job.printed({})
    place.frame.back()
    assert place.services.security.sheet_printed_on == NOW.date()
    assert section.attention == 0
    set_password(place, section, qtbot, "fire store ulve", "fire store ulve")
    assert place.services.security.sheet_printed_on is None


def test_the_sheet_is_tried(shown, qtbot, messages):
    place, section = shown
    set_password(place, section, qtbot)
    click(qtbot, section.try_button)
    key = place.services.database.recovery_key.text
    qtbot.keyClicks(section.sheet_panel.field, key[:-1] + ("A" if key[-1] != "A" else "B"))
    click(qtbot, section.sheet_panel.confirm)
    assert section.sheet_panel.sentence
    section.sheet_panel.field.setText(key.lower())
    click(qtbot, section.sheet_panel.confirm)
    assert messages.told[-1].startswith("Nøglen passer")
    section._security.note_sheet_printed()
    section.load()
    assert section._sheet._detail.text() == "Udskrevet 12. marts 2026. Prøvet 12. marts 2026"
    assert section.sheet_panel.field.text() == ""


def test_when_it_locks_is_chosen_from_1_to_60_minutes(shown, qtbot):
    place, section = shown
    set_password(place, section, qtbot)
    assert [section.minutes.itemData(n) for n in (0, section.minutes.count() - 1)] == [1, 60]
    section.minutes.setCurrentIndex(24)
    section.minutes.activated.emit(24)
    section.with_computer.click()
    assert (place.house.lock_minutes, place.house.lock_with_computer) == (25, False)


def test_the_day_the_kommune_said_yes_is_kept_and_never_lies_ahead(shown, qtbot):
    place, section = shown
    type_in(qtbot, section.permission, "data_permission_on", "3/2/2026")
    assert place.house.data_permission_on == date(2026, 2, 3)
    type_in(qtbot, section.permission, "data_permission_on", "13/3/2026")
    assert "ude i fremtiden" in section.permission.frame("data_permission_on").sentence
    assert place.house.data_permission_on == date(2026, 2, 3)


def test_the_papers_for_the_kommune_and_the_staff_are_shown(shown, qtbot):
    place, section = shown
    for button in section.paper_buttons:
        click(qtbot, button)
        place.frame.back()
    assert [job.title for job in place.papers] == ["Til kommunens fortegnelse", "Information til personalet"]
    assert all(job.build({}).startswith(b"%PDF") for job in place.papers)
