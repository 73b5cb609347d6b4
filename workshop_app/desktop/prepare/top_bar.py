"""The dark bar over the pages of preparing: title, pages, and whether everything is saved."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.labels import ElidedLabel
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation.desk import Change
from workshop_app.i18n import Language
from workshop_app.model.text import dotted


class TopBar(Surface):
    """Title, pages, saved. Signals: `turned(int)` to a page."""

    turned = Signal(int)

    def __init__(self, pages: Sequence[str], language: Language, parent: QWidget | None = None) -> None:
        super().__init__("dark", parent)
        self._language = language
        self._travel = ""
        self._title = ElidedLabel("", "card-title")
        self._tabs = QTabBar()
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setAccessibleName(language.gettext("Pages"))
        for page in pages:
            self._tabs.addTab(page)
        self._tabs.currentChanged.connect(self.turned)
        self._saved = ElidedLabel("", "body", "muted")
        self._saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(5 * STEP, STEP, 5 * STEP, STEP)
        row.setSpacing(4 * STEP)
        row.addWidget(self._title, 1)
        row.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._saved, 1)

    def show_title(self, title: str) -> None:
        """The title of the session."""
        self._title.setText(title)

    def name_page(self, page: int, words: str) -> None:
        """Rename a page: its number of people has changed."""
        self._tabs.setTabText(page, words)

    def turn(self, by: int) -> None:
        """Go a page on or back, round and round."""
        self._tabs.setCurrentIndex((self._tabs.currentIndex() + by) % self._tabs.count())

    def show_travel(self, change: Change) -> None:
        """Say what was undone or done again, in front of when it was saved."""
        _ = self._language.gettext
        words = {"undone": _("undone: {what}"), "redone": _("done again: {what}")}.get(change.how, "")
        self._travel = words.format(what=_(change.label))

    def show_saved(self, moment: datetime) -> None:
        """Everything up to this moment is in the file."""
        time = self._language.time(moment.astimezone())
        saved = self._language.gettext("✓ saved {time}").format(time=time)
        self._saved.setText(dotted((self._travel, saved)))
        self._travel = ""

    def show_unsaved(self) -> None:
        """Something could not be saved."""
        self._saved.setText(self._language.gettext("not saved"))
