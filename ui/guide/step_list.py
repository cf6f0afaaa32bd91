"""The seven steps at the left of the guide: which are done, where she is, and how long is left."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dagleder.guide.steps import GuideState, State, StepView
from ui.kit.label import Label
from ui.kit.tip import set_tip
from ui.theme.theme import STEP, Theme

_WIDTH, _MARK, _SIDE, _TICK = 236, 22, 16, 14


class StepMark(QWidget):
    """The number of a step in a ring; filled where she is, a tick where she is done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._number, self._state = 1, State.AHEAD

    def show_step(self, number: int, state: State) -> None:
        self._number, self._state = number, state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.rect().adjusted(1, 1, -1, -1)
        fills = {State.CURRENT: "primary", State.DONE: "okSoft"}
        fill = fills.get(self._state)
        painter.setBrush(self._theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(self._theme.colour(fill or "borderStrong"))
        painter.drawEllipse(ring)
        if self._state is State.DONE:
            tick = self._theme.picture("check", "ok", _TICK, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - _TICK) // 2, (self.height() - _TICK) // 2, tick)
        else:
            painter.setFont(self._theme.font("caption", 600))
            painter.setPen(self._theme.colour("onPrimary" if self._state is State.CURRENT else "text2"))
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepButton(QPushButton):
    """One step; as high as its title needs when that takes two lines."""

    def __init__(self, theme: Theme, view: StepView) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "step")
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.mark, self.title = StepMark(theme), Label(view.title, wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(7, 7, 7, 7)
        self._row.setSpacing(8)
        self._row.addWidget(self.mark)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.left_behind = Label("", "small", "warn", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.left_behind)
        self._row.addLayout(words, 1)
        theme.changed.connect(self._resize)
        self._resize()

    def heightForWidth(self, width: int) -> int:
        return max(self._theme.px(STEP), self._row.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        width = self._theme.px(_WIDTH - 2 * _SIDE)
        return QSize(width, self.heightForWidth(width))

    def _resize(self) -> None:
        self.mark.setFixedSize(self._theme.px(_MARK), self._theme.px(_MARK))


class StepList(QFrame):
    """`chosen` gives the number of the step she wants to see."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, steps: Sequence[StepView]) -> None:
        super().__init__()
        self.setProperty("kind", "steps")
        self.setAccessibleName("Trin i opsætningen")
        self._theme = theme
        theme.changed.connect(self._widen)
        self._widen()
        self._progress = Label("", "label")
        self._progress.setContentsMargins(8, 0, 0, 10)
        self.buttons: list[StepButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 24, _SIDE - 1, 16)
        column.setSpacing(2)
        column.addWidget(self._progress)
        for view in steps:
            column.addWidget(self._button(theme, view))
        column.addStretch(1)

    def _widen(self) -> None:
        self.setFixedWidth(self._theme.px(_WIDTH))

    def _button(self, theme: Theme, view: StepView) -> StepButton:
        button = StepButton(theme, view)
        button.clicked.connect(partial(self.chosen.emit, view.step.value))
        self.buttons.append(button)
        return button

    def show_state(self, state: GuideState, open_until: int) -> None:
        """`open_until`: steps after it cannot be gone to yet."""
        self._progress.setText(state.progress)
        for button, view in zip(self.buttons, state.steps, strict=True):
            number = view.step.value
            button.mark.show_step(number, view.state)
            button.title.set_style("strong" if view.state is State.CURRENT else "")
            button.title.set_tone("" if view.state is State.CURRENT else "text2")
            button.setChecked(view.state is State.CURRENT)
            button.setEnabled(number <= open_until)
            left = view.left_behind
            button.left_behind.setText(f"{len(left)} mangler" if left else "")
            button.left_behind.setVisible(bool(left))
            button.updateGeometry()
            said = {State.DONE: "færdig", State.CURRENT: "her er du", State.AHEAD: "mangler"}[view.state]
            button.setAccessibleName(" ".join([f"Trin {number}: {view.title}, {said}", *left]))
            set_tip(button, " ".join(left))
