"""'Hvem er her?': who is on a stue in a band, who only partly, and who of the stue is not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from dagleder.base.dates import day_text, weekday_text
from dagleder.base.text import capitalised
from dagleder.presence.person_day import PersonDay
from dagleder.presence.views import BandPeople
from ui.kit.buttons import Button, Look
from ui.kit.label import Label
from ui.kit.side_panel import SidePanel
from ui.presence.who_words import away_text, here_text
from ui.theme.theme import Theme


@dataclass(frozen=True)
class BandOf:
    """A stue on a day at a time of it; `teams` names all stuer, `numbers` is '0 på arbejde, mindst 1'."""

    team_id: int
    day: date
    when: str
    teams: Mapping[int, str]
    numbers: str


class WhoPanel(SidePanel):
    """The two ways on stand at its foot."""

    def __init__(self, theme: Theme, of: BandOf, people: BandPeople, find_relief: Callable[[], None]) -> None:
        super().__init__(theme, f"{of.teams[of.team_id]}, {weekday_text(of.day)}")
        self._of = of
        self.column.addWidget(Label(f"{day_text(of.day)} · {of.when}", "table", "text2", wrap=True))
        self.column.addWidget(Label(of.numbers, "strong", wrap=True))
        self._part("Her", people.here, here=True, nothing="Ingen.")
        self._part("Noget af tiden", people.partly, here=True)
        self._part("Måske her", people.without_times, here=True)
        self._part("Ikke her", people.not_here, here=False)
        self._way = Button(theme, "Find afløser…", find_relief, Look(icon="user-check"))
        self.column.addSpacing(4)
        self.column.addWidget(self._way, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def begin(self) -> None:
        self._way.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> bool:
        return False

    def _part(self, title: str, people: Sequence[PersonDay], *, here: bool, nothing: str = "") -> None:
        if not people and not nothing:
            return
        self.column.addWidget(Label(f"{title} ({len(people)})" if people else title, "label"))
        for person in people:
            of = self._of
            text = here_text(person, of.team_id) if here else away_text(person, of.team_id, of.day, of.teams)
            row = QHBoxLayout()
            row.setSpacing(10)
            name = Label(person.name, "name", wrap=True)
            row.addWidget(name, 1)
            detail = Label(capitalised(text) if not here else text, "table", "text2", wrap=True)
            detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            row.addWidget(detail, 1)
            self.column.addLayout(row)
        if not people:
            self.column.addWidget(Label(nothing, "table", "danger"))
