"""What one meeting is, as fields: each is saved when it is left."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.versions import MOVED_BY_HAND
from dagleder.settings.places import Team
from ui.context import Context
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.form_drafts import FormDrafts
from ui.meetings.ticks import Ticks

_NOTE_HINT = "Står i kalenderfilen og i Excel, ikke på den trykte plan."
WHEN = (
    Field("day", "Dato", FieldKind.DATE, "Skriv en dato.", span=5),
    Field("start", "Start", FieldKind.CLOCK, "Skriv, hvornår mødet begynder.", span=3),
    Field("end", "Slut", FieldKind.CLOCK, "Skriv, hvornår mødet slutter.", span=3),
)
FIELDS = (
    *WHEN,
    Field("title", "Hvad hedder mødet", span=6),
    Field("place", "Sted", span=6),
    Field("because", "Flyttet på grund af", hint="Fx vinterferien. Står på planen og i kalenderfilen."),
    Field("note", "Note", FieldKind.MULTILINE, lines=2, hint=_NOTE_HINT),
)
ChangeMeeting = Callable[[int, MeetingDraft], None]
ExplainMove = Callable[[int, str], None]


def draft_of(meeting: Meeting) -> MeetingDraft:
    """The meeting as it would be entered again."""
    return MeetingDraft(
        kind_id=meeting.kind.id,
        day=meeting.day,
        times=Times(meeting.start, meeting.end),
        title=meeting.title,
        place=meeting.place,
        team_ids=tuple(team_id for team_id, _ in meeting.teams),
        guests=meeting.guests,
        note=meeting.note,
    )


def changed_draft(meeting: Meeting, key: str, value: Any) -> MeetingDraft:
    """The meeting with one field another. A later start takes the end along: the meeting keeps its length."""
    draft = draft_of(meeting)
    if key == "start":
        return replace(draft, times=Times(value, value + meeting.minutes))
    if key == "end":
        return replace(draft, times=Times(meeting.start, value))
    return replace(draft, **{key: value})


def values_of(meeting: Meeting) -> dict[str, object]:
    return {
        "day": meeting.day,
        "start": meeting.start,
        "end": meeting.end,
        "title": meeting.title,
        "place": meeting.place,
        "note": meeting.note,
        "because": "" if meeting.because == MOVED_BY_HAND else meeting.because,
    }


class TeamTicks(Ticks):
    """Which stuer a meeting is for."""

    def __init__(self, changed: Callable[[tuple[int, ...]], None]) -> None:
        super().__init__("Stuer", 4, changed, "Ingen valgt: hele huset")

    def show_teams(self, teams: Sequence[Team], chosen: Iterable[int]) -> None:
        self.show_options([Option(team.id, team.name) for team in teams])
        self.choose(chosen)


class MeetingForm(QWidget):
    """The meeting that is shown, and its saving."""

    def __init__(self, context: Context, change: ChangeMeeting, explain: ExplainMove) -> None:
        super().__init__()
        self._context, self._change, self._explain = context, change, explain
        self._meeting: Meeting | None = None
        self.form = Form(context.theme, FIELDS, today=context.clock.today, save=self._save)
        self._drafts = FormDrafts(context.drafts, self.form, self._draft_place)
        self.teams = TeamTicks(self._save_teams)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self.teams)

    def show_meeting(self, meeting: Meeting, teams: Sequence[Team]) -> None:
        same = self._meeting is not None and self._meeting.id == meeting.id
        self._meeting = meeting
        if same:
            self.form.refresh(values_of(meeting))
        else:
            self._drafts.release()
            self.form.load(values_of(meeting))
            self._drafts.watch()
        self.form.frame("because").setVisible(meeting.original_day is not None)
        self.teams.show_teams(teams, meeting.team_ids)

    def leave(self) -> None:
        """Save what is typed before another meeting is shown."""
        if self._meeting is not None:
            self.form.commit()

    def go_to(self, key: str) -> None:
        self.form.frame(key).control.setFocus()

    def _draft_place(self, key: str) -> str:
        return f"meetings/{self._meeting.id if self._meeting else 0}/{key}"

    def _save(self, key: str, value: object) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        if key == "because":
            self._explain(meeting.id, str(value))
        else:
            self._change(meeting.id, changed_draft(meeting, key, value))

    def _save_teams(self, team_ids: tuple[int, ...]) -> None:
        meeting = self._meeting
        if meeting is not None:
            draft = replace(draft_of(meeting), team_ids=team_ids)
            outcome = self._context.run("", lambda: self._change(meeting.id, draft))
            if not outcome.ok:
                self.teams.choose(meeting.team_ids)
