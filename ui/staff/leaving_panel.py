"""'Sæt som fratrådt': her last day, and what happens to what, before it is done."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.staff.places import Consequence
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind
from ui.kit.form import Form
from ui.kit.label import Label
from ui.staff.sections import Fact, Part, Section
from ui.theme.theme import Theme

Consequences = Callable[[date], Sequence[Consequence]]
_FIRST = 100  # gets all the room it needs before the empty place under it


class Means(QScrollArea):
    """As high as what stands in it; scrolled where there is less room than that."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Det sker der")

    def show_section(self, section: Section) -> None:
        self.setWidget(section)
        self._measure()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        section = self.widget()
        if section is not None:
            self.setMaximumHeight(section.heightForWidth(self.viewport().width()))
            self.updateGeometry()


class LeavingPanel(QFrame):
    """`confirmed` gives the last day; `given_up` comes with Annullér and Esc."""

    confirmed = Signal(object)  # date
    given_up = Signal()

    def __init__(self, theme: Theme, name: str, today: Callable[[], date], consequences: Consequences) -> None:
        super().__init__()
        self._theme, self._today, self._consequences = theme, today, consequences
        self._called = name
        self.setAccessibleName(f"Sæt {name} som fratrådt")
        field = Field("end", "Sidste dag", FieldKind.DATE, "Skriv den sidste dag.", span=6)
        self.form = Form(theme, (field,), today=today, save=self._day_changed)
        self.form.leave_next_problem_to_page()
        self.means = Means()
        self._confirm = Button(theme, "Sæt som fratrådt", self._finish, Look(Kind.PRIMARY))
        self._build(name)
        self.form.load({"end": today()})
        self._show(today())

    def begin(self) -> None:
        self.form.frame("end").control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: UserProblem) -> bool:
        """What a service says of the day."""
        return self.form.show_problem(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(Label(f"Sæt {name} som fratrådt", "h2", wrap=True))
        calm = "Intet slettes. Historikken bliver stående, og det kan fortrydes."
        column.addWidget(Label(calm, "table", "text2", wrap=True))
        column.addWidget(self.form)
        column.addWidget(self.means, _FIRST)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(Button(self._theme, "Annullér", self.given_up.emit))
        row.addWidget(self._confirm)
        column.addLayout(row)
        column.addStretch(1)

    def _day_changed(self, _key: str, value: object) -> None:
        if isinstance(value, date):
            self._show(value)

    def _show(self, day: date) -> None:
        facts = [Fact(f"{each.what}: {each.text}") for each in self._consequences(day)]
        self.means.show_section(Section(self._theme, Part("Det sker der", facts)))
        self._confirm.setAccessibleName(f"Sæt som fratrådt {day_text(day, year=day.year != self._today().year)}")

    def _finish(self) -> None:
        values = self.form.read_all()
        if values is not None:
            self.confirmed.emit(values["end"])
