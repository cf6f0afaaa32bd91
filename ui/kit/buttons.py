"""Buttons: a verb and a thing, with an icon that follows the theme; at most one primary on a page."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from ui.kit.actions import Action
from ui.theme.theme import Theme


class Kind(StrEnum):
    """How a button looks; the value is what the style sheet asks for."""

    NORMAL = "normal"
    PRIMARY = "primary"
    TEXT = "text"  # no frame, primary colour
    QUIET = "quiet"  # no frame, text colour
    DANGER = "danger"
    LINK = "link"  # in running text
    DASHED = "dashed"  # stands where nothing is entered
    CAPTION = "caption"  # a small word under a field that opens a menu
    ON_TOAST = "toast"  # on the dark ground of a toast


_ICON_ROLES = {
    Kind.PRIMARY: "onPrimary",
    Kind.TEXT: "primaryText",
    Kind.LINK: "primaryText",
    Kind.DANGER: "danger",
    Kind.CAPTION: "danger",
    Kind.ON_TOAST: "tooltipText",
}
_ICON_PX, _SMALL_ICON_PX = 18, 15
_ROOM = 3  # px between icon and text beyond Qt's own four


@dataclass(frozen=True)
class Look:
    """How a button looks: kind, icon (a Lucide name), and whether it is of the small sort."""

    kind: Kind = Kind.NORMAL
    icon: str = ""
    compact: bool = False


class Button(QPushButton):
    """A push button of the kit. A button with an icon only needs `name`: its tip and its spoken name."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        on_click: Callable[[], None] | None = None,
        look: Look = Look(),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._theme, self._look = theme, look
        self.setProperty("kind", look.kind.value)
        self.setProperty("compact", look.compact)
        self.setProperty("square", not text)
        self.setAccessibleName(name or text)
        if name:
            self.setToolTip(name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor if look.kind is Kind.LINK else Qt.CursorShape.ArrowCursor)
        if on_click:
            # 'clicked' carries a flag that no action wants.
            self.clicked.connect(lambda _checked=False: on_click())
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def kind(self) -> Kind:
        return self._look.kind

    def rename(self, name: str) -> None:
        """Another tip and spoken name on a button with an icon only."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_icon(self, icon: str) -> None:
        self._look = Look(self._look.kind, icon, self._look.compact)
        self._draw()

    def show_text(self, *, shown: bool) -> None:
        """Without its text the icon stands alone, and the tip says what it does."""
        if shown == (not self.property("square")):
            return
        self.setProperty("square", not shown)
        if not shown:
            self.setToolTip(self.toolTip() or self.accessibleName())
            self.setText("")
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw()

    def _draw(self) -> None:
        if not self._look.icon:
            self.setIcon(QIcon())
        else:
            px = _SMALL_ICON_PX if self._look.compact else _ICON_PX
            room = _ROOM if self.text() else 0
            self.setIcon(self._theme.icon(self._look.icon, _ICON_ROLES.get(self._look.kind, "text"), px, room))
            self.setIconSize(QSize(px + room, px))


def action_button(theme: Theme, action: Action, *, primary: bool = False) -> Button:
    """The button of an action: its name, icon and key; disabled with the reason in its tip."""
    look = Look(Kind.PRIMARY if primary else Kind.NORMAL, action.icon)
    button = Button(theme, action.shown_name(), action.run, look)
    show_state(button, action)
    return button


def show_state(button: Button, action: Action) -> None:
    """Bring a button up to date with its action: name, whether it can be used, and why not."""
    reason = action.why_not()
    button.setText(action.shown_name().replace("&", "&&"))
    button.setAccessibleName(action.shown_name())
    button.setEnabled(not reason)
    key = QKeySequence(action.key).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(reason or (f"{action.shown_name()} ({key})" if key else ""))
