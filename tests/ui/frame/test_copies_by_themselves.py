"""The running program on a real house makes its copies without being asked: at close, every half hour, after a kill."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from dagleder import app
from dagleder.settings.places import TeamDraft
from dagleder.storage.backup_shelf import BackupShelf
from tests.conftest import NOW
from tests.ui.frame.conftest import stands
from tests.ui.frame.test_locking import lock, open_again


@dataclass
class MovingClock:
    at: datetime = NOW

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.date()


@pytest.fixture
def clock():
    return MovingClock()


@pytest.fixture
def copied(open_house, clock):
    """The stuer in each copy on the shelf, newest first."""

    def teams_in_copies():
        found = []
        for backup in BackupShelf(open_house).backups():
            copy = app.open_house(backup.path, None, clock)
            found.append([team.name for team in copy.settings.open_teams()])
            copy.close()
        return found

    return teams_in_copies


def add_team(program, name):
    program.frame.services.settings.add_team(TeamDraft(name))


def minute_passes(program):
    program._house.keeping.look()


def test_what_she_did_is_in_a_copy_when_the_window_is_closed(program, copied, qtbot):
    add_team(program, "Egernet")
    program.window.close()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=10_000)
    assert copied() == [["Egernet"]]


def test_what_she_did_is_in_a_copy_when_the_window_is_locked(protected, clock, qtbot):
    """It may be closed from there, or the computer switched off; what is copied already is not copied again."""
    shelf = BackupShelf(protected.frame.services.database.path)
    made = []
    for name in ("Egernet", None, "Ræven"):
        if name:
            add_team(protected, name)
        clock.at += timedelta(minutes=5)
        lock(protected, qtbot)
        made.append([copy.at for copy in shelf.backups()])
        open_again(protected, qtbot)
    early, late = NOW + timedelta(minutes=5), NOW + timedelta(minutes=15)
    assert made == [[early], [early], [late]]


def test_a_copy_is_made_in_the_midst_of_work_and_again_half_an_hour_later(program, clock, copied, qtbot):
    """The later one takes the place of the earlier of the same day."""
    shelf = BackupShelf(program.frame.services.database.path)
    there: list[list[str]] = []
    for name in ("Egernet", "Ræven"):
        add_team(program, name)
        clock.at += timedelta(minutes=29)
        minute_passes(program)
        qtbot.wait(100)
        assert copied() == there
        clock.at += timedelta(minutes=1)
        minute_passes(program)
        qtbot.waitUntil(lambda: [copy.at for copy in shelf.backups()] == [clock.at], timeout=10_000)
        qtbot.waitUntil(lambda: not program.parts.work.busy, timeout=10_000)
        there = [[*(there[0] if there else []), name]]
        assert copied() == there


def test_what_a_killed_program_left_is_copied_by_the_next_start(start, open_house, clock, copied, qtbot):
    killed = app.open_house(open_house, None, clock)
    killed.settings.add_team(TeamDraft("Egernet"))
    killed.close()  # the file alone: no window was there to make its copy
    clock.at += timedelta(minutes=2)
    program = start(open_house)
    qtbot.waitUntil(lambda: stands(program), timeout=10_000)
    qtbot.waitUntil(lambda: bool(BackupShelf(open_house).backups()), timeout=10_000)
    qtbot.waitUntil(lambda: not program.parts.work.busy, timeout=10_000)
    assert copied() == [["Egernet"]]


def test_what_was_set_up_is_in_a_copy_when_the_guide_is_left(program, open_house, copied, qtbot):
    program.show_guide()
    add_team(program, "Egernet")
    program.frame.open("teams")
    qtbot.waitUntil(lambda: bool(BackupShelf(open_house).backups()), timeout=10_000)
    qtbot.waitUntil(lambda: not program.parts.work.busy, timeout=10_000)
    assert copied() == [["Egernet"]]
