"""What can be done on the page Bemanding, as menus and palette show it."""

from functools import partial
from typing import Protocol

from ui.kit.actions import Action, Menu
from ui.kit.segment import Segment

GRID, WORDS = "grid", "words"


class WeekDeeds(Protocol):
    """The page, as its actions need it."""

    shape: Segment

    def move_week(self, weeks: int) -> None: ...
    def other_shape(self) -> None: ...
    def print_week(self) -> None: ...


class CellDeeds(Protocol):
    """What can be done with the cell that is chosen."""

    def show_worst(self) -> None: ...
    def report_absence(self) -> None: ...
    def remove_absence(self) -> None: ...
    def find_relief(self) -> None: ...
    def who(self) -> None: ...
    def edit_need(self) -> None: ...
    def why_no_team(self) -> str: ...
    def why_nobody(self) -> str: ...


def page_actions(page: WeekDeeds, cell: CellDeeds) -> dict[str, Action]:
    return _looking(page, cell) | _doing(page, cell)


def _looking(page: WeekDeeds, cell: CellDeeds) -> dict[str, Action]:
    move, menu = page.move_week, Menu.VIEW

    def other_shape() -> str:
        return "Vis ugen som gitter" if page.shape.key == WORDS else "Vis ugen i ord"

    return {
        "before": Action("Ugen før", partial(move, -1), menu, "chevron-left", "Alt+Left"),
        "after": Action("Ugen efter", partial(move, 1), menu, "chevron-right", "Alt+Right"),
        "today": Action("Denne uge", partial(move, 0), menu, "calendar", "Alt+Home", words="i dag"),
        "cover": Action("Kan vi dække?", cell.show_worst, menu, "users", words="bemanding huller mangler", group=1),
        "shape": Action(
            "Vis ugen i ord", page.other_shape, menu, "list", words="gitter læs op", group=1, named=other_shape
        ),
        "who": Action("Hvem er her?", cell.who, menu, "users", group=1, why_not=cell.why_no_team),
    }


def _doing(page: WeekDeeds, cell: CellDeeds) -> dict[str, Action]:
    menu, no_team, nobody = Menu.EDIT, cell.why_no_team, cell.why_nobody
    kinds = "ferie kursus orlov fri afspadsering omsorgsdag"
    return {
        "absence": Action(
            "Meld fravær…", cell.report_absence, menu, "calendar-plus", "Ctrl+N", words=kinds, why_not=nobody
        ),
        "clear": Action("Fjern fravær", cell.remove_absence, menu, "calendar-x", why_not=nobody),
        "relief": Action(
            "Find afløser…", cell.find_relief, menu, "user-check", words="vikar lån udlån dække", why_not=no_team
        ),
        "need": Action(
            "Ret minimum",
            cell.edit_need,
            menu,
            "sliders-horizontal",
            words="bemandingsplan mindst helst pædagoger",
            why_not=no_team,
        ),
        "print": Action("Udskriv", page.print_week, Menu.FILE, "printer", "Ctrl+P", words="bemanding uge vagter"),
    }
