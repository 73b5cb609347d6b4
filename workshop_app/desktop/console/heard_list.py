"""Who was not heard yet in this round, with a tick by hand that nothing keeps."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workshop_app.desktop.console.here import Here
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.labels import SectionLabel, TextLabel
from workshop_app.facilitation.hearing import at_the_table, unheard
from workshop_app.i18n import Language
from workshop_app.model.values import Level
from workshop_app.model.views import OrganisationView

_ID = Qt.ItemDataRole.UserRole


class HeardList(QWidget):
    """The organisations of which nothing was captured. Space ticks one that was heard all the same. No signals.

    Ticks are nowhere but in this widget: who spoke in an anonymous round must not be kept. They go when the round does.
    """

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._round_id = ""
        self._ticked: set[str] = set()
        self._shown: tuple[OrganisationView, ...] = ()
        heading = language.gettext("Not heard yet")
        self.list = _Names()
        self.list.setAccessibleName(heading)
        self.list.itemChanged.connect(self._tick)
        self._words = TextLabel("", "small", "muted", wraps=True)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(self.font().pixelSize() * 0.3))
        for part in (SectionLabel(heading), self._words, self.list):
            column.addWidget(part)

    def show_here(self, here: Here, veiled: bool) -> None:
        """Show who was not heard where the beamer is; nobody while the room can look along."""
        known, there = here.round, at_the_table(here.view)
        if here.place.round_id != self._round_id:
            self._round_id = here.place.round_id
            self._ticked.clear()
        asked = known is not None and here.kind is not None and bool(here.kind.mechanics) and len(there) > 1
        self.setVisible(asked and not veiled)
        if known is None or not asked:
            return
        organisations = unheard(here.view, known)
        if organisations != self._shown or not self._ticked.issuperset(self.list.ticked()):
            self._shown = organisations
            self.list.fill(organisations, self._ticked)
        self._say(len(there), known.level is Level.ANONYMOUS)

    def _tick(self, item: QListWidgetItem) -> None:
        change = self._ticked.add if item.checkState() is Qt.CheckState.Checked else self._ticked.discard
        change(item.data(_ID))

    def _say(self, there: int, anonymous: bool) -> None:
        _ = self._language.gettext
        if not self._shown:
            words = _("Of every organisation something was captured.")
        elif anonymous:
            words = _("Anonymous round: tick by hand with Space. Nothing of it is kept.")
        else:
            words = _("{n} of {total} organisations; Space ticks by hand").format(n=len(self._shown), total=there)
        self._words.setText(words)


class _Names(QListWidget):
    """Names with a box to tick, beside each other as far as there is room; as high as they are together."""

    def __init__(self) -> None:
        super().__init__()
        mark(self, kind="plain")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._toggle)

    def ticked(self) -> set[str]:
        """The ids of those that are ticked."""
        items = (self.item(n) for n in range(self.count()))
        return {item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked}

    def fill(self, organisations: tuple[OrganisationView, ...], ticked: set[str]) -> None:
        """Show these; the keyboard stays about where it was."""
        row = max(self.currentRow(), 0)
        self.blockSignals(True)
        self.clear()
        for each in organisations:
            item = QListWidgetItem(each.name, self)
            item.setData(_ID, each.id)
            item.setCheckState(Qt.CheckState.Checked if each.id in ticked else Qt.CheckState.Unchecked)
        self.setCurrentRow(min(row, self.count() - 1))
        self.blockSignals(False)
        self.setVisible(bool(organisations))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become as high as the rows that this width makes."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        em, most = self.font().pixelSize(), self.viewport().width()
        for item in (self.item(n) for n in range(self.count())):
            # The style forgets the width of the box.
            width = self.fontMetrics().horizontalAdvance(item.text()) + round(em * 3)
            item.setSizeHint(QSize(min(width, most), round(em * 1.8)))
        self.doItemsLayout()
        rows = self.visualItemRect(self.item(self.count() - 1)).bottom() + 1 if self.count() else 0
        self.setFixedHeight(rows + self.verticalOffset() + 2 * self.frameWidth() + 2)

    def _toggle(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
