"""From the first picture to an open house: welcome, institution, security."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dagleder.base.paths import houses_folder
from dagleder.guide.steps import Step
from dagleder.storage import house_place
from tests.ui.guide.conftest import WORDS, focused
from ui.guide.welcome_step import Way


def test_without_a_house_only_the_first_two_steps_are_open(guided):
    enabled = [button.isEnabled() for button in guided.guide.list.buttons]
    assert enabled == [True, True, *[False] * 5]
    assert QApplication.focusWidget() is guided.step.buttons[Way.IMPORT]


def test_a_house_without_a_name_is_not_made_and_the_field_says_so(guided):
    guided.press(guided.step.buttons[Way.TYPE])
    guided.on()
    assert guided.step.form.frame("name").sentence == "Skriv institutionens navn."
    assert list(houses_folder().iterdir()) == []


def test_a_cpr_number_in_the_name_is_refused(guided):
    guided.press(guided.step.buttons[Way.TYPE])
    QTest.keyClicks(guided.step.form.frame("name").control, "Huset 010203-1234")
    guided.on()
    assert guided.program.frame is None
    assert "CPR" in guided.step.form.frame("name").sentence


def test_a_house_is_made_of_what_was_typed_and_nothing_is_left_to_undo(guided):
    guided.press(guided.step.buttons[Way.TYPE])
    for key, text in (("name", "Lille hus"), ("leader_name", "Zenia Holm"), ("second_site", "Skovhuset")):
        QTest.keyClicks(guided.step.form.frame(key).control, text)
    guided.on()
    guided.wait(guided.stands)
    house = guided.services.settings.house()
    assert (house.name, house.leader_name) == ("Lille hus", "Zenia Holm")
    assert [site.name for site in guided.services.settings.sites()] == ["Hovedhuset", "Skovhuset"]
    assert guided.at(Step.SECURITY)
    assert guided.history() == []
    assert guided.services.database.path.name == "Lille hus.dagleder"


def test_a_second_house_of_the_same_name_gets_a_file_of_its_own(guided):
    (houses_folder() / "Lille hus.dagleder").write_bytes(b"")
    guided.make_house()
    assert guided.services.database.path.name == "Lille hus 2.dagleder"


def test_later_the_institution_is_changed_field_by_field(guided):
    guided.make_house()
    guided.press(guided.guide.back_button)
    field = guided.step.form.frame("municipality").control
    field.setFocus()
    QTest.keyClicks(field, "Aabenraa")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert guided.services.settings.house().municipality == "Aabenraa"
    guided.press(guided.guide.back_button)
    assert guided.at(Step.WELCOME)


def test_a_password_that_is_too_short_or_not_repeated_is_refused_at_its_field(guided):
    guided.make_house()
    QTest.keyClicks(guided.step.password, "kort")
    guided.on()
    assert "mindst 12 tegn" in guided.step.said
    guided.step.password.setText(WORDS)
    guided.step.repeated.setText("noget helt andet")
    guided.on()
    assert "ikke ens" in guided.step.said
    assert not guided.services.database.has_password
    assert guided.at(Step.SECURITY)


def test_a_password_that_is_set_leads_to_the_key_sheet_and_then_on(guided, tmp_path):
    guided.make_house()
    QTest.keyClicks(guided.step.password, WORDS)
    QTest.keyClicks(guided.step.repeated, WORDS)
    QTest.keyClick(guided.step.repeated, Qt.Key.Key_Return)
    guided.wait(lambda: guided.guide.paper is not None and guided.guide.paper.ready)
    assert guided.services.database.has_password
    guided.program.messages.file_to_save = lambda _wish: tmp_path / "Nøgleark.pdf"
    save = next(action for action in guided.program.book.actions if action.name == "Gem som PDF")
    save.run()
    guided.wait()
    assert guided.services.security.sheet_printed_on is not None
    QTest.keyClick(guided.guide, Qt.Key.Key_Escape)
    assert guided.guide.paper is None
    guided.on()
    assert guided.at(Step.STAFF)


def test_leaving_the_password_out_is_said_on_the_button(guided):
    guided.make_house()
    guided.step.without_button.click()
    assert guided.guide.next_button.text() == "Gå videre uden adgangskode"
    guided.on()
    assert guided.at(Step.STAFF)
    assert not guided.services.database.has_password


def test_the_second_place_and_the_kommunes_yes_are_kept_at_once(guided, tmp_path):
    guided.make_house()
    guided.program.messages.folder = lambda _title, _start=None: tmp_path
    guided.step.choose_place_button.click()
    field = guided.step.permission.control
    field.show_raw("01-03-2026")
    field.left.emit()
    house = guided.services.settings.house()
    assert house.backup_place == str(tmp_path)
    assert str(house.data_permission_on) == "2026-03-01"


def test_the_texts_for_kommune_and_staff_are_shown_before_they_are_printed(guided):
    guided.make_house()
    guided.step.papers["Information til personalet…"].click()
    guided.wait(lambda: guided.guide.paper is not None and guided.guide.paper.ready)
    assert guided.guide.paper.accessibleName() == "Information til personalet"


def choose_folder(guided, button, folder):
    guided.program.messages.folder = lambda _title, _start=None: folder
    guided.press(button)


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """(a folder somebody synchronises, a network drive)"""
    cloud, drive = tmp_path / "OneDrive - Kommunen", tmp_path / "Personale"
    for folder in (cloud, drive):
        folder.mkdir()
    monkeypatch.setattr(house_place, "_is_network", lambda path: path.is_relative_to(drive))
    return cloud, drive


def test_a_network_drive_is_refused_where_she_chooses_it_for_the_house(guided, folders):
    _, drive = folders
    guided.press(guided.step.buttons[Way.TYPE])
    QTest.keyClicks(guided.step.form.frame("name").control, "Lille hus")
    assert guided.step.place_line.isHidden()
    choose_folder(guided, guided.step.place_button, drive)
    assert "netværksdrev" in guided.step.place_line.said
    guided.on()
    assert guided.at(Step.HOUSE)
    assert list(drive.iterdir()) == []
    assert focused() is guided.step.place_button


def test_a_synchronised_folder_is_warned_of_where_she_chooses_it_and_used_all_the_same(guided, folders):
    cloud, _ = folders
    guided.press(guided.step.buttons[Way.TYPE])
    QTest.keyClicks(guided.step.form.frame("name").control, "Lille hus")
    choose_folder(guided, guided.step.place_button, cloud)
    assert "OneDrive" in guided.step.place_line.said
    guided.on()
    guided.wait(guided.stands)
    assert guided.services.database.path == cloud / "Lille hus.dagleder"


def test_a_network_drive_is_welcome_for_the_copies_and_a_synchronised_folder_warned_of(guided, folders):
    cloud, drive = folders
    guided.make_house()
    choose_folder(guided, guided.step.choose_place_button, drive)
    assert guided.services.settings.house().backup_place == str(drive)
    assert guided.step.place_line.isHidden()
    choose_folder(guided, guided.step.choose_place_button, cloud)
    assert "OneDrive" in guided.step.place_line.said
    assert guided.step.place_line.isVisible()
