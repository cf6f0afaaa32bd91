"""Sikkerhedskopier: made, checked, gone back to, thrown away, and put in a further place."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dagleder.storage.backup_shelf import Occasion
from dagleder.storage.backups import keep_backup
from tests.conftest import NOW
from tests.ui.settings.conftest import click
from ui.settings.backups_section import BackupsSection


@pytest.fixture
def shown(show_section):
    return show_section(BackupsSection)


def backups(place):
    return place.services.database.shelves()[0].backups()


def spoil(backup):
    data = bytearray(backup.path.read_bytes())
    data[5000] ^= 1
    backup.path.write_bytes(data)


def states(section):
    return [row._state.text() for row in section.rows.rows.values()]


def test_a_copy_is_made_opened_and_counted(shown, qtbot, messages):
    place, section = shown
    assert not section._none.isHidden()
    click(qtbot, section.make_button)
    place.wait(qtbot)
    assert len(backups(place)) == 1
    assert states(section) == ["Åbnet, og alt er talt op"]
    assert messages.told[-1] == "Sikkerhedskopien er lavet, åbnet og talt op"


def test_a_damaged_copy_is_shown_counted_and_can_be_removed(shown, qtbot, messages):
    place, section = shown
    for days in range(7):
        keep_backup(place.services.database, NOW - timedelta(days=days))
    spoil(backups(place)[-1])
    click(qtbot, section.check_button)
    place.wait(qtbot)
    assert messages.told[-1] == "6 kopier er åbnet og talt, 1 kan ikke åbnes"
    assert states(section)[-1] == "Kan ikke åbnes: halvt skrevet eller ødelagt"  # never hidden, though it is the oldest
    assert section.attention == 1
    messages.answers = ["remove"]
    click(qtbot, list(section.rows.rows.values())[-1].way)
    place.wait(qtbot)
    assert len(backups(place)) == 6
    assert section.attention == 0


def test_all_copies_are_shown_when_asked_for(shown, qtbot):
    place, section = shown
    for days in range(7):
        keep_backup(place.services.database, NOW - timedelta(days=days))
    section.load()
    assert len(section.rows.rows) == 5
    assert section.more.text() == "Vis alle 7"
    click(qtbot, section.more)
    assert len(section.rows.rows) == 7


def test_going_back_shows_the_difference_first_and_keeps_the_present_house(shown, qtbot, messages):
    place, section = shown
    settings = place.services.settings
    keep_backup(place.services.database, NOW - timedelta(days=1))
    settings.save_house(replace(settings.house(), name="Et andet navn"))
    section.load()
    row = next(iter(section.rows.rows.values()))
    click(qtbot, row.way)
    place.wait(qtbot)
    assert "1 ændring siden da går tabt" in row.panel.text.text()
    assert settings.house().name == "Et andet navn"
    click(qtbot, row.panel.confirm)
    place.wait(qtbot)
    assert settings.house().name == "Børnehuset Solsikken"
    assert Occasion.RESTORE in [backup.occasion for backup in backups(place)]
    assert messages.told[-1].startswith("Gendannet")


def test_where_much_would_go_she_is_asked_once_more(shown, qtbot, messages):
    place, section = shown
    keep_backup(place.services.database, NOW - timedelta(days=1))
    section.load()
    row = next(iter(section.rows.rows.values()))
    click(qtbot, row.way)
    place.wait(qtbot)
    row.panel.asks = True
    messages.answers = [""]
    click(qtbot, row.panel.confirm)
    place.wait(qtbot)
    assert messages.asked[0].title == "Gendan den gamle kopi?"
    assert Occasion.RESTORE not in [backup.occasion for backup in backups(place)]


def test_a_further_place_gets_a_copy_at_once_and_its_status_is_honest(shown, qtbot, messages, tmp_path):
    place, section = shown
    drive = tmp_path / "drev"
    drive.mkdir()
    messages.files = [drive]
    click(qtbot, section.place_button)
    place.wait(qtbot)
    assert list(drive.rglob("*.dagleder"))
    assert section._place._detail.text() == f"{drive} · sidst 12. marts"
    drive.rename(tmp_path / "væk")
    click(qtbot, section.check_button)
    place.wait(qtbot)
    assert section._place._detail.text() == f"{drive} · drevet svarer ikke"
    assert section.attention == 1


def test_the_further_place_is_given_up_without_touching_what_lies_there(shown, qtbot, messages, tmp_path):
    place, section = shown
    messages.files = [tmp_path]
    click(qtbot, section.place_button)
    place.wait(qtbot)
    copies = list(tmp_path.rglob("Solsikken 2*.dagleder"))
    click(qtbot, section.drop_button)
    place.wait(qtbot)
    assert place.house.backup_place == ""
    assert section.drop_button.isHidden()
    assert all(copy.exists() for copy in copies)
