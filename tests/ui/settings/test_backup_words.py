"""Copies in words."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from dagleder.storage.backups import SecondPlace
from dagleder.storage.changes import HistoryStep
from dagleder.storage.restoring import RestorePreview, TableDifference
from dagleder.storage.schema import FEATURE_TABLE_NAMES
from ui.settings.backup_words import (
    countable,
    difference_lines,
    moment_text,
    restoring_text,
    second_place_text,
    size_text,
    undone_since,
)

TODAY = date(2026, 3, 12)
AT = datetime(2026, 3, 11, 14, 2)
PREVIEW = RestorePreview(
    AT,
    "Ret stuen Uglen",
    (TableDifference("employee", 24, 23), TableDifference("house", 1, 0), TableDifference("team", 5, 5)),
)


def step(number, at, *, undone=False):
    return HistoryStep(number, at, "lone", f"Trin {number}", undone)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (datetime(2026, 3, 12, 8, 14), "I dag 12. mar kl. 8.14"),
        (datetime(2026, 3, 11, 7, 58), "Ons 11. mar kl. 7.58"),
        (datetime(2025, 12, 30, 16, 0), "Tir 30. dec 2025 kl. 16.00"),
    ],
)
def test_when_a_copy_was_made(at, text):
    assert moment_text(at, TODAY) == text


@pytest.mark.parametrize(("size", "text"), [(0, "1 kB"), (336_400, "336 kB"), (4_160_000, "4,2 MB")])
def test_how_large_it_is(size, text):
    assert size_text(size) == text


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (SecondPlace(Path("P"), reached=False), "P · drevet svarer ikke"),
        (SecondPlace(Path("P"), reached=True), "P · ingen kopi endnu"),
        (SecondPlace(Path("P"), reached=True, newest=datetime(2026, 3, 6, 9)), "P · sidst 6. marts"),
        (SecondPlace(Path("P"), reached=True, newest=datetime(2025, 3, 6, 9)), "P · sidst 6. marts 2025"),
    ],
)
def test_how_the_second_place_stands(place, text):
    assert second_place_text(place, TODAY) == text


def test_only_what_differs_is_told():
    assert difference_lines(PREVIEW) == ["23 medarbejdere i kopien, 24 nu"]


def test_the_words_know_every_table():
    assert countable() == FEATURE_TABLE_NAMES


def test_what_was_done_since_would_be_gone():
    steps = [step(3, AT + timedelta(hours=2)), step(2, AT + timedelta(hours=1), undone=True), step(1, AT)]
    since = undone_since(PREVIEW, steps)
    assert [each.step for each in since] == [3]
    text = restoring_text(PREVIEW, since)
    assert "“Ret stuen Uglen” 11. marts 2026 kl. 14.02" in text
    assert "1 ændring siden da går tabt, senest “Trin 3”" in text


def test_a_copy_without_history_says_so():
    bare = RestorePreview(None, "", ())
    assert restoring_text(bare, undone_since(bare, [])).endswith("Der er ikke ændret noget siden.")
