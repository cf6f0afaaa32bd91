"""What a command of the command line is: declared by its feature, collected in `dagleder.__main__`."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

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
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” er ikke en dato. Skriv den som 2026-03-12.") from None


def year_value(text: str) -> int:
    """The type of an argument that is a calendar year, '2026'."""
    if not text.isdecimal() or int(text) not in range(1900, 2101):
        raise ArgumentTypeError(f"“{text}” er ikke et årstal. Skriv det som 2026.")
    return int(text)


def out_argument(kinds: str) -> Argument:
    """'--out FILE', whose ending chooses among `kinds` ('.pdf eller .xlsx')."""
    return Argument(
        ("--out",), {"required": True, "type": Path, "metavar": "FILE", "help": f"filen, der skrives: {kinds}"}
    )
