"""The page 'Medarbejdere': everybody by stue at the left, one person at the right."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dagleder.base.cpr import without_cpr
from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.json_value import Json
from dagleder.staff.people import Person
from ui.context import Context
from ui.kit.actions import Action, Hint, Menu
from ui.kit.page import Page
from ui.kit.work import Job, Lane
from ui.staff import papers
from ui.staff.leaving_panel import LeavingPanel
from ui.staff.people import SHOWN_NAMES, Line, lines
from ui.staff.person_deeds import PersonDeeds, StaffServices
from ui.staff.person_history import PersonHistory
from ui.staff.person_pane import PersonPane
from ui.staff.person_split import PersonSplit
from ui.staff.person_tabs import OVERVIEW, PersonTab
from ui.staff.person_view import PersonView, Ways
from ui.staff.staff_list import StaffList

EDIT, IMPORT = "staff_edit", "staff_import"
NEW = 0  # in place of an employee's id: somebody who is to be entered
_TABLES = frozenset({"employee", "weekly_hours", "team_membership", "work_pattern", "work_pattern_day", "team", "site"})
_NOBODY = "Vælg en medarbejder i listen, eller skriv for at filtrere."


class StaffPage(Page):
    """Enter or F2 edits the one chosen; typing filters."""

    feature = "staff"
    title = "Medarbejdere"
    tables = _TABLES

    def __init__(self, context: Context, services: StaffServices, tabs: Sequence[PersonTab] = ()) -> None:
        super().__init__(context)
        self._services = services
        self._deeds = PersonDeeds(context, services)
        self._person: Person | None = None
        self._changes: dict[int, datetime] = {}
        self._aside = False  # history or the panel for the last day stands in the person's place
        self.list = StaffList(context, self._new, self._import)
        self._actions = self._page_actions()
        self.pane = PersonPane(context, self._ways(), tabs)
        self._split = PersonSplit(context.theme, self.list, self.pane)
        self._build()
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._edit)
        self.list.changed.connect(self._tell)
        self.pane.tabs.turned.connect(self._turned)

    def _build(self) -> None:
        self.header.add_filter(self.list.pane.filter_field)
        self.header.add(self.list.button)
        self._show_header()
        self.content.addWidget(self._split, 1)

    # what the frame asks for

    def refresh(self, tables: frozenset[str]) -> None:
        if not (self.tables | self._services.staff.about_tables()).isdisjoint(tables):
            self.load()
        self.pane.tabs.refresh(tables)

    def load(self) -> None:
        staff, today = self._services.staff, self.context.clock.today()
        teams = self._services.settings.teams()
        everybody = lines(staff.staff_list(left=True), staff.employments(), staff.marks(), teams, today)
        self.list.show_people(everybody, teams)
        self.pane.setVisible(self.list.anybody)
        if self.list.anybody and self.list.table.chosen_row() is None:
            self.list.table.choose_first()
        self._show()
        self._tell()
        self._ask_changes()

    def open_record(self, record_id: int) -> None:
        self.list.choose(record_id)
        self.list.table.setFocus()

    def open_about(self, employee_id: int) -> None:
        self.open_record(employee_id)

    def page_actions(self) -> Sequence[Action]:
        return (*self._actions.values(), *self.pane.tab_actions())

    def panes(self) -> Sequence[QWidget]:
        return (self.list.table, *self.pane.panes())

    def toggle_side_panel(self) -> bool:
        self.pane.setVisible(self.pane.isHidden() and self.list.anybody)
        return True

    def place(self) -> dict[str, Json]:
        return {**self.list.place(), **self._split.place(), "tab": self.pane.tabs.key}

    def go_to(self, place: dict[str, Json]) -> None:
        self.pane.tabs.choose(str(place.get("tab")))
        self._split.go_to(place)  # after the tab: it says which widths are in use
        self.list.go_to(place)

    # what can be done

    def _page_actions(self) -> dict[str, Action]:
        deeds, whom = self._deeds, self._whom
        actions = {
            "new": Action("Ny medarbejder", self._new, Menu.EDIT, "user-plus", "Ctrl+N", words="opret ansæt"),
            "edit": Action("Ret medarbejder", whom(self._edit), Menu.EDIT, "pencil", "F2", why_not=self._nobody),
            "leave": Action(
                "Sæt som fratrådt…",
                whom(self._leave),
                Menu.EDIT,
                "user-minus",
                words="stopper sidste dag opsagt",
                why_not=lambda: self._nobody() or deeds.why_not_leave(self._person),
            ),
            "back": Action(
                "Kommer tilbage",
                whom(deeds.come_back),
                Menu.EDIT,
                "user-check",
                words="ikke fratrådt bliver",
                why_not=lambda: self._nobody() or deeds.why_not_back(self._person),
            ),
            "import": Action(
                "Importér…", self._import, Menu.FILE, "file-up", words="medarbejdere personaleliste excel"
            ),
            "print": Action("Udskriv", self._print, Menu.FILE, "printer", "Ctrl+P", words="medarbejdere liste excel"),
        }
        if self._services.departure is not None:
            actions["departure"] = deeds.departure_action(lambda: self._person)
        if self._services.privacy is not None:
            actions |= self._privacy_actions()
        for shown, name in SHOWN_NAMES.items():
            look = Action(f"Vis {name.lower()} medarbejdere", partial(self.list.show_only, shown), Menu.VIEW, "users")
            actions[f"show_{shown}"] = look
        return actions

    def _privacy_actions(self) -> dict[str, Action]:
        whom, why = self._whom, self._nobody
        text = "Udskriv oplysninger til medarbejderen"
        return {
            "history": Action("Vis historik", whom(self._history), Menu.VIEW, "history", why_not=why),
            "facts": Action(
                text, whom(self._deeds.print_facts), Menu.FILE, "id-card", words="indsigt gdpr", why_not=why
            ),
            "erase": Action("Slet helt…", whom(self._erase), Menu.EDIT, "user-x", words="fjern", why_not=why),
        }

    def _ways(self) -> Ways:
        more = [self._actions[key] for key in ("departure", "leave", "back", "erase") if key in self._actions]
        foot = [self._actions[key] for key in ("history", "facts") if key in self._actions]
        return Ways(self._actions["edit"], more, foot, self._whom(self._drop_cpr))

    def _whom(self, deed: Callable[[Person], None]) -> Callable[[], None]:
        """The deed done with the one who is chosen when it is done."""

        def run() -> None:
            if self._person is not None:
                deed(self._person)

        return run

    def _nobody(self) -> str:
        return "" if self._person is not None else "Vælg en medarbejder først."

    def _new(self) -> None:
        self.context.open(EDIT, NEW)

    def _edit(self, person: Person | Line) -> None:
        self.context.open(EDIT, person.id)

    def _import(self) -> None:
        self.context.open(IMPORT)

    def _print(self) -> None:
        services, context = self._services, self.context
        self.context.show_paper(papers.staff_list(services.staff, services.settings, context.clock, self.list.shown))

    def _drop_cpr(self, person: Person) -> None:
        facts = replace(person.facts, notes=without_cpr(person.facts.notes))
        self.context.run("Nummeret er fjernet", partial(self._services.staff.change, person.id, facts))

    def _erase(self, person: Person) -> None:
        self._deeds.erase(person, partial(self._leave, person))

    # in the person's place

    def _leave(self, person: Person) -> None:
        means = partial(self._services.staff.leaving_means, person.id)
        panel = LeavingPanel(self.context.theme, person.called, self.context.clock.today, means)

        def confirmed(day: date) -> None:
            said = f"{person.called} er sat som fratrådt {day_text(day, year=True)}"
            self._aside = False
            outcome = self.context.run(said, partial(self._services.staff.leave, person.id, day), panel)
            self._aside = not outcome.ok

        panel.confirmed.connect(confirmed)
        panel.given_up.connect(self._back_to_person)
        self._put_aside(panel)
        panel.begin()

    def _history(self, person: Person) -> None:
        if self._services.privacy is not None:
            history = self._services.privacy.facts(person.id).history
            shown = PersonHistory(self.context.theme, person.name, history, self._back_to_person)
            self._put_aside(shown)
            shown.way_back.setFocus()

    def _put_aside(self, widget: QWidget) -> None:
        self._aside = True
        self.pane.show()
        self.pane.show_widget(widget)

    def _back_to_person(self) -> None:
        self._aside = False
        self._show()
        self.list.table.setFocus()

    # showing

    def _chosen(self, _line: Line | None) -> None:
        self._aside = False
        self._show()
        self.actions_changed.emit()

    def _show(self) -> None:
        """The one chosen, as she is now."""
        line = self.list.table.chosen_row()
        if self._aside:
            return
        staff = self._services.staff
        try:
            self._person = staff.person(line.id) if line else None
        except UserProblem:  # gone meanwhile; the list is about to know
            self._person = None
        if self._person is None:
            self.pane.show_nobody(_NOBODY)
        else:
            cards, at = staff.cards(self._person.id), self._changes.get(self._person.id)
            self.pane.show_person(PersonView(self._person, cards, at))

    def _show_header(self) -> None:
        """Two buttons are never the primary one."""
        usual, new = [self._actions["import"], self._actions["print"]], self._actions["new"]
        self.header.show_actions(*(([*usual, new],) if self.pane.asks else (usual, new)))

    def _turned(self) -> None:
        self._show_header()
        self._split.make_room(narrow=self.pane.tabs.key != OVERVIEW)
        self._tell()
        self.actions_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._tell)  # the frame empties its line when another page comes to the front

    def _tell(self) -> None:
        hints = self.pane.hints() or (Hint("Enter", "ret"), Hint("Ctrl+F", "filtrér"))
        self.hints_changed.emit((Hint("", self.list.sum_text()), *hints) if self.list.anybody else ())

    def _ask_changes(self) -> None:
        """When each was changed last; read beside the page, for it goes through the whole history."""
        read = self._services.staff.last_changes
        job = Job("Læser historikken", lambda _: read(), self._know_changes, quiet=True, lane=Lane.DATA)
        self.context.work.start(job)

    def _know_changes(self, changes: dict[int, datetime]) -> None:
        self._changes = changes
        if self._person is not None:
            self.pane.show_changed(changes.get(self._person.id))
