"""Choosing instead of typing: a list that drops down, options all in view, a tick."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ui.kit.fields import Option
from ui.kit.label import Label
from ui.kit.line_input import Trouble, mark

_HINT_INDENT = 24
_SHORTEST, _LONGEST = 6, 26  # letters that are always seen
_ICON_GAP = 4  # Qt's own, beside the room for an icon
_BESIDE_TEXT = 1  # as Qt paints a choice
_ENDLESS = 10_000
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class ChoiceInput(QComboBox):
    """A list that drops down. The wheel scrolls the page, it never changes a choice by accident."""

    left = Signal()
    edited = Signal()

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[object] = []
        self.set_options(options)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)
        self.activated.connect(self._choose)

    def set_options(self, options: Sequence[Option]) -> None:
        """Other options than before; none of them is chosen yet."""
        self.clear()
        for option in options:
            self.addItem(option.text, option.key)
        self._keys = [option.key for option in options]
        self.setCurrentIndex(-1)

    def minimumSizeHint(self) -> QSize:
        """Whatever is chosen can be read, unless it is very long."""
        hint, metrics = super().minimumSizeHint(), self.fontMetrics()
        texts = (self.itemText(number) for number in range(self.count()))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        letters = self.minimumContentsLength() * metrics.horizontalAdvance("X")
        around = hint.width() - letters - self.iconSize().width() - _ICON_GAP  # which no choice has
        seen = min(widest, _LONGEST * metrics.horizontalAdvance("x"))
        return QSize(seen + around, hint.height())

    def raw(self) -> object:
        index = self.currentIndex()
        return self._keys[index] if index >= 0 else None

    def show_raw(self, raw: object) -> None:
        self.setCurrentIndex(self._keys.index(raw) if raw in self._keys else -1)

    def set_trouble(self, trouble: Trouble) -> None:
        mark(self, trouble)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _choose(self, _index: int) -> None:
        self.edited.emit()
        self.left.emit()


class WrappingChoice(ChoiceInput):
    """What is chosen goes on in the next line where it is wider than the box, which grows with it."""

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(options, parent)
        self.currentTextChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return self._grown(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._grown(super().minimumSizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.drawText(self._room(), _WRAPPED | Qt.AlignmentFlag.AlignVCenter, self.currentText())

    def _grown(self, hint: QSize) -> QSize:
        """By the lines after the first."""
        metrics, room = self.fontMetrics(), self._room()
        needed = metrics.boundingRect(QRect(0, 0, max(1, room.width()), _ENDLESS), _WRAPPED, self.currentText())
        return QSize(hint.width(), hint.height() + max(0, needed.height() - metrics.height()))

    def _room(self) -> QRect:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        edge = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        return edge.adjusted(_BESIDE_TEXT, 0, -_BESIDE_TEXT, 0)


class RadioInput(QWidget):
    """All options in view, each with a line of what it means. Arrow keys move between them."""

    left = Signal()
    edited = Signal()

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = [option.key for option in options]
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for number, option in enumerate(options):
            button = QRadioButton(option.text.replace("&", "&&"), self)
            button.setAccessibleDescription(option.hint)
            self._group.addButton(button, number)
            layout.addWidget(button)
            if option.hint:
                layout.addWidget(_hint(option.hint))
        self._group.idClicked.connect(self._choose)

    def raw(self) -> object:
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else None

    def show_raw(self, raw: object) -> None:
        if raw in self._keys:
            button = self._group.button(self._keys.index(raw))
            button.setChecked(True)
            self.setFocusProxy(button)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        self.setFocusProxy(self._group.button(0))

    def set_trouble(self, trouble: Trouble) -> None:
        for button in self._group.buttons():
            mark(button, trouble)

    def _choose(self, number: int) -> None:
        self.setFocusProxy(self._group.button(number))
        self.edited.emit()
        self.left.emit()


class CheckInput(QCheckBox):
    """A tick with its own text beside it."""

    left = Signal()
    edited = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.clicked.connect(self._tick)

    def raw(self) -> bool:
        return self.isChecked()

    def show_raw(self, raw: object) -> None:
        self.setChecked(bool(raw))

    def set_trouble(self, trouble: Trouble) -> None:
        mark(self, trouble)

    def _tick(self) -> None:
        self.edited.emit()
        self.left.emit()


def _hint(text: str) -> Label:
    label = Label(text, "small", "text2", wrap=True)
    label.setIndent(_HINT_INDENT)
    return label
