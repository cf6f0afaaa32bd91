"""The foot of the dialog: the reason, how much is delegated, and the button that gives the task."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from dagleder.base.text import and_list, capitalised, squeezed
from dagleder.tasks.states import MANDATE_NAMES, Mandate
from dagleder.tasks.suggestion import Suggestion
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.segment import Part, Segment
from ui.kit.sentence import Sentence, SentenceLine
from ui.kit.text_area import TextArea
from ui.kit.tip import set_tip
from ui.tasks.choice import Choice
from ui.tasks.reason_text import ReasonText

HERS = "Listen er et oplæg. Valget er en ledelsesmæssig vurdering, og den er din."
_NAMES = ("Din begrundelse (gemmes med opgaven)", "Din begrundelse (hver får kun sin egen linje)")
PUT_BY = "Det, du selv skrev i sætningen, hører til den forrige og kommer igen, hvis du vælger vedkommende igen."
_NOT_TOLD = "none"
_TIPS = {
    Mandate.INFORM: "Gør det, og orientér mig",
    Mandate.PROPOSE: "Undersøg det, og indstil til mig",
    Mandate.DECIDE: "Du beslutter selv",
}


@dataclass(frozen=True)
class FootWays:
    give: Callable[[], None]
    give_up: Callable[[], None]


class ReasonBar(QFrame):
    """What the reason begins with follows the choice; what she writes stays. `touched` tells that she did something."""

    touched = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._place = ""
        self._words = ReasonText()
        self.setProperty("ground", "surface2")
        self._name = Label("", "label")
        self.line = TextArea(context.theme, 1)
        self.line.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it grows with what is written
        self.line.setAccessibleName("Din begrundelse")
        parts = [Part(mandate, capitalised(name), _TIPS[mandate]) for mandate, name in MANDATE_NAMES.items()]
        self.mandate_choice = Segment("Beføjelse", [Part(_NOT_TOLD, "Ikke sagt"), *parts], compact=True)
        self._problem, self._put_by = SentenceLine(context.theme), SentenceLine(context.theme)
        self._put_by.show_sentence(Sentence(PUT_BY, "text2", "info", bold=False))
        for told in (self._problem, self._put_by):
            told.hide()
        self.line.edited.connect(self._typed)
        self.mandate_choice.chosen.connect(lambda _key: self.touched.emit())
        self._build()

    def _build(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._name, 1)
        above.addWidget(Label("Beføjelse", "label"))
        above.addWidget(self.mandate_choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 7, 16, 9)
        column.setSpacing(5)
        column.addLayout(above)
        column.addWidget(self.line)
        column.addWidget(self._put_by)
        column.addWidget(self._problem)

    def begin(self, place: str, mandate: Mandate | None, told: Mapping[int, str]) -> None:
        """`place` names the draft: what she wrote and did not give comes back, with what was `told` then."""
        self._place, self._words = place, ReasonText(told)
        self.mandate_choice.choose(mandate or _NOT_TOLD)
        self._context.drafts.watch(place, self.line, lambda: self._words.is_own(self.text))

    def explain(self, told: Mapping[int, str]) -> None:
        """What the reason begins with of each. Of several each has a line."""
        self._name.setText(_NAMES[len(told) > 1])
        self.line.show_raw(self._words.follow(self.text, told))
        self._put_by.setVisible(bool(self._words.put_by))

    @property
    def remark(self) -> str:
        """What is said under the reason about words of hers that no longer stand there, or ''."""
        return "" if self._put_by.isHidden() else self._put_by.sentence.full

    @property
    def text(self) -> str:
        """In lines, as it is written."""
        return self._words.spaced(self.line.raw())

    @property
    def reason(self) -> str:
        return squeezed(self.text)

    @property
    def mandate(self) -> Mandate | None:
        key = self.mandate_choice.key
        return None if key == _NOT_TOLD else Mandate(key)

    def show_problem(self, text: str) -> None:
        self._problem.show_sentence(Sentence(text, "danger", "octagon-alert"))
        self._problem.setVisible(bool(text))

    def end(self, *, given: bool) -> None:
        """What she wrote is kept until it is given."""
        self._context.drafts.release(self._place)
        if given:
            self._context.drafts.saved(self._place)

    def _typed(self) -> None:
        self.show_problem("")
        self._put_by.hide()
        self.touched.emit()


class GiveFoot(QFrame):
    """`also` tells whom of the candidates the task is to be given to as well."""

    also = Signal(int)

    def __init__(self, context: Context, ways: FootWays) -> None:
        super().__init__()
        theme = context.theme
        self.setProperty("kind", "cardFoot")
        self.give = Button(theme, "Giv opgaven", ways.give, Look(Kind.PRIMARY, "user-check"))
        self.several = Button(theme, "Giv til flere…", None, Look())
        self.leave = Button(theme, "Annullér", ways.give_up)
        self._gone = SentenceLine(theme)
        self._menu = QMenu(self.several)
        self.several.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "scale", "text2"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(HERS, "small", "text2", wrap=True))
        words.addWidget(self._gone)
        row.addLayout(words, 1)
        for button in (self.leave, self.several, self.give):
            row.addWidget(button)

    def show_staying(self, *, stays: bool) -> None:
        """Whether something of what she did here is kept when she leaves without giving the task."""
        self.leave.setText("Luk" if stays else "Annullér")
        self.leave.setAccessibleName(self.leave.text())
        set_tip(self.leave, "Det, du har rettet, valgt og skrevet her, er gemt." if stays else "")

    def show_leaving(self, called: Sequence[str]) -> None:
        """Who has the task now and gives it up by this."""
        text = f"{and_list(called)} har den ikke længere, når du giver den videre." if called else ""
        self._gone.show_sentence(Sentence(text, "warn", "user-x", bold=False))
        self._gone.setVisible(bool(called))

    def show_choice(self, choice: Choice, suggestion: Suggestion) -> None:
        called = choice.called(suggestion)
        self.give.setText(f"Giv opgaven til {called}" if called else "Giv opgaven")
        self.give.setAccessibleName(self.give.text())
        set_tip(self.give, "Ctrl+Enter" if called else "Ingen kan få opgaven, som den er nu.")
        self.give.setEnabled(bool(called))
        self._menu.clear()
        for person in suggestion.candidates:
            if person.employee_id != choice.first:
                action = self._menu.addAction(person.name.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(person.employee_id in choice.others)
                action.triggered.connect(lambda _on=False, who=person.employee_id: self.also.emit(who))
        self.several.setEnabled(bool(self._menu.actions()))
