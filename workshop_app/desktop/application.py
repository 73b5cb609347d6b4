"""The Qt application: its name, Qt's own words in our language, fonts and look."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from workshop_app.desktop import fonts, theme
from workshop_app.i18n import Language


def make_application() -> QApplication:
    """The application of this process."""
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
