"""Sletning og indsigt: how long leavers are kept, the list to approve, and what is kept about one person."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.dates import day_text
from dagleder.base.text import and_list, plural
from dagleder.privacy.erasing import EraseReceipt
from dagleder.privacy.retention import Leaver
from dagleder.privacy.service import PrivacyService
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.choice_inputs import CheckInput, ChoiceInput
from ui.kit.fields import Option
from ui.kit.label import Label
from ui.kit.messages import Answer, Question
from ui.kit.work import Job, Lane
from ui.settings.papers import receipts_job
from ui.settings.row_list import ItemRow, RowList
from ui.settings.section import Section, Setting, SettingLine
from ui.settings.services import SettingsServices

_MONTHS = (0, 1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60)


class LeaverRow(ItemRow):
    """Somebody on the list; the tick is the leader's yes."""

    def __init__(self, leaver: Leaver) -> None:
        super().__init__()
        self.leaver = leaver
        self.tick = CheckInput(leaver.name)
        self._detail = Label("", "small", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(self.tick)
        row.addSpacing(8)
        row.addWidget(self._detail, 1)

    def show_item(self, item: Leaver) -> None:
        self.leaver = item
        last, due = day_text(item.last_day, year=True), day_text(item.due_on, year=True)
        self._detail.setText(f"Sidste dag {last} · kan slettes fra {due}")


class DeletionSection(Section):
    title = "Sletning og indsigt"
    deed = "Slet fratrådte"
    icon = "user-x"
    words = "fratrådt slet gdpr oplysninger medarbejder måneder kvittering"
    tables = frozenset({"house", "employee"})

    def __init__(self, context: Context, services: SettingsServices, privacy: PrivacyService) -> None:
        super().__init__(context.theme)
        self._context, self._settings, self._privacy = context, services.settings, privacy
        self.months = ChoiceInput(
            [Option(each, _months_text(each)) for each in _offered(self._settings.house().retention_months)]
        )
        self.months.left.connect(self._save_months)
        self.rows: RowList[LeaverRow] = RowList(self._row, spacing=0)
        self.erase_button = Button(context.theme, "Slet…", self._ask, Look(Kind.DANGER, compact=True))
        self._none = Label("", "table", "text2", wrap=True)
        self._build()

    def _build(self) -> None:
        keep = Setting("Fratrådte slettes efter", "Gælder alt om personen. Du får en liste at godkende først")
        self.add_line(SettingLine(self.theme, keep, [self.months]))
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.erase_button)
        row.addStretch(1)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (Label("Klar til at blive slettet", "strong"), self._none, self.rows, foot):
            column.addWidget(widget)
        self.add_block(part)
        about = Setting(
            "Oplysninger til medarbejderen", "Alt, hvad der står om én person, på papir. Vælg personen først"
        )
        self.facts_button = Button(
            self.theme, "Åbn Medarbejdere", lambda: self._context.open("staff"), Look(compact=True)
        )
        self.add_line(SettingLine(self.theme, about, [self.facts_button]))

    def load(self) -> None:
        self.months.show_raw(self._settings.house().retention_months)
        leavers = self._privacy.leavers_due()
        self.rows.show_items({leaver.employee_id: leaver for leaver in leavers})
        months = self._settings.house().retention_months
        self._none.setText(
            "Sæt flueben ved dem, der skal slettes. Det kan ikke fortrydes."
            if leavers
            else f"Ingen. Her kommer fratrådte, når der er gået {_months_text(months)}."
            if months
            else "Ingen. Her kommer fratrådte dagen efter deres sidste dag."
        )
        self.set_attention(len(leavers))
        self._count()

    def _row(self, leaver: Leaver) -> LeaverRow:
        row = LeaverRow(leaver)
        row.tick.left.connect(self._count)
        return row

    @property
    def approved(self) -> list[Leaver]:
        return [row.leaver for row in self.rows.rows.values() if row.tick.raw()]

    def _count(self) -> None:
        count = len(self.approved)
        self.erase_button.setVisible(bool(self.rows.rows))
        self.erase_button.setEnabled(count > 0)
        self.erase_button.setText(f"Slet {plural(count, 'person', 'personer')} helt…" if count else "Slet helt…")

    def _save_months(self) -> None:
        months = self.months.raw()
        if isinstance(months, int):
            house = replace(self._settings.house(), retention_months=months)
            self._context.run("", partial(self._settings.save_house, house))

    # erasing

    def _ask(self) -> None:
        approved = self.approved
        names = and_list([leaver.name for leaver in approved])
        texts = [self._privacy.preview(leaver.employee_id).text for leaver in approved[:1]]
        if len(approved) > 1:
            texts = ["Alt om dem forsvinder fra filen, historikken og kopierne. Det kan ikke fortrydes."]
        many = "Slet alt om dem" if len(approved) > 1 else "Slet alt om personen"
        answers = (Answer("erase", many, "danger"), Answer("", "Annullér", "primary"))
        note = "Kvitteringen findes kun på papir: udskriv den, eller gem den bagefter."
        if self._context.messages.ask(Question(f"Slet {names} helt?", texts[0], answers, note)) == "erase":
            self._erase([leaver.employee_id for leaver in approved])

    def _erase(self, employee_ids: list[int]) -> None:
        """In the background: the program's own copies are written anew, too."""
        privacy = self._privacy
        job = Job("Sletter", lambda _progress: privacy.erase_all(employee_ids), self._erased, lane=Lane.DATA)
        self._context.work.start(job)

    def _erased(self, receipts: list[EraseReceipt]) -> None:
        self.load()
        today: date = self._context.clock.today()
        self._context.show_paper(receipts_job(receipts, self._settings.house().name, today))
        self._context.messages.tell("Slettet. Kvitteringen findes kun her: udskriv den, eller gem den")


def _offered(chosen: int) -> list[int]:
    """The usual numbers of months, and whatever else was chosen."""
    return sorted({*_MONTHS, chosen})


def _months_text(months: int) -> str:
    return plural(months, "måned", "måneder") if months else "Straks"
