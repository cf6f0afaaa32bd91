"""Which sections the settings page has, in their order; those of parts that were left out are not there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ui.context import Context
from ui.settings.about_section import AboutSection
from ui.settings.appearance import AppearanceSection
from ui.settings.backups_section import BackupsSection
from ui.settings.closing_section import ClosingSection
from ui.settings.deletion_section import DeletionSection
from ui.settings.house_section import HouseSection
from ui.settings.kinds_section import KindsSection
from ui.settings.section import Section
from ui.settings.security_section import SecuritySection
from ui.settings.services import SettingsServices
from ui.settings.staffing_section import StaffingSection
from ui.settings.task_kinds_section import TaskKindsSection


@dataclass(frozen=True)
class SectionEntry:
    """A section that may not be built yet: `kind` says what it is called."""

    kind: type[Section]
    make: Callable[[], Section]


def sections_of(context: Context, services: SettingsServices) -> Iterator[SectionEntry]:
    meetings, tasks, security, privacy = services.meetings, services.tasks, services.security, services.privacy
    yield SectionEntry(HouseSection, lambda: HouseSection(context, services))
    yield SectionEntry(StaffingSection, lambda: StaffingSection(context, services))
    yield SectionEntry(ClosingSection, lambda: ClosingSection(context, services))
    if meetings is not None:
        yield SectionEntry(KindsSection, lambda: KindsSection(context, meetings))
    if tasks is not None and (competence := services.competence) is not None:
        yield SectionEntry(TaskKindsSection, lambda: TaskKindsSection(context, tasks, competence))
    if security is not None:
        yield SectionEntry(SecuritySection, lambda: SecuritySection(context, services, security))
        yield SectionEntry(BackupsSection, lambda: BackupsSection(context, services, security))
    if privacy is not None:
        yield SectionEntry(DeletionSection, lambda: DeletionSection(context, services, privacy))
    yield SectionEntry(AppearanceSection, lambda: AppearanceSection(context))
    yield SectionEntry(AboutSection, lambda: AboutSection(context, services))
