"""Opens what is asked for beside the matrix, does what it says, and closes it when that was done."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dagleder.competence.drafts import AssessmentDraft, GoalDraft
from dagleder.competence.facts import NOTHING_KNOWN, Assessed, Facts, Goal
from dagleder.competence.step_names import assess_name
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from ui.competence.assess_panel import AssessPanel, Subject
from ui.competence.candidates_panel import CandidatesPanel
from ui.competence.goal_panel import GoalPanel
from ui.competence.history_panel import HistoryPanel
from ui.competence.services import CompetenceServices
from ui.context import Context
from ui.kit.side_panel import SidePanel
from ui.kit.side_stack import SideStack

Pair = tuple[int, int]
About = Callable[[Pair], object]


class Panels(QObject):
    """`moved` tells that a panel has come or gone, `left` that one has gone which had the keyboard."""

    moved = Signal()
    left = Signal()

    def __init__(
        self, context: Context, services: CompetenceServices, side: SideStack, facts: Callable[[], Facts]
    ) -> None:
        super().__init__(side)
        self._context, self._competence, self._side, self._facts = context, services.competence, side, facts
        self.about: Pair | None = None  # whom and what the open panel is about
        self._again: About | None = None  # opens the same about another cell
        self._anew: About | None = None  # opens it when something else is known of its own
        self._known = NOTHING_KNOWN  # of its cell, as it was opened
        self._quiet = False  # the keyboard stays where it is

    def close(self) -> None:
        panel = self._side.aside
        if panel is None:
            return
        inside = _has_keyboard(panel)
        self._side.clear()
        self.moved.emit()
        if inside:
            self.left.emit()

    def renew(self) -> None:
        """What the panel says follows what has changed; what no longer holds goes."""
        panel, facts = self._side.aside, self._facts()
        gone = self.about is not None and not (self.about[0] in facts.people and self.about[1] in facts.competences)
        if not isinstance(panel, SidePanel):
            return
        inside = _has_keyboard(panel)
        if gone or not panel.renew():
            self.close()
            return
        if self.about is not None and facts.holding(*self.about) != self._known and not panel.written:
            self._quietly(self._anew, self.about)
        now = self._side.aside
        if inside and isinstance(now, SidePanel) and not _has_keyboard(now):  # what had it was put there anew
            now.begin()

    def open(
        self, panel: SidePanel, about: Pair | None = None, again: About | None = None, anew: About | None = None
    ) -> None:
        """`about` is whom and what it needs to be there; `again` opens the same about another cell.

        `anew` opens it when something else is known of its own cell: a level typed beside it, or 'Fortryd'.
        """
        self.about, self._again, self._anew = about, again, anew
        self._known = self._facts().holding(*about) if about else NOTHING_KNOWN
        panel.closed.connect(self.close)
        self._side.put(panel)
        self._side.show()
        self.moved.emit()
        if not self._quiet:
            panel.begin()

    def follow(self, pair: Pair) -> None:
        """The panel is about the cell she has gone on to; what is half written stays."""
        panel = self._side.aside
        if isinstance(panel, SidePanel) and not panel.written:
            self._quietly(self._again, pair)

    def _quietly(self, opens: About | None, pair: Pair) -> None:
        if opens is not None:
            self._quiet = True
            opens(pair)
            self._quiet = False

    # what somebody can

    def assess(self, pair: Pair, level: int | None = None, change: Assessed | None = None) -> AssessPanel:
        """With a level typed the panel asks only for the rest."""
        panel = self._asking(pair, change)
        if level is not None:
            panel.propose(level)
        self.open(panel, pair, self.assess, partial(self._change_anew, change) if change else self.assess)
        return panel

    def _asking(self, pair: Pair, change: Assessed | None = None) -> AssessPanel:
        panel = AssessPanel(self._context.theme, self._subject(pair), change)
        panel.confirmed.connect(partial(self._assess, panel))
        return panel

    def _change_anew(self, change: Assessed, pair: Pair) -> None:
        """What counted is changed as what counts now, an older one as it is now."""
        counted = self._known.counted
        if counted is not None and counted.id == change.id:
            now = self._facts().holding(*pair).counted
        else:
            now = next((each for each in self._competence.history(*pair) if each.id == change.id), None)
        if now != change:
            self.assess(pair, change=now)

    def assess_several(self, people: Sequence[int], competence_id: int, level: int) -> None:
        """The same of several, entered once."""
        first, *others = people
        panel = AssessPanel(self._context.theme, self._subject((first, competence_id), others))
        panel.confirmed.connect(partial(self._assess_several, panel, people))
        panel.propose(level)
        self.open(panel, (first, competence_id))

    def assess_own(self, pair: Pair) -> None:
        """What she says of herself."""
        panel = self._asking(pair)
        panel.ask_own(self._facts().holding(*pair).own)
        self.open(panel, pair, self.assess_own, self.assess_own)

    def note(self, pair: Pair) -> None:
        """The note of what counts now."""
        counted = self._facts().holding(*pair).counted
        if counted is None:
            self._context.messages.tell("Sæt først et niveau. Noten hører til vurderingen.")
        else:
            self.assess(pair, change=counted).go_to("note")

    def history(self, pair: Pair) -> None:
        read = partial(self._competence.history, *pair)
        panel = HistoryPanel(self._context.theme, self._subject(pair), read)
        panel.changed.connect(lambda each: self.assess(pair, change=each))
        panel.removed.connect(self._remove)
        self.open(panel, pair, self.history)

    def _assess(self, panel: AssessPanel, draft: AssessmentDraft, change: Assessed | None) -> None:
        facts = self._facts()
        called, competence = facts.people[draft.employee_id].called, facts.competences[draft.competence_id]
        if change is None:
            name = assess_name(draft, competence, called)
            said = name if competence.certificate else f"{name.removeprefix('Sæt ')} er gemt"
            done = self._context.run(said, partial(self._competence.assess, draft), panel).ok
        else:
            said = f"Vurderingen af {competence.head} for {called} er rettet"
            done = self._context.run(said, partial(self._competence.change_assessment, change.id, draft), panel).ok
        if done:
            self.close()

    def _assess_several(self, panel: AssessPanel, people: Sequence[int], draft: AssessmentDraft, _change: None) -> None:
        facts = self._facts()
        drafts = [
            replace(draft, employee_id=who).over(facts.holding(who, draft.competence_id).by_others) for who in people
        ]
        name = assess_name(draft, facts.competences[draft.competence_id], f"{len(drafts)} medarbejdere")
        if self._context.run(name, partial(self._competence.assess_many, drafts, name), panel).ok:
            self.close()

    def _remove(self, each: Assessed) -> None:
        self._context.run("Vurderingen er fjernet", partial(self._competence.remove_assessment, each.id))

    # what is to be reached

    def goal(self, pair: Pair, then: Callable[[], None] | None = None) -> None:
        """`then` is what to go back to when the goal is set."""
        facts, subject = self._facts(), self._subject(pair)
        panel = GoalPanel(self._context.theme, subject, facts.level(*pair), facts.holding(*pair).goal)
        panel.confirmed.connect(partial(self._set_goal, panel, then))
        panel.ended.connect(self._end_goal)
        self.open(panel, pair, None if then else self.goal, partial(self.goal, then=then))

    def candidates(self, competence_id: int, place: Place = HOUSE) -> None:
        facts = self._facts()
        panel = CandidatesPanel(self._context.theme, facts.competences[competence_id], self._facts, place)
        back = partial(self.candidates, competence_id, place)
        panel.goal_wanted.connect(lambda who: self.goal((who, competence_id), back))
        self.open(panel)

    def _set_goal(self, panel: GoalPanel, then: Callable[[], None] | None, draft: GoalDraft) -> None:
        facts = self._facts()
        said = f"{facts.people[draft.employee_id].called} har {facts.competences[draft.competence_id].head} som mål"
        if self._context.run(said, partial(self._competence.set_goal, draft), panel).ok:
            self.close()
            if then is not None:
                then()

    def _end_goal(self, goal: Goal, reached: bool) -> None:  # noqa: FBT001 -- a signal's value
        said = "Målet er nået" if reached else "Målet er opgivet"
        if self._context.run(said, partial(self._competence.end_goal, goal.id, reached=reached)).ok:
            self.close()

    def _subject(self, pair: Pair, others: Iterable[int] = ()) -> Subject:
        facts = self._facts()
        return Subject(
            facts.people[pair[0]],
            facts.competences[pair[1]],
            facts.holding(*pair).counted,
            self._context.clock.today,
            tuple(facts.people[who] for who in others),
        )


def _has_keyboard(panel: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and panel.isAncestorOf(focus)
