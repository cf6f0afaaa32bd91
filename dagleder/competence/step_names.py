"""What a step is called in the history and under 'Fortryd': in the leader's words."""

from collections.abc import Sequence

from dagleder.base.dates import day_text
from dagleder.base.text import plural
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.facts import Competence
from dagleder.competence.functions import held_text
from dagleder.competence.levels import NOT_YET, WISH_NAMES, Source, Wish
from dagleder.staff.roles import role_name


def assess_name(draft: AssessmentDraft, competence: Competence, called: str) -> str:
    """'Sæt Sprogvurdering til 3 for Karen', 'Karen har Førstehjælp til 31. marts 2028', 'Emil er brandansvarlig'."""
    if not competence.certificate:
        what = f"egen vurdering af {competence.head}" if draft.source is Source.SELF else competence.head
        return f"Sæt {what} til {draft.level} for {called}"
    until = f" til {day_text(draft.valid_until, year=True)}" if draft.level and draft.valid_until else ""
    own = " efter egen vurdering" if draft.source is Source.SELF else ""
    return f"{called} {held_text(competence, held=draft.level > NOT_YET)}{until}{own}"


def target_name(competence: Competence, role: str, level: int | None) -> str:
    """'Sæt rollens mål for Pædagog: Sprogvurdering på 3'."""
    about = f"rollens mål for {role_name(role)}: {competence.head}"
    return f"Sæt {about} på {level}" if level else f"Fjern {about}"


def wanted_name(about: Sequence[Competence], *, taken: bool) -> str:
    """'Tag 15 kompetencer i brug', 'Tag TRAS i brug'; where they have numbers already 'Ret behov for TRAS'."""
    one = about[0].head if len(about) == 1 else ""
    if taken:
        return f"Tag {one or plural(len(about), 'kompetence', 'kompetencer')} i brug"
    return f"Ret behov for {one}" if one else "Ret behov"


def wish_name(competence: Competence, called: str, wish: Wish | None) -> str:
    """'Sæt ønske om TRAS for Karen: vil gerne udvikle'."""
    about = f"ønske om {competence.head} for {called}"
    return f"Sæt {about}: {WISH_NAMES[wish]}" if wish else f"Fjern {about}"


def goal_name(competence: Competence, called: str, level: int) -> str:
    """'Aftal mål for Karen: TRAS på 3'."""
    return f"Aftal mål for {called}: {competence.head}" + ("" if competence.certificate else f" på {level}")
