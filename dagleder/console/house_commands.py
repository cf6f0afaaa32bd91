"""The commands about the house itself: made, checked, copied, taken back a step."""

from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from dagleder import app
from dagleder.base.command import Answer, Argument, Command, Json, out_argument
from dagleder.base.cpr import has_cpr
from dagleder.base.dates import clock_digits, day_short
from dagleder.base.findings import Finding, Level
from dagleder.base.text import plural
from dagleder.console.running import OpenHouse, Place, needing_password, opened
from dagleder.storage.backups import make_backup
from dagleder.storage.problems import DamagedHouse
from dagleder.storage.restoring import restore, restore_damaged


def new(place: Place, read: Namespace) -> Answer:
    """Makes a house; the password file's password becomes its own."""
    create = app.create_demo_house if read.demo else app.create_house
    stem = "" if read.demo or has_cpr(place.path.stem) else place.path.stem
    name = read.name or stem
    create(place.path, name=name, secret=place.secret, clock=place.clock, author=place.author).close()
    return Answer({"house": str(place.path)}, (f"Huset er oprettet: {place.path}.",))


def history(house: OpenHouse, _: Namespace) -> Answer:
    steps = house.services.database.history()
    value: list[Json] = [
        {"step": s.step, "at": s.at.isoformat(), "by": s.by, "name": s.name, "undone": s.undone} for s in steps
    ]
    lines = []
    for step in steps:
        at = f"{day_short(step.at.date(), year=True)} kl. {clock_digits(step.at.hour * 60 + step.at.minute)}"
        parts = [at, step.name, *([step.by] if step.by else []), *(["fortrudt"] if step.undone else [])]
        lines.append(" · ".join(parts))
    return Answer(value, tuple(lines or ["Der er ikke lavet noget endnu."]))


def undo(house: OpenHouse, _: Namespace) -> Answer:
    name = house.services.database.undo().name
    return Answer({"name": name}, (f"Fortrudt: {name}.",))


def redo(house: OpenHouse, _: Namespace) -> Answer:
    name = house.services.database.redo().name
    return Answer({"name": name}, (f"Gjort igen: {name}.",))


def check(place: Place, _: Namespace) -> Answer:
    """Whether the file is whole; one that cannot be opened for damage is an answer too."""
    found = _found_wrong(place)
    whole = not any(finding.level is Level.MUST for finding in found)
    value = [{"level": f.level.value, "subject": f.subject, "text": f.text, "source": f.source} for f in found]
    lines = tuple(f"{f.subject}: {f.text}" for f in found)
    if whole:
        return Answer({"ok": True, "findings": value}, (*lines, "Huset er helt."))
    problem = f"{plural(len(found), 'fejl', 'fejl')} i filen; sæt en kopi i stedet med restore FILE."
    return Answer({"ok": False, "findings": value}, lines, exit_code=1, problem=problem)


def _found_wrong(place: Place) -> list[Finding]:
    try:
        with opened(place, writes=False) as services:
            return services.database.check()
    except DamagedHouse as damage:
        return [Finding(Level.MUST, "Filen", damage.sentence)]


def backup(house: OpenHouse, read: Namespace) -> Answer:
    """A verified copy, which is a house with the same password."""
    rows = sum(make_backup(house.services.database, read.out).values())
    return Answer({"file": str(read.out), "rows": rows}, (f"Kopien er åbnet og talt efter: {read.out}.",))


def bring_back(place: Place, read: Namespace) -> Answer:
    """The copy in the place of the house, which is kept first; also of one that is damaged or gone."""
    kept = _exchanged(place, read.file)
    before = () if kept is None else (f"Det, der var før, er gemt som {kept}.",)
    value: Json = {"restored": str(read.file), "kept": None if kept is None else str(kept)}
    return Answer(value, (f"Huset er gendannet fra {read.file}.", *before))


def _exchanged(place: Place, copy: Path) -> Path | None:
    """Where the house as it was is kept now; None where there was none."""
    if place.path.exists():
        with suppress(DamagedHouse), opened(place, writes=True) as services:
            return restore(services.database, copy, place.clock, place.secret).backup.path
    with needing_password(place):
        return restore_damaged(place.path, copy, place.clock, place.secret)


PLACE_COMMANDS = (
    Command(
        ("new",),
        "opret et nyt hus",
        new,
        (
            Argument(("--name",), {"metavar": "NAVN", "help": "institutionens navn"}),
            Argument(("--demo",), {"action": "store_true", "help": "det opdigtede hus at se sig om i"}),
        ),
        writes=True,
    ),
    Command(("check",), "se efter, om filen er hel", check),
    Command(
        ("restore",),
        "sæt en kopi i stedet for huset",
        bring_back,
        (Argument(("file",), {"type": Path, "metavar": "FILE", "help": "kopien"}),),
        writes=True,
    ),
)
HOUSE_COMMANDS = (
    Command(("history",), "hvad der er gjort, det nyeste først", history),
    Command(("undo",), "fortryd det seneste trin", undo, writes=True),
    Command(("redo",), "gør det fortrudte igen", redo, writes=True),
    Command(("backup",), "lav en kopi, der er åbnet og talt efter", backup, (out_argument("et nyt hus"),)),
)
