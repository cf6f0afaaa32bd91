"""A line of a list of kinds: what one is called and how it is; 'Ret' opens its fields under it, 'Skjul' hides it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.staff.roles import ROLES
from ui.kit.buttons import Button, Kind, Look
from ui.kit.choice_inputs import CheckInput
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.line import Line
from ui.settings.row_list import ItemRow
from ui.theme.theme import Theme

_BESIDE = 3


class ItemEditor(QFrame):
    """The fields of one thing; each is saved when it is left. The form holds 'name', where the keyboard begins."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form = form
        self.setProperty("kind", "panel")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(8)
        self.column.addWidget(form)

    def show_kind(self, kind: Any) -> None:
        raise NotImplementedError


class OpeningRow(ItemRow):
    """`editor` makes the fields when they are first wanted; `mark` stands before the name."""

    def __init__(
        self,
        theme: Theme,
        editor: Callable[[], ItemEditor],
        turn_hidden: Callable[[], None],
        mark: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._make, self._item = editor, None
        self._name, self._detail = Label("", "name"), Label("", "small", "text2", wrap=True)
        look = Look(Kind.QUIET, compact=True)
        self.edit = Button(theme, "Ret", self.begin, look)
        self.hide_button = Button(theme, "Skjul", turn_hidden, look)
        self.editor: ItemEditor | None = None
        words, row = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._detail)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        if mark is not None:
            row.addWidget(mark)
        row.addLayout(words, 1)
        row.addWidget(self.edit)
        row.addWidget(self.hide_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        self._column.addWidget(Line())

    def begin(self) -> None:
        """Open the fields, or close them again."""
        if self.editor is None:
            self.editor = self._make()
            self._column.insertWidget(1, self.editor)
            self.editor.hide()
        opened = self.editor.isHidden()
        self.editor.setVisible(opened)
        self.edit.setText("Luk felterne" if opened else "Ret")
        if opened:
            self.editor.show_kind(self._item)
            self.editor.form.frame("name").control.setFocus()

    def show_kind(self, kind: Any, detail: str) -> None:
        """`kind` has a name, and is hidden or not."""
        self._item = kind
        self._name.setText(kind.name)
        self._detail.setText(detail)
        self.edit.setAccessibleName(f"Ret {kind.name}")
        self.hide_button.setText("Vis igen" if kind.hidden else "Skjul")
        self.hide_button.setAccessibleName(f"Vis {kind.name} igen" if kind.hidden else f"Skjul {kind.name}")
        if self.editor is not None and not self.editor.isHidden():
            self.editor.show_kind(kind)


class RoleTicks(QWidget):
    """A box for each stilling; `left` when one was ticked or not."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ticks: dict[str, CheckInput] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, role in enumerate(ROLES):
            tick = CheckInput(role.name)
            tick.left.connect(self.left)
            self.ticks[role.key] = tick
            grid.addWidget(tick, place // _BESIDE, place % _BESIDE)

    def chosen(self) -> frozenset[str]:
        return frozenset(key for key, tick in self.ticks.items() if tick.raw())

    def show_roles(self, roles: frozenset[str]) -> None:
        for key, tick in self.ticks.items():
            tick.show_raw(key in roles)
