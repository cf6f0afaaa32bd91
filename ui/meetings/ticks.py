"""Several of few, each a tick: months, weekdays, stuer."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.field_rows import FieldRows
from ui.kit.fields import Option
from ui.kit.label import Label


class Ticks(QWidget):
    """`changed` is called with the keys that are ticked, in the order of the options, when one is turned.

    `span`: how many of a form's twelve columns each takes; 0 puts all of them in one row.
    """

    def __init__(self, name: str, span: int, changed: Callable[[tuple[int, ...]], None], hint: str = "") -> None:
        super().__init__()
        self._span, self._changed = span, changed
        self._boxes: dict[int, QCheckBox] = {}
        self.setAccessibleName(name)
        head = QHBoxLayout()
        head.addWidget(Label(name, "label"))
        head.addStretch(1)
        head.addWidget(Label(hint, "small", "text2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        self._rows, self._row = FieldRows(), QHBoxLayout()
        column.addLayout(self._rows)
        column.addLayout(self._row)

    def show_options(self, options: Sequence[Option]) -> None:
        if [option.key for option in options] != list(self._boxes):
            self._make(options)
        for option, box in zip(options, self._boxes.values(), strict=True):
            box.setText(option.text.replace("&", "&&"))

    def choose(self, chosen: Iterable[int]) -> None:
        """Tick these without telling anyone."""
        wanted = set(chosen)
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)

    @property
    def chosen(self) -> tuple[int, ...]:
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def box(self, key: int) -> QCheckBox:
        return self._boxes[key]

    def _make(self, options: Sequence[Option]) -> None:
        for box in self._boxes.values():
            (self._rows if self._span else self._row).removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {int(str(option.key)): QCheckBox(self) for option in options}
        for box in self._boxes.values():
            box.clicked.connect(lambda _checked=False: self._changed(self.chosen))
            if self._span:
                self._rows.add(box, self._span)
            else:
                self._row.addWidget(box)
