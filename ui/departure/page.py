"""The page 'Hvis … stopper': what would be without an owner, and who could take it. Nothing is changed here."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from dagleder.base.dates import day_digits
from dagleder.base.errors import UserProblem
from dagleder.base.json_value import Json
from dagleder.base.typed_dates import parse_typed_date
from dagleder.departure.orphans import Departure
from dagleder.departure.reports import day_line
from ui.context import Context
from ui.departure.papers import handover_job
from ui.departure.rows import COLUMNS, Row, head, rows
from ui.departure.services import DepartureServices
from ui.kit.actions import Action, Menu
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.date_input import DateInput
from ui.kit.empty_state import EmptyState
from ui.kit.fields import Option
from ui.kit.label import Label
from ui.kit.line_input import Trouble
from ui.kit.page import Page
from ui.kit.sentence import Sentence, SentenceLine
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_pane import TablePane
from ui.kit.table_surface import Density
from ui.kit.table_values import Grouping

_DAY_WIDTH = 176  # a whole date beside the mark of what is wrong with it
_CHOOSE = Option(None, "Vælg medarbejder")
_NOBODY, _NO_DAY = "Vælg først en medarbejder.", "Skriv først en dag, der kan bruges."
_ASK = ("Hvem stopper?", "Vælg en medarbejder foroven. Intet ændres ved at spørge.")
_WHEN = ("Hvornår stopper {}?", "Skriv sidste dag foroven. Intet ændres ved at spørge.")
_NOTHING = ("Intet ville stå uden ejer", "Hverken kompetencer, opgaver, møder eller bemanding hænger på {}.")


class DeparturePage(Page):
    """`open_record` and `open_about` take the employee."""

    feature = "departure"
    title = "Hvis en medarbejder stopper"

    def __init__(self, context: Context, services: DepartureServices) -> None:
        super().__init__(context)
        self._services = services
        self.tables = services.departure.tables
        self._day: date | None = None  # as she typed it; None: the last day, else today
        self._found: Departure | None = None
        theme = context.theme
        self.who = ChoiceInput(())
        self.who.setAccessibleName("Hvem")
        self.day = DateInput(theme, context.clock.today)
        self.day.setAccessibleName("Sidste dag")
        model = TableModel(COLUMNS, lambda row: row.key, Grouping(lambda row: row.section, head))
        self.table = Table(theme, model, Density.NORMAL)
        self.table.setAccessibleName("Hvad der ville stå uden ejer")
        self._empty = EmptyState(theme, *_ASK, "user-minus")
        self.pane = TablePane(theme, self.table, self._empty)
        self.summary = Label("", "", "text2", wrap=True)
        self.wrong = SentenceLine(theme)
        self._print = Action(
            "Udskriv overdragelsesplan", self._print_plan, Menu.FILE, "printer", "Ctrl+P", why_not=self._why_not
        )
        self._build()

    def _build(self) -> None:
        for caption, field in (("Hvem", self.who), ("Sidste dag", self.day)):
            label = Label(caption, "label")
            label.setBuddy(field)
            self.header.add(label)
            self.header.add(field)
        self.header.set_primary(self._print)
        self.content.addWidget(self.summary)
        self.content.addWidget(self.wrong)
        self.wrong.hide()
        self.content.addWidget(self.pane, 1)
        self.who.left.connect(self._person_chosen)
        self.day.left.connect(self._day_typed)
        self.wrong.link_clicked.connect(self._take_meant)
        self.table.opened.connect(self._open)
        self.context.theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.day.setFixedWidth(self.context.theme.px(_DAY_WIDTH))

    # what the frame asks for

    def load(self) -> None:
        chosen = self.who.raw()
        staff = self._services.staff.staff_list()
        self.who.set_options([_CHOOSE, *(Option(row.id, row.name) for row in staff)])
        self.who.show_raw(chosen)
        self._ask()

    def open_record(self, record_id: int) -> None:
        self.open_about(record_id)

    def open_about(self, employee_id: int) -> None:
        self._day = None
        self.who.show_raw(employee_id)
        self._ask()

    def page_actions(self) -> Sequence[Action]:
        return (self._print,)

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.who) if self._found and self._found.count else (self.who,)

    def place(self) -> dict[str, Json]:
        return {"who": cast("int | None", self.who.raw()), "day": self._day.isoformat() if self._day else None}

    def go_to(self, place: dict[str, Json]) -> None:
        """A day that has gone by since is no longer asked about."""
        who, day = place.get("who"), place.get("day")
        if isinstance(day, str):
            with suppress(ValueError):
                kept = date.fromisoformat(day)
                self._day = kept if kept >= self.context.clock.today() else None
        self.who.show_raw(who)
        self._ask()

    # asking

    def _person_chosen(self) -> None:
        """Another person has another last day."""
        self._day = None
        self._ask()

    def _day_typed(self) -> None:
        typed = self.day.text().strip()
        if self._found is not None and typed == day_digits(self._found.day):
            return  # left as it stood
        try:
            self._day = parse_typed_date(typed, today=self.context.clock.today()) if typed else None
        except UserProblem as problem:
            self._say_no(problem)
        else:
            self._ask()

    def _ask(self) -> None:
        """What she would leave; a day that cannot be asked about keeps its text with the reason."""
        who = self.who.raw()
        if not isinstance(who, int):
            self._show(None)
            return
        try:
            found = self._services.departure.would_leave(who, self._day)
        except UserProblem as problem:
            self._say_no(problem)
        else:
            self._show(found)

    def _say_no(self, problem: UserProblem) -> None:
        self._show(None, keep_day=True)
        self.day.set_trouble(Trouble.PROBLEM)
        self.day.setAccessibleDescription(problem.sentence)
        self.wrong.show_sentence(Sentence(problem.sentence, "danger", link=problem.suggestion))
        self.wrong.show()

    def _take_meant(self) -> None:
        """The day that may have been meant."""
        self.day.show_raw(self.wrong.sentence.link)
        self.day.setFocus()
        self._day_typed()

    def _show(self, found: Departure | None, *, keep_day: bool = False) -> None:
        self._found = found
        self.day.set_trouble(Trouble.NONE)
        self.day.setAccessibleDescription("")
        self.wrong.hide()
        if not keep_day:
            self.day.show_raw(day_digits(found.day) if found else "")
        self.day.setEnabled(self._asked)
        title, text = _NOTHING if found else _WHEN if self._asked else _ASK
        who = found.called if found else self.who.currentText()
        self._empty.show_text(title.format(who), text.format(who))
        self.summary.setText(f"{day_line(found)}. Intet ændres ved at spørge." if found else "")
        self.summary.setVisible(found is not None)
        self.pane.set_rows(list(rows(found)) if found else [])
        self.header.bring_up_to_date()
        self.actions_changed.emit()

    @property
    def _asked(self) -> bool:
        """Somebody is chosen."""
        return isinstance(self.who.raw(), int)

    # going on

    def _open(self, row: Row) -> None:
        if row.line.opens:
            self.context.open(*row.line.opens)

    def _why_not(self) -> str:
        return "" if self._found else _NO_DAY if self._asked else _NOBODY

    def _print_plan(self) -> None:
        if self._found is not None:
            found = self._found
            self.context.show_paper(handover_job(self._services.departure, found.employee_id, found.name, found.day))
