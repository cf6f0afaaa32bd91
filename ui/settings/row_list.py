"""Rows that come and go with what they show: a row whose thing is still there keeps its fields and its focus."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.form import Form


class ItemRow(QWidget):
    """Shows one thing, and what has become of it."""

    def show_item(self, item: Any) -> None:
        raise NotImplementedError

    def show_labels(self, *, shown: bool) -> None:
        """The names of the fields stand over the first row only."""


class FormRow(ItemRow):
    """A row of fields."""

    form: Form

    def show_labels(self, *, shown: bool) -> None:
        for frame in self.form.frames():
            frame.show_label(shown=shown)

    def begin(self) -> None:
        """The keyboard goes to the first field."""
        self.form.frames()[0].control.setFocus(Qt.FocusReason.OtherFocusReason)


R = TypeVar("R", bound=ItemRow)


class RowList(QWidget, Generic[R]):
    """`make` gives the empty row of a thing; its `show_item` fills it, then and whenever the list is shown anew."""

    def __init__(self, make: Callable[[Any], R], spacing: int = 8) -> None:
        super().__init__()
        self._make = make
        self.rows: dict[Any, R] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_items(self, items: Mapping[Any, object]) -> None:
        """One row for each, in this order; rows whose key is gone go."""
        for key in [key for key in self.rows if key not in items]:
            row = self.rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, (key, item) in enumerate(items.items()):
            if key not in self.rows:
                self.rows[key] = self._make(item)
            row = self.rows[key]
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_item(item)
            row.show_labels(shown=place == 0)
