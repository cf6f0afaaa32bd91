"""Copies in words: when, how large, how they stand, and what going back to one would change. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from dagleder.base.dates import WEEKDAYS_SHORT, clock_digits, day_short, day_text
from dagleder.base.text import capitalised, plural
from dagleder.storage.backup_shelf import Occasion
from dagleder.storage.backups import SecondPlace
from dagleder.storage.changes import HistoryStep
from dagleder.storage.restoring import RestorePreview

_MEGABYTE, _KILOBYTE = 1_000_000, 1000
_OCCASIONS = {
    Occasion.WORK: "",
    Occasion.UPDATE: "før opdatering",
    Occasion.RESTORE: "før gendannelse",
    Occasion.DELETION: "før sletning",
    Occasion.REPLACED: "før udskiftning",
}
_ROWS = {
    "employee": ("medarbejder", "medarbejdere"),
    "weekly_hours": ("aftale om timer", "aftaler om timer"),
    "work_pattern": ("arbejdstid", "arbejdstider"),
    "team_membership": ("tilknytning til en stue", "tilknytninger til stuer"),
    "absence": ("fravær", "fravær"),
    "loan": ("lån til en anden stue", "lån til en anden stue"),
    "substitute": ("vikar", "vikarer"),
    "meeting": ("møde", "møder"),
    "meeting_series": ("møderække", "møderækker"),
    "meeting_kind": ("mødetype", "mødetyper"),
    "meeting_participant": ("mødedeltager", "mødedeltagere"),
    "meeting_plan_version": ("version af mødeplanen", "versioner af mødeplanen"),
    "competence_area": ("kompetenceområde", "kompetenceområder"),
    "competence": ("kompetence", "kompetencer"),
    "role_target": ("mål for en stilling", "mål for stillinger"),
    "wanted_holders": ("behov for en kompetence", "behov for kompetencer"),
    "assessment": ("vurdering", "vurderinger"),
    "competence_wish": ("ønske om en kompetence", "ønsker om kompetencer"),
    "competence_goal": ("aftalt mål", "aftalte mål"),
    "task": ("opgave", "opgaver"),
    "task_kind": ("opgavetype", "opgavetyper"),
    "task_person": ("person på en opgave", "personer på opgaver"),
    "task_step": ("linje på en tjekliste", "linjer på tjeklister"),
    "follow_up": ("opfølgning", "opfølgninger"),
    "delegation": ("uddelegering", "uddelegeringer"),
    "earlier_task": ("erfaring fra før", "erfaringer fra før"),
    "site": ("matrikel", "matrikler"),
    "team": ("stue", "stuer"),
    "band": ("tidsrum", "tidsrum"),
    "staffing_need": ("tal for bemanding", "tal for bemanding"),
    "closing_day": ("lukkedag", "lukkedage"),
    "special_day_status": ("særlig dag", "særlige dage"),
}
# One row, or rows that belong to others: never counted out loud.
UNCOUNTED = frozenset({"house", "work_pattern_day", "meeting_team", "meeting_frame", "task_need", "task_kind_need"})


def countable() -> frozenset[str]:
    """The tables the words know, for the test that none is forgotten."""
    return frozenset(_ROWS) | UNCOUNTED


def moment_text(at: datetime, today: date) -> str:
    """'I dag 12. mar kl. 08.14', 'Ons 11. mar kl. 07.58'."""
    day = "I dag" if at.date() == today else capitalised(WEEKDAYS_SHORT[at.weekday()])
    year = "" if at.year == today.year else f" {at.year}"
    return f"{day} {day_short(at.date())}{year} kl. {clock_digits(at.hour * 60 + at.minute)}"


def size_text(size: int) -> str:
    """'4,2 MB'; small ones in kB."""
    if size < _MEGABYTE:
        return f"{max(1, round(size / _KILOBYTE))} kB"
    return f"{size / _MEGABYTE:.1f} MB".replace(".", ",")


def occasion_text(occasion: Occasion) -> str:
    return _OCCASIONS[occasion]


def second_place_text(place: SecondPlace, today: date) -> str:
    """'Kopier på P · sidst 6. marts', and whether the drive answers."""
    if not place.reached:
        return f"{place.folder} · drevet svarer ikke"
    if place.newest is None:
        return f"{place.folder} · ingen kopi endnu"
    day = place.newest.date()
    return f"{place.folder} · sidst {day_text(day, year=day.year != today.year)}"


def difference_lines(preview: RestorePreview) -> list[str]:
    """'23 medarbejdere i kopien, 24 nu' for each kind whose number differs."""
    return [
        f"{plural(table.then, *_ROWS[table.table])} i kopien, {table.now} nu"
        for table in preview.tables
        if table.now != table.then and table.table in _ROWS
    ]


def undone_since(preview: RestorePreview, history: Iterable[HistoryStep]) -> Sequence[HistoryStep]:
    """What was done after the copy was made and would be gone, newest first."""
    since = preview.saved_at
    return [step for step in history if not step.undone and (since is None or step.at > since)]


def restoring_text(preview: RestorePreview, steps: Sequence[HistoryStep]) -> str:
    """One paragraph before anything is changed."""
    made = "Kopien har ingen ændringer efter opsætningen."
    if preview.saved_at is not None:
        at = preview.saved_at
        when = f"{day_text(at.date(), year=True)} kl. {clock_digits(at.hour * 60 + at.minute)}"
        made = f"Sidste ændring i kopien er “{preview.last_step}” {when}."
    if not steps:
        return f"{made} Der er ikke ændret noget siden."
    gone = plural(len(steps), "ændring siden da går tabt", "ændringer siden da går tabt")
    return f"{made} {gone}, senest “{steps[0].name}”."
