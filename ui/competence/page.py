"""The page 'Kompetencer': who can what, where it is thin, what lapses, and what is agreed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dagleder.base.json_value import Json
from dagleder.competence.facts import Facts
from dagleder.competence.levels import ALONE
from ui.competence import papers
from ui.competence.catalogue_panels import CataloguePanels
from ui.competence.desk import LAPSES, PLANS, Desk
from ui.competence.filter_button import FilterButton
from ui.competence.page_actions import COVERAGE, OVERVIEW, TABS, page_actions
from ui.competence.proposal_view import ProposalView
from ui.competence.services import CompetenceServices
from ui.competence.shown import ALL, IN_USE, Shown, shown_from
from ui.competence.tab_views import TabViews
from ui.context import Context
from ui.kit.actions import Action, Hint
from ui.kit.page import Page
from ui.kit.segment import Part, Segment
from ui.kit.stack import Stack
from ui.kit.table_pane import TablePane
from ui.presence.nothing_yet import no_people


class CompetencePage(Page):
    """Arrows move in the matrix; 0–4 set a level, M a goal, N a note."""

    feature = "competence"
    title = "Kompetencer"
    of_the_day: ClassVar[frozenset[str]] = frozenset({"days"})

    def __init__(self, context: Context, services: CompetenceServices) -> None:
        super().__init__(context)
        self._services = services
        self.tables = services.competence.tables
        self._facts: Facts | None = None
        self.filter = FilterButton(context.theme)
        self.desk = Desk(context, services)
        self.catalogue = CataloguePanels(context, services.competence, self.desk.panels, services.competence.facts)
        self.tabs = Segment("Vis", tuple(Part(key, name) for key, name in TABS))
        self.overview = Stack()
        self.proposal = ProposalView(context, services.competence, self.add)
        self._nobody = no_people(context)
        self._views = TabViews(context, services.competence.insight, self.overview)
        self.coverage, self.lapses, self.plans = self._views.coverage, self._views.lapses, self._views.plans
        self._actions = page_actions(self, self.desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.header.add_tabs(self.tabs)
        self.header.add(self.filter)
        self.header.add(self.lapses.filter_field)
        self.header.add(self.plans.filter_field)
        self._views.show_tab(OVERVIEW)
        self._show_header()
        for part in (self.desk.card, self.proposal, self._nobody):
            self.overview.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._views, 1)
        row.addWidget(self.desk.side)
        self.content.addLayout(row, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.choose_tab)
        self.filter.changed.connect(self._show_facts)
        self.desk.card.all_wanted.connect(self.filter.show_all)
        self.desk.which_wanted.connect(lambda which: self.filter.choose(replace(self.filter.shown, which=which)))
        self.desk.plans_wanted.connect(lambda head: self._show_only(PLANS, self.plans, head))
        self.desk.days_wanted.connect(lambda head: self._show_only(LAPSES, self.lapses, head))
        self.desk.told.connect(self._tell)
        self.desk.panels.moved.connect(self._show_header)
        self.desk.panels.left.connect(self._take_keyboard)
        self.coverage.opened.connect(self.catalogue.needs)
        self.coverage.against.chosen.connect(lambda _key: self._tell())
        self.coverage.gaps_wanted.connect(self._show_gaps)
        self.lapses.renewed.connect(lambda who, what: self.desk.panels.assess((who, what), ALONE))
        self.lapses.day_wanted.connect(lambda day: self.context.open("presence", day=day))
        self.plans.goal_wanted.connect(lambda who, what: self.desk.panels.goal((who, what)))

    # what the frame asks for

    def load(self) -> None:
        for _turn in self.load_slowly():
            pass

    def load_slowly(self) -> Iterator[None]:
        self._facts = self._services.competence.facts()
        yield
        self.filter.show_facts(self._facts)
        self._show_facts()
        self.header.bring_up_to_date()
        yield

    def open_record(self, record_id: int) -> None:
        """The column of a competence, at whoever can it best."""
        self.show_tab(OVERVIEW)
        self.filter.show_all()
        facts = self._facts
        if facts and record_id in facts.competences and facts.people:
            self.desk.choose(max(facts.people, key=lambda who: facts.level(who, record_id)), record_id)

    def open_about(self, employee_id: int) -> None:
        """Her line, where the cursor is."""
        self.show_tab(OVERVIEW)
        self.filter.show_all()
        pair, facts = self.desk.card.pair(), self._facts
        if pair and facts and employee_id in facts.people:
            self.desk.choose(employee_id, pair[1])

    def page_actions(self) -> Sequence[Action]:
        return tuple(self._actions.values())

    def panes(self) -> Sequence[QWidget]:
        side = self.desk.side
        beside = side.aside or self.desk.thin
        first = self.proposal.table if self._front() is self.proposal else self._front()
        return (first, beside) if not side.isHidden() else (first,)

    def _take_keyboard(self) -> None:
        self.panes()[0].setFocus()

    def toggle_side_panel(self) -> bool:
        self.desk.side.setVisible(self.desk.side.isHidden())
        return True

    def focus_filter(self) -> bool:
        fields = {LAPSES: self.lapses.filter_field, PLANS: self.plans.filter_field}
        field = fields.get(self.tabs.key, self.filter.button)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self.tabs.key != COVERAGE

    def place(self) -> dict[str, Json]:
        return {
            "tab": self.tabs.key,
            "shown": self.filter.shown.place(),
            "side": not self.desk.side.isHidden(),
            "matrix": self.desk.card.matrix.place(),
            "days": self.lapses.asked.place(),
        }

    def go_to(self, place: dict[str, Json]) -> None:
        tab, shown, matrix, days = (place.get(name) for name in ("tab", "shown", "matrix", "days"))
        if isinstance(days, dict):
            self.lapses.asked.go_to(days)
        if isinstance(shown, dict) and self._facts is not None:
            self.filter.choose(shown_from(shown).fitting(self._facts))
        if tab in dict(TABS):
            self.show_tab(str(tab))
        self.desk.side.setVisible(place.get("side") is not False)
        if isinstance(matrix, dict):
            self.desk.card.matrix.go_to(matrix)

    # going about

    def show_tab(self, tab: str) -> None:
        self.tabs.choose(tab)
        self._views.show_tab(tab)
        self.filter.setVisible(tab == OVERVIEW)
        if self._facts is not None:
            self._show_tab(self._facts)
        self._show_header()
        self._tell()

    def choose_tab(self, tab: str) -> None:
        self._views.come_by_herself()
        self.show_tab(tab)

    def _show_only(self, tab: str, pane: TablePane, head: str) -> None:
        """A tab with what is told there about one competence."""
        self.show_tab(tab)
        pane.show_only(head)

    def _show_gaps(self, area_id: int | None, team_id: int | None) -> None:
        """Who is below the target of her role in an area, in the matrix."""
        self.filter.choose(Shown(ALL if area_id is None else str(area_id), team_id, only_gaps=True))
        self.show_tab(OVERVIEW)
        self._take_keyboard()

    def show_all(self) -> None:
        self.filter.show_all()

    def add(self) -> None:
        """A competence of the catalogue taken in use, or a new one."""
        self.catalogue.add()

    def import_sheet(self) -> None:
        """A sheet of her own, looked through on a page of its own."""
        self.context.open("competence_import")

    def edit_needs(self) -> None:
        """How many are wanted of the chosen competence, and what roles are expected to have."""
        if pair := self.desk.card.pair():
            self.catalogue.needs(pair[1])

    def print_overview(self) -> None:
        if self._facts is not None:
            insight, team = self._services.competence.insight, self.filter.shown.team_id
            self.context.show_paper(papers.overview_paper(insight, self._facts, team))

    def print_vulnerability(self) -> None:
        """Of the days that are asked about in 'Udløb'."""
        asked = self.lapses.asked.period
        self.context.show_paper(papers.vulnerability_paper(self._services.competence.insight, asked.first, asked.last))

    def print_profile(self) -> None:
        pair = self.desk.card.pair()
        if self._facts is not None and pair:
            self.context.show_paper(papers.profile_paper(self._services.competence.insight, self._facts, pair[0]))

    def why_not_filtered(self) -> str:
        return "" if self.filter.shown.filtered else "Alle vises."

    # showing

    def _front(self) -> QWidget:
        views = self.overview if self._views.currentWidget() is self.overview else self._views
        return views.currentWidget() or self

    def _show_facts(self) -> None:
        facts, shown = self._facts, self.filter.shown
        if facts is None:
            return
        first, last = self._services.competence.insight.period()
        absences = self._services.presence.absences(first, last)
        self.desk.show_facts(facts, shown, absences)
        self.lapses.look_until(last, absences)
        self._views.forget()
        self._show_tab(facts)
        self._show_front(facts, shown)
        self._show_header()
        self._tell()

    def _show_front(self, facts: Facts, shown: Shown) -> None:
        """The matrix, or what is to be done before there is one; what comes to the front has the keyboard."""
        before = self.overview.currentWidget()
        if not facts.people:
            self.overview.setCurrentWidget(self._nobody)
        elif not facts.wanted and shown.which == IN_USE:
            self.proposal.show_facts(facts)
            self.overview.setCurrentWidget(self.proposal)
        else:
            self.overview.setCurrentWidget(self.desk.card)
        if before is not self.overview.currentWidget() and self.isVisible() and self.desk.side.aside is None:
            self._take_keyboard()

    def _show_tab(self, facts: Facts) -> None:
        self.desk.show_detail(shown=self.tabs.key == OVERVIEW)
        self._views.show_facts(facts)

    def _show_header(self) -> None:
        """Two buttons are never the primary one: what is asked for, and what is proposed, have their own."""
        if self.desk.side.aside is None and self._front() is not self.proposal:
            self.header.show_actions([self._actions["print"]], self._actions["add"])
        else:
            self.header.show_actions([self._actions["print"], self._actions["add"]])

    # telling

    def _hints_of_tab(self) -> tuple[Hint, ...]:
        return self.desk.hints() if self._front() is self.desk.card else self._views.hints()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._tell)  # the frame empties its line when another page comes to the front

    def _tell(self) -> None:
        hints = self.desk.hints() if self.desk.side.aside is not None else self._hints_of_tab()
        self.hints_changed.emit(hints)
        self.actions_changed.emit()
