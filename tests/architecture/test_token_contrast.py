"""Text has 4.5 : 1 on everything it stands on, edges and focus 3 : 1, in both themes (WCAG 2.2, 1.4.3 and 1.4.11)."""

import json

import pytest

from dagleder.base.paths import resource

TOKENS = json.loads(resource("tokens.json").read_text(encoding="utf-8"))
THEMES = ("light", "dark")
TEXT, EDGE = 4.5, 3.0
TEXT_ON = [
    *((text, ground) for text in ("text", "text2", "text3") for ground in ("surface", "bg", "rail", "selection")),
    *((text, ground) for text in ("text", "text2", "text3") for ground in ("surface2", "surface3")),
    *(("primaryText", ground) for ground in ("surface", "primarySoft", "bg")),
    *(("onPrimary", ground) for ground in ("primary", "primaryHover", "primaryPressed")),
    *((level, ground) for level in ("ok", "warn", "danger", "info") for ground in (f"{level}Soft", "surface")),
    *((text, f"{level}Soft") for text in ("text", "text2") for level in ("ok", "warn", "danger", "info")),
    ("tooltipText", "tooltipBg"),
]
EDGE_ON = [
    *((edge, "surface") for edge in ("borderStrong", "focus", "primary", "warnSolid", "dangerSolid", "today")),
    *((edge, "bg") for edge in ("borderStrong", "focus", "primary", "warnSolid", "dangerSolid", "today")),
    *(("focus", ground) for ground in ("primarySoft", "selection")),
    ("today", "selection"),
]


def luminance(colour: str) -> float:
    """Relative luminance (WCAG) of '#RRGGBB'."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#FFFFFF", "#000000", 21.0), ("#17222A", "#FFFFFF", 16.17), ("#748288", "#FFFFFF", 3.97)],
)
def test_contrast_is_reckoned_as_wcag_does(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("front", "ground", "least"), [(*pair, TEXT) for pair in TEXT_ON] + [(*pair, EDGE) for pair in EDGE_ON]
)
def test_roles_can_be_told_from_their_ground(theme, front, ground, least):
    colours = TOKENS["theme"][theme]
    assert contrast(colours[front], colours[ground]) >= least


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", TOKENS["absence"], ids=lambda kind: kind["id"])
def test_the_letter_and_the_edge_of_an_absence_can_be_seen(theme, kind):
    colours = kind[theme]
    assert contrast(colours["text"], colours["fill"]) >= TEXT
    assert contrast(colours["edge"], TOKENS["theme"][theme]["surface"]) >= EDGE


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scale", ["levels", "likert"])
def test_the_figure_on_every_step_of_a_scale_can_be_read(theme, scale):
    assert [step for step in TOKENS[scale][theme] if contrast(step["text"], step["fill"]) < TEXT] == []


@pytest.mark.parametrize("theme", THEMES)
def test_competence_levels_run_one_way_in_lightness(theme):
    lightness = [luminance(step["fill"]) for step in TOKENS["levels"][theme]]
    assert lightness == sorted(lightness, reverse=theme == "light")


def test_both_themes_name_the_same_roles():
    assert set(TOKENS["theme"]["light"]) == set(TOKENS["theme"]["dark"])
