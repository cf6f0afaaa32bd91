"""What a command of the command line is: declared by its feature, collected in `dagleder.__main__`."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

S = TypeVar("S")
Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


@dataclass(frozen=True)
class Answer:
    """What a command says: `value` for --json, `lines` (Danish) for people, and the exit code."""

    value: Json
    lines: tuple[str, ...] = ()
    exit_code: int = 0


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
    writes: bool = False  # needs the house for writing: refused while another program has it
