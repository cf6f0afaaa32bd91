"""Puts one thing in the middle of a page."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def in_the_middle(page: QWidget, thing: QWidget) -> None:
    """`thing` keeps its width and gets the height its wrapped texts need (an alignment would cut them off)."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(thing)
    row.addStretch(1)
    column = QVBoxLayout(page)
    column.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
