"""The dialogs about a damaged session fit the screen of a laptop, at twice the text too, and show text as it is."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.session_files import a_head, make_session
from workshop_app.desktop import theme
from workshop_app.desktop.home.damaged_look import DamagedLook
from workshop_app.desktop.home.rescue_dialog import RescueDialog
from workshop_app.facilitation.looking import view_of
from workshop_app.facilitation.rescue import BackupInfo
from workshop_app.i18n import Language
from workshop_app.paths import resources

DUTCH = Language.load("nl")
HOSTILE = "<b>Vet</b> & wel " * 8


@pytest.fixture(params=[1.0, 2.0])
def app(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QApplication]:
    """The application with text of this size."""
    font, sheet, palette = qapp.font(), qapp.styleSheet(), qapp.palette()
    theme.apply(qapp, resources() / "icons", request.param)
    yield qapp
    qapp.setFont(font)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def require_fitting(dialog: QDialog, qtbot: QtBot) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    room = dialog.screen().availableGeometry().size()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    for button in dialog.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
            assert dialog.rect().contains(button.geometry()), button.text()
    focused = dialog.focusWidget()
    assert focused
    assert focused.isVisible()


@pytest.mark.parametrize("count", [0, 12])
def test_the_ways_on_fit(app: QApplication, qtbot: QtBot, count: int) -> None:
    backups = [BackupInfo(Path(f"{n}"), datetime(2026, 11, 27, 14, n, tzinfo=UTC), HOSTILE, n) for n in range(count)]
    sentence = f"{HOSTILE} is beschadigd."
    dialog = RescueDialog(sentence, ["Regels die niet meer zijn wat er geschreven is: 3"], backups, DUTCH)
    require_fitting(dialog, qtbot)
    assert dialog.list.horizontalScrollBar().maximum() == 0


def test_what_can_be_read_fits_and_is_plain(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    look = DamagedLook(view_of(make_session(tmp_path, a_head(HOSTILE))), "12 regels gelezen, 3 niet.", DUTCH)
    require_fitting(look, qtbot)
    assert HOSTILE.strip() in look.words.toPlainText()
