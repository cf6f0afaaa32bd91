"""'Nyt møde': a single one, with what is worth telling about its date before it is made."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding
from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.kinds import TEAM_MEETING, Kind
from dagleder.settings.places import Team
from ui.context import Context
from ui.kit import buttons
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.rolling import Rolling, stacked
from ui.meetings.finding_lines import Remark, RemarksCard
from ui.meetings.meeting_form import WHEN, TeamTicks

_USUAL_START = 13 * 60
Check = Callable[[MeetingDraft], list[Finding]]


class NewMeetingPanel(QFrame):
    """`made` gives the draft; `given_up` comes with Annullér and Esc."""

    made = Signal(object)  # MeetingDraft
    given_up = Signal()

    def __init__(self, context: Context, kinds: Sequence[Kind], teams: Sequence[Team], check: Check) -> None:
        super().__init__()
        self._kinds = {kind.id: kind for kind in kinds}
        self._check = check
        self.setAccessibleName("Nyt møde")
        fields = (
            Field(
                "kind_id",
                "Mødetype",
                FieldKind.CHOICE,
                "Vælg en mødetype.",
                options=tuple(Option(kind.id, kind.name) for kind in kinds),
                span=6,
            ),
            Field("title", "Hvad hedder mødet", hint="Tomt: mødetypens navn", span=6),
            *WHEN,
            Field("place", "Sted", span=7),
        )
        self.form = Form(context.theme, fields, today=context.clock.today, save=self._left, says_saved=False)
        self.teams = TeamTicks(lambda _ids: self._show_check())
        self.teams.show_teams(teams, frozenset())
        self.remarks = RemarksCard(context.theme)
        self.remarks.hide()
        self._build(context)

    def begin(self, day: date) -> None:
        """The first kind on `day`, at its usual length."""
        kind = next(iter(self._kinds.values()))
        end = _USUAL_START + kind.minutes
        values = {"kind_id": kind.id, "day": day, "start": _USUAL_START, "end": end, "place": kind.place}
        self.form.load(values)
        self.form.frame("kind_id").control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_check()

    def show_problem(self, problem: UserProblem) -> bool:
        return self.form.show_problem(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, context: Context) -> None:
        inner = QWidget()
        parts = QVBoxLayout(inner)
        parts.setContentsMargins(18, 14, 18, 14)
        parts.setSpacing(14)
        parts.addWidget(Label("Nyt møde", "h2"))
        for part in (self.form, self.teams, self.remarks):
            parts.addWidget(part)
        parts.addStretch(1)
        rolling = Rolling()
        rolling.setWidget(inner)
        stacked(self, rolling, self._foot(context))

    def _foot(self, context: Context) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "cardFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(buttons.Button(context.theme, "Annullér", self.given_up.emit))
        look = buttons.Look(buttons.Kind.PRIMARY, "check")
        row.addWidget(buttons.Button(context.theme, "Opret møde", self.finish, look))
        return foot

    def _left(self, key: str, value: object) -> None:
        """A kind brings its usual length and place; a later start takes the end along."""
        known = {**self.form.values(), key: value}
        if key == "kind_id" and isinstance(value, int):
            kind = self._kinds[value]
            known |= {"end": _end(known["start"], kind.minutes), "place": kind.place}
        elif key == "start":
            before = self.form.values()
            known["end"] = _end(value, _length(before))
        self.form.refresh({name: known[name] for name in ("end", "place")})
        self._show_check(known)

    def _draft(self, values: dict[str, object]) -> MeetingDraft | None:
        kind_id, day, start, end = (values.get(name) for name in ("kind_id", "day", "start", "end"))
        if not (isinstance(kind_id, int) and isinstance(day, date) and isinstance(start, int) and isinstance(end, int)):
            return None
        title, place = str(values.get("title") or ""), str(values.get("place") or "")
        return MeetingDraft(kind_id, day, Times(start, end), title, place, self.teams.chosen)

    def _show_check(self, values: dict[str, object] | None = None) -> None:
        draft = self._draft(values or self.form.values())
        if draft is None or not self._team_chosen(draft):
            self.remarks.hide()
            return
        try:
            found = self._check(draft)
        except UserProblem:  # said at its field when the meeting is made
            self.remarks.hide()
            return
        self.remarks.show_remarks([Remark(finding) for finding in found], (), "Intet er i vejen for datoen.")
        self.remarks.show()

    def _team_chosen(self, draft: MeetingDraft) -> bool:
        """A stuemøde without a stue is nobody's yet."""
        return self._kinds[draft.kind_id].key != TEAM_MEETING or bool(draft.team_ids)

    def finish(self) -> None:
        """Everything read once more; `made` comes when nothing is wrong."""
        values = self.form.read_all()
        draft = self._draft(values) if values is not None else None
        if draft is not None:
            self.made.emit(draft)


def _length(values: dict[str, object]) -> int:
    start, end = values["start"], values["end"]
    return end - start if isinstance(start, int) and isinstance(end, int) else 60


def _end(start: object, minutes: int) -> int | None:
    return start + minutes if isinstance(start, int) else None
