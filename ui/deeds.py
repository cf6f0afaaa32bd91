"""What the frame's own actions do while a house is open."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from dagleder.search.ranking import Found
from ui.answers import Findable, PaletteAnswers
from ui.house_frame import HouseFrame
from ui.kit.actions import Action
from ui.kit.messages import Messages
from ui.kit.page import Page
from ui.kit.palette import Palette
from ui.kit.shortcut_sheet import ShortcutSheet
from ui.kit.status_line import clock_at
from ui.page_links import links_of
from ui.stage import Scene
from ui.theme.theme import Theme


class HouseDeeds(QObject):
    """See `ui.frame_actions.Deeds`; one per open house."""

    def __init__(self, scene: Scene, theme: Theme, messages: Messages, frame: HouseFrame, findable: Findable) -> None:
        super().__init__(frame)
        self._scene, self._theme, self._messages = scene, theme, messages
        self._frame, self._findable = frame, findable
        self._palette: Palette | None = None
        frame.changed.connect(findable.moved)

    def undo_name(self) -> str | None:
        return self._frame.undo_name

    def redo_name(self) -> str | None:
        return self._frame.redo_name

    def undo(self) -> None:
        self._frame.undo()

    def redo(self) -> None:
        self._frame.redo()

    def show_saved(self) -> None:
        at = self._scene.stage.status_line.saved_at
        when = f"sidst kl. {clock_at(at)}" if at is not None else "der er ikke ændret noget, siden huset blev åbnet"
        self._messages.tell(f"Alt er gemt, {when}")

    def back(self) -> None:
        self._frame.back()

    def why_not_back(self) -> str:
        return "" if self._frame.stack.can_go_back else "Der er ingen side at gå tilbage til."

    def next_pane(self) -> None:
        self._frame.next_pane()

    def side_panel(self) -> None:
        self._on_page(Page.toggle_side_panel, "Siden har intet sidepanel")

    def focus_filter(self) -> None:
        self._on_page(Page.focus_filter, "Der er intet at filtrere her. Ctrl+K søger i det hele")

    def open_page(self, feature: str) -> None:
        self._frame.open(feature)

    def carry_out(self, feature: str, name: str) -> None:
        """An action of a page that need not be in front: open it, then do it."""
        self._frame.open(feature)
        page = self._frame.stack.page
        for action in page.page_actions() if page is not None else ():
            if action.name == name and not action.why_not():
                action.run()

    def palette(self) -> None:
        """Made when first wanted."""
        if self._palette is None:
            answers = PaletteAnswers(self._actions, self._findable, self._go)
            self._palette = Palette(self._theme, self._scene.window, answers, self.shortcuts)
        self._palette.ask()

    def shortcuts(self) -> None:
        ShortcutSheet(self._theme, self._scene.window, self._scene.book.actions).appear()

    def close(self) -> None:
        """The palette shows names: it goes with the house."""
        if self._palette is not None:
            self._palette.deleteLater()
        self.deleteLater()

    def _go(self, found: Found) -> None:
        if found.about is not None:
            self._frame.open_about(found.feature, found.about)
        else:
            self._frame.open(found.feature, found.record_id)

    def _actions(self) -> list[Action]:
        """What can be done, and last what can be pressed on the page in front."""
        page = self._frame.stack.page
        return [*self._scene.book.actions, *(links_of(page) if page is not None else ())]

    def _on_page(self, do: Callable[[Page], bool], otherwise: str) -> None:
        page = self._frame.stack.page
        if page is not None and not do(page):
            self._messages.tell(otherwise)
