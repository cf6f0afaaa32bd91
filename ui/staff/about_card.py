"""'Om Nanna': the facts that have no history of their own, and the stue of today."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dagleder.staff.roles import ROLES
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.form_drafts import FormDrafts
from ui.kit.label import Label
from ui.staff.editing import FACTS, Editing

SEVERAL = "several"  # in place of a stue's id: in more than one


class AboutCard(QFrame):
    """`unsaved_changed` tells how many fields hold something that is not saved."""

    unsaved_changed = Signal()
    several_wanted = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.setProperty("kind", "card")
        self._title = Label("", "h3")
        context = editing.context
        self.form = Form(context.theme, self._fields(), today=context.clock.today, save=self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self.form)
        self.form.load(self._values())
        self.form.unsaved_changed.connect(lambda _count: self.unsaved_changed.emit())
        self.form.leave_next_problem_to_page()
        self._drafts = FormDrafts(context.drafts, self.form, editing.draft_place)
        self._drafts.watch()
        editing.created.connect(self._drafts.watch)
        self.refresh()

    def troubled(self) -> Sequence[QWidget]:
        """The fields that are not saved, in order."""
        return self.form.troubled()

    def commit(self) -> None:
        """Save what stands there and was not left: text that was given back after a crash."""
        self.form.commit()

    def refresh(self) -> None:
        """Show what is stored; what is being typed is left alone."""
        person = self._editing.person
        self._title.setText(f"Om {person.called}" if person else "Ny medarbejder")
        self.setAccessibleName(self._title.text())
        self.form.refresh(self._values())

    def _fields(self) -> Iterable[Field]:
        roles = tuple(Option(role.key, role.name) for role in ROLES)
        return (
            Field("first_name", "Fornavn", required="Skriv et navn.", span=2),
            Field("last_name", "Efternavn", span=2),
            Field("known_as", "Kaldes", span=2),
            Field("initials", "Initialer", span=1),
            Field("role", "Stilling", FieldKind.CHOICE, span=3, options=roles),
            Field("team", "Stue", FieldKind.CHOICE, span=2, options=tuple(self._team_options())),
            Field("mail", "E-mail", FieldKind.MAIL, span=4),
            Field("phone", "Telefon", FieldKind.PHONE, span=2),
            Field("birthday", "Fødselsdag", FieldKind.BIRTHDAY, span=2),
            Field("start", "Ansat fra", FieldKind.DATE, span=2),
            Field("end", "Sidste dag", FieldKind.DATE, span=2),
        )

    def _team_options(self) -> Iterable[Option]:
        yield Option(None, "Uden stue")
        person = self._editing.person
        held = person.memberships if person else ()
        for team in self._editing.services.settings.teams():
            if team.is_open(self._editing.today) or any(m.team_id == team.id for m in held):
                yield Option(team.id, team.name)
        yield Option(SEVERAL, "Flere stuer")

    def _values(self) -> dict[str, object]:
        return {**self._editing.facts(), "team": self._team()}

    def _team(self) -> object:
        person = self._editing.person
        held = person.memberships if person else ()
        return SEVERAL if len(held) > 1 else held[0].team_id if held else None

    def _save(self, key: str, value: object) -> None:
        if key in FACTS:
            self._editing.save_fact(key, value)
        elif value == SEVERAL:
            self.several_wanted.emit()
        elif value is None or isinstance(value, int):
            self._editing.move_to(value)
