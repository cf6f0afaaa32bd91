import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from dagleder.base.paths import resource
from tests.architecture.sources import ROOT

WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
DANISH = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅéü0123456789–’“”½·✓→"
OWN_ICONS = {"sun"}


@pytest.fixture(params=WEIGHTS)
def font(request):
    with TTFont(resource("fonts", f"DaglederInter-{request.param}.ttf")) as font:
        yield font


def test_a_font_has_a_name_of_our_own_so_that_no_other_takes_its_place(font):
    assert font["name"].getBestFamilyName() == "Dagleder Inter"
    assert font["name"].getBestFullName().startswith("Dagleder Inter")
    assert font["OS/2"].usWeightClass == WEIGHTS[font["name"].getBestSubFamilyName()]


def test_figures_of_equal_width_and_kerning_are_kept_in_a_static_font(font):
    tables = (font["GSUB"].table, font["GPOS"].table)
    assert {"tnum", "kern"} <= {record.FeatureTag for table in tables for record in table.FeatureList.FeatureRecord}
    assert "fvar" not in font


def test_danish_can_be_written(font):
    assert set(map(ord, DANISH)) <= set(font.getBestCmap())


def icons() -> list[Path]:
    return sorted(resource("icons").glob("*.svg"))


def test_the_icons_are_those_of_the_list():
    listed = (ROOT / "installer" / "icons.txt").read_text(encoding="utf-8").split()
    assert {icon.stem for icon in icons()} == set(listed) | OWN_ICONS


def test_every_icon_of_the_set_takes_its_colour_and_line_from_the_design():
    wrong = [
        icon.name
        for icon in icons()
        if icon.stem not in OWN_ICONS
        if not {'stroke="currentColor"', 'stroke-width="1.75"'} <= set(re.findall(r'[\w-]+="[^"]*"', icon.read_text()))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("fonts/OFL.txt", "SIL OPEN FONT LICENSE Version 1.1"),
        ("fonts/README.md", "renamed"),
        ("icons/LICENSE.txt", "ISC License"),
        ("icons/LICENSE.txt", "The MIT License"),
        ("LICENSES.md", "Mozilla Public License 2.0"),
    ],
)
def test_what_is_bundled_has_its_licence_beside_it(file, words):
    assert words in resource(*file.split("/")).read_text(encoding="utf-8")


def test_the_programs_icon_comes_in_every_size():
    sizes = {int(icon.stem.rpartition("-")[2]) for icon in resource("app").glob("dagleder-*.png")}
    assert sizes == {16, 24, 32, 48, 64, 128, 256, 512}
    assert resource("app", "dagleder.ico").read_bytes().startswith(b"\x00\x00\x01\x00\x07\x00")
