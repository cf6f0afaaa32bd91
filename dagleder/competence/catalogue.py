"""The shipped catalogue of competences, as written in resources/catalogues: the content of every new house."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dagleder.base.paths import resource


@dataclass(frozen=True, slots=True)
class ShippedArea:
    """An area under a key that never changes."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ShippedCompetence:
    """A competence under a key that never changes; `targets` is the level each role is expected to have."""

    key: str
    area: str
    name: str
    short_name: str
    certificate: bool
    months: int | None
    targets: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Areas and competences in the order they are shown in."""

    areas: tuple[ShippedArea, ...]
    competences: tuple[ShippedCompetence, ...]


@cache
def shipped_catalogue() -> Catalogue:
    read = tomllib.loads(resource("catalogues", "kompetencer.toml").read_text("utf-8"))
    return Catalogue(
        tuple(ShippedArea(each["key"], each["name"]) for each in read["area"]),
        tuple(
            ShippedCompetence(
                key=each["key"],
                area=each["area"],
                name=each["name"],
                short_name=each.get("short", ""),
                certificate=each.get("certificate", False),
                months=each.get("months"),
                targets=each.get("targets", {}),
            )
            for each in read["competence"]
        ),
    )
