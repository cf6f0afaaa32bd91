"""A leader at work in a process of its own: prints each edit once it is saved, until somebody kills it.

python -m tests.story.worker FILE PASSWORD
"""

import sys
from itertools import count
from pathlib import Path

from dagleder import app
from dagleder.base.clock import SystemClock
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from dagleder.storage.secret import Password


def work(path: Path, password: str) -> None:
    services = app.open_house(path, Password(password), SystemClock())
    for number in count():
        name = f"Vikar {number}"
        services.staff.add(NewEmployeeDraft(EmployeeDraft(name)))
        print(name, flush=True)  # noqa: T201 -- the parent listens


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2])
