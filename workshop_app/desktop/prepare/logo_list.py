"""The logos of the house style: up to three, each with words for who cannot see it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.autosave import Typing
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.picture_intake import PictureIntake
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.desktop.widgets.thumbnail import Thumbnail
from workshop_app.facilitation.pictures import (
    MOST_LOGOS,
    add_picture,
    describe_picture,
    move_picture,
    remove_picture,
)
from workshop_app.i18n import Language
from workshop_app.model.values import TITLE_LIMIT
from workshop_app.model.views import PictureView

_PLATE = (11, 4)
"""Width and height of a logo, in heights of a letter."""


class LogoRow(Surface):
    """A logo with its description. Signals: `described(str)`, `removed()`, `moved(int)` up (-1) or down (1)."""

    described = Signal(str)
    removed = Signal()
    moved = Signal(int)

    def __init__(self, logo: PictureView, language: Language) -> None:
        super().__init__("card")
        _ = language.gettext
        letter = self.font().pixelSize()
        width, height = (round(n * letter) for n in _PLATE)
        picture = Thumbnail(logo.data, QSize(width, height), logo.description)
        picture.setFixedWidth(width)
        line = QLineEdit()
        line.setMaxLength(TITLE_LIMIT)
        self._typed = Typing(line)
        self._typed.offer(logo.description)
        self._typed.settled.connect(self.described)
        self.words = FormRow(_("What it says, for who cannot see it"), line)
        remove = QPushButton(_("Remove"))
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        row.setSpacing(4 * STEP)
        row.addWidget(picture)
        row.addWidget(self.words, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)

    def offer(self, logo: PictureView) -> None:
        """Show the description as it is saved."""
        self._typed.offer(logo.description)

    def flush(self) -> None:
        """Have saved what was typed last."""
        self._typed.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the logo."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)


class LogoList(QWidget):
    """The logos; what is changed is saved at once. Signals: `failed(str)` when a picture cannot be used."""

    failed = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        _ = bridge.language.gettext
        self._rows: dict[str, LogoRow] = {}
        self._intake = PictureIntake(bridge.language, self)
        self._intake.taken.connect(lambda picture: bridge.attempt(add_picture, picture))
        self._intake.failed.connect(self.failed)
        self._intake.watch(self)
        self._add = QPushButton(_("+ Logo"))
        self._add.clicked.connect(self._intake.choose)
        self._intake.watch(self._add)
        self._hint = TextLabel("", "small", "muted", wraps=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(2 * STEP)
        foot = QHBoxLayout()
        foot.setSpacing(3 * STEP)
        foot.addWidget(self._add)
        foot.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(TextLabel(_("Logos"), "small-strong", "muted"))
        column.addLayout(self._column)
        column.addLayout(foot)

    def show_logos(self, logos: tuple[PictureView, ...]) -> None:
        """Show the logos as they are saved."""
        _ = self._bridge.language.gettext
        if [logo.id for logo in logos] != list(self._rows):
            self._rebuild(logos)
        for logo in logos:
            self._rows[logo.id].offer(logo)
        self._add.setEnabled(len(logos) < MOST_LOGOS)
        hint = _("PNG or JPEG; choose a file, drop it here or paste it. At most {n}.").format(n=MOST_LOGOS)
        order = _("Alt with an arrow changes the order.") if len(logos) > 1 else ""
        self._hint.setText(" ".join(filter(None, (hint, order))))

    def flush(self) -> None:
        """Have saved what was typed last."""
        for row in self._rows.values():
            row.flush()

    def _rebuild(self, logos: tuple[PictureView, ...]) -> None:
        before = self._rows
        here = next((each for each, row in before.items() if row.isAncestorOf(self.focusWidget() or self)), "")
        new = [logo.id for logo in logos if logo.id not in before]
        for row in before.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {logo.id: self._row(logo) for logo in logos}
        previous: QWidget | None = None
        for row in self._rows.values():
            self._column.addWidget(row)
            row.show()
            if previous:
                QWidget.setTabOrder(previous, row.words.field)
            previous = row.findChildren(QPushButton)[-1]
        if previous:
            QWidget.setTabOrder(previous, self._add)
        target = self._rows.get(new[0] if new else here)
        if target and self.isVisible():
            target.words.field.setFocus()
        elif here:
            # Not a line of text: Ctrl+Z brings the logo back.
            self._add.setEnabled(True)
            self._add.setFocus()

    def _row(self, logo: PictureView) -> LogoRow:
        bridge = self._bridge
        row = LogoRow(logo, bridge.language)
        row.described.connect(lambda text: bridge.attempt(describe_picture, logo.id, text))
        row.removed.connect(lambda: bridge.attempt(remove_picture, logo.id))
        row.moved.connect(lambda by: bridge.attempt(move_picture, logo.id, by))
        self._intake.watch(row)
        return row
