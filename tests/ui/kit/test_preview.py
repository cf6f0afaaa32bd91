from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrinter

from dagleder.base.errors import UserProblem
from dagleder.exchange.drawing import Drawing, Rect, Text
from dagleder.exchange.pdf import paint_pdf
from ui.context import Context
from ui.kit.desktop import Desktop
from ui.kit.drafts import Drafts
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.memory import Memory
from ui.kit.note_bar import NoteBar
from ui.kit.paper_job import PaperFormat, PaperJob
from ui.kit.pdf_pages import paint_pages, read_pages
from ui.kit.preview_page import PreviewPage
from ui.kit.work import Work

A4 = (595, 842)


def pdf_of(count, *, lying=False, colour="#2B7A8B"):
    width, height = A4[::-1] if lying else A4
    shapes = (Rect(0, 0, width, height, fill=colour), Text(60, 80, "Mødeplan for året", 30, "#17222A"))
    return paint_pdf((Drawing(width, height, shapes),) * count, title="Mødeplan")


def build(options):
    if options["pages"] == 13:
        raise UserProblem("Der er ingen møder i de måneder.", field="pages")
    return pdf_of(options["pages"], lying=options["lying"])


JOB = PaperJob(
    "Udskriv mødeplan",
    "Mødeplan: 2026/27",
    build,
    (
        Field("pages", "Periode", FieldKind.CHOICE, options=tuple(Option(n, f"{n} måneder") for n in (1, 2, 13))),
        Field("lying", "Liggende", FieldKind.CHECK),
    ),
    {"pages": 2},
    (PaperFormat("Excel", ".xlsx", lambda options: b"PK" + bytes([options["pages"]])),),
    lambda count: "Passer på én side." if count == 1 else "",
)


@dataclass
class Recorder:
    """Keeps what was told, and answers file questions with `path`."""

    path: Path | None = None
    told: list[Any] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)
    problems: list[Any] = field(default_factory=list)
    wishes: list[Any] = field(default_factory=list)

    def tell(self, text, choices=()):
        self.told.append((text, choices))

    def problem(self, problem):
        self.problems.append(problem.sentence)

    def note(self, note):
        self.notes.append(note)

    def clear_note(self, _key):
        self.notes.clear()

    def file_to_save(self, wish):
        self.wishes.append(wish)
        return self.path


class PaperDesktop(Desktop):
    """A printer that prints into a file, once `target` says where."""

    def __init__(self) -> None:
        self.target: Path | None = None
        self.folders: list[Path] = []

    def printer(self, _title, _pages, _window):
        if self.target is None:
            raise UserProblem("Der er ingen printer på denne computer.")
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        printer.setResolution(72)
        return printer

    def show_folder(self, folder):
        self.folders.append(folder)

    def documents(self):
        return Path("dokumenter")


class Signals(QObject):
    changed = Signal(object)


@pytest.fixture
def messages():
    return Recorder()


@pytest.fixture
def desktop():
    return PaperDesktop()


@pytest.fixture
def preview(qtbot, theme, clock, tmp_path, messages, desktop):
    signals, work = Signals(), Work(messages.problem)
    parts: tuple[Any, ...] = (clock, theme, messages, work, Memory(tmp_path / "m.json"), Drafts(), signals.changed)
    page = PreviewPage(Context(*parts, *[None] * 5), desktop)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.show_paper(JOB)
    qtbot.waitUntil(lambda: page.ready)
    yield page
    work.stop_all()
    page.close()


def action(page, name):
    return next(act for act in page.page_actions() if act.name == name)


def pixel(page):
    view = page.view
    middle = view.viewport().rect().center()
    return view.viewport().grab().toImage().pixelColor(middle).name()


def test_the_very_pages_of_the_pdf_are_shown(preview):
    assert pixel(preview) == "#2b7a8b"
    assert preview._place.text() == "Side 1 af 2"
    assert preview.view.accessibleName() == "Forhåndsvisning, side 1 af 2"
    assert preview.view.accessibleDescription() == "Mødeplan for året"


def test_a_changed_option_makes_the_paper_anew(qtbot, preview):
    box = preview.panel.form.frame("pages").control
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert not preview.ready
    assert action(preview, "Udskriv").why_not() == "Siderne er ved at blive lavet."
    qtbot.waitUntil(lambda: preview.ready)
    assert preview._place.text() == "Side 1 af 1"
    assert [bar.note.text for bar in preview.panel.findChildren(NoteBar)] == ["Passer på én side."]


def test_no_old_page_is_shown_in_the_shape_of_a_new_one(preview):
    assert pixel(preview) == "#2b7a8b"
    lying = pdf_of(2, lying=True)
    preview.view.show_pages(read_pages(lying))
    assert pixel(preview) == "#ffffff"
    preview.view.show_pages(read_pages(pdf_of(2)))
    assert pixel(preview) == "#ffffff"


def test_only_the_last_choice_counts(qtbot, preview):
    check = preview.panel.form.frame("lying").control
    for _ in range(3):
        check.click()
    qtbot.waitUntil(lambda: preview.ready)
    assert read_pages(preview._pdf)[0].width == A4[1]


def test_options_nothing_can_be_made_of_are_told_at_their_field(qtbot, preview):
    qtbot.keyClick(preview.panel.form.frame("pages").control, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: preview._making is None)
    assert preview.panel.form.frame("pages").sentence == "Der er ingen møder i de måneder."
    assert action(preview, "Gem som PDF").why_not() == "Der er ingen sider endnu."


def test_zoom_by_button_key_and_back_to_the_whole_page(qtbot, preview):
    whole = preview.view.zoom
    qtbot.keyClick(preview.view, Qt.Key.Key_Plus)
    assert preview.view.zoom == pytest.approx(whole * 1.2)
    qtbot.waitUntil(lambda: preview.ready)
    assert preview._size.text() == f"{round(whole * 120)} %"
    qtbot.keyClick(preview.view, Qt.Key.Key_Minus)
    qtbot.keyClick(preview.view, Qt.Key.Key_Minus)
    assert preview.view.zoom < whole
    qtbot.keyClick(preview.view, Qt.Key.Key_0)
    assert preview.view.zoom == whole


def test_pages_are_turned_by_key_and_painted_as_they_come_into_view(qtbot, preview):
    qtbot.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert preview._place.text() == "Side 2 af 2"
    qtbot.waitUntil(lambda: preview.ready)
    assert pixel(preview) == "#2b7a8b"
    qtbot.keyClick(preview.view, Qt.Key.Key_Home)
    assert preview._place.text() == "Side 1 af 2"


def test_the_pdf_is_saved_as_it_was_shown_over_an_older_one(qtbot, preview, tmp_path, messages, desktop):
    messages.path = tmp_path / "Mødeplan.pdf"
    messages.path.write_bytes(b"old")
    action(preview, "Gem som PDF").run()
    qtbot.waitUntil(lambda: bool(messages.told))
    assert messages.path.read_bytes() == preview._pdf
    text, choices = messages.told[0]
    assert (text, choices[0].text) == ("Mødeplan.pdf er gemt", "Åbn mappe")
    choices[0].run()
    assert desktop.folders == [tmp_path]
    assert messages.wishes[0].start == Path("dokumenter/Mødeplan- 2026-27.pdf")


def test_another_format_is_saved_with_the_options_and_its_ending(qtbot, preview, tmp_path, messages):
    messages.path = tmp_path / "Mødeplan 2026"
    action(preview, "Gem som Excel").run()
    qtbot.waitUntil(lambda: bool(messages.told))
    assert (tmp_path / "Mødeplan 2026.xlsx").read_bytes() == b"PK\x02"


def test_leaving_the_file_dialog_saves_nothing(preview, tmp_path, messages):
    action(preview, "Gem som PDF").run()
    assert messages.told == []
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_open_elsewhere_can_be_saved_beside(qtbot, preview, tmp_path, monkeypatch, messages):
    messages.path = tmp_path / "Mødeplan.pdf"
    messages.path.write_bytes(b"open")
    replace = Path.replace

    def locked(self, target):
        if Path(target).name == "Mødeplan.pdf":
            raise PermissionError
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    action(preview, "Gem som PDF").run()
    qtbot.waitUntil(lambda: bool(messages.notes))
    note = messages.notes[0]
    assert note.text == "Mødeplan.pdf er åben i et andet program. Luk den, eller gem som “Mødeplan (2).pdf”."
    note.choices[0].run()
    qtbot.waitUntil(lambda: bool(messages.told))
    assert (tmp_path / "Mødeplan (2).pdf").read_bytes() == preview._pdf
    assert messages.notes == []


@pytest.mark.parametrize("lying", [False, True])
def test_every_page_goes_to_the_printer_lying_as_it_does(qtbot, preview, tmp_path, lying, messages, desktop):
    if lying:
        preview.panel.form.frame("lying").control.click()
        qtbot.waitUntil(lambda: preview.ready)
    desktop.target = tmp_path / "ud.pdf"
    action(preview, "Udskriv").run()
    qtbot.waitUntil(lambda: bool(messages.told))
    printed = pypdfium2.PdfDocument(desktop.target)
    assert len(printed) == 2
    assert printed[0].get_size() == pytest.approx(A4[::-1] if lying else A4, abs=2)
    picture = paint_pages(desktop.target.read_bytes(), (1,), 0.2)[0]
    middle = (picture.height // 2) * picture.stride + (picture.width // 2) * 4
    assert picture.pixels[middle : middle + 3] == bytes.fromhex("8b7a2b")
    assert messages.told[0][0] == "Mødeplan: 2026/27 er sendt til printeren"


def test_without_a_printer_it_says_what_to_do(preview, messages):
    action(preview, "Udskriv").run()
    assert messages.problems == ["Der er ingen printer på denne computer."]


def test_the_page_offers_its_actions_with_their_keys(preview):
    names = [(act.name, act.key) for act in preview.page_actions()]
    assert names == [("Annullér", ""), ("Gem som Excel", ""), ("Gem som PDF", ""), ("Udskriv", "Ctrl+P")]
    preview.show_paper(PaperJob("Udskriv brev", "Brev", lambda _options: pdf_of(1)))
    assert [act.name for act in preview.page_actions()] == ["Annullér", "Gem som PDF", "Udskriv"]
    assert not preview.panel.isVisible()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_is_told(qtbot, preview, tmp_path, messages, desktop):
    desktop.target = tmp_path / "nowhere" / "ud.pdf"
    action(preview, "Udskriv").run()
    qtbot.waitUntil(lambda: bool(messages.problems))
    assert messages.problems == ["Printeren svarer ikke. Se om den er tændt, eller gem som PDF."]
    assert messages.told == []
