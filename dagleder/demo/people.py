"""The fictional staff of Børnehuset Solsikken: any likeness to real people is chance."""

from dataclasses import dataclass
from datetime import date
from typing import Final

HOUSE_NAME: Final = "Børnehuset Solsikken"
MUNICIPALITY: Final = "Havneby Kommune"
LEADER: Final = "Lone Almgård"
MAIN_SITE: Final = "Hovedhuset"
FOREST_SITE: Final = "Skovhuset"


@dataclass(frozen=True)
class DemoTeam:
    name: str
    site: str
    icon: str


TEAMS: Final = (
    DemoTeam("Mariehønen", MAIN_SITE, "bug"),
    DemoTeam("Humlebien", MAIN_SITE, "flower"),
    DemoTeam("Egernet", MAIN_SITE, "squirrel"),
    DemoTeam("Ræven", MAIN_SITE, "paw-print"),
    DemoTeam("Uglen", FOREST_SITE, "bird"),
)


@dataclass(frozen=True)
class DemoPerson:
    """`week` is Monday to Friday as the leader writes it: 'fri' is a day off, '' no pattern at all."""

    first_name: str
    last_name: str
    role: str
    hours: str
    team: str
    start: date
    birthday: str
    week: str = ""
    notes: str = ""


def _person(line: str, start: date, birthday: str, week: str = "", notes: str = "") -> DemoPerson:
    first_name, last_name, role, hours, *team = line.split()
    return DemoPerson(first_name, last_name, role, hours, "".join(team), start, birthday, week, notes)


# Each stue has one who opens at 6.30 and one who closes at 17 on every day, and at least three from 8 o'clock.
PEOPLE: Final = (
    _person(
        "Amalie Tangvig P 37 Mariehønen",
        date(2016, 8, 1),
        "14/5",
        "6.30-13.30 9.30-17 8-15.30 8-15.30 8-15.30",
        "Praktikvejleder. Har nøgle nr. 3.",
    ),
    _person(
        "Birthe Lindemark PM 32,5 Mariehønen", date(2009, 2, 15), "2/11", "8-14.30 8-14.30 8-14.30 8-14.30 8-14.30"
    ),
    _person(
        "Cecilie Ravnsø P 37 Mariehønen",
        date(2021, 3, 1),
        "23/1",
        "9.30-17 8-15.30 6.30-14 9.30-17 8-15",
        "Tager gerne vagter om fredagen.",
    ),
    _person("Dorte Højkilde PA 34 Mariehønen", date(2018, 9, 1), "9/7", "8-15 6.30-14 8-15 8-14.30 6.30-12.30"),
    _person("Emil Vestermose PM 37 Mariehønen", date(2026, 3, 2), "30/3", "8-15.30 8-15.30 9.30-17 6.30-14 10-17"),
    _person("Fatima Nordhav P 37 Humlebien", date(2014, 11, 1), "17/12", "8-15.30 8-15.30 8-15.30 6.30-14 8-15"),
    _person(
        "Gitte Klitager PM 30 Humlebien",
        date(2006, 1, 1),
        "5/4",
        "8-14 8-14 8-14 11-17 8-14",
        "Møder tidligst kl. 8 efter aftale.",
    ),
    _person("Helle Brinkholt P 37 Humlebien", date(2011, 5, 1), "28/8", "6.30-14 9.30-17 6.30-14 8-15.30 10-17"),
    _person("Ida Søndervang PA 37 Humlebien", date(2022, 8, 1), "11/6", "9.30-17 6.30-14 9.30-17 6.30-14 6.30-13.30"),
    _person("Jonas Klitmark P 37 Egernet", date(2019, 8, 15), "19/2", "6.30-14 8-15.30 9.30-17 8-15.30 6.30-13.30"),
    _person("Karen Ulvdal P 35 Egernet", date(2003, 4, 1), "3/10", "8-15 6.30-13.30 8-15 8-15 8-15"),
    _person("Leyla Enghave PM 37 Egernet", date(2023, 10, 1), "25/9", "8-15.30 8-15.30 6.30-13.30 9.30-17 8-15.30"),
    _person("Mads Ellemose PA 37 Egernet", date(2017, 2, 1), "7/12", "9.30-17 9.30-17 8-15.30 6.30-14 10-17"),
    _person(
        "Nanna Granly P 32 Egernet",
        date(2024, 6, 1),
        "21/3",
        "9-15.30 7-13.30 9-15.30 9.30-15.30 10.30-17",
        "Læser til diplom i de ulige uger.",
    ),
    _person("Otto Kærvig PM 37 Ræven", date(2020, 1, 1), "13/11", "6.30-13.30 8-15.30 9.30-17 8-15.30 8-15.30"),
    _person("Pernille Hvidtorn P 37 Ræven", date(2012, 6, 1), "1/9", "8-15.30 6.30-14 8-15.30 9.30-17 6.30-13.30"),
    _person(
        "Rikke Solhøj P 37 Ræven", date(2015, 8, 1), "16/4", "9.30-17 9.30-17 6.30-14 6.30-14 10-17", "Sprogansvarlig."
    ),
    _person("Signe Nørmark PM 28 Ræven", date(2025, 5, 1), "8/8", "8-15 8-15 8-15 fri 8-15"),
    _person("Thea Birkemark P 37 Uglen", date(2013, 9, 1), "27/5", "6.30-14 8-15.30 6.30-14 9.30-17 8-15"),
    _person("Ulla Fjordgren PM 35 Uglen", date(2010, 10, 1), "12/1", "8-15 6.30-14 10.30-17 6.30-14 10.30-17"),
    _person("Viktor Askholt P 37 Uglen", date(2020, 8, 1), "6/7", "9.30-17 9.30-17 9.30-17 8-15.30 6.30-13.30"),
    _person("Yasmin Lyngdal PA 37 Uglen", date(2019, 4, 1), "29/10", "6.30-14 9.30-17 8-15.30 6.30-14 6.30-13.30"),
    _person("Åse Hedelund PM 30 Uglen", date(2008, 3, 1), "18/6", "11-17 6.30-12.30 6.30-12.30 11-17 11-17"),
    _person("Lone Almgård PL 37", date(2018, 1, 1), "22/2"),
)

# Fratrådt: one longer ago than leavers are kept, so that the list of deletions has somebody on it.
LEFT_LAST_SUMMER: Final = _person(
    "Gry Sandager PM 32 Ræven", date(2017, 8, 1), "24/10", "8-14.30 8-14.30 8-14.30 8-14.30 8-14"
)
LEFT_LATELY: Final = _person(
    "Palle Tornvig P 37 Egernet",
    date(2011, 2, 1),
    "4/3",
    "8-15.30 8-15.30 9.30-17 8-15.30 8-15",
    "Har afleveret nøgle.",
)
NEWCOMER: Final = "Emil"

MATERNITY_COVER: Final = "Maja Damborg"
HOURLY_COVER: Final = "Frida Holt"
