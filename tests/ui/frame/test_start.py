"""Which page the window begins with."""

from datetime import date, datetime, timedelta

import pytest

from dagleder.base.last_house import LastHouse, last_house, remember_house
from ui.start import First, begin, look_at, saved_text

NOW = datetime(2026, 3, 12, 10, 42)


def test_without_a_house_the_guide_begins():
    assert begin(None).first is First.GUIDE


def test_the_house_opened_last_comes_again(open_house):
    remember_house(LastHouse(open_house, "Børnehuset Solsikken", NOW))
    started = begin(None)
    assert (started.first, started.house) == (First.FRAME, LastHouse(open_house, "Børnehuset Solsikken", NOW))


def test_a_house_named_on_the_command_line_wins(open_house, locked_house):
    remember_house(LastHouse(open_house))
    assert begin(locked_house).house == LastHouse(locked_house)


def test_what_is_known_of_the_named_house_is_used(locked_house):
    remember_house(LastHouse(locked_house, "Børnehuset Månen", NOW))
    assert begin(locked_house).house == LastHouse(locked_house, "Børnehuset Månen", NOW)


def test_a_house_with_a_password_begins_with_the_unlock_field(locked_house):
    assert look_at(LastHouse(locked_house)).first is First.UNLOCK


def test_a_house_that_was_moved_is_said_to_be_missing(tmp_path):
    assert look_at(LastHouse(tmp_path / "væk.dagleder")).first is First.MISSING


def test_a_header_that_cannot_be_read_is_left_to_the_opening(tmp_path):
    path = tmp_path / "x.dagleder"
    path.write_bytes(b"nothing like a house")
    assert look_at(LastHouse(path)).first is First.FRAME


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"path": 3}', '{"name": "x"}', '{"path": "/a", "saved_at": "x"}'])
def test_a_damaged_memory_is_no_house(own_home, kept):
    remember_house(LastHouse(own_home))
    next(own_home.rglob("sidste-hus.json")).write_text(kept, "utf-8")
    assert last_house() is None


@pytest.mark.parametrize(
    ("saved", "text"),
    [
        (None, ""),
        (NOW, "sidst gemt i dag kl. 10.42"),
        (NOW - timedelta(days=1), "sidst gemt i går kl. 10.42"),
        (NOW - timedelta(days=40), "sidst gemt 31. januar kl. 10.42"),
        (NOW - timedelta(days=400), "sidst gemt 5. februar 2025 kl. 10.42"),
    ],
)
def test_when_it_was_saved_last(saved, text):
    assert saved_text(saved, date(2026, 3, 12)) == text
