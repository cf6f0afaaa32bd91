"""Trin 5: the stuer that were found, where each belongs, and a proposal for how many must be there."""

from functools import partial

from PySide6.QtWidgets import QFrame

from dagleder.base.errors import UserProblem
from dagleder.guide.minimum import SOURCE
from dagleder.guide.steps import Step
from dagleder.settings.places import Team, TeamDraft
from ui.guide.minimum_table import MinimumTable
from ui.guide.step import GuideParts, GuideStep, card
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.settings.row_list import RowList
from ui.settings.team_rows import TeamLine, TeamRow

_TEXT = (
    "Stuerne er dem, der står hos medarbejderne. Vælg ikon, og matrikel hvis I har flere, og se, om tallene passer til "
    "jeres hverdag."
)
_NEW = "Ny stue"
_USE, _ON = "Brug tallene, og gå videre", "Videre"


class TeamsStep(GuideStep):
    """The numbers shown are the house's own where it has any, else a proposal; going on keeps the ticked ones."""

    step = Step.TEAMS

    def __init__(self, parts: GuideParts) -> None:
        super().__init__("Stuer og bemanding", _TEXT)
        self._parts, self._context = parts, parts.context
        self._settings = parts.services.settings
        self.teams = RowList(partial(TeamRow, self._context, self._settings))
        self._nobody = Label("Ingen stuer endnu. Tilføj den første med “Ny stue”.", "", "text2", wrap=True)
        self.minimum = MinimumTable(self._context.theme)
        self.minimum.changed.connect(self._chosen)
        self.column.addWidget(self._teams_card())
        self._numbers = self._minimum_card()
        self.column.addWidget(self._numbers)
        self.column.addStretch(1)

    def _teams_card(self) -> QFrame:
        add = Button(self._context.theme, _NEW, self._add_team, Look(Kind.TEXT, "plus", compact=True))
        frame, column = card("Stuer", add)
        column.addWidget(self.teams)
        column.addWidget(self._nobody)
        return frame

    def _minimum_card(self) -> QFrame:
        frame, column = card("Hvor mange skal der mindst være?")
        column.addWidget(Label(f"Tallene er {SOURCE} Gælder alle hverdage.", "small", "text2", wrap=True))
        column.addWidget(self.minimum)
        return frame

    def load(self) -> None:
        teams = self._settings.open_teams()
        lines = [self._line(team, at, len(teams)) for at, team in enumerate(teams)]
        self.teams.show_items({line.key: line for line in lines})
        self._nobody.setVisible(not lines)
        guide, settings = self._parts.services.guide, self._settings
        if self.minimum.show_plan(
            guide.minimum_proposals(), teams, settings.sites(), settings.bands(), settings.need_rows()
        ):
            self.minimum.choose(guide.choices(self.step))
        self._numbers.setVisible(bool(self.minimum.lines))
        self.changed.emit()

    def _chosen(self) -> None:
        self._parts.services.guide.keep_choices(self.step, self.minimum.chosen())
        self.changed.emit()

    def next_name(self) -> str:
        return _USE if self.minimum.drafts() else _ON

    def leave(self) -> bool:
        drafts = self.minimum.drafts()
        if not drafts:
            return True
        kept = self._context.run("Tallene er gemt", lambda: self._settings.set_needs(drafts), at=self).ok
        if kept:
            self._parts.services.guide.keep_choices(self.step, self.minimum.chosen())
        return kept

    def show_problem(self, problem: UserProblem) -> bool:
        """A number that cannot be kept is said under the table."""
        self.minimum.say(problem.sentence)
        return True

    def begin(self) -> None:
        if self.minimum.lines:
            self.minimum.begin()

    def _line(self, team: Team, at: int, count: int) -> TeamLine:
        return TeamLine(team, self._settings.sites(), at == 0, at == count - 1, self._context.clock.today())

    def _add_team(self) -> None:
        taken = {team.name for team in self._settings.teams()}
        name = next(name for name in (_NEW, *(f"{_NEW} {n}" for n in range(2, 999))) if name not in taken)
        outcome = self._context.run(f"{name} er tilføjet", lambda: self._settings.add_team(TeamDraft(name)))
        row = next((row for key, row in self.teams.rows.items() if key[0] == outcome.value), None)
        if row is not None:
            row.begin()
