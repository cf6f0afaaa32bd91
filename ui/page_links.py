"""What can be pressed in the running text of the page in front, as actions: the palette finds it by its words too."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.kit.actions import Action, Menu
from ui.kit.buttons import Button, Kind

_LINKS = {Kind.LINK, Kind.TEXT}


def links_of(page: QWidget) -> list[Action]:
    """Those that are shown and can be pressed.

    Of several alike in the running text the first, where what is worst stands; of those in rows none: nobody could
    tell whose it is.
    """
    shown = [
        button
        for button in page.findChildren(Button)
        if button.kind in _LINKS and button.isVisible() and button.isEnabled() and button.text()
    ]
    names = [button.accessibleName() for button in shown]
    first = dict(zip(reversed(names), reversed(shown), strict=True))
    return [
        Action(name, _presser(button), Menu.GO, "corner-down-right")
        for name, button in first.items()
        if names.count(name) == 1 or button.kind is Kind.LINK
    ]


def _presser(button: Button) -> Callable[[], None]:
    """The page may have been filled anew since it was looked through."""
    return lambda: button.click() if isValid(button) else None
