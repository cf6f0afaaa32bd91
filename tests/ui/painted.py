"""What is painted by hand and does not fit: no label and no button, so nobody else can tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from ui.kit.tiles import Tiles


def cut_short(window: QWidget) -> list[str]:
    """The texts of tables, grids and the rail that are shown shortened, or wider than where they stand."""
    with _listening() as heard:
        window.grab()
    return list(dict.fromkeys(heard))


@contextmanager
def _listening() -> Iterator[list[str]]:
    heard: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        elide, draw = QFontMetrics.elidedText, QPainter.drawText

        def elided(metrics: QFontMetrics, text: str, *how: Any) -> str:
            shown: str = elide(metrics, text, *how)
            if shown != text:
                heard.append(f"{text!r} shown as {shown!r}")
            return shown

        def drawn(painter: QPainter, *where: Any) -> Any:
            if isinstance(where[0], QRect) and isinstance(where[-1], str):
                box, flags, text = where[0], where[1], where[-1]
                needed = painter.fontMetrics().boundingRect(box, int(flags), text)
                if needed.width() > box.width() + 1 or needed.height() > box.height() + 1:
                    heard.append(f"{text!r} needs {needed.size().toTuple()}, has {box.size().toTuple()}")
            return draw(painter, *where)

        patch.setattr(QFontMetrics, "elidedText", elided)
        patch.setattr(QPainter, "drawText", drawn)
        patch.setattr(Tiles, "tile", lambda tiles, _key, size, draw: tiles._painted(size, draw))  # not from before
        yield heard
