"""Who takes part: the kind's audience in words, those named on the meeting, and external people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from dagleder.base.text import and_list, capitalised, ended, plural
from dagleder.meetings.meeting import Guest, Meeting
from dagleder.presence.facts import Person
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.person_dot import SMALL, PersonDot, initials_of

_EXTERNAL = (
    Field("name", "Navn", required="Skriv navnet på den eksterne deltager.", span=4),
    Field("role", "Rolle", span=3),
    Field("mail", "E-mail", FieldKind.MAIL, span=5),
)
SetGuests = Callable[[int, Sequence[Guest]], None]


@dataclass(frozen=True)
class Company:
    """A meeting with those who take part, and those who could be invited besides: names by id."""

    meeting: Meeting
    people: tuple[Person, ...]
    others: Mapping[int, str]


class GuestsCard(QWidget):
    """Everything is saved at once; `set_guests` is the service's. `opened` tells what is to be scrolled into view."""

    opened = Signal(QWidget)

    def __init__(self, context: Context, set_guests: SetGuests) -> None:
        super().__init__()
        self._context, self._set_guests = context, set_guests
        self._company: Company | None = None
        self.setAccessibleName("Deltagere")
        self._title, self._names = Label("", "h3"), Label("", "table", "text2", wrap=True)
        self._list, self._invite = QVBoxLayout(), QVBoxLayout()
        self._list.setSpacing(4)
        self._rows: list[QWidget] = []
        self.who: Form | None = None
        self.external = Form(context.theme, _EXTERNAL, today=context.clock.today)
        self.add_external = Button(context.theme, "Tilføj ekstern deltager", self._add_external, Look(icon="user-plus"))
        self.open_external = Button(
            context.theme, "Ekstern deltager…", self._open_external, Look(Kind.TEXT, "user-plus", compact=True)
        )
        self.external.entered.connect(self._add_external)
        self._build()
        self._show_external(shown=False)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.open_external)
        column.addLayout(head)
        column.addWidget(self._names)
        column.addLayout(self._list)
        column.addLayout(self._invite)
        column.addWidget(self.external)
        row = QHBoxLayout()
        row.addWidget(self.add_external)
        row.addStretch(1)
        column.addLayout(row)

    def show_company(self, company: Company) -> None:
        if company == self._company:
            return
        other = self._company is None or self._company.meeting.id != company.meeting.id
        self._company = company
        self._title.setText(f"Deltagere · {len(company.people) + len(_external(company.meeting))}")
        self._names.setText(names_line(company))
        self._show_guests(company.meeting)
        self._show_others(company)
        if other:
            self._show_external(shown=False)

    def show_problem(self, problem: UserProblem) -> bool:
        """What the service says of somebody stands where she was entered."""
        if problem.field != "guests":
            return False
        if not self.external.isHidden():
            return self.external.show_problem(UserProblem(problem.sentence, field="name"))
        return self.who is not None and self.who.show_problem(UserProblem(problem.sentence, field="who"))

    # those named on the meeting

    def _show_guests(self, meeting: Meeting) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._guest_row(guest) for guest in meeting.guests]
        for row in self._rows:
            self._list.addWidget(row)

    def _guest_row(self, guest: Guest) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(PersonDot(self._context.theme, initials_of(guest.name), SMALL))
        line.addWidget(Label(guest.name, "name"))
        said = " · ".join(part for part in (guest.role, guest.mail) if part)
        line.addWidget(Label(said or ("" if guest.employee_id else "ekstern"), "table", "text2", wrap=True), 1)
        name, look = f"Fjern {guest.name} fra mødet", Look(Kind.QUIET, "x", compact=True)
        line.addWidget(Button(self._context.theme, "", partial(self._remove, guest), look, name))
        return row

    def _show_others(self, company: Company) -> None:
        if self.who is not None:
            self._invite.removeWidget(self.who)
            self.who.hide()
            self.who.deleteLater()
            self.who = None
        if company.others:
            options = tuple(Option(number, name) for number, name in company.others.items())
            field = Field("who", "Invitér en medarbejder", FieldKind.CHOICE, options=options, span=7)
            self.who = Form(self._context.theme, (field,), today=self._context.clock.today, save=self._add_employee)
            self._invite.addWidget(self.who)

    # changing

    def _put(self, said: str, guests: Sequence[Guest]) -> bool:
        company = self._company
        if company is None:
            return False
        call = partial(self._set_guests, company.meeting.id, guests)
        return self._context.run(said, call, self).ok

    def _remove(self, guest: Guest) -> None:
        if self._company is not None:
            rest = [each for each in self._company.meeting.guests if each != guest]
            self._put(f"{guest.name} er ikke længere med", rest)

    def _add_employee(self, _key: str, value: object) -> None:
        company = self._company
        if company is not None and isinstance(value, int):
            self._put(f"{company.others[value]} er inviteret", [*company.meeting.guests, Guest(value)])

    def _open_external(self) -> None:
        self._show_external(shown=True)
        self.external.frame("name").control.setFocus()
        self.opened.emit(self.add_external)

    def _show_external(self, *, shown: bool) -> None:
        self.external.load({})
        self.external.setVisible(shown)
        self.add_external.setVisible(shown)
        self.open_external.setVisible(not shown)

    def _add_external(self) -> None:
        values = self.external.read_all()
        if values is None or self._company is None:
            return
        guest = Guest(None, str(values["name"]), str(values["role"]), str(values["mail"]))
        if self._put(f"{guest.name} er inviteret", [*self._company.meeting.guests, guest]):
            self._show_external(shown=False)
            self.open_external.setFocus()


def _external(meeting: Meeting) -> list[Guest]:
    return [guest for guest in meeting.guests if guest.employee_id is None]


def names_line(company: Company) -> str:
    """'Stuens personale: Fatima, Gitte og Helle.'; a large company is told by its number."""
    named = {guest.employee_id for guest in company.meeting.guests}
    names = [person.called for person in company.people if person.id not in named]
    who = company.meeting.kind.who or "Deltagere"
    if not names:
        return f"{capitalised(who)}. Ingen af personalet er med endnu." if not named else ""
    return ended(f"{capitalised(who)}: {and_list(names)}") + _without(company)


def _without(company: Company) -> str:
    external = _external(company.meeting)
    return f" Desuden {plural(len(external), 'ekstern', 'eksterne')}." if external else ""
