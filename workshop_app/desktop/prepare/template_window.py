"""Changing a template of one's own: the script as in a session, and what the template says of itself."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.page import Page
from workshop_app.desktop.prepare.editing_keys import add_editing_keys
from workshop_app.desktop.prepare.script_page import ScriptPage
from workshop_app.desktop.prepare.template_form import TemplateForm
from workshop_app.desktop.prepare.top_bar import TopBar
from workshop_app.desktop.questions import Ask, ask
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.banner import Banner
from workshop_app.desktop.widgets.surface import Surface, rule
from workshop_app.facilitation.preparing import edit_workshop


class TemplateWindow(Page):
    """Change a template. Signals: `done()` when it is to be saved and closed."""

    done = Signal()

    def __init__(self, bridge: Bridge, ask: Ask = ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._language = bridge.language
        _ = self._language.gettext
        self._bar = TopBar((_("Script"), _("About this template")), self._language)
        self._banner = Banner()
        self._script, self._form = ScriptPage(bridge, ask, for_template=True), TemplateForm(self._language)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._script)
        self._pages.addWidget(self._form)
        self._add = QPushButton(_("+ Round  Ctrl+R"))
        self._done = QPushButton(_("Save the template  Ctrl+W"))
        mark(self._done, kind="primary")
        self._lay_out()
        self._connect()
        self._show_view()

    def keep(self) -> bool:
        """Save what was typed last, and say whether that worked."""
        saved = self._form.flush()
        return self._script.flush() and saved

    def take_focus(self) -> None:
        """Begin at what the page is about."""
        (self._script if self._pages.currentWidget() is self._script else self._form).take_focus()

    def tell(self, sentence: str) -> None:
        """Say why the template cannot be saved as it is."""
        self._bar.show_unsaved()
        self._banner.tell("red", sentence, {"close": self._language.gettext("Close")})

    def _warn(self, sentence: str) -> None:
        self._banner.tell("amber", sentence, {"close": self._language.gettext("Close")})

    def _turn(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._add.setVisible(page == 0)
        self.take_focus()

    def _show_view(self) -> None:
        view = self._bridge.view
        self._bar.show_title(self._language.gettext("Template: {title}").format(title=view.info.title))
        self._script.show_view(view)
        self._form.show_info(view.info)

    def _save(self, moment: datetime) -> None:
        self._bar.show_saved(moment)
        self._banner.dismiss()

    def _connect(self) -> None:
        self._bridge.changed.connect(self._show_view)
        self._bridge.saved.connect(self._save)
        self._bridge.failed.connect(self.tell)
        self._bridge.refused.connect(self._warn)
        self._banner.chosen.connect(self._banner.dismiss)
        self._form.edited.connect(lambda name, value: self._bridge.attempt(edit_workshop, **{name: value}))
        self._bar.turned.connect(self._turn)
        self._add.clicked.connect(self._script.add)
        self._done.clicked.connect(self.done)
        own = {"Ctrl+W": self.done.emit, "Esc": self.take_focus}
        add_editing_keys(self, self._bridge, self._bar, self._script, own)

    def _lay_out(self) -> None:
        foot = Surface("white")
        row = QHBoxLayout(foot)
        row.setContentsMargins(7 * STEP, 2 * STEP, 7 * STEP, 2 * STEP)
        row.addWidget(self._add)
        row.addStretch()
        row.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in ((self._bar, 0), (self._banner, 0), (self._pages, 1), (rule(), 0), (foot, 0)):
            column.addWidget(part, stretch)
