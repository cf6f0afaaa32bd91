"""Special days × staff groups: what each day is for whom. 'Ikke afklaret' counts as a working day, and that is said."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dagleder.base.dates import day_short, weekday_text
from dagleder.base.text import capitalised
from dagleder.calendars.special_days import SPECIAL_DAYS, SpecialDay, special_days
from dagleder.settings.service import SettingsService
from dagleder.settings.special_day_status import (
    GROUPS,
    HOUSE,
    HOUSE_STATUS_NAMES,
    STATUS_NAMES,
    DayStatus,
    group_name,
)
from dagleder.settings.staff_groups import StaffGroup
from ui.context import Context
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.fields import Option
from ui.kit.label import Label
from ui.kit.line import Line

_HEADS = {StaffGroup.ASSISTANTS: "Assist., medhjælpere", StaffGroup.TEMPORARY: "Elever, vikarer"}
_ROOMY = 100  # per cent of text size; above it the words are short
_SHORT = {DayStatus.WORK: "Arbejde", DayStatus.OFF_FROM_NOON: "Fri kl. 12", DayStatus.UNCLEAR: "Uklart"}
_SHORT_HOUSE = {DayStatus.OFF_FROM_NOON: "Til kl. 12"}
_LOOKS = {DayStatus.OFF: "off", DayStatus.OFF_FROM_NOON: "off", DayStatus.UNCLEAR: "unclear", DayStatus.WORK: ""}


class SpecialDays(QWidget):
    """One choice a day and group; `show_year` says which dates the days are."""

    def __init__(self, context: Context, settings: SettingsService) -> None:
        super().__init__()
        self._context, self._settings = context, settings
        self._dates: dict[str, Label] = {}
        self._short = False
        self.choices: dict[tuple[str, str], ChoiceInput] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(5)
        grid.addWidget(Label("Dag", "label"), 0, 0)
        grid.setColumnStretch(0, 1)
        for column, group in enumerate(GROUPS, 1):
            head = Label(_HEADS.get(StaffGroup(group), "") if group != HOUSE else "", "label", wrap=True)
            head.setText(head.text() or group_name(group))
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.setColumnStretch(column, 1)
        for number, kind in enumerate(SPECIAL_DAYS):
            self._add_day(grid, 2 * number + 1, kind)
        context.theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        """Large text: shorter words, so that all groups still stand side by side."""
        short = self._context.theme.text_size > _ROOMY
        if short == self._short:
            return
        self._short = short
        for (_, group), choice in self.choices.items():
            for at, (status, name) in enumerate(_names(group).items()):
                shorter = _SHORT_HOUSE if group == HOUSE else _SHORT
                choice.setItemText(at, shorter.get(status, name) if short else name)

    def show_year(self, year: int) -> None:
        days: dict[str, list[date]] = {}
        for day, kind in special_days(year).items():
            days.setdefault(kind.key, []).append(day)
        for key, label in self._dates.items():
            label.setText(_dates_text(days.get(key, [])))
        statuses = self._settings.special_days()
        for (key, group), choice in self.choices.items():
            _show(choice, statuses[key, group])

    def _add_day(self, grid: QGridLayout, row: int, kind: SpecialDay) -> None:
        grid.addWidget(Line(), row, 0, 1, len(GROUPS) + 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(kind.name, "name", wrap=True))
        self._dates[kind.key] = Label("", "small", "text2", wrap=True)
        words.addWidget(self._dates[kind.key])
        grid.addLayout(words, row + 1, 0)
        for column, group in enumerate(GROUPS, 1):
            choice = self._choice(kind, group)
            self.choices[kind.key, group] = choice
            grid.addWidget(choice, row + 1, column, Qt.AlignmentFlag.AlignVCenter)

    def _choice(self, kind: SpecialDay, group: str) -> ChoiceInput:
        choice = ChoiceInput([Option(status, name) for status, name in _names(group).items()])
        choice.setMinimumContentsLength(4)
        choice.setProperty("compact", "true")
        choice.setAccessibleName(f"{kind.name}, {group_name(group)}")
        choice.left.connect(partial(self._choose, kind.key, group))
        return choice

    def _choose(self, key: str, group: str) -> None:
        status = self.choices[key, group].raw()
        if isinstance(status, DayStatus):
            self._context.run("", partial(self._settings.set_special_day, key, [group], status))


def _names(group: str) -> Mapping[DayStatus, str]:
    return HOUSE_STATUS_NAMES if group == HOUSE else STATUS_NAMES


def _show(choice: ChoiceInput, status: DayStatus) -> None:
    choice.show_raw(status)
    look = _LOOKS[status]
    if choice.property("status") != look:
        choice.setProperty("status", look)
        choice.style().unpolish(choice)
        choice.style().polish(choice)


def _dates_text(days: list[date]) -> str:
    if not days:
        return "en fridag i forvejen"
    if len(days) == 1:
        return f"{capitalised(weekday_text(days[0]))} {day_short(days[0])}"
    return f"{day_short(days[0])} – {day_short(days[-1])}"
