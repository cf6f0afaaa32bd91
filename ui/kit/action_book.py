"""Fills menus, shortcuts and palette from one list of actions: the frame's and those of the page in front."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit.actions import Action, Menu
from ui.theme.theme import Theme


class ActionBook(QObject):
    """Keeps one QAction for each action on the window, so that its key works without the menu being opened."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._frame: tuple[Action, ...] = ()
        self._page: tuple[Action, ...] = ()
        self._paused = False
        self._made: list[QAction] = []
        self._shown: dict[Menu, list[QAction]] = {}

    def show_frame(self, actions: Sequence[Action]) -> None:
        self._frame = tuple(actions)
        self._renew()

    def show_page(self, actions: Sequence[Action]) -> None:
        """The actions of the page in front; they come first in their menus."""
        self._page = tuple(actions)
        self._renew()

    @property
    def actions(self) -> tuple[Action, ...]:
        """All actions there are now, the page's first."""
        return self._page + self._frame

    def pause(self, *, paused: bool) -> None:
        """While the window is locked no key does anything."""
        self._paused = paused
        for made in self._made:
            made.setEnabled(not paused)

    def fill(self, menu: Menu, shown: QMenu) -> None:
        """Bring a menu up to date; called each time it is opened."""
        shown.clear()
        for old in self._shown.pop(menu, []):
            old.deleteLater()
        group: tuple[bool, int] | None = None
        for action in self.actions:
            if action.menu is not menu:
                continue
            its_group = (action in self._frame, action.group)
            if group is not None and its_group != group:
                shown.addSeparator()
            group = its_group
            shown.addAction(self._entry(menu, action))

    def _entry(self, menu: Menu, action: Action) -> QAction:
        entry = QAction(_name(action), self)
        if action.icon:
            entry.setIcon(self._theme.icon(action.icon, "text2"))
        if action.key:
            # Shown only: the key itself belongs to the window, or it would be ambiguous.
            key = QKeySequence(action.key).toString(QKeySequence.SequenceFormat.NativeText)
            entry.setText(f"{_name(action)}\t{key}")
        reason = action.why_not()
        entry.setEnabled(not reason)
        entry.setToolTip(reason or action.detail)
        entry.triggered.connect(_runner(action))
        self._shown.setdefault(menu, []).append(entry)
        return entry

    def _renew(self) -> None:
        for old in self._made:
            self._window.removeAction(old)
            old.deleteLater()
        self._made = [self._shortcut(key, action) for key, action in self._by_key().items()]

    def _by_key(self) -> dict[str, Action]:
        """One action for each key; the page's own wins over the frame's."""
        by_key: dict[str, Action] = {}
        for action in self.actions:
            for key in (action.key, action.other_key):
                if key:
                    by_key.setdefault(key, action)
        return by_key

    def _shortcut(self, key: str, action: Action) -> QAction:
        made = QAction(action.name, self)
        made.setShortcut(QKeySequence(key))
        made.setEnabled(not self._paused)
        made.triggered.connect(_runner(action))
        self._window.addAction(made)
        return made


def _name(action: Action) -> str:
    return action.shown_name().replace("&", "&&")


def _runner(action: Action) -> Callable[[], None]:
    def run(_checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- Qt's 'triggered' carries it
        if not action.why_not():
            action.run()

    return run
