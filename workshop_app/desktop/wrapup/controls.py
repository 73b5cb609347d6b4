"""The bars of the wrap-up: which session and whether it is saved above, what can be done with the minutes below."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QPushButton

from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.labels import ElidedLabel, TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import N_, Language

SAVE, MAIL, ADDRESSES, TEXT, FOLDER = "save", "mail", "addresses", "text", "folder"

_BUTTONS = (
    (FOLDER, N_("Show folder"), ""),
    (TEXT, N_("Copy text"), ""),
    (ADDRESSES, N_("Copy addresses"), ""),
    (SAVE, N_("Save PDF"), "Ctrl+S"),
    (MAIL, N_("Make mail with minutes"), "Ctrl+M"),
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
        self._saved = TextLabel("", "body", "muted")
        back, home = QPushButton(_("‹ Back")), QPushButton(_("To the sessions"))
        back.setShortcut("Alt+Left")
        back.clicked.connect(self.back_asked)
        home.clicked.connect(self.home_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 20, 8)
        row.setSpacing(16)
        row.addWidget(back)
        row.addWidget(self._title, 1)
        row.addWidget(self._saved)
        row.addWidget(home)
        for button in (back, home):
            button.setAutoDefault(True)

    def show_title(self, title: str) -> None:
        """Show which session it is."""
        self._title.setText(self._language.gettext("Wrap up · {title}").format(title=title))

    def show_saved(self, moment: datetime) -> None:
        """A COMMIT was confirmed."""
        at = self._language.time(moment.astimezone())
        self._saved.setText(self._language.gettext("✓ saved {time}").format(time=at))


class FooterBar(Surface):
    """What the pages are, and what to do with them.

    Signals: `asked(str)` with SAVE, MAIL, ADDRESSES, TEXT or FOLDER.
    """

    asked = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__("white")
        self._language = language
        self._about = ElidedLabel("", "body", "muted")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setFixedWidth(120)
        self._progress.setAccessibleName(language.gettext("The minutes are being made"))
        self._progress.hide()
        self.buttons: dict[str, QPushButton] = {}
        about = QHBoxLayout()
        about.setSpacing(8)
        about.addWidget(self._about, 1)
        about.addWidget(self._progress)
        self._flow = FlowLayout(8, at_end=True)
        for key, text, keys in _BUTTONS:
            self._flow.addWidget(self._button(key, language.gettext(text), keys))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24, 10, 24, 10)
        self._row.setSpacing(8)
        self._row.addLayout(about, 1)
        self._row.addLayout(self._flow, 4)
        mark(self.buttons[MAIL], kind="primary")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words above the buttons where both do not fit beside each other."""
        super().resizeEvent(event)
        narrow = self._flow.sizeHint().width() > 0.7 * self.width()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._row.setStretchFactor(self._flow, 0 if narrow else 4)

    def _button(self, key: str, text: str, keys: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.asked.emit(key))
        if keys:
            button.setShortcut(keys)
            button.setToolTip(f"{text} ({keys})")
        self.buttons[key] = button
        return button

    def show_pages(self, count: int) -> None:
        """Say how many pages there are, and what they are good for."""
        pages = self._language.ngettext("{n} page", "{n} pages", count).format(n=count)
        words = self._language.gettext("{pages} · accessible (PDF/UA) · archive (PDF/A)")
        self._about.setText(words.format(pages=pages))

    def show_work(self, working: bool) -> None:
        """Something is being made: the buttons wait."""
        self._progress.setVisible(working)
        for button in self.buttons.values():
            button.setEnabled(not working)
