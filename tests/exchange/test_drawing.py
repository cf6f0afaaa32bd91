import json
from math import hypot

import pytest

from dagleder.base.paths import resource
from dagleder.exchange import drawing_ink
from dagleder.exchange.drawing import Hatch, Weight, ellipse, hatch_lines
from dagleder.exchange.fonts import fitted, text_width


@pytest.mark.parametrize(
    ("ours", "token"),
    [
        ("INK", "text"),
        ("INK_SOFT", "text2"),
        ("RULE", "border"),
        ("RULE_FAINT", "surface3"),
        ("RULE_STRONG", "borderStrong"),
        ("WHITE", "surface"),
        ("HEAD_FILL", "surface2"),
        ("WEEKEND_FILL", "surface3"),
        ("NOTE_FILL", "bg"),
        ("PRIMARY", "primary"),
        ("PRIMARY_TEXT", "primaryText"),
        ("SUN", "sun"),
    ],
)
def test_paper_has_the_colours_of_the_light_theme(ours, token):
    tokens = json.loads(resource("tokens.json").read_text(encoding="utf-8"))
    assert getattr(drawing_ink, ours) == tokens["theme"]["light"][token]


def test_the_colours_taken_from_the_categories_are_theirs():
    tokens = json.loads(resource("tokens.json").read_text(encoding="utf-8"))
    care = next(kind["light"] for kind in tokens["absence"] if kind["code"] == "O")
    levels = [level["fill"] for level in tokens["levels"]["light"]]
    assert tuple(care.values()) == (drawing_ink.SUN_FILL, drawing_ink.SUN_TEXT, drawing_ink.SUN_EDGE)
    assert (levels[1], levels[3]) == (drawing_ink.SOFT_FILL, drawing_ink.SOFT_EDGE)
    assert [tuple(level.values()) for level in tokens["levels"]["light"]] == list(drawing_ink.LEVEL_INKS)


def test_hatches_beside_each_other_join():
    left = {x1 + y1 for x1, y1, _, _ in hatch_lines(Hatch(0, 10, 30, 20, "#000000"))}
    right = {x1 + y1 for x1, y1, _, _ in hatch_lines(Hatch(30, 10, 30, 20, "#000000"))}
    assert len(left & right) >= 3
    assert all(x1 + y1 == pytest.approx(x2 + y2) for x1, y1, x2, y2 in hatch_lines(Hatch(0, 10, 30, 20, "#000000")))


def test_an_ellipse_turned_a_quarter_has_its_long_side_upright():
    path = ellipse((100, 50), (10, 4), turned=90, fill="#000000")
    _, x, y = path.steps[0]
    assert [x, y] == pytest.approx([100, 60])
    corners = [step[-2:] for step in path.steps if step[0] == "C"]
    assert sorted(round(hypot(float(x) - 100, float(y) - 50)) for x, y in corners) == [4, 4, 10, 10]


@pytest.mark.parametrize("weight", list(Weight))
def test_a_fitted_text_is_no_wider_than_its_room(weight):
    text = "Børnehuset Solsikken ved Åen"
    for room in range(8, 200, 7):
        short = fitted(text, room, 9, weight)
        assert text_width(short, 9, weight) <= room or short == "…"
        assert short == text or (short.endswith("…") and text.startswith(short[:-1]))
