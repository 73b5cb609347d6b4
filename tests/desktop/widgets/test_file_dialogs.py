"""The dialogs that ask for a file speak our language in all their words."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from workshop_app.desktop.application import dress
from workshop_app.desktop.widgets.file_dialogs import ask_where
from workshop_app.i18n import Language
from workshop_app.paths import resources


def test_its_labels_are_dutch(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    dress(qapp, resources(), Language.load())
    window = QWidget()
    qtbot.addWidget(window)
    ask_where(window, "Kopie opslaan", "Sessies (*.samenspraak)", "een.samenspraak", print, folder=tmp_path)
    (dialog,) = window.findChildren(QFileDialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    dialog.reject()
    assert {"Zoeken in:", "Bestandsnaam:", "Bestanden van type:"} <= labels
