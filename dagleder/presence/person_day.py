"""One person on one date: where she is, when, and why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from dagleder.base.dates import DAY_MINUTES
from dagleder.presence.facts import Absence, Loan, Person, Substitute
from dagleder.presence.happenings import NOTHING, Happenings
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.presence.pattern import home_team, scheduled
from dagleder.presence.sources import Engagement
from dagleder.presence.standing import Standing
from dagleder.staff.patterns import Shift

PEDAGOGUE_ROLES: Final = frozenset({"P", "DP", "DPK"})
"""Who counts as pædagog: pædagoger, also those of dagplejen. Leaders do not, whatever their education."""

LEADER_ROLES: Final = frozenset({"PL", "DL"})

OFF: Final = "fri"
NOT_EMPLOYED: Final = "ikke ansat"

ALL_DAY: Final = (0, DAY_MINUTES)

Stint = tuple[int, int, int | None]
"""From, to (minutes after midnight), and the stue (None: in the house only)."""


@dataclass(frozen=True, slots=True)
class PersonDay:
    """What is known of one person (or one vikar who is not on the staff) on one date.

    `shift` is what she was to work, after public holidays, lukkedage and special days; without one `why_off`
    says why ('fri', 'ikke ansat', 'skærtorsdag', 'Lukkedag'). `stints` is when and where she really is, in order
    of the day; one without clock times has `untimed` minutes left instead. `present`: counts for the day.
    `day_team`: the stue that the day counts her on. `counted` is False for a leader who is not to be counted
    (and has not put herself in as vikar).
    """

    person: Person | None
    substitute: Substitute | None
    home_id: int | None
    team_id: int | None
    shift: Shift | None
    why_off: str
    absences: tuple[Absence, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    loans: tuple[Loan, ...] = ()
    stints: tuple[Stint, ...] = ()
    untimed: int = 0
    present: bool = False
    day_team: int | None = None  # None too where the day does not count her
    counted: bool = True
    pedagogue: bool = False

    @property
    def name(self) -> str:
        if self.person:
            return self.person.name
        return self.substitute.name or "Vikar" if self.substitute else ""

    @property
    def called(self) -> str:
        return self.person.called if self.person else self.name

    @property
    def reckoned_without(self) -> bool:
        """Away for so long that nobody misses her on this very day."""
        return any(absence.whole_days and KIND_BY_KEY[absence.kind].lasting for absence in self.absences)

    def is_away(self, span: tuple[int, int], day: date) -> bool:
        """Whether an absence or an engagement takes any of from–to on `day`, the one she is told of."""
        away = [absence_span(absence) for absence in self.absences]
        away += [engagement_span(engagement, day) for engagement in self.engagements]
        return any(start < span[1] and span[0] < end for start, end in away)

    def on(self, team_id: int | None) -> bool:
        """Whether she is on that stue at any time of the day."""
        if self.untimed:
            return self.team_id == team_id
        return any(team == team_id for _, _, team in self.stints)


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same for everybody on a date. `windows`: when a band is, and under None the whole opening day."""

    standing: Standing
    windows: Mapping[int | None, tuple[int, int]]
    counts_leader: bool

    def can_work(self, team_id: int) -> bool:
        """Whether anybody can be put on that stue on the date."""
        return self.standing.workday and self.is_open(team_id)

    def is_open(self, team_id: int) -> bool:
        """Whether somebody who works on the date anyway (a Saturday by her pattern) can be on that stue."""
        return team_id in self.standing.open_teams and not self.standing.closing_of(team_id)


def person_day(person: Person, frame: Frame, happenings: Happenings) -> PersonDay:
    """Where one of the staff is on the date of `frame`.

    A lukkedag sends home whoever belongs (or is lent) to a closed matrikel. Of two loans the one for a band
    wins in that band. Whoever is put in as vikar is there for the whole window, and nowhere else meanwhile.
    """
    standing = frame.standing
    home = team = home_team(person.employment, standing.day, standing.open_teams)
    for loan in happenings.loans:
        if loan.band_id is None and loan.team_id in standing.open_teams:
            team = loan.team_id
    shift, why_off = _shift(person, standing, team)
    if happenings is NOTHING:
        stints: list[Stint] = [(*shift.span, team)] if shift and shift.span else []
        untimed = shift.minutes if shift and not shift.span else 0
        base = shift.minutes if shift else 0
    else:
        stints, untimed, base = _eventful(person, frame, happenings, shift, team)
    present, day_team = _counts_for(stints, untimed, base, team)
    return PersonDay(
        person=person,
        substitute=happenings.substitutes[0] if happenings.substitutes else None,
        home_id=home,
        team_id=team,
        shift=shift,
        why_off=why_off,
        absences=tuple(happenings.absences),
        engagements=tuple(happenings.engagements),
        loans=tuple(happenings.loans),
        stints=tuple(stints),
        untimed=untimed,
        present=present,
        day_team=day_team,
        counted=frame.counts_leader or person.role not in LEADER_ROLES or bool(happenings.substitutes),
        pedagogue=person.role in PEDAGOGUE_ROLES,
    )


def stranger_day(substitute: Substitute, frame: Frame) -> PersonDay | None:
    """A vikar who is not on the staff; None where nobody can work. In a band only, she does not count for the day."""
    if not frame.can_work(substitute.team_id):
        return None
    team = substitute.team_id
    return PersonDay(
        person=None,
        substitute=substitute,
        home_id=None,
        team_id=team,
        shift=None,
        why_off="",
        stints=((*frame.windows[substitute.band_id], team),),
        present=substitute.band_id is None,
        day_team=team if substitute.band_id is None else None,
        pedagogue=substitute.pedagogue,
    )


def _shift(person: Person, standing: Standing, team: int | None) -> tuple[Shift | None, str]:
    """What is to be worked, and why nothing is."""
    shift = scheduled(person.employment, standing.day)
    if shift is None:
        return None, OFF if person.employment.employed_on(standing.day) else NOT_EMPLOYED
    why = standing.holiday or standing.closing_of(team)
    if why:
        return None, why
    off_from = standing.off_from.get(person.group)
    if off_from is None or standing.special is None:
        return shift, ""
    cut = _until(shift, off_from)
    return cut, "" if cut else standing.special.name


def _until(shift: Shift, minute: int) -> Shift | None:
    """The part of a shift before `minute`; of hours without clock times half a day's."""
    if not minute:
        return None
    if shift.span is None:
        return Shift(shift.minutes // 2)
    start, end = shift.span[0], min(shift.span[1], minute)
    return Shift(end - start, start, end) if start < end else None


def _eventful(
    person: Person, frame: Frame, happenings: Happenings, shift: Shift | None, team: int | None
) -> tuple[list[Stint], int, int]:
    """(stints, untimed minutes, the minutes that 'half the day' is half of) of a day on which something happens."""
    stints: list[Stint] = [(*shift.span, team)] if shift and shift.span else []
    untimed = shift.minutes if shift and not shift.span else 0
    base = shift.minutes if shift else 0
    for loan in happenings.loans:
        if loan.band_id is not None and frame.is_open(loan.team_id):
            stints = _moved(stints, frame.windows[loan.band_id], loan.team_id)
    for substitute in happenings.substitutes:
        if frame.can_work(substitute.team_id) and person.employment.employed_on(frame.standing.day):
            start, end = frame.windows[substitute.band_id]
            stints = [*_without(stints, start, end), (start, end, substitute.team_id)]
            if substitute.band_id is None:
                untimed, base = 0, end - start
    aways = _aways(frame.standing.day, happenings)
    for start, end in aways:
        stints = _without(stints, start, end)
    return sorted(stints, key=lambda stint: stint[0]), _untimed_left(untimed, aways, frame.windows[None]), base


def _aways(day: date, happenings: Happenings) -> list[tuple[int, int]]:
    """When absences and engagements take her away on `day`."""
    absent = [absence_span(absence) for absence in happenings.absences]
    return absent + [engagement_span(engagement, day) for engagement in happenings.engagements]


def absence_span(absence: Absence) -> tuple[int, int]:
    """The part of each of its days that an absence takes."""
    return ALL_DAY if absence.start is None or absence.end is None else (absence.start, absence.end)


def engagement_span(engagement: Engagement, day: date) -> tuple[int, int]:
    """The part of `day` that an engagement takes; overnight it is the end of one day and the start of the next."""
    start, end = engagement.start, engagement.end
    begins = start.hour * 60 + start.minute if start.date() == day else 0
    return begins, end.hour * 60 + end.minute if end.date() == day else DAY_MINUTES


def _untimed_left(minutes: int, aways: list[tuple[int, int]], opening: tuple[int, int]) -> int:
    """What is left of hours without clock times: only what lies within the opening hours takes of them."""
    left: list[Stint] = [(*opening, None)]
    for start, end in aways:
        left = _without(left, start, end)
    away = opening[1] - opening[0] - sum(end - start for start, end, _ in left)
    return max(0, minutes - away) if left else 0


def _without(stints: list[Stint], start: int, end: int) -> list[Stint]:
    """The stints outside start–end."""
    left = []
    for begins, ends, team in stints:
        if begins < min(ends, start):
            left.append((begins, min(ends, start), team))
        if max(begins, end) < ends:
            left.append((max(begins, end), ends, team))
    return left


def _moved(stints: list[Stint], window: tuple[int, int], team: int) -> list[Stint]:
    """The same stints, those within the window on `team`."""
    start, end = window
    inside = [(max(begins, start), min(ends, end), team) for begins, ends, _ in stints]
    return _without(stints, start, end) + [stint for stint in inside if stint[0] < stint[1]]


def _counts_for(stints: list[Stint], untimed: int, base: int, team: int | None) -> tuple[bool, int | None]:
    """Whether the day counts her (away less than half of `base`), and on which stue: there longest, `team` on a tie."""
    if not base:
        return False, None
    minutes: dict[int | None, int] = {}
    for start, end, where in stints if not untimed else [(0, untimed, team)]:
        minutes[where] = minutes.get(where, 0) + end - start
    if sum(minutes.values()) * 2 <= base:
        return False, None
    return True, max(minutes, key=lambda where: (minutes[where], where == team))
