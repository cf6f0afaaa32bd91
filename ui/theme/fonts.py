"""The bundled font in the sizes of the type scale."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from dagleder.base.errors import Bug
from ui.theme.tokens import TypeStyle

FAMILY = "Dagleder Inter"  # a name of our own: an installed Inter would silently take its place
POINTS_PER_PX = 0.75
_TABLE_FIGURES = "tnum"


def load_fonts(files: Iterable[Path]) -> None:
    """Make the bundled font known to Qt. Raises `Bug` for a file that is no font."""
    for file in files:
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise Bug(f"not a font: {file.name}")


def font_of(style: TypeStyle, factor: float) -> QFont:
    """The font of a type style at a text size (1.0 = 100 %), always with figures of equal width."""
    font = QFont(FAMILY)
    font.setPointSizeF(style.px * POINTS_PER_PX * factor)
    font.setWeight(QFont.Weight(style.weight))
    font.setFeature(QFont.Tag(_TABLE_FIGURES), 1)
    return font
