"""What the keys do with the cell that is chosen, and what stands in it: for the status line."""

from dagleder.presence.attendance import Attendance
from dagleder.presence.kinds import KINDS
from ui.kit.actions import Hint
from ui.presence.chosen import Chosen
from ui.presence.typed_absence import absence_at

_KIND_KEYS = " ".join(kind.key for kind in KINDS)


def cell_hints(words: str, chosen: Chosen, attendance: Attendance | None) -> tuple[Hint, ...]:
    told = Hint("", words)
    if chosen.person is None and chosen.people:
        return told, Hint(_KIND_KEYS, f"læg fravær til {len(chosen.people)}")
    if chosen.person is None:
        return told, Hint("Enter", "hvem?"), Hint("M", "ret minimum")
    has_absence = attendance is not None and absence_at(attendance, chosen) is not None
    keys = Hint(_KIND_KEYS, "læg fravær")
    if has_absence:
        return told, Hint("Enter", "ret"), Hint("Del", "fjern"), keys
    return told, Hint("Enter", "hvem?"), keys
