"""What the keys do with the cell that is chosen, and what stands in it: for the status line."""

from dagleder.presence.attendance import Attendance
from dagleder.presence.kinds import KINDS
from ui.kit.actions import Hint
from ui.presence.chosen import Chosen
from ui.presence.typed_absence import absence_at

_KEYS = tuple(Hint(kind.key, kind.name.lower()) for kind in KINDS)
"""Each letter with what it lays; those that find no room in the line are in its tip."""


def cell_hints(words: str, chosen: Chosen, attendance: Attendance | None) -> tuple[Hint, ...]:
    told = Hint("", words)
    if chosen.person is None and chosen.people:
        return told, Hint("", f"fravær til {len(chosen.people)}:"), *_KEYS
    if chosen.person is None:
        return told, Hint("Enter", "hvem?"), Hint("M", "ret minimum")
    has_absence = attendance is not None and absence_at(attendance, chosen) is not None
    if has_absence:
        return told, Hint("Enter", "ret"), Hint("Del", "fjern"), *_KEYS
    return told, Hint("Enter", "hvem?"), *_KEYS
