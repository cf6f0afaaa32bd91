"""What a person's page tells, as parts: contact, stuer, hours, the working week. No widgets here."""

from collections.abc import Iterator
from datetime import date

from dagleder.base.dates import day_short, hours_text
from dagleder.base.parsing import birthday_text, phone_text
from dagleder.base.text import capitalised
from dagleder.staff.employment import Membership
from dagleder.staff.pattern_words import hours_words, period_words, week_rows, week_words
from dagleder.staff.patterns import week_minutes
from dagleder.staff.people import Person
from dagleder.staff.work_periods import period_on, work_periods
from ui.staff.memberships import weekday_words
from ui.staff.sections import Fact, Part


def contact(person: Person) -> Part:
    facts = person.facts
    shown = (
        (phone_text(facts.phone), "Telefon"),
        (facts.mail, "E-mail"),
        (birthday_text(*facts.birthday) if facts.birthday else "", "Fødselsdag"),
        (facts.number, "Medarbejdernummer"),
        (facts.known_as, "Kaldes"),
        (facts.initials, "Initialer"),
    )
    return Part("Kontakt", [Fact(text, name) for text, name in shown if text])


def teams(person: Person, today: date) -> Part:
    """The stuer over time, the present ones first."""
    held = sorted(person.employment.memberships, key=lambda m: (not m.holds(person.day), m.position, m.id))
    facts = [_membership(each, person, today) for each in held]
    return Part("Stuer", facts, "Ingen stue: tæller kun for hele huset.")


def _membership(membership: Membership, person: Person, today: date) -> Fact:
    days = weekday_words(membership.weekdays)
    name = f"{membership.team} · {days}" if days else membership.team
    return Fact(name, _since(membership.valid_from, membership.valid_to, today), not membership.holds(person.day))


def _since(first: date | None, last: date | None, today: date) -> str:
    if first and last:
        return f"{day_short(first, year=True)}–{day_short(last, year=True)}"
    if first:
        return f"fra {day_short(first, year=first.year != today.year or first > today)}"
    return f"til {day_short(last, year=True)}" if last else ""


def work(person: Person) -> Part:
    """Hours now, and what was and comes."""
    periods = work_periods(person.employment)
    now = period_on(periods, person.day)
    hours = f"{hours_text(now.minutes)} timer om ugen" if now.minutes is not None else "Ingen faste timer"
    facts = [Fact(hours, now.short_text if len(periods) > 1 else "")]
    facts += [
        Fact(period_words(period), period.short_text, quiet=True) for period in reversed(periods) if period is not now
    ]
    return Part("Timer", facts)


def week(person: Person) -> Part:
    """The working week in words, row by row."""
    return Part("Arbejdsuge", list(_weeks(person)), "Ingen mødetider. Timerne deles ud på fem dage uden klokkeslæt.")


def _weeks(person: Person) -> Iterator[Fact]:
    pattern = person.pattern
    if pattern is None:
        return
    rows = week_rows(pattern.anchor, pattern.weeks, person.day)
    for row in rows:
        words = _unbroken(week_words(row.week))
        if len(rows) == 1:
            yield Fact(capitalised(words))
        else:
            yield Fact(row.title, f"{hours_words(week_minutes(row.week))} timer")
            yield Fact(words, quiet=True)


def _unbroken(words: str) -> str:
    """Lines break between the days only."""
    return words.replace(" ", "\N{NO-BREAK SPACE}").replace(",\N{NO-BREAK SPACE}", ", ")
