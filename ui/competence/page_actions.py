"""What can be done on the page Kompetencer, as menus and palette show it."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from ui.competence.desk import LAPSES, PLANS
from ui.kit.actions import Action, Menu

OVERVIEW, COVERAGE = "overview", "coverage"
TABS = ((OVERVIEW, "Overblik"), (COVERAGE, "Pr. stue"), (LAPSES, "Udløb"), (PLANS, "Udviklingsplaner"))


class PageDeeds(Protocol):
    """The page, as its actions need it."""

    def choose_tab(self, tab: str) -> None: ...
    def add(self) -> None: ...
    def import_sheet(self) -> None: ...
    def edit_needs(self) -> None: ...
    def print_overview(self) -> None: ...
    def print_vulnerability(self) -> None: ...
    def print_profile(self) -> None: ...
    def show_all(self) -> None: ...
    def why_not_filtered(self) -> str: ...


class CellDeeds(Protocol):
    """What can be done with the cell that is chosen."""

    def assess(self) -> None: ...
    def goal(self) -> None: ...
    def note(self) -> None: ...
    def history(self) -> None: ...
    def all_or_in_use(self) -> None: ...
    def why_not(self) -> str: ...


def page_actions(page: PageDeeds, cell: CellDeeds) -> dict[str, Action]:
    return _doing(page, cell) | _papers(page, cell) | _looking(page, cell)


def _doing(page: PageDeeds, cell: CellDeeds) -> dict[str, Action]:
    edit = Menu.EDIT

    def of_cell(name: str, deed: Callable[[], None], icon: str, words: str) -> Action:
        return Action(name, deed, edit, icon, words=words, group=1, why_not=cell.why_not)

    return {
        "add": Action("Tilføj kompetence", page.add, edit, "plus", "Ctrl+N", words="ny kompetence katalog tag i brug"),
        "import": Action(
            "Importér kompetencer…",
            page.import_sheet,
            Menu.FILE,
            "file-up",
            words="hvem kan hvad excel regneark hent ark",
        ),
        "needs": Action(
            "Ret behov og mål…", page.edit_needs, edit, "sliders-horizontal", words="ønsket antal stilling krav navn"
        ),
        "assess": of_cell("Ret niveau…", cell.assess, "pencil", "vurdér vurdering bevis kursus udløb"),
        "goal": of_cell("Sæt mål…", cell.goal, "target", "udviklingsplan"),
        "note": of_cell("Skriv note til vurderingen…", cell.note, "sticky-note", "notat"),
        "history": of_cell("Vis historik", cell.history, "history", "forløb udvikling"),
    }


def _papers(page: PageDeeds, cell: CellDeeds) -> dict[str, Action]:
    file = Menu.FILE
    return {
        "print": Action(
            "Udskriv", page.print_overview, file, "printer", "Ctrl+P", words="kompetenceoverblik pdf excel"
        ),
        "print_thin": Action("Udskriv sårbarhed", page.print_vulnerability, file, "printer", words="pdf excel huller"),
        "print_profile": Action(
            "Udskriv kompetenceprofil", page.print_profile, file, "printer", words="pdf excel", why_not=cell.why_not
        ),
    }


def _looking(page: PageDeeds, cell: CellDeeds) -> dict[str, Action]:
    view = Menu.VIEW
    icons = ("grid-3x3", "house", "calendar-clock", "sprout")
    tabs = {
        tab: Action(f"Vis {name[0].lower()}{name[1:]}", partial(page.choose_tab, tab), view, icon)
        for (tab, name), icon in zip(TABS, icons, strict=True)
    }
    return tabs | {
        "which": Action("Vis alle kompetencer, eller dem i brug", cell.all_or_in_use, view, "columns-3", group=1),
        "clear": Action("Fjern filtre", page.show_all, view, "funnel", group=1, why_not=page.why_not_filtered),
    }
