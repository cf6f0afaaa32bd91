"""'Find afløser': where and when, who can be lent with what it costs, who is free, and a vikar from outside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from dagleder.base.dates import monday_of
from dagleder.base.errors import UserProblem
from dagleder.base.text import and_list
from dagleder.presence.attendance import Attendance
from dagleder.presence.drafts import LoanDraft, SubstituteDraft
from dagleder.presence.service import FRIDAY
from dagleder.settings.places import Band, Team
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.segment import Part, Segment
from ui.kit.side_panel import SidePanel, emptied
from ui.presence.helper_line import HelperLine
from ui.presence.period import keep_in_order
from ui.presence.relief import Helper, Wish, free_people, lenders, on_call_away, untimed_lenders
from ui.theme.theme import Theme

_LOOKED_AT = timedelta(days=27)
_WHOLE_DAY = 0  # an option must have a key
_MOST = 5
_NOBODY = "Ingen i det tidsrum."
DAY, WEEK = "day", "week"


@dataclass(frozen=True)
class ReliefFacts:
    """What the panel reads."""

    teams: Sequence[Team]
    bands: Sequence[Band]
    attendance: Callable[[date, date], Attendance]
    today: Callable[[], date]


class ReliefPanel(SidePanel):
    """`lent` gives a LoanDraft, `put_in` a SubstituteDraft, each with the name she is called by."""

    lent = Signal(object, str)
    put_in = Signal(object, str)

    def __init__(self, theme: Theme, facts: ReliefFacts, wish: Wish, only: frozenset[int] = frozenset()) -> None:
        super().__init__(theme, "Find afløser")
        self._facts, self._only, self._all = facts, only, False
        self.when = Form(theme, _when_fields(facts), today=facts.today, save=self._when_changed)
        self.length = Segment("Hvor længe", (Part(DAY, "Én dag"), Part(WEEK, "Hele ugen")), compact=True)
        self.outside = Form(theme, _OUTSIDE, today=facts.today)
        self._helpers = QVBoxLayout()
        self._helpers.setSpacing(4)
        self.first_helper: Button | None = None
        self.column.addWidget(self.length, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.when)
        self.column.addLayout(self._helpers)
        self.column.addWidget(Label("En vikar udefra", "label"))
        self.column.addWidget(self.outside)
        self.column.addWidget(
            Button(theme, "Sæt vikar på", self._put_in_outsider, Look(icon="user-plus")), 0, Qt.AlignmentFlag.AlignLeft
        )
        self.column.addStretch(1)
        self.length.chosen.connect(self._length_chosen)
        self.outside.entered.connect(self._put_in_outsider)
        self.when.load(
            {"team": wish.team_id, "first": wish.first, "last": wish.last, "band": wish.band_id or _WHOLE_DAY}
        )
        self.outside.load({})
        self._show_helpers()

    def begin(self) -> None:
        """At the nearest help there is."""
        (self.first_helper or self.when.frame("team").control).setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> bool:
        self._show_helpers()
        return True

    def show_problem(self, problem: UserProblem) -> bool:
        return self.when.show_problem(problem) or self.outside.show_problem(problem)

    @property
    def wish(self) -> Wish | None:
        """What is asked for; None while the dates cannot be read."""
        values: Mapping[str, Any] = self.when.values()
        if values["first"] is None or values["last"] is None or values["last"] < values["first"]:
            return None
        return Wish(values["team"], values["first"], values["last"], values["band"] or None)

    # when

    def _when_changed(self, key: str, value: object) -> None:
        keep_in_order(self.when, key, value)
        self.when.frame(key).show_value(value)
        self._only = frozenset()
        self._show_helpers()

    def _length_chosen(self, length: str) -> None:
        first = self.when.values()["first"]
        if not isinstance(first, date):
            return
        monday = monday_of(first)
        days = (first, first) if length == DAY else (monday, monday + FRIDAY)
        self.when.load({**self.when.values(), "first": days[0], "last": days[1]})
        self._show_helpers()

    # who

    def _show_helpers(self) -> None:
        column = emptied(self._helpers)
        self.first_helper = None
        wish = self.wish
        if wish is None:
            return
        attendance = self._facts.attendance(wish.first, min(wish.last, wish.first + _LOOKED_AT))
        lent, everybody = lenders(attendance, wish, self._only), lenders(attendance, wish)
        free = free_people(attendance, wish)
        untimed = untimed_lenders(attendance, wish)
        most = None if self._all else _MOST
        nobody = "Ingen med mødetid i det tidsrum." if untimed else _NOBODY
        self._part("Lån fra en anden stue", lent[:most], "Lån", self._lend, nobody)
        if untimed and not self._only:
            self._part(f"{len(untimed)} uden mødetid, lånes for hele dagen", untimed[:most], "Lån", self._lend)
        self._part("Ledige fra personalet", free[:most], "Sæt på", self._put_in)
        few = lent[:most], free[:most], () if self._only else untimed[:most]
        if sum(map(len, few)) < len(everybody) + len(free) + len(untimed):
            others = Button(self.theme, "Vis alle, der kunne komme", self._show_all, Look(Kind.LINK))
            column.addWidget(others, 0, Qt.AlignmentFlag.AlignLeft)
        if away := on_call_away(attendance, wish):
            column.addWidget(Label(f"Kan ikke: {and_list(away)}.", "small", "text2", wrap=True))
        if wish.last > wish.first + _LOOKED_AT:
            column.addWidget(Label("Der er set på de første fire uger.", "small", "text2", wrap=True))

    def _show_all(self) -> None:
        self._only, self._all = frozenset(), True
        self._show_helpers()

    def _part(
        self,
        title: str,
        helpers: Sequence[Helper],
        verb: str,
        take: Callable[[Wish, Helper], None],
        nobody: str = _NOBODY,
    ) -> None:
        self._helpers.addWidget(Label(title, "label"))
        if not helpers:
            self._helpers.addWidget(Label(nobody, "table", "text2", wrap=True))
        for helper in helpers:
            self._helpers.addWidget(self._line(helper, verb, take))

    def _line(self, helper: Helper, verb: str, take: Callable[[Wish, Helper], None]) -> HelperLine:
        def run() -> None:
            if wish := self.wish:
                take(wish, helper)

        line = HelperLine(self.theme, helper, verb, run)
        self.first_helper = self.first_helper or line.button
        return line

    def _lend(self, wish: Wish, helper: Helper) -> None:
        band_id = None if helper.whole_day else wish.band_id
        draft = LoanDraft(helper.employee_id, wish.team_id, wish.first, wish.last, band_id)
        self.lent.emit(draft, helper.called)

    def _put_in(self, wish: Wish, helper: Helper) -> None:
        draft = SubstituteDraft(wish.team_id, wish.first, wish.last, helper.employee_id, band_id=wish.band_id)
        self.put_in.emit(draft, helper.called)

    def _put_in_outsider(self) -> None:
        values: dict[str, Any] | None = self.outside.read_all()
        if values is not None and (wish := self.wish):
            name, pedagogue = values["name"], values["pedagogue"]
            draft = SubstituteDraft(wish.team_id, wish.first, wish.last, None, name, wish.band_id, pedagogue=pedagogue)
            self.put_in.emit(draft, name or "Vikar")


def _when_fields(facts: ReliefFacts) -> tuple[Field, ...]:
    teams = tuple(Option(team.id, team.name) for team in facts.teams)
    bands = (Option(_WHOLE_DAY, "Hele dagen"), *(Option(band.id, band.name) for band in facts.bands))
    return (
        Field("first", "Fra", FieldKind.DATE, "Skriv den første dag.", span=6),
        Field("last", "Til og med", FieldKind.DATE, "Skriv den sidste dag.", span=6),
        Field("team", "Stue", FieldKind.CHOICE, "Vælg en stue.", span=6, options=teams),
        Field("band", "Tidsrum", FieldKind.CHOICE, "Vælg et tidsrum.", span=6, options=bands),
    )


_OUTSIDE = (
    Field("name", "Navn", span=10, hint="Kan stå tomt, til du ved, hvem der kommer."),
    Field("pedagogue", "Tæller som pædagog", FieldKind.CHECK),
)
