"""The unlock page: one field, nothing of the house. At the start, and while the window is locked."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from dagleder.storage.secret import Password, RecoveryKey
from ui.kit.attempts import Attempts
from ui.kit.buttons import Button, Kind, Look
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.middle import in_the_middle
from ui.kit.secret_field import SecretField
from ui.theme.theme import Theme

_WIDTH = 460
_SUN = 44
_SECOND_MS = 1000
_PASSWORD, _KEY = "Adgangskode", "Nøglen fra nøglearket"
CASE_MATTERS = "Store og små bogstaver skal være ens."


@dataclass(frozen=True)
class Way:
    """A way on without the password, told by its key."""

    key: str
    text: str


@dataclass(frozen=True)
class Words:
    """What stands round the field, and the ways on at the bottom."""

    title: str
    text: str
    foot: str
    ways: tuple[Way, ...] = ()
    locked: bool = False  # the window was locked; else a house is being opened


class UnlockPage(QWidget):
    """`tried` carries the secret she typed; the program answers with `show_wrong`, or by going on."""

    tried = Signal(object)  # Password | RecoveryKey
    chosen = Signal(str)  # the key of a way

    def __init__(self, theme: Theme, words: Words, attempts: Attempts) -> None:
        super().__init__()
        self._theme = theme
        self._attempts = attempts
        self._with_key = False
        self._trying: str | None = None  # what is being tried
        self._refused = ""  # what did not fit: not tried a second time
        self._asked_again = False  # she pressed Enter while something was being tried
        self.setAccessibleName(words.title)
        self._caption = Label(_PASSWORD, "label")
        self.field = SecretField(theme, _PASSWORD)
        self._problem_row = QWidget()
        self._problem = Label("", "strong", "danger", wrap=True)
        self._case = Label(CASE_MATTERS, "small")
        self._caps_row = QWidget()
        self._used = Label("", "small", "text2", wrap=True)
        self.open_button = Button(theme, "Lås op", self._try, Look(Kind.PRIMARY, "lock-open"))
        self.key_button = Button(theme, "Brug nøglearket…", self._turn, Look(Kind.TEXT, "key-round"))
        self._tick = QTimer(self, interval=_SECOND_MS)
        self._tick.timeout.connect(self._show_pause)
        self._build(words)
        self.field.returnPressed.connect(self._try)
        self.field.caps_lock.connect(self._caps_row.setVisible)
        self.setFocusProxy(self.field)
        self._show_problem("")
        self._begin_pause()

    def show_wrong(self, problem: UserProblem) -> None:
        """The secret did not fit: count it and let her try again."""
        self._attempts.wrong()
        self._refused = self._trying or ""
        self._show_problem(problem.sentence)
        self._used.setText(self._attempts.sentence)
        self._answered()
        self._begin_pause()

    def show_problem(self, problem: UserProblem) -> None:
        """Something else was wrong than the secret."""
        self._show_problem(problem.sentence)
        self._case.hide()
        self._used.hide()
        self._answered()

    def _try(self) -> None:
        """Meanwhile she can go on typing: what she types then is the next to be tried, if this does not fit."""
        typed = self.field.text()
        if self._trying is not None:
            self._asked_again = True
        elif typed == self._refused:
            self.field.selectAll()
        elif typed and self.open_button.isEnabled():
            self._trying = typed
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()
            self.open_button.setEnabled(False)
            self.open_button.setText("Låser op…")
            kind = RecoveryKey if self._with_key else Password
            self.tried.emit(kind(typed))

    def _answered(self) -> None:
        tried, again = self._trying, self._asked_again
        self._trying, self._asked_again = None, False
        self._ready(typed_since=tried is not None and self.field.text() != tried)
        if again and not self._attempts.seconds_left:
            self._try()

    def _ready(self, *, typed_since: bool = False) -> None:
        self.open_button.setText("Lås op")
        self.open_button.setEnabled(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if not typed_since:
            self.field.selectAll()

    def _turn(self) -> None:
        """From the password to the sheet's key, and back."""
        self._with_key = not self._with_key
        self._refused = ""
        name = _KEY if self._with_key else _PASSWORD
        self._caption.setText(name)
        self.field.setAccessibleName(name)
        self.field.clear()
        self.field.hide_text(hidden=not self._with_key)
        self.key_button.setText("Brug adgangskoden" if self._with_key else "Brug nøglearket…")
        self._show_problem("")
        self.field.setFocus()

    def _begin_pause(self) -> None:
        """Also where it was begun by another page at the same file."""
        if self._attempts.seconds_left:
            self._tick.start()
            self._show_pause()

    def _show_pause(self) -> None:
        """The pause counts down, and the field waits."""
        paused = self._attempts.seconds_left > 0
        self._used.setText(self._attempts.sentence)
        self._used.show()
        self.open_button.setEnabled(not paused)
        self.field.setEnabled(not paused)
        if not paused:
            self._tick.stop()
            self._ready()

    def _show_problem(self, sentence: str) -> None:
        # The sentence about letters has a line of its own beneath.
        self._problem.setText(sentence.removesuffix(CASE_MATTERS).strip())
        self._problem_row.setVisible(bool(sentence))
        self._case.setVisible(sentence.endswith(CASE_MATTERS) and not self._with_key)
        self._used.setVisible(bool(sentence))
        self._caps_row.setVisible(self._caps_row.isVisible() and bool(sentence))
        self.field.setProperty("problem", bool(sentence))
        self._restyle_field()
        self.field.setAccessibleDescription(sentence)

    def _restyle_field(self) -> None:
        """The style sheet asks for what has changed only when it is made to."""
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    # building

    def _build(self, words: Words) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setProperty("strong", "true")
        card.setFixedWidth(self._theme.px(_WIDTH))
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 26, 28, 26)
        column.setSpacing(0)
        column.addLayout(self._head(words))
        column.addSpacing(20)
        column.addWidget(self._caption)
        column.addSpacing(4)
        column.addWidget(self.field)
        column.addLayout(self._problems())
        column.addSpacing(16)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        buttons.addWidget(self.key_button)
        column.addLayout(buttons)
        column.addSpacing(18)
        column.addWidget(Line())
        column.addSpacing(12)
        column.addLayout(self._foot(words))
        in_the_middle(self, card)

    def _head(self, words: Words) -> QVBoxLayout | QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Label(words.title, "h1", wrap=True))
        texts.addWidget(Label(words.text, tone="text2", wrap=True))
        if words.locked:
            head = QVBoxLayout()
            head.setSpacing(8)
            head.addWidget(IconLabel(self._theme, "lock", "primaryText", 22))
            head.addLayout(texts)
            return head
        row = QHBoxLayout()
        row.setSpacing(14)
        sun = Label()
        sun.setPixmap(self._theme.mark(_SUN, self.devicePixelRatioF()))
        sun.setFixedSize(_SUN, _SUN)
        row.addWidget(sun, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return row

    def _problems(self) -> QVBoxLayout:
        problem = QHBoxLayout(self._problem_row)
        problem.setContentsMargins(0, 6, 0, 0)
        problem.setSpacing(6)
        problem.addWidget(IconLabel(self._theme, "octagon-alert", "danger", 15), 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self._problem, 1)
        caps = QHBoxLayout(self._caps_row)
        caps.setContentsMargins(0, 0, 0, 0)
        caps.setSpacing(4)
        caps.addWidget(IconLabel(self._theme, "triangle-alert", "warn", 15))
        caps.addWidget(Label("Caps Lock er slået til.", "label", "warn"))
        caps.addStretch(1)
        self._caps_row.hide()
        column = QVBoxLayout()
        column.setSpacing(3)
        for widget in (self._problem_row, self._case, self._caps_row, self._used):
            column.addWidget(widget)
        return column

    def _foot(self, words: Words) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        says = QHBoxLayout()
        says.setSpacing(8)
        if not words.locked:
            says.addWidget(IconLabel(self._theme, "circle-help", "text2", 15), 0, Qt.AlignmentFlag.AlignTop)
        says.addWidget(Label(words.foot, "small", "text2", wrap=True), 1)
        column.addLayout(says)
        ways = QHBoxLayout()
        ways.setSpacing(6)
        if not words.locked:
            ways.addWidget(Label("En anden fil?", "small", "text2"))
            column.addLayout(ways)
            ways.addStretch(1)
        else:
            says.addLayout(ways)
        kind = Kind.TEXT if words.locked else Kind.NORMAL
        for way in words.ways:
            ways.addWidget(self._way(way, Look(kind, compact=True)))
        return column

    def _way(self, way: Way, look: Look) -> Button:
        return Button(self._theme, way.text, lambda: self.chosen.emit(way.key), look)
