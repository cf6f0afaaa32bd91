"""The kinds of meeting: what is shipped (numbers are usual lengths, all to be changed), and what may be entered."""

from dataclasses import dataclass
from enum import StrEnum

from dagleder.base.errors import UserProblem
from dagleder.base.lines import line
from dagleder.exchange.drawing_marks import BADGE_STYLES
from dagleder.staff.roles import ROLE_BY_KEY

LONGEST_NAME = 60
MOST_LETTERS = 2
LENGTHS = range(5, 24 * 60 + 1)


class Audience(StrEnum):
    """Who takes part; with stuer on the meeting, only those of these stuer."""

    ALL = "all"  # everybody employed
    TEAM = "team"  # the staff of the meeting's stuer
    ROLES = "roles"  # everybody of some roles
    NAMED = "named"  # people named on the meeting, and those of the kind's roles (the leader)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind as stored. `roles` are keys of `dagleder.staff.roles`; `who` says in words who takes part."""

    id: int
    key: str
    name: str
    letter: str
    style: str
    audience: Audience
    roles: frozenset[str]
    who: str
    minutes: int
    place: str
    on_closing_day: bool
    position: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class KindDraft:
    """A kind as entered."""

    name: str
    letter: str
    style: str = "outline"
    audience: Audience = Audience.NAMED
    roles: frozenset[str] = frozenset()
    who: str = ""
    minutes: int = 60
    place: str = ""
    on_closing_day: bool = False

    def check(self) -> None:
        """Raises UserProblem at the field that cannot be kept."""
        line(self.name, "name", longest=LONGEST_NAME, empty="Skriv hvad mødet hedder.")
        line(self.letter, "letter", longest=MOST_LETTERS, empty="Vælg et bogstav.")
        line(self.who, "who")
        line(self.place, "place")
        if self.style not in BADGE_STYLES:
            raise UserProblem("Vælg et udseende til bogstavet.", field="style")
        if self.minutes not in LENGTHS:
            raise UserProblem("Et møde varer mellem 5 minutter og et døgn.", field="minutes", suggestion="60")
        if not self.roles <= set(ROLE_BY_KEY):
            raise UserProblem("Vælg stillinger fra listen.", field="roles")
        if self.audience is Audience.ROLES and not self.roles:
            raise UserProblem("Vælg mindst én stilling.", field="roles")


STAFF_MEETING = "personalemoede"
TEAM_MEETING = "stuemoede"
PEDAGOGUES = "p_moede"
COMMITTEE = "med"
PARENTS = "foraeldremoede"
PARENTS_BOARD = "foraeldrebestyrelse"
TRAINING_DAY = "paedagogisk_dag"

_LEADERS = frozenset({"PL", "DL"})


@dataclass(frozen=True, slots=True)
class ShippedKind:
    """A kind in every new house, under a key that never changes."""

    key: str
    draft: KindDraft


SHIPPED = (
    ShippedKind(
        STAFF_MEETING,
        KindDraft("Personalemøde", "P", "primary", Audience.ALL, who="alle ansatte", minutes=180, place="Fællesrummet"),
    ),
    ShippedKind(
        TEAM_MEETING,
        KindDraft("Stuemøde", "S", "outline", Audience.TEAM, who="stuens personale", minutes=60, place="Egen stue"),
    ),
    ShippedKind(
        PEDAGOGUES,
        KindDraft(
            "P-møde",
            "Pæ",
            "outline",
            Audience.ROLES,
            frozenset({"P", "PA"}),
            "pædagoger og pædagogiske assistenter",
            90,
            "Fællesrummet",
        ),
    ),
    ShippedKind(
        COMMITTEE,
        KindDraft("MED-møde / TRIO", "M", "soft", Audience.NAMED, _LEADERS, "leder, TR og AMR", 90, "Kontoret"),
    ),
    ShippedKind(
        PARENTS,
        KindDraft(
            "Forældremøde",
            "Fo",
            "sun",
            Audience.TEAM,
            who="stuens personale og forældre",
            minutes=120,
            place="Egen stue",
        ),
    ),
    ShippedKind(
        PARENTS_BOARD,
        KindDraft(
            "Forældrebestyrelsesmøde",
            "F",
            "sun",
            Audience.NAMED,
            _LEADERS,
            "leder, medarbejderrepræsentant og forældre",
            120,
            "Fællesrummet",
        ),
    ),
    ShippedKind(
        TRAINING_DAY,
        KindDraft("Pædagogisk dag", "D", "dark", Audience.ALL, who="alle ansatte", minutes=360, on_closing_day=True),
    ),
    ShippedKind(
        "ledermoede",
        KindDraft("Ledermøde", "L", "dashed", Audience.ROLES, _LEADERS, "ledere i klyngen eller dagtilbuddet", 120),
    ),
    ShippedKind(
        "netvaerk",
        KindDraft("Netværksmøde", "N", "dashed", who="op til 10 deltagere, fx sprognetværk", minutes=120),
    ),
    ShippedKind(
        "socialraadgiver",
        KindDraft(
            "Socialrådgivermøde / tværfagligt møde",
            "T",
            "soft",
            Audience.NAMED,
            _LEADERS,
            "leder, udvalgte medarbejdere og eksterne",
            60,
        ),
    ),
    ShippedKind(
        "sparring",
        KindDraft(
            "Læringssamtale / sparring / opfølgningsbesøg",
            "K",
            "dashed",
            who="udvalgte medarbejdere og konsulenter",
            minutes=90,
        ),
    ),
    ShippedKind(
        "evaluering",
        KindDraft(
            "Evalueringsfællesskab", "E", "soft", Audience.NAMED, _LEADERS, "ledere og udvalgte medarbejdere", 120
        ),
    ),
    ShippedKind(
        "samtale",
        KindDraft("MUS-/TUS-/GRUS-samtale", "U", "outline", Audience.NAMED, _LEADERS, "leder og medarbejder(e)", 60),
    ),
)
