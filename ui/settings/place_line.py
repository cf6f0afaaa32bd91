"""What is to be said about a folder she chose, where she chose it: for a house, and for the further copy."""

from pathlib import Path

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding
from dagleder.storage.house_place import copy_place_warnings, place_warnings, refuse_network
from ui.kit.sentence import Sentence, SentenceLine
from ui.theme.theme import Theme


class PlaceLine(SentenceLine):
    """Takes no room where there is nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.hide()

    @property
    def said(self) -> str:
        return self.sentence.full

    def show_house(self, house: Path) -> None:
        """A network drive is refused, a synchronised folder warned of."""
        try:
            refuse_network(house)
        except UserProblem as problem:
            self._say(Sentence(problem.sentence, "danger", "octagon-alert"))
        else:
            self._warn(place_warnings(house))

    def show_copies(self, place: str) -> None:
        """Copies may lie on a network drive; '' where no place is chosen."""
        self._warn(copy_place_warnings(Path(place)) if place else [])

    def _warn(self, found: list[Finding]) -> None:
        self._say(Sentence(" ".join(each.text for each in found), "warn", "triangle-alert", bold=False))

    def _say(self, sentence: Sentence) -> None:
        self.show_sentence(sentence)
        self.setVisible(bool(sentence.text))
