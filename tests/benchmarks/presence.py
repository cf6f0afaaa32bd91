"""A year of coverage for 60 people, and one week of it, against a bare loop that counts heads.

    python -m tests.benchmarks.presence [people]

The bare loop knows each shift beforehand, adds one to every quarter of it per stue, and takes the lowest of each
band: nothing of patterns, absence, loans, needs, levels or the house. A week's rules should take at most 20 ms.
"""

import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median

from dagleder.base.dates import days_between
from dagleder.calendars.workdays import workdays
from dagleder.presence.attendance import Attendance
from tests.presence.make import BEE, BUG, OWL, absent, attendance, house, need, person

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
WEEK = date(2026, 3, 16)
WEEK_GOAL_MS = 20
SHIFTS = ("6.30-14", "8-15.30", "9.30-17", "8-16", "9-16.30")
ROUNDS = 5
QUARTERS = 96


def fresh(people: int) -> Attendance:
    """A house with three stuer, needs in every band, and five weeks of absence each."""
    needs = [
        need(band, people // 15, wanted=people // 12, pedagogues=1, team=team)
        for band in range(1, 6)
        for team in (BUG, BEE, OWL)
    ]
    staff = [
        person(
            n, *(SHIFTS[(n + day) % 5] for day in range(5)), teams=((BUG, BEE, OWL)[n % 3],), role=("P", "PM")[n % 2]
        )
        for n in range(people)
    ]
    away = [absent(n, "F", first, first + timedelta(days=4)) for n in range(people) for first in _weeks_off(n)]
    made: Attendance = attendance(*staff, at=house(*needs), first=FIRST, last=LAST, absences=away)
    return made


def _weeks_off(number: int) -> list[date]:
    return [date(2026, 1, 5) + timedelta(weeks=(number * 7 + each * 10) % 51) for each in range(5)]


def bare(shifts: list[tuple[int, range]], days: int) -> int:
    """Counts heads per stue and quarter, day after day."""
    bands = (range(26, 32), range(32, 46), range(46, 54), range(54, 62), range(62, 68))
    total = 0
    for _ in range(days):
        heads = [[0] * QUARTERS for _ in range(3)]
        for team, quarters in shifts:
            of_team = heads[team]
            for quarter in quarters:
                of_team[quarter] += 1
        total += sum(min(of_team[quarter] for quarter in band) for of_team in heads for band in bands)
    return total


def milliseconds(run: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        run()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def year(people: int) -> Callable[[], object]:
    return lambda: [view.house.present for view in fresh(people).days()]


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    days = len(list(workdays(FIRST, LAST)))
    shifts = [(n % 3, range(26 + n % 6, 58 + n % 6)) for n in range(people)]
    reference = milliseconds(lambda: bare(shifts, days))
    making = milliseconds(lambda: fresh(people))
    reckoned = milliseconds(year(people)) - making
    week = milliseconds(lambda: fresh(people).week(WEEK)) - making
    print(f"{people} people, {len(list(days_between(FIRST, LAST)))} days of which {days} working days")
    print(f"  bare loop over a year      {reference:8.1f} ms")
    print(f"  a year of day views        {reckoned:8.1f} ms   {reckoned / reference:.2f} × the bare loop")
    print(f"  one week, gaps in words    {week:8.1f} ms   goal {WEEK_GOAL_MS} ms")


if __name__ == "__main__":
    main()
