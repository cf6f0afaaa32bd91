"""Colours for Qt: its own palette made from the roles, and the roles made from a high-contrast system palette."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

_R = QPalette.ColorRole
_G = QPalette.ColorGroup

# Qt's role -> ours, for a widget that can be used.
_ROLES = {
    _R.Window: "bg",
    _R.WindowText: "text",
    _R.Base: "surface",
    _R.AlternateBase: "surface2",
    _R.Text: "text",
    _R.PlaceholderText: "text3",
    _R.Button: "surface",
    _R.ButtonText: "text",
    _R.BrightText: "danger",
    _R.Highlight: "selection",
    _R.HighlightedText: "text",
    _R.Accent: "primary",
    _R.Link: "primaryText",
    _R.LinkVisited: "primaryText",
    _R.ToolTipBase: "tooltipBg",
    _R.ToolTipText: "tooltipText",
    _R.Light: "surface",
    _R.Midlight: "surface2",
    _R.Mid: "border",
    _R.Dark: "borderStrong",
    _R.Shadow: "borderStrong",
}
_TEXT_ROLES = (_R.WindowText, _R.Text, _R.ButtonText, _R.HighlightedText, _R.PlaceholderText)

# Our role -> the system's, where the system asks for high contrast: then its colours are the only ones.
_SYSTEM = {
    "bg": _R.Window,
    "rail": _R.Window,
    "surface": _R.Base,
    "surface2": _R.Window,
    "surface3": _R.Button,
    "border": _R.WindowText,
    "borderStrong": _R.WindowText,
    "text": _R.WindowText,
    "text2": _R.WindowText,
    "text3": _R.WindowText,
    "primary": _R.Highlight,
    "primaryHover": _R.Highlight,
    "primaryPressed": _R.Highlight,
    "onPrimary": _R.HighlightedText,
    "primarySoft": _R.Base,
    "primaryText": _R.Link,
    "selection": _R.Base,
    "focus": _R.Highlight,
    "sun": _R.Highlight,
    "today": _R.Highlight,
    "weekend": _R.Window,
    "closed": _R.Button,
    "holiday": _R.Button,
    "tooltipBg": _R.ToolTipBase,
    "tooltipText": _R.ToolTipText,
}


def qt_palette(roles: Mapping[str, str]) -> QPalette:
    """Qt's palette for Active, Inactive and Disabled; a window that is not in front looks the same."""
    palette = QPalette()
    for role, ours in _ROLES.items():
        for group in (_G.Active, _G.Inactive, _G.Disabled):
            palette.setColor(group, role, QColor(roles[ours]))
    for role in _TEXT_ROLES:
        palette.setColor(_G.Disabled, role, QColor(roles["text3"]))
    palette.setColor(_G.Disabled, _R.Base, QColor(roles["surface2"]))
    palette.setColor(_G.Disabled, _R.Button, QColor(roles["surface2"]))
    palette.setColor(_G.Disabled, _R.Highlight, QColor(roles["surface3"]))
    return palette


def system_roles(system: QPalette, ours: Mapping[str, str]) -> dict[str, str]:
    """Our roles in the system's colours.

    What it has no word for (grave, good) is plain text on plain ground: shape and words say it anyway.
    """
    window, text = system.color(_R.Window).name(), system.color(_R.WindowText).name()
    plain = {role: window if role.endswith("Soft") else text for role in ours}
    return plain | {role: system.color(theirs).name() for role, theirs in _SYSTEM.items()}
