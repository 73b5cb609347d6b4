"""Photos of flip charts: taken in, and shown small under the panel of their round."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.console.here import Here
from workshop_app.desktop.console.photo_dialog import DescribeDialog
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.labels import ElidedLabel, tooltip
from workshop_app.desktop.widgets.picture_intake import PictureIntake
from workshop_app.desktop.widgets.thumbnail import small_pixmap
from workshop_app.facilitation.pictures import PictureFile, add_picture, describe_picture, remove_picture
from workshop_app.model.values import Level
from workshop_app.model.views import PictureView

_ID = Qt.ItemDataRole.UserRole
_SMALL = (5, 3)
"""Width and height in heights of a letter."""


class _Strip(QListWidget):
    """The photos beside each other. Signals: `describe_asked()`, `remove_asked()`, `wipe_asked()`."""

    describe_asked = Signal()
    remove_asked = Signal()
    wipe_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 describe, Delete takes away, with Shift for good."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.describe_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            for_good = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.wipe_asked if for_good else self.remove_asked).emit()
        else:
            super().keyPressEvent(event)


class PhotoStrip(QWidget):
    """The photos of the round where the beamer is; hidden while there are none.

    Signals: `failed(str)` when a picture cannot be used, `wipe_requested(PictureView)` to delete one for good.
    """

    failed = Signal(str)
    wipe_requested = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._language = bridge, bridge.language
        _ = self._language.gettext
        self._round_id, self._anonymous = "", False
        self._shown: tuple[PictureView, ...] = ()
        self._intake = PictureIntake(self._language, self)
        self._intake.taken.connect(self._take)
        self._intake.failed.connect(self.failed)
        letter = self.font().pixelSize()
        self._small = QSize(*(n * letter for n in _SMALL))
        self.list = _Strip()
        self.list.setAccessibleName(_("Photos of this round"))
        mark(self.list, kind="list")
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setIconSize(self._small)
        self.list.setGridSize(self._small + QSize(2 * STEP, 3 * STEP))
        self.list.setFixedHeight(self._small.height() + 7 * STEP)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.list.describe_asked.connect(self._describe)
        self.list.remove_asked.connect(self._remove)
        self.list.wipe_asked.connect(self._wipe)
        self.list.itemDoubleClicked.connect(lambda _item: self._describe())
        hint = _("Photos: Enter describes one, Delete takes it away, with Shift for good.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(ElidedLabel(hint, "small", "muted"))
        column.addWidget(self.list)
        self.hide()

    def watch(self, *widgets: QWidget) -> None:
        """Take photos that are dropped on these widgets, or pasted while one of them has the keyboard."""
        self._intake.watch(*widgets)

    def show_here(self, here: Here) -> None:
        """Show the photos of the round where the beamer is."""
        self._round_id = here.round.id if here.round else ""
        self._anonymous = here.round is not None and here.round.level is Level.ANONYMOUS
        photos = here.view.photos(self._round_id) if here.round else ()
        if photos != self._shown:
            self._shown = photos
            self._fill(photos)
        self.setVisible(bool(photos))

    def add(self) -> None:
        """Let a person choose a photo for this round."""
        if self._round_id:
            self._intake.choose()
        else:
            self.failed.emit(self._language.gettext("A photo belongs to a round. Go to its round first."))

    def _fill(self, photos: tuple[PictureView, ...]) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for photo in photos:
            words = photo.description or self._language.gettext("Photo without a description")
            item = QListWidgetItem(QIcon(small_pixmap(photo.data, self._small)), "")
            item.setData(_ID, photo.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(tooltip(words))
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(row, len(photos) - 1)))

    def _take(self, picture: PictureFile) -> None:
        round_id = self._round_id
        if not round_id:
            self.add()
            return
        dialog = self._ask(picture.data, "")
        dialog.accepted.connect(lambda: self._bridge.attempt(add_picture, picture, dialog.description, round_id))
        dialog.open()

    def _describe(self) -> None:
        photo = self._chosen()
        if photo:
            dialog = self._ask(photo.data, photo.description)
            dialog.accepted.connect(lambda: self._bridge.attempt(describe_picture, photo.id, dialog.description))
            dialog.open()

    def _remove(self) -> None:
        photo = self._chosen()
        if photo:
            self._bridge.attempt(remove_picture, photo.id)

    def _wipe(self) -> None:
        photo = self._chosen()
        if photo:
            self.wipe_requested.emit(photo)

    def _chosen(self) -> PictureView | None:
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _ask(self, data: bytes, description: str) -> DescribeDialog:
        _ = self._language.gettext
        reminder = _("Does it show data of residents? Then do not add it.")
        if self._anonymous:
            reminder = _("This round is anonymous: can a hand or a name be recognised? Then do not add it.")
        dialog = DescribeDialog(data, description, reminder, self._language, self.window())
        dialog.finished.connect(dialog.deleteLater)
        return dialog
