"""The page of home with all templates, and the folders that they are read from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.i18n import Language

if TYPE_CHECKING:
    from workshop_app.desktop.home.gallery import Gallery
    from workshop_app.desktop.home.template_shelf import TemplateShelf
    from workshop_app.desktop.questions import Ask
    from workshop_app.facilitation.own_templates import OwnTemplates
    from workshop_app.rounds.template import Template


class TemplatesPage(QWidget):
    """All templates, as `all` holds them; the gallery of them is made when somebody comes to look.

    Signals: `found(Sequence[Template], str)` with what was read and the first mistakes in the others, to be shown;
    `changed(str)` when there is another set, with the id of the one to go to; `chosen(str)` with the id of the one to
    begin with; `edit_requested(Template)` with an own one; `told(str)` with what was done and `failed(str)` with what
    went wrong, in a sentence; `closed()`.
    """

    found = Signal(object, str)
    changed = Signal(str)
    chosen = Signal(str)
    edit_requested = Signal(object)
    told = Signal(str)
    failed = Signal(str)
    closed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.all: tuple[Template, ...] = ()
        self._shelf: TemplateShelf | None = None
        self._gallery: Gallery | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def use(self, own: "OwnTemplates", ask: "Ask") -> None:
        """Read the templates; from now on those of one's own can be changed here."""
        from workshop_app.desktop.home.template_shelf import TemplateShelf

        self._shelf = TemplateShelf(own, self._language, ask, self)
        self._shelf.changed.connect(self.changed)
        self._shelf.told.connect(self.told)
        self._shelf.failed.connect(self.failed)
        self._shelf.edit_requested.connect(self.edit_requested)
        self.read()

    def read(self, tell: bool = True) -> None:
        """Read the templates again, once there are folders to read; `tell` which ones could not be."""
        if self._shelf is None:
            return
        templates, problems = self._shelf.own.load()
        # Of each file the first mistake: `samenspraak templates` tells them all.
        first = {problem.file: problem.text(self._language) for problem in reversed(problems)}
        self.found.emit(templates, "\n".join(reversed(first.values())) if tell else "")

    def show_templates(self, templates: Sequence["Template"]) -> None:
        """Show these from the next look on."""
        self.all = tuple(templates)
        if self._gallery:
            self._gallery.hide()
            self._gallery.deleteLater()
            self._gallery = None

    def take_focus(self, template_id: str = "") -> None:
        """Begin at this template, else at the first."""
        if self._gallery is None:
            self._gallery = self._made_gallery()
            self._column.addWidget(self._gallery)
            # Not later, by the layout: what is hidden takes no keyboard.
            self._gallery.show()
        self._gallery.take_focus(template_id)

    def _made_gallery(self) -> "Gallery":
        from workshop_app.desktop.home.gallery import Gallery

        own = {each.id for each in self.all if self._shelf and self._shelf.own.is_own(each)}
        gallery = Gallery(self.all, own, self._language, self)
        gallery.chosen.connect(self.chosen)
        gallery.closed.connect(self.closed)
        if self._shelf:
            self._shelf.serve(gallery, self.all)
        return gallery
