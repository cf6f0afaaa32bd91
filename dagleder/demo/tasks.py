"""The tasks of the fictional house in every state, entered on the days they came up and followed since."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from dagleder.calendars.workdays import is_workday
from dagleder.demo.house import Places
from dagleder.tasks.drafts import Origin, PersonDraft, StepDraft, TaskDraft
from dagleder.tasks.needs import Need
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.service import TasksService
from dagleder.tasks.states import Mandate, Part

At = Callable[[date], TasksService]
"""The service as the leader had it on a day: a task bears the day it came up, and the day it was done."""


@dataclass(frozen=True)
class DemoTask:
    """`people` by first name; of the steps the first `ticked` are done. Days are counted from today."""

    title: str
    due: int | None
    people: str = ""
    kind: str = ""
    team: str = ""
    origin: str = ""
    steps: tuple[str, ...] = ()
    ticked: int = 0
    started: bool = False  # also without anything ticked
    added: int = 20  # days ago
    own: bool = False
    learner: str = ""
    partner: str = ""
    hours: int | None = None
    weekly: bool = False
    period: int | None = None  # days before its end
    repeat: Repeat | None = None
    mandate: Mandate | None = None
    needs: Mapping[str, int] = field(default_factory=dict)
    wishes: Mapping[str, int] = field(default_factory=dict)
    follow_ups: tuple[tuple[int, str, str], ...] = ()  # day, what to ask, what was answered
    description: str = ""
    theme: str = ""


_A_DAY, _A_STEP = timedelta(days=1), timedelta(days=2)
_YEARLY, _MONTHLY = Repeat(1, Unit.YEARS), Repeat(1, Unit.MONTHS)
_INSPECTION: Final = (
    "Gå legepladsen igennem med skemaet",
    "Tag billeder af fejl",
    "Bestil reservedele",
    "Efterse igen",
)
_NEWCOMER: Final = (
    "Vis huset og rutinerne",
    "Følg ham på åbnevagt",
    "Samtale efter to uger",
    "Samtale efter seks uger",
)
_FOREST_TRIP: Final = ("Find ruten", "Seddel til forældrene", "Bestil madpakker", "Pak førstehjælpstasken")
_NEWSLETTER: Final = ("Saml bidrag fra stuerne", "Skriv", "Send ud")

TASKS: Final = (
    DemoTask(
        "Legepladseftersyn, hele huset",
        -2,
        "Otto",
        "praktisk",
        "Ræven",
        "Personalemøde",
        _INSPECTION,
        ticked=3,
        hours=6,
        repeat=Repeat(6, Unit.MONTHS),
        mandate=Mandate.DECIDE,
        follow_ups=((0, "Er reservedelene kommet?", ""),),
    ),
    DemoTask("Send dagsorden til personalemødet", 0, own=True, origin="Møder", added=3),
    DemoTask(
        "Skovtur: plan og madpakker",
        0,
        "Thea",
        "paedagogisk_aktivitet",
        "Uglen",
        steps=_FOREST_TRIP,
        ticked=2,
        hours=4,
        mandate=Mandate.DECIDE,
    ),
    DemoTask("Bestil vikar til workshop", 1, own=True, added=6),
    DemoTask(
        "Nyhedsbrev til forældre", 1, "Nanna", "", "Egernet", steps=_NEWSLETTER, ticked=2, repeat=_MONTHLY, hours=3
    ),
    DemoTask("Ring til PPR om observation", 4, own=True, team="Ræven", origin="Socialrådgivermøde", added=9),
    DemoTask(
        "Introplan for Emil, uge 3–6",
        8,
        "Amalie",
        "mentor",
        "Mariehønen",
        "Ny kollega",
        _NEWCOMER,
        ticked=2,
        added=9,
        hours=1,
        weekly=True,
        period=40,
        mandate=Mandate.DECIDE,
        follow_ups=((5, "Hvordan falder Emil til?", ""),),
    ),
    DemoTask("Godkend indkøb til legeplads", 8, own=True, origin="MED", added=14),
    DemoTask(
        "Ny koordinator for sprogvurderinger",
        20,
        "",
        "sprogvurdering",
        "",
        "Personalemøde",
        added=7,
        hours=2,
        weekly=True,
        period=14,
        mandate=Mandate.PROPOSE,
        wishes={"tras": 2},
        description="Samler aftaler og frister for husets sprogvurderinger og er den, stuerne spørger.",
        theme="sprog",
    ),
    DemoTask(
        "TRAS-oplæring af Nanna",
        20,
        "Karen",
        "",
        "Egernet",
        "MUS-aftale",
        ("Første formiddag", "Anden formiddag", "Nanna gør det selv"),
        ticked=1,
        learner="Nanna",
        hours=6,
        mandate=Mandate.DECIDE,
        needs={"tras": 4},
        follow_ups=(
            (-5, "Er de kommet i gang?", "Første formiddag er holdt. Karen vil gerne have én mere."),
            (12, "Er Nanna klar til at gøre det selv?", ""),
        ),
        theme="sprog",
    ),
    DemoTask(
        "Opdatere brandinstruks", 34, "Otto", "praktisk", "", "Årshjul", repeat=_YEARLY, needs={"brand": 3}, hours=3
    ),
    DemoTask(
        "Skrive tjekliste til overgange",
        39,
        "Rikke",
        "",
        "Ræven",
        "Stuemøde",
        ("Udkast", "Prøv det på stuen", "Ret til", "Vis det på personalemødet"),
        ticked=1,
        mandate=Mandate.PROPOSE,
    ),
    DemoTask("Sende tilsynsrapport til forældreråd", 43, own=True, origin="Tilsyn"),
    DemoTask(
        "Kost og måltid: ny menuplan",
        49,
        "Åse",
        "praktisk",
        "",
        "Forældremøde",
        ("Spørg stuerne", "Hent forslag fra kommunen", "Udkast", "Vis den til forældrerådet", "Hæng den op"),
        ticked=2,
        needs={"maaltid": 3},
        hours=8,
    ),
    DemoTask(
        "Motorikbane i kælderen",
        50,
        "Viktor",
        "paedagogisk_aktivitet",
        "Uglen",
        needs={"leg": 4},
        theme="krop",
        started=True,
    ),
    DemoTask(
        "Sprogvurdering af treårige",
        27,
        "Rikke Helle",
        "sprogvurdering",
        "",
        "Årshjul",
        partner="Karen",
        hours=10,
        started=True,
        period=30,
        mandate=Mandate.DECIDE,
        theme="sprog",
    ),
    DemoTask("KIDS-observation, to stuer", 71, own=True, origin="Målepunkt"),
    DemoTask(
        "Planlægge kolonituren", 80, "Pernille Jonas", "paedagogisk_aktivitet", "", "Årshjul", repeat=_YEARLY, hours=8
    ),
    DemoTask(
        "Vejleder for studerende, nyt hold",
        95,
        "Helle",
        "vejleder_studerende",
        "Humlebien",
        hours=1,
        weekly=True,
        period=120,
    ),
    DemoTask("Oplæg om videorefleksion", 26, "", "oplaeg", "", "Personalemøde", needs={"video": 3}, added=4),
)

# Done so many days ago; a few came again since. Dropped, and why in the description.
DONE: Final = (
    (
        DemoTask(
            "Bedsteforældredag",
            -24,
            "Jonas Signe",
            "paedagogisk_aktivitet",
            "",
            "Årshjul",
            hours=5,
            added=60,
            repeat=_YEARLY,
        ),
        23,
    ),
    (
        DemoTask("Sprogvurdering, første runde", -120, "Rikke", "sprogvurdering", "", "Årshjul", hours=10, added=170),
        118,
    ),
    (
        DemoTask("Forældresamtaler på Egernet", -40, "Karen Jonas", "foraeldresamtale", "Egernet", hours=12, added=80),
        41,
    ),
    (DemoTask("Oprydning i skuret", -10, "Ulla", "praktisk", "Uglen", hours=3, added=30), 12),
    (DemoTask("Vejleder for studerende, første hold", -45, "Helle", "vejleder_studerende", "Humlebien", added=200), 44),
    (DemoTask("Oplæg om læringsmiljøer", -60, "Amalie", "oplaeg", needs={"laeringsmiljoeer": 3}, added=95), 61),
    (DemoTask("Netværksmøde om sprog", -30, "Pernille", "netvaerk", hours=3, added=50), 30),
)
DROPPED: Final = (
    (
        DemoTask(
            "Fælles sang på legepladsen hver fredag", -8, "Leyla", description="Passede ikke med skovdagene.", added=45
        ),
        9,
    ),
)


def fill(at: At, places: Places, people: Mapping[str, int], competences: Mapping[str, int], today: date) -> None:
    """Everything as it stands today: also the day on which each was given, ticked, followed up and done."""
    desk = _Desk(at, places, people, competences, today)
    for task in TASKS:
        desk.lay(task)
    for task, days in DONE:
        at(today - timedelta(days=days)).finish(desk.lay(task))
    for task, days in DROPPED:
        at(today - timedelta(days=days)).drop(desk.lay(task))


@dataclass(frozen=True)
class _Desk:
    """Lays tasks in the house, with names turned into ids and days counted from today."""

    at: At
    places: Places
    people: Mapping[str, int]
    competences: Mapping[str, int]
    today: date

    def lay(self, task: DemoTask) -> int:
        added = self.today - timedelta(days=task.added)
        tasks = self.at(added)
        task_id = tasks.add(self._draft(task, tasks))
        for number, step in enumerate(tasks.task(task_id).steps[: task.ticked]):
            self.at(min(added + _A_STEP * (number + 1), self.today)).tick(task_id, step.id)
        if task.started:
            self.at(added + _A_STEP).start(task_id)
        for days, text, answer in task.follow_ups:
            follow_up = tasks.follow_up(task_id, self._day(days), text)
            if answer:
                self.at(self._day(days)).answer_follow_up(task_id, follow_up, answer)
        return task_id

    def _draft(self, task: DemoTask, tasks: TasksService) -> TaskDraft:
        due = None if task.due is None else self._day(task.due)
        kind = next((each for each in tasks.kinds() if each.key == task.kind), None)
        return TaskDraft(
            title=task.title,
            kind_id=kind.id if kind else None,
            description=task.description,
            team_id=self.places.teams[task.team] if task.team else None,
            theme=task.theme,
            first=due - timedelta(days=task.period) if due and task.period else None,
            due=due,
            minutes=task.hours * 60 if task.hours else None,
            weekly=task.weekly,
            mandate=task.mandate,
            needs=(*(kind.needs if kind else ()), *self._needs(task)),
            origin=Origin(task.origin),
            steps=tuple(map(StepDraft, task.steps)),
            people=tuple(self._people(task)),
            own=task.own,
            repeat=task.repeat,
        )

    def _needs(self, task: DemoTask) -> Iterator[Need]:
        for asked, must in ((task.needs, True), (task.wishes, False)):
            for key, level in asked.items():
                yield Need(self.competences[key], level, must)

    def _people(self, task: DemoTask) -> Iterator[PersonDraft]:
        for names, part in ((task.people, Part.OWNER), (task.learner, Part.LEARNER), (task.partner, Part.PARTNER)):
            for name in names.split():
                yield PersonDraft(self.people[name], part)

    def _day(self, days: int) -> date:
        """So many days from today, on a working day: never nearer to today than told."""
        day = self.today + timedelta(days=days)
        while days and not is_workday(day):
            day += _A_DAY if days > 0 else -_A_DAY
        return day
