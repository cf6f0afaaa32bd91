"""'Mindst på Humlebien': how many a place wants in each band, changed as it is clicked, from the week shown on."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from dagleder.base.dates import WEEKDAYS, WORKDAYS, week_text
from dagleder.base.errors import UserProblem
from dagleder.settings.staffing import MOST, Need
from ui.kit.label import Label
from ui.kit.sentence import Sentence, SentenceLine
from ui.kit.stepper import Stepper
from ui.kit.tip import set_tip
from ui.settings.need_rows import NeedLine, Plan, with_minimum, with_pedagogue
from ui.theme.theme import Theme

OWN_PLAN = "Det er jeres egen bemandingsplan. Loven sætter ikke et antal for en stue på en bestemt dag."
_ALL_DAYS = tuple(range(WORKDAYS))


class NeedLineInputs:
    """The steppers and the tick of one band."""

    def __init__(self, theme: Theme, changed: Callable[[Need], None], refused: Callable[[str], None]) -> None:
        self._need = Need()
        self._changed = changed
        self.name = Label("", "table")
        self.times = Label("", "caption", "text2")
        self.minimum, self.wanted = Stepper(theme, 0, MOST), Stepper(theme, 0, MOST)
        self.pedagogue = QCheckBox()
        self.minimum.changed.connect(lambda number: changed(with_minimum(self._need, number)))
        self.wanted.changed.connect(lambda number: changed(replace(self._need, wanted=number)))
        for stepper in (self.minimum, self.wanted):
            stepper.refused.connect(refused)
        self.pedagogue.clicked.connect(lambda asked: changed(with_pedagogue(self._need, asked=asked)))

    def show_line(self, line: NeedLine) -> None:
        self._need = line.need
        self.name.setText(line.name)
        self.times.setText(line.times)
        self.minimum.set_value(line.need.minimum)
        self.wanted.set_value(line.need.wanted)
        self.pedagogue.setChecked(line.need.pedagogues > 0)
        self.minimum.setAccessibleName(f"Mindst, {line.name} {line.times}")
        self.wanted.setAccessibleName(f"Helst, {line.name} {line.times}")
        asked = max(1, line.need.pedagogues)
        said = "Mindst én pædagog" if asked == 1 else f"Mindst {asked} pædagoger"
        self.pedagogue.setAccessibleName(f"{said}, {line.name} {line.times}")
        set_tip(self.pedagogue, f"{said} i tidsrummet")


class NeedPanel(QFrame):
    """`changed` gives the drafts to be stored in one step; `problem` is shown under the numbers."""

    changed = Signal(object)  # list[NeedDraft]

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._plan: Plan | None = None
        self._weekday = 0
        self._apart = False  # she wants the days of this place apart, though they are alike as yet
        self.lines: list[NeedLineInputs] = []
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = Label("", "h3", wrap=True)
        self._from = Label("", "small", "text2")
        self._grid = QGridLayout()
        self._problem = SentenceLine(theme)
        self._problem.hide()
        self.same = QCheckBox("Samme tal alle ugens dage")
        self.same.clicked.connect(self._same_clicked)
        self._build()

    def show_plan(self, plan: Plan, name: str, weekday: int) -> None:
        """The numbers of a place on a weekday (those of all days where they are alike)."""
        if self._plan is None or self._plan.place != plan.place:
            self._apart = False
        self._plan, self._weekday = plan, weekday
        same = plan.same_all_days() and not self._apart
        self._title.setText(f"Mindst på {name}" if same else f"Mindst på {name}, {WEEKDAYS[weekday]}")
        self._from.setText(f"gælder fra {week_text(plan.monday)}")
        self.same.setChecked(same)
        self._problem.hide()
        lines = plan.lines(weekday)
        if len(lines) != len(self.lines):
            self._make_lines(lines)
        for inputs, line in zip(self.lines, lines, strict=True):
            inputs.show_line(line)

    def show_problem(self, problem: UserProblem) -> bool:
        self._say(problem.sentence)
        if self._plan is not None:  # the numbers that hold, not the one that was refused
            for inputs, line in zip(self.lines, self._plan.lines(self._weekday), strict=True):
                inputs.show_line(line)
        return True

    def _say(self, sentence: str) -> None:
        self._problem.show_sentence(Sentence(sentence, "danger", "octagon-alert"))
        self._problem.show()

    def begin(self, number: int = 0) -> None:
        """The keyboard goes to the minimum of a band."""
        if self.lines:
            self.lines[min(number, len(self.lines) - 1)].minimum.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 6)
        head.addWidget(self._title, 1)
        head.addWidget(self._from, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._grid.setContentsMargins(14, 0, 14, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        for number, title in enumerate(("Tidsrum", "Mindst", "Helst", "Pæd.")):
            label = Label(title, "label")
            set_tip(label, "Mindst én pædagog" if number == 3 else "")  # noqa: PLR2004 -- the last column
            self._grid.addWidget(
                label, 0, number, Qt.AlignmentFlag.AlignLeft if not number else Qt.AlignmentFlag.AlignHCenter
            )
        column.addLayout(self._grid)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 2, 14, 6)
        foot.addWidget(self._problem)
        foot.addWidget(self.same)
        column.addLayout(foot)
        column.addWidget(_fixed_text())

    def _make_lines(self, lines: tuple[NeedLine, ...]) -> None:
        for inputs in self.lines:
            for widget in (inputs.name, inputs.times, inputs.minimum, inputs.wanted, inputs.pedagogue):
                widget.deleteLater()
        self.lines = []
        for number, line in enumerate(lines):
            inputs = NeedLineInputs(self._theme, self._changer(line.band_id), self._say)
            text = QVBoxLayout()
            text.setSpacing(0)
            text.addWidget(inputs.name)
            text.addWidget(inputs.times)
            self._grid.addLayout(text, number + 1, 0)
            self._grid.addWidget(inputs.minimum, number + 1, 1)
            self._grid.addWidget(inputs.wanted, number + 1, 2)
            self._grid.addWidget(inputs.pedagogue, number + 1, 3, Qt.AlignmentFlag.AlignHCenter)
            self.lines.append(inputs)

    def _changer(self, band_id: int | None) -> Callable[[Need], None]:
        def change(need: Need) -> None:
            if self._plan is not None:
                days = _ALL_DAYS if self.same.isChecked() else (self._weekday,)
                self.changed.emit([self._plan.changed(days, band_id, need)])

        return change

    def _same_clicked(self, same: bool) -> None:  # noqa: FBT001 -- Qt's 'clicked' carries it
        self._apart = not same
        if self._plan is None:
            return
        if same and not self._plan.same_all_days():
            self.changed.emit(list(self._plan.spread(self._weekday)))


def _fixed_text() -> QFrame:
    foot = QFrame()
    foot.setProperty("kind", "cardFoot")
    row = QHBoxLayout(foot)
    row.setContentsMargins(14, 8, 14, 8)
    row.addWidget(Label(OWN_PLAN, "small", "text2", wrap=True))
    return foot
