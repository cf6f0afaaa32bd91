"""The papers of privacy: texts for the kommune and the staff, what is kept about one person, the receipt."""

from datetime import date

from dagleder.base.dates import day_text
from dagleder.exchange.paper import Block, Column, Document, Group, Heading, Note, Paragraph, Table, Title
from dagleder.privacy.erasing import EraseReceipt
from dagleder.privacy.facts import FactTable, PersonFacts
from dagleder.privacy.kommune import ADVICE, Keeping, Section, record_sections, staff_sections

# A column's share of the width follows its longest text, within these numbers of letters.
_NARROWEST, _WIDEST = 8, 70


def record_paper(keeping: Keeping, printed_on: date) -> Document:
    """The ready paragraph for the kommune's record of processing."""
    blocks = (*_sections(record_sections(keeping)), Note((ADVICE,)))
    return _paper("Til kommunens fortegnelse", "Til fortegnelsen", keeping.house_name, blocks, printed_on)


def staff_information(keeping: Keeping, printed_on: date) -> Document:
    """The information text for the staff."""
    blocks = _sections(staff_sections(keeping))
    return _paper("Oplysninger om personalet", "Information", keeping.house_name, blocks, printed_on)


def person_paper(facts: PersonFacts, house_name: str, printed_on: date) -> Document:
    """'Oplysninger til medarbejderen': everything the house keeps about her, and what its history keeps."""
    blocks: list[Block] = [Paragraph(_INTRODUCTION), *(_fact_block(table) for table in facts.tables)]
    if facts.history:
        blocks.append(_fact_block(facts.history))
    return Document(
        title=f"Oplysninger om {facts.name}",
        house_name=house_name,
        printed_on=printed_on,
        footer="Oplysninger",
        confidential=True,
        blocks=(
            Title(f"Oplysninger om {facts.name}", subtitle=f"{house_name} · {day_text(printed_on, year=True)}"),
            *blocks,
        ),
    )


_INTRODUCTION = (
    "Her er alt, hvad Dagleder gemmer om dig. Felter uden indhold er udeladt. Møder for hele stuen eller hele huset "
    "står ikke på dit navn. Er noget forkert, så sig det til din leder, der retter det."
)


def receipt_paper(receipt: EraseReceipt, house_name: str) -> Document:
    """The receipt of an erasure: what went, and what could not be reached."""
    blocks = (
        Heading("Slettet"),
        Paragraph(_points(receipt.gone())),
        Heading("Ikke nået"),
        Paragraph(_points(receipt.left()) or "Intet, som Dagleder kender til."),
        Note((_OUTSIDE,)),
    )
    return _paper(f"Kvittering for sletning: {receipt.name}", "Kvittering", house_name, blocks, receipt.erased_on)


def _points(lines: tuple[str, ...]) -> str:
    return "\n".join(f"– {line}" for line in lines)


_OUTSIDE = (
    "Papirer, mails og filer, du selv har skrevet ud eller gemt andre steder, kan Dagleder ikke nå. "
    "Det gælder også personalesagen i kommunens eget system."
)


def _paper(title: str, footer: str, house_name: str, blocks: tuple[Block, ...], printed_on: date) -> Document:
    return Document(
        title=title,
        footer=footer,
        house_name=house_name,
        printed_on=printed_on,
        blocks=(Title(title, subtitle=f"{house_name} · {day_text(printed_on, year=True)}"), *blocks),
    )


def _sections(sections: tuple[Section, ...]) -> tuple[Block, ...]:
    return tuple(Group((Heading(section.heading), Paragraph(section.text))) for section in sections)


def _fact_block(facts: FactTable) -> Block:
    """Every cell wraps: nothing that is kept may be cut off."""
    columns = tuple(
        Column(label, share=_share([label, *(row[place] for row in facts.rows)]), wraps=True)
        for place, label in enumerate(facts.labels)
    )
    return Group((Heading(facts.heading), Table(columns, facts.rows)))


def _share(texts: list[str]) -> int:
    return min(max(_NARROWEST, *map(len, texts)), _WIDEST)
