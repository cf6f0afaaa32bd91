"""Sikkerhedskopier: every copy with how it stands, one made now, going back to one, and a further place for them."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from dagleder.base.text import plural
from dagleder.privacy.security import SECOND_PLACE, SecurityService
from dagleder.storage.backup_shelf import InspectedBackup, KeptBackup
from dagleder.storage.backups import (
    BackupReceipt,
    SecondPlace,
    keep_backup,
    kept_backups,
    newest_elsewhere,
    remove_backup,
)
from dagleder.storage.restoring import RestorePreview, preview, restore
from dagleder.storage.rotation import DAYS, MONTHS, WEEKS
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.messages import Answer, Question
from ui.kit.work import Job, Lane, Progress
from ui.settings.backup_rows import BackupRow, CopyLine, CopyWays
from ui.settings.backup_words import moment_text, second_place_text, undone_since
from ui.settings.place_line import PlaceLine
from ui.settings.row_list import RowList
from ui.settings.section import Section, Setting, SettingLine
from ui.settings.services import SettingsServices

_FEW = 5
Looked = tuple[list[InspectedBackup], SecondPlace | None]


class BackupsSection(Section):
    title = "Sikkerhedskopier"
    deed = "Gendan en sikkerhedskopi"
    icon = "history"
    words = "backup gendan kontrol drev ekstra kopi mappe"
    tables = frozenset({"house"})

    def __init__(self, context: Context, services: SettingsServices, security: SecurityService) -> None:
        look = partial(Look, Kind.TEXT, compact=True)
        self.check_button = Button(context.theme, "Kontrollér alle nu", self._check, look("shield-check"))
        self.make_button = Button(context.theme, "Lav kopi nu", self._make, look("plus"))
        super().__init__(context.theme, [self.check_button, self.make_button])
        self._context, self._database, self._security = context, services.database, security
        self._settings = services.settings
        self._found: dict[Path, InspectedBackup] = {}
        self._looked_for: str | None = None  # the second place when the copies were last looked at
        self._all = False
        ways = CopyWays(self._look_into, self._ask_restore, self._ask_removal)
        self.rows: RowList[BackupRow] = RowList(partial(BackupRow, context.theme, ways), spacing=0)
        self._none = Label("Ingen kopier endnu. Den første laves, når du lukker.", "", "text2")
        self.more = Button(context.theme, "Vis alle", self._turn_more, Look(Kind.LINK))
        self._build()

    def _build(self) -> None:
        kept = f"{DAYS} dage, {WEEKS} uger og {MONTHS} måneder gemmes"
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(Label(kept, "small", "text2"))
        self.add_block(self.rows, self._none, foot)
        theme = self._context.theme
        self.place_button = Button(theme, "Vælg mappe…", self._choose_place, Look(compact=True))
        self.drop_button = Button(theme, "Fjern", self._drop_place, Look(Kind.QUIET, compact=True), "Ingen ekstra kopi")
        setting = Setting("Ekstra kopi et andet sted", SECOND_PLACE, "hard-drive")
        self._place = SettingLine(theme, setting, [self.drop_button, self.place_button])
        self.add_line(self._place)
        self.place_line = PlaceLine(theme)
        self.add_inside(self.place_line, indented=True)

    # what is shown

    def load(self) -> None:
        place = self._settings.house().backup_place
        self.place_button.setText("Skift mappe…" if place else "Vælg mappe…")
        self.drop_button.setVisible(bool(place))
        self.place_line.show_copies(place)
        if not place:
            self._place.show_detail(SECOND_PLACE, "hard-drive", "text2")
        self._show_copies()
        if place != self._looked_for:
            self._looked_for = place
            self._look()

    def _show_copies(self) -> None:
        shelf, _ = self._database.shelves()
        backups = shelf.backups()
        today = self._context.clock.today()
        lines = [CopyLine(each, _size(each), today, self._found.get(each.path)) for each in backups]
        shown = lines if self._all else [line for at, line in enumerate(lines) if at < _FEW or not line.opens]
        self.rows.show_items({line.backup.path: line for line in shown})
        self._none.setVisible(not lines)
        self.more.setVisible(len(lines) > _FEW)
        self.more.setText(f"Vis de {_FEW} nyeste" if self._all else f"Vis alle {len(lines)}")

    def _turn_more(self) -> None:
        self._all = not self._all
        self._show_copies()

    # looking at the copies

    def _look(self, told: bool = False) -> None:  # noqa: FBT001, FBT002 -- the one flag of a private call
        """Open and count every copy, and ask the second place: in the background."""
        database = self._database

        def look(_progress: Progress) -> Looked:
            return kept_backups(database), newest_elsewhere(database)

        job = Job(
            "Kontrollerer kopierne", look, partial(self._looked, told), self._failed, lane=Lane.DATA, quiet=not told
        )
        self._context.work.start(job)

    def _looked(self, told: bool, looked: Looked) -> None:  # noqa: FBT001 -- from the job
        if self._database.locked:  # meanwhile; it is looked at again when the page is next brought up to date
            self._looked_for = None
            return
        copies, place = looked
        self._found = {each.backup.path: each for each in copies}
        self._show_copies()
        bad = sum(each.rows is None for each in copies)
        missing = place is not None and not place.reached
        if place is not None:
            today = self._context.clock.today()
            self._place.show_detail(second_place_text(place, today), "hard-drive", "warn" if missing else "ok")
        self.set_attention(bad + missing)
        if told:
            good = plural(len(copies) - bad, "kopi er åbnet og talt", "kopier er åbnet og talt")
            self._context.messages.tell(f"{good}, {bad} kan ikke åbnes" if bad else good)

    def _check(self) -> None:
        self._look(told=True)

    def _failed(self, problem: UserProblem) -> None:
        self._context.messages.problem(problem)

    # making one

    def _make(self) -> None:
        database, now = self._database, self._context.clock.now()
        job = Job("Laver en sikkerhedskopi", lambda _progress: keep_backup(database, now), self._made, lane=Lane.DATA)
        self._context.work.start(job)

    def _made(self, receipt: BackupReceipt) -> None:
        self._context.messages.tell(receipt.problem or "Sikkerhedskopien er lavet, åbnet og talt op")
        self._look()

    # going back to one

    def _look_into(self, backup: KeptBackup) -> None:
        database = self._database

        def into(_progress: Progress) -> RestorePreview:
            return preview(database, backup.path)

        self._context.work.start(
            Job("Ser i kopien", into, partial(self._show_preview, backup), self._failed, lane=Lane.DATA)
        )

    def _show_preview(self, backup: KeptBackup, found: RestorePreview) -> None:
        if (row := self.rows.rows.get(backup.path)) is not None:
            row.panel.begin_with(found, list(undone_since(found, self._database.history())))

    def _ask_restore(self, backup: KeptBackup) -> None:
        row = self.rows.rows.get(backup.path)
        if row is None or (row.panel.asks and not self._sure(backup)):
            return
        row.panel.close_panel()
        database, clock = self._database, self._context.clock

        def go_back(_progress: Progress) -> BackupReceipt:
            return restore(database, backup.path, clock)

        self._context.work.start(
            Job("Gendanner", go_back, partial(self._restored, backup), self._failed, lane=Lane.DATA)
        )

    def _sure(self, backup: KeptBackup) -> bool:
        when = moment_text(backup.at, self._context.clock.today())
        question = Question(
            "Gendan den gamle kopi?",
            f"Mere end en tiendedel af det, der står i huset nu, er ikke med i kopien ({when}).",
            (Answer("restore", "Gendan kopien", "danger"), Answer("", "Annullér", "primary")),
            note="Huset, som det er nu, bliver først gemt som en kopi, du kan gå tilbage til.",
        )
        return self._context.messages.ask(question) == "restore"

    def _restored(self, backup: KeptBackup, _kept: BackupReceipt) -> None:
        when = moment_text(backup.at, self._context.clock.today())
        self._context.messages.tell(f"Gendannet: {when}. Huset fra før ligger øverst blandt kopierne")
        self._look()

    def _ask_removal(self, backup: KeptBackup) -> None:
        when = moment_text(backup.at, self._context.clock.today())
        question = Question(
            "Fjern kopien?",
            f"Kopien ({when}) kan ikke åbnes, men en ekspert kan måske få noget ud af den.",
            (Answer("remove", "Fjern kopien", "danger"), Answer("", "Behold den", "primary")),
        )
        if self._context.messages.ask(question) == "remove":
            self._context.run("Kopien er fjernet", partial(remove_backup, backup))
            self._look()

    # the second place

    def _choose_place(self) -> None:
        place = self._settings.house().backup_place
        folder = self._context.messages.folder("Vælg mappe til den ekstra kopi", Path(place) if place else None)
        if folder is not None:
            choose = partial(self._security.choose_second_place, str(folder))
            if self._context.run("", choose).ok:
                self._make()

    def _drop_place(self) -> None:
        drop = partial(self._security.choose_second_place, "")
        self._context.run("Der lægges ikke flere ekstra kopier. De gamle bliver liggende", drop)


def _size(backup: KeptBackup) -> int:
    try:
        return backup.path.stat().st_size
    except OSError:
        return 0
