"""The actions of the page of tasks: menus, palette and the page's own buttons are filled from them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from dagleder.tasks.lists import WHICH_NAMES, Which
from dagleder.tasks.task import Task
from ui.kit.actions import Action, Menu
from ui.tasks.deeds import TaskDeeds, why_not_end, why_not_keep, why_not_reopen, why_not_start, why_not_take_back
from ui.tasks.task_lines import BY_NAMES, By

GIVING = ("delegate", "keep", "take_back")
FOOT = ("finish", "reopen", "start")
MORE = ("start", "keep", "take_back", "drop", "remove")
_CHOOSE = "Vælg først en opgave."


@dataclass(frozen=True)
class PageDeeds:
    """What the page itself does; `task` is the one chosen."""

    new: Callable[[], None]
    open: Callable[[], None]
    delegate: Callable[[Task], None]
    print_list: Callable[[], None]
    show: Callable[[Which], None]
    spread: Callable[[], None]
    divide: Callable[[By], None]
    task: Callable[[], Task | None]
    deeds: TaskDeeds

    def chosen(self, deed: Callable[[Task], None]) -> Callable[[], None]:
        """The deed done with the task that is chosen when it is done."""

        def run() -> None:
            task = self.task()
            if task is not None:
                deed(task)

        return run

    def why_not(self, reason: Callable[[Task], str]) -> Callable[[], str]:
        def told() -> str:
            task = self.task()
            return reason(task) if task is not None else _CHOOSE

        return told


def page_actions(page: PageDeeds) -> dict[str, Action]:
    """By a short name of each."""
    return {**_making(page), **_of_the_task(page), **_looking(page)}


def _making(page: PageDeeds) -> dict[str, Action]:
    edit, words = Menu.EDIT, "deleger fordel giv hvem kandidater"
    return {
        "new": Action("Ny opgave", page.new, edit, "plus", "Ctrl+N", words="opret tilføj huskeliste"),
        "delegate": Action(
            "Uddelegér…",
            page.chosen(page.delegate),
            edit,
            "user-check",
            "Ctrl+D",
            words=words,
            why_not=page.why_not(lambda task: task.why_kept),
        ),
        "print": Action("Udskriv", page.print_list, Menu.FILE, "printer", "Ctrl+P", words="opgaver liste pdf excel"),
    }


def _of_the_task(page: PageDeeds) -> dict[str, Action]:
    deeds = page.deeds

    def action(
        name: str, deed: Callable[[Task], None], icon: str, reason: Callable[[Task], str], words: str = ""
    ) -> Action:
        return Action(name, page.chosen(deed), Menu.EDIT, icon, words=words, group=1, why_not=page.why_not(reason))

    return {
        "open": Action(
            "Ret opgaven", page.open, Menu.EDIT, "pencil", "F2", group=1, why_not=page.why_not(lambda _task: "")
        ),
        "finish": action("Sæt som færdig", deeds.finish, "check", why_not_end, "afkryds udført"),
        "start": action("Sæt i gang", deeds.start, "play", why_not_start, "begynd"),
        "drop": action("Drop opgaven", deeds.drop, "x", why_not_end, "aflys opgiv"),
        "reopen": action("Åbn opgaven igen", deeds.reopen, "rotate-ccw", why_not_reopen, "genåbn"),
        "keep": action("Behold selv", deeds.keep, "user", why_not_keep, "min egen"),
        "take_back": action("Tag tilbage", deeds.take_back, "user-x", why_not_take_back, "ikke fordelt"),
        "remove": action("Slet opgaven", deeds.remove, "user-minus", lambda _task: "", "fjern helt"),
        "origin": action("Vis, hvor opgaven kommer fra", deeds.open_origin, "arrow-up-right", _why_not_origin),
    }


def _why_not_origin(task: Task) -> str:
    return "" if task.origin.feature else "Opgaven er skrevet her."


def _looking(page: PageDeeds) -> dict[str, Action]:
    view = Menu.VIEW
    shown = {
        f"show_{which}": Action(f"Vis opgaver: {name}", partial(page.show, which), view, "list-checks", group=1)
        for which, name in WHICH_NAMES.items()
    }
    divided = {
        f"by_{by}": Action(f"Gruppér efter {name.lower()}", partial(page.divide, by), view, "group", group=2)
        for by, name in BY_NAMES.items()
    }
    spread = Action(
        "Vis spredning af opgaver", page.spread, view, "chart-column", words="fordeling hvem har hvad", group=1
    )
    return {**shown, "spread": spread, **divided}
