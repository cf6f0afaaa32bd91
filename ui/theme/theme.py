"""The look of the program: tokens → Qt's palette, the one style sheet, fonts and tinted icons.

`Theme.changed` tells whoever paints by hand that colours or sizes are others now.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, QResource, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ui.theme.colours import qt_palette, system_roles
from ui.theme.fonts import POINTS_PER_PX, font_of, load_fonts
from ui.theme.icons import IconShapes, drawn, icon_of
from ui.theme.packed import packed_resource
from ui.theme.tokens import Mode, Palette, Swatch, Tokens, read_tokens


class Choice(StrEnum):
    """What the leader chose under 'Farver'."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


TEXT_SIZES = (90, 100, 115, 130)
CONTROL = 32
COMPACT = 26
TALL = 38
TARGET = 24
STEP = 38
_PALETTE_FIELD = 17
_ICON = 18


class Theme(QObject):
    """Colours, fonts and icons as they are now; one per program, handed in through the context."""

    changed = Signal()

    def __init__(self, application: QApplication, resources: Path) -> None:
        super().__init__(application)
        self._application = application
        self._tokens: Tokens = read_tokens(resources / "tokens.json")
        self._shapes = IconShapes(resources / "icons")
        self._style = Template((resources / "style.qss").read_text("utf-8"))
        self._mark = (resources / "app" / "mark.svg").read_text("utf-8")
        load_fonts(sorted((resources / "fonts").glob("*.ttf")))
        self._choice = Choice.SYSTEM
        self._text_size = 100
        self._airy = False
        self._icons: dict[tuple[str, str, str, int, int], QIcon] = {}
        self._packed: dict[str, bytes] = {}  # Qt reads them where they lie
        self._system = QPalette(application.palette())
        # Both are kept: the bindings delete the second together with their handle on the first.
        self._hints = application.styleHints()
        self._contrast = self._hints.accessibility()
        self._palette, self._roles = self._colours()
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self._contrast.contrastPreferenceChanged.connect(self._system_changed)
        application.setStyle("Fusion")
        self._apply()

    # what is chosen

    @property
    def choice(self) -> Choice:
        return self._choice

    @property
    def text_size(self) -> int:
        """Per cent: one of `TEXT_SIZES`."""
        return self._text_size

    @property
    def airy(self) -> bool:
        """Whether rows of tables are high ('Luftige') or normal."""
        return self._airy

    def choose(self, choice: Choice | None = None, text_size: int | None = None, *, airy: bool | None = None) -> None:
        """Change colours, text size or the height of rows; takes effect at once."""
        chosen = (choice or self._choice, text_size or self._text_size, self._airy if airy is None else airy)
        if chosen != (self._choice, self._text_size, self._airy):
            self._choice, self._text_size, self._airy = chosen
            self._apply()
            self.changed.emit()

    @property
    def mode(self) -> Mode:
        if self._choice is Choice.SYSTEM:
            dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
            return Mode.DARK if dark else Mode.LIGHT
        return Mode(self._choice)

    @property
    def high_contrast(self) -> bool:
        """Does the system ask for high contrast? Then its colours are used, not ours."""
        return self._contrast.contrastPreference() == Qt.ContrastPreference.HighContrast

    # what is shown

    def name(self, role: str) -> str:
        """A role's colour as '#RRGGBB'."""
        return self._roles[role]

    def colour(self, role: str) -> QColor:
        return QColor(self._roles[role])

    def absence(self, letter: str) -> Swatch:
        return self._palette.absence[letter]

    def absence_label(self, letter: str) -> str:
        return self._tokens.absence_labels[letter]

    def level(self, level: int) -> Swatch:
        """The colour of a competence level, 0–4."""
        return self._palette.levels[level]

    def scale(self, answer: int) -> Swatch:
        """The colour of an answer on the scale 1–5."""
        return self._palette.scale[answer - 1]

    def font(self, style: str, weight: int | None = None) -> QFont:
        """The font of a type style: display, h1, h2, h3, body, table, small or caption."""
        font = font_of(self._tokens.styles[style], self._text_size / 100)
        if weight is not None:
            font.setWeight(QFont.Weight(weight))
        return font

    def px(self, pixels: int) -> int:
        """A height that grows with the text size (rows, controls)."""
        return round(pixels * self._text_size / 100)

    def radius(self, kind: str) -> int:
        """The radius of a control, card or cell in px."""
        return self._tokens.radii[kind]

    def icon(self, name: str, role: str = "text2", size: int = _ICON, room: int = 0) -> QIcon:
        """A Lucide icon tinted by a role; sharp on every screen in use. `room`: empty px on its right."""
        colour = self._roles[role]
        key = (name, colour, self._roles["text3"], size, room)
        if key not in self._icons:
            normal, pale = self._shapes.tinted(name, colour), self._shapes.tinted(name, self._roles["text3"])
            ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
            self._icons[key] = icon_of(normal, pale, size, room, ratios)
        return self._icons[key]

    def picture(self, name: str, role: str = "text2", size: int = _ICON, ratio: float = 1.0) -> QPixmap:
        """An icon as a pixmap, for labels and delegates; `ratio` is the widget's devicePixelRatioF()."""
        return self.icon(name, role, size).pixmap(QSize(size, size), ratio)

    def mark(self, size: int, ratio: float = 1.0) -> QPixmap:
        """The house's sun."""
        svg = self._mark.replace("currentColor", self._tokens.palettes[self.mode].roles["sun"])
        return drawn(svg.encode(), QSize(size, size), ratio)

    # how it is put on

    def _system_changed(self) -> None:
        before = self._roles
        self._apply()
        if self._roles != before:
            self.changed.emit()

    def _colours(self) -> tuple[Palette, Mapping[str, str]]:
        palette = self._tokens.palettes[self.mode]
        return palette, system_roles(self._system, palette.roles) if self.high_contrast else palette.roles

    def _apply(self) -> None:
        self._palette, self._roles = self._colours()
        self._application.setFont(self.font("body"))
        self._application.setPalette(qt_palette(self._roles))
        self._application.setStyleSheet(self._style.substitute(self._roles, **self._sizes(), **self._images()))

    def _sizes(self) -> dict[str, str]:
        px = self.px
        fonts = {
            f"{style.name}_size": f"{style.px * POINTS_PER_PX * self._text_size / 100}pt"
            for style in self._tokens.styles.values()
        }
        # Each choice of text size is shown in its own size, whatever is chosen now.
        body = self._tokens.styles["body"].px
        fonts |= {f"tile_{size}_size": f"{body * POINTS_PER_PX * size / 100}pt" for size in TEXT_SIZES}
        fonts["palette_size"] = f"{_PALETTE_FIELD * POINTS_PER_PX * self._text_size / 100}pt"
        heights = {
            "control_inner": px(CONTROL) - 2,
            "control_inner_problem": px(CONTROL) - 4,
            "compact_inner": px(COMPACT) - 2,
            "tall_inner": px(TALL) - 2,
            "search_inner": px(30) - 2,
            "segment_inner": px(CONTROL) - 6,
            "segment_compact_inner": px(COMPACT) - 6,
            "target": px(TARGET),
            "step_inner": px(STEP) - 2,
            "row": px(CONTROL),
            "head_room": px(20),
        }
        radii = {"radius": str(self.radius("control")), "card_radius": str(self.radius("card"))}
        return fonts | {name: f"{height}px" for name, height in heights.items()} | radii

    def _images(self) -> dict[str, str]:
        """Addresses of the tinted icons the style sheet names."""
        roles = self._roles
        wanted = {
            "tick": ("check", "onPrimary", "3"),
            "dash": ("minus", "onPrimary", "3"),
            "menu_tick": ("check", "text", ""),
            "chevron_down": ("chevron-down", "text2", ""),
            "chevron_down_off": ("chevron-down", "text3", ""),
            "chevron_up": ("chevron-up", "text2", ""),
        }
        folder = f"/tinted-{'-'.join(roles[role].strip('#') for role in ('text', 'text2', 'text3', 'onPrimary'))}"
        if folder not in self._packed:
            files = {
                f"{key}.svg": self._shapes.tinted(icon, roles[role], stroke)
                for key, (icon, role, stroke) in wanted.items()
            }
            self._packed[folder] = packed_resource(files)
            QResource.registerResourceData(self._packed[folder], folder)
        return {key: f":{folder}/{key}.svg" for key in wanted}
