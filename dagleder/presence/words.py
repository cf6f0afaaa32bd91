"""Says in Danish who is not there and why, and what the house wants. Numbers first, never 'ulovlig'."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dagleder.base.dates import clock_text, hours_text, span_text, weekday_text
from dagleder.base.text import and_list, capitalised, ended, plural
from dagleder.presence.count import BandCount, PlaceDay
from dagleder.presence.facts import Person
from dagleder.presence.gaps import Lack
from dagleder.presence.holes import Hole
from dagleder.presence.kinds import KIND_BY_KEY, OFF_PHRASE
from dagleder.presence.person_day import ALL_DAY, OFF, PersonDay, absence_span, engagement_span
from dagleder.presence.quarters import quarters
from dagleder.presence.standing import Standing

MANY = 5
FEW = 2
MOST_TIMES = 3  # how many comings and goings are told


def asked_text(hole: Hole) -> str:
    """'I vil være mindst 2.'."""
    if hole.lack is Lack.PEDAGOGUES:
        return f"I vil have mindst {plural(hole.asked, 'pædagog', 'pædagoger')}."
    if hole.lack is Lack.WANTED:
        return f"I vil helst være {hole.asked}."
    trained = f", heraf {plural(hole.trained_too, 'pædagog', 'pædagoger')}" if hole.trained_too else ""
    return f"I vil være mindst {hole.asked}{trained}."


def headline(where: str, hole: Hole, standing: Standing, opening: tuple[int, int], here: Sequence[PersonDay]) -> str:
    """'Humlebien, fredag: ingen før kl. 8'. `here` are those who are there all of the time."""
    day, who = weekday_text(standing.day), _who(hole, here)
    if hole.span is None:
        return f"{where}, {day}: {who}"
    when = when_text(hole.span, opening)
    if when.startswith("kl."):
        return f"{where}, {day} {when}: {who}"
    return f"{where}, {day}: {who} {when}"


def when_text(span: tuple[int, int], opening: tuple[int, int]) -> str:
    """'hele dagen', 'før kl. 8', 'efter kl. 16', or 'kl. 14–15.30'."""
    start, end = span
    if start <= opening[0] and end >= opening[1]:
        return "hele dagen"
    if start <= opening[0]:
        return f"før kl. {clock_text(end)}"
    if end >= opening[1]:
        return f"efter kl. {clock_text(start)}"
    return f"kl. {span_text(start, end)}"


def _who(hole: Hole, here: Sequence[PersonDay]) -> str:
    if hole.lack is Lack.LIMIT:
        return "lige på"
    if hole.lack is Lack.PEDAGOGUES:
        counted = plural(hole.present, "pædagog", "pædagoger")
        return f"{counted}, mindst {hole.asked}" if hole.present else "ingen pædagog"
    if hole.lack is Lack.WANTED:
        return f"{hole.present} på arbejde, helst {hole.asked}"
    if not hole.present:
        return "ingen"
    if hole.span and hole.present == len(here) <= FEW:
        return f"kun {and_list([person.called for person in here])}"
    return f"{hole.present} på arbejde, mindst {hole.asked}"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where and when somebody lacks: the stuer of a place, a stretch of a day (None: all of it)."""

    teams: frozenset[int | None]
    span: tuple[int, int] | None
    standing: Standing
    team_names: Mapping[int, str]

    def covered_by(self, person: PersonDay) -> bool:
        """Whether she is there all the time."""
        if self.span is None:
            return person.present and person.day_team in self.teams
        mask = quarters(*self.span)
        for start, end, team in person.stints:
            if team in self.teams:
                mask &= ~quarters(start, end)
        return not mask


def taken_text(people: Iterable[PersonDay], spot: Spot, *, paper: bool) -> str:
    """'Ida har omsorgsdag. Leyla og Mads er på kursus.': whom something takes away. On paper it is all 'har fri'."""
    return reasons_text((person.called, _taken(person, spot, paper=paper)) for person in people)


def missing_text(people: Sequence[PersonDay], spot: Spot, *, paper: bool) -> str:
    """'Ida har omsorgsdag. Gitte møder kl. 8, Helle 9.30.': why each of the people is not there all the time."""
    missing = [person for person in people if not spot.covered_by(person)]
    reasons = [_taken(person, spot, paper=paper) or _elsewhere(person, spot) for person in missing]
    said = [reasons_text((person.called, reason) for person, reason in zip(missing, reasons, strict=True))]
    hours = [person for person, reason in zip(missing, reasons, strict=True) if not reason and person.stints]
    if spot.span:
        said += _comings_and_goings(hours, spot.span)
    return " ".join(text for text in said if text)


def why_away(person: PersonDay, spot: Spot) -> str:
    """'har ferie', 'er på kursus', 'har fri om fredagen', 'er på Egernet': what follows her name; '' when unknown."""
    return _taken(person, spot, paper=False) or _elsewhere(person, spot)


def reasons_text(told: Iterable[tuple[str, str]]) -> str:
    """The names that have the same reason in one sentence; those without a reason are left out."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for name, reason in told:
        reasons[reason].append(name)
    return " ".join(f"{names_text(names)} {reason}." for reason, names in reasons.items() if reason)


def _comings_and_goings(people: Iterable[PersonDay], span: tuple[int, int]) -> list[str]:
    """'Gitte møder kl. 8, Helle 9.30.' and 'Jonas og Otto går kl. 14.'."""
    times: dict[str, defaultdict[int, list[str]]] = {"møder": defaultdict(list), "går": defaultdict(list)}
    for person in people:
        start, end = person.stints[0][0], person.stints[-1][1]
        verb, minute = ("møder", start) if start > span[0] else ("går", end)
        times[verb][minute].append(person.called)
    return [_times_text(verb, sorted(told.items())) for verb, told in times.items() if told]


def _taken(person: PersonDay, spot: Spot, *, paper: bool) -> str:
    """What takes her away, as what follows her name: an absence, or something she is at."""
    start, end = spot.span or ALL_DAY
    for absence in person.absences:
        absent = absence_span(absence)
        if absent[0] < end and start < absent[1]:
            return OFF_PHRASE if paper else KIND_BY_KEY[absence.kind].phrase
    for engagement in person.engagements:
        at = engagement_span(engagement, spot.standing.day)
        if at[0] < end and start < at[1]:
            return f"er til {engagement.what}"
    return ""


def _elsewhere(person: PersonDay, spot: Spot) -> str:
    """Off by pattern or agreement, lent, or without clock times; '' when she only comes later or leaves earlier."""
    standing = spot.standing
    if person.shift is None and not person.stints:
        if person.why_off == OFF:
            # One without pattern and hours is never expected, so she is not told to be off.
            rhythm = person.person and person.person.employment.pattern_on(standing.day)
            return f"har fri om {weekday_text(standing.day)}en" if rhythm else ""
        return OFF_PHRASE if standing.special and person.why_off == standing.special.name else ""
    start, end = spot.span or ALL_DAY
    for begins, ends, team in person.stints:
        if team is not None and team not in spot.teams and begins < end and start < ends:
            return f"er på {spot.team_names[team]}"
    return "har ingen mødetid" if person.untimed and spot.span else ""


def band_number(place: PlaceDay, band: BandCount) -> str:
    """'3', and '–' where it cannot be told: nobody with clock times is there, but others may be."""
    return str(band.present) if place.told(band) else "–"


def untimed_text(people: Sequence[Person]) -> str:
    """'3 uden mødetid: Ida, Gitte og Helle. Timerne tæller …'; '' when all have times."""
    if not people:
        return ""
    names = names_text([person.called for person in people])
    return f"{len(people)} uden mødetid: {ended(names)} Timerne tæller med for hele dagen, men ikke i tidsrummene."


def names_text(names: Sequence[str]) -> str:
    """'Leyla, Mads og Nanna'; of very many only the first are named."""
    if len(names) > MANY:
        return f"{', '.join(names[: MANY - 1])} og {len(names) - MANY + 1} andre"
    return and_list(names)


def _times_text(verb: str, told: list[tuple[int, list[str]]]) -> str:
    (minute, names), *rest = told[:MOST_TIMES]
    more = "".join(f", {names_text(later)} {clock_text(at)}" for at, later in rest)
    return f"{names_text(names)} {verb} kl. {clock_text(minute)}{more}."


def house_headline(standing: Standing, span: tuple[int, int], opening: tuple[int, int]) -> str:
    """'Tirsdag kl. 16.30–17: ingen på stuerne'."""
    when = when_text(span, opening)
    day = capitalised(weekday_text(standing.day))
    return f"{day} {when}: ingen på stuerne"


def work_text(day: PersonDay, team_id: int | None) -> str:
    """'8–15.30', '8–10, 12–16', '7,4 timer': when somebody is on a stue, as far as the times are known."""
    if day.untimed:
        return f"{hours_text(day.untimed)} timer"
    return ", ".join(span_text(start, end) for start, end, team in day.stints if team == team_id)
