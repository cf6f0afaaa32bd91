"""The first ten of 400 people for each of 1,000 tasks, against the bare product with its first ten in the same run.

    python -m tests.benchmarks.matching [rounds]

Bare is what numpy does at the least: 1,000 × 60 by 60 × 400 in float32, argpartition, and the ten put in order. Ours is
the path of the program: four criteria, who may not have the task, weights and ties, then the ten. One BLAS thread.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np

from dagleder.tasks.weighing import HAS_GOAL, MUST, NOT_NOW_SAID, WANTS_IT, Asked, Crew, Dated, Demands, first_of

TASKS, STAFF, COMPETENCES, TEN = 1000, 400, 60, 10
CERTIFICATES = 11  # what lapses
NEEDS = 2 * MUST
KINDS, PLACES, SUBJECTS, DAYS = 17, 12, 80, 365
ROUNDS = 201
SAYINGS = (*[0] * 20, WANTS_IT, WANTS_IT | HAS_GOAL, NOT_NOW_SAID)
GOAL = 2.0
SEED = 20260312
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def full_crew(rng: np.random.Generator) -> Crew:
    cells = (COMPETENCES, STAFF)
    lapsing = 300
    away = rng.random((DAYS, STAFF)) < 0.15
    return Crew(
        levels=rng.integers(0, 5, cells, dtype=np.int8),
        lapses=Dated(
            np.sort(rng.integers(0, CERTIFICATES, lapsing, dtype=np.int32)),
            rng.permutation(STAFF)[:lapsing].astype(np.int32),
            np.sort(rng.integers(0, DAYS, lapsing, dtype=np.int32)),
        ),
        said=rng.choice(SAYINGS, cells).astype(np.int8),
        reached=Dated(
            np.arange(COMPETENCES, dtype=np.int32),
            rng.permutation(STAFF)[:COMPETENCES].astype(np.int32),
            rng.integers(-400, 0, COMPETENCES, dtype=np.int32),
        ),
        places=rng.integers(0, 3, (PLACES, STAFF), dtype=np.int8),
        subjects=rng.integers(0, 3, (SUBJECTS, STAFF), dtype=np.int8),
        experience=rng.integers(0, 5, (KINDS, STAFF), dtype=np.int8),
        allowed=rng.random((KINDS, STAFF)) < 0.8,
        turns=rng.permuted(np.tile(np.arange(STAFF, dtype=np.int32), (KINDS, 1)), axis=1),
        room=rng.integers(0, 4, STAFF, dtype=np.int8),
        new_until=rng.integers(-2000, 60, STAFF, dtype=np.int32),
        working=_counted(np.ones((DAYS, STAFF), dtype=np.bool_)),
        away=_counted(away),
        gone=_counted(away),
    )


def _counted(days: np.ndarray) -> np.ndarray:
    return np.vstack([np.zeros((1, STAFF)), days.cumsum(axis=0)]).astype(np.int16)


def full_tasks(rng: np.random.Generator, needs_each: int) -> Asked:
    asked = rng.permuted(np.tile(np.arange(COMPETENCES), (TASKS, 1)), axis=1)[:, :needs_each]
    demands = np.arange(1 + COMPETENCES * NEEDS, dtype=np.int32)
    first = rng.integers(0, DAYS - 60, TASKS, dtype=np.int32)
    return Asked(
        demands=Demands((demands - 1) // NEEDS, np.where(demands, (demands - 1) % NEEDS + 1, 0).astype(np.int32)),
        needs=(asked * NEEDS + rng.integers(1, NEEDS, asked.shape)).astype(np.int32),
        held_on=first,
        added_on=np.full(TASKS, -30, dtype=np.int32),
        first=first,
        last=first + rng.integers(0, 60, TASKS, dtype=np.int32),
        place=rng.integers(0, PLACES, TASKS, dtype=np.int32),
        subject=rng.integers(0, SUBJECTS, TASKS, dtype=np.int32),
        kind=rng.integers(0, KINDS, TASKS, dtype=np.int32),
        weights=rng.integers(1, 4, (TASKS, 4), dtype=np.int32),
    )


def as_matrix(asked: Asked) -> np.ndarray:
    """The levels asked for, as the bare product takes them."""
    needs = np.zeros((TASKS, COMPETENCES), dtype=np.float32)
    for column in asked.needs.T:
        needs[np.arange(TASKS), asked.demands.competence[column]] = (asked.demands.need[column] - 1) % MUST + 1
    return needs


def bare(needs: np.ndarray, levels: np.ndarray) -> np.ndarray:
    fit = needs @ levels
    best = np.argpartition(fit, STAFF - TEN, axis=1)[:, STAFF - TEN :]
    order = np.argsort(-np.take_along_axis(fit, best, axis=1), axis=1)
    return np.take_along_axis(best, order, axis=1)


def milliseconds(deeds: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in deeds}
    for _ in range(rounds):
        for name, deed in deeds.items():
            began = time.process_time()  # one thread: what other programs take meanwhile is not counted
            deed()
            times[name].append((time.process_time() - began) * 1000)
    return {name: statistics.median(taken) for name, taken in times.items()}


def _alone() -> None:
    """Begins again with one BLAS thread, which is told before numpy is imported."""
    if os.environ.get(THREADS[0]) != "1":
        os.environ.update(dict.fromkeys(THREADS, "1"))
        again = [sys.executable, "-m", "tests.benchmarks.matching", *sys.argv[1:]]
        os.execv(sys.executable, again)  # noqa: S606 -- this very program, nothing a user typed


def main(rounds: int = ROUNDS) -> None:
    _alone()
    rng = np.random.default_rng(SEED)
    crew = full_crew(rng)
    for needs_each in (3, 10):
        asked = full_tasks(rng, needs_each)
        needs, levels = as_matrix(asked), crew.levels.astype(np.float32)
        took = milliseconds(
            {"bare": lambda: bare(needs, levels), "ours": lambda: first_of(asked, crew, TEN)},  # noqa: B023 -- called at once
            rounds,
        )
        ratio = took["ours"] / took["bare"]
        print(f"{needs_each:2} needs a task: ours {took['ours']:.2f} ms, bare {took['bare']:.2f} ms, ", end="")
        print(f"ratio {ratio:.2f} (goal {GOAL}: {'holds' if ratio <= GOAL else 'MISSED'})")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
