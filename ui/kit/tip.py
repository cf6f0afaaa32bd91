"""Tips are plain text, also when a name looks like markup."""

from html import escape

from PySide6.QtWidgets import QWidget


def plain_tip(text: str) -> str:
    """A tip that Qt shows as it is written: it would otherwise guess whether it is HTML."""
    return f"<span>{escape(text)}</span>".replace("\n", "<br>") if text else ""


def set_tip(widget: QWidget, text: str) -> None:
    """Say this when the mouse rests on the widget; '' says nothing."""
    widget.setToolTip(plain_tip(text))
