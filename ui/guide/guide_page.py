"""The guide: the seven steps at the left, the one she is on beside them, and under it the ways back and on."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dagleder.guide.steps import GuideFacts, GuideState, Step, guide_state
from ui.context import GuideHost
from ui.guide.house_step import HouseStep, NewHouse
from ui.guide.kept_facts import MEMORY, KeptFacts
from ui.guide.making import HouseFacts, make_house
from ui.guide.missing_bar import MissingBar
from ui.guide.step import GuideParts, GuideStep
from ui.guide.step_list import StepList
from ui.guide.welcome_step import WAY, Way, WelcomeStep
from ui.kit.actions import Action, Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.paper_job import PaperJob
from ui.kit.preview_page import PreviewPage


class GuidePage(QWidget):
    """Works before there is a house (then only the first two steps are open), and is built anew when there is one."""

    def __init__(self, host: GuideHost) -> None:
        super().__init__()
        self._host, self._theme = host, host.parts.theme
        self.setProperty("ground", "bg")
        self.setAccessibleName("Opsætning")
        self._parts = self._house_parts()
        self._kept = KeptFacts(host.parts.memory)
        self._step = Step(host.step) if host.step in set(Step) else self._where_left()
        self._steps: dict[Step, GuideStep] = {}
        self._front = QStackedWidget()  # the guide, or a paper in front of it
        self._place = QStackedWidget()  # the steps
        self._paper: PreviewPage | None = None
        self.list = StepList(self._theme, self.state().steps)
        self.back_button = Button(self._theme, "Tilbage", self._go_back, Look(icon="arrow-left"))
        self.later_button = Button(self._theme, "Gør resten senere", self._leave, Look(Kind.TEXT))
        self.next_button = Button(self._theme, "Videre", self.go_on, Look(Kind.PRIMARY))
        self._missing = MissingBar(self._theme, self._lead_to_missing)
        self._build()
        self.list.chosen.connect(self._choose)
        if host.context is not None:
            host.context.changed.connect(self._moved)
        self.show_step(self._step)

    # where she is

    @property
    def step(self) -> Step:
        return self._step

    @property
    def shown(self) -> GuideStep:
        """The step in front."""
        return self._steps[self._step]

    def state(self) -> GuideState:
        here = getattr(self, "_step", None)
        if self._parts is None:
            return guide_state(GuideFacts(), here)
        state: GuideState = self._parts.services.guide.state(here)
        return state

    def _where_left(self) -> Step:
        if self._parts is not None:
            self._kept.forget()  # the house has them now
            return self.state().current
        return Step.HOUSE if self._kept.texts() else Step.WELCOME

    def show_step(self, step: Step) -> None:
        if step not in self._steps:
            made = self._steps[step] = self._make(step)
            made.changed.connect(self._show_state)
            made.done.connect(self.go_on)
            self._place.addWidget(made)
        self._step = step
        if self._parts is not None:
            self._parts.services.guide.reach(step)
        self.shown.load()
        self._place.setCurrentWidget(self.shown)
        self._show_state()
        self.shown.begin()

    def _make(self, step: Step) -> GuideStep:
        if step is Step.WELCOME:
            return WelcomeStep(self._theme, self._choose_way, self._host.open_file)
        if self._parts is None:
            new = NewHouse(self._make_house, self._ask_folder, self._kept)
            return HouseStep(self._theme, self._host.parts.clock.today, new=new)
        if step is Step.HOUSE:
            return HouseStep(self._theme, self._host.parts.clock.today, services=self._parts.services)
        from ui.guide.house_steps import make_step  # noqa: PLC0415 -- loads the core: not before there is a house

        return make_step(step, self._parts)

    # ways on

    def go_on(self) -> None:
        """To the next step, or to the pages after the last; a step that is not done with stays in front."""
        self._reach_next()
        if not self.shown.leave():
            self._show_state()
            return
        if self._step is Step.CALENDAR:
            self._finish()
        elif self._step.value < self._open_until():
            self.show_step(Step(self._step.value + 1))

    def _reach_next(self) -> None:
        """Told before what the step itself keeps, so that 'Fortryd' after it takes that back first."""
        if self._parts is not None and self._step in (Step.TEAMS, Step.COMPETENCES):
            self._parts.services.guide.reach(Step(self._step.value + 1))
        elif self._parts is not None and self._step is Step.CALENDAR:
            self._parts.services.guide.finish()

    def _lead_to_missing(self) -> None:
        self.shown.lead_to_missing()

    def _go_back(self) -> None:
        if self._step is not Step.WELCOME:
            self.show_step(Step(self._step.value - 1))

    def _choose(self, number: int) -> None:
        if self._step.value != number and (number < self._step.value or self.shown.leave()):
            self.show_step(Step(number))
        self._show_state()

    def _leave(self) -> None:
        self._host.finish()

    def _finish(self) -> None:
        self._host.finish()

    def _open_until(self) -> int:
        return (Step.HOUSE if self._parts is None else Step.CALENDAR).value

    def _choose_way(self, way: Way) -> None:
        if way is Way.EXAMPLE:
            self._host.open_example()
            return
        self._host.parts.memory.keep(MEMORY, WAY, way.value)
        self._host.parts.memory.save()
        self.show_step(Step.HOUSE if self._parts is None else Step.STAFF)

    def _ask_folder(self, title: str) -> Path | None:
        return self._host.parts.messages.folder(title)

    def _make_house(self, facts: HouseFacts) -> None:
        self._host.make(partial(make_house, facts, self._host.parts.clock))

    # being told

    def _moved(self, _tables: object) -> None:
        self.shown.load()
        self._show_state()

    def _show_state(self) -> None:
        state = self.state()
        self.list.show_state(state, self._open_until())
        self._missing.show_missing(() if self.shown.stands_alone else state.steps[self._step.value - 1].left_behind)
        name = self.shown.next_name()
        self.next_button.setVisible(bool(name))
        self.next_button.setText(name.replace("&", "&&"))
        self.next_button.setAccessibleName(name)
        self.back_button.setVisible(self._step is not Step.WELCOME)
        self.later_button.setVisible(self._parts is not None)
        self.foot.setVisible(
            (self._step is not Step.WELCOME or self._parts is not None) and not self.shown.stands_alone
        )
        self._host.show_actions(self._actions())

    # papers

    def _house_parts(self) -> GuideParts | None:
        context = self._host.context
        if context is None:
            return None
        own = replace(context, show_paper=self._show_paper, back=self._close_paper)
        return GuideParts(own, self._host.services)

    def _show_paper(self, job: PaperJob) -> None:
        if self._parts is None:
            return
        if self._paper is None:
            self._paper = PreviewPage(self._parts.context)
            self._paper.actions_changed.connect(self._show_state)
            self._front.addWidget(self._paper)
        self._front.setCurrentWidget(self._paper)
        self._paper.show_paper(job)
        self._paper.panes()[0].setFocus()

    def _close_paper(self) -> None:
        self._front.setCurrentIndex(0)
        self.shown.load()
        self._show_state()
        self.shown.begin()

    @property
    def paper(self) -> PreviewPage | None:
        """The paper in front, if there is one."""
        return self._paper if self._paper is not None and self._front.currentWidget() is self._paper else None

    # once

    def _build(self) -> None:
        self.foot = QFrame()
        self.foot.setProperty("kind", "guideFoot")
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(56, 12, 56, 12)
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.later_button)
        row.addWidget(self.next_button)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._missing)
        beside.addWidget(self._place, 1)
        beside.addWidget(self.foot)
        guide = QWidget()
        both = QHBoxLayout(guide)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.list)
        both.addLayout(beside, 1)
        self._front.addWidget(guide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._front)

    def _actions(self) -> tuple[Action, ...]:
        """In menus and by keys while the guide is in front; a paper before it has its own."""
        if self.paper is not None:
            return tuple(self.paper.page_actions())
        last = "" if self._step.value < self._open_until() else "Der er ikke flere trin."
        first = "Dette er det første trin." if self._step is Step.WELCOME else ""
        return (
            Action("Næste trin", self.go_on, Menu.GO, "move-right", "Alt+Right", why_not=lambda: last),
            Action("Forrige trin", self._go_back, Menu.GO, "arrow-left", "Alt+Left", why_not=lambda: first),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.paper is not None:
            self._close_paper()
        else:
            super().keyPressEvent(event)
