"""Beside the panel: what the room sees with its buttons, notes, what comes next, and who was not heard yet."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workshop_app.desktop.actions import key_hint
from workshop_app.desktop.console.coming import coming
from workshop_app.desktop.console.heard_list import HeardList
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.key_button import KeyButton
from workshop_app.desktop.console.late_note import LateNote
from workshop_app.desktop.console.notes_field import NotesField
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.labels import SectionLabel, TextLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation import schedule, script
from workshop_app.i18n import Language


class SidePanel(Surface):
    """The room's picture, notes, what is next, what can be shorter, and who was not heard.

    Signals: `reveal_requested`, `freeze_requested`, `black_requested`, `notes_kept(str, str)` with a round's id and its
    notes, `unveil_requested` to show private things although the room may look along, `present_requested` to let its
    picture fill this screen, `shorten_requested` to shorten
    the rounds to come.
    """

    reveal_requested = Signal()
    freeze_requested = Signal()
    black_requested = Signal()
    notes_kept = Signal(str, str)
    unveil_requested = Signal()
    present_requested = Signal()
    shorten_requested = Signal()

    def __init__(self, language: Language, room_picture: QWidget, parent: QWidget | None = None) -> None:
        super().__init__("white", parent)
        self._language = language
        _ = language.gettext
        self._show = KeyButton(_("Show"), key_hint("reveal"), below=True)
        self._freeze = KeyButton(_("Freeze"), key_hint("freeze"), below=True, checkable=True)
        self._black = KeyButton(_("Black"), key_hint("black"), below=True, checkable=True)
        self._show.clicked.connect(self.reveal_requested)
        self._freeze.clicked.connect(self.freeze_requested)
        self._black.clicked.connect(self.black_requested)
        self.notes = NotesField(_("Only for you"), _("Your notes for this round"))
        self.notes.kept.connect(self.notes_kept)
        self._notes_heading = SectionLabel(_("Only for you"))
        self._veil = _Veil(language)
        self._veil.button.clicked.connect(self.unveil_requested)
        self._veil.present.clicked.connect(self.present_requested)
        self._next = Surface("card")
        self._step = TextLabel("", "small", "muted", wraps=True)
        self._first = TextLabel("", "strong", wraps=True)
        self._second = TextLabel("", "body", "muted", wraps=True)
        self.late = LateNote(language)
        self.late.button.clicked.connect(self.shorten_requested)
        self.heard = HeardList(language)
        self._area = QScrollArea()
        self._arrange(room_picture)

    def _arrange(self, room_picture: QWidget) -> None:
        _, em = self._language.gettext, self.font().pixelSize()
        content = Surface("white")
        column = self._column = QVBoxLayout(content)
        column.setContentsMargins(round(em * 1.07), round(em * 1.4), round(em * 1.07), round(em))
        column.setSpacing(round(em * 0.67))
        column.addWidget(SectionLabel(_("The room sees")))
        column.addWidget(room_picture)
        buttons = FlowLayout(round(em * 0.27), filled=True)
        for button in (self._show, self._freeze, self._black):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addSpacing(round(em * 0.4))
        private: tuple[QWidget, ...] = (self.late, self._notes_heading, self.notes, self._veil)
        for part in private:
            column.addWidget(part)
        column.addSpacing(round(em * 0.4))
        card = QVBoxLayout(self._next)
        card.setContentsMargins(round(em * 0.9), round(em * 0.8), round(em * 0.9), round(em * 0.8))
        card.setSpacing(round(em * 0.2))
        for line in (SectionLabel(_("Next")), self._step, self._first, self._second):
            card.addWidget(line)
        column.addWidget(self._next)
        column.addWidget(self.heard)
        column.addStretch()
        area = self._area
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(self.focusPolicy())
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_here(self, here: Here, veiled: bool) -> None:
        """Show the buttons' state, the notes and what comes next."""
        _ = self._language.gettext
        pending = script.to_reveal(here.view, here.place)
        self._show.say(_("Hide") if here.revealed and not pending else _("Show"), primary=pending is not None)
        live = here.round is not None and here.round.live
        self._show.setEnabled(pending is not None or (here.revealed and not live))
        self._freeze.setChecked(here.view.stage.frozen)
        self._black.setChecked(here.view.stage.black)
        known = here.round
        self.notes.show_notes(known.id if known else "", known.notes if known else "")
        for part in (self._notes_heading, self.notes):
            part.setVisible(known is not None and not veiled)
        self._veil.setVisible(veiled)
        self.heard.show_here(here, veiled)

    def take_back(self, room_picture: QWidget) -> None:
        """Give the room's picture its place again, below its heading."""
        self._column.insertWidget(1, room_picture)

    def go_to(self, part: QWidget) -> None:
        """Give the keyboard to a part, and bring it in sight."""
        part.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(part)

    def show_next(self, here: Here, now: datetime, elapsed: schedule.Elapsed) -> None:
        """Show what comes next, with its times."""
        lines = coming(here, now, elapsed, self._language)
        for label, text in zip((self._step, self._first, self._second), lines, strict=True):
            if text != label.text():
                label.setText(text)
            label.setVisible(bool(text))
        self._next.setVisible(any(lines))
        self.late.show_time(here.view, now, elapsed)


class _Veil(Surface):
    """Says that private things are folded away. Signals: those of its buttons."""

    def __init__(self, language: Language) -> None:
        super().__init__("note")
        _ = language.gettext
        words = _("The room may see this screen: notes, names and hidden results are folded away.")
        self.button = QPushButton(_("Show them anyway"))
        mark(self.button, kind="link")
        self.present = QPushButton(_("Only the picture ({key})").format(key=key_hint("present")))
        mark(self.present, kind="link")
        column = QVBoxLayout(self)
        column.addWidget(TextLabel(words, "small", wraps=True))
        column.addWidget(self.button)
        column.addWidget(self.present)
