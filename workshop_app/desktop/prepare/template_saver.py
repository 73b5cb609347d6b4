"""From the script of a session to a template: asked in a dialog, told in the banner."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare.template_dialog import TemplateDialog
from workshop_app.errors import WorldError
from workshop_app.facilitation.own_templates import OwnTemplates
from workshop_app.facilitation.script_template import Cover, next_cover


class TemplateSaver(QObject):
    """Saves the script of the open session. Signals: `saved(str)` and `failed(str)` with a sentence."""

    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, bridge: Bridge, own: OwnTemplates, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._own, self._window = bridge, own, parent

    def ask(self) -> None:
        """Ask what it is called, then save it."""
        info = self._bridge.view.info
        dialog = TemplateDialog(info.title, self._own.find(info.template_id), self._bridge.language, self._window)
        dialog.saved.connect(self._save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, title: str, summary: str, in_place: bool) -> None:
        view, language = self._bridge.view, self._bridge.language
        source = view.info.source or language.gettext("Own material")
        there = self._own.find(view.info.template_id) if in_place else None
        new = Cover(self._own.new_id(title), 1, title, summary, source)
        try:
            self._own.keep_script(view, next_cover(there, title, summary, source) if there else new)
        except WorldError as error:
            self.failed.emit(error.text(language))
            return
        told = language.gettext("The template “{title}” is saved. It is on home, among the templates.")
        self.saved.emit(told.format(title=title))
