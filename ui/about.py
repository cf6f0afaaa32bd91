"""Om Dagleder: version, where the file lies, and the licences of what the program is made of."""

import re
from importlib import metadata
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.overlay import Overlay
from ui.theme.theme import Theme

_WIDTH, _TEXT_HEIGHT = 720, 380
_MADE_OF = (
    ("Inter (skrift)", ("fonts", "OFL.txt")),
    ("Lucide (ikoner)", ("icons", "LICENSE.txt")),
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def version() -> str:
    """'0.1.0'; 'udvikling' where the program was not installed."""
    try:
        return metadata.version("dagleder")
    except metadata.PackageNotFoundError:
        return "udvikling"


class About(Overlay):
    """Opened from Hjælp."""

    def __init__(self, theme: Theme, window: QWidget, resources: Path) -> None:
        super().__init__(window, "Om Dagleder", theme.px(_WIDTH))
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 4)
        head.addWidget(Label("Om Dagleder", "h2"), 1)
        close = Button(theme, "", self.accept, Look(Kind.QUIET, "x", compact=True), "Luk (Esc)")
        head.addWidget(close)
        self.column.addLayout(head)
        body = QVBoxLayout()
        body.setContentsMargins(20, 0, 20, 20)
        body.setSpacing(8)
        body.addWidget(Label(f"Version {version()}", tone="text2"))
        body.addWidget(
            Label(
                "Dagleder er fri software under MPL-2.0. Alt bliver på din computer; intet sendes nogen steder hen.",
                wrap=True,
            )
        )
        text = QPlainTextEdit(licences(resources))
        text.setReadOnly(True)
        text.setAccessibleName("Licenser")
        text.setFixedHeight(theme.px(_TEXT_HEIGHT))
        body.addWidget(text)
        self.column.addLayout(body)
        self.setFocusProxy(close)


def licences(resources: Path) -> str:
    """The licences of fonts and icons in full, and of each library its name, version and licence."""
    parts = [f"{name}\n\n{resources.joinpath(*file).read_text('utf-8').strip()}" for name, file in _MADE_OF]
    parts.append("Biblioteker\n\n" + "\n".join(_library(name) for name in _libraries()))
    return "\n\n\n".join(parts)


def _libraries() -> list[str]:
    """What the installed program requires."""
    try:
        required = metadata.requires("dagleder") or []
    except metadata.PackageNotFoundError:
        return []
    return sorted({found[0] for line in required if (found := _NAME.match(line))}, key=str.casefold)


def _library(name: str) -> str:
    try:
        told = metadata.metadata(name).json
    except metadata.PackageNotFoundError:
        return name
    licence = str(told.get("license_expression") or told.get("license") or "")
    return f"{name} {told['version']} – {licence.splitlines()[0]}" if licence else f"{name} {told['version']}"
