"""Trin 4: the staff, from a list she has or typed line by line."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from dagleder.base.text import plural
from dagleder.guide.steps import Step
from dagleder.staff.import_values import ImportPlan
from ui.guide.kept_facts import MEMORY
from ui.guide.step import GuideParts, GuideStep
from ui.guide.typed_list import DRAFTS, TypedList
from ui.guide.typed_person import TypedPerson, TypedStaff
from ui.guide.welcome_step import WAY, Way
from ui.kit.label import Label
from ui.kit.messages import Choice
from ui.kit.segment import Part, Segment
from ui.staff.import_page import done_text
from ui.staff.import_view import StaffImport

_TEXT = "Hent dem fra en liste, eller tast dem. Du kan gøre begge dele og hente flere lister efter hinanden."

_WIDE, _NARROW = (56, 32, 56, 24), (28, 22, 28, 16)


class StaffStep(GuideStep):
    step = Step.STAFF
    fills = True

    def __init__(self, parts: GuideParts) -> None:
        super().__init__("Medarbejdere", _TEXT)
        self._parts, context = parts, parts.context
        services = parts.services
        self.ways = Segment("Hvordan", [Part(Way.IMPORT, "Hent fra en liste"), Part(Way.TYPE, "Tast og ret")])
        self._count = Label("", "strong", "ok")
        self.reading = StaffImport(context, services.staff)
        self.typing = TypedList(context, TypedStaff(services.staff, services.settings))
        self._front = QStackedWidget()
        for part in (self.reading, self.typing):
            self._front.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.ways)
        row.addWidget(self._count)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self._front, 1)
        self.ways.chosen.connect(lambda _key: self._show_way())
        self.typing.grown.connect(self.load)
        self.reading.done.connect(self._was_read)
        self.reading.list_shown.connect(self._show_head)
        self.ways.choose(self._first_way())

    def _first_way(self) -> str:
        """The one she chose to begin with; where a half typed line waits, to that."""
        drafts, kept = self._parts.context.drafts.left(), self._parts.context.memory.get(MEMORY, WAY, "")
        typed = kept == Way.TYPE or any(place.startswith(f"{DRAFTS}/") for place in drafts)
        return Way.TYPE if typed else Way.IMPORT

    def load(self) -> None:
        rows = self._parts.services.staff.staff_list()
        people = {row.id: TypedPerson.of(row) for row in sorted(rows, key=lambda row: row.id)}
        teams = [team.name for team in self._parts.services.settings.open_teams()]
        self.typing.show_people(people, teams)
        self._count.setText(f"{plural(len(people), 'medarbejder', 'medarbejdere')} i huset" if people else "")
        self._show_way()

    def next_name(self) -> str:
        return "" if self.stands_alone else "Videre"

    def leave(self) -> bool:
        return not self.reading.busy and self.typing.keep()

    def begin(self) -> None:
        if self.ways.key == Way.TYPE:
            self.typing.begin()
        else:
            self.reading.start.choose.setFocus()

    @property
    def stands_alone(self) -> bool:
        """A list that is looked through has its own ways back and on."""
        return self.reading.showing_list and self.ways.key == Way.IMPORT

    def _show_way(self) -> None:
        self._front.setCurrentIndex(0 if self.ways.key == Way.IMPORT else 1)
        self._show_head()

    def _show_head(self) -> None:
        alone = self.stands_alone
        for widget in (self.head, self.lead, self.ways, self._count):
            widget.setVisible(not alone)
        self.column.setContentsMargins(*(_NARROW if alone else _WIDE))
        self.changed.emit()

    def _was_read(self, plan: ImportPlan) -> None:
        context = self._parts.context
        ways = (Choice("Fortryd", context.undo),) if context.undo and plan.changes_anything else ()
        context.messages.tell(done_text(plan), ways)
        self.ways.choose(Way.TYPE)
        self.load()
        self.typing.show_top()
