"""Presence's part of the command line."""

from argparse import Namespace
from typing import Final

from dagleder.base.command import Answer, Argument, Command, Json, day_value
from dagleder.base.dates import clock_iso, long_day_text
from dagleder.base.text import and_list, capitalised, plural
from dagleder.presence.count import BandCount, PlaceDay
from dagleder.presence.day_view import DayView
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.presence.person_day import NOT_EMPLOYED, PersonDay
from dagleder.presence.service import PresenceService
from dagleder.presence.words import band_number

_UNTIMED: Final = "Tidsrummene tæller dem med mødetid. – = kan ikke siges: der er kun nogen uden mødetid."


def presence(service: PresenceService, arguments: Namespace) -> Answer:
    """Who is at work on a date: for machines an array of stuer, for people also what is outside any stue."""
    view = service.day(arguments.date)
    return Answer([_team_value(team, view) for team in view.teams], tuple(_lines(view)))


def _present(team: PlaceDay, view: DayView) -> list[PersonDay]:
    """Whom the day counts on the stue, in order of last name, first name; vikarer from outside last."""
    return [p for p in view.people if p.counted and p.present and p.day_team == team.place.team_id]


def _team_value(team: PlaceDay, view: DayView) -> Json:
    return {
        "team": team.name,
        "minimum": team.minimum,
        "present": team.present,
        "pedagogues": team.pedagogues,
        "people": [person.name for person in _present(team, view)],
        "bands": [
            {
                "name": band.band.name,
                "from": clock_iso(band.band.start),
                "to": clock_iso(band.band.end),
                "present": band.present,
                "minimum": band.need.minimum,
            }
            for band in team.bands
        ],
        "without_times": team.without_times,
    }


def _lines(view: DayView) -> list[str]:
    lines = [capitalised(long_day_text(view.day)), *view.notes]
    if not view.teams:
        lines.append("Der er ingen stuer endnu.")
    for team in view.teams:
        lines += _team_lines(team, view)
    if any(team.without_times for team in view.teams):
        lines.append(_UNTIMED)
    homeless = [p.name for p in view.people if p.counted and p.present and p.day_team is None]
    if homeless:
        lines.append(f"Uden stue: {and_list(homeless)}")
    away = [f"{p.name} ({_why(p)})" for p in view.people if _is_away(p)]
    if away:
        lines.append(f"Væk: {', '.join(away)}")
    return lines


def _team_lines(team: PlaceDay, view: DayView) -> list[str]:
    asked = f", mindst {team.need.minimum}" if team.need.minimum else ""
    untimed = f", {team.without_times} uden mødetid" if team.without_times else ""
    trained = plural(team.pedagogues, "pædagog", "pædagoger")
    return [
        f"{team.name}: {team.present} på arbejde{asked} ({trained}{untimed})",
        f"  {and_list([person.name for person in _present(team, view)]) or 'ingen'}",
        f"  {' · '.join(_band_text(team, band) for band in team.bands)}",
    ]


def _band_text(team: PlaceDay, band: BandCount) -> str:
    asked = f" (mindst {band.need.minimum})" if band.need.minimum else ""
    return f"{band.band.name} {band_number(team, band)}{asked}"


def _is_away(person: PersonDay) -> bool:
    return bool(person.person) and not person.present and person.why_off != NOT_EMPLOYED


def _why(person: PersonDay) -> str:
    if person.absences:
        return KIND_BY_KEY[person.absences[0].kind].name.lower()
    if person.engagements and person.shift:
        return person.engagements[0].what
    return person.why_off or "en del af dagen"


COMMANDS = (
    Command(
        ("presence",),
        "hvem der er på arbejde en dag, stue for stue",
        presence,
        (Argument(("--date",), {"type": day_value, "required": True, "metavar": "DATO"}),),
    ),
)
