"""Who is on a stue in a band and who is not, each with what is known of it. Pure."""

from collections.abc import Mapping
from datetime import date

from dagleder.base.dates import hours_text, span_text, weekday_text
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.presence.person_day import OFF, PersonDay
from dagleder.presence.words import work_text


def here_text(person: PersonDay, team_id: int) -> str:
    """'8–15.30', '7,4 timer, uden mødetid', '8–15.30, lånt'."""
    text = work_text(person, team_id)
    if person.untimed:
        return f"{text}, uden mødetid"
    if person.substitute is not None:
        return f"{text}, vikar"
    return text if person.home_id == team_id else f"{text}, lånt"


def away_text(person: PersonDay, team_id: int, day: date, teams: Mapping[int, str]) -> str:
    """'ferie', 'personalemøde', 'fri fredag', 'på Egernet', 'møder 9.30–17'."""
    if person.absences:
        return KIND_BY_KEY[person.absences[0].kind].name.lower()
    if person.engagements and not person.on(team_id):
        return person.engagements[0].what
    if person.stints:
        elsewhere = [teams[team] for _, _, team in person.stints if team is not None and team != team_id]
        times = ", ".join(span_text(start, end) for start, end, _ in person.stints)
        return f"på {elsewhere[0]}" if elsewhere else f"på arbejde {times}"
    if person.untimed:
        return f"{hours_text(person.untimed)} timer, uden mødetid"
    return f"fri {weekday_text(day)}" if person.why_off == OFF else person.why_off
