"""A thin line between things."""

from PySide6.QtWidgets import QFrame


class Line(QFrame):
    """One pixel, in the colour of edges."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "line")
