"""Parts of which one is in front, in the room the window has for them."""

from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """Takes the height it is given.

    A plain stack passes on how high its front part would be in each width, and what holds it asks for many widths at
    each change of a word. Where stacks stand in stacks, each key in a matrix took most of a second.
    """

    def hasHeightForWidth(self) -> bool:
        return False
