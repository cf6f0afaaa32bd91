"""From process start to the first painted window, and to today's data, against a bare PySide6 window.

    python -m tests.benchmarks.start [rounds]

Prints medians in ms and the ratios of one run; goals in
`docs/`: window ≤ 1.5 times a bare one, data ≤ 5 times, no gap over 50 ms in the event loop.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PROBE = Path(__file__).with_name("start_probe.py")
_STAFF = 400


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        house = _house(Path(folder))
        environment = os.environ | {
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "DAGLEDER_HOME": folder,
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": f"{folder}/pyc",  # as installed: modules compiled once
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        told: dict[str, list[dict[str, float]]] = {"bare": [], str(house): []}
        for name in told:
            _once(name, environment)  # fills the page cache
        for _ in range(rounds):
            for name, times in told.items():
                times.append(_once(name, environment))
        _print(told["bare"], told[str(house)])


def _house(folder: Path) -> Path:
    """A house with 400 on the staff, without a password: unlocking waits for a person."""
    from dagleder import app  # noqa: PLC0415 -- the parent only
    from dagleder.base.clock import SystemClock  # noqa: PLC0415 -- likewise
    from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft  # noqa: PLC0415 -- likewise

    path = folder / "Maalt.dagleder"
    services = app.create_house(path, name="Målt", secret=None, clock=SystemClock())
    for at in range(_STAFF):
        draft = EmployeeDraft(
            first_name=f"Navn{at}", last_name=f"Efternavn{at}", initials=f"N{at}", role="P", start=date(2020, 1, 1)
        )
        services.staff.add(NewEmployeeDraft(draft))
    services.close()
    return path


def _once(name: str, environment: dict[str, str]) -> dict[str, float]:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(_PROBE), name], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    told = json.loads(done.stdout.strip().splitlines()[-1])
    return {
        "window": (told["painted"] - began) * 1000,
        "work": told["work"] * 1000,
        "data_work": told["data_work"] * 1000,
        "data": (told["data"] - began) * 1000,
        "gap": told["gap"] * 1000,
        "gap_after": told["gap_after"] * 1000,
    }


def _print(bare: list[dict[str, float]], ours: list[dict[str, float]]) -> None:
    def middle(rows: list[dict[str, float]], key: str) -> float:
        return statistics.median(row[key] for row in rows)

    limit = middle(bare, "window")
    window, data, gap = middle(ours, "window"), middle(ours, "data"), max(row["gap"] for row in ours)
    print(f"bare window        {limit:7.1f} ms")
    print(f"first window       {window:7.1f} ms   {window / limit:5.2f} times (goal 1.5)")
    limit_work = middle(bare, "work")  # the processor's time: what a machine with other work on it tells reliably
    work, data_work = middle(ours, "work"), middle(ours, "data_work")
    print(f"  its processor    {work:7.1f} ms   {work / limit_work:5.2f} times the bare one's {limit_work:.1f}")
    print(f"today's data       {data:7.1f} ms   {data / limit:5.2f} times (goal 5)")
    print(f"  its processor    {data_work:7.1f} ms   {data_work / limit_work:5.2f} times")
    print(f"longest gap        {gap:7.1f} ms   median {middle(ours, 'gap'):.1f} (goal 50)")
    print("gaps", [f"{row['gap']:.0f} ms at {row['gap_after']:.0f}" for row in ours])


if __name__ == "__main__":
    main()
