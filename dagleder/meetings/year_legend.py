"""What stands above and below the year's sheet: title, version, what the letters mean, and the exceptions in words."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from dagleder.base.dates import MONTHS, clock_digits, day_text
from dagleder.base.text import and_list, capitalised, ended
from dagleder.exchange.drawing import Anchor, Hatch, Rect, Shape, Text, Weight
from dagleder.exchange.drawing_ink import GRID, HATCH, INK, INK_SOFT, WEEKEND_FILL, WHITE
from dagleder.exchange.drawing_marks import badge, badge_width, sun
from dagleder.exchange.fonts import fitted, text_width
from dagleder.meetings.kinds import Kind
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan import WHOLE, MeetingPlan
from dagleder.meetings.rule_text import rule_text
from dagleder.meetings.states import PROPOSED
from dagleder.meetings.versions import MOVED_BY_HAND

_SUN = 25.5
_SIZE = 8.25
_BADGE = 11.25
_GAP = 9.75
_FOOT, _FOOT_GAP = 7.9, 13.5
_FOOT_LINE = 19  # from the upper line to the baseline of the lower
_TEAM_SIZES = (7.9, 7.2, 6.6, 6.0)
_CODE_GAP = 3
_PLAIN_KEYS = ("Lille tal = ugenummer", "Klokkeslættet er starten")
_LEAST_ROOM = 20  # for the beginning of a sentence
_FEW_LINES, _MANY_LINES = 3, 4  # of the small legend
_MANY = 9


def title_text(plan: MeetingPlan) -> str:
    return f"Mødeplan {plan.year.label}"


def subtitle_text(plan: MeetingPlan, *, house: bool) -> str:
    """'Børnehuset Solsikken · version 3, 12. marts 2026'; 'udkast' as long as the plan is not given out as it is."""
    whose = plan.settings.name if house and plan.whom == WHOLE else plan.whom
    if house and plan.whom != WHOLE:
        whose = f"{plan.settings.name} · {plan.whom}"
    version = plan.version.text if plan.version else f"udkast {day_text(plan.today, year=True)}"
    return f"{whose} · {version}"


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: Kind
    times: str

    @property
    def wide(self) -> float:
        """As two lines beside the letter."""
        name = text_width(self.kind.name, _SIZE, Weight.BOLD)
        return badge_width(_BADGE) + 3.75 + max(name, text_width(self.times, _SIZE))


def _entries(plan: MeetingPlan) -> list[_Entry]:
    """The kinds of the plan in their order, each with its usual time."""
    spans: dict[int, set[tuple[int, int]]] = {}
    kinds: dict[int, Kind] = {}
    for meeting in plan.shown:
        kinds[meeting.kind.id] = meeting.kind
        spans.setdefault(meeting.kind.id, set()).add((meeting.start, meeting.end))
    ordered = sorted(kinds.values(), key=lambda kind: (kind.position, kind.id))
    return [_Entry(kind, _times(spans[kind.id])) for kind in ordered]


def _times(spans: set[tuple[int, int]]) -> str:
    if len(spans) > 1:
        return "forskellige tider"
    start, end = next(iter(spans))
    return f"kl. {clock_digits(start)}–{clock_digits(end)}"


def head_shapes(plan: MeetingPlan, width: float) -> Iterator[Shape]:
    """Title and version on the left, the letters on the right."""
    yield from sun(0, 5, _SUN)
    left = _SUN + 10.5
    entries = _entries(plan)
    most = width * (0.35 if len(entries) > _MANY else 0.45) - left
    title = fitted(title_text(plan), most, 18, Weight.SEMIBOLD)
    under = fitted(subtitle_text(plan, house=True), most, 9)
    yield Text(left, 16.5, title, 18, INK, Weight.SEMIBOLD)
    yield Text(left, 29.5, under, 9, INK_SOFT)
    taken = left + max(text_width(title, 18, Weight.SEMIBOLD), text_width(under, 9)) + 15
    if sum(entry.wide for entry in entries) + _GAP * max(0, len(entries) - 1) <= width - taken:
        yield from _wide_legend(entries, width)
    else:
        yield from _small_legend(entries, taken, width)


def _wide_legend(entries: Sequence[_Entry], right: float) -> Iterator[Shape]:
    left = right - sum(entry.wide for entry in entries) - _GAP * max(0, len(entries) - 1)
    for entry in entries:
        yield from badge(entry.kind.letter, entry.kind.style, left, 12.5, _BADGE)
        text = left + badge_width(_BADGE) + 3.75
        yield Text(text, 16.5, entry.kind.name, _SIZE, INK, Weight.BOLD)
        yield Text(text, 28.5, entry.times, _SIZE, INK_SOFT)
        left += entry.wide + _GAP


def _small_legend(entries: Sequence[_Entry], left: float, right: float) -> Iterator[Shape]:
    """More kinds than fit side by side: in columns, the time after the name where there is room for it."""
    lines, size, step = (_FEW_LINES, 7.0, 11.25) if len(entries) <= _MANY else (_MANY_LINES, 6.6, 9.4)
    columns = [entries[start : start + lines] for start in range(0, len(entries), lines)]
    room = (right - left - _GAP * (len(columns) - 1)) / len(columns)
    for column in columns:
        for line, entry in enumerate(column):
            top = 1.5 + line * step
            yield from badge(entry.kind.letter, entry.kind.style, left, top, size + 2)
            text = left + badge_width(size + 2) + 3
            name = fitted(entry.kind.name, left + room - text, size, Weight.BOLD)
            yield Text(text, top + size, name, size, INK, Weight.BOLD)
            text += text_width(name, size, Weight.BOLD) + 3
            times = entry.times.removeprefix("kl. ")
            if text + text_width(times, size) <= left + room:
                yield Text(text, top + size, times, size, INK_SOFT)
        left += room + _GAP


def foot_shapes(
    plan: MeetingPlan, width: float, bottom: float, teams: Sequence[tuple[str, str]] = ()
) -> Iterator[Shape]:
    """What the fields mean on the left, the rule and its exceptions on the right; below, which stue 'Ma' is."""
    y = bottom + 5.5
    yield from _team_keys(teams, width, y + _FOOT_LINE)
    strong, rest = _words(plan)
    wanted = text_width(strong, _FOOT, Weight.SEMIBOLD) + text_width(rest, _FOOT) + _FOOT_GAP
    proposed = any(meeting.state == PROPOSED for meeting in plan.shown)
    left = yield from _keys(y, width - wanted, proposed=proposed)
    room = width - left
    strong = fitted(strong, room, _FOOT, Weight.SEMIBOLD) if strong else ""
    used = text_width(strong, _FOOT, Weight.SEMIBOLD) + 2.5 if strong else 0
    rest = fitted(rest, max(0.0, room - used), _FOOT) if room - used > _LEAST_ROOM else ""
    yield Text(width, y + 7, rest, _FOOT, INK_SOFT, anchor=Anchor.END)
    yield Text(width - text_width(rest, _FOOT) - 2.5, y + 7, strong, _FOOT, INK, Weight.SEMIBOLD, Anchor.END)


def _team_keys(teams: Sequence[tuple[str, str]], width: float, baseline: float) -> Iterator[Shape]:
    """'Ma Mariehønen   Hu Humlebien': smaller where there are many, long names cut at last."""
    if not teams:
        return
    size = next((size for size in _TEAM_SIZES if _team_width(teams, size) <= width), _TEAM_SIZES[-1])
    share = width if _team_width(teams, size) <= width else width / len(teams) - _FOOT_GAP
    left = 0.0
    for code, name in teams:
        yield Text(left, baseline, code, size, INK, Weight.SEMIBOLD)
        beside = text_width(code, size, Weight.SEMIBOLD) + _CODE_GAP
        shown = fitted(name, share - beside, size)
        yield Text(left + beside, baseline, shown, size, INK_SOFT)
        left += beside + text_width(shown, size) + _FOOT_GAP


def _team_width(teams: Sequence[tuple[str, str]], size: float) -> float:
    codes = (text_width(code, size, Weight.SEMIBOLD) + _CODE_GAP for code, _ in teams)
    return sum(codes) + sum(text_width(name, size) for _, name in teams) + _FOOT_GAP * (len(teams) - 1)


def _keys(y: float, room: float, *, proposed: bool) -> Generator[Shape, None, float]:
    """What stripes, grey and small figures mean, the plainest left out where there is no room. Gives where it ends."""
    yield Hatch(0, y, 13.5, 8.25, HATCH, WHITE)
    yield Rect(0, y, 13.5, 8.25, "", GRID)
    yield Text(17, y + 7, "lukket", _FOOT, INK_SOFT)
    left = 17 + text_width("lukket", _FOOT) + _FOOT_GAP
    yield Rect(left, y, 13.5, 8.25, WEEKEND_FILL, GRID)
    left += 17
    words = ["weekend og helligdag", *(["? = forslag"] if proposed else []), *_PLAIN_KEYS]
    while len(words) > 1 and left + sum(text_width(word, _FOOT) + _FOOT_GAP for word in words) > room:
        words.pop()
    for word in words:
        yield Text(left, y + 7, word, _FOOT, INK_SOFT)
        left += text_width(word, _FOOT) + _FOOT_GAP
    return left


def _words(plan: MeetingPlan) -> tuple[str, str]:
    """('Personalemøde: 3. tirsdag.', 'Februar er rykket til den 24. på grund af vinterferien. Ingen møder i juli.')."""
    ruled = [series for series in plan.series if series.rule and series.team_id is None]
    first = min(ruled, key=lambda series: (series.kind.position, series.id), default=None)
    if first is None or first.rule is None:
        return "", _quiet(plan)
    own = [meeting for meeting in plan.shown if meeting.series_id == first.id]
    moved = [_moved_text(meeting) for meeting in own if meeting.original_day]
    return f"{first.title}: {rule_text(first.rule)}.", " ".join([*moved, _quiet(plan)]).strip()


def _moved_text(meeting: Meeting) -> str:
    original = meeting.original_day or meeting.day
    target = f"den {meeting.day.day}." if meeting.day.month == original.month else day_text(meeting.day)
    why = "" if meeting.because in ("", MOVED_BY_HAND) else f" på grund af {meeting.because}"
    return ended(f"{capitalised(MONTHS[original.month - 1])} er rykket til {target}{why}")


def _quiet(plan: MeetingPlan) -> str:
    used = {(meeting.day.year, meeting.day.month) for meeting in plan.shown}
    if not used:
        return "Ingen møder er planlagt endnu."
    quiet = [MONTHS[first.month - 1] for first in plan.year.months if (first.year, first.month) not in used]
    return f"Ingen møder i {and_list(quiet)}." if quiet else ""
