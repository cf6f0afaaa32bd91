"""Trin 6: which competences the house keeps an eye on, and how many should have each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from dagleder.base.errors import UserProblem
from dagleder.base.text import plural
from dagleder.guide.steps import Step
from ui.guide.competence_list import CompetenceList
from ui.guide.step import GuideParts, GuideStep, card
from ui.kit.label import Label

_TEXT = (
    "Dagleder holder øje med, om nok kan det selv, og siger til, når noget hænger på én. Begynd med disse, og fjern "
    "fluebenet ved det, I ikke bruger. Resten af kataloget ligger klar under Kompetencer."
)
_CHOSEN = "I har valgt kompetencer. De kan rettes under Kompetencer, når opsætningen er færdig."


class CompetenceStep(GuideStep):
    """Going on takes what is ticked into use, as one step."""

    step = Step.COMPETENCES

    def __init__(self, parts: GuideParts) -> None:
        super().__init__("Kompetencer", _TEXT)
        self._parts, self._guide = parts, parts.services.guide
        self.list = CompetenceList(parts.context.theme)
        self.list.changed.connect(self._chosen)
        self._card = self._list_card()
        self._done = Label(_CHOSEN, "", "text2", wrap=True)
        self.column.addWidget(self._card)
        self.column.addWidget(self._done)
        self.column.addStretch(1)

    def _list_card(self) -> QFrame:
        frame, column = card("Hvor mange skal kunne det selv?")
        column.addWidget(Label("Tallene er et forslag til et hus på jeres størrelse.", "small", "text2", wrap=True))
        column.addWidget(self.list)
        return frame

    def load(self) -> None:
        proposals = self._guide.competence_proposals()
        if self.list.show_proposals(proposals):
            self.list.choose(self._guide.choices(self.step))
        self._card.setVisible(bool(proposals))
        self._done.setVisible(not proposals)
        self.changed.emit()

    def _chosen(self) -> None:
        self._guide.keep_choices(self.step, self.list.otherwise())
        self.changed.emit()

    def next_name(self) -> str:
        wanted = self.list.wanted()
        return f"Brug {plural(len(wanted), 'kompetence', 'kompetencer')}, og gå videre" if wanted else "Videre"

    def leave(self) -> bool:
        wanted = self.list.wanted()
        if not wanted:
            return True
        said = f"{plural(len(wanted), 'kompetence', 'kompetencer')} er i brug"
        return self._parts.context.run(said, lambda: self._guide.accept_competences(wanted), at=self).ok

    def show_problem(self, problem: UserProblem) -> bool:
        self.list.say(problem.sentence)
        return True

    def begin(self) -> None:
        if self.list.lines:
            self.list.lines[0].tick.setFocus(Qt.FocusReason.OtherFocusReason)
