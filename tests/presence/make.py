"""Builds what presence reckons from, with as little said as a case needs."""

from datetime import date

from dagleder.presence.attendance import Attendance
from dagleder.presence.facts import Absence, Facts, House, Loan, Person, Substitute
from dagleder.settings.founding import SHIPPED_BANDS
from dagleder.settings.places import Band, Site, Team
from dagleder.settings.special_day_status import complete
from dagleder.settings.staffing import Need, NeedRow, Needs, Place
from dagleder.staff.employment import AgreedHours, Employment, Membership
from dagleder.staff.patterns import Pattern, Shift
from dagleder.staff.roles import staff_group

MONDAY = date(2026, 3, 16)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 3, day) for day in (17, 18, 19, 20))
BUG, BEE, OWL = 1, 2, 3
MAIN, FOREST = 1, 2
OPENING, MORNING, NOON, AFTERNOON, CLOSING = 1, 2, 3, 4, 5
NAMES = ("Ida", "Gitte", "Helle", "Karen", "Mads", "Nanna", "Otto", "Rikke", "Signe", "Thea", "Ulla", "Viktor")


def minutes(clock):
    hours, _, rest = clock.partition(".")
    return int(hours) * 60 + int(rest or 0)


def shift(text):
    """'8-15.30' is from–to, '7 t' only hours, '' off."""
    if not text:
        return None
    if text.endswith("t"):
        return Shift(round(float(text[:-1]) * 60))
    start, end = map(minutes, text.split("-"))
    return Shift.between(start, end)


def week(*days):
    """Monday to Friday as 'Shift' texts; one text is every day alike."""
    texts = days * 5 if len(days) == 1 else days
    return (*map(shift, texts), None, None)


def person(number, *days, role="P", teams=(BUG,), hours=37, **more):
    """Somebody with the working pattern `days` (none: hours only). `teams` are ids or Memberships."""
    memberships = tuple(
        team if isinstance(team, Membership) else Membership(i, team, "", None, None, 0, i)
        for i, team in enumerate(teams)
    )
    patterns = more.pop("patterns", None)
    if patterns is None:
        patterns = (Pattern(1, date(2020, 1, 1), date(2020, 1, 6), (week(*days),)),) if days else ()
    agreed = (AgreedHours(1, None, round(hours * 60)),) if hours else ()
    called = NAMES[number % len(NAMES)]
    name, start, end = f"{called} Efternavn{number}", more.get("start"), more.get("end")
    employment = Employment(number, name, "XX", role, start, end, agreed, memberships, patterns)
    return Person(employment, called, staff_group(role))


def need(band, minimum=0, *, wanted=0, pedagogues=0, team=BUG, site=None, weekdays=range(5), since=None):  # noqa: PLR0913 -- a builder: each case says what it needs
    place = Place(site_id=site) if site else Place(team_id=team)
    return [NeedRow(0, place, day, band, Need(minimum, wanted, pedagogues), since) for day in weekdays]


def house(*needs, closing=(), statuses=(), counts_leader=False, sites=1, closed=None):
    """Three stuer: with two `sites` the owls live in the forest. `needs` are lists from `need`."""
    places = (Site(MAIN, "Hovedhuset", "", 0), Site(FOREST, "Skovhuset", "", 1))[:sites]
    owls = places[-1]
    teams = (
        Team(BUG, "Mariehønen", MAIN, "Hovedhuset", "bug", 0, closed),
        Team(BEE, "Humlebien", MAIN, "Hovedhuset", "flower", 1, None),
        Team(OWL, "Uglen", owls.id, owls.name, "bird", 2, None),
    )
    bands = tuple(Band(number, *band) for number, band in enumerate(SHIPPED_BANDS, 1))
    rows = Needs(row for each in needs for row in each)
    return House(places, teams, bands, rows, tuple(closing), complete(statuses), counts_leader)


def attendance(*people, at=None, first=MONDAY, last=FRIDAY, absences=(), loans=(), substitutes=(), engagements=()):  # noqa: PLR0913 -- a builder: each case says what it needs
    everybody = {each.id: each for each in people}
    facts = Facts(
        first, last, at or house(), everybody, tuple(absences), tuple(loans), tuple(substitutes), tuple(engagements)
    )
    return Attendance(facts)


def absent(who, kind="F", first=MONDAY, last=None, span=(None, None)):
    return Absence(1, who, first, last or first, kind, *span)


def lent(who, team, first=MONDAY, last=None, band=None):
    return Loan(1, who, team, first, last or first, band)


def vikar(team, first=MONDAY, last=None, band=None, *, who=None, name="", pedagogue=False):  # noqa: PLR0913 -- a builder: each case says what it needs
    return Substitute(1, who, name, team, first, last or first, band, pedagogue)


def numbers(place):
    """The bands of a place as a list of numbers."""
    return [band.present for band in place.bands]
