"""The actions of the meetings page: menus, palette and the page's own buttons are filled from them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from dagleder.meetings.meeting import Meeting
from ui.kit.actions import Action, Menu
from ui.meetings.deeds import (
    MeetingDeeds,
    why_not_cancel,
    why_not_change,
    why_not_confirm,
    why_not_reinstate,
)

_QUARTER = 15
MORE = ("later", "earlier", "longer", "shorter", "held", "from_here", "meeting_calendar", "cancel", "reinstate")
FOOT = ("reinstate", "confirm", "cancel", "from_here")
_CHOOSE = "Vælg først et møde."


@dataclass(frozen=True)
class PageDeeds:
    """What the page itself does; `meeting` is the one chosen."""

    new: Callable[[], None]
    lay: Callable[[], None]
    new_series: Callable[[], None]
    from_here: Callable[[Meeting], None]
    print_plan: Callable[[], None]
    save_plan: Callable[[], None]
    season: Callable[[], None]
    in_august: Callable[[], bool]
    turn: Callable[[int], None]
    shape: Callable[[str], None]
    next_to_see: Callable[[], None]
    meeting: Callable[[], Meeting | None]
    deeds: MeetingDeeds

    def chosen(self, deed: Callable[[Meeting], None]) -> Callable[[], None]:
        """The deed done with the meeting that is chosen when it is done."""

        def run() -> None:
            meeting = self.meeting()
            if meeting is not None:
                deed(meeting)

        return run

    def why_not(self, reason: Callable[[Meeting], str]) -> Callable[[], str]:
        def told() -> str:
            meeting = self.meeting()
            return reason(meeting) if meeting is not None else _CHOOSE

        return told


def page_actions(page: PageDeeds) -> dict[str, Action]:
    """By a short name of each."""
    return {**_making(page), **_papers(page), **_looking(page), **_of_the_meeting(page)}


def _making(page: PageDeeds) -> dict[str, Action]:
    edit = Menu.EDIT
    return {
        "new": Action("Nyt møde", page.new, edit, "plus", "Ctrl+N", words="opret mødeindkaldelse"),
        "series": Action("Ny række…", page.new_series, edit, "repeat", words="fast gentag mønster møderække", group=1),
        "lay": Action("Læg årets møder…", page.lay, edit, "sparkles", words="mødeplan forslag rytme", group=1),
    }


def _papers(page: PageDeeds) -> dict[str, Action]:
    file = Menu.FILE
    return {
        "print": Action(
            "Udskriv mødeplan", page.print_plan, file, "printer", "Ctrl+P", words="pdf excel årsplan opslagstavle"
        ),
        "calendar": Action(
            "Kalenderfil (.ics)", page.save_plan, file, "calendar-arrow-down", words="outlook kalender gem eksport"
        ),
    }


def _looking(page: PageDeeds) -> dict[str, Action]:
    view = Menu.VIEW
    return {
        "year": Action("Vis årsplan", partial(page.shape, "year"), view, "calendar-days", group=1),
        "coming": Action("Vis kommende møder", partial(page.shape, "coming"), view, "list", group=1),
        "before": Action("Året før", partial(page.turn, -1), view, "chevron-left", "Alt+PgUp", group=1),
        "after": Action("Året efter", partial(page.turn, 1), view, "chevron-right", "Alt+PgDown", group=1),
        "season": Action(
            "Vis året fra august til juli",
            page.season,
            view,
            "calendar",
            words="skoleår kalenderår",
            group=1,
            named=lambda: "Vis året fra januar til december" if page.in_august() else "Vis året fra august til juli",
        ),
        "see": Action("Vis det næste møde, der bør ses efter", page.next_to_see, view, "triangle-alert", "F8", group=1),
    }


def _of_the_meeting(page: PageDeeds) -> dict[str, Action]:
    edit, deeds, chosen = Menu.EDIT, page.deeds, page.chosen
    can_change, group = page.why_not(why_not_change), 2

    def action(
        name: str, deed: Callable[[Meeting], None], icon: str, why: Callable[[], str], words: str = ""
    ) -> Action:
        return Action(name, chosen(deed), edit, icon, words=words, group=group, why_not=why)

    return {
        "later": action("Flyt mødet en uge frem", lambda m: deeds.shift(m, 1), "arrow-right", can_change, "ryk"),
        "earlier": action("Flyt mødet en uge tilbage", lambda m: deeds.shift(m, -1), "arrow-left", can_change, "ryk"),
        "longer": action("Forlæng mødet 15 minutter", lambda m: deeds.lengthen(m, _QUARTER), "plus", can_change),
        "shorter": action("Forkort mødet 15 minutter", lambda m: deeds.lengthen(m, -_QUARTER), "minus", can_change),
        "confirm": action("Sæt som planlagt", deeds.confirm, "check", page.why_not(why_not_confirm), "aftalt forslag"),
        "held": action("Sæt som holdt", deeds.mark_held, "check-check", can_change, "afholdt"),
        "cancel": action("Aflys mødet", deeds.cancel, "calendar-x", page.why_not(why_not_cancel), "slet fjern"),
        "reinstate": action("Genopret mødet", deeds.reinstate, "rotate-ccw", page.why_not(why_not_reinstate)),
        "from_here": Action(
            "Ret mønster fra her…",
            chosen(page.from_here),
            edit,
            "repeat",
            words="række serie gentag",
            group=group,
            why_not=page.why_not(lambda m: "" if m.series_id is not None else "Mødet hører ikke til en række."),
        ),
        "meeting_calendar": Action(
            "Mødet som kalenderfil",
            chosen(deeds.save_calendar),
            Menu.FILE,
            "calendar-arrow-down",
            words="ics outlook",
            why_not=page.why_not(lambda _meeting: ""),
        ),
    }
