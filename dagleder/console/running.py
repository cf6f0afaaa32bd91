"""Runs one command: opens the house for it, shows its answer, and ends with the exit code of the contract.

0 done, 1 a problem the user can mend, 2 wrong usage, 3 our fault. stdout carries the answer alone.
"""

import getpass
import json
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from dagleder import app
from dagleder.base.clock import Clock
from dagleder.base.command import Answer, Command, Json
from dagleder.base.cpr import without_cpr
from dagleder.base.errors import UserProblem
from dagleder.base.last_house import last_house
from dagleder.base.log import without_values
from dagleder.console.parsing import HelpWanted, WrongUsage, parse
from dagleder.storage.problems import WrittenElsewhere, WrongSecret
from dagleder.storage.secret import Password

DONE, PROBLEM, WRONG_USAGE, OUR_FAULT = range(4)
_HIDDEN = "••••••"
_LONGEST_LINE = 2_000_000  # bytes of the password file
_NO_HOUSE = "Der er ikke noget hus at arbejde med; skriv --house FILE før kommandoen."


@dataclass(frozen=True)
class Place:
    """Where the house is (or is to be), and what opens it."""

    path: Path
    secret: Password | None
    clock: Clock
    author: str


@dataclass(frozen=True)
class OpenHouse:
    """A house with where it lies: what the commands about the house itself are run with."""

    place: Place
    services: app.Services


@dataclass(frozen=True)
class CommandSet:
    """The commands of the house itself, and those of each feature with where its service is found.

    `place` are those that open or make the file themselves.
    """

    place: Sequence[Command[Place]]
    house: Sequence[Command[OpenHouse]]
    features: Sequence[tuple[Callable[[app.Services], Any], Sequence[Command[Any]]]]

    @property
    def all(self) -> tuple[Command[Any], ...]:
        return (*self.place, *self.house, *(command for _, commands in self.features for command in commands))

    def service(self, command: Command[Any], services: app.Services) -> Any:
        """What a feature's command is run with."""
        return next(service_in(services) for service_in, commands in self.features if command in commands)


def run(arguments: Sequence[str], commands: CommandSet, clock: Clock) -> int:
    """Runs what was typed; gives the exit code. Nothing is raised."""
    _speak_utf8()
    try:
        command, read = parse(arguments, commands.all)
        answer = _answer(command, read, commands, clock)
        _show(answer, as_json=read.json)
        if answer.problem:
            _tell(answer.problem)
    except HelpWanted as help_text:
        _write(sys.stdout, str(help_text))
    except WrongUsage as usage:
        _tell(str(usage))
        return WRONG_USAGE
    except UserProblem as problem:
        _tell(problem.sentence)
        return PROBLEM
    except BrokenPipeError:  # the reader of our answer has gone: nobody to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEM
    except Exception as fault:  # noqa: BLE001 -- the last catch: told without the values in it
        _write(sys.stderr, f"{without_values(fault)}\nDet er en fejl i Dagleder, ikke noget du har gjort.")
        return OUR_FAULT
    else:
        return answer.exit_code
    return DONE


def _answer(command: Command[Any], read: Namespace, commands: CommandSet, clock: Clock) -> Answer:
    place = Place(_house_path(read.house), _secret(read.password_file), clock, _author())
    if command in commands.place:
        return command.run(place, read)
    with opened(place, writes=command.writes and not getattr(read, "dry_run", False)) as services:
        if command in commands.house:
            return command.run(OpenHouse(place, services), read)
        return command.run(commands.service(command, services), read)


@contextmanager
def opened(place: Place, *, writes: bool) -> Iterator[app.Services]:
    """The house at `place` while a command runs. Raises UserProblem."""
    with needing_password(place):
        services = app.open_house(place.path, place.secret, place.clock, author=place.author, read_only=not writes)
    try:
        if writes and services.database.read_only:
            raise WrittenElsewhere
        yield services
    finally:
        services.close()


@contextmanager
def needing_password(place: Place) -> Iterator[None]:
    """A sentence of our own where the password was left out."""
    try:
        yield
    except WrongSecret:
        if place.secret is None:
            raise UserProblem("Huset har en adgangskode; skriv --password-file FILE før kommandoen.") from None
        raise


def _house_path(given: Path | None) -> Path:
    if given is not None:
        try:
            given.exists()
        except OSError:  # a name no system takes
            raise UserProblem("Husets filnavn kan ikke bruges. Vælg et kortere navn uden særlige tegn.") from None
        return given
    if last := last_house():
        return last.path
    raise UserProblem(_NO_HOUSE)


def _secret(file: Path | None) -> Password | None:
    """The first line of the file, without its line end."""
    if file is None:
        return None
    try:
        with file.open("rb") as lines:  # not the whole of it: it may be a device that never ends
            text = lines.readline(_LONGEST_LINE).decode("utf-8-sig")
    except OSError:
        raise UserProblem(f"Filen med adgangskoden kan ikke læses: {file}.") from None
    except UnicodeDecodeError:
        raise UserProblem(f"Filen med adgangskoden er ikke gemt som UTF-8: {file}.") from None
    password = text.partition("\n")[0].removesuffix("\r")
    if not password:
        raise UserProblem(f"Der står ingen adgangskode i første linje af {file}.")
    return Password(password)


def _author() -> str:
    """Who is at the computer, for the history."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a machine that knows no user names
        return ""


# --- out -----------------------------------------------------------------------------------------


def _speak_utf8() -> None:
    """UTF-8 whatever the system's own encoding, and nothing but our own sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not logging.getLogger().handlers:
        logging.getLogger().addHandler(logging.NullHandler())


def _show(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        _write(sys.stdout, json.dumps(_hidden(answer.value), ensure_ascii=False, indent=2))
    elif answer.lines:
        _write(sys.stdout, without_cpr("\n".join(answer.lines), _HIDDEN))


def _hidden(value: Json) -> Json:
    """The answer without any CPR number: those that got in anyhow (a file's name, an old note) don't get out."""
    if isinstance(value, str):
        return without_cpr(value, _HIDDEN)
    if isinstance(value, Mapping):
        return {key: _hidden(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_hidden(item) for item in value]
    return value


def _tell(sentence: str) -> None:
    _write(sys.stderr, without_cpr(" ".join(sentence.split()), _HIDDEN))


def _write(stream: TextIO, text: str) -> None:
    stream.write(f"{text}\n")
    stream.flush()
