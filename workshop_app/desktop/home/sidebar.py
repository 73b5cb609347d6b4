"""The dark side of home: go on, begin, open; and what is true of all sessions."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.home import words
from workshop_app.desktop.home.side_button import SideButton
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import Language
from workshop_app.model.text import dotted
from workshop_app.storage.index_entry import IndexEntry

_WIDTH = 20
"""In heights of a letter, and at most this part of the window."""
_PART = 0.3


class Sidebar(Surface):
    """What one begins with.

    Signals: `resume_asked()`, `new_asked()`, `open_asked()`, `check_asked()` for the room check, `backups_asked()` for
    where backups are kept, `due_asked(bool)` for only what may be erased, or all.
    """

    resume_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    check_asked = Signal()
    backups_asked = Signal()
    due_asked = Signal(bool)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("dark", parent)
        self._language = language
        _ = language.gettext
        self.resume = SideButton("", "", primary=True)
        self.resume.hide()
        self.new = SideButton(_("New session"), _("Ctrl+N"))
        self._open = SideButton(_("Open session file…"), _("Ctrl+O"))
        self._check = SideButton(_("Room check"), _("F3 · beamer, text, storage, power"))
        self._where = TextLabel(_("Everything stays on this computer."), "small", "muted", wraps=True)
        self._tagline = TextLabel(_("Keep what a dialogue brings, also without internet"), tone="muted", wraps=True)
        self._backups = QPushButton(dotted((_("Backups"), key_hint("home-backups"))))
        mark(self._backups, kind="link")
        self._due = QPushButton()
        self._due.setCheckable(True)
        # All of them at once; there is no room for it beside the words with large letters.
        self._due.setToolTip(key_hint("home-erase-due"))
        self._due.setAccessibleDescription(key_hint("home-erase-due"))
        self._due.hide()
        mark(self._due, kind="link")
        self.resume.clicked.connect(self.resume_asked)
        self.new.clicked.connect(self.new_asked)
        self._open.clicked.connect(self.open_asked)
        self._check.clicked.connect(self.check_asked)
        self._backups.clicked.connect(self.backups_asked)
        self._due.toggled.connect(self.due_asked)
        self._lay_out()
        # Not before: what has no place yet would appear as a window of its own.
        self.make_room(0)

    def make_room(self, width: int) -> None:
        """Take no more than a part of a window of this width; 0 is a window that is wide enough."""
        wanted = _WIDTH * self.font().pixelSize()
        most = round(_PART * width) if width else wanted
        self.setFixedWidth(min(wanted, most))
        # With large letters there is no height for what everybody knows.
        self._tagline.setVisible(wanted <= most)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP - 1, 7 * STEP, 6 * STEP - 1, 6 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(TextLabel("Samenspraak", "title"))
        column.addWidget(self._tagline)
        column.addSpacing(6 * STEP)
        for button in (self.resume, self.new, self._open, self._check):
            column.addWidget(button)
        column.addStretch()
        column.addWidget(self._where)
        column.addWidget(self._backups, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._due, 0, Qt.AlignmentFlag.AlignLeft)

    def show_resume(self, entry: IndexEntry | None, now: datetime) -> None:
        """Offer to go on with a session, or with none."""
        if entry:
            self.resume.say(words.resume_title(entry, self._language), words.resume_detail(entry, now, self._language))
        newly = entry is not None and self.resume.isHidden()
        self.resume.setVisible(entry is not None)
        if newly and self.new.hasFocus():
            self.take_focus()

    def show_backups(self, text: str) -> None:
        """Say where backups are kept."""
        self._where.setText(text)

    def show_due(self, text: str) -> None:
        """Say how many sessions may be erased; nothing for ''."""
        self._due.setText(text)
        self._due.setVisible(bool(text))
        if not text:
            self._due.setChecked(False)

    def take_focus(self) -> None:
        """Begin at what one most likely wants."""
        (self.new if self.resume.isHidden() else self.resume).setFocus(Qt.FocusReason.OtherFocusReason)
