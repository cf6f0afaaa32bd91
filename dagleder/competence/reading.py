"""Reads what the staff can out of a session: columns only, a fixed number of queries however many people there are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import Session, col

from dagleder.base.errors import UserProblem
from dagleder.competence.counting import that_counts
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.facts import Area, Assessed, Competence, Facts, Goal, Holding, Wished
from dagleder.competence.levels import NOT_YET, Source, Wish
from dagleder.models import competence as tables
from dagleder.presence import reading as presence
from dagleder.presence.facts import Person
from dagleder.presence.pattern import home_team
from dagleder.settings import reading as settings
from dagleder.settings.places import Team
from dagleder.settings.staffing import Place
from dagleder.staff import reading as staff

GONE = "Kompetencen findes ikke længere. Måske er det fortrudt imens."
ASSESSMENT_GONE = "Vurderingen findes ikke længere. Måske er det fortrudt imens."
GOAL_GONE = "Målet findes ikke længere. Måske er det fortrudt imens."

_SOURCES: Final = {source.value: source for source in Source}  # several times faster than asking the enumeration

TABLES: Final = staff.TABLES | {
    *("competence_area", "competence", "role_target", "wanted_holders", "assessment", "competence_wish"),
    *("competence_goal", "team", "site"),
}
"""Whose changes make `facts` other than they were."""

Pair = tuple[int, int]
"""Somebody and a competence, by their ids."""

_AREA = tables.CompetenceArea
_COMPETENCE = tables.Competence
_ASSESSMENT = tables.Assessment
_WISH = tables.CompetenceWish
_GOAL = tables.CompetenceGoal

_ASSESSED = (
    *(_ASSESSMENT.id, _ASSESSMENT.employee_id, _ASSESSMENT.competence_id, _ASSESSMENT.level, _ASSESSMENT.day),
    *(_ASSESSMENT.source, _ASSESSMENT.valid_until, _ASSESSMENT.evidence, _ASSESSMENT.note),
)
_WISHES = (_WISH.id, _WISH.employee_id, _WISH.competence_id, _WISH.wish, _WISH.day, _WISH.source)
_GOALS = (
    *(_GOAL.id, _GOAL.employee_id, _GOAL.competence_id, _GOAL.level, _GOAL.agreed_on, _GOAL.due),
    *(_GOAL.source, _GOAL.note, _GOAL.ended_on, _GOAL.reached),
)


def facts(session: Session, day: date, without: Collection[int] = (), *, coming: bool = False) -> Facts:
    """Who can what on `day`; those in `without` as if they had stopped. With `coming` also those who begin later."""
    teams = tuple(team for team in settings.teams(session) if team.is_open(day))
    people = _people(session, day, teams, without, coming=coming)
    areas = catalogue_areas(session)
    known = {each.id: each for each in competences(session, areas) if not each.hidden}
    open_teams = {team.id for team in teams}
    return Facts(
        day=day,
        areas=areas,
        competences=known,
        people=people,
        teams=teams,
        sites=settings.sites(session),
        holdings={
            pair: held for pair, held in holdings(session, day).items() if pair[0] in people and pair[1] in known
        },
        targets={pair: level for pair, level in targets(session).items() if pair[0] in known},
        wanted={
            (which, place): count
            for (which, place), count in wanted(session).items()
            if which in known and (place.team_id is None or place.team_id in open_teams)
        },
    )


def _people(
    session: Session, day: date, teams: Sequence[Team], without: Collection[int], *, coming: bool
) -> dict[int, Person]:
    """Those employed on the day (or later), by stue, last name, first name; those without a stue last."""
    place: dict[int | None, int] = {team.id: number for number, team in enumerate(teams)}
    open_teams = frozenset(team.id for team in teams)

    def order(person: Person) -> int:
        return place.get(home_team(person.employment, day, open_teams), len(place))

    found = presence.people(session)  # by last name, first name: a stable sort keeps that within each stue

    def there(person: Person) -> bool:
        time = person.employment
        return (time.end or day) >= day if coming else time.employed_on(day)

    staff = [each for who, each in found.items() if who not in without and there(each)]
    return {each.id: each for each in sorted(staff, key=order)}


# --- the catalogue -------------------------------------------------------------------------------


def catalogue_areas(session: Session) -> tuple[Area, ...]:
    rows = settings.rows(session, _AREA, "id", "key", "name", "position", order=("position", "id"))
    return tuple(Area(*row) for row in rows)


def competences(session: Session, areas: Iterable[Area]) -> tuple[Competence, ...]:
    """Every competence in the order of the areas, also those switched off."""
    place = {area.id: number for number, area in enumerate(areas)}
    columns = ("id", "key", "area_id", "name", "short_name", "certificate", "months", "position", "hidden")
    rows = settings.rows(session, _COMPETENCE, *columns, order=("position", "id"))
    return tuple(sorted((Competence(*row) for row in rows), key=lambda each: place[each.area_id]))


def competence(session: Session, competence_id: int) -> Competence:
    """Raises UserProblem when there is none (any more)."""
    found = {each.id: each for each in competences(session, catalogue_areas(session))}
    if competence_id not in found:
        raise UserProblem(GONE)
    return found[competence_id]


def targets(session: Session) -> dict[tuple[int, str], int]:
    rows = settings.rows(session, tables.RoleTarget, "competence_id", "role", "level")
    return {(which, role): level for which, role, level in rows}


def wanted(session: Session) -> dict[tuple[int, Place], int]:
    rows = settings.rows(session, tables.WantedHolders, "competence_id", "team_id", "site_id", "count")
    return {(which, Place(team_id, site_id)): count for which, team_id, site_id, count in rows}


# --- what people can -----------------------------------------------------------------------------


def holdings(session: Session, day: date, employee_id: int | None = None) -> dict[Pair, Holding]:
    """What everybody (or one person) can, wishes and has agreed to reach on a day; also those who have left."""
    counted, own = newest_views(session, day, *_of(_ASSESSMENT, employee_id))
    wished = _newest_wishes(session, day, *_of(_WISH, employee_id))
    agreed = {(goal.employee_id, goal.competence_id): goal for goal in _open_goals(session, day, employee_id)}
    return {
        pair: Holding(counted.get(pair, own.get(pair)), own.get(pair), wished.get(pair), agreed.get(pair))
        for pair in {**counted, **own, **wished, **agreed}
    }


def _of(table: Any, employee_id: int | None) -> list[ColumnElement[bool]]:
    return [] if employee_id is None else [col(table.employee_id) == employee_id]


def newest_views(
    session: Session, day: date, *which: ColumnElement[bool]
) -> tuple[dict[Pair, Assessed], dict[Pair, Assessed]]:
    """By pair what counts up to `day` of what is not her own view, and of what is.

    The database picks the newest: the rest of the history is not read, but where a date may stand beside it.
    """
    row_id, who, what, made_on = map(
        col, (_ASSESSMENT.id, _ASSESSMENT.employee_id, _ASSESSMENT.competence_id, _ASSESSMENT.day)
    )
    views = who, what, col(_ASSESSMENT.source) == Source.SELF.value
    rank = func.row_number().over(partition_by=views, order_by=(made_on.desc(), row_id.desc()))
    ranked = select(row_id, rank.label("rank")).where(made_on <= day, *which).subquery()
    newest = select(*map(col, _ASSESSED)).join(ranked, ranked.c.id == row_id).where(ranked.c.rank == 1)
    others: dict[Pair, Assessed] = {}
    own: dict[Pair, Assessed] = {}
    for row in session.execute(newest):
        found = _assessed(row)
        (own if found.source is Source.SELF else others)[found.employee_id, found.competence_id] = found
    for found in _told_before(session, day, which, others, own):
        (own if found.source is Source.SELF else others)[found.employee_id, found.competence_id] = found
    return others, own


def _told_before(
    session: Session, day: date, which: Sequence[ColumnElement[bool]], *newest: Mapping[Pair, Assessed]
) -> Iterator[Assessed]:
    """What counts where the newest view has no date and one before it has."""
    who, what, made_on = map(col, (_ASSESSMENT.employee_id, _ASSESSMENT.competence_id, _ASSESSMENT.day))
    dated = select(who, what).where(col(_ASSESSMENT.valid_until).is_not(None), made_on <= day, *which).distinct()
    pairs = {(row[0], row[1]) for row in session.execute(dated)}
    doubted = {pair for views in newest for pair in pairs if pair in views and views[pair].valid_until is None}
    if not doubted:
        return
    about = made_on <= day, who.in_({each for each, _ in doubted}), what.in_({each for _, each in doubted})
    told: defaultdict[tuple[Pair, bool], list[Assessed]] = defaultdict(list)
    for row in _rows(session, _ASSESSED, *about):
        found = _assessed(row)
        if (pair := (found.employee_id, found.competence_id)) in doubted:
            told[pair, found.source is Source.SELF].append(found)
    for views in told.values():
        yield that_counts(sorted(views, key=lambda each: (each.day, each.id), reverse=True))


def _newest_wishes(session: Session, day: date, *which: ColumnElement[bool]) -> dict[Pair, Wished]:
    """By pair what was told last up to `day`; a wish taken back is none."""
    newest: dict[Pair, Any] = {}
    for row in _rows(session, _WISHES, col(_WISH.day) <= day, *which):
        pair = row.employee_id, row.competence_id
        if pair not in newest or newest[pair].day <= row.day:
            newest[pair] = row
    return {pair: _wished(row) for pair, row in newest.items() if row.wish}


def _open_goals(session: Session, day: date, employee_id: int | None) -> list[Goal]:
    ended = col(_GOAL.ended_on)
    open_then = col(_GOAL.agreed_on) <= day, or_(ended.is_(None), ended > day)
    return [_goal(row) for row in _rows(session, _GOALS, *open_then, *_of(_GOAL, employee_id))]


def goals_reached(session: Session) -> dict[Pair, date]:
    """By pair the day on which a goal was reached last."""
    ended, reached = col(_GOAL.ended_on), col(_GOAL.reached)
    query = select(*map(col, (_GOAL.employee_id, _GOAL.competence_id)), func.max(ended)).where(reached)
    rows = session.execute(query.group_by(col(_GOAL.employee_id), col(_GOAL.competence_id)))
    return {(who, which): day for who, which, day in rows if day}


def level(session: Session, pair: Pair, day: date) -> int:
    """What counts for one person and one competence on a day."""
    who, which = col(_ASSESSMENT.employee_id) == pair[0], col(_ASSESSMENT.competence_id) == pair[1]
    counted, own = newest_views(session, day, who, which)
    found = counted.get(pair, own.get(pair))
    return found.level_on(day) if found else NOT_YET


def news(session: Session, drafts: Iterable[AssessmentDraft]) -> list[AssessmentDraft]:
    """The drafts that say something else than was known on their day, by the others' view or by her own."""
    days: defaultdict[date, list[AssessmentDraft]] = defaultdict(list)
    for draft in drafts:
        days[draft.day].append(draft)
    found = []
    for day, of_day in days.items():
        whose = col(_ASSESSMENT.employee_id).in_({draft.employee_id for draft in of_day})
        views = newest_views(session, day, whose)
        found += [each for each in of_day if each.adds_to(views[each.source is Source.SELF].get(each.pair))]
    return found


def history(session: Session, employee_id: int, competence_id: int | None = None) -> tuple[Assessed, ...]:
    """All assessments of somebody (in one competence), newest first."""
    which = _of(_ASSESSMENT, employee_id)
    if competence_id is not None:
        which.append(col(_ASSESSMENT.competence_id) == competence_id)
    found = [_assessed(row) for row in _rows(session, _ASSESSED, *which)]
    return tuple(sorted(found, key=lambda each: (each.day, each.id), reverse=True))


def histories(session: Session) -> dict[Pair, tuple[Assessed, ...]]:
    """All that anybody was ever assessed, by who and in what."""
    found: defaultdict[Pair, list[Assessed]] = defaultdict(list)
    for row in _rows(session, _ASSESSED):
        found[row.employee_id, row.competence_id].append(_assessed(row))
    return {pair: tuple(each) for pair, each in found.items()}


def assessment(session: Session, assessment_id: int) -> Assessed:
    """Raises UserProblem when there is none (any more)."""
    found = list(_rows(session, _ASSESSED, col(_ASSESSMENT.id) == assessment_id))
    if not found:
        raise UserProblem(ASSESSMENT_GONE)
    return _assessed(found[0])


def goal(session: Session, goal_id: int) -> Goal:
    """Raises UserProblem when there is none (any more)."""
    found = list(_rows(session, _GOALS, col(_GOAL.id) == goal_id))
    if not found:
        raise UserProblem(GOAL_GONE)
    return _goal(found[0])


def goals(session: Session, employee_id: int) -> tuple[Goal, ...]:
    """Somebody's goals, open and ended, the one agreed last first."""
    found = [_goal(row) for row in _rows(session, _GOALS, *_of(_GOAL, employee_id))]
    return tuple(sorted(found, key=lambda each: (each.agreed_on, each.id), reverse=True))


def wishes(session: Session, employee_id: int, day: date) -> tuple[Wished, ...]:
    """What somebody wants now, what was told last first."""
    found = _newest_wishes(session, day, *_of(_WISH, employee_id)).values()
    return tuple(sorted(found, key=lambda each: (each.day, each.id), reverse=True))


def _rows(session: Session, columns: Sequence[Any], *which: ColumnElement[bool]) -> Iterable[Any]:
    """The columns of one table, in the order the rows were made."""
    return session.execute(select(*map(col, columns)).where(*which).order_by(columns[0]))


def _assessed(row: Any) -> Assessed:
    row_id, who, what, found, day, source, valid_until, evidence, note = row
    return Assessed(row_id, who, what, found, day, _SOURCES[source], valid_until, evidence, note)


def _wished(row: Any) -> Wished:
    return Wished(*(*row[:3], Wish(row.wish), row.day, Source(row.source)))


def _goal(row: Any) -> Goal:
    return Goal(*(*row[:6], Source(row.source), *row[7:]))
