"""All shortcuts on one sheet (the ? key), made from the same actions as the menus."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from ui.kit.actions import Action, Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.overlay import Overlay
from ui.theme.theme import Theme

_WIDTH, _HEAD = 720, 90  # the head and the edges round the sheet

# Keys that belong to no action but hold everywhere.
EVERYWHERE = (
    ("Tab", "Næste felt eller rude"),
    ("Piletaster", "Gå i lister og gitre"),
    ("Enter", "Åbn det valgte"),
    ("F2", "Ret det valgte"),
    ("Mellemrum", "Vælg eller sæt kryds"),
    ("Del", "Fjern det valgte"),
    ("Esc", "Ét niveau ud"),
    ("Alt + bogstav", "Åbn en menu"),
)


class ShortcutSheet(Overlay):
    """Two columns: what can be done here, and what holds everywhere."""

    def __init__(self, theme: Theme, window: QWidget, actions: Sequence[Action]) -> None:
        super().__init__(window, "Genveje", theme.px(_WIDTH))
        self._theme = theme
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 10)
        head.addWidget(Label("Genveje", "h2"), 1)
        close = Button(theme, "", self.accept, Look(Kind.QUIET, "x", compact=True), "Luk (Esc)")
        head.addWidget(close)
        self.column.addLayout(head)
        self.column.addWidget(self._keys(actions))
        self.setFocusProxy(close)

    def _keys(self, actions: Sequence[Action]) -> QScrollArea:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(20, 0, 20, 20)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        columns: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
        for menu in Menu:
            mine = [action for action in actions if action.menu is menu]
            columns[menu in {Menu.GO, Menu.HELP}].extend(
                (native(key), one.name) for one in mine for key in (one.key, one.other_key) if key
            )
        columns[1].extend(EVERYWHERE)
        for side, keys in enumerate(columns):
            for row, (key, text) in enumerate(keys):
                grid.addWidget(
                    Label(key, "key"), row, side * 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )
                grid.addWidget(Label(text, "table"), row, side * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setMinimumHeight(min(sheet.sizeHint().height() + 2, self._host.height() - self._theme.px(_HEAD)))
        return area


def native(key: str) -> str:
    """A shortcut as the system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
