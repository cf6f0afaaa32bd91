"""Reading a file of her own in, as the pages of an import do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any


def reader(qtbot: Any, view: Any) -> Callable[[Path], Any]:
    """Reads a file and waits until it is shown; gives its list."""

    def read(path: Path) -> Any:
        view.open_file(path)
        qtbot.waitUntil(lambda: not view.busy)
        return view.list

    return read
