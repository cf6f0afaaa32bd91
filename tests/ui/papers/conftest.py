"""The same place as the settings have."""

from tests.ui.settings.conftest import opener

__all__ = ["opener"]
