"""Chance that can be replayed: each random test prints its seed, and DAGLEDER_SEED gives one back."""

import os
import secrets
from collections.abc import Callable
from typing import Any

import pytest

LONG = pytest.mark.long


def seeded(test: Callable[..., Any]) -> Callable[..., Any]:
    """Give the test a `seed`, which stands in its name: the report of a failure tells it.

    Replay: DAGLEDER_SEED=<seed> pytest -k <test>.
    """
    seed = int(os.environ.get("DAGLEDER_SEED") or secrets.randbelow(1_000_000))
    marked: Callable[..., Any] = pytest.mark.parametrize("seed", [seed], ids=[f"seed={seed}"])(test)
    return marked
