"""What the storage tests share: filling a house, and comparing two."""

import shutil
from pathlib import Path

from sqlmodel import col, select

from dagleder.models.settings import House, Site, Team
from dagleder.models.staff import Employee
from dagleder.storage.connection import connected
from dagleder.storage.database import Database
from dagleder.storage.schema import FEATURE_TABLE_NAMES

Dump = dict[str, list[tuple[object, ...]]]


def add_site(database: Database, name: str) -> int:
    with database.writing(f"Tilføj {name}") as session:
        site = Site(name=name)
        session.add(site)
        session.flush()
        assert site.id is not None
        return site.id


def rename_site(database: Database, site_id: int, name: str, step: str = "Ret matrikel") -> None:
    with database.writing(step) as session:
        session.get_one(Site, site_id).name = name


def site_names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.exec(select(Site.name).order_by(col(Site.id))))


def add_staff(database: Database, count: int, note: str = "Kan lide te") -> None:
    """A matrikel, a stue and `count` employees, in one step."""
    with database.writing(f"Tilføj {count} medarbejdere") as session:
        session.add(Site(id=1, name="Hovedhuset"))
        session.add(Team(id=1, name="Egernet", site_id=1))
        session.add_all(
            [
                Employee(first_name="Søs", last_name=f"Ågård {n}", initials=f"S{n}", role="P", notes=f"{note} {n}")
                for n in range(count)
            ]
        )


def set_second_place(database: Database, folder: Path) -> None:
    with database.writing("Ekstra kopi") as session:
        house = session.get(House, 1) or House(id=1, name="Solsikken")
        house.backup_place = str(folder)
        session.add(house)


def dump(database: Database) -> Dump:
    """Every row of every feature table: two houses are identical when their dumps are equal."""
    with database._open.raw_reader() as connection:
        return {
            table: connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()  # noqa: S608 -- our own names
            for table in sorted(FEATURE_TABLE_NAMES)
        }


def copy_of(house: Path, target: Path) -> Path:
    """A closed house copied byte by byte."""
    shutil.copyfile(house, target)
    return target


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def plain_text_of(path: Path, database: Database) -> bytes:
    """The house at `path` as it reads once decrypted: every page, also free ones."""
    plain = path.with_name(path.name + ".klar")
    plain.unlink(missing_ok=True)
    with connected(path, database._open.key) as connection:
        connection.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
        connection.execute("SELECT sqlcipher_export('plain')")
        connection.execute("DETACH DATABASE plain")
    text = plain.read_bytes()
    plain.unlink()
    return text
