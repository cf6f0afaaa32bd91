"""The command line as typed, read by argparse and answered in Danish."""

import re
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from dagleder.base.command import Command

PROGRAM = "dagleder-cli"
_COMMAND = "KOMMANDO"


class WrongUsage(Exception):  # noqa: N818 -- the contract's word for exit code 2
    """What was typed is not a command. The text is a Danish sentence."""


class HelpWanted(Exception):  # noqa: N818 -- no error: the text is the answer
    """Somebody asked for help. The text is the help."""


# What argparse says, and how it is told here.
_SAID = (
    (rf"the following arguments are required: {_COMMAND}", "Der mangler en kommando"),
    (r"the following arguments are required: (.+)", r"Der mangler \1"),
    (r"unrecognized arguments: (.+)", r"“\1” kan ikke bruges her"),
    (r"argument \S+: invalid choice: '?(.*?)'? \(choose from (.+)\)", r"“\1” er ikke blandt \2"),
    (r"argument (\S+): expected .*", r"\1 mangler en værdi"),
    (r"argument (\S+): invalid .+ value: '(.*)'", r"“\2” kan ikke bruges til \1"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 og \2 kan ikke bruges sammen"),
)
_CHOICES = re.compile(r"(?<=choose from ).+")  # argparse quotes each of them
_OUR_OWN = re.compile(r"argument \S+: (.+)", re.DOTALL)  # an ArgumentTypeError of a command is Danish already


class _DanishHelp(HelpFormatter):
    """argparse's help under Danish headings."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Brug: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        names = {"positional arguments": "kommandoer og filer", "options": "valg"}
        super().start_section(names.get(heading or "", heading))


class _Parser(ArgumentParser):
    """Raises instead of ending the program; every option is written in full."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_DanishHelp, **options)
        self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def print_help(self, file: Any = None) -> NoReturn:  # noqa: ARG002 -- overrides argparse's
        raise HelpWanted(self.format_help().rstrip())

    def error(self, message: str) -> NoReturn:
        message = _CHOICES.sub(lambda choices: choices[0].replace("'", ""), message)
        told = (re.sub(said, ours, message) for said, ours in _SAID if re.fullmatch(said, message))
        what = next(told, "")
        if not what and (ours := _OUR_OWN.fullmatch(message)):
            raise WrongUsage(ours[1])
        raise WrongUsage(f"{what or 'Kommandoen kan ikke bruges sådan'}; skriv {self.prog} --help for at se hvordan.")


def parse(arguments: Sequence[str], commands: Sequence[Command[Any]]) -> tuple[Command[Any], Namespace]:
    """The command that was typed and its arguments. Raises WrongUsage or HelpWanted."""
    parser = _Parser(
        prog=PROGRAM, description="Dagleder uden vindue. Husets fil og adgangskode skrives før kommandoen."
    )
    parser.add_argument("--house", type=Path, metavar="FILE", help="huset; ellers det, vinduet sidst havde åbent")
    parser.add_argument("--password-file", type=Path, metavar="FILE", help="fil med adgangskoden i første linje")
    parser.add_argument("--json", action="store_true", help="svaret som JSON")
    groups: dict[tuple[str, ...], Any] = {(): _branches(parser)}
    for command in commands:
        for length in range(1, len(command.words)):
            group = command.words[:length]
            if group not in groups:
                within = [other.words[length] for other in commands if other.words[:length] == group]
                branch = groups[group[:-1]].add_parser(group[-1], help=" · ".join(dict.fromkeys(within)))
                groups[group] = _branches(branch)
        leaf = groups[command.words[:-1]].add_parser(command.words[-1], help=command.help, description=command.help)
        for argument in command.arguments:
            leaf.add_argument(*argument.names, **argument.options)
        leaf.set_defaults(chosen=command)
    read = parser.parse_args(list(arguments))
    return read.chosen, read


def _branches(parser: ArgumentParser) -> Any:
    return parser.add_subparsers(metavar=_COMMAND, required=True, title="kommandoer")
