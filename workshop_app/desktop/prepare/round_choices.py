"""How a round goes: how it is counted, who can be recognised, what the room sees, and which steps it has."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.prepare import round_words
from workshop_app.desktop.questions import Ask
from workshop_app.desktop.recounting import recount
from workshop_app.desktop.theme import STEP
from workshop_app.desktop.widgets.columns import Columns
from workshop_app.desktop.widgets.form import FormRow
from workshop_app.desktop.widgets.labels import TextLabel
from workshop_app.facilitation.preparing import edit_round, plan_level
from workshop_app.model.values import Grain, Level
from workshop_app.model.views import RoundView
from workshop_app.rounds.catalogue import KINDS
from workshop_app.rounds.kind import Mechanic

_NARROW = 20
"""Width in heights of a letter below which there is room for one choice on a line."""


class RoundChoices(QWidget):
    """What can be chosen for a round; what is chosen is saved at once. No signals."""

    def __init__(self, bridge: Bridge, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._ask = bridge, ask
        self._known: RoundView | None = None
        _ = bridge.language.gettext
        self._grain, self._level, self._shown, self._variant = (QComboBox() for _each in range(4))
        self._rows = {
            "grain": FormRow(_("How is counted"), self._grain),
            "level": FormRow(_("Who can be recognised"), self._level),
            "live": FormRow(_("The result"), self._shown),
            "variant": FormRow(_("Form"), self._variant),
        }
        self._labels = QCheckBox(_("Names beside the points"))
        self._ways: tuple[tuple[Grain, bool], ...] = ()
        self._grain.activated.connect(lambda place: self._choose_grain(*self._ways[place]))
        self._level.activated.connect(lambda _n: self._do_level(Level(self._level.currentData())))
        self._shown.activated.connect(lambda _n: self._edit(live=self._shown.currentData()))
        self._variant.activated.connect(lambda _n: self._edit(variant=self._variant.currentData()))
        self._labels.toggled.connect(lambda on: self._edit(labels=on))
        self._columns = Columns(tuple(self._rows.values()), _NARROW, 3 * STEP, 2 * STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self._columns)
        column.addWidget(self._labels)

    def show_round(self, known: RoundView) -> None:
        """Show what is chosen for a round."""
        self._known = known
        kind = KINDS[known.kind]
        counted = kind.is_counted
        _ = self._bridge.language.gettext
        self._ways = round_words.ways(self._bridge.view, known) if counted else ()
        here = self._ways.index((known.grain, known.heads)) if counted else 0
        self._fill("grain", self._grain, dict(enumerate(round_words.way(*each) for each in self._ways)), here)
        levels = {str(level): words for level, (_short, words) in round_words.LEVELS.items()}
        self._fill("level", self._level, levels if kind.mechanics else {}, str(known.level))
        reveals = counted and any(step.reveals for step in kind.steps)
        self._fill("live", self._shown, round_words.SHOWN if reveals else {}, known.live)
        variants = {variant.key: variant.label for variant in kind.variants}
        self._fill("variant", self._variant, variants, known.variant)
        self._columns.arrange()
        with QSignalBlocker(self._labels):
            self._labels.setChecked(known.labels)
        self._labels.setVisible(Mechanic.MATRIX in kind.mechanics)
        self.setVisible(bool(kind.mechanics))

    def _fill(self, name: str, box: QComboBox, options: Mapping[Any, str], chosen: object) -> None:
        box.clear()
        for value, words in options.items():
            box.addItem(self._bridge.language.gettext(words), value)
            if value == chosen:
                box.setCurrentIndex(box.count() - 1)
        self._rows[name].setVisible(bool(options))

    def _edit(self, **fields: object) -> None:
        if self._known:
            self._bridge.attempt(edit_round, self._known.id, **fields)

    def _do_level(self, level: Level) -> None:
        if self._known and not self._bridge.attempt(plan_level, self._known.id, level):
            self.show_round(self._known)

    def _choose_grain(self, grain: Grain, heads: bool) -> None:
        known = self._known
        if known and not recount(self._bridge, self._ask, self.window(), known, grain, heads):
            self.show_round(known)


class StepTicks(QWidget):
    """The steps that the room goes through, each with a box. No signals."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._known: RoundView | None = None
        self._shape: tuple[str, str] = ("", "")
        self._boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(TextLabel(bridge.language.gettext("What the room sees"), "small-strong", "muted"))

    def show_round(self, known: RoundView) -> None:
        """Show the steps of a round, ticked unless they are left out."""
        self._known = known
        steps = [step for step in KINDS[known.kind].steps if step.variant in ("", known.variant)]
        if self._shape != (known.kind, known.variant):
            self._shape = known.kind, known.variant
            for box in self._boxes.values():
                self._column.removeWidget(box)
                box.deleteLater()
            self._boxes = {step.key: self._box(step.label) for step in steps}
        on = {step.key for step in steps} - known.steps_off
        for key, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(key in on)
            # One step at least is left.
            box.setEnabled(on != {key})
        self.setVisible(len(steps) > 1)

    def _box(self, label: str) -> QCheckBox:
        words = self._bridge.language.gettext(label)
        box = QCheckBox(words[:1].upper() + words[1:])
        box.toggled.connect(lambda _on: self._choose())
        self._column.addWidget(box)
        return box

    def _choose(self) -> None:
        if self._known:
            off = " ".join(key for key, box in self._boxes.items() if not box.isChecked())
            self._bridge.attempt(edit_round, self._known.id, steps_off=off)
