"""What the frame itself tells: where a house lies, who else has it, what was left unfinished, a fault of ours."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication

from dagleder.base.findings import Finding, Level
from dagleder.guide.steps import GuideState, Step
from ui.context import Parts
from ui.house import Guide
from ui.kit.messages import Choice, Note

_DRAFTS, _ELSEWHERE, _PLACE = "drafts", "elsewhere", "place"
GUIDE_NOTE = "guide"

Show = Callable[[str], None]  # opens the field a draft belongs to, by its place


def tell_places(parts: Parts, findings: Iterable[Finding]) -> None:
    """'Mappen bliver synkroniseret af OneDrive …'."""
    for finding in findings:
        parts.messages.note(Note(_PLACE, finding.level, finding.text))


def offer_guide(parts: Parts, guide: Guide, show: Callable[[int | None], None]) -> None:
    """A note in the window as long as the guide is not through."""
    there = guide.progress()
    if not there.finished:
        go_on = Choice(f"Fortsæt opsætning (trin {there.reached.value} af {len(Step)})", partial(show, None))
        text, lead = "Du kan tage resten, når du har tid.", "Huset er ikke sat helt op."
        parts.messages.note(Note(GUIDE_NOTE, Level.INFO, text, lead, (go_on,)))


def tell_passed(parts: Parts, state: GuideState, show: Callable[[int | None], None]) -> None:
    """Once, when she comes from the last step: what she went past on the way."""
    if state.finished and state.missing:
        first = next(view.step for view in state.steps if view.missing)
        go = Choice("Gå dertil", partial(show, first.value))
        lead = "Huset er sat op. Det her mangler endnu."
        parts.messages.note(Note(GUIDE_NOTE, Level.INFO, " ".join(state.missing), lead, (go,)))


def tell_elsewhere(parts: Parts, again: Callable[[], None]) -> None:
    text = "Du kan læse alt, men ikke rette, før det er lukket der."
    lead = "Huset er åbent et andet sted."
    parts.messages.note(Note(_ELSEWHERE, Level.SHOULD, text, lead, (Choice("Prøv igen", again),), closable=False))


def tell_unexpected(parts: Parts, account: str) -> None:
    """A fault of ours; `account` is where in the code it happened, without any data."""
    copy = Choice("Kopiér oplysninger om fejlen", lambda: QGuiApplication.clipboard().setText(account))
    text = "Det, du havde gemt, er gemt. Oplysningerne om fejlen siger intet om jeres personale."
    parts.messages.note(Note("bug", Level.MUST, text, "Der skete en fejl i Dagleder.", (copy,)))


def offer_drafts(parts: Parts, show: Show) -> None:
    """Text that was in the making when the program was cut off."""
    _offer(parts, show, sorted(parts.drafts.left()))


def draft_place(place: str) -> tuple[str, int | None]:
    """'staff/12/notes' → the feature and the record the text belongs to."""
    feature, _, rest = place.partition("/")
    record = rest.partition("/")[0]
    return feature, int(record) if record.isdecimal() else None


def _offer(parts: Parts, show: Show, left: Sequence[str]) -> None:
    if not left:
        return
    if len(left) == 1:
        lead, text = "Du nåede ikke at gøre en tekst færdig.", "Åbn stedet, så står den der igen."
    else:
        lead, text = f"Du nåede ikke at gøre {len(left)} tekster færdige.", "Åbn stedet, så står de der igen."
    choices = (Choice("Vis", partial(_show, parts, show, left)), Choice("Kassér", partial(_drop, parts, left)))
    parts.messages.note(Note(_DRAFTS, Level.INFO, text, lead, choices))


def _show(parts: Parts, show: Show, left: Sequence[str]) -> None:
    """The first of them; texts of other records are offered on."""
    parts.messages.clear_note(_DRAFTS)
    show(left[0])
    _offer(parts, show, [place for place in left if draft_place(place) != draft_place(left[0])])


def _drop(parts: Parts, places: Sequence[str]) -> None:
    parts.messages.clear_note(_DRAFTS)
    parts.drafts.saved(*places)
