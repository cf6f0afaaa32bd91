"""A staff list is read, looked through and taken in; used by the page 'Importér medarbejdere' and by the guide."""

from dagleder.staff.service import StaffService
from ui.kit.import_view import Around, ImportView
from ui.staff.import_reading import StaffLists


class StaffImport(ImportView):
    def __init__(self, around: Around, staff: StaffService) -> None:
        super().__init__(around, StaffLists(staff))
