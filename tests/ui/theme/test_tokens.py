"""The colours can be read: the same check as the design sheet's, in both themes."""

from itertools import product

import pytest

from dagleder.base.paths import resource
from ui.theme.tokens import Mode, Swatch, Tokens, read_tokens

TOKENS: Tokens = read_tokens(resource("tokens.json"))
TEXT, EDGE = 4.5, 3.0

GROUNDS = ("bg", "surface", "surface2", "surface3", "rail")
READ_ON = [(text, ground) for text, ground in product(("text", "text2"), GROUNDS)] + [
    ("text3", "surface"),
    ("text3", "bg"),
    ("text3", "rail"),
    ("text", "selection"),
    ("text2", "selection"),
    ("primaryText", "surface"),
    ("primaryText", "primarySoft"),
    ("onPrimary", "primary"),
    ("onPrimary", "primaryHover"),
    ("onPrimary", "primaryPressed"),
    ("ok", "okSoft"),
    ("warn", "warnSoft"),
    ("danger", "dangerSoft"),
    ("info", "infoSoft"),
    ("ok", "surface2"),
    ("danger", "surface"),
    ("tooltipText", "tooltipBg"),
]
SEEN_ON = [
    ("borderStrong", "surface"),
    ("borderStrong", "bg"),
    ("focus", "surface"),
    ("focus", "bg"),
    ("primary", "surface"),
    ("dangerSolid", "surface"),
    ("warnSolid", "surface"),
]


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("text", "ground"), READ_ON)
def test_text_can_be_read_on_its_ground(mode, text, ground):
    roles = TOKENS.palettes[mode].roles
    assert contrast(roles[text], roles[ground]) >= TEXT


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("edge", "ground"), SEEN_ON)
def test_edges_and_focus_can_be_seen(mode, edge, ground):
    roles = TOKENS.palettes[mode].roles
    assert contrast(roles[edge], roles[ground]) >= EDGE


@pytest.mark.parametrize("mode", Mode)
def test_letters_and_numbers_in_coloured_cells_can_be_read(mode):
    palette = TOKENS.palettes[mode]
    cells: list[Swatch] = [*palette.absence.values(), *palette.levels, *palette.scale]
    assert [cell for cell in cells if contrast(cell.text, cell.fill) < TEXT] == []


def test_both_themes_have_the_same_roles():
    assert set(TOKENS.palettes[Mode.LIGHT].roles) == set(TOKENS.palettes[Mode.DARK].roles)


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
