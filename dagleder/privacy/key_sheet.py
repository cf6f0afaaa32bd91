"""The nøgleark: the paper that opens the house when the password is forgotten."""

from collections.abc import Sequence
from datetime import date

from dagleder.base.dates import long_day_text
from dagleder.exchange.paper import Document, Heading, Note, Paragraph, Run, Spacer, Title, Tone

GROUPS_PER_LINE = 4
_KEY_SIZE = 15


def key_sheet(house_name: str, key_groups: Sequence[str], printed_on: date, file_name: str = "") -> Document:
    """The sheet with the recovery key in groups, as it is printed at set-up and at each change of password."""
    lines = tuple(
        (Run("   ".join(key_groups[at : at + GROUPS_PER_LINE]), Tone.STRONG),)
        for at in range(0, len(key_groups), GROUPS_PER_LINE)
    )
    opens = f"{house_name}, filen {file_name}" if file_name else house_name
    return Document(
        title="Nøgleark",
        subtitle=f"Nøgle til {opens}",
        house_name=house_name,
        printed_on=printed_on,
        confidential=True,
        text_size=11,
        blocks=(
            Title("Nøgleark", subtitle=f"{house_name} · {long_day_text(printed_on)}", kicker="Læg arket i pengeskabet"),
            Heading("Nøglen"),
            Note(lines, filled=True, size=_KEY_SIZE),
            Spacer(8),
            Heading("Hvad den åbner"),
            Paragraph(f"Nøglen åbner {opens}, også når adgangskoden er glemt."),
            Paragraph(
                "Den åbner også de sikkerhedskopier, Dagleder har lavet under den samme adgangskode. "
                "Den, der har arket og filen, kan læse alt."
            ),
            Heading("Sådan bruger du den"),
            Paragraph(
                "Vælg “Brug nøglearket…”, hvor Dagleder beder om adgangskoden. Skriv nøglen af, gruppe for gruppe. "
                "Store og små bogstaver er lige gyldige, og Dagleder siger til, hvis et tegn er skrevet forkert."
            ),
            Heading("Hvor arket skal ligge"),
            Paragraph(
                "Et sted med lås, fx pengeskabet, og ikke sammen med computeren. Tag ikke et billede af det. "
                "Uden både adgangskode og nøgle kan ingen åbne filen, heller ikke os."
            ),
            Heading("Hvornår arket er ugyldigt"),
            Paragraph(
                "Når adgangskoden skiftes, får filen en ny nøgle. Så er dette ark ugyldigt: skriv et nyt ud, "
                "og riv dette over. Ark, der er skrevet ud under en tidligere adgangskode, gælder ikke mere."
            ),
        ),
    )
