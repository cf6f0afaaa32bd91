"""'Stuer': which stuer somebody belongs to, from–to, and in several on which weekdays."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from dagleder.base.dates import WEEKDAYS, WORKDAYS
from dagleder.base.errors import UserProblem
from dagleder.staff.drafts import MembershipDraft
from dagleder.staff.employment import Membership
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tip import set_tip
from ui.staff.editing import Editing

_LETTERS = "MTOTFLS"


class WeekdayPicker(QWidget):
    """Days that can be pressed down; none is 'no particular days'."""

    changed = Signal()

    def __init__(self, days: int, mask: int) -> None:
        super().__init__()
        self._buttons: list[QToolButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for day in range(days):
            button = QToolButton()
            button.setText(_LETTERS[day])
            button.setAccessibleName(WEEKDAYS[day])
            set_tip(button, WEEKDAYS[day])
            button.setCheckable(True)
            button.setChecked(bool(mask & 1 << day))
            button.setProperty("kind", "day")
            button.toggled.connect(self.changed)
            self._buttons.append(button)
            row.addWidget(button)

    @property
    def days(self) -> frozenset[int]:
        return frozenset(day for day, button in enumerate(self._buttons) if button.isChecked())


class MembershipRow(QWidget):
    """One stue with its days; each field is saved as it is left."""

    unsaved_changed = Signal()

    def __init__(self, editing: Editing, membership: Membership, *, with_days: bool) -> None:
        super().__init__()
        self._editing, self._membership = editing, membership
        context = editing.context
        options = tuple(Option(team.id, team.name) for team in editing.services.settings.teams())
        fields = (
            Field("team", "Stue", FieldKind.CHOICE, span=4, options=options),
            Field("valid_from", "Fra", FieldKind.DATE, span=4),
            Field("valid_to", "Til og med", FieldKind.DATE, span=4),
        )
        self.form = Form(context.theme, fields, today=context.clock.today, save=self._save)
        self.form.load(
            {"team": membership.team_id, "valid_from": membership.valid_from, "valid_to": membership.valid_to}
        )
        self.form.unsaved_changed.connect(lambda _count: self.unsaved_changed.emit())
        self.form.leave_next_problem_to_page()
        self.days = WeekdayPicker(WORKDAYS, membership.weekdays)
        self.days.changed.connect(self._save_days)
        remove = Button(
            context.theme, "", self._remove, Look(Kind.QUIET, "x", compact=True), f"Fjern {membership.team}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.form, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        weekdays = QWidget()
        days = QHBoxLayout(weekdays)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(8)
        days.addWidget(Label("Ugedage", "small", "text2"))
        days.addWidget(self.days)
        days.addStretch(1)
        column.addWidget(weekdays)
        weekdays.setVisible(with_days)

    def _draft(self, **changed: object) -> MembershipDraft:
        values = self.form.values() | changed
        return MembershipDraft(
            team_id=int(str(values["team"])),
            valid_from=values["valid_from"],  # type: ignore[arg-type]  # a DATE field gives a date or None
            valid_to=values["valid_to"],  # type: ignore[arg-type]  # as above
            weekdays=self.days.days,
        )

    def _save(self, key: str, value: object) -> None:
        person = self._editing.person
        if person is not None:
            self._editing.services.staff.change_membership(person.id, self._membership.id, self._draft(**{key: value}))

    def _save_days(self) -> None:
        person, draft = self._editing.person, self._draft()
        if person is not None:
            staff = self._editing.services.staff
            self._editing.context.run("", lambda: staff.change_membership(person.id, self._membership.id, draft))

    def _remove(self) -> None:
        person = self._editing.person
        if person is not None:
            staff = self._editing.services.staff
            said = f"{self._membership.team} er fjernet"
            self._editing.context.run(said, lambda: staff.remove_membership(person.id, self._membership.id))


class TeamsCard(QFrame):
    """The rows follow what is stored; a row with something unsaved in it is left as it is."""

    unsaved_changed = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.setProperty("kind", "card")
        self.setAccessibleName("Stuer")
        self._shown: tuple[Membership, ...] | None = None
        self._rows: list[MembershipRow] = []
        self._nothing = Label("Ingen stue: tæller kun for hele huset.", "table", "text2", wrap=True)
        self._add = Button(editing.context.theme, "Tilføj stue", self.add, Look(Kind.TEXT, "plus", compact=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label("Stuer", "h3"), 1)
        head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addLayout(self._column)
        column.addStretch(1)
        self.refresh()

    def troubled(self) -> Sequence[QWidget]:
        """The fields that are not saved, in order."""
        return [field for row in self._rows for field in row.form.troubled()]

    def refresh(self) -> None:
        person = self._editing.person
        held = person.employment.memberships if person else ()
        self.setEnabled(person is not None)
        self._nothing.setVisible(not held)
        if held == self._shown or self.troubled():
            return
        self._shown = held
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [MembershipRow(self._editing, each, with_days=len(held) > 1) for each in held]
        for row in self._rows:
            row.unsaved_changed.connect(self.unsaved_changed)
            self._column.addWidget(row)

    def add(self) -> None:
        """One more stue: the first she is not in, to be changed in its row."""
        person, settings = self._editing.person, self._editing.services.settings
        if person is None:
            return
        held = {membership.team_id for membership in person.memberships}
        free = next(
            (team for team in settings.teams() if team.is_open(self._editing.today) and team.id not in held), None
        )
        if free is None:
            self._editing.context.messages.problem(
                UserProblem("Der er ikke flere stuer. Opret dem under Indstillinger.")
            )
            return
        staff, draft = self._editing.services.staff, MembershipDraft(free.id)
        said = f"{free.name} er tilføjet"
        self._editing.context.run(said, lambda: staff.add_membership(person.id, draft))
        if self._rows:
            self._rows[-1].form.frame("team").control.setFocus()
