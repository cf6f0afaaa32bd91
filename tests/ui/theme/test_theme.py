"""The look as a whole: what is chosen takes effect, and nothing of Qt's own grey is left."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QIODevice, QResource
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from dagleder.base.errors import Bug
from dagleder.base.paths import resource
from ui.theme.colours import qt_palette, system_roles
from ui.theme.packed import packed_resource
from ui.theme.theme import TEXT_SIZES, Choice, Theme
from ui.theme.tokens import Mode, read_tokens

# Qt has no use of its own for these.
UNUSED = {QPalette.ColorRole.NColorRoles, QPalette.ColorRole.NoRole}
ROOT = Path(__file__).resolve().parents[3]


def test_a_choice_changes_colours_at_once_and_is_told(theme: Theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.choose(Choice.DARK)
    assert theme.mode is Mode.DARK
    assert QApplication.palette().color(QPalette.ColorRole.Window) == theme.colour("bg")


def test_the_same_choice_again_is_not_told(theme: Theme, qtbot):
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Choice.LIGHT, 100)


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_fonts_grow_with_the_text_size(theme: Theme, size):
    theme.choose(text_size=size)
    assert theme.font("body").pointSizeF() == pytest.approx(14 * 0.75 * size / 100)
    assert theme.px(32) == round(32 * size / 100)


def test_figures_have_equal_width_in_every_font(theme: Theme, qtbot):
    label = QLabel("111")
    label.setProperty("type", "h1")
    qtbot.addWidget(label)
    label.show()
    for font in (theme.font("table"), label.font()):
        assert font.featureValue(QFont.Tag("tnum")) == 1
    assert label.font().family() == theme.font("h1").family()


def test_every_group_of_the_palette_is_ours():
    roles = read_tokens(resource("tokens.json")).palettes[Mode.LIGHT].roles
    ours = {colour.lower() for colour in roles.values()}
    palette = qt_palette(roles)
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
    roles_of_qt = [role for role in QPalette.ColorRole if role not in UNUSED]
    foreign = [(g, r) for g in groups for r in roles_of_qt if palette.color(g, r).name() not in ours]
    assert foreign == []


def test_with_high_contrast_only_the_systems_colours_are_used(theme: Theme):
    system = QPalette(QColor("black"), QColor("black"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    tokens = {role: theme.name(role) for role in ("bg", "surface", "text", "danger", "dangerSoft", "focus")}
    allowed = {system.color(role).name() for role in QPalette.ColorRole if role is not QPalette.ColorRole.NColorRoles}
    assert set(system_roles(system, tokens).values()) <= allowed


def test_an_icon_is_tinted_by_its_role_and_kept(theme: Theme):
    icon = theme.icon("users", "primaryText")
    image = icon.pixmap(18, 18).toImage()
    strongest = max((image.pixelColor(x, y) for x in range(18) for y in range(18)), key=lambda colour: colour.alpha())
    assert strongest.name().upper() == theme.name("primaryText")
    assert theme.icon("users", "primaryText") is icon


def test_an_icon_that_is_not_bundled_is_a_bug(theme: Theme):
    with pytest.raises(Bug, match="no such icon"):
        theme.icon("unicorn")


def test_the_style_sheet_has_no_shadow_gradient_or_animation():
    sheet = resource("style.qss").read_text("utf-8")
    assert not re.search(r"gradient|shadow|animation", sheet)


@pytest.mark.usefixtures("theme")
def test_images_named_in_the_sheet_are_there(qapp):
    addresses = set(re.findall(r"url\((:[^)]+)\)", qapp.styleSheet()))
    assert addresses
    assert [address for address in addresses if not QFile.exists(address)] == []


def test_the_program_sets_one_style_sheet():
    setting = re.compile(r"\.setStyleSheet\(")
    places = [path.name for path in (ROOT / "ui").rglob("*.py") for _ in setting.findall(path.read_text("utf-8"))]
    assert places == ["theme.py"]


def test_files_packed_in_memory_are_read_back():
    files = {f"{letter * 3}.svg": letter.encode() * 100 for letter in "æøåabc"}
    packed = packed_resource(files)
    assert QResource.registerResourceData(packed, "/packed-test")
    try:
        for name, content in files.items():
            file = QFile(f":/packed-test/{name}")
            assert file.open(QIODevice.OpenModeFlag.ReadOnly)
            assert bytes(file.readAll().data()) == content
    finally:
        QResource.unregisterResourceData(packed, "/packed-test")


def test_a_disabled_primary_button_does_not_look_like_one_that_works(theme: Theme, qtbot):
    button = QPushButton("Gem")
    button.setProperty("kind", "primary")
    qtbot.addWidget(button)
    button.resize(80, 32)
    button.show()
    at = button.rect().center() - button.rect().center() / 2
    works = button.grab().toImage().pixelColor(at)
    button.setEnabled(False)
    assert works == theme.colour("primary")
    assert button.grab().toImage().pixelColor(at) == theme.colour("surface3")
