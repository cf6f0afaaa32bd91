"""What stands under the tabs of Kompetencer: the overview, and three tables that are filled when they are seen."""

from PySide6.QtWidgets import QWidget

from dagleder.competence.facts import Facts
from dagleder.competence.insight import Insight
from ui.competence.coverage import Coverage
from ui.competence.desk import LAPSES, PLANS
from ui.competence.lapse_view import LapseView
from ui.competence.page_actions import COVERAGE, TABS
from ui.competence.plan_view import PlanView
from ui.context import Context
from ui.kit.actions import Hint
from ui.kit.stack import Stack


class TabViews(Stack):
    """`overview` is the page's own; the filters of the others are for its header."""

    def __init__(self, context: Context, insight: Insight, overview: QWidget) -> None:
        super().__init__()
        self.coverage, self.plans = Coverage(context.theme), PlanView(context)
        self.lapses = LapseView(context, insight)
        self._waiting: set[str] = set()  # tabs that show what was known before
        for view in (overview, self.coverage, self.lapses, self.plans):
            self.addWidget(view)

    def forget(self) -> None:
        """What the tables show is no longer so."""
        self._waiting = {COVERAGE, LAPSES, PLANS}

    def show_tab(self, tab: str) -> None:
        self.setCurrentIndex([key for key, _ in TABS].index(tab))
        self.lapses.filter_field.setVisible(tab == LAPSES)
        self.plans.filter_field.setVisible(tab == PLANS)

    def show_facts(self, facts: Facts) -> None:
        """Only what is in front is worked out; a figure typed in the matrix waits for nothing else."""
        tab, front = TABS[self.currentIndex()][0], self.currentWidget()
        if tab in self._waiting and isinstance(front, Coverage | LapseView | PlanView):
            self._waiting.discard(tab)
            front.show_facts(facts)

    def come_by_herself(self) -> None:
        """What a link has narrowed is whole again."""
        self.lapses.come_by_herself()
        self.plans.come_by_herself()

    def hints(self) -> tuple[Hint, ...]:
        front = self.currentWidget()
        return front.hints() if isinstance(front, Coverage | LapseView | PlanView) else ()
