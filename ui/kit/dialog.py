"""A large dialog in the middle of the window, over a dimmed frame: for a choice that takes more than a question."""

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.overlay import Overlay
from ui.theme.theme import Theme

_MARGIN = 8  # px of the window that is always left round it
_CTRL = Qt.KeyboardModifier.ControlModifier
_THROUGH = frozenset({QKeyCombination(_CTRL, Qt.Key.Key_L), QKeyCombination(_CTRL, Qt.Key.Key_Q)})  # lock, leave


class Dialog(Overlay):
    """`column` is filled under its head. Tab stays inside, and the keys of the page beneath do nothing meanwhile."""

    def __init__(self, theme: Theme, window: QWidget, name: str, size: QSize) -> None:
        super().__init__(window, name, size.width())
        # Qt's Tab stays inside a sub window. Not by a walk along the focus chain from Python: PySide takes each part of
        # it for a child of the one before, and its wrappers die with whatever widget happens to stand between.
        self.setWindowFlags(Qt.WindowType.SubWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)  # which a sub window would fill its corners with
        self._theme, self._wanted = theme, size
        self._first: QWidget | None = None
        self._title, self._about = Label(name, "h2", wrap=True), Label("", "small", "text2", wrap=True)
        self.close_button = Button(theme, "", self.reject, Look(Kind.QUIET, "x"), "Luk (Esc)")
        self.column.setContentsMargins(1, 1, 1, 1)  # what has a ground of its own stays inside the edge
        self.column.addWidget(self._head())
        self.column.addWidget(Line())

    def begin_at(self, part: QWidget) -> None:
        """Has the keyboard when the dialog appears. A focus proxy would be where Tab goes on after the last part."""
        self._first = part

    def appear(self) -> None:
        super().appear()
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_title(self, title: str, about: str) -> None:
        """What it is about, and a smaller line under it."""
        self._title.setText(title)
        self._about.setText(about)
        self.setAccessibleName(title)

    def place(self) -> None:
        """As large as it wants to be, in the middle; never larger than the window."""
        room, px = self._host.size(), self._theme.px
        most = room - QSize(2 * _MARGIN, 2 * _MARGIN)
        self._dim.setGeometry(self._host.rect())
        self.resize(QSize(px(self._wanted.width()), px(self._wanted.height())).boundedTo(most))
        self.move((room.width() - self.width()) // 2, (room.height() - self.height()) // 2)

    def event(self, event: QEvent) -> bool:
        """What is not taken by a field is kept from the actions of the page under it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.keyCombination() not in _THROUGH:
                event.accept()
            return True
        return super().event(event)

    def _head(self) -> QFrame:
        head = QFrame()
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 12, 14, 12)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        row.addLayout(words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        return head
