"""What a section of the settings page is: a card with a heading, and lines of a setting with its control."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.line import Line
from ui.theme.theme import Theme

_SIDE, _LINE_ROOM, _PAST_ICON = 14, 9, 30


@dataclass(frozen=True)
class Setting:
    """One line of a section: what it is, what it means, and what it is changed with."""

    title: str
    detail: str = ""
    icon: str = ""
    tone: str = "text2"  # of the icon


class SettingLine(QWidget):
    """A `Setting` with its controls at the right; `show_detail` follows what is so now."""

    def __init__(self, theme: Theme, setting: Setting, controls: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.setting = setting
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, _LINE_ROOM, _SIDE, _LINE_ROOM)
        row.setSpacing(12)
        self._icon = IconLabel(theme, setting.icon, setting.tone) if setting.icon else None
        if self._icon:
            row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(setting.title, "name", wrap=True))
        self._detail = Label(setting.detail, "small", "text2", wrap=True)
        if not setting.detail:
            self._detail.hide()  # never shown before it has a place: it would be a window
        words.addWidget(self._detail)
        row.addLayout(words, 1)
        for control in controls:
            if not control.accessibleName():
                control.setAccessibleName(setting.title)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_detail(self, detail: str, icon: str = "", tone: str = "text2") -> None:
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        if self._icon and icon:
            self._icon.show_icon(icon, tone)


class _Inside(QWidget):
    """Room round a widget that comes and goes: it takes none while the widget is hidden."""

    def __init__(self, widget: QWidget, left: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(left, 0, _SIDE, 10)
        column.addWidget(widget)
        if widget.isHidden():
            self.hide()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)


class Section(QFrame):
    """The base of all sections. `attention` counts what needs a look; `words` are what it is found by."""

    title = ""
    deed = ""  # the action that goes to it from anywhere
    short = ""  # in the list at the left, where the title is too long for it
    icon = ""
    words = ""
    tables: frozenset[str] = frozenset()

    attention_changed = Signal()

    def __init__(self, theme: Theme, buttons: Sequence[Button] = ()) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(self.title)
        self.theme = theme
        self._attention = 0
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 4)
        self.column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 10, _SIDE, 8)
        head.setSpacing(8)
        head.addWidget(Label(self.title, "h3"), 1)
        for button in buttons:
            head.addWidget(button)
        self.column.addLayout(head)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """The keyboard goes to the first thing in it that can be used."""
        for widget in self.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @property
    def attention(self) -> int:
        return self._attention

    def set_attention(self, count: int) -> None:
        if count != self._attention:
            self._attention = count
            self.attention_changed.emit()

    def add_line(self, line: QWidget) -> None:
        self.column.addWidget(Line())
        self.column.addWidget(line)

    def add_block(self, *blocks: QWidget) -> None:
        """Something wider than a line: a form, a table."""
        self.column.addWidget(Line())
        inner = QVBoxLayout()
        inner.setContentsMargins(_SIDE, 12, _SIDE, 12)
        inner.setSpacing(8)
        for block in blocks:
            inner.addWidget(block)
        self.column.addLayout(inner)

    def add_inside(self, widget: QWidget, *, indented: bool = False) -> None:
        """Something that belongs to the line above: a panel, or (under its words, past the icon) a field."""
        self.column.addWidget(_Inside(widget, _SIDE + _PAST_ICON * indented))

    def load(self) -> None:
        """Read what is shown; called when one of `tables` moved."""

    def findable(self) -> str:
        """Everything the section says, for 'Find en indstilling'."""
        lines = [line.setting for line in self.findChildren(SettingLine)]
        return " ".join([self.title, self.words, *(f"{line.title} {line.detail}" for line in lines)])
