"""Which sections the settings page has, in their order; those of parts that were left out are not there."""

from collections.abc import Iterator

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


def sections_of(context: Context, services: SettingsServices) -> Iterator[Section]:
    yield HouseSection(context, services)
    yield StaffingSection(context, services)
    yield ClosingSection(context, services)
    if services.meetings is not None:
        yield KindsSection(context, services.meetings)
    if services.security is not None:
        yield SecuritySection(context, services, services.security)
        yield BackupsSection(context, services, services.security)
    if services.privacy is not None:
        yield DeletionSection(context, services, services.privacy)
    yield AppearanceSection(context)
    yield AboutSection(context, services)
