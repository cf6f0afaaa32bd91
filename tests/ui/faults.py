"""What is wrong with the controls of a screen, seen with the eyes of those who do without mouse or without sight."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QTextEdit,
    QWidget,
)

from tests.ui.grabs import cut_off
from ui.kit.palette import Palette
from ui.kit.segment import Segment
from ui.kit.sentence import SentenceLine
from ui.kit.stepper import Stepper
from ui.staff.shift_cell import ShiftCell

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_ONE_STOP = (Segment, Stepper, ShiftCell, Palette)  # arrows choose, arrows count, 'fri' and '7,5 t' are typed
_ENGLISH = re.compile(
    r"\b(open|close|cancel|save|yes|no|back|next|browse|copy|paste|delete|undo|redo|search|help|error|file|page"
    r"|edit|view|print|export|import file|none|true|false|the|and|not|with|week|day|monday|year|name|new)\b",
    re.IGNORECASE,
)


def faults(window: QWidget) -> list[str]:
    """Everything found on what is shown now, one line each."""
    return [
        *(f"without a name: {_described(control)}" for control in _controls(window) if not spoken_name(control)),
        *(f"not reached by keyboard: {_described(control)}" for control in _controls(window) if not _reached(control)),
        *(f"cut off: {text}" for text in cut_off(window)),
        *(f"cut off: {_described(field)} {text!r}" for field, text in _too_long(window)),
        *(f"English: {text!r}" for text in _texts(window) if _ENGLISH.search(text)),
    ]


def spoken_name(widget: QWidget) -> str:
    """What a screen reader says it is."""
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def _controls(window: QWidget) -> Iterator[QWidget]:
    """What she works with: parts inside another control (the line of a combo box) belong to that."""
    for widget in window.findChildren(QWidget):
        told_only = isinstance(widget, SentenceLine) and not widget.sentence.link
        inside = isinstance(widget.parentWidget(), _CONTROLS)
        if isinstance(widget, _CONTROLS) and widget.isVisible() and widget.isEnabled() and not (told_only or inside):
            yield widget


def _reached(control: QWidget) -> bool:
    """By Tab, or as a part of something that is one stop and has keys for all its parts."""
    stops = [control]
    for above in _above(control):
        stops += above.findChildren(QWidget) if isinstance(above, _ONE_STOP) else [above]
    return any(stop.focusPolicy() & Qt.FocusPolicy.TabFocus for stop in stops)


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        yield above
        above = above.parentWidget()


def _too_long(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Fields that show less than what stands in them, or less than what they say while nothing does."""
    for field in window.findChildren(QLineEdit):
        text = field.text() or field.placeholderText()
        margins = field.textMargins()
        room = field.contentsRect().width() - margins.left() - margins.right()
        if field.isVisible() and field.fontMetrics().horizontalAdvance(text) > room:
            yield field, text
    for box in window.findChildren(QComboBox):
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
        if box.isVisible() and box.fontMetrics().horizontalAdvance(box.currentText()) > room:
            yield box, box.currentText()


def _texts(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            if isinstance(widget, (QLabel, QAbstractButton)):
                yield widget.text()
            yield widget.accessibleName()


def _described(widget: QWidget) -> str:
    inside = " < ".join(type(above).__name__ for above in list(_above(widget))[:3])
    return f"{type(widget).__name__} {spoken_name(widget)!r} in {inside}"
