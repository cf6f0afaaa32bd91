"""The door without a screen: collects each feature's commands and runs the one that was typed."""

import sys
from collections.abc import Sequence

from dagleder.base.clock import Clock, SystemClock
from dagleder.competence import commands as competence_commands
from dagleder.competence import import_commands, insight_commands
from dagleder.console.house_commands import HOUSE_COMMANDS, PLACE_COMMANDS
from dagleder.console.running import CommandSet, run
from dagleder.departure import commands as departure_commands
from dagleder.meetings import commands as meetings_commands
from dagleder.presence import commands as presence_commands
from dagleder.settings import commands as settings_commands
from dagleder.staff import commands as staff_commands
from dagleder.tasks import commands as tasks_commands
from dagleder.tasks import delegation_commands

COMMANDS = CommandSet(
    place=PLACE_COMMANDS,
    house=HOUSE_COMMANDS,
    features=(
        (lambda house: house.settings, settings_commands.COMMANDS),
        (lambda house: house.staff, staff_commands.COMMANDS),
        (lambda house: house.presence, presence_commands.COMMANDS),
        (lambda house: house.competence, competence_commands.COMMANDS),
        (lambda house: house.competence, import_commands.COMMANDS),
        (lambda house: house.competence, insight_commands.COMMANDS),
        (lambda house: house.tasks, tasks_commands.COMMANDS),
        (lambda house: house.delegation, delegation_commands.COMMANDS),
        (lambda house: house.meetings, meetings_commands.COMMANDS),
        (lambda house: house.departure, departure_commands.COMMANDS),
    ),
)


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Runs a command; gives the exit code: 0 done, 1 a problem to mend, 2 wrong usage, 3 our fault."""
    return run(sys.argv[1:] if arguments is None else arguments, COMMANDS, clock or SystemClock())


if __name__ == "__main__":
    sys.exit(main())
