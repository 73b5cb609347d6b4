"""For whom the minutes are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.wrapup import words
from workshop_app.minutes.edition import Audience, Edition


class VersionChoice(QWidget):
    """For whom the minutes are, which the window keeps, and in words what that means.

    Signals: `changed()` when they are for others than before.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._editions: tuple[Edition, ...] = ()
        self.readers = QComboBox()
        # As narrow as the column, however long the name of an organisation is.
        self.readers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.readers.setMinimumContentsLength(12)
        self._meaning = TextLabel("", "small", "muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(FormRow(bridge.language.gettext("For whom"), self.readers))
        column.addWidget(self._meaning)
        self.readers.activated.connect(lambda _place: self._turn())
        self.refresh()

    @property
    def edition(self) -> Edition:
        """For whom they are."""
        place = self.readers.currentIndex()
        return self._editions[place] if 0 <= place < len(self._editions) else Edition()

    def refresh(self) -> None:
        """Offer everybody, and the organisations of the file."""
        chosen, view, language = self.edition, self._bridge.view, self._bridge.language
        offered = {Edition(audience): language.gettext(name) for audience, name in words.AUDIENCES.items()}
        offered |= {Edition(Audience.ORGANISATION, each.id): each.name for each in view.organisations}
        if list(offered.values()) != [self.readers.itemText(n) for n in range(self.readers.count())]:
            self.readers.clear()
            self.readers.addItems(list(offered.values()))
        self._editions = tuple(offered)
        self.readers.setCurrentIndex(self._editions.index(chosen) if chosen in offered else 0)
        self._meaning.setText(words.meaning(self.edition, view, language))

    def _turn(self) -> None:
        self.refresh()
        self.changed.emit()
