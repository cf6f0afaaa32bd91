"""Who can be lent to the children of a stue while its own people are at a meeting. Pure.

A stue's own meeting takes all of it by its nature: what matters is whether the rest of the house can do without some
of its people meanwhile. Every stue keeps its minimum and pædagoger, and at least one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dagleder.base.text import and_list
from dagleder.presence.day_view import DayView
from dagleder.presence.person_day import PersonDay
from dagleder.presence.quarters import quarters
from dagleder.presence.views import Remaining


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody at work on one stue (None: without one) all the time; `timed` is False where only the day is known."""

    called: str
    team_id: int | None
    pedagogue: bool = False
    timed: bool = True


@dataclass(frozen=True, slots=True)
class Loan:
    """Those a stue can borrow, with the names of their stuer; whether they are `enough`."""

    people: tuple[Colleague, ...]
    team_names: Mapping[int, str]
    enough: bool

    @property
    def text(self) -> str:
        """'3 kan lånes: Gitte og Bo fra Egernet, Ida uden stue (1 uden mødetid)', 'ingen kan lånes'."""
        count = len(self.people)
        if not count:
            return "ingen kan lånes"
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for each in self.people:
            where = "uden stue" if each.team_id is None else f"fra {self.team_names[each.team_id]}"
            groups[where].append(each.called)
        who = ", ".join(f"{and_list(names)} {where}" for where, names in groups.items())
        return f"{count} kan lånes: {who}{self._untimed(count)}"

    def _untimed(self, count: int) -> str:
        untimed = sum(not each.timed for each in self.people)
        if not untimed:
            return ""
        some = "" if count == 1 else "alle " if untimed == count else f"{untimed} "
        return f" ({some}uden mødetid)"


@dataclass(frozen=True, slots=True)
class _Lack:
    """How many more a stue must have; `timed`: only those with clock times can be reckoned with."""

    people: int
    pedagogues: int
    timed: bool


def colleagues(view: DayView, span: tuple[int, int], taken: frozenset[int]) -> Iterator[Colleague]:
    """Who of the staff is at work from–to on one and the same stue and not among those `taken` away."""
    for person in view.people:
        if person.person and person.person.id not in taken and person.counted:
            if person.untimed and person.present and not person.is_away(span, view.day):
                yield Colleague(person.called, person.team_id, person.pedagogue, timed=False)
            elif place := _place(person, span):
                yield Colleague(person.called, place[0], person.pedagogue)


class Lenders:
    """Those who can be lent during one meeting: whoever is lent to one stue is not lent to another."""

    def __init__(self, stuer: Iterable[Remaining], people: Iterable[Colleague], view: DayView) -> None:
        self._stuer = {stue.team_id: stue for stue in stuer}
        self._people = list(people)
        self._sites, self._names = view.standing.team_sites, view.team_names
        self._gone: defaultdict[int | None, list[Colleague]] = defaultdict(list)

    def lend(self, short: Remaining) -> Loan:
        """What `short` can borrow to have enough; what is not enough is told, and left for others."""
        lack = _lack(short)
        lent: list[Colleague] = []
        while len(lent) < lack.people:
            trained = lack.pedagogues > _trained(lent)
            found = self._next(short, lack, trained=trained)
            if found is None:
                break
            self._people.remove(found)
            self._gone[found.team_id].append(found)
            lent.append(found)
        enough = len(lent) == lack.people
        if not enough:
            self._give_back(lent)
        return Loan(tuple(lent), self._names, enough)

    def _next(self, short: Remaining, lack: _Lack, *, trained: bool) -> Colleague | None:
        """The nearest: of the same matrikel, then of the stue with most to spare, no pædagog where none is needed."""
        fit = [
            each
            for each in self._people
            if each.team_id != short.team_id and (each.timed or not lack.timed) and (each.pedagogue or not trained)
            if self._can_spare(each)
        ]

        def nearness(each: Colleague) -> tuple[bool, int, bool]:
            near = each.team_id is None or self._sites[each.team_id] == self._sites[short.team_id]
            return near, self._margin(each.team_id), trained or not each.pedagogue

        return max(fit, key=nearness, default=None)

    def _can_spare(self, person: Colleague) -> bool:
        """Whether her stue keeps what it needs; of a stue that is not reckoned with, nobody can say."""
        if person.team_id is None:
            return True
        stue = self._stuer.get(person.team_id)
        if stue is None:
            return False
        gone = [*self._gone[person.team_id], person]
        timed = [each for each in gone if each.timed]
        return (
            stue.present + stue.without_times > len(gone)
            and stue.present - len(timed) >= stue.minimum
            and stue.pedagogues - _trained(timed) >= stue.pedagogues_asked
            and stue.day.present - len(gone) >= stue.day.need.minimum
            and stue.day.pedagogues - _trained(gone) >= stue.day.need.pedagogues
        )

    def _margin(self, team_id: int | None) -> int:
        if team_id is None:
            return 0
        stue = self._stuer[team_id]
        there = stue.present + stue.without_times - len(self._gone[team_id])
        return there - max(stue.minimum, stue.day.need.minimum)

    def _give_back(self, lent: Iterable[Colleague]) -> None:
        for each in lent:
            self._gone[each.team_id].remove(each)
            self._people.append(each)


def _trained(people: Iterable[Colleague]) -> int:
    return sum(each.pedagogue for each in people)


def _lack(short: Remaining) -> _Lack:
    day = short.day
    hours = short.minimum - short.present, short.pedagogues_asked - short.pedagogues
    whole = day.need.minimum - day.present, day.need.pedagogues - day.pedagogues
    trained = max(hours[1], whole[1], 0)
    return _Lack(max(hours[0], whole[0], trained), trained, timed=max(hours) > 0)


def _place(person: PersonDay, span: tuple[int, int]) -> tuple[int | None] | None:
    """The one stue she is on all of the time from–to (in a tuple, as it may be none), if she is."""
    asked, there, places = quarters(*span), 0, set()
    for start, end, team in person.stints:
        if here := quarters(start, end) & asked:
            there |= here
            places.add(team)
    return (places.pop(),) if asked and there == asked and len(places) == 1 else None
