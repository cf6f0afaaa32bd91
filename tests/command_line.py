"""The command line on a house, as typed."""

from collections.abc import Callable
from typing import Any

from dagleder.__main__ import main
from dagleder.app import Services
from dagleder.base.clock import Clock


def typed(services: Services, clock: Clock, capsys: Any) -> Callable[..., Any]:
    """`cli("tasks", "list", code=0)` gives what was said. The house is closed first: the commands open it."""
    services.close()
    path = str(services.database.path)

    def cli(*words: object, code: int = 0) -> Any:
        assert main(["--house", path, *map(str, words)], clock) == code
        return capsys.readouterr()

    return cli
