"""The page 'Importér medarbejdere': a staff list is taken in, and can be taken back in one step."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from dagleder.base.text import plural
from dagleder.staff.import_values import ImportPlan
from ui.context import Context
from ui.kit.actions import Action, Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.messages import Choice
from ui.kit.page import FOOT, SIDE, Page
from ui.staff.import_view import StaffImport
from ui.staff.person_deeds import StaffServices


class ImportPage(Page):
    """Begins with the choice of a file."""

    feature = "staff_import"
    title = "Importér medarbejdere"
    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context, services: StaffServices) -> None:
        super().__init__(context)
        back = Button(context.theme, "", context.back, Look(Kind.QUIET, "arrow-left"), "Tilbage (Alt+←)")
        self.header.add_before(back)
        self.view = StaffImport(context, services.staff)
        self.view.done.connect(self._done)
        self.view.left.connect(context.back)
        self.view.list_shown.connect(self._make_room)
        self.content.addWidget(self.view, 1)

    def _make_room(self, list_shown: bool) -> None:  # noqa: FBT001 -- a signal's value
        """The list has a head of its own."""
        self.header.setVisible(not list_shown)
        self.content.setContentsMargins(SIDE, SIDE if list_shown else 0, SIDE, FOOT)

    def page_actions(self) -> Sequence[Action]:
        return (
            Action("Vælg fil…", self.view.choose_file, Menu.FILE, "file-up", words="personaleliste excel hent"),
            Action("Tilbage til medarbejdere", self._to_staff, Menu.GO, "arrow-left"),
        )

    def panes(self) -> Sequence[QWidget]:
        table = self.view.list.table
        return (table.view,) if self.view.showing_list and table else (self.view.start.choose,)

    def _to_staff(self) -> None:
        self.context.open("staff")

    def _done(self, plan: ImportPlan) -> None:
        self.context.open("staff")
        undo = self.context.undo
        self.context.messages.tell(done_text(plan), (Choice("Fortryd", undo),) if undo else ())


def done_text(plan: ImportPlan) -> str:
    """'23 medarbejdere er oprettet, 2 er ændret'."""
    added = f"{plural(len(plan.added), 'medarbejder', 'medarbejdere')} er oprettet" if plan.added else ""
    changed = f"{len(plan.changed)} er ændret" if plan.changed else ""
    return ", ".join(part for part in (added, changed) if part) or "Intet er ændret"
