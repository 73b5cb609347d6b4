"""The bars of the wrap-up: which session and whether it is saved above, what can be done with the minutes below."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from workshop_app.desktop.actions import keys
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.announce import announce
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.labels import ElidedLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation.desk import Change
from workshop_app.i18n import N_, Language
from workshop_app.model.text import dotted

FOLDER, FILES, SAVE, MAIL, STOP = "folder", "files", "save", "mail", "stop"

_BUTTONS = (
    # The keys are of the page: a button that has one itself waits a moment before it acts.
    (FOLDER, N_("Show folder"), "wrapup-folder"),
    (FILES, N_("Word, Excel, calendar…"), "wrapup-files"),
    (SAVE, N_("Save PDF"), "wrapup-save"),
    (MAIL, N_("Make mail with minutes"), "wrapup-mail"),
)


class TopBar(Surface):
    """What is wrapped up. Signals: `back_asked()` to the console, `home_asked()` to the overview of sessions."""

    back_asked = Signal()
    home_asked = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__("dark")
        self._language = language
        _ = language.gettext
        self._title = ElidedLabel("", "heading")
        self._saved = ElidedLabel("", "body", "muted")
        self._saved.setAlignment(Qt.AlignmentFlag.AlignRight)
        back, home = QPushButton(_("‹ Back")), QPushButton(_("To the sessions"))
        back.setShortcut(keys("wrapup-back")[0])
        back.clicked.connect(self.back_asked)
        home.clicked.connect(self.home_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 20, 8)
        row.setSpacing(16)
        row.addWidget(back)
        row.addWidget(self._title, 3)
        row.addWidget(self._saved, 2)
        row.addWidget(home)

    def show_title(self, title: str) -> None:
        """Show which session it is."""
        self._title.setText(self._language.gettext("Wrap up · {title}").format(title=title))

    def show_saved(self, moment: datetime, change: Change | None = None) -> None:
        """A COMMIT was confirmed; say what it took back or did again, which may be something of the meeting itself."""
        _ = self._language.gettext
        saved = _("✓ saved {time}").format(time=self._language.time(moment.astimezone()))
        words = {"undone": _("undone: {what}"), "redone": _("done again: {what}")}.get(change.how if change else "")
        travelled = words.format(what=_(change.label)) if change and words else ""
        self._saved.setText(dotted((travelled, saved)))
        if travelled:
            announce(self, travelled)


class FooterBar(Surface):
    """What the pages are, where they go, and what to do with them; how far long work is.

    Signals: `asked(str)` with FOLDER, FILES, SAVE, MAIL, or STOP while there is work.
    """

    asked = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__("white")
        self._language, self._pages = language, ""
        self._about = ElidedLabel("", "body", "muted")
        self._folder = ElidedLabel("", "small", "muted")
        self._progress = QProgressBar()
        self._progress.setFixedWidth(120)
        self._progress.setAccessibleName(language.gettext("The minutes are being made"))
        self._stop = QPushButton(language.gettext("Stop (Esc)"))
        self._stop.clicked.connect(lambda: self.asked.emit(STOP))
        self.buttons: dict[str, QPushButton] = {}
        self._flow = FlowLayout(8, at_end=True)
        for key, text, action in _BUTTONS:
            self._flow.addWidget(self._button(key, language.gettext(text), keys(action)[0]))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24, 8, 24, 8)
        self._row.setSpacing(8)
        self._row.addLayout(self._words(), 1)
        self._row.addLayout(self._flow)
        mark(self.buttons[MAIL], kind="primary")
        self._progress.hide()
        self._stop.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words above the buttons where both do not fit beside each other."""
        super().resizeEvent(event)
        narrow = self._flow.sizeHint().width() > 0.7 * self.width()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def show_pages(self, count: int) -> None:
        """Say how many pages there are, and what they are good for."""
        pages = self._language.ngettext("{n} page", "{n} pages", count).format(n=count)
        words = self._language.gettext("{pages} · accessible (PDF/UA) · archive (PDF/A)")
        self._pages = words.format(pages=pages)
        self._about.setText(self._pages)

    def show_making(self, percent: int) -> None:
        """So much of the pages is made; at 100, say again what they are."""
        making = self._language.gettext("The pages are being made: {percent} %").format(percent=percent)
        self._about.setText(making if percent < 100 else self._pages)

    def show_folder(self, folder: Path) -> None:
        """Say where the files go."""
        self._folder.setText(self._language.gettext("In {folder}").format(folder=folder))

    def show_work(self, working: bool) -> None:
        """Something is being made, and can be stopped. The buttons keep the keyboard; pressed now, they do nothing."""
        self._progress.setRange(0, 0)
        self._progress.setVisible(working)
        self._stop.setVisible(working)

    def show_progress(self, percent: int) -> None:
        """So much of it is done."""
        self._progress.setRange(0, 100)
        self._progress.setValue(percent)

    def _words(self) -> QVBoxLayout:
        about = QHBoxLayout()
        about.setSpacing(8)
        about.addWidget(self._about, 1)
        about.addWidget(self._progress)
        about.addWidget(self._stop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(about)
        column.addWidget(self._folder)
        return column

    def _button(self, key: str, text: str, shortcut: str) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self.asked.emit(key))
        button.setToolTip(f"{text} ({shortcut})")
        self.buttons[key] = button
        return button
