"""A field with its label above and, under it, what is wrong with it and what would be right."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.base.cpr import CPR_SENTENCE, has_cpr, without_cpr
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import Doubt
from dagleder.base.typed_dates import parse_coming_date, parse_past_date
from ui.kit.choice_inputs import CheckInput, ChoiceInput, RadioInput
from ui.kit.date_input import DateInput
from ui.kit.fields import COLUMNS, TYPED, Field, FieldKind, doubted, read, shown
from ui.kit.label import Label
from ui.kit.line_input import LineInput, Trouble
from ui.kit.sentence import Sentence, SentenceLine
from ui.kit.stepper import Stepper
from ui.kit.text_area import TextArea
from ui.theme.theme import Theme

Control = LineInput | DateInput | TextArea | ChoiceInput | RadioInput | CheckInput | Stepper

REMOVE_CPR = "Fjern nummeret"
_LEAST = {
    FieldKind.CLOCK: 72,
    FieldKind.NUMBER: 72,
    FieldKind.HOURS: 84,
    FieldKind.PHONE: 124,
    FieldKind.MAIL: 172,
    FieldKind.DATE: 142,
    FieldKind.COMING_DATE: 142,
    FieldKind.PAST_DATE: 142,
    FieldKind.BIRTHDAY: 132,
    FieldKind.CHOICE: 116,
    FieldKind.MULTILINE: 180,
    FieldKind.RADIO: 220,
}
_BESIDE = 6
_LINE, _GAP = 32, 4
_LEAST_A_COLUMN, _LEAST_TEXT = 28, 76  # a text that is given more columns is longer
_LEAST_ALONE = 196  # with its row to itself it takes what room there is


def control_for(field: Field, theme: Theme, today: Callable[[], date]) -> Control:
    """The widget a field is filled in with."""
    makers: dict[FieldKind, Callable[[], Control]] = {
        FieldKind.MULTILINE: lambda: TextArea(theme, field.lines),
        FieldKind.DATE: lambda: DateInput(theme, today),
        FieldKind.COMING_DATE: lambda: DateInput(theme, today, read=parse_coming_date),
        FieldKind.PAST_DATE: lambda: DateInput(theme, today, read=parse_past_date),
        FieldKind.CHOICE: lambda: ChoiceInput(field.options),
        FieldKind.RADIO: lambda: RadioInput(field.options),
        FieldKind.CHECK: lambda: CheckInput(field.label),
        FieldKind.STEPPER: lambda: Stepper(theme, field.low, field.high),
    }
    make = makers.get(field.kind)
    return make() if make else LineInput(theme)


class FieldFrame(QWidget):
    """Reads, shows and marks one field; whether a value is kept is decided by the form around it.

    `left` comes when something new is to be read: the field was left, a choice made, a suggestion taken;
    `reverted` when Esc took back what was typed.
    """

    left = Signal()
    reverted = Signal()

    def __init__(self, theme: Theme, field: Field, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._theme, self._today = theme, today
        self._kept: object = field.empty
        self._trouble = Trouble.NONE
        self._refused: object = None  # what stood there when something was wrong with it
        self.control: Control = control_for(field, theme, today)
        self.control.setAccessibleName(field.label)
        self.control.setAccessibleDescription(field.hint)
        self.control.installEventFilter(self)
        self._label = Label(field.label.replace("&", "&&"), "label")
        self._saved = Label("", "small", "ok", parent=self)
        self._message = SentenceLine(theme)
        self._message.link_clicked.connect(self._take_link)
        self._build()
        self._size_control()
        theme.changed.connect(self._size_control)
        self.control.left.connect(self.left)
        if isinstance(self.control, Stepper):
            self.control.refused.connect(lambda _said: self.left.emit())
        self.show_value(field.empty)

    def _build(self) -> None:
        field = self.field
        self._label.setBuddy(self.control)
        if field.kind is FieldKind.CHECK:
            self._label.hide()  # never shown before it has a place: it would be a window
        self._saved.hide()
        self._message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._label)
        column.addWidget(self.control)
        column.addWidget(self._message)
        if field.hint:
            column.addWidget(Label(field.hint, "small", "text2", wrap=True))
        column.addStretch(1)

    def middle(self) -> int:
        """How far down the middle of its first line is: a tick beside other fields stands level with them."""
        line = min(self.control.sizeHint().height(), self._theme.px(_LINE))
        above = 0 if self._label.isHidden() else self._label.sizeHint().height() + _GAP
        return above + line // 2

    def _size_control(self) -> None:
        """Wide enough to read what is usual in it, at every text size."""
        if self.field.kind not in {FieldKind.CHECK, FieldKind.STEPPER}:
            alone = self.field.span == COLUMNS
            least = _LEAST_ALONE if alone else max(_LEAST_TEXT, _LEAST_A_COLUMN * self.field.span)
            self.control.setMinimumWidth(self._theme.px(_LEAST.get(self.field.kind, least)))

    def show_label(self, *, shown: bool) -> None:
        """Under a row of the same fields the label needs not be said again; it still is the field's name."""
        self._label.setVisible(shown and self.field.kind is not FieldKind.CHECK)

    # values

    @property
    def kept(self) -> object:
        """The last value that was shown or saved."""
        return self._kept

    @property
    def trouble(self) -> Trouble:
        return self._trouble

    @property
    def sentence(self) -> str:
        """What is said under the field, '' when nothing is."""
        return "" if self._message.isHidden() else self._message.sentence.full

    @property
    def text(self) -> str:
        """What stands in a typed field, kept or not."""
        return str(self.control.raw()) if self.field.kind in TYPED else ""

    def put_text(self, text: str) -> None:
        """Text that is not kept yet: a draft, a suggestion."""
        self.control.show_raw(text)

    @property
    def refused(self) -> bool:
        """True while what was found wrong still stands there."""
        return self._trouble is Trouble.PROBLEM and self.control.raw() == self._refused

    def changed(self) -> bool:
        """True when something else stands there than was kept."""
        return self.control.raw() != self._raw_of(self._kept)

    def read(self) -> object:
        """The value that stands there; raises UserProblem."""
        return read(self.field, self.control.raw(), self._today())

    def show_value(self, value: object) -> None:
        """Keep a value and show it as the house writes it, without trouble."""
        self._kept = value
        self.control.show_raw(self._raw_of(value))
        self.show_doubt(self._doubt())

    def revert(self) -> None:
        self.show_value(self._kept)

    def _raw_of(self, value: object) -> object:
        return shown(self.field, value) if self.field.kind in TYPED else value

    # what is wrong

    def show_problem(self, problem: UserProblem) -> None:
        """Red edge, octagon and sentence; the text stays as it is."""
        text, link = problem.sentence, problem.suggestion
        self._refused = self.control.raw()
        if link and link not in text:
            text = f"{text} Mente du {link}?"
        self._show(Trouble.PROBLEM, Sentence(text, "danger", link=link))
        self._announce(text)

    def show_doubt(self, doubt: Doubt | None) -> None:
        """Amber edge, triangle and sentence; None clears whatever was said."""
        if doubt is None:
            self._show(Trouble.NONE, Sentence(""))
        else:
            link = doubt.suggestion or (REMOVE_CPR if doubt.sentence == CPR_SENTENCE else "")
            self._show(Trouble.DOUBT, Sentence(doubt.sentence, "warn", "triangle-alert", link, bold=bool(link)))

    def show_saved(self, *, saved: bool) -> None:
        """'✓ Gemt' above the field's right end, or only the tick where there is no room beside the label."""
        self._saved.setVisible(saved and self.field.kind is not FieldKind.CHECK)
        if saved:
            self._saved.setText("✓ Gemt")
            if self._label.sizeHint().width() + self._saved.sizeHint().width() + _BESIDE > self.width():
                self._saved.setText("✓")
            self._place_saved()
            self._announce(f"{self.field.label}: gemt")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_saved()

    def _place_saved(self) -> None:
        self._saved.adjustSize()
        self._saved.move(self.width() - self._saved.width(), 0)

    def _doubt(self) -> Doubt | None:
        if self.field.kind is FieldKind.MULTILINE and has_cpr(str(self._kept)):
            return Doubt(CPR_SENTENCE)
        return doubted(self.field, self._kept)

    def _show(self, trouble: Trouble, sentence: Sentence) -> None:
        self._trouble = trouble
        self.control.set_trouble(trouble)
        self.control.setAccessibleDescription(sentence.full or self.field.hint)
        self._message.show_sentence(sentence)
        self._message.setVisible(bool(sentence.text))

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _take_link(self) -> None:
        link = self._message.sentence.link
        self.put_text(without_cpr(self.text) if link == REMOVE_CPR else link)
        self.control.setFocus()
        self.left.emit()

    # Esc takes the field back, before it closes anything around it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
        if (
            event.type() in kinds
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.changed()
        ):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.revert()
                self.reverted.emit()
            return True
        return super().eventFilter(watched, event)
