"""The Qt application: its name, Qt's own words in our language, fonts and look."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from workshop_app.desktop import fonts, theme
from workshop_app.i18n import Language

_TURN = 0.0005
"""Seconds after which a thread lets another have Python. The windows ask for it many times while they paint, and wait
each time for the thread that makes the pages of the minutes."""


def make_application() -> QApplication:
    """The application of this process."""
    sys.setswitchinterval(_TURN)
    # The style is named here: setStyle() would hand it to Python, and the class QStyle takes 5 ms to make.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Samenspraak")
    app.setDesktopFileName("samenspraak")
    return app


def dress(app: QApplication, resources: Path, language: Language, text_scale: float = 1.0) -> None:
    """Give the application its fonts, its look and, in Qt's own dialogs, its language."""
    fonts.load(resources / "fonts")
    theme.apply(app, resources / "icons", text_scale)
    QLocale.setDefault(QLocale(language.code))
    words = QTranslator(app)
    if words.load(f"qtbase_{language.code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
