"""Scenes are set in the fonts that are shipped."""

import pytest
from PySide6.QtWidgets import QApplication

from workshop_app.desktop import fonts
from workshop_app.paths import resources


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    assert fonts.load(resources() / "fonts") == []
