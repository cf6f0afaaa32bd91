"""The minimum per stue and band: a stepper each, what it was reckoned from under it, a tick to leave a place out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.json_value import Json
from dagleder.guide.minimum import NeedProposal
from dagleder.settings.places import Band, Site, Team
from dagleder.settings.staffing import MOST, NO_NEED, NeedDraft, NeedRow
from ui.guide.minimum_rows import Column, PlaceLine, columns, drafts_of, place_lines
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.sentence import Sentence, SentenceLine
from ui.kit.stepper import Stepper
from ui.theme.theme import Theme

_NAME_WIDTH = 150
_OFF, _DAY = "off", "day"  # in what was chosen: left out; in place of a band's id, the whole day


class PlaceInputs(QWidget):
    """The numbers of one place."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, line: PlaceLine, shown: Sequence[Column], name_width: int) -> None:
        super().__init__()
        self.line = line
        self.tick = QCheckBox(line.name.replace("&", "&&"))
        self.tick.setChecked(True)
        self.tick.setEnabled(not line.own)
        self.tick.setAccessibleDescription("Brug forslaget")
        self.tick.setMinimumWidth(name_width)
        self.tick.toggled.connect(lambda _on: self._ticked())
        self.steppers: dict[int | None, Stepper] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        for column in shown:
            row.addWidget(self._stepper(theme, column), 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 8, 0, 4)
        column_.setSpacing(4)
        column_.addLayout(row)
        reasons = Label(" ".join(line.reasons), "small", "text2", wrap=True)
        reasons.setContentsMargins(24, 0, 0, 0)
        column_.addWidget(reasons)

    def drafts(self) -> list[NeedDraft]:
        if not self.tick.isChecked():
            return []
        return drafts_of(self.line, {band_id: stepper.value() for band_id, stepper in self.steppers.items()})

    def chosen(self) -> dict[str, Json]:
        """What is set otherwise than it is shown to begin with."""
        numbers = {
            str(band_id or _DAY): stepper.value()
            for band_id, stepper in self.steppers.items()
            if stepper.value() != self.line.needs.get(band_id, NO_NEED).minimum
        }
        return {_OFF: True, **numbers} if not self.tick.isChecked() else {**numbers}

    def choose(self, chosen: Mapping[str, Json]) -> None:
        for band_id, stepper in self.steppers.items():
            number = chosen.get(str(band_id or _DAY))
            if isinstance(number, int):
                stepper.set_value(number)
        if _OFF in chosen and self.tick.isEnabled():
            self.tick.setChecked(False)

    def _stepper(self, theme: Theme, column: Column) -> QWidget:
        holder = QWidget()
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        if self.line.own or column.band_id in self.line.needs:
            need = self.line.needs.get(column.band_id, NO_NEED)
            stepper = Stepper(theme, 0, MOST)
            stepper.setAccessibleName(f"Mindst på {self.line.name}, {column.name} {column.times}".strip())
            stepper.set_value(need.minimum)
            stepper.changed.connect(lambda _number: self.changed.emit())
            stepper.refused.connect(self.refused)
            self.steppers[column.band_id] = stepper
            inner.addWidget(stepper)
            if need.pedagogues:
                mark = Label(f"heraf {need.pedagogues} pæd.", "small", "text2")
                inner.addWidget(mark)
        else:
            inner.addWidget(Label("–", "", "text3"))
        inner.addStretch(1)
        return holder

    def _ticked(self) -> None:
        for stepper in self.steppers.values():
            stepper.setEnabled(self.tick.isChecked())
        self.changed.emit()


class MinimumTable(QWidget):
    """`changed` comes when another number or tick was chosen; `drafts` is what would be kept."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self.lines: list[PlaceInputs] = []
        self._said = SentenceLine(theme)
        self._said.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._said)
        self._body: QWidget | None = None

    def show_plan(
        self,
        proposals: Sequence[NeedProposal],
        teams: Sequence[Team],
        sites: Sequence[Site],
        bands: Sequence[Band],
        rows: Sequence[NeedRow],
    ) -> bool:
        """Built anew only when something in it is another (True), so that what she has set is not lost."""
        lines = place_lines(proposals, teams, sites, rows)
        shown = columns(lines, bands)
        if (lines, shown) != self._shown:
            self._shown = lines, shown
            self._rebuild(lines, shown)
            return True
        return False

    def drafts(self) -> list[NeedDraft]:
        return [draft for line in self.lines for draft in line.drafts()]

    def chosen(self) -> dict[str, Json]:
        """What she has set in each place otherwise than it was proposed."""
        return {_key(line.line): chosen for line in self.lines if (chosen := line.chosen())}

    def choose(self, chosen: Mapping[str, Json]) -> None:
        """Set it again; what is no longer proposed is left."""
        for line in self.lines:
            if isinstance(of_line := chosen.get(_key(line.line)), Mapping):
                line.choose(of_line)

    def begin(self) -> None:
        first = next((stepper for line in self.lines for stepper in line.steppers.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, problem: str) -> None:
        """What is wrong with the numbers; '' takes it away."""
        self._said.show_sentence(Sentence(problem, "danger", "octagon-alert"))
        self._said.setVisible(bool(problem))

    def _changed(self) -> None:
        self.say("")
        self.changed.emit()

    def _rebuild(self, lines: Sequence[PlaceLine], shown: Sequence[Column]) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self.say("")
        width = self._theme.px(_NAME_WIDTH)
        self.lines = [PlaceInputs(self._theme, line, shown, width) for line in lines]
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(_heads(shown, width))
        for line in self.lines:
            line.changed.connect(self._changed)
            line.refused.connect(self.say)
            column.addWidget(Line())
            column.addWidget(line)
        self._column.insertWidget(0, self._body)


def _key(line: PlaceLine) -> str:
    return f"{line.place.team_id or 0}/{line.place.site_id or 0}"


def _heads(shown: Sequence[Column], name_width: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    grid.setColumnMinimumWidth(0, name_width)
    for place, column in enumerate(shown, start=1):
        grid.addWidget(Label(column.name, "label"), 0, place)
        grid.addWidget(Label(column.times, "caption", "text2"), 1, place)
        grid.setColumnStretch(place, 1)
    return grid
