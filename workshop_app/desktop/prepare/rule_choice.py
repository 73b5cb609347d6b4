"""The agreement on who said what: three rules, each with what it means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.i18n import N_, Language
from workshop_app.model.values import Rule

_RULES = {
    Rule.BY_NAME: (N_("By name"), N_("The minutes may say who said what.")),
    Rule.NOT_ATTRIBUTED: (
        N_("Quotes without name and municipality"),
        N_("The minutes say what was said, not by whom. The list of participants is in them."),
    ),
    Rule.CHATHAM_HOUSE: (
        N_("Chatham House"),
        N_("What was said may be used, never who said it. The list of participants stays inside the group."),
    ),
}


class RuleChoice(QWidget):
    """Three rules under each other. Signals: `chosen(Rule)` when a person changes the choice."""

    chosen = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Rule, QRadioButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for rule, (words, meaning) in _RULES.items():
            button = QRadioButton(language.gettext(words))
            button.setAccessibleDescription(language.gettext(meaning))
            button.clicked.connect(lambda _checked, known=rule: self.chosen.emit(known))
            explanation = TextLabel(language.gettext(meaning), "small", "muted", wraps=True)
            explanation.setContentsMargins(8 * STEP, 0, 0, 2 * STEP)
            column.addWidget(button)
            column.addWidget(explanation)
            group.addButton(button)
            self._buttons[rule] = button

    @property
    def rule(self) -> Rule:
        """The choice."""
        return next((rule for rule, button in self._buttons.items() if button.isChecked()), Rule.NOT_ATTRIBUTED)

    def show_rule(self, rule: Rule) -> None:
        """Show a choice."""
        self._buttons[rule].setChecked(True)
        for each, button in self._buttons.items():
            # Tab comes to the choice, as Qt itself sees to only after a first visit.
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is rule else Qt.FocusPolicy.ClickFocus)
