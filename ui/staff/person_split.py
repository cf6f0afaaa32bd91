"""The list and the person beside it: a tab that shows much has more room, and the list fewer columns."""

from collections.abc import Mapping

from dagleder.base.json_value import Json
from ui.kit.text_split import TextSplit
from ui.staff.person_pane import PersonPane
from ui.staff.staff_list import StaffList
from ui.theme.theme import Theme

_USUAL, _NARROW = (610, 560), (330, 840)
_GIVE_WAY = frozenset({"role", "hours", "start"})


class PersonSplit(TextSplit):
    """Widths that she has drawn are kept, for 'Overblik' and for the other tabs."""

    def __init__(self, theme: Theme, people: StaffList, pane: PersonPane) -> None:
        super().__init__(theme, (people.pane, _USUAL[0]), (pane, _USUAL[1]))
        self._people = people
        self._narrow = False
        self._other = [theme.px(_NARROW[0]), _NARROW[1]]

    def make_room(self, *, narrow: bool) -> None:
        """A narrow list beside what is shown of the person, or the usual one."""
        if narrow == self._narrow:
            return
        before = self.sizes()
        self.setSizes(self._other)
        self._narrow, self._other = narrow, before
        self._people.table.leave_out(_GIVE_WAY if narrow else ())

    def place(self) -> dict[str, Json]:
        """The widths for 'Overblik', and for the other tabs."""
        usual, narrow = (self._other, self.sizes()) if self._narrow else (self.sizes(), self._other)
        return {"widths": list(usual), "narrow_widths": list(narrow)}

    def go_to(self, place: Mapping[str, Json]) -> None:
        usual, narrow = _widths(place.get("widths")), _widths(place.get("narrow_widths"))
        now, other = (narrow, usual) if self._narrow else (usual, narrow)
        if now:
            self.setSizes(now)
        self._other = other or self._other


def _widths(found: Json) -> list[int]:
    """As they were kept; [] where they are not two widths."""
    whole = isinstance(found, list) and all(isinstance(width, int) and width > 0 for width in found)
    return [int(str(width)) for width in found] if isinstance(found, list) and whole else []
