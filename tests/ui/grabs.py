"""Pictures of screens in light and dark at two sizes, and a look for text that is cut off.

`grab(widget, "medarbejdere")` leaves `build/grabs/medarbejdere-light-1366.png` and three more, and fails where a
label or a button is smaller than its text.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from ui.theme.theme import Choice, Theme

FOLDER = Path(__file__).resolve().parents[2] / "build" / "grabs"
SIZES = (QSize(1366, 768), QSize(1440, 900))
_TEXT_BUTTONS = (QPushButton, QCheckBox, QRadioButton)


class Grabs:
    """Takes the pictures; `sized=False` for a dialog, which has a size of its own. The colours stay the last ones."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def __call__(self, widget: QWidget, name: str, *, sized: bool = True) -> list[Path]:
        FOLDER.mkdir(parents=True, exist_ok=True)
        found, taken = [], []
        for scheme in self._schemes():
            self._theme.choose(scheme)
            for size in SIZES if sized else (widget.size(),):
                widget.resize(size)
                settle(widget)
                file = FOLDER / f"{name}-{scheme.value}-{size.width()}.png"
                assert widget.grab().save(str(file)), file
                taken.append(file)
                found += [f"{file.stem}: {text}" for text in cut_off(widget)]
        assert not found, "cut off:\n" + "\n".join(found)
        return taken

    def _schemes(self) -> tuple[Choice, Choice]:
        """The colours that are on first: to change them takes longer than to take the pictures."""
        dark = self._theme.choice is Choice.DARK
        return (Choice.DARK, Choice.LIGHT) if dark else (Choice.LIGHT, Choice.DARK)


def settle(widget: QWidget) -> None:
    """Lay out and paint what has been asked for."""
    if not widget.isVisible():
        widget.show()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


def cut_off(widget: QWidget) -> Iterator[str]:
    """The texts under `widget` that do not fit where they stand."""
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text() and not _fits_label(label):
            yield f"{label.text()!r} {label.size().toTuple()} needs {label.sizeHint().toTuple()}"
    for button in widget.findChildren(QAbstractButton):
        needed = button.sizeHint() if isinstance(button, _TEXT_BUTTONS) else QSize()
        if button.isVisible() and (needed.width() > button.width() or needed.height() > button.height() + 1):
            yield f"{button.text()!r} {button.size().toTuple()} needs {needed.toTuple()}"


def _fits_label(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height() + 1
    needed = label.sizeHint()
    return needed.width() <= label.width() + 1 and needed.height() <= label.height() + 1
