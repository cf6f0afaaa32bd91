"""The one window: where it stands, what it is called, and the picture in it until its widgets are there."""

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.first_picture import FirstPicture
from ui.kit.memory import Memory

PROGRAM = "Dagleder"
NARROW_BELOW = 1400  # px of width; under it the rail is icons
_MINIMUM = (920, 600)
_FIRST_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Shows a picture first, then the stage."""

    painted = Signal()  # once: the first picture stands on the screen
    leaving = Signal()  # she wants to close the window; `leave` does it

    def __init__(self, memory: Memory, picture: FirstPicture) -> None:
        super().__init__()
        self._memory, self._picture = memory, picture
        self._may_leave, self._was_painted = True, False  # nothing is open until there is a stage
        self.setMinimumSize(*_MINIMUM)
        self.show_title("")
        self._restore_size()

    def furnish(self, stage: QWidget) -> None:
        """Put the widgets in the picture's place; from here on a house may be open, and leaving is for others to do."""
        self._may_leave = False
        focus = stage.focusWidget()
        self.setCentralWidget(stage)
        if focus is not None:
            focus.setFocus()  # in a new window the keyboard is nowhere

    def show_title(self, name: str) -> None:
        """'Dagleder – Børnehuset Solsikken'; without a name the program's alone."""
        self.setWindowTitle(f"{PROGRAM} – {name}" if name else PROGRAM)

    def leave(self) -> None:
        """Close the window for good."""
        self._may_leave = True
        self._keep_size()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave:
            self.leaving.emit()
        event.setAccepted(self._may_leave)  # `leave` inside here: Qt passes over a close within a close

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.centralWidget() is None:
            self._picture.paint(self)
        else:
            super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def show_first(self) -> None:
        """As large as she left it."""
        maximised = self._memory.get("window", "maximised", default=False)
        (self.showMaximized if maximised else self.show)()

    def _restore_size(self) -> None:
        available = QGuiApplication.primaryScreen().availableGeometry()
        kept = [number for number in self._memory.get("window", "place", []) if isinstance(number, int)]
        wanted = QRect(*kept) if len(kept) == len(("x", "y", "width", "height")) else QRect()
        on_a_screen = any(screen.availableGeometry().intersects(wanted) for screen in QGuiApplication.screens())
        if wanted.isValid() and on_a_screen:
            self.setGeometry(wanted)
        else:
            self.resize(min(_FIRST_SIZE[0], available.width()), min(_FIRST_SIZE[1], available.height()))

    def _keep_size(self) -> None:
        place = self.normalGeometry()
        self._memory.keep("window", "place", [place.x(), place.y(), place.width(), place.height()])
        self._memory.keep("window", "maximised", self.isMaximized())
