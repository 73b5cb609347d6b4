"""A new session on one page: which template, what, when and where. Rounds and people follow once the file is there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workshop_app.desktop.prepare.head_form import HeadForm
from workshop_app.desktop.prepare.previous_choice import PreviousChoice
from workshop_app.desktop.theme import STEP, mark
from workshop_app.desktop.widgets.labels import TextLabel, tooltip
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.facilitation.preparing import Head, in_a_year
from workshop_app.i18n import Language
from workshop_app.rounds.template import Template

_LEAST, _MOST = 8, 40
"""Letters of the title of a template."""


class NewSessionPage(QWidget):
    """Begin a session. It keeps what was typed until the session is made.

    Signals: `create_requested(Template, Head)`, `closed()`.
    """

    create_requested = Signal(object, object)
    closed = Signal()

    def __init__(
        self, templates: Sequence[Template], language: Language, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._templates = tuple(templates)
        self._chosen = templates[0]
        self._choice = QComboBox()
        self.previous = PreviousChoice(language)
        # A long title is shortened.
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(_LEAST)
        self._choice.setMaximumWidth(_MOST * self.fontMetrics().averageCharWidth())
        self._fill()
        self._form = HeadForm(language)
        self._fit = TextLabel("", "small", "warm", wraps=True)
        _ = language.gettext
        self._create = QPushButton(_("Make the session  Ctrl+Enter"))
        mark(self._create, kind="primary")
        self._back = QPushButton(_("‹ Back"))
        mark(self._back, kind="link")
        self._form.show_head(Head(self._chosen.title, today, in_a_year(today), booked_minutes=self._chosen.minutes))
        self._lay_out()
        self._choice.currentIndexChanged.connect(lambda place: self._take(self._templates[place]))
        self._form.edited.connect(lambda *_: self._say_fit())
        self._create.clicked.connect(self._request)
        self._back.clicked.connect(self.closed)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "F5"):
            QShortcut(QKeySequence(keys), self, self._request)
        QShortcut(QKeySequence("Esc"), self, self.closed.emit)
        self._take(self._chosen)

    def choose_template(self, template_id: str) -> None:
        """Begin with this template."""
        self._choice.setCurrentIndex(self._choice.findData(template_id))

    def offer(self, templates: Sequence[Template]) -> None:
        """Show other templates to choose from; what was typed stays, and the choice as far as it is still there."""
        before = self._chosen
        self._templates = tuple(templates)
        with QSignalBlocker(self._choice):
            self._fill()
            self._choice.setCurrentIndex(max(0, self._choice.findData(before.id)))
        self._take(self._templates[self._choice.currentIndex()])

    def _fill(self) -> None:
        self._choice.clear()
        for place, template in enumerate(self._templates):
            self._choice.addItem(template.title, template.id)
            self._choice.setItemData(place, tooltip(template.summary), Qt.ItemDataRole.ToolTipRole)

    def take_focus(self) -> None:
        """Begin with the title."""
        self._form.take_focus()

    def _take(self, template: Template) -> None:
        before, self._chosen = self._chosen, template
        head = self._form.head()
        # What came from the other template follows; what was typed stays.
        self._form.show_head(
            replace(
                head,
                title=template.title if head.title == before.title else head.title,
                booked_minutes=template.minutes if head.booked_minutes == before.minutes else head.booked_minutes,
            )
        )
        self._say_fit()

    def _say_fit(self) -> None:
        over = self._chosen.minutes - self._form.head().booked_minutes
        text = self._language.gettext(
            "The template takes {minutes} min, {over} min more than booked. Next you can drop or shorten rounds, or "
            "let them fit at once."
        )
        self._fit.setText(text.format(minutes=self._chosen.minutes, over=over) if over > 0 else "")

    def _request(self) -> None:
        if self._form.is_complete():
            self.create_requested.emit(self._chosen, self._form.head())

    def _lay_out(self) -> None:
        _ = self._language.gettext
        head, foot = QHBoxLayout(), QHBoxLayout()
        label = TextLabel(_("Template"), "small-strong", "muted")
        label.setBuddy(self._choice)
        self._choice.setAccessibleName(label.text())
        head.setSpacing(3 * STEP)
        head.addWidget(TextLabel(_("New session"), "heading"))
        head.addSpacing(4 * STEP)
        head.addWidget(label)
        head.addWidget(self._choice, 4)
        head.addStretch(1)
        head.addWidget(self._back)
        follows = TextLabel(_("Follows up on"), "small-strong", "muted")
        follows.setBuddy(self.previous)
        foot.addWidget(follows)
        foot.addWidget(self.previous)
        foot.addWidget(self._fit, 1)
        foot.addWidget(self._create)
        ground = Surface("clear")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 2 * STEP, 3 * STEP, 0)
        inside.addWidget(self._form, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(ground)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * STEP)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
