"""Which people and gaps are shown: a button that says it, a menu to change it, and one click to show all again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from dagleder.competence.facts import Facts
from dagleder.staff.roles import ROLES, role_name
from ui.competence.shown import Shown
from ui.kit.buttons import Button, Kind, Look
from ui.theme.theme import Theme

_EVERYBODY, _EVERY_ROLE, _ONLY_GAPS = "Alle stuer", "Alle stillinger", "Kun huller"


class FilterButton(QWidget):
    """`changed` comes when something else is to be shown."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.shown = Shown()
        self._facts: Facts | None = None
        self.button = Button(theme, _EVERY_ROLE, None, Look(icon="funnel"))
        self.button.setProperty("dropdown", "true")
        self._menu = QMenu(self.button)
        self.button.setMenu(self._menu)
        self.clear = Button(theme, "", self.show_all, Look(Kind.QUIET, "x"), "Vis alle igen")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.button)
        row.addWidget(self.clear)
        self._say()

    def show_facts(self, facts: Facts) -> None:
        self._facts = facts
        self.shown = self.shown.fitting(facts)
        self._fill()

    def choose(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self._fill()
            self.changed.emit()

    def show_all(self) -> None:
        self.choose(self.shown.all_of_it())

    def _fill(self) -> None:
        facts = self._facts
        if facts is None:
            return
        self._menu.clear()
        used = {person.role for person in facts.people.values()}
        self._choices("Stue", "team_id", [(None, _EVERYBODY), *((team.id, team.name) for team in facts.teams)])
        roles = [(role.key, role_name(role.key)) for role in ROLES if role.key in used]
        self._choices("Stilling", "role", [(None, _EVERY_ROLE), *roles])
        self._menu.addSeparator()
        gaps = self._menu.addAction(_ONLY_GAPS)
        gaps.setCheckable(True)
        gaps.setChecked(self.shown.only_gaps)
        gaps.triggered.connect(lambda on: self.choose(replace(self.shown, only_gaps=bool(on))))
        self._say()

    def _choices(self, title: str, field: str, choices: Iterable[tuple[int | str | None, str]]) -> None:
        self._menu.addSection(title)
        group = QActionGroup(self._menu)
        for key, name in choices:
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(getattr(self.shown, field) == key)
            group.addAction(action)
            action.triggered.connect(partial(self._pick, field, key))

    def _pick(self, field: str, key: int | str | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- Qt's 'triggered' carries it
        self.choose(replace(self.shown, **{field: key}))  # type: ignore[arg-type]  # the field's own kind

    def _say(self) -> None:
        words = " · ".join(self._words())
        self.button.setText((words or _EVERY_ROLE).replace("&", "&&"))
        self.button.setAccessibleName(f"Viser {words or 'alle'}. Vælg stue og stilling, eller vis kun huller.")
        self.clear.setVisible(bool(words))

    def _words(self) -> Iterator[str]:
        """What is left out, as the button says it."""
        teams = self._facts.teams if self._facts else ()
        yield from (team.name for team in teams if team.id == self.shown.team_id)
        if self.shown.role is not None:
            yield role_name(self.shown.role)
        if self.shown.only_gaps:
            yield _ONLY_GAPS
