"""The staff typed line by line, as in a spreadsheet: Enter saves the line and gives the next."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from dagleder.guide.steps import FEATURE, Step
from dagleder.staff.roles import ROLES
from ui.context import Context
from ui.guide.typed_person import FIELDS, HOURS, NAME, ROLE, TEAM, TypedPerson, TypedStaff
from ui.kit.form import Form
from ui.kit.form_drafts import FormDrafts
from ui.kit.line_input import LineInput

DRAFTS = f"{FEATURE}/{Step.STAFF.value}"  # where half typed lines are kept
_DOWN, _UP = {Qt.Key.Key_Down}, {Qt.Key.Key_Up}


class TypedLine(QWidget):
    """One person's line. `entered` comes with Enter, `moved` with the arrows (1 down, -1 up)."""

    entered = Signal()
    moved = Signal(int, str)
    kept = Signal()  # somebody new is in the house

    def __init__(self, context: Context, staff: TypedStaff, employee_id: int | None) -> None:
        super().__init__()
        self._context, self._staff = context, staff
        self.employee_id = employee_id
        self.saving = False  # being saved as somebody new: the house tells of her before her line knows who she is
        self.form = Form(context.theme, FIELDS, today=context.clock.today, save=self._save)
        self._drafts = FormDrafts(context.drafts, self.form, self._draft_place, lambda: self.employee_id is not None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.form)
        for frame in self.form.frames():
            frame.control.installEventFilter(self)

    @property
    def empty(self) -> bool:
        return not any(frame.text for frame in self.form.frames())

    def field(self, key: str) -> LineInput:
        control = self.form.frame(key).control
        assert isinstance(control, LineInput)  # noqa: S101 -- all fields of a line are
        return control

    def complete(self, roles: QStringListModel, teams: QStringListModel) -> None:
        """What is offered while she types."""
        for key, model in ((ROLE, roles), (TEAM, teams)):
            completer = QCompleter(model, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.field(key).setCompleter(completer)

    def watch(self) -> None:
        """What is half typed survives, from now on by the name of whoever the line is about."""
        self._drafts.watch()

    def _draft_place(self, key: str) -> str:
        return f"{DRAFTS}/{self.employee_id or 0}/{key}"

    def show_person(self, person: TypedPerson) -> None:
        self.form.refresh(person.values())

    def keep(self) -> bool:
        """Save the line if there is something on it; False when it must be mended first."""
        if self.empty and self.employee_id is None:
            return True
        if self.employee_id is not None:
            return self.form.commit()
        values = self.form.read_all()
        if values is None:
            return False
        hours = values[HOURS]
        person = TypedPerson(
            str(values[NAME]), str(values[ROLE]), hours if isinstance(hours, int) else None, str(values[TEAM])
        )
        self.saving = True
        outcome = self._context.run("", partial(self._staff.add, person), at=self)
        self.employee_id, self.saving = outcome.value, False
        if outcome.ok:
            self.kept.emit()
        return outcome.ok

    def show_problem(self, problem: UserProblem) -> bool:
        """A service's problem is about its own fields."""
        key = {"first_name": NAME, "last_name": NAME}.get(problem.field, problem.field)
        return self.form.show_problem(UserProblem(problem.sentence, field=key, suggestion=problem.suggestion))

    def _save(self, key: str, value: object) -> None:
        if self.employee_id is not None:
            self._staff.change(self.employee_id, key, value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._took(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _took(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return True
        key = next((frame.field.key for frame in self.form.frames() if frame.control is watched), "")
        if key and event.key() in _DOWN | _UP and not event.modifiers():
            self.moved.emit(1 if event.key() in _DOWN else -1, key)
            return True
        return False


class TypedList(QFrame):
    """Everybody there is, and always an empty line at the end. `grown` comes when a line became somebody new."""

    grown = Signal()

    def __init__(self, context: Context, staff: TypedStaff) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Medarbejdere, én på hver linje")
        self._context, self._staff = context, staff
        self._roles, self._teams = QStringListModel([role.name for role in ROLES]), QStringListModel()
        self.lines: list[TypedLine] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        inner = QWidget()
        inner.setProperty("ground", "surface")
        inner.setLayout(self._column)
        self._scroll = QScrollArea()
        self._scroll.setProperty("ground", "surface")
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._scroll)

    def show_people(self, people: dict[int, TypedPerson], teams: list[str]) -> None:
        """A line for each, in the order they were typed; whoever is gone has none, and the empty one stays."""
        if any(line.saving for line in self.lines):
            return
        self._teams.setStringList(teams)
        for line in [line for line in self.lines if line.employee_id not in people and line.employee_id is not None]:
            self._drop(line)
        shown = {line.employee_id for line in self.lines}
        for place, employee_id in enumerate(who for who in people if who not in shown):
            self._insert(place + len(shown - {None}), employee_id)
        for line in self.lines:
            if line.employee_id is not None:
                line.show_person(people[line.employee_id])
        if not self.lines or self.lines[-1].employee_id is not None:
            self._insert(len(self.lines), None)
        for line in self.lines:
            line.watch()
        self._show_labels()
        self._chain()

    def show_top(self) -> None:
        """The first of them, to be looked through."""
        self.lines[0].field(NAME).setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """The keyboard goes to the empty line."""
        self.lines[-1].field(NAME).setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> bool:
        """Save what is typed and not saved yet; False when a line must be mended first."""
        kept = [line.keep() for line in self.lines]  # all of them, not only until the first that cannot
        return all(kept)

    def _insert(self, place: int, employee_id: int | None) -> None:
        line = TypedLine(self._context, self._staff, employee_id)
        line.complete(self._roles, self._teams)
        line.entered.connect(partial(self._entered, line))
        line.kept.connect(self.grown)
        line.moved.connect(partial(self._move, line))
        self.lines.insert(place, line)
        self._column.insertWidget(place, line)
        line.show()  # at once: the next key may come before the layout would

    def _drop(self, line: TypedLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _entered(self, line: TypedLine) -> None:
        if line.keep():
            self._move(line, 1, NAME)

    def _move(self, line: TypedLine, by: int, key: str) -> None:
        at = self.lines.index(line) + by
        if 0 <= at < len(self.lines):
            control = self.lines[at].field(key)
            control.setFocus(Qt.FocusReason.TabFocusReason)
            QTimer.singleShot(0, self.lines[at], partial(self._scroll.ensureWidgetVisible, self.lines[at]))

    def _chain(self) -> None:
        """Tab goes along each line and on to the next, also where a line was put in later."""
        controls = [frame.control for line in self.lines for frame in line.form.frames()]
        for earlier, later in pairwise(controls):
            QWidget.setTabOrder(earlier, later)

    def _show_labels(self) -> None:
        for place, line in enumerate(self.lines):
            for frame in line.form.frames():
                frame.show_label(shown=place == 0)
