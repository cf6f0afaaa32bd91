"""Which stue is shown: all of them, or one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from dagleder.settings.places import Team
from ui.kit.buttons import Button, Look
from ui.theme.theme import Theme

ALL = "Alle stuer"


class TeamFilter(QObject):
    """A button with a menu. `changed` comes when another stue is shown."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.team_id: int | None = None
        self._teams: tuple[Team, ...] = ()
        self.button = Button(theme, ALL, None, Look(icon="funnel"))
        self.button.setProperty("dropdown", "true")
        self._menu = QMenu(self.button)
        self.button.setMenu(self._menu)
        self._show()

    def show_teams(self, teams: Sequence[Team]) -> None:
        """The stuer of the week; one that is no more is shown no longer."""
        if tuple(teams) == self._teams:
            return
        self._teams = tuple(teams)
        if self.team_id not in {team.id for team in teams}:
            self.team_id = None
        self._fill()

    def choose(self, team_id: int | None) -> None:
        if team_id != self.team_id and (team_id is None or any(team.id == team_id for team in self._teams)):
            self.team_id = team_id
            self._fill()
            self.changed.emit()

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        choices: list[tuple[int | None, str]] = [(None, ALL), *((team.id, team.name) for team in self._teams)]
        for team_id, name in choices:
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(team_id == self.team_id)
            group.addAction(action)
            action.triggered.connect(partial(self._pick, team_id))
        self._show()

    def _pick(self, team_id: int | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- Qt's 'triggered' carries it
        self.choose(team_id)

    def _show(self) -> None:
        name = next((team.name for team in self._teams if team.id == self.team_id), ALL)
        self.button.setText(name.replace("&", "&&"))
        self.button.setAccessibleName(f"Viser {name.lower() if name == ALL else name}. Vælg, hvilken stue der vises.")
