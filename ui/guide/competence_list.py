"""The competences proposed for a new house: a tick and a number each, and why."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.json_value import Json
from dagleder.competence.proposal import Proposed
from dagleder.settings.staffing import MOST
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.sentence import Sentence, SentenceLine
from ui.kit.stepper import Stepper
from ui.theme.theme import Theme

_OFF, _WANTED = "off", "wanted"  # in what was chosen


class ProposedLine(QWidget):
    """One competence: left out without a tick."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, proposed: Proposed) -> None:
        super().__init__()
        self.proposed = proposed
        self.tick = QCheckBox(proposed.competence.name.replace("&", "&&"))
        self.tick.setChecked(True)
        self.tick.setAccessibleDescription(proposed.reason)
        self.tick.toggled.connect(self._ticked)
        self.stepper = Stepper(theme, 1, MOST)
        self.stepper.setAccessibleName(f"Hvor mange med {proposed.competence.name}")
        self.stepper.set_value(proposed.wanted)
        self.stepper.changed.connect(lambda _number: self.changed.emit())
        self.stepper.refused.connect(self.refused)
        reason = Label(proposed.reason, "small", "text2", wrap=True)
        reason.setContentsMargins(24, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.tick)
        words.addWidget(reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignVCenter)

    def chosen(self) -> dict[str, Json]:
        """What is set otherwise than it was proposed."""
        found: dict[str, Json] = {} if self.tick.isChecked() else {_OFF: True}
        if self.stepper.value() != self.proposed.wanted:
            found[_WANTED] = self.stepper.value()
        return found

    def choose(self, chosen: Mapping[str, Json]) -> None:
        if isinstance(number := chosen.get(_WANTED), int):
            self.stepper.set_value(number)
        if _OFF in chosen:
            self.tick.setChecked(False)

    def _ticked(self, on: bool) -> None:  # noqa: FBT001 -- Qt's signal
        self.stepper.setEnabled(on)
        self.changed.emit()


class CompetenceList(QWidget):
    """`changed` comes with each tick and number; `wanted` is what would be kept, by competence."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: list[ProposedLine] = []
        self._said = SentenceLine(theme)
        self._said.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._said)

    def show_proposals(self, proposals: Sequence[Proposed]) -> bool:
        """Built anew (True) only when other ones are proposed, so that what she has set is not lost."""
        if [line.proposed for line in self.lines] == list(proposals):
            return False
        while (item := self._column.takeAt(1)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = [ProposedLine(self._theme, each) for each in proposals]
        for line in self.lines:
            line.changed.connect(self._changed)
            line.refused.connect(self.say)
            self._column.addWidget(Line())
            self._column.addWidget(line)
        return True

    def wanted(self) -> dict[int, int]:
        ticked = (line for line in self.lines if line.tick.isChecked())
        return {line.proposed.competence.id: line.stepper.value() for line in ticked}

    def otherwise(self) -> dict[str, Json]:
        """What she has set otherwise than it was proposed, by the competence's key."""
        return {line.proposed.competence.key: chosen for line in self.lines if (chosen := line.chosen())}

    def choose(self, otherwise: Mapping[str, Json]) -> None:
        for line in self.lines:
            if isinstance(chosen := otherwise.get(line.proposed.competence.key), Mapping):
                line.choose(chosen)

    def say(self, problem: str) -> None:
        """What is wrong with a number; '' takes it away."""
        self._said.show_sentence(Sentence(problem, "danger", "octagon-alert"))
        self._said.setVisible(bool(problem))

    def _changed(self) -> None:
        self.say("")
        self.changed.emit()
