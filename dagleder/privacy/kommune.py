"""What the leader owes her kommune and her staff to know: a paragraph for the record, and an information text.

The kommune is data controller, not she: it must say yes to staff data lying here (GDPR art. 6, 13,
15-17, 30, 32; databeskyttelsesloven §§ 11-12). The texts tell what this program does and nothing
else; the kommune's databeskyttelsesrådgiver has the last word, and they say so.
"""

from dataclasses import dataclass

from dagleder.base.text import capitalised, plural

PERMISSION_SENTENCE = (
    "Kommunen er dataansvarlig for oplysninger om personalet. "
    "Du skal have dens ja, før du har dem i en fil på computeren."
)
PERMISSION_HOW = (
    "Send teksten til fortegnelsen til kommunens databeskyttelsesrådgiver eller it-afdeling, og notér datoen, "
    "når du har fået svar. Giv personalet informationsteksten."
)
ADVICE = "Teksten er et forslag. Kommunens databeskyttelsesrådgiver afgør, om den passer hos jer."

CATEGORIES = (
    "navn, initialer, kaldenavn og lønnummer",
    "stilling, ansættelsesdatoer, timer om ugen og arbejdstider, også de tidligere",
    "stue, lån til andre stuer og vagter som vikar",
    "mail, telefon og fødselsdag (dag og måned, ikke år)",
    "planlagt fravær: ferie, 6. ferieuge, omsorg, senior, afspadsering, kursus, orlov eller andet, uden grund",
    "møder, den ansatte er inviteret til",
    "lederens praktiske noter",
    "hvornår oplysningerne er ændret",
)
_LEGAL_BASIS = (
    "databeskyttelsesforordningen art. 6, stk. 1, litra b, c og e, og databeskyttelsesloven § 12 om ansættelsesforhold"
)
_NOT_KEPT = (
    "Der er ingen felter til CPR-nummer, sygdom, helbred eller fagforening. Et tal, der ligner et CPR-nummer, "
    "bliver afvist eller markeret. Akut fravær står som “andet”, uden grund."
)
_PURPOSE = (
    "At planlægge bemanding, fravær og møder i en daginstitution, så der er personale nok på hver stue hele dagen."
)
_SUBJECTS = "Ansatte og vikarer i institutionen, og eksterne mødedeltagere (navn, rolle og mail)."
_RECIPIENTS = "Ingen. Programmet bruger ikke internettet, og intet sendes til tredjelande."
_RIGHTS = (
    "Du kan få alt, der står om dig, på skrift. Du kan få fejl rettet, bede om sletning eller begrænsning og gøre "
    "indsigelse. Spørg lederen eller kommunens databeskyttelsesrådgiver. Du kan klage til Datatilsynet."
)
_OFFICIAL = "Papirer, der hører til personalesagen, ligger i kommunens eget system og følger kommunens frister."


@dataclass(frozen=True)
class Keeping:
    """How this house keeps its data, as far as the texts tell it."""

    house_name: str
    municipality: str = ""
    leader_name: str = ""
    protected: bool = False
    lock_minutes: int = 10
    retention_months: int = 3
    backup_place: bool = False

    @property
    def controller(self) -> str:
        return capitalised(self.municipality or "kommunen")


@dataclass(frozen=True)
class Section:
    """A heading and its text; a line break begins a new paragraph, a line with '– ' is a point in a list."""

    heading: str
    text: str


def record_sections(keeping: Keeping) -> tuple[Section, ...]:
    """The paragraph for the kommune's record of processing (fortegnelsen, GDPR art. 30)."""
    return (
        Section("Dataansvarlig", f"{keeping.controller}. Behandlingen sker i {keeping.house_name}."),
        Section("Formål", _PURPOSE),
        Section("Grundlag", f"{capitalised(_LEGAL_BASIS)}. Samtykke bruges ikke."),
        Section("Hvem det handler om", _SUBJECTS),
        Section("Oplysninger", f"{_list(CATEGORIES)}\n{_NOT_KEPT}"),
        Section("Modtagere", _RECIPIENTS),
        Section("Sletning", f"{_erasing(keeping)}\n{_OFFICIAL}"),
        Section("Sikkerhed", _security(keeping)),
    )


def staff_sections(keeping: Keeping) -> tuple[Section, ...]:
    """What the staff are told about what is kept (GDPR art. 13 and 14)."""
    who = keeping.leader_name or "Din leder"
    why = (
        f"{who} planlægger bemanding, fravær og møder i {keeping.house_name} med programmet Dagleder. "
        f"{keeping.controller} er dataansvarlig. Grundlaget er {_LEGAL_BASIS}."
    )
    source = (
        "Oplysningerne kommer fra dig, fra lønsystemet og fra lederen. Kun den, der kan åbne filen, kan se dem. "
        "Planer, der hænger fremme, viser aldrig grunden til fravær."
    )
    return (
        Section("Hvad og hvorfor", why),
        Section("Det står der om dig", _list(CATEGORIES)),
        Section("Det står der ikke", _NOT_KEPT),
        Section("Hvor det kommer fra, og hvem der ser det", source),
        Section("Hvor længe", f"{_erasing(keeping)}\n{_OFFICIAL}"),
        Section("Hvordan der passes på det", _security(keeping)),
        Section("Dine rettigheder", _RIGHTS),
    )


def _list(items: tuple[str, ...]) -> str:
    return "\n".join(f"– {item}" for item in items)


def _erasing(keeping: Keeping) -> str:
    months = plural(keeping.retention_months, "måned", "måneder") if keeping.retention_months else "Straks"
    return (
        f"{months} efter sidste arbejdsdag står den fratrådte på en liste, som lederen godkender til sletning. "
        "Sletningen tager alt om personen, også i historikken og i programmets egne kopier, og giver en kvittering."
    )


def _security(keeping: Keeping) -> str:
    if keeping.protected:
        lock = plural(keeping.lock_minutes, "minut", "minutter")
        lines = [
            "Alt ligger i én krypteret fil på lederens computer. Programmet sender intet ud.",
            f"Filen åbnes med en adgangskode, og programmet låser sig selv efter {lock} uden brug.",
        ]
    else:
        lines = ["Alt ligger i én fil på lederens computer, uden adgangskode. Programmet sender intet ud."]
    place = ", også på det sted, lederen har valgt til en ekstra kopi" if keeping.backup_place else ""
    lines.append(f"Sikkerhedskopierne er beskyttet på samme måde som filen{place}.")
    return "\n".join(lines)
