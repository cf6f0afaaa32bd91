"""The program is killed in the middle of work: what had been saved is there, and the house opens."""

import subprocess
import sys
from pathlib import Path

from dagleder.storage.backups import make_backup
from tests.story.conftest import WORDS, reopened

ROOT = Path(__file__).parent.parent.parent
EDITS = 12


def killed_at_work(path):
    """Names the worker said were saved before it was killed."""
    command = [sys.executable, "-m", "tests.story.worker", str(path), WORDS]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as worker:
        assert worker.stdout is not None
        said = [worker.stdout.readline().strip() for _ in range(EDITS)]
        worker.kill()
        return said + [line.strip() for line in worker.stdout if line.endswith("\n")]


def test_nothing_that_was_saved_is_lost_and_everything_from_before_is_there(story, tmp_path):
    path = tmp_path / "Lille hus.dagleder"
    make_backup(story.services.database, path)
    saved = killed_at_work(path)
    assert len(saved) >= EDITS
    services = reopened(path)
    assert services.meetings is not None
    added = [row.name for row in services.staff.staff_list() if row.name.startswith("Vikar ")]
    assert set(saved) <= set(added)
    assert len(added) - len(saved) <= 1  # at most the one edit nobody had heard of yet
    assert len(services.staff.staff_list()) == 23 + len(added)
    assert services.meetings.meetings() == story.services.meetings.meetings()
    assert services.database.check() == []
    assert services.database.undo().name == f"Ny medarbejder: Vikar {len(added) - 1}"
    services.close()
