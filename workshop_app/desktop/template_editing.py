"""A template of one's own while it is changed: a prepared session in a folder of its own, saved back when it is left.

Until then everything is in that file, so that a crash loses nothing; opening the template again goes on with it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare.template_window import TemplateWindow
from workshop_app.errors import WorldError
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.opening import create_file, erase_session, open_session
from workshop_app.facilitation.own_templates import OwnTemplates
from workshop_app.facilitation.preparing import Head
from workshop_app.facilitation.script_template import Cover, next_cover, template_of
from workshop_app.i18n import Language
from workshop_app.paths import SESSION_SUFFIX
from workshop_app.rounds.template import Template
from workshop_app.storage.names import safe_file_name
from workshop_app.storage.session_file import SessionFile

_FOLDER = "being-edited"
_BACKUPS = "backups"


def open_draft(template: Template, own: OwnTemplates, today: date) -> SessionFile:
    """The file in which a template is changed; the one that was left, when there is one. Raises WorldError."""
    path = _draft(template, own)
    folder = path.parent
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        # Of a template the times count from its beginning.
        begin = time(0)
        head = Head(template.title, today, today, begin, template.minutes, summary=template.summary)
        create_file(path, template, head, Language.load())
    return open_session(path, folder, folder / _BACKUPS)


def forget_draft(template: Template, own: OwnTemplates) -> None:
    """Erase what was left of changing a template, which is deleted. Raises StorageError."""
    path = _draft(template, own)
    if path.exists():
        erase_session(path, path.parent / _BACKUPS)


def _draft(template: Template, own: OwnTemplates) -> Path:
    return own.folder / _FOLDER / safe_file_name(template.id, SESSION_SUFFIX)


def _written_out(template: Template) -> Template:
    """The template with the words of the kinds where it has none of its own, as a session holds them."""
    _ = Language.load().gettext
    rounds = (replace(known, title=_(known.title), question=_(known.question)) for known in template.rounds)
    return replace(template, rounds=tuple(rounds))


class TemplateEditing(QObject):
    """A template that is being changed, with its page.

    Signals: `page_changed(Page)` when its page belongs in the window, `left()` when it is closed.
    """

    page_changed = Signal(object)
    left = Signal()

    room = None
    """There is no room: nothing of this is shown to anybody."""

    def __init__(self, file: SessionFile, template: Template, own: OwnTemplates, language: Language) -> None:
        super().__init__()
        self.file = file
        self._template, self._own, self._language = template, own, language
        self.bridge = Bridge(Desk(file), language, self)
        self._page = TemplateWindow(self.bridge)
        self._page.done.connect(self.leave)
        self._warned = False

    def show_first(self) -> None:
        """Show its page."""
        self.page_changed.emit(self._page)

    def keep(self) -> bool:
        """Save what is half typed in the draft. Whether that worked."""
        return self._page.keep()

    def leave(self, then: Callable[[], object] = lambda: None) -> bool:
        """Save the template as its next version when something was changed, and close. Whether it is closed.

        When it cannot be saved, the page says so and stays; asked a second time it closes, and the draft is kept.
        """
        saved = self.keep() and self._save()
        if not saved and not self._warned:
            self._warned = True
            return False
        path: Path = self.file.path
        self.bridge.close()
        self.file.close()
        if saved:
            erase_session(path, path.parent / _BACKUPS)
        self.left.emit()
        self._page.deleteLater()
        return True

    def _save(self) -> bool:
        view, old = self.bridge.view, self._template
        info = view.info
        try:
            now = template_of(view, Cover(old.id, old.version, info.title, info.summary, info.source))
            if replace(now, path=old.path) == _written_out(old):
                return True
            self._own.keep_script(view, next_cover(old, info.title, info.summary, info.source))
        except WorldError as error:
            self._page.tell(error.text(self._language))
            return False
        return True
