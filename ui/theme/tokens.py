"""The design tokens as frozen values: colours, swatches and type styles, read from `tokens.json`."""

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple


class Mode(StrEnum):
    """Which of the two sets of colours is shown."""

    LIGHT = "light"
    DARK = "dark"


class Swatch(NamedTuple):
    """A fill with the colour of the text on it and of the line around it ('' where there is none)."""

    fill: str
    text: str
    edge: str = ""


class TypeStyle(NamedTuple):
    """A step of the type scale; sizes in px at 100 % text size."""

    name: str
    px: int
    line: int
    weight: int


class Palette(NamedTuple):
    """All colours of one mode: roles by name, absence kinds by letter, competence levels 0–4, the scale 1–5."""

    roles: Mapping[str, str]
    absence: Mapping[str, Swatch]
    levels: tuple[Swatch, ...]
    scale: tuple[Swatch, ...]


class Tokens(NamedTuple):
    """Everything the design decides once for all."""

    palettes: Mapping[Mode, Palette]
    styles: Mapping[str, TypeStyle]
    absence_labels: Mapping[str, str]
    radii: Mapping[str, int]


def read_tokens(path: Path) -> Tokens:
    data = json.loads(path.read_text("utf-8"))
    return Tokens(
        palettes=MappingProxyType({mode: _palette(data, mode) for mode in Mode}),
        styles=MappingProxyType({entry["name"]: TypeStyle(**entry) for entry in data["type"]}),
        absence_labels=MappingProxyType({kind["code"]: kind["label"] for kind in data["absence"]}),
        radii=MappingProxyType(dict(data["radii"])),
    )


def _palette(data: dict[str, Any], mode: Mode) -> Palette:
    return Palette(
        roles=MappingProxyType(dict(data["theme"][mode])),
        absence=MappingProxyType({kind["code"]: Swatch(**kind[mode]) for kind in data["absence"]}),
        levels=tuple(Swatch(**entry) for entry in data["levels"][mode]),
        scale=tuple(Swatch(**entry) for entry in data["likert"][mode]),
    )
