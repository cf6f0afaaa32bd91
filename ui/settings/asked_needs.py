"""What a task asks for: each competence a button with what can be changed about it, and a list to add from."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from dagleder.competence.facts import Competence
from dagleder.competence.levels import ALONE, LEVEL_NAMES, LEVELS, NOT_YET
from dagleder.tasks.needs import CERTIFICATE_LEVEL, Need
from ui.kit.buttons import Button, Kind, Look
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.fields import Option
from ui.kit.label import Label
from ui.kit.side_panel import emptied
from ui.theme.theme import Theme

_ADD = "Tilføj et krav"


class NeedsEditor(QWidget):
    """`changed` gives all needs as they are wanted now."""

    changed = Signal(object)  # tuple[Need, ...]

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._needs: tuple[Need, ...] = ()
        self._level = ALONE
        self._certificates: set[int] = set()
        self.buttons: list[Button] = []
        self._nothing = Label("Ingen krav: alle kan få den.", "table", "text2", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.add = ChoiceInput((Option(None, _ADD),))
        self.add.setAccessibleName(_ADD)
        self.add.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # long names are seen in its list
        self.add.activated.connect(self._added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._nothing)
        column.addLayout(self._rows)
        column.addWidget(self.add)

    def show_needs(self, needs: Sequence[Need], competences: Iterable[Competence], level: int = ALONE) -> None:
        """`level` is the one that another competence is asked for at."""
        self._needs, self._level = tuple(needs), level
        rows = emptied(self._rows)
        self.buttons = []
        for need in self._needs:
            rows.addWidget(self._row(need))
        self._nothing.setVisible(not needs)
        known, catalogue = {need.competence_id for need in needs}, tuple(competences)
        self._certificates = {each.id for each in catalogue if each.certificate}
        options = [Option(each.id, each.name) for each in catalogue if each.id not in known]
        self.add.set_options((Option(None, _ADD), *options))
        self.add.show_raw(None)

    @property
    def told(self) -> list[str]:
        """The needs as they are read."""
        return [_told(need) for need in self._needs]

    def _row(self, need: Need) -> QFrame:
        """A chip that goes on in the next line where a competence has a long name, and what can be done with it."""
        chip = QFrame()
        chip.setProperty("kind", "chip")
        chip.setProperty("level", "primary" if need.must else "outline")
        row = QHBoxLayout(chip)
        row.setContentsMargins(9, 0, 1, 0)
        row.setSpacing(4)
        name = f"{_told(need)}: ret kravet"
        button = Button(self._theme, "", None, Look(Kind.QUIET, "ellipsis", compact=True), name)
        button.setMenu(self._menu(need, button))
        self.buttons.append(button)
        row.addWidget(Label(_told(need), wrap=True), 1)
        row.addWidget(button)
        return chip

    def _menu(self, need: Need, button: Button) -> QMenu:
        menu = QMenu(button)
        for level in () if need.certificate else [level for level in LEVELS if level != NOT_YET]:
            action = menu.addAction(f"{level} {LEVEL_NAMES[level]}")
            action.setCheckable(True)
            action.setChecked(level == need.level)
            action.triggered.connect(partial(self._put, need, replace(need, level=level)))
        menu.addSeparator()
        must = menu.addAction("Gør det til et ønske" if need.must else "Gør det til et krav")
        must.triggered.connect(partial(self._put, need, replace(need, must=not need.must)))
        menu.addAction("Fjern").triggered.connect(partial(self._put, need, None))
        return menu

    def _put(self, before: Need, after: Need | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- Qt's 'triggered' carries it
        kept = (after if need == before else need for need in self._needs)
        self.changed.emit(tuple(need for need in kept if need is not None))

    def _added(self, _index: int) -> None:
        picked = self.add.raw()
        if isinstance(picked, int):
            level = CERTIFICATE_LEVEL if picked in self._certificates else self._level
            self.changed.emit((*self._needs, Need(picked, level)))


def _told(need: Need) -> str:
    return need.text if need.must else f"{need.text} (ønske)"
