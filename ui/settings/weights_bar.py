"""How much each criterion is to weigh: Lidt, Noget, Meget. It moves the order, never the rules."""

from dataclasses import fields, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.tasks.criteria import CRITERION_NAMES, Criterion
from dagleder.tasks.kinds import WEIGHT_NAMES, Weights
from ui.kit.field_rows import FieldRows
from ui.kit.fields import COLUMNS
from ui.kit.label import Label
from ui.kit.segment import Part, Segment

NOT_RULES = "Det ændrer rækkefølgen, ikke reglerne."


class WeightsBar(QWidget):
    """`changed` gives all four as they are now. They stand under one another, or `across`."""

    changed = Signal(object)  # Weights

    def __init__(self, *, across: bool = False) -> None:
        super().__init__()
        self._weights = Weights()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label("Hvor meget skal det veje?", "h3", wrap=True))
        column.addWidget(Label(NOT_RULES, "small", "text2", wrap=True))
        steps = [Part(str(number), name) for number, name in WEIGHT_NAMES.items()]
        self.segments = {each: Segment(CRITERION_NAMES[each], steps, compact=True) for each in Criterion}
        rows = FieldRows()
        for criterion, segment in self.segments.items():
            named = _named(CRITERION_NAMES[criterion], segment)
            if across:
                rows.add(named, COLUMNS // len(Criterion))
            else:
                column.addWidget(named)
            segment.chosen.connect(lambda key, each=criterion: self._chosen(each, int(key)))
        column.addLayout(rows)

    def show_weights(self, weights: Weights) -> None:
        self._weights = weights
        for each in fields(weights):
            self.segments[Criterion(each.name)].choose(str(getattr(weights, each.name)))

    def _chosen(self, criterion: Criterion, weight: int) -> None:
        self._weights = replace(self._weights, **{criterion.value: weight})
        self.changed.emit(self._weights)


def _named(name: str, segment: Segment) -> QWidget:
    named = QWidget()
    column = QVBoxLayout(named)
    column.setContentsMargins(0, 2, 0, 0)
    column.setSpacing(4)
    column.addWidget(Label(name, "label"))
    column.addWidget(segment)
    return named
