"""Mending what is missing, right where it was found: a small form for each kind of gap."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.theme import mark
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.keys import ENTER
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.desktop.widgets.segmented import SegmentedButtons
from workshop_app.desktop.widgets.surface import Surface
from workshop_app.desktop.widgets.thumbnail import Thumbnail
from workshop_app.desktop.wrapup import words
from workshop_app.desktop.wrapup.day_field import DayField
from workshop_app.facilitation import capturing, outcomes, people, pictures, preparing
from workshop_app.facilitation.action_line import Due, find_owner
from workshop_app.i18n import Language
from workshop_app.minutes.completeness import Gap, has_owner
from workshop_app.minutes.sections.outcomes import PARKED_STATES
from workshop_app.minutes.wording import label_of, quoted
from workshop_app.model.values import TEXT_LIMIT, ParkedState, Presence, QuoteMode
from workshop_app.model.views import ContributionView, PromptView, WorkshopView

_PHOTO_SIZE = QSize(360, 200)


class MendForm(Surface):
    """What is to be mended, fields, and how that is saved. Enter saves, Esc ends.

    Signals: `saved()` when it was saved, `ended()` when it was left as it is.
    """

    saved = Signal()
    ended = Signal()

    def __init__(self, text: str, fields: Sequence[QWidget], save: Callable[[], bool], language: Language) -> None:
        super().__init__("card")
        self._fields, self._save = fields, save
        self._button = QPushButton(language.gettext("Save"))
        self._button.clicked.connect(self._submit)
        mark(self._button, kind="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(TextLabel(text, "strong", wraps=True))
        for field in fields:
            column.addWidget(field)
        column.addLayout(self._buttons(language))

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""
        first = self._fields[0]
        target = first.field if isinstance(first, FormRow) else first
        chosen = (button for button in target.findChildren(QPushButton) if button.isChecked())
        next(chosen, target if target.focusPolicy() else self._button).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc ends."""
        if event.key() in ENTER:
            self._submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _buttons(self, language: Language) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(TextLabel(language.gettext("Enter saves · Esc leaves it"), "small", "muted"), 1)
        row.addWidget(self._button)
        return row

    def _submit(self) -> None:
        if self._save():
            self.saved.emit()


def mend_form(gap: Gap, targets: tuple[str, ...], target: str, bridge: Bridge) -> MendForm:
    """The form for one of the targets of a finding."""
    return _FORMS[gap](bridge, target) if gap is not Gap.PRESENCE else _presence(bridge, targets)


def _presence(bridge: Bridge, targets: tuple[str, ...]) -> MendForm:
    _ = bridge.language.gettext
    expected = [p for p in bridge.view.participants if p.id in targets and p.presence is Presence.EXPECTED]
    listed = QListWidget()
    listed.setAccessibleName(_("Who were there?"))
    for person in expected:
        organisation = bridge.view.organisation_name(person.organisation_id)
        item = QListWidgetItem(", ".join(filter(None, (person.name, organisation))), listed)
        item.setCheckState(Qt.CheckState.Checked)
    listed.setCurrentRow(0)

    def save() -> bool:
        boxes = [listed.item(row).checkState() for row in range(len(expected))]
        absent = [person.id for person, box in zip(expected, boxes, strict=True) if box is Qt.CheckState.Unchecked]
        return bridge.attempt(people.all_present, bridge.desk.now(), absent)

    return MendForm(
        _("Who were there? The space bar takes a person off or puts them back."), [listed], save, bridge.language
    )


def _action(bridge: Bridge, target: str) -> MendForm:
    _, view = bridge.language.gettext, bridge.view
    action = next(a for a in view.actions if a.id == target)
    owner, meant = QLineEdit(action.owner), TextLabel("", "small", "muted")
    owner.textChanged.connect(lambda text: meant.setText(_whom(text, bridge.view, bridge.language)))
    meant.setText(_whom(action.owner, view, bridge.language))
    day = DayField(bridge.language, bridge.desk.now().astimezone().date())
    day.show_due(Due(action.due, action.due_text))
    who: list[QWidget] = [FormRow(_("Who does it"), owner), meant]
    when: list[QWidget] = [FormRow(_("When it is done"), day)]

    def save() -> bool:
        found, due = find_owner(owner.text(), bridge.view), day.due
        return bridge.attempt(
            outcomes.edit_action,
            action_id=target,
            owner=found.name,
            participant_id=found.participant_id or None,
            organisation_id=found.organisation_id or None,
            due=due.day,
            due_text="" if due.day else due.text,
        )

    # What is missing first.
    fields = [*when, *who] if has_owner(action) else [*who, *when]
    return MendForm(words.numbered_action(action, view), fields, save, bridge.language)


def _whom(text: str, view: WorkshopView, language: Language) -> str:
    """Who is meant by what was typed, so that the beginning of a name is enough."""
    found = find_owner(text, view)
    if found.participant_id or found.organisation_id:
        return "→ " + label_of(
            found.name, view.organisation_name(found.organisation_id) if found.participant_id else ""
        )
    return language.gettext("Not on the list of participants") if found.name else ""


def _decision(bridge: Bridge, target: str) -> MendForm:
    _ = bridge.language.gettext
    number, decision = next((n, d) for n, d in enumerate(bridge.view.decisions, 1) if d.id == target)
    support, reservation = QLineEdit(decision.support), QLineEdit(decision.reservation)
    fields = [
        FormRow(_("Support"), support, _("For instance: 19 yes, 3 yes, provided")),
        FormRow(_("Reservation"), reservation),
    ]

    def save() -> bool:
        return bridge.attempt(
            outcomes.edit_decision, decision_id=target, support=support.text(), reservation=reservation.text()
        )

    return MendForm(f"B{number}  {decision.text}", fields, save, bridge.language)


def _parked(bridge: Bridge, target: str) -> MendForm:
    _ = bridge.language.gettext
    parked = next(p for p in bridge.view.parked if p.id == target)
    states = [state for state in ParkedState if state is not ParkedState.OPEN]
    choice = SegmentedButtons(_("What becomes of it?"), [(state.value, _(PARKED_STATES[state])) for state in states])

    def save() -> bool:
        if choice.key == ParkedState.ACTION:
            return bridge.attempt(outcomes.act_on_parked, target)
        return bridge.attempt(outcomes.edit_parked, parked_id=target, state=choice.key)

    return MendForm(parked.text, [choice], save, bridge.language)


def _quote(bridge: Bridge, target: str) -> MendForm:
    _ = bridge.language.gettext
    quote = _find_quote(bridge.view, target)
    goes_in = SegmentedButtons(
        _("May it be in the minutes?"), [("yes", _("in the minutes")), ("no", _("leave it out"))]
    )
    modes = [(QuoteMode.VERBATIM.value, _("literally")), (QuoteMode.PARAPHRASE.value, _("paraphrase"))]
    how = SegmentedButtons(_("Is it literally what was said?"), modes)
    if quote.mode:
        how.choose(quote.mode.value)

    def save() -> bool:
        marks = {"in_minutes": goes_in.key == "yes", "mode": how.key}
        if isinstance(quote, PromptView):
            return bridge.attempt(capturing.edit_prompt, prompt_id=target, **marks)
        return bridge.attempt(capturing.edit_contribution, contribution_id=target, **marks)

    return MendForm(quoted(quote.text), [goes_in, how], save, bridge.language)


def _find_quote(view: WorkshopView, target: str) -> PromptView | ContributionView:
    known = next(
        known for known in view.rounds if known.prompt(target) or any(c.id == target for c in known.contributions)
    )
    return known.prompt(target) or next(c for c in known.contributions if c.id == target)


def _photo(bridge: Bridge, target: str) -> MendForm:
    language = bridge.language
    picture = next(p for p in bridge.view.pictures if p.id == target)
    description = QLineEdit(picture.description)
    description.setMaxLength(TEXT_LIMIT)
    hint = language.gettext("Who cannot see the photo hears this.")
    fields: list[QWidget] = [
        FormRow(language.gettext("What is on it"), description, hint),
        Thumbnail(picture.data, _PHOTO_SIZE),
    ]

    def save() -> bool:
        return bridge.attempt(pictures.describe_picture, target, description.text())

    return MendForm(words.round_title(picture.round_id, bridge.view, language), fields, save, language)


def _round(bridge: Bridge, target: str) -> MendForm:
    language = bridge.language
    explanation = TextLabel(language.gettext("In the minutes it stands as not dealt with."), wraps=True)

    def save() -> bool:
        return bridge.attempt(preparing.edit_round, round_id=target, skipped=True)

    return MendForm(words.round_title(target, bridge.view, language), [explanation], save, language)


_FORMS: dict[Gap, Callable[[Bridge, str], MendForm]] = {
    Gap.ACTION: _action,
    Gap.DECISION: _decision,
    Gap.PARKED: _parked,
    Gap.QUOTE: _quote,
    Gap.PHOTO: _photo,
    Gap.ROUND: _round,
}
