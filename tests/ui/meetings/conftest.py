"""The meetings pages in a window on a demo house, opened as the staff pages are."""

from tests.ui.staff.conftest import open_place, place  # noqa: F401 -- fixtures
