"""Every action has its place in menus and palette, and a key no other has."""

from collections import Counter
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from dagleder.search.places import Entry, Topic
from dagleder.search.ranking import Found
from dagleder.settings.places import TeamDraft
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from ui import showcase
from ui.answers import Findable, PaletteAnswers
from ui.kit.actions import Action, Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.overlay import Overlay
from ui.page_links import links_of


def answers(program, text):
    return program._house.deeds._palette._answers(text)


@pytest.fixture
def palette(program):
    program._house.deeds.palette()
    return program._house.deeds._palette


def test_every_action_stands_in_its_menu(program):
    shown = []
    for menu in Menu:
        filled = QMenu()
        program.book.fill(menu, filled)
        shown += [entry.text().split("\t")[0] for entry in filled.actions() if not entry.isSeparator()]
    assert Counter(shown) == Counter(action.shown_name() for action in program.book.actions)


def test_every_action_is_found_in_the_palette_by_its_name(program, palette):
    missing = [
        action.name
        for action in program.book.actions
        if action.name not in [line.text for line in palette._answers(action.name)]
    ]
    assert missing == []


def test_no_key_has_two_meanings(program):
    keys = Counter(action.key for action in program.book.actions if action.key)
    assert [key for key, uses in keys.items() if uses > 1] == []


def test_no_key_takes_what_every_field_needs(program):
    taken = {action.key for action in program.book.actions}
    assert taken.isdisjoint({"Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A"})


def test_menus_have_their_letters_and_the_search_button_opens_the_palette(program, qtbot):
    assert [menu.value for menu in Menu] == ["&Filer", "&Rediger", "&Vis", "&Gå til", "&Hjælp"]
    qtbot.mouseClick(program.stage.menu_line.search_button, Qt.MouseButton.LeftButton)
    assert any(overlay.isVisible() for overlay in program.window.findChildren(Overlay))


def test_an_offer_of_a_page_is_done_from_anywhere(program, palette):
    program.frame.open("plain")
    line = next(line for line in palette._answers("gruppe") if line.text == "Ny stue")
    line.run()
    assert program.frame.stack.page.title == "Stuer"
    assert program.frame.stack.page.names.text() == "Mariehønen"


def test_people_and_stuer_are_found(program, palette):
    services = program.frame.services
    site = services.settings.sites()[0].id
    services.settings.add_team(TeamDraft("Egernet", site))
    services.staff.add(NewEmployeeDraft(EmployeeDraft("Karen", "Ulvdal", role="P", initials="KU")))
    found = [line.text for line in palette._answers("karen")]
    assert "Karen Ulvdal" in found
    assert "Fravær for Karen Ulvdal" in [line.text for line in palette._answers("karen fer")]
    assert "Egernet" in [line.text for line in palette._answers("egern")]


def test_what_is_found_is_opened_on_the_page_it_belongs_to(program, palette):
    go = palette._answers._go
    go(Found("Egernet", "teams", 4, "Stue", "squirrel", 100))
    assert program.frame.stack.page.opened == [4]
    go(Found("Fravær for Karen Ulvdal", "teams", None, "", "clock", 100, about=12))
    assert program.frame.stack.page.about == [12]


def test_a_name_that_is_changed_is_found_at_once(program, palette):
    from dataclasses import replace  # noqa: PLC0415 -- beside its only use

    services = program.frame.services
    draft = EmployeeDraft("Karen", "Ulvdal", role="P", initials="KU")
    employee = services.staff.add(NewEmployeeDraft(draft))
    assert palette._answers("karen")
    services.staff.change(employee, replace(draft, first_name="Kirsten"))
    assert "Kirsten Ulvdal" in [line.text for line in palette._answers("kirsten")]


def test_the_question_mark_shows_all_keys_but_not_while_she_types(program, qtbot):
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    field = program.frame.stack.page.filter
    field.setFocus()
    qtbot.keyClicks(field, "hvad?")
    assert field.text() == "hvad?"
    program.stage.rail.main.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), "?")
    assert any(overlay.isVisible() for overlay in program.window.findChildren(Overlay))


def test_the_frame_can_be_seen_whole(program, grab):
    program.frame.stack.page.add_team()
    grab(program.window, "ramme")


def test_about_names_the_licences(program, grab):
    program.about()
    (about,) = [overlay for overlay in program.window.findChildren(Overlay) if overlay.isVisible()]
    text = about.findChildren(type(program.frame.stack.page.note))[0].toPlainText()
    assert "SIL OPEN FONT LICENSE" in text
    assert "ISC License" in text
    grab(program.window, "om")


def test_what_the_page_in_front_does_itself_is_said_once_in_the_palette():
    done: list[str] = []
    actions = [
        Action("Find afløser…", lambda: done.append("here"), Menu.EDIT),
        Action("Find afløser…", lambda: done.append("from anywhere"), Menu.GO, detail="Bemanding"),
    ]
    head, line = PaletteAnswers(lambda: actions, Findable(lambda: ()), lambda _found: None)("afløser")
    assert (head.text, line.text) == ("Gør noget", "Find afløser…")
    assert line.run is not None
    line.run()
    assert done == ["here"]


HANNE = Entry("Hanne Mølgaard", "staff", 1, words="HM pædagogmedhjælper", person=True)
OTHER = Entry("Hanne Pihlkjær", "staff", 2, words="HP pædagog", person=True)
ABSENCE = Topic("Meld fravær for {name}", "presence", "meld fravær", does=True)


class House:
    """Two with one first name."""

    tables: frozenset[str] = frozenset()

    def entries(self):
        return [HANNE, OTHER]

    def topics(self):
        return [ABSENCE]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Hanne M", "Hanne Mølgaard"),
        ("hanne pihl", "Hanne Pihlkjær"),
        ("hanne fravær", "Meld fravær for Hanne Mølgaard"),
        ("pædagog", "Ret antal pædagoger"),
        ("h", "Hent hus"),
    ],
)
def test_a_name_gives_the_person_first(typed, first):
    actions = [Action(name, lambda: None, Menu.EDIT) for name in ("Hent hus", "Ret antal pædagoger")]
    answers = PaletteAnswers(lambda: actions, Findable(lambda: [House()]), lambda _found: None)
    assert answers(typed)[1].text == first


def test_a_way_that_stands_on_the_page_in_front_is_found_by_its_words(program, theme, qtbot):
    page = program.frame.stack.page
    taken: list[str] = []
    for name, kind in (("Skriv mødetider", Kind.LINK), ("Vis", Kind.TEXT)):
        for place in ("first", "second"):
            page.content.addWidget(Button(theme, name, partial(taken.append, place), Look(kind)))
    qtbot.waitUntil(lambda: any(link.name == "Skriv mødetider" for link in links_of(page)))
    assert "Vis" not in [link.name for link in links_of(page)], "nobody can tell which of the two"
    program._house.deeds.palette()
    palette = program._house.deeds._palette
    qtbot.keyClicks(palette.field, "skriv mødetid")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert taken == ["first"]


def test_a_way_that_has_gone_meanwhile_does_nothing(theme, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(Button(theme, "Skriv mødetider", lambda: None, Look(Kind.LINK)))
    page.show()
    (link,) = links_of(page)
    shiboken6.delete(page.findChildren(Button)[0])
    link.run()


def test_the_photographer_takes_each_page_and_the_guide_in_light_and_dark(program, tmp_path):
    taken = showcase._Photographer(program, tmp_path).all_pictures()
    names = [f"skaerm-{name}-{look}.png" for name in ("teams", "guide") for look in ("light", "dark")]
    assert {file.name for file in taken} >= set(names)
    light, dark = (QImage(str(tmp_path / f"skaerm-teams-{look}.png")) for look in ("light", "dark"))
    assert light.size() == dark.size() == program.window.size()
    assert light.pixelColor(5, 400).lightness() > dark.pixelColor(5, 400).lightness()
