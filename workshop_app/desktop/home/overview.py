"""The first page of home: templates to begin with, and the sessions."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workshop_app.desktop.home import words
from workshop_app.desktop.home.session_table import SessionTable
from workshop_app.desktop.home.template_cards import FeaturedTemplates
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.i18n import Language
from workshop_app.storage.index_entry import IndexEntry

if TYPE_CHECKING:
    from workshop_app.rounds.template import Template

_HEADING, _SEARCH = 9, 5
"""How the width is divided."""


class Overview(QWidget):
    """Templates and sessions.

    Signals: `template_chosen(str)` with an id, `gallery_asked()`, `opened(IndexEntry)`, `erase_asked(IndexEntry)`.
    """

    template_chosen = Signal(str)
    gallery_asked = Signal()
    opened = Signal(object)
    erase_asked = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._entries: tuple[IndexEntry, ...] = ()
        self._due_on: date | None = None
        _ = language.gettext
        self._featured = FeaturedTemplates()
        self._featured.chosen.connect(self.template_chosen)
        self._all = QPushButton()
        self._all.clicked.connect(self.gallery_asked)
        self._all.hide()
        mark(self._all, kind="link")
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search in titles, places and municipalities"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(20 * self.fontMetrics().averageCharWidth())
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.table = SessionTable(language)
        self.table.opened.connect(self.opened)
        self.table.erase_asked.connect(self.erase_asked)
        self._empty = TextLabel("", "lead", "muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._empty.setContentsMargins(0, 12 * STEP, 0, 0)
        self._lay_out()
        self._filter()

    def show_templates(self, templates: Sequence["Template"]) -> None:
        """Show the first templates, and the way to the others."""
        before: QWidget = self._all
        for card in self._featured.show_templates(templates, self._language):
            QWidget.setTabOrder(before, card)
            before = card
        count = len(templates)
        text = self._language.ngettext("the {n} template ›", "all {n} templates ›", count).format(n=count)
        self._all.setText(text)
        self._all.setVisible(bool(count))

    def show_entries(self, entries: Sequence[IndexEntry]) -> None:
        """Show these sessions, as far as the search lets them."""
        self._entries = tuple(entries)
        self._filter()

    def show_due(self, day: date | None) -> None:
        """Show only what may be erased on this day; None shows everything again."""
        self._due_on = day
        self._filter()

    def _filter(self) -> None:
        wanted = self.search.text().casefold().split()
        due = self._due_on
        found = [
            entry
            for entry in self._entries
            if (not wanted or _has(entry, wanted)) and (due is None or entry.is_due(due))
        ]
        self.table.show_entries(found)
        self.table.setVisible(bool(found))
        self._empty.setVisible(not found)
        _ = self._language.gettext
        if self._entries:
            self._empty.setText(_("No session has “{words}” in it.").format(words=self.search.text()))
        else:
            self._empty.setText(_("Your sessions will be here. Choose a template to begin with."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, the arrow down and Enter go to the sessions, Esc clears it."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.isVisible():
                self.table.enter()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        _ = self._language.gettext
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(TextLabel(_("Begin with a template"), "heading"), 1)
        first.addWidget(self._all)
        second.addWidget(TextLabel(_("Sessions"), "heading"), _HEADING)
        second.addWidget(self.search, _SEARCH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addSpacing(3 * STEP)
        column.addWidget(self._featured)
        column.addSpacing(6 * STEP)
        column.addLayout(second)
        column.addSpacing(3 * STEP)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        column.addStretch()


def _has(entry: IndexEntry, wanted: Sequence[str]) -> bool:
    text = words.searchable(entry)
    return all(word in text for word in wanted)
