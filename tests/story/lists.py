"""What the two sample lists say, read without the program: the truth the story is measured by."""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

LISTS = Path(__file__).parent.parent / "data" / "lille-hus"
OWN_LIST = LISTS / "personale-egen-liste.xlsx"
PAYROLL = LISTS / "personale-loensystem.csv"

_ROLES = {"Pædagog": "P", "Pædagogmedhjælper": "PM", "Pædagogisk assistent": "PA"}


@dataclass(frozen=True)
class Line:
    """One person as the payroll system has her."""

    number: str
    name: str
    role: str
    start: date
    hours: float
    team: str
    phone: str


def payroll() -> dict[str, Line]:
    """By full name; the total at the end is no person."""
    with PAYROLL.open(encoding="cp1252", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["Fornavn"]]
    lines = [
        Line(
            number=row["Medarbejdernr."],
            name=f"{row['Fornavn']} {row['Efternavn']}",
            role=_ROLES[row["Stillingsbetegnelse"]],
            start=datetime.strptime(row["Ansættelsesdato"], "%d-%m-%Y").date(),
            hours=float(row["Ugentligt timetal"].replace(",", ".")),
            team=row["Afdeling/stue"],
            phone=row["Mobil"].replace(" ", ""),
        )
        for row in rows
    ]
    return {line.name: line for line in lines}
