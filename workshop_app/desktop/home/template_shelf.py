"""What home does with the templates of one's own: import, copy, hand over, delete. Each asks what it has to ask."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.home.gallery import Gallery
from workshop_app.desktop.questions import Ask, Question
from workshop_app.desktop.widgets.file_dialogs import ask_for_file, ask_where
from workshop_app.errors import WorldError
from workshop_app.facilitation.own_templates import SUFFIX, OwnTemplates
from workshop_app.i18n import Language
from workshop_app.rounds.template import Template
from workshop_app.storage.names import safe_file_name

_MISTAKES = 3
"""As many are told at once."""


class TemplateShelf(QObject):
    """The templates, as home handles them.

    Signals: `changed(str)` when there is another set of templates, with the id of the one to go to; `told(str)` with
    what was done and `failed(str)` with what went wrong, in a sentence; `edit_requested(Template)` with an own one.
    """

    changed = Signal(str)
    told = Signal(str)
    failed = Signal(str)
    edit_requested = Signal(object)

    def __init__(self, own: OwnTemplates, language: Language, ask: Ask, window: QWidget) -> None:
        super().__init__(window)
        self.own = own
        self._language, self._ask, self._window = language, ask, window

    def serve(self, gallery: Gallery, templates: Sequence[Template]) -> None:
        """Do what is asked in a gallery of these templates."""
        known = {template.id: template for template in templates}
        gallery.import_asked.connect(self.bring_in)
        gallery.export_asked.connect(lambda template_id: self.hand_over(known[template_id]))
        gallery.delete_asked.connect(lambda template_id: self.remove(known[template_id]))
        gallery.edit_asked.connect(lambda template_id: self.edit(known[template_id]))

    def edit(self, template: Template) -> None:
        """Ask for a template to be changed; for a copy when it is not an own one."""
        own = template if self.own.is_own(template) else self.copy(template)
        if own:
            self.edit_requested.emit(own)

    def bring_in(self) -> None:
        """Ask for a file, and take over the template in it."""
        _ = self._language.gettext
        ask_for_file(self._window, _("Take over a template"), [self._kind], self._bring_in)

    def hand_over(self, template: Template) -> None:
        """Ask where to, and write the template as one file."""
        title, name = self._language.gettext("Save the template as a file"), safe_file_name(template.title, SUFFIX)
        ask_where(self._window, title, self._kind, name, lambda path: self._hand_over(template, path))

    def remove(self, template: Template) -> None:
        """Ask, and delete a template."""
        _ = self._language.gettext
        question = Question(
            _("Delete the template “{title}”?").format(title=template.title),
            _("Sessions that were made from it stay as they are. It cannot be undone."),
            _("Delete it"),
            _("Keep"),
            dangerous=True,
        )
        if not self._ask(question, self._window):
            return
        from workshop_app.desktop.template_editing import forget_draft

        try:
            forget_draft(template, self.own)
            self.own.remove(template)
        except WorldError as error:
            self._fail(error)
        self.changed.emit("")

    def copy(self, template: Template) -> Template | None:
        """Make a copy of a template of ours, to be changed; None when that went wrong."""
        title = self._language.gettext("{title} (own)").format(title=template.title)
        try:
            return self.own.copy(template, title)
        except WorldError as error:
            self._fail(error)
            return None

    def _bring_in(self, path: Path) -> None:
        try:
            template = self.own.bring_in(path)
        except WorldError as error:
            self._fail(error)
            return
        self.changed.emit(template.id)
        words = self._language.gettext("The template “{title}” is among your own now.")
        self.told.emit(words.format(title=template.title))

    def _hand_over(self, template: Template, path: Path) -> None:
        try:
            written = self.own.hand_over(template, path)
        except WorldError as error:
            self._fail(error)
            return
        words = self._language.gettext("The template is in {name}. Whoever gets that file can take it over.")
        self.told.emit(words.format(name=written.name))

    def _fail(self, error: WorldError) -> None:
        # The first mistakes in a template; all of them would not fit.
        self.failed.emit("\n".join(error.text(self._language).split("\n")[:_MISTAKES]))

    @property
    def _kind(self) -> str:
        return self._language.gettext("Templates of Samenspraak") + f" (*{SUFFIX})"
