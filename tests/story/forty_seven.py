"""A house of 47 people on five stuer in two matrikler, and what they can: one competence is on one person."""

from datetime import date

from dagleder import app
from dagleder.presence.count import HOUSE
from dagleder.settings.places import SiteDraft, TeamDraft
from dagleder.settings.service import SettingsService
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from dagleder.staff.patterns import PatternDraft, Shift

TEAMS = ("Egernet", "Mariehønen", "Pindsvinet", "Spurven", "Uglen")
ROLES = ("P", "P", "PA", "PM", "P", "PM", "PA", "P", "PM")
MONDAY = date(2026, 1, 5)
WEEK = (Shift.between(8 * 60, 15 * 60 + 30),) * 5 + (None, None)
KEYS = ("sprogvurdering", "foraeldresamtaler", "tras", "medicin", "foerstehjaelp")
WANTED = {"sprogvurdering": 6, "foraeldresamtaler": 8, "tras": 2, "medicin": 2, "foerstehjaelp": 20}
SEEDED = "tras"  # only the first of the staff has it


def settle(services: app.Services) -> list[int]:
    """The ids of the 47, in the order they were employed."""
    teams = _teams(services.settings)
    people = []
    for number in range(46):
        role, team = ROLES[number % len(ROLES)], teams[number % len(teams)]
        draft = EmployeeDraft(f"Person{number:02}", "Prøve", initials=f"P{number:02}", role=role)
        people.append(services.staff.add(NewEmployeeDraft(draft, 2220, (team,))))
        services.staff.set_pattern(people[-1], PatternDraft(MONDAY, MONDAY, (WEEK,)))
    people.append(services.staff.add(NewEmployeeDraft(EmployeeDraft("Zenia", "Holm", role="PL"))))
    return people


def _teams(settings: SettingsService) -> list[int]:
    (first,) = settings.sites()
    second = settings.add_site(SiteDraft("Skovhuset"))
    return [settings.add_team(TeamDraft(name, second if place > 2 else first.id)) for place, name in enumerate(TEAMS)]


def catalogue(services: app.Services) -> dict[str, int]:
    assert services.competence is not None
    return {each.key: each.id for each in services.competence.competences()}


def want(services: app.Services) -> None:
    assert services.competence is not None
    ids = catalogue(services)
    services.competence.set_wanted({(ids[key], HOUSE): count for key, count in WANTED.items()})


def block() -> str:
    """What the 46 can, as a spreadsheet copies it: a row each, in the order of `KEYS`."""
    rows = []
    for number in range(46):
        trained = ROLES[number % len(ROLES)] != "PM"
        levels = [str(number % 5 if trained else number % 2), "kan selv" if trained else "-"]
        tras = "4" if number == 0 else str(number % 3)
        medicine = "x" if number in (1, 2) else ""
        first_aid = "31-01-2026" if number == 7 else "01-10-2027" if number % 2 else ""
        rows.append("\t".join([*levels, tras, medicine, first_aid]))
    return "\n".join(rows)
