"""The papers of privacy: texts for the kommune and the staff, what is kept about one person, the receipt."""

from datetime import date

from dagleder.exchange.paper import Block, Document, Group, Heading, Note, Paragraph, Title
from dagleder.privacy.kommune import ADVICE, Keeping, Section, record_sections, staff_sections


def record_paper(keeping: Keeping, printed_on: date) -> Document:
    """The ready paragraph for the kommune's record of processing."""
    return _paper("Til kommunens fortegnelse", keeping, record_sections(keeping), printed_on)


def staff_information(keeping: Keeping, printed_on: date) -> Document:
    """The information text for the staff."""
    return _paper("Oplysninger om dig i Dagleder", keeping, staff_sections(keeping), printed_on)


def _paper(title: str, keeping: Keeping, sections: tuple[Section, ...], printed_on: date) -> Document:
    text: tuple[Block, ...] = tuple(Group((Heading(section.heading), Paragraph(section.text))) for section in sections)
    return Document(
        title=title,
        house_name=keeping.house_name,
        printed_on=printed_on,
        blocks=(Title(title, subtitle=keeping.house_name), *text, Note((ADVICE,))),
    )
