"""A session in preparation: four people of three municipalities, its window open in English."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.keyboard import show
from tests.session_files import make_session
from tests.workshops import reopened
from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare.window import PrepareWindow
from workshop_app.i18n import Language


@pytest.fixture
def bridge(tmp_path: Path, qapp: QApplication) -> Iterator[Bridge]:
    with reopened(make_session(tmp_path)) as desk:
        made = Bridge(desk, Language.load("en"))
        yield made
        made.close()


@pytest.fixture
def window(qtbot: QtBot, bridge: Bridge) -> Iterator[PrepareWindow]:
    prepare = PrepareWindow(bridge)
    prepare.resize(1280, 800)
    show(qtbot, prepare)
    prepare.take_focus()
    yield prepare
    prepare.close()
