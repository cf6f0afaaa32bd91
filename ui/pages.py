"""The registry of pages: what the rail shows, in which order, and where each page is made.

A page's module is named, not imported: the rail is painted before any page is known, and modules are loaded after
the first paint. A feature that is not built has no line here and is therefore nowhere.
"""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from dagleder.base.errors import Bug


@dataclass(frozen=True)
class Offer:
    """An action of a page that the palette offers from anywhere; the page has an action of the same name."""

    name: str
    icon: str
    words: str = ""


@dataclass(frozen=True)
class Waits:
    """What waits on the leader on a page, for its number in the rail."""

    read: str  # 'module:function', called with the services, gives a `ui.kit.rail.Waiting`
    tables: str  # 'module:name' of the set of tables whose changes make it another


@dataclass(frozen=True)
class PageEntry:
    """One page. `build` is 'module:function', called with (context, services)."""

    feature: str
    title: str
    icon: str
    order: int
    build: str
    foot: bool = False  # under the line in the rail
    in_rail: bool = True
    under: str = ""  # the page in the rail that is marked while this one is in front
    from_anywhere: bool = False  # asked about on many pages: that one stays marked, `under` where there is none
    offers: tuple[Offer, ...] = ()
    edits: str = ""  # the feature whose records are edited here: a draft of one is shown on this page
    waits: Waits | None = None
    papers: str = ""  # 'module:function', called like `build`: what it has for 'Udskriv og eksport' (`PaperOffer`s)
    about_person: str = ""  # 'module:class', called like `build`: its tab on a person's page (a `TabBody`)
    takes_tabs: bool = False  # the person's page: handed the tabs of all that have one

    def make(self, context: object, services: object) -> Any:
        """The page itself (a `ui.kit.page.Page`)."""
        tabs = (person_tabs(context, services),) if self.takes_tabs else ()
        return _named(self.build)(context, services, *tabs)

    def waiting(self, services: object) -> Any:
        """What waits on it (a `Waiting`); None where nothing ever does."""
        return _named(self.waits.read)(services) if self.waits else None

    def waits_otherwise(self, tables: frozenset[str]) -> bool:
        """Whether what waits on it may be another after changes in these tables."""
        return self.waits is not None and not _named(self.waits.tables).isdisjoint(tables)


def _named(place: str) -> Any:
    """What stands at 'module:name', imported now."""
    module, _, name = place.partition(":")
    found = getattr(importlib.import_module(module), name, None)
    if found is None:
        raise Bug(f"{place} is not there")
    return found


# Orders leave room: 10 Overblik, 15 Bemanding, 20 Medarbejdere, 30 Kompetencer, 40 Samtaler, 50 Ferie, 60 Møder,
# 70 Opgaver, 80 Udvikling, 90 Målepunkter, 100 Årshjul; foot: 110 Udskriv og eksport, 120 Indstillinger.
PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "presence",
        "Bemanding",
        "clock",
        15,
        "ui.presence.page:PresencePage",
        offers=(
            Offer("Kan vi dække?", "clock", "bemanding dække huller mangler"),
            Offer("Meld fravær…", "calendar-plus", "ferie kursus orlov fri afspadsering omsorgsdag"),
            Offer("Find afløser…", "user-check", "vikar lån dække"),
        ),
        papers="ui.presence.papers:offered",
    ),
    PageEntry(
        "staff",
        "Medarbejdere",
        "users",
        20,
        "ui.staff.page:StaffPage",
        offers=(
            Offer("Ny medarbejder", "user-plus", "opret ansæt"),
            Offer("Importér medarbejdere…", "file-up", "personaleliste excel hent"),
        ),
        papers="ui.staff.papers:offered",
        takes_tabs=True,
    ),
    PageEntry(
        "competence",
        "Kompetencer",
        "grid-3x3",
        30,
        "ui.competence.page:CompetencePage",
        offers=(
            Offer("Tilføj kompetence", "plus", "ny kompetence katalog"),
            Offer("Importér kompetencer…", "file-up", "hvem kan hvad excel regneark hent ark"),
            Offer("Udskriv sårbarhed", "printer", "pdf huller kun én"),
        ),
        papers="ui.competence.papers:offered",
        about_person="ui.competence.person_tab:CompetenceTab",
    ),
    PageEntry(
        "meetings",
        "Møder",
        "calendar-days",
        60,
        "ui.meetings.page:MeetingsPage",
        offers=(
            Offer("Nyt møde", "plus", "opret mødeindkaldelse"),
            Offer("Læg årets møder…", "sparkles", "mødeplan forslag rytme"),
            Offer("Udskriv mødeplan", "printer", "pdf årsplan opslagstavle"),
        ),
        papers="ui.meetings.papers:offered",
    ),
    PageEntry(
        "tasks",
        "Opgaver",
        "list-checks",
        70,
        "ui.tasks.page:TasksPage",
        offers=(
            Offer("Ny opgave", "plus", "opret tilføj huskeliste"),
            Offer("Uddelegér…", "user-check", "deleger fordel giv hvem kandidater"),
            Offer("Vis spredning af opgaver", "chart-column", "fordeling hvem har hvad"),
        ),
        waits=Waits("ui.tasks.waiting:waiting", "ui.tasks.waiting:TABLES"),
        papers="ui.tasks.papers:offered",
        about_person="ui.tasks.person_tab:TasksTab",
    ),
    PageEntry("papers", "Udskriv og eksport", "printer", 110, "ui.pages:papers_page", foot=True),
    PageEntry(
        "settings",
        "Indstillinger",
        "settings",
        120,
        "ui.settings.page:SettingsPage",
        foot=True,
        offers=(
            Offer("Ret stuer og bemanding", "door-open", "minimum tidsrum normering"),
            Offer("Ret lukkedage og særlige dage", "calendar-off", "lukkeuge grundlovsdag jul"),
            Offer("Ret mødetyper", "calendar-days", "personalemøde bogstav"),
            Offer("Ret opgavetyper", "list-checks", "opgave stilling uddelegér metode"),
            Offer("Sæt eller skift adgangskode", "lock", "kode sikkerhed lås nøgleark"),
            Offer("Gendan en sikkerhedskopi", "history", "backup kopier tilbage"),
            Offer("Slet fratrådte", "user-x", "gdpr sletning indsigt"),
        ),
        papers="ui.settings.papers:offered",
    ),
    PageEntry("history", "Historik", "history", 121, "ui.settings.history_page:HistoryPage", in_rail=False),
    PageEntry(
        "staff_edit",
        "Ret medarbejder",
        "pencil",
        21,
        "ui.staff.edit_page:EditPage",
        in_rail=False,
        under="staff",
        edits="staff",
    ),
    PageEntry(
        "staff_import",
        "Importér medarbejdere",
        "file-up",
        22,
        "ui.staff.import_page:ImportPage",
        in_rail=False,
        under="staff",
    ),
    PageEntry(
        "departure",
        "Hvis en medarbejder stopper",
        "user-minus",
        23,
        "ui.departure.page:DeparturePage",
        in_rail=False,
        under="staff",
        from_anywhere=True,
    ),
    PageEntry(
        "competence_import",
        "Importér kompetencer",
        "file-up",
        31,
        "ui.competence.import_page:CompetenceImportPage",
        in_rail=False,
        under="competence",
    ),
    PageEntry(
        "meetings_plan",
        "Læg årets møder",
        "sparkles",
        61,
        "ui.meetings.proposal_page:ProposalPage",
        in_rail=False,
        under="meetings",
    ),
    PageEntry(
        "meetings_series",
        "Ny række",
        "repeat",
        62,
        "ui.meetings.series_page:SeriesPage",
        in_rail=False,
        under="meetings",
    ),
    PageEntry("paper", "Udskriv", "printer", 1000, "ui.pages:paper_page", in_rail=False),
)


def key_of_place(place: int) -> str:
    """The shortcut of the page at this place in the rail (0 = the first); '' after the tenth."""
    keys = [*(f"Ctrl+{number}" for number in range(1, 10)), "Ctrl+0"]
    return keys[place] if place < len(keys) else ""


# The guide for a first run: 'module:function', called with a `GuideHost`, gives a widget.
GUIDE = "ui.guide.guide_page:GuidePage"


def in_order(pages: tuple[PageEntry, ...] = PAGES) -> tuple[PageEntry, ...]:
    """The pages as they stand in the rail."""
    return tuple(sorted(pages, key=lambda page: page.order))


def paper_page(context: Any, _services: object) -> Any:
    """The page that shows papers before they are printed: it knows no feature."""
    return _named("ui.kit.preview_page:PreviewPage")(context)


def papers_page(context: Any, services: object) -> Any:
    """'Udskriv og eksport': what each feature that is there can put on paper."""
    offers = [(page.title, _named(page.papers)(context, services)) for page in in_order() if page.papers]
    return _named("ui.kit.papers_page:PapersPage")(context, offers)


def person_tabs(context: object, services: object) -> Sequence[Any]:
    """What features show of one person (`PersonTab`s), in the order of their pages; imported when first shown."""
    make = _named("ui.staff.person_tabs:PersonTab")
    there = [page for page in in_order() if page.about_person and getattr(services, page.feature) is not None]
    return [make(page.feature, page.title, partial(_built, page.about_person, context, services)) for page in there]


def _built(place: str, context: object, services: object) -> Any:
    return _named(place)(context, services)


def make_guide(host: object) -> Any:
    """The guide's page; None where it was left out."""
    return _named(GUIDE)(host) if GUIDE else None


def load_page(feature: str) -> None:
    """Import the module of one page (of the first in the rail where there is none of that name) ahead of time."""
    shown = [page for page in in_order() if page.in_rail]
    wanted = next((page for page in shown if page.feature == feature), shown[0] if shown else None)
    if wanted is not None:
        _named(wanted.build)


def load_pages() -> None:
    """Import what is left of the pages' modules; in the background, when the first page stands."""
    tabs = [page.about_person for page in PAGES if page.about_person]
    for place in [page.build for page in PAGES] + tabs + ([GUIDE] if GUIDE else []):
        _named(place)
