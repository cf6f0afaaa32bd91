"""Meetings and kinds as values, with as little said as a case needs."""

from dataclasses import replace
from datetime import date

from dagleder.meetings.kinds import SHIPPED, Audience, Kind
from dagleder.meetings.meeting import Guest, Meeting
from dagleder.meetings.states import PLANNED
from dagleder.settings.closing_days import ClosingDay
from dagleder.settings.places import Team
from tests.presence import make

TUESDAY = make.TUESDAY


def kinds():
    """The shipped kinds by key, with ids from 1 on."""
    return {
        shipped.key: Kind(
            id=number,
            key=shipped.key,
            name=shipped.draft.name,
            letter=shipped.draft.letter,
            style=shipped.draft.style,
            audience=shipped.draft.audience,
            roles=shipped.draft.roles,
            who=shipped.draft.who,
            minutes=shipped.draft.minutes,
            place=shipped.draft.place,
            on_closing_day=shipped.draft.on_closing_day,
            position=number,
            hidden=False,
        )
        for number, shipped in enumerate(SHIPPED, 1)
    }


def meeting(kind="personalemoede", day=TUESDAY, at="17-20", teams=(), **more):
    """A planned meeting; `teams` are ids of the house of tests.presence.make."""
    start, end = map(make.minutes, at.split("-"))
    names = {make.BUG: "Mariehønen", make.BEE: "Humlebien", make.OWL: "Uglen"}
    own = kinds()[kind]
    number = more.pop("id", 1)
    made = Meeting(
        id=number,
        uid=f"uid{number}",
        kind=own,
        series_id=None,
        title=own.name,
        day=day,
        start=start,
        end=end,
        place=own.place,
        state=PLANNED,
        original_day=None,
        because="",
        note="",
        changed_at=None,
        teams=tuple((team, names[team]) for team in teams),
        guests=(),
    )
    return replace(made, **more)


def house(teams=("Mariehønen", "Humlebien"), closing=(), sites=1, **more):
    """A house with those stuer; `closing` are dates, or (date, name, site)."""
    rows = [row if isinstance(row, tuple) else (row, "Lukkedag", None) for row in closing]
    days = tuple(ClosingDay(number, *row) for number, row in enumerate(rows))
    own = tuple(
        Team(n, name, 1, "Hovedhuset", "bug", n, more.get("closed", {}).get(name)) for n, name in enumerate(teams, 1)
    )
    return replace(make.house(closing=days, sites=sites), teams=own)


def named(*ids):
    return tuple(Guest(employee_id=who) for who in ids)


def day(text):
    """'7/1/2026' or, of 2026, '7/1'."""
    number, month, *year = map(int, text.split("/"))
    return date(year[0] if year else 2026, month, number)


__all__ = ["Audience", "day", "house", "kinds", "meeting", "named"]
