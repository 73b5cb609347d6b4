"""The mail with the minutes: to whom, with which words and files, what is seen before, and whether it was sent."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.autosave import Typing
from workshop_app.desktop.widgets.flow import FlowLayout
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.segmented import SegmentedButtons
from workshop_app.desktop.wrapup import mail_words
from workshop_app.desktop.wrapup.delivery import Version
from workshop_app.desktop.wrapup.file_choice import FileChoice
from workshop_app.desktop.wrapup.panel import Panel
from workshop_app.desktop.wrapup.results import CLOSE, SHOW_FOLDER, Result
from workshop_app.desktop.wrapup.sent_marks import EVERYBODY, SentMarks
from workshop_app.facilitation import preparing
from workshop_app.mail.letter import ACTIONS, GREETING, STATUS, standard, template

TOGETHER, APART = "together", "apart"
_LINES = 9


class MailPanel(Panel):
    """The mail before it is a draft.

    Signals: `asked(tuple, bool)` with the kinds of files beside the minutes, and whether each organisation gets a draft
    of its own; `told(Result)` with what was copied; and `left()`.
    """

    asked = Signal(object, bool)
    told = Signal(object)

    def __init__(self, bridge: Bridge, version: Callable[[], Version], kinds: Mapping[str, str]) -> None:
        """`version` gives the version that is chosen; `kinds`: the words for each kind of file, by its name."""
        super().__init__(bridge.language.gettext("Mail with the minutes"), bridge.language)
        self._bridge, self._version = bridge, version
        _ = bridge.language.gettext
        self.way = SegmentedButtons(
            _("Drafts"), [(TOGETHER, _("One for everybody")), (APART, _("One per municipality"))]
        )
        self.way.chosen.connect(self.refresh)
        self._to = TextLabel("", "small", "muted", wraps=True)
        self._outside = TextLabel("", "small", "warm", wraps=True)
        self.files = FileChoice(kinds, bridge.language)
        self.make = QPushButton(_("Make the draft"))
        self.make.clicked.connect(lambda: self.asked.emit(self.files.chosen, self.is_apart))
        mark(self.make, kind="primary")
        self.sent = SentMarks(bridge)
        self._lay_out()
        self.refresh()

    @property
    def is_apart(self) -> bool:
        """Whether each organisation gets a draft of its own."""
        return self.way.key == APART

    def take_focus(self) -> None:
        """Give the keyboard to the button that makes the draft: all else is seen to already."""
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show to whom it goes, in which words, and whether it was sent."""
        version, language = self._version(), self._bridge.language
        self._to.setText(mail_words.addressees(version, self.is_apart, language))
        self._outside.setText(mail_words.outside_sentence(version, self.is_apart, language))
        self._outside.setVisible(bool(self._outside.text()))
        self._typing.offer(template(version.view, version.language))
        own = version.options.edition.organisation_id
        apart = [organisation.id for organisation in version.view.organisations]
        self.sent.show_for(apart if self.is_apart else [own or EVERYBODY])

    def flush(self) -> bool:
        """Save what is not saved yet of the text, and say whether that worked."""
        self._typing.flush()
        return self._typing.is_saved

    def _lay_out(self) -> None:
        _ = self._bridge.language.gettext
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Text of the mail"))
        self.text.setFixedHeight(_LINES * self.text.fontMetrics().lineSpacing() + 24)
        self._typing = Typing(self.text)
        self._typing.settled.connect(self._keep_text)
        buttons = FlowLayout(8)
        buttons.addWidget(self.make)
        for words, act in ((_("Copy addresses"), self.copy_addresses), (_("Copy text"), self.copy_text)):
            button = QPushButton(words)
            button.clicked.connect(act)
            buttons.addWidget(button)
        never = TextLabel(_("It opens in your mail program. Nothing is sent by itself."), "small", "muted", wraps=True)
        self.add(self.way, self._to, self._outside, buttons, never)
        self.add_heading(_("Text"))
        marks = _("In place of {greeting}, {status} and {actions} come to whom it is, how far it is, and what they do.")
        names = {"greeting": GREETING, "status": STATUS, "actions": ACTIONS}
        marks = marks.format(**{name: self._mark(mark) for name, mark in names.items()})
        self.add(self.text, TextLabel(marks, "small", "muted", wraps=True))
        self.add_heading(_("With the PDF go"))
        self.add(self.files)
        self.add_heading(_("Tick when you have sent it"))
        self.add(self.sent)
        self.column.addStretch(1)

    def _mark(self, mark: str) -> str:
        """A mark in the language of the mail."""
        return self._version().language.gettext(mark)

    def _keep_text(self, text: str) -> None:
        """What stands there by itself is not kept: it goes along with the workshop."""
        version = self._version()
        own = "" if text == standard(version.view, version.language) else text
        self._bridge.attempt(preparing.edit_workshop, mail_text=own)

    def copy_addresses(self) -> None:
        """Put the addresses on the clipboard, for mail in a browser."""
        language, addresses = self._bridge.language, self._version().addresses
        if not addresses:
            self.told.emit(Result("amber", language.gettext("Nobody on the list has an e-mail address.")))
            return
        QGuiApplication.clipboard().setText("; ".join(addresses))
        n = len(addresses)
        words = language.ngettext(
            "{n} address is copied. Paste it behind Bcc.", "{n} addresses are copied. Paste them behind Bcc.", n
        )
        self.told.emit(Result("green", words.format(n=n)))

    def copy_text(self) -> None:
        """Put the text on the clipboard."""
        self.flush()
        QGuiApplication.clipboard().setText(self._version().letter())
        words = self._bridge.language.gettext("The text of the mail is copied. Save the PDF, and attach it yourself.")
        self.told.emit(Result("green", words, (SHOW_FOLDER, CLOSE)))
