"""All templates: ours to begin with or to copy, and one's own to change, hand over and delete."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workshop_app.desktop.home.template_cards import size_of
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.card import Card
from workshop_app.desktop.widgets.columns import Columns
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.labels import SectionLabel, TextLabel
from workshop_app.desktop.widgets.scrolled import scrolled
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.i18n import Language

if TYPE_CHECKING:
    from workshop_app.rounds.template import Template

_NARROW = 44
"""Width in heights of a letter below which there is one template on a line."""


class TemplateEntry(QWidget):
    """A template as a card, with what can be done with it under it.

    F2 changes it (ours: a copy), Ctrl+E hands it over as a file, Delete deletes one of one's own.

    Signals: `chosen()`, `edit_asked()`, `export_asked()`, `delete_asked()`.
    """

    chosen = Signal()
    edit_asked = Signal()
    export_asked = Signal()
    delete_asked = Signal()

    def __init__(self, template: "Template", own: bool, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = language.gettext
        footer = size_of(template, language)
        if own:
            footer = _("{size} · your own, version {version}").format(size=footer, version=template.version)
        text = "\n\n".join(part for part in (template.summary, template.source) if part)
        self.card = Card(template.title, text, footer)
        self.card.clicked.connect(self.chosen)
        acts: dict[str, Callable[[], None]] = {
            _("Change  F2") if own else _("Make a copy to change  F2"): self.edit_asked.emit,
            _("Save as a file…  Ctrl+E"): self.export_asked.emit,
        }
        if own:
            acts[_("Delete…  Del")] = self.delete_asked.emit
        self._keys = {"F2": self.edit_asked, "Ctrl+E": self.export_asked}
        if own:
            self._keys["Del"] = self.delete_asked
        row = FlowLayout(0)
        for words, act in acts.items():
            button = QPushButton(words)
            button.setAccessibleDescription(template.title)
            mark(button, kind="link")
            button.clicked.connect(lambda _checked, do=act: do())
            button.installEventFilter(self)
            row.addWidget(button)
        self.card.installEventFilter(self)
        # Entries beside each other are equally wide, whatever is in them.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.card, 1)
        column.addLayout(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Obey the keys of this template while the keyboard is in it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            signal = self._keys.get(QKeySequence(event.keyCombination()).toString())
            if signal:
                signal.emit()
                return True
        return super().eventFilter(watched, event)


class Gallery(QWidget):
    """Every template, with where its ideas come from; one's own first.

    Signals, each with the id of a template: `chosen(str)`, `edit_asked(str)`, `export_asked(str)`, `delete_asked(str)`;
    `import_asked()`, `closed()`.
    """

    chosen = Signal(str)
    edit_asked = Signal(str)
    export_asked = Signal(str)
    delete_asked = Signal(str)
    import_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        templates: Sequence["Template"],
        own: Collection[str],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        """`own` holds the ids of the templates that can be changed and deleted."""
        super().__init__(parent)
        _ = language.gettext
        self._language = language
        back, bring = QPushButton(_("‹ Back")), QPushButton(_("Import…  Ctrl+I"))
        for button in (back, bring):
            mark(button, kind="link")
        back.clicked.connect(self.closed)
        bring.clicked.connect(self.import_asked)
        QShortcut(QKeySequence("Esc"), self, self.closed.emit)
        QShortcut(QKeySequence("Ctrl+I"), self, self.import_asked.emit)
        head = QHBoxLayout()
        head.addWidget(TextLabel(_("Templates"), "heading"), 1)
        head.addWidget(bring)
        head.addWidget(back)
        ground = Surface("clear")
        entries_column = QVBoxLayout(ground)
        entries_column.setContentsMargins(0, 0, 2 * STEP, 0)
        entries_column.setSpacing(3 * STEP)
        mine = [each for each in templates if each.id in own]
        ours = [each for each in templates if each.id not in own]
        self._entries: dict[str, TemplateEntry] = {}
        for words, group in ((_("Your own"), mine), (_("Came with the program"), ours)):
            if group:
                if mine:
                    entries_column.addWidget(SectionLabel(words))
                entries = [self._entry(template, template.id in own) for template in group]
                entries_column.addWidget(Columns(entries, _NARROW, 3 * STEP, 3 * STEP))
        entries_column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * STEP)
        column.addLayout(head)
        column.addWidget(scrolled(ground, sideways=False), 1)

    def take_focus(self, template_id: str = "") -> None:
        """Begin at this template, else at the first."""
        entry = self._entries.get(template_id) or next(iter(self._entries.values()), None)
        if entry:
            entry.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entry(self, template: "Template", own: bool) -> TemplateEntry:
        entry = TemplateEntry(template, own, self._language)
        entry.chosen.connect(lambda: self.chosen.emit(template.id))
        entry.edit_asked.connect(lambda: self.edit_asked.emit(template.id))
        entry.export_asked.connect(lambda: self.export_asked.emit(template.id))
        entry.delete_asked.connect(lambda: self.delete_asked.emit(template.id))
        self._entries[template.id] = entry
        return entry
