"""Shows the program on a machine without a screen: the demo house's papers (PDF) and screens (PNG), in a folder.

`installer/dev.py run` calls it where no window can be opened. The very program is run, on Qt's offscreen platform,
with a home of its own that is thrown away.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from dagleder import app
from dagleder.base.clock import SystemClock
from dagleder.base.errors import Bug
from dagleder.base.paths import HOME_VARIABLE
from dagleder.competence.reports_overview import overview_paper
from dagleder.competence.reports_profile import profile_paper
from dagleder.competence.reports_vulnerability import vulnerability_paper
from dagleder.exchange.pdf import render_pdf
from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.reports import list_report, year_report
from dagleder.presence.reports import week_grid, week_in_words

_PLATFORM = "QT_QPA_PLATFORM"
_SIZE = (1440, 900)
_PATIENCE_MS, _LOOK_MS, _SETTLE_MS = 120_000, 20, 300


def main(out_dir: Path) -> list[Path]:
    """Write everything to `out_dir` (made if need be); the files written, papers first."""
    out_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dagleder-") as folder, _own_home(Path(folder)):
        house = Path(folder) / "Eksempel.dagleder"
        services = app.create_demo_house(house, secret=None, clock=SystemClock())
        try:
            papers = _papers(services, out_dir)
        finally:
            services.close()
        return papers + _screens(house, out_dir)


@contextmanager
def _own_home(folder: Path) -> Iterator[None]:
    """Nothing of the user's is touched, and no screen is asked for."""
    before = {name: os.environ.get(name) for name in (HOME_VARIABLE, _PLATFORM)}
    os.environ[HOME_VARIABLE] = str(folder / "hjem")
    os.environ.setdefault(_PLATFORM, "offscreen")
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _papers(services: app.Services, out_dir: Path) -> list[Path]:
    """Every paper of the house; a feature that was left out has none."""
    written = []
    for name, make in _documents(services).items():
        file = out_dir / f"{name}.pdf"
        file.write_bytes(render_pdf(make()))
        written.append(file)
    return written


def _documents(services: app.Services) -> dict[str, Callable[[], Any]]:
    house, today = services.settings.house(), services.clock.today()
    papers: dict[str, Callable[[], Any]] = {"medarbejderliste": services.staff.list_paper}
    if services.presence is not None:
        week = services.presence.this_week()
        papers["bemanding-uge"] = lambda: week_grid(week, house.name, today)
        papers["bemanding-i-ord"] = lambda: week_in_words(week, house.name, today)
    if services.meetings is not None:
        plan = services.meetings.plan(PlanYear(services.meetings.default_year()))
        papers["moedeplan-aar"] = lambda: year_report(plan)
        papers["moedeplan-liste"] = lambda: list_report(plan)
    papers |= _of_competences(services) | _of_tasks(services)
    person = _somebody(services)
    if (departure := services.departure) is not None:
        papers["overdragelsesplan"] = lambda: departure.handover_paper(person)
    if (privacy := services.privacy) is not None:
        papers["tekst-til-fortegnelsen"] = privacy.record_paper
        papers["information-til-personalet"] = privacy.staff_information
        papers["oplysninger-til-medarbejderen"] = lambda: privacy.person_paper(person)
    return papers


def _somebody(services: app.Services) -> int:
    """Somebody of whom the papers have much to tell: the first who has a task."""
    tasks = services.tasks.tasks() if services.tasks is not None else ()
    owners = (person.employee_id for task in tasks for person in task.owners)
    return next(owners, services.staff.staff_list()[0].id)


def _of_competences(services: app.Services) -> dict[str, Callable[[], Any]]:
    if (competence := services.competence) is None:
        return {}
    insight, person = competence.insight, _somebody(services)
    return {
        "kompetenceoverblik": lambda: overview_paper(insight.overview()),
        "kompetenceprofil": lambda: profile_paper(insight.profile(person)),
        "saarbarhed": lambda: vulnerability_paper(insight.vulnerability_report()),
    }


def _of_tasks(services: app.Services) -> dict[str, Callable[[], Any]]:
    tasks, delegation = services.tasks, services.delegation
    if tasks is None or delegation is None:
        return {}
    given = next((kept for task in tasks.tasks() for kept in delegation.delegations(task.id)), None)
    today = services.clock.today()
    papers: dict[str, Callable[[], Any]] = {
        "opgaveliste": tasks.list_paper,
        "opgavernes-spredning": lambda: tasks.spread_paper(today - timedelta(days=365), today),
    }
    if given is not None:
        papers["hvorfor-fik-jeg-opgaven"] = lambda: delegation.why_paper(given.id)
    return papers


def _screens(house: Path, out_dir: Path) -> list[Path]:
    """Each page of the rail and the guide's first step, in light and in dark."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 -- after the platform was chosen

    from ui.front_page import FrontPage  # noqa: PLC0415 -- brings Qt
    from ui.program import Program  # noqa: PLC0415 -- brings Qt
    from ui.second_page import speak_danish  # noqa: PLC0415 -- brings Qt

    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(["dagleder"])
    speak_danish(application)
    clock = SystemClock()
    front = FrontPage(application, clock.today(), house)
    front.window.resize(*_SIZE)
    front.window.show_first()
    program = Program(front, clock)
    program.begin()
    try:
        return _Photographer(program, out_dir).all_pictures()
    finally:
        program.leave()
        _wait_until(lambda: not front.window.isVisible())
        program.end()


class _Photographer:
    """Goes through the pages of the running program and takes their pictures."""

    def __init__(self, program: Any, out_dir: Path) -> None:
        self._program, self._out_dir = program, out_dir
        self._taken: list[Path] = []

    def all_pictures(self) -> list[Path]:
        program = self._program
        _wait_until(lambda: program.frame is not None and program.frame.ready)
        for page in program.pages:
            if page.in_rail:
                program.frame.open(page.feature)
                self._take(page.feature)
        program.new_house()
        _wait_until(lambda: program.frame is None and not program.parts.work.busy)
        self._take("guide")
        return self._taken

    def _take(self, name: str) -> None:
        """In light and in dark."""
        from ui.theme.theme import Choice  # noqa: PLC0415 -- brings Qt

        for scheme in (Choice.LIGHT, Choice.DARK):
            self._program.theme.choose(scheme)
            _wait_until(self._at_rest)
            _pause(_SETTLE_MS)
            file = self._out_dir / f"skaerm-{name}-{scheme.value}.png"
            if not self._program.window.grab().save(str(file)):
                raise Bug(f"{file} could not be written")
            self._taken.append(file)

    def _at_rest(self) -> bool:
        frame = self._program.frame
        return not self._program.parts.work.busy and (frame is None or frame.stack.page.complete)


def _wait_until(reached: Callable[[], bool]) -> None:
    """Let the program run until it is so."""
    left = _PATIENCE_MS
    while not reached():
        if left <= 0:
            raise Bug("the program did not come to rest")
        _pause(_LOOK_MS)
        left -= _LOOK_MS


def _pause(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415 -- after the platform was chosen

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
