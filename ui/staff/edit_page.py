"""The page where one person is edited, or somebody new is entered: every field is saved when it is left."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.json_value import Json
from dagleder.base.text import plural
from ui.context import Context
from ui.kit.actions import Action, Hint, Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.chip import Chip
from ui.kit.page import Page
from ui.kit.person_dot import PersonDot
from ui.staff.edit_view import EditView
from ui.staff.editing import Editing
from ui.staff.page import NEW
from ui.staff.person_deeds import PersonDeeds, StaffServices

_HINTS = (
    Hint("", "Felter gemmes, når du forlader dem"),
    Hint("Alt+↓", "åbn kalender"),
    Hint("Ctrl+D", "samme resten af ugen"),
    Hint("F8", "næste fejl"),
    Hint("Esc", "fortryd felt"),
)


class EditPage(Page):
    """`open_record` takes the employee's id, or NEW."""

    feature = "staff_edit"
    title = "Ret medarbejder"
    tables = frozenset(
        {"employee", "weekly_hours", "team_membership", "work_pattern", "work_pattern_day", "team", "absence", "loan"}
    )

    def __init__(self, context: Context, services: StaffServices) -> None:
        super().__init__(context)
        self._services = services
        self._deeds = PersonDeeds(context, services)
        self._editing: Editing | None = None
        self.view: EditView | None = None
        self._dot = PersonDot(context.theme)
        self._team, self._unsaved = Chip(context.theme, ""), Chip(context.theme, "", "danger", "octagon-alert")
        self._actions = self._page_actions()
        self._build()

    def _build(self) -> None:
        back = Button(self.context.theme, "", self.context.back, Look(Kind.QUIET, "arrow-left"), "Tilbage (Alt+←)")
        self.header.add_before(back)
        self.header.add_before(self._dot)
        self.header.add(self._team)
        self.header.add(self._unsaved)
        for key in ("facts", "leave"):
            if key in self._actions:
                self.header.add_action(self._actions[key])
        self.header.set_primary(self._actions["done"])

    # what the frame asks for

    def load(self) -> None:
        """Show what is stored of the one who is edited."""
        if self._editing is None or self.view is None:
            return
        try:
            self._editing.read()
        except UserProblem:  # erased, or her coming was undone
            self._close_view()
            self.context.back()
        else:
            self.view.refresh()
            self._show_head()

    def open_record(self, record_id: int) -> None:
        self._close_view()
        editing = Editing(self.context, self._services, None if record_id == NEW else record_id)
        self._editing = editing
        self.view = EditView(editing)
        self.view.unsaved_changed.connect(self._count)
        editing.created.connect(self._show_head)
        self.content.addWidget(self.view, 1)
        self.view.show()
        self._show_head()
        self._count()
        self.view.begin()
        self.actions_changed.emit()

    def open_day(self, day: date) -> None:
        """After `open_record`: where the working times of that day are entered."""
        if self.view is not None:
            self.view.begin_at_times(day)

    def page_actions(self) -> Sequence[Action]:
        return tuple(self._actions.values())

    def panes(self) -> Sequence[QWidget]:
        return self.view.panes() if self.view else ()

    def toggle_side_panel(self) -> bool:
        if self.view is not None:
            self.view.toggle_panel()
        return self.view is not None

    def place(self) -> dict[str, Json]:
        person = self._editing.person if self._editing else None
        return {"id": person.id if person else None}

    def go_to(self, place: dict[str, Json]) -> None:
        """Back from another page; when the program begins there is nobody to go to."""
        wanted, person = place.get("id"), self._editing.person if self._editing else None
        if person is not None and isinstance(wanted, int) and wanted != person.id:
            try:
                self.open_record(wanted)
            except UserProblem:
                self.context.back()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.hints_changed.emit(_HINTS))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.context.drafts.keep_now()

    # what can be done

    def _page_actions(self) -> dict[str, Action]:
        unnamed = self._why_not_yet
        actions = {
            "done": Action("Færdig", self._done, Menu.GO, "check", "Ctrl+Return", words="tilbage luk"),
            "next": Action("Næste fejl", self._next_problem, Menu.GO, "octagon-alert", "F8", words="ikke gemt"),
            "leave": Action("Sæt som fratrådt…", self._leave, Menu.EDIT, words="stopper sidste dag", why_not=unnamed),
        }
        if self._services.privacy is not None:
            text = "Udskriv oplysninger"
            actions["facts"] = Action(text, self._print_facts, Menu.FILE, "printer", words="indsigt", why_not=unnamed)
        return actions

    def _why_not_yet(self) -> str:
        known = self._editing is not None and self._editing.person is not None
        return "" if known else "Skriv først et navn."

    def _done(self) -> None:
        """Back to where she came from; what is not saved comes first."""
        if self.view is not None:
            self.setFocus()  # the field that is being typed in is left
            self.view.commit()
            if self.view.troubled():
                self.view.next_problem()
                return
        self.context.back()

    def _next_problem(self) -> None:
        if self.view is not None:
            self.view.next_problem()

    def _print_facts(self) -> None:
        if self._editing and self._editing.person:
            self._deeds.print_facts(self._editing.person)

    def _leave(self) -> None:
        if self.view is not None:
            self.view.begin_leaving(self._confirm_leaving)

    def _confirm_leaving(self, day: object) -> bool:
        person = self._editing.person if self._editing else None
        if person is None or self.view is None or not isinstance(day, date):
            return False
        said = f"{person.called} er sat som fratrådt {day_text(day, year=True)}"
        staff = self._services.staff
        return self.context.run(said, lambda: staff.leave(person.id, day), self.view.leaving).ok

    # showing

    def _show_head(self) -> None:
        person = self._editing.person if self._editing else None
        self.header.set_title(person.name if person else "Ny medarbejder")
        self._dot.setVisible(person is not None)
        self._dot.show_initials(person.facts.initials if person else "")
        self._team.setVisible(bool(person and person.memberships))
        self._team.show_text(person.memberships[0].team if person and person.memberships else "")
        self.header.bring_up_to_date()

    def _count(self) -> None:
        unsaved = len(self.view.troubled()) if self.view else 0
        self._unsaved.setVisible(bool(unsaved))
        self._unsaved.show_text(f"{plural(unsaved, 'felt', 'felter')} er ikke gemt")

    def _close_view(self) -> None:
        if self.view is not None:
            self.context.drafts.keep_now()
            self.content.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        self.view = self._editing = None
