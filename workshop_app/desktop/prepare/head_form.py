"""The head of a session as a form: what, when, where, who, and what is agreed about who said what."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_app.desktop.prepare.date_field import DateField
from workshop_app.desktop.prepare.fields import MinutesField, TimeField
from workshop_app.desktop.prepare.rule_choice import RuleChoice
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.autosave import Typing
from workshop_app.desktop.widgets.columns import Columns
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import SectionLabel
from workshop_app.facilitation.preparing import Head, in_a_year
from workshop_app.i18n import N_, Language
from workshop_app.model.values import TITLE_LIMIT
from workshop_app.model.views import WorkshopInfo

_LINES: Mapping[str, tuple[str, str]] = {
    "title": (N_("Title"), ""),
    "place": (N_("Place"), ""),
    "region": (N_("Region"), ""),
    "responsible": (N_("Responsible organisation"), N_("decides what is done with what is kept")),
    "chair": (N_("Chair"), ""),
    "note_taker": (N_("Note taker"), ""),
    "contact": (N_("Contact for questions about data"), N_("name and e-mail address or telephone; the room sees this")),
}

_NARROW = 44
"""Width in heights of a letter below which there is one column."""


class HeadForm(QWidget):
    """The head of a session. Signals: `edited(str, object)`: the name of a field and its value, when it can be kept."""

    edited = Signal(str, object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._lines: dict[str, Typing] = {}
        self._day = DateField(language)
        self._start = TimeField()
        self._booked = MinutesField(language)
        self._rule = RuleChoice(language)
        self._keep_until = DateField(language)
        self._old_day = self._day.day
        self._rows = {name: self._line(name) for name in _LINES}
        hint = language.gettext("after this day home reminds you that the session may be erased")
        self._rows["day"] = FormRow(language.gettext("Date"), self._day)
        self._rows["keep_until"] = FormRow(language.gettext("Kept until"), self._keep_until, hint)
        self._lay_out()
        self._day.edited.connect(self._tell_day)
        self._start.timeChanged.connect(lambda: self.edited.emit("start", self._start.moment))
        self._booked.valueChanged.connect(lambda minutes: self.edited.emit("booked_minutes", minutes))
        self._rule.chosen.connect(lambda rule: self.edited.emit("rule", rule))
        self._keep_until.edited.connect(self._tell_keep_until)

    def show_head(self, head: Head | WorkshopInfo) -> None:
        """Show what is known. A line that somebody is typing in stays as it is."""
        self._old_day = head.day
        with QSignalBlocker(self):
            for name, line in self._lines.items():
                line.offer(getattr(head, name))
            self._day.show_day(head.day)
            self._start.show_moment(head.start)
            self._booked.setValue(head.booked_minutes)
            self._rule.show_rule(head.rule)
            self._keep_until.show_day(head.keep_until)

    def head(self) -> Head:
        """What is filled in."""
        line = {name: typed.text for name, typed in self._lines.items()}
        return Head(
            title=line["title"],
            day=self._day.day,
            keep_until=self._keep_until.day,
            start=self._start.moment,
            booked_minutes=self._booked.value(),
            place=line["place"],
            region=line["region"],
            responsible=line["responsible"],
            chair=line["chair"],
            note_taker=line["note_taker"],
            contact=line["contact"],
            rule=self._rule.rule,
        )

    def is_complete(self) -> bool:
        """Whether everything is there; what is missing is said at its field, which takes the keyboard."""
        self.flush()
        wrong = [name for name, sentence in self._mistakes().items() if sentence]
        for name, sentence in self._mistakes().items():
            self._rows[name].tell_mistake(sentence)
        if wrong:
            self._rows[wrong[0]].field.setFocus()
        return not wrong

    def flush(self) -> None:
        """Have saved what was typed last."""
        for line in self._lines.values():
            line.flush()
        self._day.flush()
        self._keep_until.flush()
        self._start.interpretText()
        self._booked.interpretText()

    def take_focus(self) -> None:
        """Begin with the title, all of it selected."""
        title = self._rows["title"].field
        title.setFocus()
        if isinstance(title, QLineEdit):
            title.selectAll()

    def _mistakes(self) -> dict[str, str]:
        _ = self._language.gettext
        unreadable = _("This is no date. Type it as 4-12-2026 or 4 dec 2026.")
        early = _("This is before the session itself.") if self._keep_until.day < self._day.day else ""
        return {
            "title": "" if self._lines["title"].text else _("A session needs a title."),
            "day": "" if self._day.is_readable else unreadable,
            "keep_until": early if self._keep_until.is_readable else unreadable,
        }

    def _line(self, name: str) -> FormRow:
        words, hint = (self._language.gettext(text) for text in _LINES[name])
        field = QLineEdit()
        field.setMaxLength(TITLE_LIMIT)
        self._lines[name] = Typing(field)
        self._lines[name].settled.connect(lambda text: self._tell_if_right(name, text))
        return FormRow(words, field, hint)

    def _tell_if_right(self, name: str, value: object) -> None:
        mistake = self._mistakes().get(name, "")
        if name in self._mistakes():
            self._rows[name].tell_mistake(mistake)
        if not mistake:
            self.edited.emit(name, value)

    def _tell_day(self) -> None:
        old, self._old_day = self._old_day, self._day.day
        self._tell_if_right("day", self._day.day)
        if self._keep_until.day == in_a_year(old):
            self._keep_until.show_day(in_a_year(self._day.day))
        self._tell_keep_until()

    def _tell_keep_until(self) -> None:
        self._tell_if_right("keep_until", self._keep_until.day)

    def _lay_out(self) -> None:
        _ = self._language.gettext
        when = _beside(
            (self._rows["day"], 5),
            (FormRow(_("Start"), self._start), 3),
            (FormRow(_("Booked"), self._booked), 3),
        )
        rows = self._rows
        where = _beside((rows["place"], 1), (rows["region"], 1))
        leaders = _beside((rows["chair"], 1), (rows["note_taker"], 1))
        blocks = (
            _under(SectionLabel(_("Meeting")), rows["title"], when, where),
            _under(SectionLabel(_("People")), rows["responsible"], leaders, rows["contact"]),
            _under(SectionLabel(_("Who said what")), self._rule),
            _under(SectionLabel(_("How long")), rows["keep_until"]),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns(blocks, _NARROW, 8 * STEP, 6 * STEP))
        column.addStretch()


def _beside(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(3 * STEP)
    for part, stretch in parts:
        row.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
    return row


def _under(*parts: QWidget | QLayout) -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3 * STEP)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch()
    return block
