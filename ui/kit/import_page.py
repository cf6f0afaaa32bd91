"""A page that begins with the choice of a file: a list is taken in, and can be taken back in one step."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from ui.kit.actions import Action, Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.import_view import ImportView
from ui.kit.messages import Choice
from ui.kit.page import FOOT, SIDE, Page

if TYPE_CHECKING:
    from ui.context import Context


class ImportPage(Page):
    """`home` is the page that shows what was taken in; `back_name` the action that leads there."""

    home: ClassVar[str]
    back_name: ClassVar[str]
    file_words: ClassVar[str]

    def __init__(self, context: "Context", view: ImportView) -> None:
        super().__init__(context)
        back = Button(context.theme, "", context.back, Look(Kind.QUIET, "arrow-left"), "Tilbage (Alt+←)")
        self.header.add_before(back)
        self.view = view
        self.view.done.connect(self._done)
        self.view.left.connect(context.back)
        self.view.list_shown.connect(self._make_room)
        self.content.addWidget(self.view, 1)

    def done_text(self, plan: object) -> str:
        """What is told when the list has been taken in."""
        raise NotImplementedError

    def ways_after(self, plan: object) -> tuple[Choice, ...]:  # noqa: ARG002 -- a page that has some looks at it
        """What may be done next with what was taken in, besides taking it back."""
        return ()

    def _make_room(self, list_shown: bool) -> None:  # noqa: FBT001 -- a signal's value
        """The list has a head of its own."""
        self.header.setVisible(not list_shown)
        self.content.setContentsMargins(SIDE, SIDE if list_shown else 0, SIDE, FOOT)

    def page_actions(self) -> Sequence[Action]:
        return (
            Action("Vælg fil…", self.view.choose_file, Menu.FILE, "file-up", words=self.file_words),
            Action(self.back_name, self._to_home, Menu.GO, "arrow-left"),
        )

    def panes(self) -> Sequence[QWidget]:
        table = self.view.list.table
        return (table.view,) if self.view.showing_list and table else (self.view.start.choose,)

    def _to_home(self) -> None:
        self.context.open(self.home)

    def _done(self, plan: object) -> None:
        self.context.open(self.home)
        undo = self.context.undo
        ways = (*self.ways_after(plan), *((Choice("Fortryd", undo),) if undo else ()))
        self.context.messages.tell(self.done_text(plan), ways)
