"""What is said under the year's grid: what is good to know, and how many meetings ought to be looked at. No widgets."""

from collections.abc import Callable, Sequence

from dagleder.base.findings import Finding, Level
from dagleder.base.text import plural
from ui.kit.messages import Choice, Note

_CLOSING = "jeres lukkedage"
_GRAVE = (Level.MUST, Level.SHOULD)
TO_SOLVE = "skal løses"


def meeting_of(finding: Finding) -> int | None:
    return finding.ref[1] if finding.ref and finding.ref[0] == "meetings" else None


def to_look_at(findings: Sequence[Finding]) -> list[int]:
    """The meetings with something to mend or to look at, in order of time."""
    return list(dict.fromkeys(number for each in findings if each.level in _GRAVE and (number := meeting_of(each))))


def to_solve(findings: Sequence[Finding]) -> frozenset[int]:
    """The meetings with something that must be mended: the note counts them, and the grid marks them."""
    return frozenset(number for each in findings if each.level is Level.MUST and (number := meeting_of(each)))


def year_notes(findings: Sequence[Finding], show: Callable[[int], None], next_one: Callable[[], None]) -> list[Note]:
    """The notes of a year; `show` marks a meeting, `next_one` the next that ought to be looked at."""
    notes = [
        _closing_note(each, number, show)
        for each in findings
        if each.source == _CLOSING and (number := meeting_of(each)) is not None
    ]
    waiting = to_look_at(findings)
    if waiting:
        notes.append(_waiting_note(len(waiting), len(to_solve(findings)), next_one))
    return notes


def _closing_note(finding: Finding, number: int, show: Callable[[int], None]) -> Note:
    """'Pædagogisk dag 15. maj ligger på en lukkedag. Huset er lukket, så alle kan være med.'."""
    meeting = finding.subject.replace(", ", " ")
    rest = finding.text.partition(": ")[2] or finding.text
    text = f"{rest[:1].upper()}{rest[1:]}"
    choice = Choice("Vis mødet", lambda: show(number))
    return Note(
        f"closing-{number}", finding.level, text, f"{meeting} ligger på en lukkedag.", (choice,), closable=False
    )


def _waiting_note(count: int, grave: int, next_one: Callable[[], None]) -> Note:
    level = Level.MUST if grave else Level.SHOULD
    lead = f"{plural(count, 'kommende møde', 'kommende møder')} bør ses efter."
    text = f"Ved {plural(grave, 'møde', 'møder')} skal noget løses." if grave else ""
    return Note("waiting", level, text, lead, (Choice("Vis det næste", next_one),), closable=False)
