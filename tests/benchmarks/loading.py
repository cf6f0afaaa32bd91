"""400 staff and 10,000 events read as column Rows against raw sqlcipher3 in the same run.

    python -m tests.benchmarks.loading [rounds]

The goal: at most 2 times raw. Also printed: the slope from 1 to 8 times as many rows (1.0 is linear).
"""

import gc
import math
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from sqlmodel import col, select

from dagleder.base.clock import SystemClock
from dagleder.models.presence import Absence
from dagleder.models.staff import Employee
from dagleder.storage.connection import RawConnection, connect
from dagleder.storage.database import Database
from dagleder.storage.keys import fresh_key

STAFF, EVENTS = 400, 10_000
ROUNDS = 9
GOAL = 2.0
FIRST = date(2026, 1, 1)
_STAFF_COLUMNS = (Employee.id, Employee.first_name, Employee.last_name, Employee.initials, Employee.role)
_EVENT_COLUMNS = (Absence.id, Absence.employee_id, Absence.first, Absence.last, Absence.kind)


def full_house(folder: Path, times: int) -> Database:
    house = Database.create(folder / f"{times}.dagleder", secret=None, clock=SystemClock())
    with house.founding() as session:
        people = [
            Employee(id=n, first_name="Leyla", last_name="Øst", initials=f"L{n}", role="P")
            for n in range(1, STAFF * times + 1)
        ]
        session.add_all(people)
        session.flush()
        days = [FIRST + timedelta(days=n % 250) for n in range(EVENTS * times)]
        session.add_all(
            [Absence(employee_id=n % len(people) + 1, first=day, last=day, kind="F") for n, day in enumerate(days)]
        )
    return house


def through_the_door(house: Database) -> int:
    with house.reading() as session:
        people = session.exec(select(*_STAFF_COLUMNS).order_by(col(Employee.id))).all()  # type: ignore[call-overload]  # typed for four
        events = session.exec(select(*_EVENT_COLUMNS).order_by(col(Absence.id))).all()  # type: ignore[call-overload]  # typed for four
    return len(people) + len(events)


def raw(connection: RawConnection) -> int:
    people = connection.execute("SELECT id, first_name, last_name, initials, role FROM employee ORDER BY id").fetchall()
    events = connection.execute("SELECT id, employee_id, first, last, kind FROM absence ORDER BY id").fetchall()
    return len(people) + len(events)


def milliseconds(loads: dict[str, Callable[[], int]], rounds: int) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in loads}
    for _ in range(rounds):
        for name, load in loads.items():
            gc.collect()
            began = time.perf_counter()
            load()
            times[name].append((time.perf_counter() - began) * 1000)
    return {name: median(taken) for name, taken in times.items()}


def main(rounds: int = ROUNDS) -> None:
    took: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for times in (1, 8):
            house = full_house(Path(folder), times)
            copy = Path(folder) / f"raw{times}.dagleder"
            key = fresh_key(None)
            house._open.copy_to(copy, key)
            connection = connect(copy, key)
            took[times] = milliseconds(
                {"door": lambda: through_the_door(house), "raw": lambda: raw(connection)},  # noqa: B023 -- called at once
                rounds,
            )
            connection.close()
            house.close()
    ratio = took[1]["door"] / took[1]["raw"]
    slope = math.log(took[8]["door"] / took[1]["door"]) / math.log(8)
    for times, figures in took.items():
        print(f"{times} x {STAFF + EVENTS} rows: door {figures['door']:7.1f} ms, raw {figures['raw']:7.1f} ms")
    print(f"goal: <= {GOAL} x raw: {ratio:.2f} x: {'holds' if ratio <= GOAL else 'MISSED'}; slope {slope:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
