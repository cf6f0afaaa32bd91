"""The fictional staff of Børnehuset Solsikken: any likeness to real people is chance."""

from dataclasses import dataclass
from datetime import date

MAIN_SITE = "Hovedhuset"
FOREST_SITE = "Skovhuset"


@dataclass(frozen=True)
class DemoTeam:
    name: str
    site: str
    icon: str


@dataclass(frozen=True)
class DemoPerson:
    """`week` is Monday to Friday as the leader would write it, '' for a day off."""

    first_name: str
    last_name: str
    role: str
    hours: str
    team: str
    start: date
    week: tuple[str, str, str, str, str] | None
    birthday: tuple[int, int]  # day, month


TEAMS = (
    DemoTeam("Mariehønen", MAIN_SITE, "bug"),
    DemoTeam("Humlebien", MAIN_SITE, "flower"),
    DemoTeam("Egernet", MAIN_SITE, "squirrel"),
    DemoTeam("Ræven", MAIN_SITE, "paw-print"),
    DemoTeam("Uglen", FOREST_SITE, "bird"),
)

EARLY, DAY, LATE = "6.30-14", "8-15.30", "9.30-17"

PEOPLE = (
    DemoPerson(
        "Amalie",
        "Tangvig",
        "P",
        "37",
        "Mariehønen",
        date(2016, 8, 1),
        (EARLY, LATE, DAY, "8.30-16", "8-15"),
        (14, 5),
    ),
    DemoPerson(
        "Birthe",
        "Lindemark",
        "PM",
        "32,5",
        "Mariehønen",
        date(2009, 2, 15),
        ("9-15.30", "9-15.30", "9-15.30", "9-15.30", "9-15.30"),
        (2, 11),
    ),
    DemoPerson(
        "Cecilie",
        "Ravnsø",
        "P",
        "37",
        "Mariehønen",
        date(2021, 3, 1),
        (LATE, DAY, EARLY, LATE, "8.30-15.30"),
        (23, 1),
    ),
    DemoPerson(
        "Dorte",
        "Højkilde",
        "PA",
        "34",
        "Mariehønen",
        date(2018, 9, 1),
        (DAY, EARLY, "8.30-15", "8-14.30", "6.30-12.30"),
        (9, 7),
    ),
    DemoPerson(
        "Emil",
        "Vestermose",
        "PM",
        "37",
        "Mariehønen",
        date(2026, 3, 2),
        ("8.30-16", "8.30-16", LATE, EARLY, "10-17"),
        (30, 3),
    ),
    DemoPerson(
        "Fatima",
        "Nordhav",
        "P",
        "37",
        "Humlebien",
        date(2014, 11, 1),
        (DAY, LATE, DAY, EARLY, "8-15"),
        (17, 12),
    ),
    DemoPerson(
        "Gitte",
        "Klitager",
        "PM",
        "30",
        "Humlebien",
        date(2006, 1, 1),
        ("8-14", "8-14", "8-14", "11-17", "8-14"),
        (5, 4),
    ),
    DemoPerson(
        "Helle",
        "Brinkholt",
        "P",
        "37",
        "Humlebien",
        date(2011, 5, 1),
        (EARLY, LATE, EARLY, DAY, "10-17"),
        (28, 8),
    ),
    DemoPerson(
        "Ida",
        "Søndervang",
        "PA",
        "37",
        "Humlebien",
        date(2022, 8, 1),
        (LATE, EARLY, LATE, EARLY, "6.30-13.30"),
        (11, 6),
    ),
    DemoPerson(
        "Jonas",
        "Klitmark",
        "P",
        "37",
        "Egernet",
        date(2019, 8, 15),
        (EARLY, DAY, LATE, EARLY, "8.30-15.30"),
        (19, 2),
    ),
    DemoPerson(
        "Karen",
        "Ulvdal",
        "P",
        "35",
        "Egernet",
        date(2003, 4, 1),
        ("8-15", "7-14", "8-15", "8-15", "8-15"),
        (3, 10),
    ),
    DemoPerson(
        "Leyla",
        "Enghave",
        "PM",
        "37",
        "Egernet",
        date(2023, 10, 1),
        ("8.30-16", "8.30-16", EARLY, LATE, "8-15"),
        (25, 9),
    ),
    DemoPerson(
        "Mads",
        "Ellemose",
        "PA",
        "37",
        "Egernet",
        date(2017, 2, 1),
        (LATE, LATE, "8.30-16", "8.30-16", "6.30-13.30"),
        (7, 12),
    ),
    DemoPerson(
        "Nanna",
        "Granly",
        "P",
        "32",
        "Egernet",
        date(2024, 6, 1),
        ("9-15.30", "7-13.30", "9-15.30", "9.30-15.30", "10.30-17"),
        (21, 3),
    ),
    DemoPerson(
        "Otto",
        "Kærvig",
        "PM",
        "37",
        "Ræven",
        date(2020, 1, 1),
        (EARLY, DAY, LATE, EARLY, "8-15"),
        (13, 11),
    ),
    DemoPerson(
        "Pernille",
        "Hvidtorn",
        "P",
        "37",
        "Ræven",
        date(2012, 6, 1),
        (DAY, EARLY, DAY, LATE, "6.30-13.30"),
        (1, 9),
    ),
    DemoPerson(
        "Rikke",
        "Solhøj",
        "P",
        "37",
        "Ræven",
        date(2015, 8, 1),
        (LATE, LATE, EARLY, DAY, "10-17"),
        (16, 4),
    ),
    DemoPerson(
        "Signe",
        "Nørmark",
        "PM",
        "28",
        "Ræven",
        date(2025, 5, 1),
        ("9-16", "9-16", "9-16", "", "9-16"),
        (8, 8),
    ),
    DemoPerson(
        "Thea",
        "Birkemark",
        "P",
        "37",
        "Uglen",
        date(2013, 9, 1),
        (EARLY, DAY, EARLY, DAY, "8-15"),
        (27, 5),
    ),
    DemoPerson(
        "Ulla",
        "Fjordgren",
        "PM",
        "35",
        "Uglen",
        date(2010, 10, 1),
        ("9-16", EARLY, "9-15.30", EARLY, "10.30-17"),
        (12, 1),
    ),
    DemoPerson(
        "Viktor",
        "Askholt",
        "P",
        "37",
        "Uglen",
        date(2020, 8, 1),
        (LATE, LATE, LATE, LATE, "6.30-13.30"),
        (6, 7),
    ),
    DemoPerson(
        "Yasmin",
        "Lyngdal",
        "PA",
        "37",
        "Uglen",
        date(2019, 4, 1),
        (DAY, DAY, DAY, DAY, "8-15"),
        (29, 10),
    ),
    DemoPerson(
        "Åse",
        "Hedelund",
        "PM",
        "30",
        "Uglen",
        date(2008, 3, 1),
        ("11-17", "8-14", "11-17", "8-14", "11-17"),
        (18, 6),
    ),
    DemoPerson("Lone", "Almgård", "PL", "37", "", date(2018, 1, 1), None, (22, 2)),
)
