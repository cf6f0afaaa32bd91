"""What can be done, as data: menus, command palette, shortcut sheet and header buttons are filled from it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Menu(StrEnum):
    """The menus in their order; the value is the title with its letter for Alt."""

    FILE = "&Filer"
    EDIT = "&Rediger"
    VIEW = "&Vis"
    GO = "&Gå til"
    HELP = "&Hjælp"


def _always() -> str:
    return ""


@dataclass(frozen=True)
class Action:
    """One thing the leader can do, and where she finds it."""

    name: str  # verb and thing: 'Ny medarbejder'
    run: Callable[[], None]
    menu: Menu
    icon: str = ""
    key: str = ""  # 'Ctrl+N'
    other_key: str = ""  # does the same: what other programs have taught her
    detail: str = ""  # shown beside the name in the palette
    words: str = ""  # other words it is found by
    group: int = 0  # a line divides the groups of a menu
    why_not: Callable[[], str] = _always  # the reason it cannot be done now, or ''
    named: Callable[[], str] | None = None  # where the name changes: 'Fortryd: Flyt møde'

    def shown_name(self) -> str:
        return self.named() if self.named else self.name


@dataclass(frozen=True)
class Hint:
    """What a key does with what is selected, or without a key something told; shown in the status line."""

    key: str
    text: str
