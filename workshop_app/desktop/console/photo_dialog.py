"""What is on a photo: asked before it is kept, and changed afterwards."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.dialog_foot import DialogFoot
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.thumbnail import Thumbnail
from workshop_app.i18n import Language
from workshop_app.model.values import TEXT_LIMIT

_LARGE = (34, 22)
"""Most width and height of the photo, in heights of a letter."""


class DescribeDialog(QDialog):
    """A photo with the words that go with it. Signals: `accepted()`, with the words in `description`."""

    def __init__(self, data: bytes, description: str, reminder: str, language: Language, parent: QWidget) -> None:
        """`reminder` is what to think of before it is kept."""
        super().__init__(parent)
        _ = language.gettext
        self.setWindowTitle(_("Photo of a flip chart"))
        letter = self.font().pixelSize()
        self._line = QLineEdit(description)
        self._line.setMaxLength(TEXT_LIMIT)
        hint = _("Who cannot see the photo hears this. You can also do it in the wrap-up.")
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(Thumbnail(data, QSize(*(n * letter for n in _LARGE))), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(FormRow(_("What is on it?"), self._line, hint))
        column.addWidget(TextLabel(reminder, "small", "warm", wraps=True))
        column.addLayout(DialogFoot(self, _("Save"), self.accept, language))
        self._line.setFocus()

    @property
    def description(self) -> str:
        """The words as they are now."""
        return self._line.text()
