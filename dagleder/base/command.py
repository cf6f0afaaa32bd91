"""What a command of the command line is: declared by its feature, collected in `dagleder.__main__`."""

import re
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from dagleder.base.dates import YEARS
from dagleder.base.json_value import Json as Json  # noqa: PLC0414 -- said here for everyone who declares commands

S = TypeVar("S")


@dataclass(frozen=True)
class Answer:
    """What a command says: `value` for --json, `lines` (Danish) for people, and the exit code.

    With an exit code of 1 `problem` is the sentence for stderr, and the answer is shown all the same.
    """

    value: Json
    lines: tuple[str, ...] = ()
    exit_code: int = 0
    problem: str = ""


@dataclass(frozen=True)
class Argument:
    """One argument as argparse takes it: names ('--year' or 'FILE') and its options."""

    names: tuple[str, ...]
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Command(Generic[S]):
    """A command under its words ('import', 'staff'), run with its feature's service."""

    words: tuple[str, ...]
    help: str
    run: Callable[[S, Namespace], Answer]
    arguments: tuple[Argument, ...] = ()
    # Needs the house for writing: refused while another program has it. Not with --dry-run.
    writes: bool = False


def day_value(text: str) -> date:
    """The type of an argument that is a day, '2026-03-12'."""
    with suppress(ValueError):
        day = date.fromisoformat(text)
        if day.isoformat() == text:  # Python takes '20260312' and '2026-W11-4' too
            return day
    raise ArgumentTypeError(f"“{text}” er ikke en dato. Skriv den som 2026-03-12.")


def year_value(text: str) -> int:
    """The type of an argument that is a calendar year, '2026'."""
    if not re.fullmatch(r"[0-9]{4}", text) or int(text) not in YEARS:
        raise ArgumentTypeError(f"“{text}” er ikke et årstal mellem {YEARS[0]} og {YEARS[-1]}.")
    return int(text)


def out_argument(kinds: str) -> Argument:
    """'--out FILE', whose ending chooses among `kinds` ('.pdf eller .xlsx')."""
    return Argument(
        ("--out",), {"required": True, "type": Path, "metavar": "FILE", "help": f"filen, der skrives: {kinds}"}
    )
