"""The frame's own actions, in one table: what menus, palette and shortcut sheet have whichever page is in front."""

from collections.abc import Callable, Sequence
from typing import Protocol

from dagleder.base.last_house import LastHouse
from ui.kit.actions import Action, Menu
from ui.pages import Offer, PageEntry, key_of_place
from ui.theme.theme import TEXT_SIZES, Choice, Theme

_SCHEMES = ((Choice.SYSTEM, "Farver som systemet"), (Choice.LIGHT, "Lyse farver"), (Choice.DARK, "Mørke farver"))


class ProgramDeeds(Protocol):
    """What can be done whether a house is open or not; `ui.program.Program` does it."""

    def open_file(self) -> None: ...
    def new_house(self) -> None: ...
    def open_example(self) -> None: ...
    def open_house(self, house: LastHouse) -> None: ...
    def recent(self) -> Sequence[LastHouse]: ...
    def save_copy(self) -> None: ...
    def show_guide(self) -> None: ...
    def close_house(self) -> None: ...
    def leave(self) -> None: ...
    def lock(self) -> None: ...
    def why_not_lock(self) -> str: ...
    def back_up_now(self) -> None: ...
    def about(self) -> None: ...


class Deeds(Protocol):
    """What can be done with the open house; `ui.deeds.HouseDeeds` does it."""

    def show_saved(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def undo_name(self) -> str | None: ...
    def redo_name(self) -> str | None: ...
    def focus_filter(self) -> None: ...
    def next_pane(self) -> None: ...
    def side_panel(self) -> None: ...
    def back(self) -> None: ...
    def why_not_back(self) -> str: ...
    def open_page(self, feature: str) -> None: ...
    def carry_out(self, feature: str, name: str) -> None: ...
    def palette(self) -> None: ...
    def shortcuts(self) -> None: ...


def house_actions(program: ProgramDeeds, deeds: Deeds, theme: Theme, pages: Sequence[PageEntry]) -> list[Action]:
    """With a house open."""
    file = Menu.FILE
    help_ = Action("Genveje", deeds.shortcuts, Menu.HELP, "keyboard", "?", words="taster hjælp", group=1)
    return [
        *_open_actions(program),
        Action("Luk huset", program.close_house, file, "file-x", words="fil", group=3),
        Action("Gem en kopi…", program.save_copy, file, "files", words="eksportér fil backup", group=3),
        Action("Lav en sikkerhedskopi nu", program.back_up_now, file, "shield-check", words="kopi backup", group=3),
        Action("Vis, hvornår der er gemt", deeds.show_saved, file, "check", "Ctrl+S", words="gem", group=3),
        Action("Lås", program.lock, file, "lock", "Ctrl+L", words="skærm", group=4, why_not=program.why_not_lock),
        *_leave_actions(program),
        *_edit_actions(deeds),
        *_history_action(deeds, pages),
        *_view_actions(deeds, theme),
        *_page_actions(deeds, pages),
        help_,
        Action("Opsætning trin for trin", program.show_guide, Menu.HELP, "list-checks", words="guide start", group=1),
        *_about_actions(program),
    ]


def program_actions(program: ProgramDeeds, theme: Theme) -> list[Action]:
    """Without one: what makes no sense without a house is not there."""
    return [*_open_actions(program), *_leave_actions(program), *_look_actions(theme), *_about_actions(program)]


def _open_actions(program: ProgramDeeds) -> list[Action]:
    return [
        Action("Nyt hus…", program.new_house, Menu.FILE, "house", words="institution opret", group=1),
        Action("Åbn hus…", program.open_file, Menu.FILE, "folder-open", "Ctrl+O", words="fil hent", group=1),
        Action("Åbn eksemplet", program.open_example, Menu.FILE, "flask-conical", words="demo prøv", group=1),
        *(_recent(program, house) for house in program.recent()),
    ]


def _recent(program: ProgramDeeds, house: LastHouse) -> Action:
    name = f"Åbn {house.name or house.path.stem}"
    return Action(name, lambda: program.open_house(house), Menu.FILE, "history", detail=str(house.path), group=2)


def _leave_actions(program: ProgramDeeds) -> list[Action]:
    return [Action("Afslut Dagleder", program.leave, Menu.FILE, "log-out", "Ctrl+Q", words="luk program", group=5)]


def _edit_actions(deeds: Deeds) -> list[Action]:
    edit = Menu.EDIT
    return [
        Action(
            "Fortryd",
            deeds.undo,
            edit,
            "undo-2",
            "Ctrl+Z",
            group=1,
            why_not=lambda: "" if deeds.undo_name() else "Der er intet at fortryde.",
            named=lambda: _named("Fortryd", deeds.undo_name()),
        ),
        Action(
            "Gentag",
            deeds.redo,
            edit,
            "redo-2",
            "Ctrl+Y",
            "Ctrl+Shift+Z",
            group=1,
            why_not=lambda: "" if deeds.redo_name() else "Der er intet at gentage.",
            named=lambda: _named("Gentag", deeds.redo_name()),
        ),
        Action("Filtrér siden", deeds.focus_filter, edit, "funnel", "Ctrl+F", words="find søg", group=2),
    ]


def _history_action(deeds: Deeds, pages: Sequence[PageEntry]) -> list[Action]:
    """Where the page is there."""
    return [
        Action("Historik…", _opener(deeds, page), Menu.EDIT, page.icon, words="ændret hvem hvornår log", group=1)
        for page in pages
        if page.feature == "history"
    ]


def _view_actions(deeds: Deeds, theme: Theme) -> list[Action]:
    view = Menu.VIEW
    return [
        Action("Tilbage", deeds.back, view, "arrow-left", "Alt+Left", group=1, why_not=deeds.why_not_back),
        Action("Næste rude", deeds.next_pane, view, "move-right", "F6", group=1),
        Action("Vis eller skjul sidepanelet", deeds.side_panel, view, "panel-right", "F9", group=1),
        *_look_actions(theme),
    ]


def _look_actions(theme: Theme) -> list[Action]:
    schemes = [
        Action(name, _chooser(theme, choice=choice), Menu.VIEW, "sun-medium", words="tema udseende", group=2)
        for choice, name in _SCHEMES
    ]
    sizes = [
        Action(
            f"Tekststørrelse {size} %", _chooser(theme, size=size), Menu.VIEW, "a-large-small", words="skrift", group=3
        )
        for size in TEXT_SIZES
    ]
    return schemes + sizes


def _page_actions(deeds: Deeds, pages: Sequence[PageEntry]) -> list[Action]:
    found = [Action("Søg, eller skriv hvad du vil gøre", deeds.palette, Menu.GO, "search", "Ctrl+K", group=1)]
    shown = [page for page in pages if page.in_rail]
    for place, page in enumerate(shown):
        key, title = key_of_place(place), f"Gå til {page.title}"
        found.append(Action(title, _opener(deeds, page), Menu.GO, page.icon, key, words="side vis", group=2))
    for page in pages:
        found += [_offered(deeds, page, offer) for offer in page.offers]
    return found


def _offered(deeds: Deeds, page: PageEntry, offer: Offer) -> Action:
    def run() -> None:
        deeds.carry_out(page.feature, offer.name)

    return Action(offer.name, run, Menu.GO, offer.icon, detail=page.title, words=offer.words, group=3)


def _about_actions(program: ProgramDeeds) -> list[Action]:
    return [Action("Om Dagleder", program.about, Menu.HELP, "info", words="version licens", group=2)]


def _named(verb: str, name: str | None) -> str:
    return f"{verb}: {name}" if name else verb


def _opener(deeds: Deeds, page: PageEntry) -> Callable[[], None]:
    return lambda: deeds.open_page(page.feature)


def _chooser(theme: Theme, choice: Choice | None = None, size: int | None = None) -> Callable[[], None]:
    return lambda: theme.choose(choice, size)
