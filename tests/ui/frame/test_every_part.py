"""What lies over the pages or stands in their place, as every page: named, reached by keys, whole and in Danish."""

import re

import pytest

from tests.ui.frame.conftest import unlock
from tests.ui.test_every_page import whole


@pytest.fixture(params=[100, 130], autouse=True)
def size(request, theme):
    theme.choose(text_size=request.param)


def narrow(program):
    program.window.resize(1366, 768)
    return program.window


@pytest.mark.parametrize("text", ["", "ny", "udskriv papir medarbejdere", "qwxz"])
def test_the_palette_is_whole(program, qtbot, text):
    program._house.deeds.palette()
    program._house.deeds._palette.field.setText(text)
    whole(narrow(program), qtbot)


def test_the_shortcuts_are_whole(program, qtbot):
    program._house.deeds.shortcuts()
    whole(narrow(program), qtbot)


def test_about_is_whole(program, qtbot, monkeypatch):
    monkeypatch.setattr("tests.ui.faults._ENGLISH", re.compile("(?!)"))  # the licences are in English
    program.about()
    whole(narrow(program), qtbot)


def test_the_locked_window_is_whole(protected, qtbot):
    protected.lock()
    whole(narrow(protected), qtbot)


def test_a_wrong_password_is_said_whole(start, locked_house, qtbot):
    program = start(locked_house)
    unlock(program, "forkert")
    page = program.stage.over
    qtbot.waitUntil(lambda: page._problem.text() == "Adgangskoden passer ikke.", timeout=10_000)
    whole(narrow(program), qtbot)
