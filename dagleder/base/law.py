"""What laws and agreements set: dated values with their source, kept in resources/law and read once."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from dagleder.base.paths import resource

DAILY_REST: Final = "daily_rest"
FULL_TIME: Final = "full_time"


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """A length of time that holds from a day on, and where it comes from, as the leader reads it."""

    first: date
    minutes: int
    source: str


@cache
def law(name: str) -> dict[str, Any]:
    """The file of that name, as it is written."""
    return tomllib.loads(resource("law", f"{name}.toml").read_text("utf-8"))


def working_time(name: str, day: date = date.max) -> WorkingTime:
    """The rule in force on a day (the newest without one); before the first there was, that one."""
    rules = sorted(
        (WorkingTime(each["from"], each["minutes"], each["source"]) for each in law("arbejdstid")[name]),
        key=lambda each: each.first,
    )
    return next((each for each in reversed(rules) if each.first <= day), rules[0])


@cache
def full_time() -> int:
    """The minutes of a full-timer's week."""
    return working_time(FULL_TIME).minutes
