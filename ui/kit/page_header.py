"""The top row of a page: title, sub tabs, filters, then actions, and one primary button last."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from dagleder.base.errors import Bug
from ui.kit.actions import Action
from ui.kit.buttons import Button, action_button, show_state
from ui.kit.label import Label
from ui.kit.segment import Segment
from ui.theme.theme import Theme

_HEIGHT = 56
_SIDE = 20


class PageHeader(QFrame):
    """Filled by its page from the left and from the right."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: list[tuple[Button, Action]] = []
        self._primary = False
        self._filter: QLineEdit | None = None
        self._title = Label(title, "h1")
        self._before, self._left, self._right = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSpacing(8)
        row.addLayout(self._before)
        row.addWidget(self._title)
        row.addSpacing(8)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addLayout(self._right)
        for side in (self._before, self._left, self._right):
            side.setSpacing(8)
        self._resize()
        theme.changed.connect(self._sizes_changed)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def add_before(self, widget: QWidget) -> None:
        """Something before the title: the way back, somebody's dot."""
        self._before.addWidget(widget)

    def add_tabs(self, tabs: Segment) -> None:
        self._left.addWidget(tabs)

    def add(self, widget: QWidget) -> None:
        """Something of the page's own, on the left."""
        self._left.addWidget(widget)

    def add_filter(self, field: QLineEdit) -> None:
        """The field Ctrl+F goes to."""
        self._filter = field
        self._left.addWidget(field)

    def add_action(self, action: Action) -> Button:
        button = action_button(self._theme, action)
        self._buttons.append((button, action))
        self._right.addWidget(button)
        return button

    def set_primary(self, action: Action) -> Button:
        """The one primary button, always last."""
        if self._primary:
            raise Bug("a page has one primary button")
        self._primary = True
        button = action_button(self._theme, action, primary=True)
        self._buttons.append((button, action))
        self._right.addWidget(button)
        return button

    def show_actions(self, actions: Sequence[Action], primary: Action | None = None) -> None:
        """Other actions than before, for a page whose actions depend on what it shows."""
        for button, _ in self._buttons:
            self._right.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons, self._primary = [], False
        for action in actions:
            self.add_action(action)
        if primary is not None:
            self.set_primary(primary)

    def bring_up_to_date(self) -> None:
        """Names and states of the buttons follow their actions; where there is no room, icons alone."""
        for button, action in self._buttons:
            show_state(button, action)
            button.show_text(shown=True)
        for button, action in self._buttons:
            if not self.isVisible() or self._needed() <= self.width():
                return
            if action.icon:
                button.show_text(shown=False)

    def _needed(self) -> int:
        """The width that all of it asks for. Qt keeps what the rows within asked for until it lays them out again."""
        for row in (self._before, self._left, self._right, self._row):
            row.invalidate()
        return self.minimumSizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bring_up_to_date()

    def focus_filter(self) -> bool:
        if self._filter is None:
            return False
        self._filter.setFocus()
        self._filter.selectAll()
        return True

    def _sizes_changed(self) -> None:
        self._resize()
        QTimer.singleShot(0, self, self.bring_up_to_date)  # when all that stands in it has its new size

    def _resize(self) -> None:
        self.setMinimumHeight(self._theme.px(_HEIGHT))
