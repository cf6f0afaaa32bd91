"""'Praktisk note': a key, an agreement. Whoever it is about may ask to see it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.kit.fields import Field, FieldKind
from ui.kit.form import Form
from ui.kit.form_drafts import FormDrafts
from ui.kit.label import Label
from ui.staff.editing import Editing

_NOTE = Field("notes", "Nøgler, aftaler og andet praktisk", FieldKind.MULTILINE, lines=3)


class NoteCard(QFrame):
    """Saved when it is left; what is half written survives whatever happens."""

    unsaved_changed = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.setProperty("kind", "card")
        self.setAccessibleName("Praktisk note")
        context = editing.context
        self.form = Form(context.theme, (_NOTE,), today=context.clock.today, save=editing.save_fact)
        self._foot = Label("", "small", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(Label("Praktisk note", "h3"))
        column.addWidget(self.form)
        column.addWidget(self._foot)
        column.addStretch(1)
        self.form.load(self._values())
        self.form.leave_next_problem_to_page()
        self.form.unsaved_changed.connect(lambda _count: self.unsaved_changed.emit())
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
        person = self._editing.person
        self.setEnabled(person is not None)
        who = person.called if person else "Medarbejderen"
        self._foot.setText(f"{who} kan bede om at se noten.")
        self.form.refresh(self._values())

    def _values(self) -> dict[str, object]:
        return {"notes": self._editing.facts().get("notes", "")}
